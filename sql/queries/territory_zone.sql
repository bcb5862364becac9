-- Perimeters that an administrator makes (ad hoc zones, basins by official
-- list), their links and those that follow from them.  The same queries serve "guichet import perimeters",
-- for all zones, and "guichet perimeter add", for one.

-- perimeter_zone_add: a zone that is new, or gets another name
-- in: scale, code, name
INSERT INTO perimeter (scale, code, name)
SELECT s.id, :code, :name FROM scale s WHERE s.slug = :scale AND s.id IN (:SCALE_BASIN, :SCALE_ADHOC)
ON DUPLICATE KEY UPDATE name = VALUES(name), is_obsolete = FALSE;

-- perimeter_zone_code_taken: the territory of another scale that has a code, or that SIREN
-- in: scale, code
SELECT p.name FROM perimeter p JOIN scale s ON s.id = p.scale
WHERE (p.code = :code OR p.siren = :code) AND s.slug <> :scale LIMIT 1;

-- perimeter_zone_id: the id of a zone
-- in: scale, code
SELECT p.id FROM perimeter p JOIN scale s ON s.id = p.scale
WHERE s.slug = :scale AND p.code = :code;

-- perimeter_zone_name_remove: names of a zone other than this one
-- in: perimeter_id, name, folded
DELETE FROM perimeter_name
WHERE perimeter_id = :perimeter_id AND kind = :NAME_OWN
  AND (name <> :name COLLATE utf8mb4_bin OR folded <> :folded);

-- perimeter_zone_name_add: the name of a zone
-- in: perimeter_id, code, name, folded
INSERT INTO perimeter_name (perimeter_id, code, kind, name, folded)
SELECT :perimeter_id, :code, :NAME_OWN, :name, :folded FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM perimeter_name
  WHERE perimeter_id = :perimeter_id AND kind = :NAME_OWN);

-- perimeter_zone_drop: forgets the members of a run before on this connection
DROP TEMPORARY TABLE IF EXISTS perimeter_given, perimeter_zone_commune,
  perimeter_wanted, perimeter_heir;

-- perimeter_zone_stage: the table of the codes given
CREATE TEMPORARY TABLE perimeter_given (
  code  VARCHAR(9) CHARACTER SET ascii NOT NULL PRIMARY KEY
);

-- perimeter_zone_codes: the codes given
LOAD DATA LOCAL INFILE 'codes' INTO TABLE perimeter_given (code);

-- perimeter_zone_unknown: codes given that lead to no commune, EPCI, department or region
SELECT g.code FROM perimeter_given g
WHERE NOT EXISTS (SELECT 1 FROM perimeter p WHERE p.code = g.code
    AND p.scale IN (:SCALE_COMMUNE, :SCALE_EPCI, :SCALE_DEPARTMENT, :SCALE_REGION) AND NOT p.is_obsolete)
  AND NOT EXISTS (SELECT 1 FROM perimeter_name n
    JOIN perimeter p ON p.id = n.perimeter_id
    WHERE n.code = g.code AND p.scale = :SCALE_COMMUNE AND NOT p.is_obsolete)
ORDER BY g.code LIMIT 40000;

-- perimeter_zone_member_remove: members of a zone that are not given again
-- in: perimeter_id
DELETE m FROM perimeter_member m LEFT JOIN perimeter_given g ON g.code = m.code
WHERE m.perimeter_id = :perimeter_id AND g.code IS NULL;

-- perimeter_zone_member_add: members that are new
-- in: perimeter_id
INSERT INTO perimeter_member (perimeter_id, code)
SELECT :perimeter_id, g.code FROM perimeter_given g
LEFT JOIN perimeter_member m ON m.perimeter_id = :perimeter_id AND m.code = g.code
WHERE m.code IS NULL
ORDER BY g.code;

