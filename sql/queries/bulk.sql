-- What "guichet bulk" asks: the exports, the whole catalogue for programs.

-- bulk_state: what the files are made of
SELECT version, places FROM data_version WHERE id = 1;

-- bulk_base: the address of the site and the day, as they were when aids were last turned
SELECT address, DATEDIFF(day, '1970-01-01') AS day FROM bulk_base WHERE id = 1;

-- bulk_base_note: the day, and the address of a site that has another
-- in: address, today, renamed
INSERT INTO bulk_base (id, address, day) VALUES (1, :address, :today)
ON DUPLICATE KEY UPDATE day = :today, address = IF(:renamed, :address, address);

-- bulk_turning: aids that open or close on some days, by their narrow rows alone; or all
-- in: after; may miss: first, last
SELECT aid_id AS id FROM aid_index
WHERE aid_id > :after
  AND (opens BETWEEN :first AND :last OR closes BETWEEN :first AND :last)  -- if first
ORDER BY aid_id LIMIT 500;

-- bulk_issued: since when there is a catalogue; the day of before the first aid is none
SELECT DATE_FORMAT(MIN(made_at), '%Y-%m-%dT%H:%i:%s') AS issued FROM aid_revision;

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
