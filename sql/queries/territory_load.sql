-- The reference of territories, read from rows (cgi-bin/lib/territory/perimeter_row.h)
-- and compared with what the base holds, so that only what differs is written:
-- ids stay, and a second run changes nothing.  perimeter_load.c runs these in
-- the order in which they stand here, but when nothing can have changed (perimeter_stamp.h).

-- perimeter_load_sums: digests of what the tables hold, in a quarter of a second
-- CHECKSUM TABLE is sooner, and was seen to give the same rows other sums after a restart.
-- Sums, for the same change in an even number of rows would leave the BIT_XOR of their CRC as it was.
SELECT
  (SELECT CAST(SUM(CRC32(CONCAT_WS(' ', id, slug))) AS UNSIGNED) FROM scale) AS scales,
  (SELECT CAST(SUM(CRC32(JSON_ARRAY(id, scale, code, name, siren, kind, population, department, zips,
     is_obsolete, latitude, longitude, arrondissement, crte))) AS UNSIGNED) FROM perimeter) AS perimeters,
  (SELECT CAST(SUM(CRC32(JSON_ARRAY(id, perimeter_id, code, kind, name, folded, zips, population))) AS UNSIGNED)
   FROM perimeter_name) AS names,
  (SELECT CAST(SUM(CRC32(CONCAT_WS(' ', zip, perimeter_id))) AS UNSIGNED) FROM perimeter_zip) AS zips,
  (SELECT CAST(SUM(CRC32(CONCAT_WS(' ', contained_id, container_id, is_part))) AS UNSIGNED) FROM perimeter_link) AS links,
  (SELECT CAST(SUM(CRC32(CONCAT_WS(' ', perimeter_id, code))) AS UNSIGNED) FROM perimeter_member) AS members,
  (SELECT CAST(SUM(CRC32(CONCAT_WS(' ', perimeter_id, member_id))) AS UNSIGNED) FROM perimeter_union) AS unions;

-- perimeter_load_drop: forgets the rows of a run before on this connection
DROP TEMPORARY TABLE IF EXISTS perimeter_row, perimeter_area, perimeter_base,
  perimeter_own_name, perimeter_home, perimeter_wanted, perimeter_heir,
  perimeter_fact;

-- perimeter_load_stage: the table in which the rows are loaded
CREATE TEMPORARY TABLE perimeter_row (
  origin      TINYINT UNSIGNED NOT NULL,
  line        INT UNSIGNED NOT NULL,
  type        VARCHAR(16) CHARACTER SET ascii NOT NULL,
  code        VARCHAR(32) CHARACTER SET ascii NOT NULL,
  name        VARCHAR(255) NULL,
  siren       CHAR(9) CHARACTER SET ascii NULL,
  population  INT UNSIGNED NULL,
  zips        VARCHAR(360) CHARACTER SET ascii NULL,
  department  VARCHAR(3) CHARACTER SET ascii NULL,
  region      VARCHAR(3) CHARACTER SET ascii NULL,
  epci        CHAR(9) CHARACTER SET ascii NULL,
  ept         CHAR(9) CHARACTER SET ascii NULL,
  parent      VARCHAR(32) CHARACTER SET ascii NULL,
  kind        VARCHAR(8) CHARACTER SET ascii NULL,
  folded      VARCHAR(255) CHARACTER SET ascii NULL,
  PRIMARY KEY (type, code, origin, line),  -- perimeter_load_areas
  KEY perimeter_row_code (code, type)      -- perimeter_load_faults
);

-- perimeter_load_rows: the rows of the files, with their names folded
LOAD DATA LOCAL INFILE 'rows' INTO TABLE perimeter_row
CHARACTER SET utf8mb4 FIELDS TERMINATED BY '\t' ESCAPED BY '\\'
(origin, line, type, code, name, siren, population, zips, department, region,
  epci, ept, parent, kind, folded);

