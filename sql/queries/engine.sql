-- What a search process holds in memory of all aids.

-- aid_index_since: what changed in the catalogue after a version, a piece at a time
-- in: since, after
SELECT aid_id, perimeter_id, scale, generic_id, opens, closes, fresh, published, facets, categories_0, categories_1
FROM aid_index
WHERE version > :since AND aid_id > :after
ORDER BY aid_id
LIMIT 4096;

-- program_ids: every programme, for memory
SELECT id FROM program ORDER BY id LIMIT 10000;

-- program_members: every aid of a programme, for memory
SELECT aid_id, program_id FROM aid_program ORDER BY aid_id, program_id;
