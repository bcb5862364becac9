-- What "guichet bulk" asks: the exports, the whole catalogue for programs.

-- bulk_state: what the files are made of
SELECT version, places FROM data_version WHERE id = 1;

-- bulk_base: the address of the site, as it was noted
SELECT address FROM bulk_base WHERE id = 1;

-- bulk_base_note: as it is now
-- in: address
INSERT INTO bulk_base (id, address) VALUES (1, :address) ON DUPLICATE KEY UPDATE address = :address;

-- bulk_turned: aids that time opened or closed; all of them when the address of the site is another.
-- Of narrow rows alone, and no status is made to be compared: of 170,000 aids that takes 15 times as long.
-- in: today, renamed, after
SELECT j.aid_id AS id FROM aid_json j FORCE INDEX (aid_json_status) STRAIGHT_JOIN aid_index i ON i.aid_id = j.aid_id
WHERE j.aid_id > :after AND j.number > 0 AND j.status <> :AID_JSON_WITHDRAWN AND (:renamed
  OR j.status = :AID_JSON_OPEN AND (i.closes < DATEDIFF(:today, '1970-01-01') OR i.opens > DATEDIFF(:today, '1970-01-01'))
  OR j.status = :AID_JSON_UPCOMING AND (i.closes < DATEDIFF(:today, '1970-01-01') OR i.opens IS NULL OR i.opens <= DATEDIFF(:today, '1970-01-01'))
  OR j.status = :AID_JSON_CLOSED AND (i.closes IS NULL OR i.closes >= DATEDIFF(:today, '1970-01-01')))
ORDER BY j.aid_id LIMIT 500;

-- bulk_turn_versions: a version more of those aids
-- in: today, version, now, ids
INSERT INTO aid_version (aid_id, number, version, made_at, source, status, slug, digest, record, texts,
  published, perimeter_id, scale, generic_id, twins, opens, closes, fresh, facets, categories_0, categories_1)
SELECT j.aid_id, j.number + 1, :version, :now, a.source,
  CASE WHEN a.closes_on < :today THEN :AID_JSON_CLOSED WHEN a.opens_on > :today THEN :AID_JSON_UPCOMING ELSE :AID_JSON_OPEN END,
  a.slug, j.digest, j.record, j.texts,
  i.published, i.perimeter_id, i.scale, i.generic_id, i.twins, i.opens, i.closes, i.fresh, i.facets, i.categories_0, i.categories_1
FROM aid_json j JOIN aid a ON a.id = j.aid_id JOIN aid_index i ON i.aid_id = j.aid_id WHERE j.aid_id IN (:ids);

-- bulk_turn: those aids, as they are now
-- in: version, ids
UPDATE aid_json j JOIN aid_version v ON v.aid_id = j.aid_id AND v.number = j.number + 1
SET j.number = v.number, j.status = v.status, j.version = :version WHERE j.aid_id IN (:ids);

-- bulk_issued: since when there is a catalogue; the day of before the first aid is none
SELECT DATE_FORMAT(MIN(made_at), '%Y-%m-%dT%H:%i:%s') AS issued FROM aid_version;

-- bulk_count: how many aids lists have
SELECT COUNT(*) AS n FROM aid_json WHERE status IN (:AID_JSON_OPEN, :AID_JSON_UPCOMING) AND number > 0;

-- bulk_aids: those aids
-- in: after
SELECT aid_id AS id, record, texts, exchange, status, number FROM aid_json
WHERE aid_id > :after AND status IN (:AID_JSON_OPEN, :AID_JSON_UPCOMING) AND number > 0 ORDER BY aid_id LIMIT 50;

-- bulk_of_source: the aids of a source that are public, as the API serves them
-- in: source, after
SELECT a.source_id, j.record, j.status, j.number FROM aid a JOIN aid_json j ON j.aid_id = a.id
WHERE a.source = :source AND a.source_id > :after AND j.status <> :AID_JSON_WITHDRAWN AND j.number > 0
ORDER BY a.source_id LIMIT 50;
