-- Words that stand for each other, and words as they are written.

-- keywords: every family, for memory and for export
SELECT kind, term, synonyms FROM keyword ORDER BY kind, term LIMIT 20000;

-- keywords_delete: all families go, before others come
DELETE FROM keyword;

-- keywords_write: families
LOAD DATA LOCAL INFILE 'rows' INTO TABLE keyword CHARACTER SET utf8mb4 (kind, term, synonyms);

-- vocabulary: words of the catalogue, as they are written, and how many aids bear each, a piece at a time
-- in: after
SELECT v.term, v.form, p.aids FROM vocabulary v JOIN posting p ON p.term = v.term
WHERE v.term > :after ORDER BY v.term LIMIT 1000;

-- vocabulary_write: words that are new
LOAD DATA LOCAL INFILE 'rows' IGNORE INTO TABLE vocabulary CHARACTER SET utf8mb4 (term, form);

-- projects: every kind of project, for memory and for export
SELECT id, slug, name, category, required, excluded FROM project_type ORDER BY id LIMIT 5000;

-- projects_keep: which of the kinds of projects stay, before others come
-- in: names
DELETE FROM project_type WHERE name NOT IN (:names);

-- project_write: a kind of project, new or changed; its id lasts
-- in: slug, name, category, required, excluded
INSERT INTO project_type (slug, name, category, required, excluded)
VALUES (:slug, :name, :category, :required, :excluded)
ON DUPLICATE KEY UPDATE slug = VALUES(slug), category = VALUES(category), required = VALUES(required), excluded = VALUES(excluded);
