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

-- import_log_last: the last import of each source
SELECT source, TIMESTAMPDIFF(SECOND, ended_at, CURRENT_TIMESTAMP) AS age, is_taken, added, changed, same, refused
FROM import_log WHERE id IN (SELECT MAX(id) FROM import_log GROUP BY source) ORDER BY source LIMIT 20;

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

-- history_of: the versions that the public had of an aid, by its slug of today or of the past, or its id
-- in: slug, number
SELECT v.number, DATE_FORMAT(v.made_at, '%Y-%m-%d %H:%i') AS made_at, v.status, v.source, v.slug
FROM aid_version v WHERE v.aid_id = COALESCE(
  (SELECT a.id FROM aid a WHERE a.slug = CONVERT(:slug USING ascii)),
  (SELECT o.aid_id FROM aid_old_slug o WHERE o.slug = CONVERT(:slug USING ascii)), :number)
ORDER BY v.number DESC LIMIT 10000;
