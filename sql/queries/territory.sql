-- What readers ask of territories.  A name or a code that no longer is leads to
-- the perimeter of today.

-- perimeter_by_code: the perimeter of an INSEE code, SIREN, "79", "R75", "FRA"...
-- A code of today goes before a SIREN, and a SIREN before a code of the past.  A
-- department goes before what else bears its code; of those that share a SIREN
-- (Paris, Corsica, Martinique) the widest.  What is not ASCII is no code: compared
-- as it is, it would be an error.
-- in: code
-- makes: perimeter
SELECT p.id AS "@id", s.slug AS "@scale", s.id AS "@scale-id", s.name AS "@scale-name",
  p.code AS "@code", p.name AS "@name", p.kind AS "@kind", p.siren AS "@siren",
  p.population AS "@population", p.department AS "@department",
  d.name AS "@department-name", p.zips AS "@zips",
  CASE WHEN p.is_obsolete THEN 'true' END AS "@obsolete", f.matched AS "@matched"
FROM (
  SELECT id, 1 AS way, 0 AS kind, NULL AS matched FROM perimeter WHERE code = CONVERT(:code USING ascii)
  UNION ALL
  SELECT id, 2, 0, NULL FROM perimeter WHERE siren = CONVERT(:code USING ascii)
  UNION ALL
  SELECT perimeter_id, 3, kind + 0, NULLIF(name, '') FROM perimeter_name
  WHERE code = CONVERT(:code USING ascii) AND kind NOT IN (:NAME_OWN, :NAME_ALIAS)) f
JOIN perimeter p ON p.id = f.id
JOIN scale s ON s.id = p.scale
LEFT JOIN perimeter d ON d.scale = :SCALE_DEPARTMENT AND d.code = p.department
ORDER BY p.is_obsolete, f.way, f.way = 1 AND p.scale = :SCALE_DEPARTMENT DESC, f.kind, p.scale DESC, p.id
LIMIT 1;

-- perimeter_chains: perimeters and all that contains each
-- in: ids
-- makes: perimeter
SELECT p.id AS "^", p.id AS "@id", s.slug AS "@scale", s.id AS "@scale-id", s.name AS "@scale-name",
  p.code AS "@code", p.name AS "@name", p.kind AS "@kind", p.population AS "@population",
  p.department AS "@department", p.zips AS "@zips", NULL AS "@part"
FROM perimeter p JOIN scale s ON s.id = p.scale
WHERE p.id IN (:ids)
UNION ALL
SELECT l.contained_id, p.id, s.slug, s.id, s.name, p.code, p.name, p.kind, p.population, p.department, NULL,
  NULLIF(l.is_part, 0)
FROM perimeter_link l JOIN perimeter p ON p.id = l.container_id JOIN scale s ON s.id = p.scale
WHERE l.contained_id IN (:ids);

-- perimeters_of_codes: perimeters of codes of today, the department first when it shares its own
-- in: codes
SELECT code, id FROM perimeter WHERE code IN (:codes) AND NOT is_obsolete
ORDER BY scale = :SCALE_DEPARTMENT DESC, scale DESC, id
LIMIT 10000;

-- perimeter_matches: perimeters whose aids some perimeters find: themselves, their containers, their contained (AT 2.4)
-- Reads the perimeters that have aids, a few hundred whatever is asked, and
-- looks at two links of each: France costs no more than a hamlet.  What lies in
-- a basin is its communes: a department has more than the basin gives.
-- in: ids
SELECT k.id, a.perimeter_id
FROM perimeter k
JOIN (SELECT DISTINCT perimeter_id FROM aid_index WHERE perimeter_id IS NOT NULL) a
WHERE k.id IN (:ids) AND (a.perimeter_id = k.id
  OR EXISTS (SELECT 1 FROM perimeter_link l
    WHERE l.contained_id = k.id AND l.container_id = a.perimeter_id)
  OR EXISTS (SELECT 1 FROM perimeter_link l
    JOIN perimeter c ON c.id = l.contained_id
    WHERE l.contained_id = a.perimeter_id AND l.container_id = k.id
      AND (k.scale <> :SCALE_BASIN OR c.scale = :SCALE_COMMUNE)))
