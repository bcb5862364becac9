-- What a search process holds in memory of all aids.

-- aid_index_since: what changed in the catalogue after a version, a piece at a time
-- in: since, after, made
SELECT i.aid_id, i.perimeter_id, i.scale, i.generic_id, i.opens, i.closes, i.fresh, i.published, i.facets, i.categories_0, i.categories_1,
  i.twins, COALESCE(t.likely, 255) AS likely, IF(t.made = :made, t.direction, NULL) AS direction
FROM aid_index i LEFT JOIN aid_trait t ON t.aid_id = i.aid_id
WHERE i.version > :since AND i.aid_id > :after
ORDER BY i.aid_id
LIMIT 4096;

-- aid_index_until: the catalogue as the public had it just before a moment, by the last revision then of each aid
-- in: after, made, until
SELECT i.aid_id, i.perimeter_id, i.scale, i.generic_id, i.opens, i.closes, i.fresh, i.published, i.facets, i.categories_0, i.categories_1,
  i.twins, COALESCE(t.likely, 255) AS likely, IF(t.made = :made, t.direction, NULL) AS direction
FROM aid_revision i LEFT JOIN aid_trait t ON t.aid_id = i.aid_id
WHERE i.aid_id > :after
  AND i.number = (SELECT MAX(l.number) FROM aid_revision l WHERE l.aid_id = i.aid_id AND l.made_at < :until)
ORDER BY i.aid_id
LIMIT 4096;

-- program_ids: every programme, for memory
SELECT id FROM program ORDER BY id LIMIT 10000;

-- program_members: every aid of a programme, for memory
SELECT aid_id, program_id FROM aid_program ORDER BY aid_id, program_id;