-- perimeter_zone_stage_commune: the table of the communes of zones
CREATE TEMPORARY TABLE perimeter_zone_commune (
  zone_id     INT UNSIGNED NOT NULL,
  commune_id  INT UNSIGNED NOT NULL,
  PRIMARY KEY (zone_id, commune_id)
);

-- perimeter_zone_communes: members that are communes of today
-- in: may miss: perimeter_id
INSERT INTO perimeter_zone_commune
SELECT m.perimeter_id, c.id
FROM perimeter_member m
JOIN perimeter c ON c.scale = :SCALE_COMMUNE AND c.code = m.code AND NOT c.is_obsolete
WHERE TRUE
  AND m.perimeter_id = :perimeter_id                      -- if perimeter_id
ORDER BY m.perimeter_id, c.id;

-- perimeter_zone_communes_led: former members, by the commune that bears their name or took their code
-- in: may miss: perimeter_id
INSERT IGNORE INTO perimeter_zone_commune
SELECT f.zone_id, f.perimeter_id FROM (
  SELECT m.perimeter_id AS zone_id, n.perimeter_id,
    ROW_NUMBER() OVER (PARTITION BY m.perimeter_id, m.code ORDER BY n.kind, n.id) AS place
  FROM perimeter_member m
  JOIN perimeter_name n ON n.code = m.code AND n.kind <> :NAME_OWN
  JOIN perimeter c ON c.id = n.perimeter_id AND c.scale = :SCALE_COMMUNE AND NOT c.is_obsolete
  LEFT JOIN perimeter now ON now.scale = :SCALE_COMMUNE AND now.code = m.code AND NOT now.is_obsolete
  WHERE now.id IS NULL
    AND m.perimeter_id = :perimeter_id                    -- if perimeter_id
  ) f
WHERE f.place = 1
ORDER BY f.zone_id, f.perimeter_id;

-- perimeter_zone_communes_within: communes of the EPCI, departments and regions that are members
-- in: may miss: perimeter_id
INSERT IGNORE INTO perimeter_zone_commune
SELECT m.perimeter_id, c.id
FROM perimeter_member m
JOIN perimeter e ON e.code = m.code AND e.scale IN (:SCALE_EPCI, :SCALE_DEPARTMENT, :SCALE_REGION)
JOIN perimeter_link l ON l.container_id = e.id
JOIN perimeter c ON c.id = l.contained_id AND c.scale = :SCALE_COMMUNE AND NOT c.is_obsolete
WHERE TRUE
  AND m.perimeter_id = :perimeter_id                      -- if perimeter_id
ORDER BY m.perimeter_id, c.id;

-- perimeter_zone_stage_link: the table of the links that should be
CREATE TEMPORARY TABLE perimeter_wanted (
  contained_id  INT UNSIGNED NOT NULL,
  container_id  INT UNSIGNED NOT NULL,
  PRIMARY KEY (contained_id, container_id)
);

-- perimeter_zone_links: communes in their zones
INSERT INTO perimeter_wanted
SELECT commune_id, zone_id FROM perimeter_zone_commune ORDER BY 1, 2;

