-- Pages beside the search: home, programmes, sitemap.

-- home_count: what the catalogue holds today
-- in: day
-- makes: count
-- cached
SELECT
  (SELECT COUNT(*) FROM aid_index WHERE published = 1 AND (closes IS NULL OR closes >= :day)) AS "@aids",
  (SELECT COUNT(*) FROM backer) AS "@backers",
  (SELECT COUNT(*) FROM program) AS "@programs";

-- home_aids: the newest aids that can be seen today
-- in: today
-- makes: aid in aids
-- cached
SELECT a.id AS "@id", a.slug AS "@slug", a.name AS "name",
  a.published_day AS "published", a.closes_on AS "closes",
  (SELECT GROUP_CONCAT(b.name ORDER BY ab.position SEPARATOR ', ') FROM aid_backer ab JOIN backer b ON b.id = ab.backer_id
   WHERE ab.aid_id = a.id AND ab.role = :ROLE_FINANCER) AS "financer"
FROM aid a
WHERE a.status = :AID_STATUS_PUBLISHED AND a.published_at IS NOT NULL
  AND (a.closes_on IS NULL OR a.closes_on >= :today)
ORDER BY a.published_at DESC, a.id DESC
LIMIT 6;

-- home_programs: programmes with the most aids; as in their lists, a local version
-- beside its generic aid is not one more (AT 2.8)
-- in: today
-- makes: program in programs
-- cached
SELECT p.slug AS "@slug", COUNT(*) AS "@aids", p.name AS "name", p.short_description AS "short-description"
FROM program p JOIN aid_program ap ON ap.program_id = p.id JOIN aid a ON a.id = ap.aid_id
WHERE a.status = :AID_STATUS_PUBLISHED AND (a.closes_on IS NULL OR a.closes_on >= :today)
  AND NOT EXISTS (SELECT 1 FROM aid g JOIN aid_program gp ON gp.aid_id = g.id
    WHERE g.id = a.generic_id AND gp.program_id = p.id AND g.status = :AID_STATUS_PUBLISHED AND (g.closes_on IS NULL OR g.closes_on >= :today))
GROUP BY p.id ORDER BY COUNT(*) DESC, p.name, p.id
LIMIT 6;

-- program_list: programmes that somebody described or that have something, with what can be seen of it today, counted likewise;
-- below a portal, those that have aids within it
-- in: today
-- may miss: within
-- makes: program in programs
-- cached
SELECT p.slug AS "@slug", COALESCE(n.aids, 0) AS "@aids", p.name AS "name", p.short_description AS "short-description"
FROM program p LEFT JOIN (
  SELECT ap.program_id AS id, COUNT(*) AS aids FROM aid_program ap JOIN aid a ON a.id = ap.aid_id
  WHERE a.status = :AID_STATUS_PUBLISHED AND (a.closes_on IS NULL OR a.closes_on >= :today)
    AND a.id IN (SELECT w.id FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) w)  -- if within
    AND NOT EXISTS (SELECT 1 FROM aid g JOIN aid_program gp ON gp.aid_id = g.id
      WHERE g.id = a.generic_id AND gp.program_id = ap.program_id AND g.status = :AID_STATUS_PUBLISHED AND (g.closes_on IS NULL OR g.closes_on >= :today)
        AND g.id IN (SELECT v.id FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) v)  -- if within
    )
  GROUP BY ap.program_id) n ON n.id = p.id
WHERE (n.aids > 0 OR p.short_description IS NOT NULL OR EXISTS (SELECT 1 FROM program_file f WHERE f.program_id = p.id))
  AND n.aids > 0  -- if within
ORDER BY p.name, p.id
LIMIT 500;

-- program_by_slug: one programme
-- in: slug
-- makes: program
-- cached
SELECT p.id AS "@id", p.slug AS "@slug", p.name AS "name", p.short_description AS "short-description",
  p.description AS "description|raw"
FROM program p WHERE p.slug = :slug;

-- aid_links: where the links of an aid lead, by the address that it has, or had
-- in: slug
SELECT a.id, a.slug, NULLIF(a.origin_url, '') AS origin_url, NULLIF(a.application_url, '') AS application_url, 0 AS old
FROM aid a WHERE a.slug = :slug AND a.status = :AID_STATUS_PUBLISHED
UNION ALL SELECT a.id, a.slug, NULLIF(a.origin_url, ''), NULLIF(a.application_url, ''), 1
FROM aid_old_slug o JOIN aid a ON a.id = o.aid_id WHERE o.slug = :slug AND a.status = :AID_STATUS_PUBLISHED
ORDER BY old LIMIT 1;