-- perimeter_load_stage_area: the table of the perimeters that the rows make
CREATE TEMPORARY TABLE perimeter_area (
  scale       TINYINT UNSIGNED NOT NULL,
  code        VARCHAR(32) CHARACTER SET ascii NOT NULL,
  name        VARCHAR(255) NOT NULL,
  siren       CHAR(9) CHARACTER SET ascii NULL,
  kind        VARCHAR(8) CHARACTER SET ascii NULL,
  population  INT UNSIGNED NULL,
  department  VARCHAR(3) CHARACTER SET ascii NULL,
  zips        VARCHAR(360) CHARACTER SET ascii NULL,
  parent      VARCHAR(32) CHARACTER SET ascii NULL,
  region      VARCHAR(3) CHARACTER SET ascii NULL,
  folded      VARCHAR(255) CHARACTER SET ascii NULL,
  PRIMARY KEY (scale, code)
);

-- perimeter_load_faults: rows that say the same code twice, or name what no row is
SELECT r.origin, r.line, 'is there twice' AS fault, r.code
FROM perimeter_row r JOIN perimeter_row o ON o.type = r.type AND o.code = r.code
WHERE (o.origin, o.line) < (r.origin, r.line)
  AND r.type NOT IN (:NAME_ALIAS, 'name', 'basin-of', :NAME_FORMER, :NAME_DELEGATED, :NAME_ASSOCIATED)
UNION ALL
SELECT r.origin, r.line, 'is in an unknown department', r.department
FROM perimeter_row r
LEFT JOIN perimeter_row o ON o.type = 'department' AND o.code = r.department
WHERE o.code IS NULL AND (r.department IS NOT NULL OR r.type = 'commune')
UNION ALL
SELECT r.origin, r.line, 'is in an unknown region', r.region
FROM perimeter_row r
LEFT JOIN perimeter_row o ON o.type = 'region' AND o.code = r.region
WHERE o.code IS NULL AND r.region IS NOT NULL
UNION ALL
SELECT r.origin, r.line, 'is in an unknown EPCI', r.epci
FROM perimeter_row r
LEFT JOIN perimeter_row o ON o.type = 'epci' AND o.code = r.epci
WHERE o.code IS NULL AND r.epci IS NOT NULL
UNION ALL
SELECT r.origin, r.line, 'is in an unknown EPT', r.ept
FROM perimeter_row r
LEFT JOIN perimeter_row o ON o.type = 'ept' AND o.code = r.ept
WHERE o.code IS NULL AND r.ept IS NOT NULL
UNION ALL
SELECT r.origin, r.line, 'has an unknown parent', r.parent
FROM perimeter_row r
LEFT JOIN perimeter_row o ON o.code = r.parent AND o.type IN ('commune',
  'basin', 'adhoc', 'mainland', 'overseas', 'country', 'continent')
WHERE o.code IS NULL AND r.parent IS NOT NULL
ORDER BY 1, 2
LIMIT 20;

-- perimeter_load_sirens: SIREN told by a row of its own
UPDATE perimeter_row s JOIN perimeter_row r ON r.code = s.code AND r.type IN ('department', 'region')
SET r.siren = s.siren WHERE s.type = 'siren';

-- perimeter_load_areas: the perimeters that the rows make
INSERT INTO perimeter_area
SELECT s.id, r.code, r.name, r.siren, r.kind, r.population,
  CASE r.type WHEN 'department' THEN r.code ELSE r.department END, r.zips,
  r.parent, r.region, r.folded
FROM perimeter_row r
JOIN scale s ON s.slug = CASE r.type WHEN 'ept' THEN 'epci' ELSE r.type END
ORDER BY s.id, r.code;

-- perimeter_load_people: inhabitants of mainland, overseas and France: a sum
UPDATE perimeter_area a
JOIN (SELECT parent, SUM(population) AS people FROM perimeter_area
      WHERE scale = :SCALE_DEPARTMENT GROUP BY parent
      UNION ALL
      SELECT 'FRA', SUM(population) FROM perimeter_area WHERE scale = :SCALE_DEPARTMENT) d
  ON d.parent = a.code