ORDER BY k.id, a.perimeter_id
LIMIT 1000000;

-- perimeter_around: where a place lies, in hundredths of a degree, and the departments with a commune within 30 km
-- in: ids
SELECT p.id, CAST(100 * p.latitude AS SIGNED) AS latitude, CAST(100 * p.longitude AS SIGNED) AS longitude, c.department
FROM perimeter p
JOIN (SELECT -1 AS n UNION SELECT 0 UNION SELECT 1) y
JOIN (SELECT -1 AS n UNION SELECT 0 UNION SELECT 1) x
JOIN perimeter c ON c.square = p.square + 1000 * y.n + x.n
WHERE p.id IN (:ids) AND c.scale = :SCALE_COMMUNE AND NOT c.is_obsolete
  AND POW(c.latitude - p.latitude, 2)
    + POW((c.longitude - p.longitude) * COS(RADIANS(p.latitude)), 2) <= POW(30 / 111.2, 2)
GROUP BY p.id, c.department
LIMIT 1000;

-- territory_names: departments and regions, for their names
SELECT scale, code, name FROM perimeter WHERE scale IN (:SCALE_DEPARTMENT, :SCALE_REGION) AND NOT is_obsolete
ORDER BY scale, code LIMIT 1000;

-- country_names: countries, for their names
SELECT code, name FROM country ORDER BY code LIMIT 300;

-- zip_codes: the INSEE codes that a postal code serves, arrondissements in place of Paris, Lyon and Marseille (DS 1.6)
-- in: zip
SELECT p.code FROM perimeter_zip z JOIN perimeter p ON p.id = z.perimeter_id AND NOT p.is_obsolete
WHERE z.zip = :zip AND NOT EXISTS (
  SELECT 1 FROM perimeter_name n WHERE n.perimeter_id = p.id AND n.kind = :NAME_ARRONDISSEMENT)
UNION SELECT n.code FROM perimeter_zip z JOIN perimeter_name n ON n.perimeter_id = z.perimeter_id
WHERE z.zip = :zip AND n.kind = :NAME_ARRONDISSEMENT AND LOCATE(:zip, n.zips) > 0
LIMIT 200;

-- epci_in: whether an EPCI has a commune in a department
-- in: siren, department
SELECT 1 AS found FROM perimeter e JOIN perimeter_link l ON l.container_id = e.id
JOIN perimeter c ON c.id = l.contained_id AND c.scale = :SCALE_COMMUNE AND c.department = :department AND NOT c.is_obsolete
WHERE e.scale = :SCALE_EPCI AND e.code = CONVERT(:siren USING ascii) AND NOT e.is_obsolete
  AND (e.kind IS NULL OR e.kind <> 'EPT')
LIMIT 1;

-- perimeters_shown: perimeters among which a reader chooses
-- in: ids
-- makes: perimeter in perimeters
SELECT p.id AS "^", p.id AS "@id", s.slug AS "@scale", s.id AS "@scale-id", s.name AS "@scale-name",
  p.code AS "@code", p.name AS "@name", p.kind AS "@kind", p.population AS "@population",
  p.department AS "@department", d.name AS "@department-name", p.zips AS "@zips"
FROM perimeter p JOIN scale s ON s.id = p.scale
LEFT JOIN perimeter d ON d.scale = :SCALE_DEPARTMENT AND d.code = p.department
WHERE p.id IN (:ids);

-- perimeter_of_at: the perimeter of an id of AT, of today or of the past
-- in: at
SELECT p.id, p.name FROM perimeter_at a JOIN perimeter p ON p.scale = a.scale AND p.code = a.code AND NOT p.is_obsolete
WHERE a.id = :at
UNION ALL
SELECT p.id, p.name FROM perimeter_at a JOIN perimeter_name n ON n.code = a.code AND n.kind NOT IN (:NAME_OWN, :NAME_ALIAS)
JOIN perimeter p ON p.id = n.perimeter_id AND NOT p.is_obsolete
WHERE a.id = :at
LIMIT 1;

