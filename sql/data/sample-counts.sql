-- Sample counts, for the pages of statistics of the demo to show something: made up, of
-- four hundred days up to @today, and the same on each machine.  A row in count_log says
-- that they are examples, and pages say it then; all are of as many networks as can be said.  What is there already stays.

USE guichet;
SET @today = COALESCE(@today, CURDATE()), @days = COALESCE(@days, 400);

CREATE TEMPORARY TABLE sample_day (day DATE PRIMARY KEY, busy FLOAT);
INSERT INTO sample_day
WITH RECURSIVE d AS (SELECT @today - INTERVAL 1 DAY AS day, 1 AS n UNION ALL SELECT day - INTERVAL 1 DAY, n + 1 FROM d WHERE n < @days)
-- Less at week-ends and in August, more as the end of the year is near, and more each year.
SELECT day, IF(WEEKDAY(day) > 4, 0.15, 1) * IF(MONTH(day) = 8, 0.4, 1) * (0.8 + 0.04 * MONTH(day)) * POW(1.0006, DATEDIFF(day, '2026-01-01'))
  * (0.75 + MOD(CRC32(day), 100) / 200)
FROM d;

-- The site, and the portals of the demo.
CREATE TEMPORARY TABLE sample_portal (id INT UNSIGNED PRIMARY KEY, slug VARCHAR(33), size FLOAT);
INSERT INTO sample_portal
SELECT 0, '', 1 UNION ALL SELECT id, slug, CASE slug WHEN 'region' THEN 0.6 WHEN 'deux-sevres' THEN 0.5 ELSE 0.3 END FROM portal
WHERE slug IN ('deux-sevres', 'fonds-vert', 'petites-villes-de-demain', 'region');

CREATE TEMPORARY TABLE sample_kind (slug VARCHAR(64) CHARACTER SET ascii, size FLOAT);
INSERT INTO sample_kind VALUES ('commune', 1), ('epci', 0.45), ('', 0.4), ('association', 0.2), ('department', 0.12), ('public-org', 0.1), ('region', 0.05);
CREATE TEMPORARY TABLE sample_department (code VARCHAR(3) CHARACTER SET ascii, size FLOAT);
INSERT INTO sample_department VALUES ('79', 6), ('86', 3), ('17', 2.5), ('33', 2.5), ('', 2.5), ('16', 2), ('85', 1.5), ('49', 1.2), ('87', 1), ('24', 1),
  ('40', 0.8), ('64', 0.8), ('75', 0.8), ('23', 0.6), ('19', 0.6), ('47', 0.6), ('35', 0.5), ('974', 0.4), ('2A', 0.2);

INSERT IGNORE INTO count_search (portal_id, day, kind, department, searches, nothing, networks)
SELECT x.portal, x.day, x.kind, x.department, x.searches, FLOOR(x.searches * 0.06 + MOD(x.luck, 91) / 91), ~0
FROM (SELECT p.id AS portal, d.day, k.slug AS kind, t.code AS department, CRC32(CONCAT(d.day, p.slug, k.slug, t.code)) AS luck,
    FLOOR(d.busy * p.size * k.size * t.size * (0.6 + MOD(CRC32(CONCAT(d.day, k.slug, t.code, p.slug)), 100) / 70)) AS searches
  FROM sample_day d JOIN sample_portal p JOIN sample_kind k JOIN sample_department t
  WHERE p.slug <> 'deux-sevres' OR t.code IN ('79', '')) x
WHERE x.searches > 0;

CREATE TEMPORARY TABLE sample_word (word VARCHAR(100), size FLOAT, misses FLOAT);
INSERT INTO sample_word VALUES ('toiture ecole', 3, 0), ('renovation energetique', 4, 0), ('ecole', 3, 0), ('piste cyclable', 2.5, 0), ('eclairage public', 2.2, 0),
  ('maison sante', 2, 0), ('eau potable', 1.6, 0), ('tiers lieu', 1.5, 0), ('salle fetes', 1.5, 0.1), ('assainissement', 1.4, 0), ('photovoltaique', 1.3, 0),
  ('eglise', 1.2, 0), ('cantine', 1.1, 0), ('cimetiere', 1, 0.3), ('videoprotection', 1, 0.2), ('skatepark', 0.9, 0.4), ('commerce', 0.9, 0), ('haie', 0.8, 0),
  ('chaufferie bois', 0.8, 0), ('borne recharge', 0.8, 0), ('inondation', 0.7, 0), ('ingenierie', 0.6, 0), ('piscine naturelle', 0.6, 1), ('drone', 0.5, 1),
  ('orgue', 0.5, 1), ('padel', 0.6, 1), ('camping', 0.4, 0.8);
INSERT IGNORE INTO count_word (portal_id, month, word, searches, nothing, networks)
SELECT x.portal, DATE_FORMAT(x.day, '%Y-%m-01'), x.word, SUM(x.searches), SUM(ROUND(x.searches * x.misses)), ~0
FROM (SELECT p.id AS portal, d.day, w.word, w.misses, FLOOR(d.busy * p.size * w.size * (0.5 + MOD(CRC32(CONCAT(d.day, w.word, p.slug)), 100) / 80)) AS searches
  FROM sample_day d JOIN sample_portal p JOIN sample_word w) x
WHERE x.searches > 0
GROUP BY x.portal, 2, x.word;