SET a.population = d.people
WHERE a.scale IN (:SCALE_OVERSEAS, :SCALE_MAINLAND, :SCALE_COUNTRY);

-- perimeter_load_gone: how many perimeters of the base the rows do not know
SELECT COALESCE(SUM(a.code IS NULL), 0) AS gone, COUNT(*) AS known
FROM perimeter p LEFT JOIN perimeter_area a ON a.scale = p.scale AND a.code = p.code
WHERE p.scale IN (:SCALE_COMMUNE, :SCALE_EPCI, :SCALE_DEPARTMENT, :SCALE_REGION) AND NOT p.is_obsolete;

-- perimeter_load_area_add: perimeters that are new, the widest first
INSERT INTO perimeter (scale, code, name, siren, kind, population, department, zips)
SELECT a.scale, a.code, a.name, a.siren, a.kind, a.population, a.department, a.zips
FROM perimeter_area a
LEFT JOIN perimeter p ON p.scale = a.scale AND p.code = a.code
WHERE p.id IS NULL
ORDER BY a.scale DESC, a.code;

-- perimeter_load_area_change: perimeters of which something is told otherwise
UPDATE perimeter p JOIN perimeter_area a ON a.scale = p.scale AND a.code = p.code
SET p.name = a.name, p.siren = a.siren, p.kind = a.kind,
  p.population = a.population, p.department = a.department, p.zips = a.zips,
  p.is_obsolete = FALSE
WHERE p.is_obsolete OR p.name <> a.name COLLATE utf8mb4_bin
  OR NOT (p.siren <=> a.siren) OR NOT (p.kind <=> a.kind)
  OR NOT (p.population <=> a.population)
  OR NOT (p.department <=> a.department) OR NOT (p.zips <=> a.zips);

-- perimeter_load_area_retire: perimeters that the reference no longer knows stay
UPDATE perimeter p LEFT JOIN perimeter_area a ON a.scale = p.scale AND a.code = p.code
SET p.is_obsolete = TRUE
WHERE a.code IS NULL AND p.scale IN (:SCALE_COMMUNE, :SCALE_EPCI, :SCALE_DEPARTMENT, :SCALE_REGION) AND NOT p.is_obsolete;

-- perimeter_load_stage_base: the perimeters of the reference, by id
CREATE TEMPORARY TABLE perimeter_base (
  id      INT UNSIGNED NOT NULL PRIMARY KEY,
  scale   TINYINT UNSIGNED NOT NULL,
  code    VARCHAR(32) CHARACTER SET ascii NOT NULL,
  linked  BOOLEAN NOT NULL,                -- its members are what the rows say
  UNIQUE KEY perimeter_base_code (scale, code)
);

-- perimeter_load_bases: the same, but for members that an administrator gave
INSERT INTO perimeter_base
SELECT p.id, p.scale, p.code,
  NOT EXISTS (SELECT 1 FROM perimeter_member m WHERE m.perimeter_id = p.id)
FROM perimeter p JOIN perimeter_area a ON a.scale = p.scale AND a.code = p.code
ORDER BY p.id;

-- perimeter_load_name_of_row: a former code takes the name told apart
UPDATE perimeter_row n JOIN perimeter_row r ON r.type = :NAME_FORMER AND r.code = n.code
SET r.name = n.name, r.folded = n.folded
WHERE n.type = 'name';

-- perimeter_load_name_of_old: a former code takes the name it had in the base
UPDATE perimeter_row r
JOIN perimeter p ON p.scale = :SCALE_COMMUNE AND p.code = r.code AND p.is_obsolete
JOIN perimeter_name n ON n.perimeter_id = p.id AND n.kind = :NAME_OWN
SET r.name = n.name, r.folded = n.folded
WHERE r.type = :NAME_FORMER AND r.name IS NULL;

