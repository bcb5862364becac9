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