CREATE TEMPORARY TABLE sample_place (code VARCHAR(20) CHARACTER SET ascii, scale INT, size FLOAT);
INSERT INTO sample_place VALUES ('79191', 1, 2), ('79049', 1, 1.2), ('79202', 1, 1), ('79329', 1, 0.8), ('86194', 1, 1.2), ('17300', 1, 1), ('33063', 1, 1),
  ('16015', 1, 0.7), ('85191', 1, 0.6), ('49007', 1, 0.6), ('79', 10, 1.6), ('86', 10, 0.8), ('17', 10, 0.6), ('33', 10, 0.6), ('R75', 15, 0.6), ('79109', 1, 0.5);
INSERT IGNORE INTO count_place (portal_id, month, perimeter_id, searches, nothing, networks)
SELECT x.portal, DATE_FORMAT(x.day, '%Y-%m-01'), x.place, SUM(x.searches), SUM(FLOOR(x.searches / 8)), ~0
FROM (SELECT p.id AS portal, d.day, r.id AS place, FLOOR(d.busy * p.size * s.size * (0.4 + MOD(CRC32(CONCAT(d.day, s.code, p.slug)), 100) / 70)) AS searches
  FROM sample_day d JOIN sample_portal p JOIN sample_place s JOIN perimeter r ON r.code = s.code AND r.scale = s.scale AND NOT r.is_obsolete
  WHERE p.slug <> 'deux-sevres' OR s.code LIKE '79%') x
WHERE x.searches > 0
GROUP BY x.portal, 2, x.place;

-- Some aids are read much, most a little; of a portal, those that it shows: of its
-- programme, which has few, or whose territory touches its own.
CREATE TEMPORARY TABLE sample_territory (slug VARCHAR(33), perimeter_id INT UNSIGNED, PRIMARY KEY (slug, perimeter_id));
INSERT INTO sample_territory
WITH own AS (SELECT o.slug, p.id FROM (SELECT 'deux-sevres' AS slug, '79' AS code, 10 AS scale UNION ALL SELECT 'region', 'R75', 15) o
  JOIN perimeter p ON p.code = o.code AND p.scale = o.scale AND NOT p.is_obsolete)
SELECT slug, id FROM own UNION SELECT o.slug, l.container_id FROM own o JOIN perimeter_link l ON l.contained_id = o.id
UNION SELECT o.slug, l.contained_id FROM own o JOIN perimeter_link l ON l.container_id = o.id;
CREATE TEMPORARY TABLE sample_aid (portal_id INT UNSIGNED, aid_id INT UNSIGNED, size FLOAT, PRIMARY KEY (portal_id, aid_id));
INSERT INTO sample_aid
SELECT p.id, a.id, p.size * IF(p.slug IN ('fonds-vert', 'petites-villes-de-demain'), 4, 1) * (0.1 + 40 / (8 + MOD(CRC32(CONCAT(a.slug, p.slug)), 200)))
FROM sample_portal p JOIN aid a ON a.status = 'published'
WHERE IF(p.slug IN ('fonds-vert', 'petites-villes-de-demain'),
  EXISTS (SELECT 1 FROM aid_program ap JOIN program g ON g.id = ap.program_id WHERE ap.aid_id = a.id AND g.slug = p.slug), MOD(CRC32(a.slug), 3) = 0)
  AND (p.slug NOT IN ('deux-sevres', 'region') OR EXISTS (SELECT 1 FROM sample_territory t WHERE t.slug = p.slug AND t.perimeter_id = a.perimeter_id))
  AND (p.id = 0 OR a.closes_on IS NULL OR a.closes_on >= @today)
  AND NOT EXISTS (SELECT 1 FROM portal_aid x WHERE x.portal_id = p.id AND x.aid_id = a.id AND NOT x.is_shown);
INSERT IGNORE INTO count_aid (portal_id, day, aid_id, views, more, apply, drafts, networks)
SELECT x.portal, x.day, x.aid, x.views, FLOOR(x.views * 0.22 + 0.9 * MOD(x.luck, 97) / 97), FLOOR(x.views * 0.08 + MOD(x.luck, 89) / 89),
  FLOOR(x.views * 0.02 + MOD(x.luck, 83) / 83), ~0
FROM (SELECT s.portal_id AS portal, d.day, s.aid_id AS aid, CRC32(CONCAT(s.aid_id, d.day)) AS luck,
    FLOOR(d.busy * s.size * (0.5 + MOD(CRC32(CONCAT(d.day, s.aid_id, s.portal_id)), 100) / 60)) AS views
  FROM sample_day d JOIN sample_aid s) x
WHERE x.views > 0;
INSERT IGNORE INTO count_page (portal_id, day, kind, id, views, networks)
SELECT 0, x.day, 'backer', x.id, x.views, ~0
FROM (SELECT d.day, b.id, FLOOR(d.busy * (0.2 + MOD(CRC32(b.slug), 40) / 10) * (0.5 + MOD(CRC32(CONCAT(d.day, b.slug)), 100) / 80)) AS views
  FROM sample_day d JOIN backer b ON b.slug <> '' AND EXISTS (SELECT 1 FROM aid_backer ab WHERE ab.backer_id = b.id AND ab.role = 'financer')) x
WHERE x.views > 0;

INSERT IGNORE INTO count_log (host, log, position) VALUES ('exemples', SHA2('exemples', 256), 0);
UPDATE count_log SET position = position + 1 WHERE host = 'exemples';