-- perimeter_load_stage_name: the table of the names that the rows make
CREATE TEMPORARY TABLE perimeter_own_name (
  perimeter_id  INT UNSIGNED NOT NULL,
  kind          ENUM('own','alias','arrondissement','delegated','associated','former') NOT NULL,
  code          VARCHAR(32) CHARACTER SET ascii NOT NULL,
  folded        VARCHAR(255) CHARACTER SET ascii NOT NULL,
  name          VARCHAR(255) NOT NULL,
  zips          VARCHAR(100) CHARACTER SET ascii NULL,
  population    INT UNSIGNED NULL,
  PRIMARY KEY (perimeter_id, kind, code, folded)
);

-- perimeter_load_names: each perimeter's own name
INSERT INTO perimeter_own_name
SELECT b.id, :NAME_OWN, a.code, a.folded, a.name, NULL, NULL
FROM perimeter_base b JOIN perimeter_area a ON a.scale = b.scale AND a.code = b.code
ORDER BY b.id;

-- perimeter_load_names_led: names and codes that lead to another commune
INSERT IGNORE INTO perimeter_own_name
SELECT b.id, r.type, r.code, COALESCE(r.folded, ''), COALESCE(r.name, ''),
  r.zips, r.population
FROM perimeter_row r JOIN perimeter_base b ON b.scale = :SCALE_COMMUNE AND b.code = r.parent
WHERE r.type IN (:NAME_ARRONDISSEMENT, :NAME_DELEGATED, :NAME_ASSOCIATED, :NAME_FORMER)
ORDER BY b.id;

-- perimeter_load_names_past: names that codes of communes had, of today's and of those that lead
INSERT IGNORE INTO perimeter_own_name
SELECT b.id, :NAME_FORMER, n.code, n.folded, n.name, NULL, NULL
FROM perimeter_row n JOIN perimeter_row r ON r.code = n.code
JOIN perimeter_base b ON b.scale = :SCALE_COMMUNE AND b.code = COALESCE(r.parent, r.code)
WHERE n.type = 'name' AND r.type IN ('commune', :NAME_DELEGATED, :NAME_ASSOCIATED, :NAME_FORMER)
ORDER BY b.id;

-- perimeter_load_names_alias: other usages
INSERT IGNORE INTO perimeter_own_name
SELECT b.id, :NAME_ALIAS, r.code, r.folded, r.name, NULL, NULL
FROM perimeter_row r JOIN perimeter_base b ON b.code = r.code WHERE r.type = :NAME_ALIAS ORDER BY b.id;

-- perimeter_load_name_remove: names told no more; what is not of the reference keeps its own
DELETE n FROM perimeter_name n
LEFT JOIN perimeter_base b ON b.id = n.perimeter_id
LEFT JOIN perimeter_own_name w ON w.perimeter_id = n.perimeter_id
  AND w.kind = n.kind AND w.code = n.code AND w.folded = n.folded
  AND w.name = n.name COLLATE utf8mb4_bin AND w.zips <=> n.zips
  AND w.population <=> n.population
WHERE w.code IS NULL AND (b.id IS NOT NULL OR n.kind <> :NAME_OWN);

-- perimeter_load_name_add: names that are new
INSERT INTO perimeter_name (perimeter_id, code, kind, name, folded, zips, population)
SELECT w.perimeter_id, w.code, w.kind, w.name, w.folded, w.zips, w.population
FROM perimeter_own_name w
LEFT JOIN perimeter_name n ON n.perimeter_id = w.perimeter_id
  AND n.kind = w.kind AND n.code = w.code AND n.folded = w.folded
WHERE n.id IS NULL
ORDER BY w.perimeter_id, w.kind, w.code;

-- perimeter_load_zip_remove: postal codes that a commune has no more
DELETE z FROM perimeter_zip z JOIN perimeter p ON p.id = z.perimeter_id
WHERE NOT p.is_obsolete AND LOCATE(z.zip, COALESCE(p.zips, '')) = 0;