-- perimeter_zone_links_wide: in zones, also what contains their communes (AT's rule)
-- So that who asks for a department or a region finds the aids of the zone: in
-- an ad hoc zone all that is narrower, in a basin the bodies alone.  Zones are
-- not linked with one another.
INSERT INTO perimeter_wanted
SELECT DISTINCT l.container_id, z.zone_id
FROM perimeter_zone_commune z
JOIN perimeter p ON p.id = z.zone_id
JOIN perimeter_link l ON l.contained_id = z.commune_id
JOIN perimeter c ON c.id = l.container_id AND c.scale < :SCALE_ADHOC
WHERE p.scale = :SCALE_ADHOC OR c.scale IN (:SCALE_EPCI, :SCALE_DEPARTMENT, :SCALE_REGION);

-- perimeter_zone_links_all: zones in France, Europe, and mainland or overseas when all their communes are
INSERT IGNORE INTO perimeter_wanted
SELECT s.zone_id, s.container_id FROM (
  SELECT z.zone_id, l.container_id, COUNT(*) AS inside
  FROM perimeter_zone_commune z
  JOIN perimeter_link l ON l.contained_id = z.commune_id
  JOIN perimeter c ON c.id = l.container_id
    AND c.scale IN (:SCALE_OVERSEAS, :SCALE_MAINLAND, :SCALE_COUNTRY, :SCALE_CONTINENT)
  GROUP BY z.zone_id, l.container_id) s
JOIN (SELECT zone_id, COUNT(*) AS communes FROM perimeter_zone_commune
      GROUP BY zone_id) t ON t.zone_id = s.zone_id AND t.communes = s.inside;

-- perimeter_zone_link_remove: links of zones that are no more
-- in: may miss: perimeter_id
DELETE l FROM perimeter_link l
JOIN (SELECT DISTINCT perimeter_id AS id FROM perimeter_member) z
  ON z.id = l.container_id
JOIN perimeter p ON p.id = l.contained_id AND NOT p.is_obsolete
LEFT JOIN perimeter_wanted w
  ON w.contained_id = l.contained_id AND w.container_id = l.container_id
WHERE w.contained_id IS NULL
  AND z.id = :perimeter_id                                -- if perimeter_id
;

-- perimeter_zone_link_remove_wide: what ad hoc zones lie in no more
-- in: may miss: perimeter_id
DELETE l FROM perimeter_link l
JOIN (SELECT DISTINCT perimeter_id AS id FROM perimeter_member) z
  ON z.id = l.contained_id
JOIN perimeter p ON p.id = z.id AND p.scale = :SCALE_ADHOC
LEFT JOIN perimeter_wanted w
  ON w.contained_id = l.contained_id AND w.container_id = l.container_id
WHERE w.contained_id IS NULL
  AND z.id = :perimeter_id                                -- if perimeter_id
;

-- perimeter_zone_link_add: links of zones that are new
INSERT INTO perimeter_link (contained_id, container_id)
SELECT w.contained_id, w.container_id
FROM perimeter_wanted w
LEFT JOIN perimeter_link l
  ON l.contained_id = w.contained_id AND l.container_id = w.container_id
WHERE l.contained_id IS NULL
ORDER BY w.contained_id, w.container_id;

-- perimeter_part_drop: forgets the parts of a run before on this connection
DROP TEMPORARY TABLE IF EXISTS perimeter_part, perimeter_alike;

-- perimeter_part_stage: the table of the links to what holds only a part
CREATE TEMPORARY TABLE perimeter_part (
  contained_id  INT UNSIGNED NOT NULL,
  container_id  INT UNSIGNED NOT NULL,
  PRIMARY KEY (contained_id, container_id)
);

-- perimeter_alike_stage: the table of the communes that stand for others
CREATE TEMPORARY TABLE perimeter_alike (
  id        INT UNSIGNED NOT NULL PRIMARY KEY,
  communes  INT UNSIGNED NOT NULL
);

-- perimeter_alikes: the communes that lie in the same, told by one of them
-- Without an order in GROUP_CONCAT, they come by the primary key.
INSERT INTO perimeter_alike
SELECT MIN(l.id), COUNT(*)
FROM (SELECT STRAIGHT_JOIN c.id, MD5(GROUP_CONCAT(l.container_id)) AS containers
      FROM perimeter c FORCE INDEX (PRIMARY)
      JOIN perimeter_link l FORCE INDEX (PRIMARY) ON l.contained_id = c.id
      WHERE c.scale = :SCALE_COMMUNE AND NOT c.is_obsolete
      GROUP BY c.id) l
GROUP BY l.containers;

-- perimeter_parts: bodies and the zones, departments and regions that miss one of their communes
-- How many of a body's communes are in each, beside how many it has.  The tables were just filled
-- and MariaDB may not know yet that they are large: it was seen to take over five minutes by an order of
-- its own.
-- in: may miss: perimeter_id
INSERT INTO perimeter_part
SELECT i.body_id, i.zone_id
FROM (SELECT STRAIGHT_JOIN b.container_id AS body_id, z.container_id AS zone_id, SUM(c.communes) AS communes
      FROM perimeter_alike c
      JOIN perimeter_link b FORCE INDEX (PRIMARY) ON b.contained_id = c.id
      JOIN perimeter body FORCE INDEX (PRIMARY) ON body.id = b.container_id
        AND body.scale IN (:SCALE_EPCI, :SCALE_DEPARTMENT, :SCALE_REGION)
      JOIN perimeter_link z FORCE INDEX (PRIMARY) ON z.contained_id = c.id
      JOIN perimeter zone FORCE INDEX (PRIMARY) ON zone.id = z.container_id
        AND zone.scale IN (:SCALE_BASIN, :SCALE_DEPARTMENT, :SCALE_REGION, :SCALE_ADHOC)
        AND NOT zone.kind <=> :PERIMETER_UNION
      WHERE TRUE
        AND zone.id = :perimeter_id                       -- if perimeter_id
      GROUP BY b.container_id, z.container_id) i
JOIN (SELECT STRAIGHT_JOIN b.container_id AS body_id, SUM(c.communes) AS communes
      FROM perimeter_alike c JOIN perimeter_link b FORCE INDEX (PRIMARY) ON b.contained_id = c.id
      GROUP BY b.container_id) w ON w.body_id = i.body_id AND i.communes < w.communes
ORDER BY i.body_id, i.zone_id;

-- perimeter_part_write: links that hold a part now and did not, or the other way round
-- in: may miss: perimeter_id
UPDATE (SELECT contained_id, container_id FROM perimeter_link WHERE is_part
  UNION SELECT contained_id, container_id FROM perimeter_part) c
STRAIGHT_JOIN perimeter_link l ON l.contained_id = c.contained_id AND l.container_id = c.container_id
LEFT JOIN perimeter_part w
  ON w.contained_id = l.contained_id AND w.container_id = l.container_id
STRAIGHT_JOIN perimeter z ON z.id = l.container_id AND NOT z.kind <=> :PERIMETER_UNION
SET l.is_part = w.contained_id IS NOT NULL
WHERE l.is_part <> (w.contained_id IS NOT NULL)
  AND l.container_id = :perimeter_id                      -- if perimeter_id
;

-- perimeter_heir_stage: the table of the communes that are no more and of those that took them over
CREATE TEMPORARY TABLE perimeter_heir (
  contained_id  INT UNSIGNED NOT NULL,
  container_id  INT UNSIGNED NOT NULL,
  PRIMARY KEY (contained_id, container_id)
);

-- perimeter_heirs: a commune that is no more lies in the one that took it over
INSERT IGNORE INTO perimeter_heir
SELECT STRAIGHT_JOIN old.id, n.perimeter_id
FROM perimeter old
JOIN perimeter_name n ON n.code = old.code AND n.kind <> :NAME_OWN
JOIN perimeter p ON p.id = n.perimeter_id AND p.scale = :SCALE_COMMUNE AND NOT p.is_obsolete
WHERE old.scale = :SCALE_COMMUNE AND old.is_obsolete;

-- perimeter_heirs_wide: and in all that contains it
INSERT IGNORE INTO perimeter_heir
SELECT h.contained_id, l.container_id
FROM perimeter_heir h JOIN perimeter_link l ON l.contained_id = h.container_id;

-- perimeter_heir_remove: links of communes that are no more, when they are otherwise now
DELETE l FROM perimeter_link l
JOIN (SELECT DISTINCT contained_id FROM perimeter_heir) o ON o.contained_id = l.contained_id
LEFT JOIN perimeter_heir h
  ON h.contained_id = l.contained_id AND h.container_id = l.container_id
WHERE h.contained_id IS NULL;

-- perimeter_heir_add: links of communes that are no more
INSERT INTO perimeter_link (contained_id, container_id)
SELECT h.contained_id, h.container_id
FROM perimeter_heir h
LEFT JOIN perimeter_link l
  ON l.contained_id = h.contained_id AND l.container_id = h.container_id
WHERE l.contained_id IS NULL
ORDER BY h.contained_id, h.container_id;

-- Several territories that an aid names together (perimeter_union.h): by the links
-- of their members, each alone, for a union may have every commune.

-- perimeter_union_add: a union, known or new; its id is the last one made
-- It has no name that could be asked for, and no program holds it in memory.
-- in: code, name
INSERT INTO perimeter (scale, code, name, kind) VALUES (:SCALE_ADHOC, :code, :name, :PERIMETER_UNION)
ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id);

