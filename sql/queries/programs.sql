-- Programmes as files, and lists of their territories: what "guichet program" asks.

-- program_to_list: a programme, how many members it has, and whether they come with the territories
-- in: slug
SELECT p.id, (SELECT COUNT(*) FROM program_member m WHERE m.program_id = p.id) AS members, p.slug = :PROGRAM_CRTE AS of_territories
FROM program p WHERE p.slug = CONVERT(:slug USING ascii) LIMIT 1;

-- program_list_delete: its list, with its members
-- in: id
DELETE FROM program_list WHERE program_id = :id;

-- program_list_add: a list, whose members follow
-- in: id, vintage, source
INSERT INTO program_list (program_id, vintage, source) VALUES (:id, :vintage, :source);

-- program_members_add: the territories that codes lead to: of today, by their SIREN, or what holds a former commune
-- in: id, codes
INSERT IGNORE INTO program_member (program_id, perimeter_id)
SELECT :id, p.id FROM JSON_TABLE(:codes, '$[*]' COLUMNS (code VARCHAR(9) CHARACTER SET ascii PATH '$')) c
JOIN perimeter p ON p.code = c.code WHERE p.scale IN (:SCALE_COMMUNE, :SCALE_EPCI) AND NOT p.is_obsolete
UNION SELECT :id, p.id FROM JSON_TABLE(:codes, '$[*]' COLUMNS (code VARCHAR(9) CHARACTER SET ascii PATH '$')) c
JOIN perimeter p ON p.siren = c.code WHERE p.scale IN (:SCALE_COMMUNE, :SCALE_EPCI) AND NOT p.is_obsolete
UNION SELECT :id, p.id FROM JSON_TABLE(:codes, '$[*]' COLUMNS (code VARCHAR(9) CHARACTER SET ascii PATH '$')) c
JOIN perimeter_name n ON n.code = c.code JOIN perimeter p ON p.id = n.perimeter_id WHERE p.scale = :SCALE_COMMUNE AND NOT p.is_obsolete;

-- program_members_unknown: those that lead to none
-- in: codes
SELECT DISTINCT c.code AS code FROM JSON_TABLE(:codes, '$[*]' COLUMNS (code VARCHAR(9) CHARACTER SET ascii PATH '$')) c
WHERE NOT EXISTS (SELECT 1 FROM perimeter p WHERE p.code = c.code AND p.scale IN (:SCALE_COMMUNE, :SCALE_EPCI) AND NOT p.is_obsolete)
  AND NOT EXISTS (SELECT 1 FROM perimeter p WHERE p.siren = c.code AND p.scale IN (:SCALE_COMMUNE, :SCALE_EPCI) AND NOT p.is_obsolete)
  AND NOT EXISTS (SELECT 1 FROM perimeter_name n JOIN perimeter p ON p.id = n.perimeter_id WHERE n.code = c.code AND p.scale = :SCALE_COMMUNE AND NOT p.is_obsolete)
ORDER BY c.code LIMIT 1000;

-- program_state: a programme, by its slug, and how many aids are of it
-- in: slug
SELECT p.id, p.name, w.program_id IS NOT NULL AS written, (SELECT COUNT(*) FROM aid_program a WHERE a.program_id = p.id) AS aids,
  (SELECT COUNT(*) FROM program_fact f WHERE f.slug = p.slug AND f.own = (w.program_id IS NOT NULL)) AS facts,
  EXISTS (SELECT 1 FROM program_fact f WHERE f.slug = p.slug AND NOT f.own) AS shipped,
  (SELECT COUNT(*) FROM program_member m WHERE m.program_id = p.id)
    + IF(p.slug = :PROGRAM_CRTE, (SELECT COUNT(*) FROM perimeter t FORCE INDEX (perimeter_code)
      WHERE t.scale IN (:SCALE_COMMUNE, :SCALE_EPCI) AND t.crte IS NOT NULL AND NOT t.is_obsolete), 0) AS members,
  EXISTS (SELECT 1 FROM program_list l WHERE l.program_id = p.id) AS listed
FROM program p LEFT JOIN program_file w ON w.program_id = p.id WHERE p.slug = CONVERT(:slug USING ascii);