-- program_facts: what a programme is for, as the administrator says, else as Guichet comes
-- in: slug
-- makes: fact in facts
-- cached
SELECT f.kind AS "@kind", f.title AS "@title", f.vintage AS "@vintage", f.source AS "@source", f.body AS ".|raw"
FROM program_fact f JOIN program p ON p.slug = f.slug LEFT JOIN program_file w ON w.program_id = p.id
WHERE f.slug = :slug AND f.own = (w.program_id IS NOT NULL) ORDER BY f.kind, f.position LIMIT 100;

-- program_lists: since when, and by whom, its members are known
-- in: slug
-- makes: members
-- cached
SELECT l.vintage AS "@vintage", l.source AS "@source" FROM program p JOIN program_list l ON l.program_id = p.id WHERE p.slug = :slug
UNION ALL SELECT f.vintage, f.source FROM program_fact f WHERE f.slug = :PROGRAM_CRTE AND f.kind = 'aim' AND f.slug = :slug AND NOT f.own
LIMIT 1;

-- program_matches: of a territory, which members of a programme it is, lies in or holds
-- in: slug, place
-- makes: match in matches
-- cached
SELECT c.how AS "@how", IF(g.slug = :PROGRAM_CRTE, p.crte, NULL) AS "@contract", p.name AS "."
FROM (SELECT CAST(:place AS UNSIGNED) AS id, 'is' AS how
  UNION ALL SELECT l.container_id, 'lies in' FROM perimeter_link l WHERE l.contained_id = :place AND NOT l.is_part AND l.container_id <> :place
  UNION ALL SELECT l.contained_id, 'holds' FROM perimeter_link l WHERE l.container_id = :place AND l.contained_id <> :place) c
JOIN perimeter p ON p.id = c.id AND p.scale IN (:SCALE_COMMUNE, :SCALE_EPCI) AND NOT p.is_obsolete
JOIN program g ON g.slug = :slug
WHERE EXISTS (SELECT 1 FROM program_member m WHERE m.program_id = g.id AND m.perimeter_id = p.id)
  OR (g.slug = :PROGRAM_CRTE AND p.crte IS NOT NULL)
ORDER BY FIELD(c.how, 'is', 'lies in', 'holds'), p.name, p.id LIMIT 20;

-- sitemap_portals: the first sitemaps of the portals that search engines are shown below
-- the site
-- makes: url
SELECT CONCAT('/portails/', slug, '/sitemap.xml') AS "@path" FROM portal WHERE is_public = 1 AND own_canonical = 1 AND host IS NULL
ORDER BY id LIMIT 5000;

-- sitemap_site: addresses of the first page, of the portals below the site and of their pages
-- makes: url
SELECT '/' AS "@path" UNION ALL SELECT '/portails/' UNION ALL
(SELECT CONCAT('/portails/', slug, '/') FROM portal WHERE is_public = 1 AND host IS NULL ORDER BY id LIMIT 1000) UNION ALL
(SELECT CONCAT('/portails/', p.slug, '/pages/', g.slug, '/') FROM portal p JOIN portal_page g ON g.portal_id = p.id
WHERE p.is_public = 1 AND p.host IS NULL ORDER BY p.id, g.position LIMIT 10000);

-- sitemap_portal: addresses of the first page of a portal and of its pages
-- in: portal
-- makes: url
SELECT '/' AS "@path" UNION ALL
(SELECT CONCAT('/pages/', slug, '/') FROM portal_page WHERE portal_id = :portal ORDER BY position LIMIT 20);

-- sitemap_pages: addresses of what the site and portals have alike
-- makes: url
SELECT '/aides/' AS "@path" UNION ALL SELECT '/calendrier/' UNION ALL SELECT '/programmes/' UNION ALL
SELECT '/partenaires/' UNION ALL SELECT '/cartographie/' UNION ALL SELECT '/projets-references/' UNION ALL
SELECT '/projets-finances/' UNION ALL SELECT '/demarches/' UNION ALL SELECT '/plan-du-site/' UNION ALL
SELECT '/accessibilite/' UNION ALL SELECT '/mentions-legales/' UNION ALL SELECT '/donnees-personnelles/';