-- perimeter_at_communes: whether the ids that AT gave to communes are known
SELECT id FROM perimeter_at WHERE scale = :SCALE_COMMUNE LIMIT 1;

-- What else is known of communes and intercommunalities (perimeter_fact.h): the end of
-- a load of territories, in the order in which they stand here.

-- perimeter_load_stage_fact: the table of what else is known of communes and EPCI
CREATE TEMPORARY TABLE perimeter_fact (
  fact       ENUM('centre','arrondissement','crte') NOT NULL,
  code       VARCHAR(9) CHARACTER SET ascii NOT NULL,
  name       VARCHAR(160) NULL,
  latitude   DECIMAL(4,2) NULL,
  longitude  DECIMAL(5,2) NULL,
  PRIMARY KEY (fact, code)
);

-- perimeter_load_facts: the rows that centres.tsv and territory-facts.tsv make
LOAD DATA LOCAL INFILE 'rows' INTO TABLE perimeter_fact
CHARACTER SET utf8mb4 FIELDS TERMINATED BY '\t' ESCAPED BY '\\'
(fact, code, name, latitude, longitude);

-- perimeter_load_centre_communes: where communes lie
UPDATE perimeter p JOIN perimeter_fact c ON c.fact = :PERIMETER_FACT_CENTRE AND c.code = p.code
SET p.latitude = c.latitude, p.longitude = c.longitude
WHERE p.scale = :SCALE_COMMUNE
  AND NOT (p.latitude <=> c.latitude AND p.longitude <=> c.longitude);

-- perimeter_load_centre_epcis: an intercommunality lies amid its communes
UPDATE perimeter p
JOIN (SELECT STRAIGHT_JOIN e.id, ROUND(AVG(c.latitude), 2) AS latitude, ROUND(AVG(c.longitude), 2) AS longitude
      FROM perimeter e JOIN perimeter_link l FORCE INDEX (perimeter_link_container) ON l.container_id = e.id
      JOIN perimeter c ON c.id = l.contained_id AND c.scale = :SCALE_COMMUNE AND NOT c.is_obsolete
      WHERE e.scale = :SCALE_EPCI AND NOT e.is_obsolete
      GROUP BY e.id) m ON m.id = p.id
SET p.latitude = m.latitude, p.longitude = m.longitude
WHERE NOT (p.latitude <=> m.latitude AND p.longitude <=> m.longitude);

-- perimeter_load_arrondissements: the arrondissements of communes
UPDATE perimeter p LEFT JOIN perimeter_fact f ON f.fact = :PERIMETER_FACT_ARRONDISSEMENT AND f.code = p.code
SET p.arrondissement = f.name
WHERE p.scale = :SCALE_COMMUNE AND NOT (p.arrondissement <=> f.name COLLATE utf8mb4_bin);

-- perimeter_load_arrondissement_epcis: an EPCI is where most of its people live
-- No source tells its seat.
UPDATE perimeter p
LEFT JOIN (SELECT STRAIGHT_JOIN l.container_id AS id, c.arrondissement,
        ROW_NUMBER() OVER (PARTITION BY l.container_id
          ORDER BY SUM(c.population) DESC, c.arrondissement) AS place
      FROM perimeter e JOIN perimeter_link l FORCE INDEX (perimeter_link_container) ON l.container_id = e.id
      JOIN perimeter c ON c.id = l.contained_id
      WHERE e.scale = :SCALE_EPCI AND c.scale = :SCALE_COMMUNE AND NOT c.is_obsolete AND c.arrondissement IS NOT NULL
      GROUP BY l.container_id, c.arrondissement) m ON m.id = p.id AND m.place = 1
SET p.arrondissement = m.arrondissement
WHERE p.scale = :SCALE_EPCI AND NOT p.is_obsolete
  AND NOT (p.arrondissement <=> m.arrondissement COLLATE utf8mb4_bin);