-- perimeter_load_zip_add: postal codes that are new; a commune has at most 60, most have one
INSERT INTO perimeter_zip (zip, perimeter_id)
SELECT c.zip, c.id
FROM (SELECT SUBSTR(zips, 1, 5) AS zip, id FROM perimeter WHERE scale = :SCALE_COMMUNE AND zips <> ''
  UNION ALL
  SELECT SUBSTR(p.zips, 6 * k.n + 1, 5), p.id
  FROM perimeter p
  JOIN (SELECT a.n + 10 * b.n AS n FROM
    (SELECT 0 AS n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4
     UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) a
    JOIN
    (SELECT 0 AS n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4
     UNION SELECT 5) b) k
    ON k.n > 0 AND k.n * 6 < LENGTH(p.zips)
  WHERE p.scale = :SCALE_COMMUNE AND LENGTH(p.zips) > 6) c
LEFT JOIN perimeter_zip z ON z.perimeter_id = c.id AND z.zip = c.zip
WHERE z.zip IS NULL
ORDER BY 1, 2;

-- perimeter_load_stage_home: the table of what each commune lies in
CREATE TEMPORARY TABLE perimeter_home (
  commune_id     INT UNSIGNED NOT NULL PRIMARY KEY,
  epci_id        INT UNSIGNED NULL,
  ept_id         INT UNSIGNED NULL,
  department_id  INT UNSIGNED NOT NULL,
  region_id      INT UNSIGNED NULL,
  zone_id        INT UNSIGNED NOT NULL,
  KEY perimeter_home_department (department_id)
);

-- perimeter_load_homes: a commune's EPCI, EPT, department, region, and mainland or overseas
INSERT INTO perimeter_home
SELECT c.id, e.id, t.id, d.id, g.id, z.id
FROM perimeter_row r
JOIN perimeter_base c ON c.scale = :SCALE_COMMUNE AND c.code = r.code
JOIN perimeter_base d ON d.scale = :SCALE_DEPARTMENT AND d.code = r.department
JOIN perimeter_area a ON a.scale = :SCALE_DEPARTMENT AND a.code = r.department
JOIN perimeter_base z ON z.scale IN (:SCALE_OVERSEAS, :SCALE_MAINLAND) AND z.code = a.parent
LEFT JOIN perimeter_base g ON g.scale = :SCALE_REGION AND g.code = r.region
LEFT JOIN perimeter_base e ON e.scale = :SCALE_EPCI AND e.code = r.epci
LEFT JOIN perimeter_base t ON t.scale = :SCALE_EPCI AND t.code = r.ept
WHERE r.type = 'commune'
ORDER BY c.id;

-- perimeter_load_stage_link: the table of the links that should be
CREATE TEMPORARY TABLE perimeter_wanted (
  contained_id  INT UNSIGNED NOT NULL,
  container_id  INT UNSIGNED NOT NULL,
  PRIMARY KEY (contained_id, container_id)
);

-- perimeter_load_links: communes in their EPCI, EPT, department, region, mainland or overseas
INSERT INTO perimeter_wanted
SELECT h.commune_id, CASE k.n WHEN 1 THEN h.zone_id WHEN 2 THEN h.region_id
  WHEN 3 THEN h.department_id WHEN 4 THEN h.epci_id ELSE h.ept_id END AS container_id
FROM perimeter_home h
JOIN (SELECT 1 AS n UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5) k
HAVING container_id IS NOT NULL;

-- perimeter_load_links_basin: communes, and all the bodies around them, in the basins and special bodies of their department
-- A body can get what one of its communes can.
INSERT IGNORE INTO perimeter_wanted
SELECT CASE h.n WHEN 1 THEN h.commune_id WHEN 2 THEN h.region_id
  WHEN 3 THEN h.department_id WHEN 4 THEN h.epci_id ELSE h.ept_id END AS contained_id, b.id
