-- What a search process holds in memory of all aids.

-- aid_index_since: what changed in the catalogue after a version, a piece at a time
-- in: since, after, made
SELECT i.aid_id, i.perimeter_id, i.scale, i.generic_id, i.opens, i.closes, i.fresh, i.published, i.facets, i.categories_0, i.categories_1,
  i.twins, COALESCE(t.likely, 255) AS likely, IF(t.made = :made, t.direction, NULL) AS direction
FROM aid_index i LEFT JOIN aid_trait t ON t.aid_id = i.aid_id
WHERE i.version > :since AND i.aid_id > :after
ORDER BY i.aid_id
LIMIT 4096;

-- aid_index_on: the catalogue as the public had it at the end of a day, by the last version then of each aid
-- in: after, made, on
SELECT i.aid_id, i.perimeter_id, i.scale, i.generic_id, i.opens, i.closes, i.fresh, i.published, i.facets, i.categories_0, i.categories_1,
  i.twins, COALESCE(t.likely, 255) AS likely, IF(t.made = :made, t.direction, NULL) AS direction
FROM aid_version i LEFT JOIN aid_trait t ON t.aid_id = i.aid_id
WHERE i.aid_id > :after
  AND i.number = (SELECT MAX(w.number) FROM aid_version w WHERE w.aid_id = i.aid_id AND w.made_at < :on + INTERVAL 1 DAY)
ORDER BY i.aid_id
LIMIT 4096;

-- program_ids: every programme, for memory
SELECT id FROM program ORDER BY id LIMIT 10000;

-- program_members: every aid of a programme, for memory
SELECT aid_id, program_id FROM aid_program ORDER BY aid_id, program_id;