-- perimeter_load_crtes: the CRTE of EPCI, EPT, and communes that sign by themselves
UPDATE perimeter p LEFT JOIN perimeter_fact f ON f.fact = :PERIMETER_FACT_CRTE AND f.code = p.code
SET p.crte = f.name
WHERE p.scale IN (:SCALE_COMMUNE, :SCALE_EPCI) AND NOT (p.crte <=> f.name COLLATE utf8mb4_bin);

-- "guichet import perimeter-ids": ids that AT gave to places, a table of this connection
-- first, so that a line that is refused is told.

-- perimeter_ids_drop: those of another import of this connection
DROP TEMPORARY TABLE IF EXISTS perimeter_said;

-- perimeter_ids_stage: the lines of a list, and what is wrong with them
CREATE TEMPORARY TABLE perimeter_said (
  line   INT UNSIGNED NOT NULL PRIMARY KEY,
  id     INT UNSIGNED NOT NULL,
  scale  TINYINT UNSIGNED NOT NULL,                     -- 0: no scale has its name
  code   VARCHAR(33) CHARACTER SET ascii NOT NULL,
  place  VARCHAR(100) NOT NULL,                         -- as the list has it
  -- known: of a wide place, and ours; the others are refused
  fault  ENUM('known', 'twice', 'other', 'unknown') NULL,
  KEY id (id, line)
);

-- perimeter_ids_read: those lines, with the French names of their scales
LOAD DATA LOCAL INFILE 'rows' INTO TABLE perimeter_said CHARACTER SET utf8mb4
FIELDS TERMINATED BY '\t' ESCAPED BY '\\' (line, id, @scale_name, @code, @place)
SET scale = COALESCE((SELECT s.id FROM scale s WHERE s.name = @scale_name COLLATE utf8mb4_unicode_520_ci), 0),
  code = CASE WHEN scale = :SCALE_REGION THEN CONCAT('R', @code) ELSE @code END, place = LEFT(@place, 100);

-- perimeter_ids_judge: what is wrong: an id that another line has for another place, or that
-- Guichet has for another wide place (AT's codes of basins are not ours); a place of no reference
UPDATE perimeter_said s
JOIN (SELECT id, MIN(line) AS line FROM perimeter_said GROUP BY id) o ON o.id = s.id
JOIN perimeter_said f ON f.line = o.line
LEFT JOIN perimeter_at w ON w.id = s.id AND w.scale NOT IN (:SCALE_COMMUNE, :SCALE_EPCI, :SCALE_ADHOC)
SET s.fault = CASE
  WHEN f.scale <> s.scale OR f.code <> s.code THEN 'twice'
  WHEN w.id IS NOT NULL AND (w.scale <> s.scale OR (w.code <> s.code AND w.scale <> :SCALE_BASIN)) THEN 'other'
  WHEN w.id IS NOT NULL THEN 'known'
  WHEN NOT EXISTS (SELECT 1 FROM perimeter p WHERE p.scale = s.scale AND p.code = s.code)
    AND NOT (s.scale = :SCALE_COMMUNE AND EXISTS (SELECT 1 FROM perimeter_name n WHERE n.code = s.code
      AND n.kind NOT IN (:NAME_OWN, :NAME_ALIAS))) THEN 'unknown'
  END;

-- perimeter_ids_refused: those, and how many there are of each kind
SELECT line, id, place, fault, of_kind FROM (
  SELECT line, id, place, fault, ROW_NUMBER() OVER (PARTITION BY fault ORDER BY line) AS nth,
    COUNT(*) OVER (PARTITION BY fault) AS of_kind
  FROM perimeter_said WHERE fault IN ('twice', 'other', 'unknown')) x
WHERE nth <= 20 ORDER BY fault, line LIMIT 60;

-- perimeter_ids_write: the others; a later list renews those of an earlier one
INSERT INTO perimeter_at (id, scale, code)
SELECT id, scale, code FROM perimeter_said s WHERE s.fault IS NULL
ON DUPLICATE KEY UPDATE scale = s.scale, code = s.code;

-- perimeter_ids_taken: how many lines were
SELECT COUNT(*) AS taken FROM perimeter_said WHERE fault IS NULL OR fault = 'known';