-- sitemap_count: how many addresses sitemap_aids has in all
-- in: today
-- may miss: within
SELECT COUNT(*) AS "aids" FROM aid a
WHERE status = :AID_STATUS_PUBLISHED AND (closes_on IS NULL OR closes_on >= :today)
  AND a.id IN (SELECT w.id FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) w)  -- if within
LIMIT 1;

-- sitemap_aids: addresses of the aids that can be seen today, so many a sitemap
-- in: today, offset
-- may miss: within
-- makes: url
SELECT CONCAT('/aides/', slug, '/') AS "@path", DATE(GREATEST(COALESCE(changed_at, updated_at), COALESCE(updated_at, changed_at))) AS "@updated"
FROM aid a
WHERE status = :AID_STATUS_PUBLISHED AND (closes_on IS NULL OR closes_on >= :today)
  AND a.id IN (SELECT w.id FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) w)  -- if within
ORDER BY id
LIMIT :SITEMAP_AIDS OFFSET :offset;

-- sitemap_programs: addresses of the programmes that somebody described or an aid that is shown has; below a portal, of those of its aids
-- may miss: within
-- makes: url
SELECT CONCAT('/programmes/', p.slug, '/') AS "@path" FROM program p
WHERE (p.short_description IS NOT NULL OR EXISTS (SELECT 1 FROM program_file f WHERE f.program_id = p.id)
    OR EXISTS (SELECT 1 FROM aid_program x JOIN aid a ON a.id = x.aid_id WHERE x.program_id = p.id AND a.status = :AID_STATUS_PUBLISHED))
  AND p.id IN (SELECT a.program_id FROM aid_program a WHERE a.aid_id IN (SELECT w.id FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) w))  -- if within
ORDER BY p.id LIMIT 5000;

-- sitemap_backers: addresses of those who finance an aid that can be seen today
-- in: today
-- may miss: within
-- makes: url
SELECT DISTINCT CONCAT('/partenaires/', b.id, '-', b.slug, '/') AS "@path"
FROM backer b JOIN aid_backer ab ON ab.backer_id = b.id AND ab.role = :ROLE_FINANCER JOIN aid a ON a.id = ab.aid_id
WHERE b.has_page AND a.status = :AID_STATUS_PUBLISHED AND (a.closes_on IS NULL OR a.closes_on >= :today)
  AND a.id IN (SELECT w.id FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) w)  -- if within
ORDER BY b.id
LIMIT 20000;

-- backer_list: those who finance an aid that can be seen today, by their names; aids
-- counted as for programmes
-- Each word of q occurs in the name, in any order, but for stop words and letters
-- that stand alone: of "agence de l’eau", "agence" and "eau".
-- in: today
-- may miss: q, backer_category, within
-- makes: backer in backers
-- cached
SELECT b.id AS "@id", b.slug AS "@slug", COUNT(DISTINCT a.id) AS "@aids", b.name AS "name"
FROM backer b JOIN aid_backer ab ON ab.backer_id = b.id AND ab.role = :ROLE_FINANCER JOIN aid a ON a.id = ab.aid_id
WHERE b.has_page AND a.status = :AID_STATUS_PUBLISHED AND (a.closes_on IS NULL OR a.closes_on >= :today)
  AND NOT EXISTS (SELECT 1 FROM aid g JOIN aid_backer gb ON gb.aid_id = g.id AND gb.role = :ROLE_FINANCER
    WHERE g.id = a.generic_id AND gb.backer_id = b.id AND g.status = :AID_STATUS_PUBLISHED AND (g.closes_on IS NULL OR g.closes_on >= :today)
      AND g.id IN (SELECT v.id FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) v)  -- if within
  )
  AND :q REGEXP '[\\p{L}\\p{N}]{2}' AND NOT EXISTS (SELECT 1 FROM JSON_TABLE(CONCAT('["', REGEXP_REPLACE(:q, '[^\\p{L}\\p{N}]+', '","'), '"]'), '$[*]' COLUMNS (word VARCHAR(200) PATH '$')) w WHERE CHAR_LENGTH(w.word) > 1 AND w.word COLLATE utf8mb4_unicode_520_ci NOT IN (SELECT word FROM stop_word) AND b.name COLLATE utf8mb4_unicode_520_ci NOT LIKE CONCAT('%', w.word, '%'))  -- if q
  AND b.group_id IN (SELECT g.id FROM backer_group g JOIN backer_category c ON c.id = g.category_id WHERE c.slug = CONVERT(:backer_category USING ascii))  -- if backer_category
  AND a.id IN (SELECT w.id FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) w)  -- if within
