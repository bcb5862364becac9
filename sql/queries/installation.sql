-- What "guichet check" asks.

-- check_index: an index of a table, which a later step may have dropped
-- in: table, index
SELECT (SELECT COUNT(*) FROM information_schema.statistics
  WHERE table_schema = DATABASE() AND table_name = :table AND index_name = :index) AS columns,
  (SELECT COUNT(*) FROM information_schema.tables
  WHERE table_schema = DATABASE() AND table_name = :table) AS tables;

-- check_rights: rights of the account that asks, on tables and on columns; those on a table that a step
-- renamed or dropped stay, and give nothing
SELECT privilege_type AS privilege, table_name AS object, '' AS "column" FROM information_schema.table_privileges p
WHERE EXISTS (SELECT 1 FROM information_schema.tables t WHERE t.table_schema = p.table_schema AND t.table_name = p.table_name)
UNION ALL SELECT privilege_type, table_name, column_name FROM information_schema.column_privileges
UNION ALL SELECT privilege_type, table_schema, '' FROM information_schema.schema_privileges
UNION ALL SELECT privilege_type, '*', '' FROM information_schema.user_privileges WHERE privilege_type <> 'USAGE'
ORDER BY 2, 1, 3
LIMIT 500;

-- check_limit: how many connections the account that asks may have at a time, 0 is any; its host part
SELECT CAST(variable_value AS UNSIGNED) AS connections, SUBSTRING_INDEX(CURRENT_USER(), '@', -1) AS host
FROM information_schema.session_variables WHERE variable_name = 'MAX_USER_CONNECTIONS';

-- check_demarche: a démarche that drafts are made for
SELECT number FROM demarche WHERE state = :DEMARCHE_STATE_OPEN AND revision_id IS NOT NULL ORDER BY number LIMIT 1;

-- check_counts: what the base holds
-- in: importer
SELECT (SELECT COUNT(*) FROM perimeter WHERE NOT is_obsolete) AS perimeters,
  EXISTS (SELECT 1 FROM perimeter_at WHERE scale = :SCALE_COMMUNE) AS communes_at,
  (SELECT COUNT(*) FROM aid WHERE status = :AID_STATUS_PUBLISHED) AS aids,
  (SELECT COUNT(*) FROM aid WHERE status = :AID_STATUS_PUBLISHED AND perimeter_id IS NULL) AS without_perimeter,
  (SELECT COUNT(*) FROM aid WHERE status = :AID_STATUS_PUBLISHED AND perimeter_id IS NULL
   AND perimeter_asked IS NOT NULL) AS unknown_perimeter,
  (SELECT COUNT(*) FROM keyword) AS keywords, (SELECT COUNT(*) FROM project_type) AS projects,
  (SELECT COUNT(*) FROM champ_source) AS sources, (SELECT COUNT(*) FROM demarche) AS demarches,
  (SELECT COUNT(*) FROM aid WHERE importer <> UNHEX(:importer)) AS waiting,
  (SELECT html FROM page_fragment WHERE name = 'sheets') AS sheets,
  (SELECT COUNT(*) FROM aid a LEFT JOIN aid_index i ON i.aid_id = a.id LEFT JOIN aid_text t ON t.aid_id = a.id
   WHERE i.aid_id IS NULL OR t.aid_id IS NULL) AS without_index,
  (SELECT COUNT(*) FROM aid a LEFT JOIN aid_rendered r ON r.aid_id = a.id LEFT JOIN aid_body b ON b.aid_id = a.id
   LEFT JOIN aid_export e ON e.aid_id = a.id
   WHERE a.status = :AID_STATUS_PUBLISHED AND (r.aid_id IS NULL OR b.aid_id IS NULL OR e.aid_id IS NULL)) AS without_page;

-- What the administrator's command asks.

-- aid_all: every aid, a piece at a time
-- in: after
SELECT id FROM aid WHERE id > :after ORDER BY id LIMIT 500;

-- drafts_since: the journal, without what opens a dossier
-- in: since
SELECT DATE_FORMAT(d.made_at, '%Y-%m-%dT%H:%i:%sZ') AS made_at, d.siren, d.authority, d.demarche, m.title, a.slug, d.number, d.champs,
  d.state, DATE_FORMAT(d.changed_at, '%Y-%m-%dT%H:%i:%sZ') AS changed_at
FROM draft d LEFT JOIN demarche m ON m.number = d.demarche LEFT JOIN aid a ON a.id = d.aid_id
WHERE d.made_at >= :since ORDER BY d.made_at, d.id LIMIT 1000000;

-- drafts_forget: what the journal has kept for longer than it may
-- in: days
DELETE FROM draft WHERE made_at < UTC_TIMESTAMP(3) - INTERVAL :days DAY;

-- import_log_last: the last import of each source, but of feeds that were removed
SELECT l.source, TIMESTAMPDIFF(SECOND, l.ended_at, CURRENT_TIMESTAMP) AS age, l.is_taken, l.added, l.changed, l.same, l.refused,
  l.is_harvest, l.outcome, l.why
FROM import_log l LEFT JOIN feed f ON f.name = l.source
WHERE l.id IN (SELECT MAX(id) FROM import_log GROUP BY source) AND (f.name IS NOT NULL OR NOT l.is_harvest)
ORDER BY l.source LIMIT 500;

-- feed_states: feeds that do not rest, and how the last run of each ended; the hours since its time came
SELECT f.name, l.is_taken, l.outcome, l.why, l.absent, TIMESTAMPDIFF(HOUR, l.ended_at, CURRENT_TIMESTAMP - INTERVAL f.hours HOUR) AS late
FROM feed f LEFT JOIN import_log l ON l.id = (SELECT MAX(m.id) FROM import_log m WHERE m.source = f.name AND m.is_harvest)
WHERE NOT f.is_paused ORDER BY f.name LIMIT 500;

-- reviews_count: how much somebody is to look at: see reviews
SELECT (SELECT COUNT(*) FROM aid WHERE status = :AID_STATUS_REVIEWABLE) + (SELECT COUNT(*) FROM aid_override WHERE differs) AS n;

-- status_data: the data, its age in seconds, and what is shown of it
SELECT version, UNIX_TIMESTAMP() - changed_at AS age,
  (SELECT COUNT(*) FROM aid WHERE status = :AID_STATUS_PUBLISHED) AS aids
FROM data_version WHERE id = 1;

-- status_drafts: what became of the drafts of a month
SELECT state, COUNT(*) AS count FROM draft WHERE made_at >= UTC_TIMESTAMP(3) - INTERVAL 30 DAY
GROUP BY state ORDER BY state LIMIT 20;

-- statistics: what the server knows of tables that many rows came to; it would learn it later by itself
ANALYZE TABLE perimeter, perimeter_name, perimeter_zip, perimeter_link, aid, aid_index,
  aid_rendered, aid_export, aid_body, aid_text, aid_passage, posting, aid_backer, aid_program, aid_audience, aid_category, funded,
  funded_list;

-- history_of: the revisions that the public had of an aid, by its slug of today or of the past, or its id
-- in: slug, number
SELECT r.number, DATE_FORMAT(r.made_at, '%Y-%m-%d %H:%i') AS made_at, r.status, r.source, r.slug
FROM aid_revision r WHERE r.aid_id = COALESCE(
  (SELECT a.id FROM aid a WHERE a.slug = CONVERT(:slug USING ascii)),
  (SELECT o.aid_id FROM aid_old_slug o WHERE o.slug = CONVERT(:slug USING ascii)), :number)
ORDER BY r.number DESC LIMIT 10000;
