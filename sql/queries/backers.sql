-- Backers as files: what "guichet backer" asks.

-- backer_state: a backer, by its slug, and how many aids bear its name
-- in: slug
SELECT b.id, b.name, b.is_hidden AS hidden, f.backer_id IS NOT NULL AS written,
  (SELECT COUNT(DISTINCT x.aid_id) FROM aid_backer x WHERE x.backer_id = b.id) AS aids
FROM backer b LEFT JOIN backer_file f ON f.backer_id = b.id
WHERE b.slug = CONVERT(:slug USING ascii) AND b.slug <> '' ORDER BY b.id LIMIT 1;

-- backer_name_of: which backer has that name
-- in: name
SELECT b.slug FROM backer b WHERE b.name = :name;

-- backer_slugs: the backers whose address begins so
-- in: begin
SELECT b.slug FROM backer b WHERE b.slug LIKE CONCAT(:begin, '%') ORDER BY b.slug LIMIT 3;

-- backer_group_of: a group, by its name; of a category, the one that has its name
-- in: name
SELECT g.id FROM backer_group g WHERE g.name COLLATE utf8mb4_unicode_ci = :name LIMIT 1;

-- backer_groups_near: the shortest names of groups that have words which begin as one does
-- in: word
SELECT g.name FROM backer_group g WHERE g.name COLLATE utf8mb4_unicode_ci LIKE CONCAT('%', LEFT(:word, 5), '%') ORDER BY CHAR_LENGTH(g.name), g.id LIMIT 3;

-- perimeters_named: territories of that name, code, SIREN or id
-- in: name, folded
SELECT p.id, p.name, p.code, s.name AS scale FROM (
  SELECT n.perimeter_id AS id FROM perimeter_name n WHERE n.folded = :folded AND n.kind = :NAME_OWN
  UNION SELECT c.id FROM perimeter c WHERE c.code = CONVERT(:name USING ascii)
  UNION SELECT c.id FROM perimeter c WHERE c.siren = CONVERT(:name USING ascii)
  UNION SELECT c.id FROM perimeter c WHERE c.id = IF(:name REGEXP '^[0-9]{6,9}$', CAST(:name AS UNSIGNED), 0)) f
JOIN perimeter p ON p.id = f.id AND NOT p.is_obsolete JOIN scale s ON s.id = p.scale
ORDER BY p.scale DESC, p.id LIMIT 5;

-- backers_written: those that have files, or are hidden
SELECT b.id, b.slug, b.name, b.is_hidden AS hidden, f.backer_id IS NOT NULL AS written
FROM backer b LEFT JOIN backer_file f ON f.backer_id = b.id WHERE f.backer_id IS NOT NULL OR b.is_hidden ORDER BY b.slug, b.id LIMIT 5000;

-- backer_groups: what a file may say
SELECT c.name AS category, g.name FROM backer_group g JOIN backer_category c ON c.id = g.category_id ORDER BY c.name, g.name, g.id LIMIT 1000;

-- backer_facts: what the administrator is shown
-- in: id
SELECT g.name AS kind, c.name AS category, p.name AS perimeter, b.website, b.contact, IFNULL(OCTET_LENGTH(f.logo), 0) AS logo,
  (SELECT COUNT(*) FROM backer_section s WHERE s.backer_id = b.id) AS sections, f.changed_at AS changed
FROM backer b LEFT JOIN backer_file f ON f.backer_id = b.id LEFT JOIN backer_group g ON g.id = b.group_id
LEFT JOIN backer_category c ON c.id = g.category_id LEFT JOIN perimeter p ON p.id = b.perimeter_id
WHERE b.id = :id;

-- backer_new: a backer that no aid named
-- in: name, slug
INSERT INTO backer (name, slug) VALUES (:name, :slug);

-- backer_file_begin: what feeds called one that has no file yet
-- in: id
INSERT IGNORE INTO backer_file (backer_id, fed_name) SELECT b.id, b.name FROM backer b WHERE b.id = :id;

-- backer_write: what its file says of it in its row
-- in: id, name, hidden, group, perimeter, website, contact
UPDATE backer b SET b.name = :name, b.is_hidden = :hidden, b.group_id = :group, b.perimeter_id = :perimeter,
  b.website = :website, b.contact = :contact
WHERE b.id = :id;

-- backer_file_write: the rest
-- in: id, description, logo, logo_type, logo_label
INSERT INTO backer_file (backer_id, description, logo, logo_type, logo_label) VALUES (:id, :description, :logo, :logo_type, :logo_label)
ON DUPLICATE KEY UPDATE description = VALUES(description), logo = VALUES(logo), logo_type = VALUES(logo_type), logo_label = VALUES(logo_label);

-- backer_sections_clear: its sections
-- in: id
DELETE FROM backer_section WHERE backer_id = :id;

-- backer_section_add: one of them
-- in: id, position, title, body
INSERT INTO backer_section (backer_id, position, title, body) VALUES (:id, :position, :title, :body);

-- backer_set_hidden: without a page, or with one
-- in: id, hidden
UPDATE backer SET is_hidden = :hidden WHERE id = :id;

-- backer_name_back: what feeds call it, unless another has that name by now
-- in: id
UPDATE IGNORE backer b JOIN backer_file f ON f.backer_id = b.id SET b.name = f.fed_name
WHERE b.id = :id AND f.fed_name IS NOT NULL;

-- backer_file_remove: what was written of it
-- in: id
DELETE FROM backer_file WHERE backer_id = :id;

-- backer_remove: a backer that no aid names
-- in: id
DELETE FROM backer WHERE id = :id AND NOT EXISTS (SELECT 1 FROM aid_backer x WHERE x.backer_id = backer.id);

-- backer_aids: the aids that bear its name
-- in: id, after
SELECT DISTINCT x.aid_id AS id FROM aid_backer x WHERE x.backer_id = :id AND x.aid_id > :after ORDER BY x.aid_id LIMIT 500;

-- backer_start: the file of one that is to be
-- in: name, slug
-- makes: backer
SELECT :slug AS "@slug", :name AS "name";

-- backer_export: its file
-- in: id
-- makes: backer
SELECT b.slug AS "@slug", IF(b.is_hidden, 'no', 'yes') AS "@public", b.name AS "name", g.name AS "group",
  IF((SELECT COUNT(DISTINCT o.perimeter_id) FROM perimeter_name n JOIN perimeter_name o ON o.folded = n.folded AND o.kind = :NAME_OWN
    WHERE n.perimeter_id = p.id AND n.kind = :NAME_OWN) = 1, p.name,
    IF((SELECT COUNT(*) FROM perimeter c WHERE c.code = p.code AND NOT c.is_obsolete) = 1, p.code, p.id)) AS "perimeter",
  b.website AS "website", b.contact AS "contact",
  f.logo_label AS "logo/@label", CONCAT('\n', TO_BASE64(f.logo), '\n') AS "logo", f.description AS "description|raw"
FROM backer b LEFT JOIN backer_file f ON f.backer_id = b.id
LEFT JOIN backer_group g ON g.id = b.group_id LEFT JOIN perimeter p ON p.id = b.perimeter_id
WHERE b.id = :id;

-- backer_export_sections: its sections
-- in: id
-- makes: section
SELECT s.title AS "@title", s.body AS ".|raw" FROM backer_section s WHERE s.backer_id = :id ORDER BY s.position LIMIT 50;