-- perimeter_union_members: what a union is
-- in: perimeter_id, ids
INSERT INTO perimeter_union (perimeter_id, member_id)
SELECT :perimeter_id, id FROM perimeter WHERE id IN (:ids);

-- perimeter_unions: the unions that there are
SELECT id FROM perimeter WHERE scale = :SCALE_ADHOC AND kind = :PERIMETER_UNION ORDER BY id LIMIT 10000;

-- perimeter_union_clear: what lies in a union
-- in: perimeter_id
DELETE l FROM perimeter_link l FORCE INDEX (perimeter_link_container) WHERE l.container_id = :perimeter_id;

-- perimeter_union_clear_wide: and what it lies in
-- in: perimeter_id
DELETE l FROM perimeter_link l FORCE INDEX (PRIMARY) WHERE l.contained_id = :perimeter_id;

-- perimeter_union_links: the members of a union, all that lies in them, and what holds them (AT's rule of ad hoc perimeters)
-- A body astride several members may lie in them wholly and be told as a part.
-- in: perimeter_id
INSERT INTO perimeter_link (contained_id, container_id, is_part)
SELECT x.id, :perimeter_id, MIN(x.part) FROM (
  SELECT member_id AS id, 0 AS part FROM perimeter_union WHERE perimeter_id = :perimeter_id
  UNION ALL
  SELECT l.contained_id, l.is_part
  FROM perimeter_union u STRAIGHT_JOIN perimeter_link l ON l.container_id = u.member_id
  JOIN perimeter c ON c.id = l.contained_id AND c.scale < :SCALE_ADHOC
  WHERE u.perimeter_id = :perimeter_id
  UNION ALL
  SELECT l.container_id, c.scale IN (:SCALE_EPCI, :SCALE_DEPARTMENT, :SCALE_REGION)
  FROM perimeter_union u STRAIGHT_JOIN perimeter_link l ON l.contained_id = u.member_id
  JOIN perimeter c ON c.id = l.container_id AND c.scale < :SCALE_ADHOC
  WHERE u.perimeter_id = :perimeter_id) x
GROUP BY x.id;

-- perimeter_union_links_wide: mainland, overseas, France, Europe, when all the members of a union lie there
-- in: perimeter_id
INSERT INTO perimeter_link (contained_id, container_id)
SELECT :perimeter_id, l.container_id
FROM perimeter_union u STRAIGHT_JOIN perimeter_link l ON l.contained_id = u.member_id
JOIN perimeter c ON c.id = l.container_id
  AND c.scale IN (:SCALE_OVERSEAS, :SCALE_MAINLAND, :SCALE_COUNTRY, :SCALE_CONTINENT)
WHERE u.perimeter_id = :perimeter_id
GROUP BY l.container_id
HAVING COUNT(*) = (SELECT COUNT(*) FROM perimeter_union WHERE perimeter_id = :perimeter_id);

-- perimeter_version: readers' copies are no longer right
-- By the clock too, so that a base that was restored has no number of another's
-- places (gazetteer_file.h).
UPDATE data_version SET version = version + 1, places = GREATEST(places + 1, UNIX_TIMESTAMP()) WHERE id = 1;