GROUP BY b.id ORDER BY COUNT(DISTINCT a.id) DESC, b.slug, b.id
LIMIT 200;

-- backer_near: those whose names have the most of the words of q, or words that begin
-- as they do: of "conseil régional Occitanie", "Région Occitanie"
-- in: today, q
-- may miss: within
-- makes: backer in near
-- cached
SELECT b.id AS "@id", b.slug AS "@slug", COUNT(DISTINCT a.id) AS "@aids", b.name AS "name"
FROM backer b JOIN aid_backer ab ON ab.backer_id = b.id AND ab.role = :ROLE_FINANCER JOIN aid a ON a.id = ab.aid_id
JOIN JSON_TABLE(CONCAT('["', REGEXP_REPLACE(:q, '[^\\p{L}\\p{N}]+', '","'), '"]'), '$[*]' COLUMNS (word VARCHAR(200) PATH '$')) w
  ON CHAR_LENGTH(w.word) > 2 AND w.word COLLATE utf8mb4_unicode_520_ci NOT IN (SELECT word FROM stop_word)
WHERE b.has_page AND a.status = :AID_STATUS_PUBLISHED AND (a.closes_on IS NULL OR a.closes_on >= :today)
  AND NOT EXISTS (SELECT 1 FROM aid g JOIN aid_backer gb ON gb.aid_id = g.id AND gb.role = :ROLE_FINANCER
    WHERE g.id = a.generic_id AND gb.backer_id = b.id AND g.status = :AID_STATUS_PUBLISHED AND (g.closes_on IS NULL OR g.closes_on >= :today)
      AND g.id IN (SELECT v.id FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) v)  -- if within
  )
  AND CONCAT(' ', REGEXP_REPLACE(b.name, '[^\\p{L}\\p{N}]+', ' ')) COLLATE utf8mb4_unicode_520_ci LIKE CONCAT('% ', LEFT(w.word, 5), '%')
  AND a.id IN (SELECT v.id FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) v)  -- if within
GROUP BY b.id ORDER BY COUNT(DISTINCT w.word) DESC, COUNT(DISTINCT a.id) DESC, b.slug, b.id
LIMIT 5;

-- backer_find: the backer that an address names: by its id, else by its slug
-- in: id, name, slug
-- cached
SELECT b.id AS id, b.slug AS slug FROM backer b
WHERE b.has_page AND (b.id = :id OR b.slug IN (:name, :slug))
ORDER BY b.id = :id DESC, b.slug = :slug DESC, b.id LIMIT 1;

-- backer: one backer, and what searches for its aids
-- in: id
-- makes: backer
-- cached
SELECT b.id AS "@id", b.slug AS "@slug", CONCAT('backer_ids=', b.id) AS "@search", b.name AS "name",
  c.slug AS "category/@slug", c.name AS "category", g.part AS "part", NULLIF(g.name, c.name) AS "group",
  p.id AS "perimeter/@id", p.name AS "perimeter", b.website AS "website", b.contact AS "contact",
  LEFT(SHA2(f.logo, 256), 16) AS "logo/@stamp", f.logo_label AS "logo", f.description AS "description|raw"
FROM backer b LEFT JOIN backer_group g ON g.id = b.group_id LEFT JOIN backer_category c ON c.id = g.category_id
LEFT JOIN perimeter p ON p.id = b.perimeter_id LEFT JOIN backer_file f ON f.backer_id = b.id
WHERE b.id = :id;

-- backer_sections: what more its file says of it
-- in: id
-- makes: section in sections
-- cached
SELECT s.title AS "@title", s.body AS ".|raw" FROM backer_section s WHERE s.backer_id = :id ORDER BY s.position LIMIT 50;

-- backer_logo: its picture
-- in: id, name, slug
SELECT f.logo AS "bytes", f.logo_type AS "type" FROM backer_file f JOIN backer b ON b.id = f.backer_id
WHERE b.has_page AND f.logo IS NOT NULL AND (b.id = :id OR b.slug IN (:name, :slug))
ORDER BY b.id = :id DESC, b.slug = :slug DESC, b.id LIMIT 1;

