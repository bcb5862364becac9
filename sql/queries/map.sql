-- The map of departments, and the page of each.

-- map_departments: departments, each with its address and its outline; the least
-- populated territories overseas have none
-- makes: department in departments
-- cached
SELECT p.id AS "@id", p.code AS "@code", p.name AS "@name",
  (SELECT CONCAT('/cartographie/', p.code, '-', REPLACE(MIN(n.folded), ' ', '-'), '/') FROM perimeter_name n
   WHERE n.perimeter_id = p.id AND n.kind = :NAME_OWN) AS "@href", o.path AS "@path"
FROM perimeter p LEFT JOIN outline o ON o.code = p.code
WHERE p.scale = :SCALE_DEPARTMENT AND NOT p.is_obsolete
ORDER BY p.code LIMIT 200;

-- map_frames: what is drawn around some of them
-- makes: frames
-- cached
SELECT o.path AS "@path" FROM outline o WHERE o.code = '';

-- map_backers: who finances each aid that can be seen today, numbered from 1
-- in: day
SELECT ab.aid_id AS "aid", DENSE_RANK() OVER (ORDER BY b.id) AS "backer"
FROM aid_index i JOIN aid_backer ab ON ab.aid_id = i.aid_id AND ab.role = :ROLE_FINANCER JOIN backer b ON b.id = ab.backer_id
WHERE i.published = 1 AND (i.closes IS NULL OR i.closes >= :day) AND b.has_page
ORDER BY ab.aid_id, 2 LIMIT 1000000;

-- department_by_code: a department, its address, and the region that holds it
-- in: code
-- makes: department
-- cached
SELECT p.id AS "@id", p.code AS "@code", p.name AS "@name", p.population AS "@population",
  (SELECT CONCAT('/cartographie/', p.code, '-', REPLACE(MIN(n.folded), ' ', '-'), '/') FROM perimeter_name n
   WHERE n.perimeter_id = p.id AND n.kind = :NAME_OWN) AS "@href",
  (SELECT r.name FROM perimeter_link l JOIN perimeter r ON r.id = l.container_id AND r.scale = :SCALE_REGION
   WHERE l.contained_id = p.id AND NOT l.is_part LIMIT 1) AS "@region"
FROM perimeter p
WHERE p.scale = :SCALE_DEPARTMENT AND p.code = CONVERT(:code USING ascii) AND NOT p.is_obsolete;

-- department_epcis: the intercommunalities that have communes there
-- in: id
-- makes: epci in epcis
-- cached
SELECT e.id AS "@id", e.name AS "@name", NULLIF(l.is_part, 0) AS "@part"
FROM perimeter_link l JOIN perimeter e ON e.id = l.contained_id AND e.scale = :SCALE_EPCI AND NOT e.is_obsolete
WHERE l.container_id = :id
ORDER BY e.name, e.id LIMIT 500;

-- department_backers: who finances the aids that are found there, all versions of
-- each; of those that one backer finances, the one that its page shows (AT 2.8)
-- in: within
-- may miss: backer_category, backer_group
-- makes: backer in backers
-- cached
SELECT b.id AS "@id", b.slug AS "@slug", COUNT(DISTINCT i.aid_id) AS "@aids",
  COUNT(DISTINCT CASE WHEN i.facets & t.financial THEN i.aid_id END) AS "@financial",
  COUNT(DISTINCT CASE WHEN i.facets & t.technical THEN i.aid_id END) AS "@technical",
  b.name AS "@name"
FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) w
JOIN aid_index i ON i.aid_id = w.id
JOIN aid_backer ab ON ab.aid_id = i.aid_id AND ab.role = :ROLE_FINANCER JOIN backer b ON b.id = ab.backer_id
JOIN (SELECT BIT_OR(IF(g.slug = 'financial-group', 1 << (:FACET_TYPE + y.id - 1), 0)) AS financial,
    BIT_OR(IF(g.slug = 'technical-group', 1 << (:FACET_TYPE + y.id - 1), 0)) AS technical
  FROM aid_type y JOIN aid_type_group g ON g.id = y.group_id) t
WHERE b.has_page
  AND b.group_id IN (SELECT g.id FROM backer_group g JOIN backer_category c ON c.id = g.category_id WHERE c.slug = CONVERT(:backer_category USING ascii))  -- if backer_category
  AND b.group_id IN (SELECT g.id FROM backer_group g WHERE g.name = :backer_group)  -- if backer_group
  AND NOT (i.generic_id IS NOT NULL AND i.scale < :SCALE_DEPARTMENT AND EXISTS (
    SELECT 1 FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) v
    JOIN aid_backer gb ON gb.aid_id = v.id AND gb.role = :ROLE_FINANCER
    WHERE v.id = i.generic_id AND gb.backer_id = b.id))
  AND NOT EXISTS (
    SELECT 1 FROM aid c JOIN aid_index l ON l.aid_id = c.id AND l.scale >= :SCALE_DEPARTMENT
    JOIN aid_backer lb ON lb.aid_id = c.id AND lb.role = :ROLE_FINANCER
    WHERE c.generic_id = i.aid_id AND lb.backer_id = b.id
      AND c.id IN (SELECT v.id FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) v))
GROUP BY b.id ORDER BY COUNT(DISTINCT i.aid_id) DESC, b.slug, b.id
LIMIT 2000;

-- department_groups: the groups of those, with their categories
-- in: within
-- makes: group in groups
-- cached
SELECT c.slug AS "@category", c.name AS "@category-name", g.name AS "@name"
FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) w
JOIN aid_backer ab ON ab.aid_id = w.id AND ab.role = :ROLE_FINANCER JOIN backer b ON b.id = ab.backer_id
JOIN backer_group g ON g.id = b.group_id JOIN backer_category c ON c.id = g.category_id
WHERE b.has_page
GROUP BY g.id ORDER BY c.name, c.id, g.name, g.id LIMIT 500;

-- department_programs: their programmes, counted likewise
-- in: within
-- makes: program in programs
-- cached
SELECT p.slug AS "@slug", COUNT(DISTINCT i.aid_id) AS "@aids", p.name AS "@name"
FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) w
JOIN aid_index i ON i.aid_id = w.id
JOIN aid_program ap ON ap.aid_id = i.aid_id JOIN program p ON p.id = ap.program_id
WHERE NOT (i.generic_id IS NOT NULL AND i.scale < :SCALE_DEPARTMENT AND EXISTS (
    SELECT 1 FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) v
    JOIN aid_program gp ON gp.aid_id = v.id AND gp.program_id = p.id WHERE v.id = i.generic_id))
  AND NOT EXISTS (
    SELECT 1 FROM aid c JOIN aid_index l ON l.aid_id = c.id AND l.scale >= :SCALE_DEPARTMENT
    JOIN aid_program lp ON lp.aid_id = c.id AND lp.program_id = p.id
    WHERE c.generic_id = i.aid_id
      AND c.id IN (SELECT v.id FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) v))
GROUP BY p.id ORDER BY COUNT(DISTINCT i.aid_id) DESC, p.name, p.id
LIMIT 500;

-- sitemap_departments: addresses of their pages on the map
-- may miss: ids
-- makes: url
SELECT CONCAT('/cartographie/', p.code, '-', REPLACE(MIN(n.folded), ' ', '-'), '/') AS "@path"
FROM perimeter p JOIN perimeter_name n ON n.perimeter_id = p.id AND n.kind = :NAME_OWN
WHERE p.scale = :SCALE_DEPARTMENT AND NOT p.is_obsolete
  AND p.id IN (:ids)  -- if ids
GROUP BY p.id ORDER BY p.code LIMIT 200;