-- program_name_of: which programme has that name
-- in: name
SELECT p.slug FROM program p WHERE p.name = :name;

-- program_slugs: the programmes whose address begins so
-- in: begin
SELECT p.slug FROM program p WHERE p.slug LIKE CONCAT(:begin, '%') ORDER BY p.slug LIMIT 3;

-- programs_all: what the administrator is shown of each
SELECT p.slug, p.name, w.program_id IS NOT NULL AS written, EXISTS (SELECT 1 FROM program_fact f WHERE f.slug = p.slug AND NOT f.own) AS shipped,
  (SELECT COUNT(*) FROM aid_program a WHERE a.program_id = p.id) AS aids
FROM program p LEFT JOIN program_file w ON w.program_id = p.id ORDER BY p.slug LIMIT 2000;

-- program_new: a programme that no aid named
-- in: name, slug
INSERT INTO program (name, slug) VALUES (:name, :slug);

-- program_file_begin: what one that has no file yet was called and said to be
-- in: id
INSERT IGNORE INTO program_file (program_id, fed_name, fed_short, fed_description)
SELECT p.id, p.name, p.short_description, p.description FROM program p WHERE p.id = :id;

-- program_write: what its file says of it in its row
-- in: id, name, short, description
UPDATE program SET name = :name, short_description = :short, description = :description WHERE id = :id;

-- program_file_write: that it has a file
-- in: id
INSERT INTO program_file (program_id) VALUES (:id) ON DUPLICATE KEY UPDATE changed_at = CURRENT_TIMESTAMP;

-- program_facts_clear: what its file said
-- in: slug
DELETE FROM program_fact WHERE slug = CONVERT(:slug USING ascii) AND own;

-- program_fact_add: a fact of its file
-- in: slug, kind, position, title, body, vintage, source
INSERT INTO program_fact (slug, own, kind, position, title, body, vintage, source)
VALUES (:slug, TRUE, :kind, :position, :title, :body, :vintage, :source);

-- program_fed_back: the same again, unless another has its name by now
-- in: id
UPDATE IGNORE program p JOIN program_file f ON f.program_id = p.id
SET p.name = f.fed_name, p.short_description = f.fed_short, p.description = f.fed_description
WHERE p.id = :id AND f.fed_name IS NOT NULL;

-- program_file_remove: what was written of it
-- in: id
DELETE FROM program_file WHERE program_id = :id;

-- program_list_forget: its list, when that is meant
-- in: id, force
DELETE FROM program_list WHERE program_id = :id AND :force;

-- program_remove: a programme that no aid, no list and nothing that comes with Guichet speaks of
-- in: id
DELETE FROM program WHERE id = :id AND NOT EXISTS (SELECT 1 FROM aid_program a WHERE a.program_id = program.id)
  AND NOT EXISTS (SELECT 1 FROM program_list l WHERE l.program_id = program.id) AND NOT EXISTS (SELECT 1 FROM program_fact f WHERE f.slug = program.slug);

-- program_aids: the aids that are of it
-- in: id, after
SELECT a.aid_id AS id FROM aid_program a WHERE a.program_id = :id AND a.aid_id > :after ORDER BY a.aid_id LIMIT 500;

-- program_start: the file of one that is to be
-- in: name, slug
-- makes: program
SELECT :slug AS "@slug", :name AS "name";

-- program_export: its file
-- in: id
-- makes: program
SELECT p.slug AS "@slug", p.name AS "name", p.short_description AS "short-description", p.description AS "description|raw"
FROM program p WHERE p.id = :id;

-- program_export_facts: its facts, in the order of a file, which is that of their kinds
-- in: id
-- makes: fact
SELECT f.kind AS "name()", f.title AS "@title", f.vintage AS "@vintage", f.source AS "@source", f.body AS ".|raw"
FROM program p JOIN program_fact f ON f.slug = p.slug LEFT JOIN program_file w ON w.program_id = p.id
WHERE p.id = :id AND f.own = (w.program_id IS NOT NULL) ORDER BY f.kind, f.position LIMIT 350;