-- backer_themes: what its aids that can be seen today are about, counted as in lists
-- in: id, today
-- may miss: within
-- makes: theme in themes
-- cached
SELECT t.slug AS "@slug", COUNT(DISTINCT a.id) AS "@aids", t.name AS "."
FROM aid_backer ab JOIN aid a ON a.id = ab.aid_id JOIN aid_category ac ON ac.aid_id = a.id
JOIN category c ON c.id = ac.category_id JOIN theme t ON t.id = c.theme_id
WHERE ab.backer_id = :id AND ab.role = :ROLE_FINANCER AND a.status = :AID_STATUS_PUBLISHED AND (a.closes_on IS NULL OR a.closes_on >= :today)
  AND NOT EXISTS (SELECT 1 FROM aid g JOIN aid_backer gb ON gb.aid_id = g.id AND gb.role = :ROLE_FINANCER
    JOIN aid_category gc ON gc.aid_id = g.id JOIN category k ON k.id = gc.category_id
    WHERE g.id = a.generic_id AND gb.backer_id = :id AND k.theme_id = t.id AND g.status = :AID_STATUS_PUBLISHED AND (g.closes_on IS NULL OR g.closes_on >= :today)
      AND g.id IN (SELECT v.id FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) v)  -- if within
  )
  AND a.id IN (SELECT w.id FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) w)  -- if within
GROUP BY t.id ORDER BY COUNT(DISTINCT a.id) DESC, t.name, t.id LIMIT 50;

-- backer_types: of which types they are, counted likewise
-- in: id, today
-- may miss: within
-- makes: type in types
-- cached
SELECT t.slug AS "@slug", COUNT(DISTINCT a.id) AS "@aids", t.name AS "."
FROM aid_backer ab JOIN aid a ON a.id = ab.aid_id JOIN aid_has_type ah ON ah.aid_id = a.id JOIN aid_type t ON t.id = ah.type_id
WHERE ab.backer_id = :id AND ab.role = :ROLE_FINANCER AND a.status = :AID_STATUS_PUBLISHED AND (a.closes_on IS NULL OR a.closes_on >= :today)
  AND NOT EXISTS (SELECT 1 FROM aid g JOIN aid_backer gb ON gb.aid_id = g.id AND gb.role = :ROLE_FINANCER
    JOIN aid_has_type gt ON gt.aid_id = g.id
    WHERE g.id = a.generic_id AND gb.backer_id = :id AND gt.type_id = t.id AND g.status = :AID_STATUS_PUBLISHED AND (g.closes_on IS NULL OR g.closes_on >= :today)
      AND g.id IN (SELECT v.id FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) v)  -- if within
  )
  AND a.id IN (SELECT w.id FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) w)  -- if within
GROUP BY t.id ORDER BY COUNT(DISTINCT a.id) DESC, t.name, t.id LIMIT 50;

-- backer_programs: the programmes that they are of
-- in: id, today
-- may miss: within
-- makes: program in programs
-- cached
SELECT p.slug AS "@slug", p.name AS "."
FROM aid_backer ab JOIN aid a ON a.id = ab.aid_id JOIN aid_program ap ON ap.aid_id = a.id JOIN program p ON p.id = ap.program_id
WHERE ab.backer_id = :id AND ab.role = :ROLE_FINANCER AND a.status = :AID_STATUS_PUBLISHED AND (a.closes_on IS NULL OR a.closes_on >= :today)
  AND a.id IN (SELECT w.id FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) w)  -- if within
GROUP BY p.id ORDER BY p.name, p.id LIMIT 50;

-- backer_categories: kinds of bodies that finance aids that can be seen today
-- in: today
-- may miss: within
-- makes: category in categories
-- cached
SELECT c.slug AS "@slug", COUNT(DISTINCT b.id) AS "@backers", c.name AS "."
FROM backer b JOIN backer_group g ON g.id = b.group_id JOIN backer_category c ON c.id = g.category_id
JOIN aid_backer ab ON ab.backer_id = b.id AND ab.role = :ROLE_FINANCER JOIN aid a ON a.id = ab.aid_id
WHERE b.has_page AND a.status = :AID_STATUS_PUBLISHED AND (a.closes_on IS NULL OR a.closes_on >= :today)
  AND a.id IN (SELECT w.id FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) w)  -- if within
GROUP BY c.id ORDER BY c.name, c.id LIMIT 50;

-- portal_aids: aids that a portal shows first, in their order, and those that it never shows
-- in: portals
SELECT a.portal_id AS "^", a.aid_id AS "id", a.is_shown AS "highlighted" FROM portal_aid a WHERE a.portal_id IN (:portals)
ORDER BY a.portal_id, a.is_shown DESC, a.position, a.aid_id LIMIT 500;
