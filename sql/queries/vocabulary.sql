-- Words that questions and places may use, and project types.

-- keywords: every family, for memory and for export
SELECT kind, term, synonyms FROM keyword ORDER BY kind, term LIMIT 20000;

-- common_words: words that say little of a project, for memory
SELECT word FROM common_word ORDER BY word LIMIT 1000;

-- word_classes: words of which a class is known, for memory
SELECT class, word FROM word_class ORDER BY class, word LIMIT 1000;

-- vocabulary: words of the catalogue, as they are written, and how many aids bear each, a piece at a time
-- in: after
SELECT v.term, v.form, p.aids FROM vocabulary v JOIN posting p ON p.term = v.term
WHERE v.term > :after ORDER BY v.term LIMIT 1000;

-- word_forms: words of aids as they are spelled, a piece at a time, those that are new
-- in: after
SELECT id, form FROM word_form WHERE id > :after ORDER BY id LIMIT 5000;

-- projects: every project type, for memory and for export
SELECT id, slug, name, category, required, excluded FROM project_type ORDER BY id LIMIT 5000;

-- general_kinds: general kinds, which project types name, for memory and for export
SELECT name, wordings FROM project_kind ORDER BY name LIMIT 1000;

-- keywords_delete: all families go, before others come
DELETE FROM keyword;

-- keywords_write: families
LOAD DATA LOCAL INFILE 'rows' INTO TABLE keyword CHARACTER SET utf8mb4 (kind, term, synonyms);

-- projects_keep: which of the project types stay, before others come
-- in: names
DELETE FROM project_type WHERE name NOT IN (:names);

-- project_write: a project type, new or changed; its id lasts
-- in: slug, name, category, required, excluded
INSERT INTO project_type (slug, name, category, required, excluded)
VALUES (:slug, :name, :category, :required, :excluded)
ON DUPLICATE KEY UPDATE slug = VALUES(slug), category = VALUES(category), required = VALUES(required), excluded = VALUES(excluded);

-- general_kinds_delete: all general kinds go, before others come
DELETE FROM project_kind;

-- general_kind_write: a general kind
-- in: name, wordings
INSERT INTO project_kind (name, wordings) VALUES (:name, :wordings);

-- place_words_delete: all words of places go, before others come
DELETE FROM place_word;

-- place_words_write: words of places
LOAD DATA LOCAL INFILE 'rows' INTO TABLE place_word CHARACTER SET utf8mb4 (kind, words, meaning);

-- place_words_unknown: words that lead to no territory of today
SELECT w.words, w.meaning FROM place_word w
WHERE w.kind IN ('brand', 'short', 'code', 'former')
  AND NOT EXISTS (SELECT 1 FROM perimeter p WHERE p.code = SUBSTRING_INDEX(w.meaning, ' ', 1) AND NOT p.is_obsolete)
ORDER BY w.words LIMIT 100;

-- What a question names: backers, programmes.

-- aids_of_backers: aids that a backer finances
-- in: backers
SELECT DISTINCT aid_id FROM aid_backer WHERE backer_id IN (:backers) AND role = :ROLE_FINANCER ORDER BY aid_id;

-- aids_of_groups: aids that a backer of some groups finances
-- in: backer_groups
SELECT DISTINCT x.aid_id FROM aid_backer x JOIN backer b ON b.id = x.backer_id
WHERE b.group_id IN (:backer_groups) AND x.role = :ROLE_FINANCER ORDER BY x.aid_id;

-- aids_of_programs: aids of some programmes, by id or slug
-- in: programs
-- may miss: program_ids
SELECT DISTINCT ap.aid_id FROM aid_program ap JOIN program p ON p.id = ap.program_id
WHERE p.slug IN (:programs)
  OR p.id IN (:program_ids)  -- if program_ids
ORDER BY ap.aid_id;

-- backer_names: for the tags of active filters
-- in: backers
SELECT id, name FROM backer WHERE id IN (:backers) LIMIT 100;

-- backer_group_names: for the tags of active filters
-- in: backer_groups
SELECT id, name FROM backer_group WHERE id IN (:backer_groups) LIMIT 100;

-- program_names: for the tags of active filters
-- in: programs
-- may miss: program_ids
SELECT id, slug, name FROM program
WHERE slug IN (:programs)
  OR id IN (:program_ids)  -- if program_ids
LIMIT 100;