FROM perimeter_row r
JOIN perimeter_base b ON b.scale IN (:SCALE_BASIN, :SCALE_ADHOC) AND b.code = r.parent AND b.linked
JOIN perimeter_base d ON d.scale = :SCALE_DEPARTMENT AND d.code = r.code
JOIN (SELECT 1 AS n, commune_id, region_id, department_id, epci_id, ept_id FROM perimeter_home
      UNION ALL
      SELECT DISTINCT k.n, NULL, region_id, department_id, epci_id, ept_id FROM perimeter_home
      JOIN (SELECT 2 AS n UNION SELECT 3 UNION SELECT 4 UNION SELECT 5) k) h ON h.department_id = d.id
WHERE r.type = 'basin-of'
HAVING contained_id IS NOT NULL;

-- perimeter_load_links_epci: EPCI and EPT in every department and region they touch
-- An EPCI astride two departments is in both: an aid of either may be meant for
-- some of its communes, and who asks for a department wants the aids of all the
-- EPCI that work in it.  To ask for "wholly in" would hide both.
INSERT INTO perimeter_wanted
SELECT epci_id, department_id FROM perimeter_home WHERE epci_id IS NOT NULL
UNION SELECT epci_id, region_id FROM perimeter_home
  WHERE epci_id IS NOT NULL AND region_id IS NOT NULL
UNION SELECT epci_id, zone_id FROM perimeter_home WHERE epci_id IS NOT NULL
UNION SELECT ept_id, epci_id FROM perimeter_home
  WHERE ept_id IS NOT NULL AND epci_id IS NOT NULL
UNION SELECT ept_id, department_id FROM perimeter_home WHERE ept_id IS NOT NULL
UNION SELECT ept_id, region_id FROM perimeter_home
  WHERE ept_id IS NOT NULL AND region_id IS NOT NULL
UNION SELECT ept_id, zone_id FROM perimeter_home WHERE ept_id IS NOT NULL;

-- perimeter_load_links_parent: departments in regions; departments, regions, basins in mainland or overseas
INSERT IGNORE INTO perimeter_wanted
SELECT b.id, c.id
FROM perimeter_area a
JOIN perimeter_base b ON b.scale = a.scale AND b.code = a.code
JOIN perimeter_base c ON (c.scale, c.code) IN ((:SCALE_REGION, a.region),
  (:SCALE_OVERSEAS, a.parent), (:SCALE_MAINLAND, a.parent))
WHERE a.scale IN (:SCALE_BASIN, :SCALE_ADHOC, :SCALE_DEPARTMENT, :SCALE_REGION)
ORDER BY b.id;

-- perimeter_load_links_all: everything in France and in Europe
INSERT INTO perimeter_wanted
SELECT b.id, c.id
FROM perimeter_base b JOIN perimeter_base c ON c.scale IN (:SCALE_COUNTRY, :SCALE_CONTINENT) AND c.scale > b.scale
ORDER BY b.id;

-- perimeter_load_link_remove: links of the reference that are no more
DELETE l FROM perimeter_link l
LEFT JOIN perimeter_wanted w
  ON w.contained_id = l.contained_id AND w.container_id = l.container_id
STRAIGHT_JOIN perimeter_base a ON a.id = l.contained_id
STRAIGHT_JOIN perimeter_base b ON b.id = l.container_id AND (b.linked OR a.scale > :SCALE_COMMUNE)
WHERE w.contained_id IS NULL;

-- perimeter_load_link_add: links that are new
INSERT INTO perimeter_link (contained_id, container_id)
SELECT w.contained_id, w.container_id
FROM perimeter_wanted w
LEFT JOIN perimeter_link l
  ON l.contained_id = w.contained_id AND l.container_id = w.container_id
WHERE l.contained_id IS NULL
ORDER BY w.contained_id, w.container_id;
