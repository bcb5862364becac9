-- What the administrator's command asks.

-- aid_all: every aid, a piece at a time
-- in: after
SELECT id FROM aid WHERE id > :after ORDER BY id LIMIT 500;

-- keywords_delete: all families go, before others come
DELETE FROM keyword;

-- keywords_write: families
LOAD DATA LOCAL INFILE 'rows' INTO TABLE keyword CHARACTER SET utf8mb4 (kind, term, synonyms);

-- projects_keep: which of the kinds of projects stay, before others come
-- in: names
DELETE FROM project_type WHERE name NOT IN (:names);

-- project_write: a kind of project, new or changed; its id lasts
-- in: slug, name, category, required, excluded
INSERT INTO project_type (slug, name, category, required, excluded)
VALUES (:slug, :name, :category, :required, :excluded)
ON DUPLICATE KEY UPDATE slug = VALUES(slug), category = VALUES(category), required = VALUES(required), excluded = VALUES(excluded);

-- place_words_delete: all words of places go, before others come
DELETE FROM place_word;

-- place_words_write: words of places
LOAD DATA LOCAL INFILE 'rows' INTO TABLE place_word CHARACTER SET utf8mb4 (kind, words, meaning);

-- place_words_unknown: words that lead to no territory of today
SELECT w.words, w.meaning FROM place_word w
WHERE w.kind IN ('brand', 'short', 'code', 'former')
  AND NOT EXISTS (SELECT 1 FROM perimeter p WHERE p.code = SUBSTRING_INDEX(w.meaning, ' ', 1) AND NOT p.is_obsolete)
ORDER BY w.words LIMIT 100;

-- drafts_since: the journal, without what opens a dossier
-- in: since
SELECT DATE_FORMAT(d.made_at, '%Y-%m-%dT%H:%i:%sZ') AS made_at, d.siren, d.authority, d.demarche, m.title, a.slug, d.number, d.champs,
  d.state, DATE_FORMAT(d.changed_at, '%Y-%m-%dT%H:%i:%sZ') AS changed_at
FROM draft d LEFT JOIN demarche m ON m.number = d.demarche LEFT JOIN aid a ON a.id = d.aid_id
WHERE d.made_at >= :since ORDER BY d.made_at, d.id LIMIT 1000000;

-- drafts_forget: what the journal has kept for longer than it may
-- in: days
DELETE FROM draft WHERE made_at < UTC_TIMESTAMP(3) - INTERVAL :days DAY;

-- import_log_add: an import of aids has ended
-- in: source, taken, added, changed, same, refused
INSERT INTO import_log (source, is_taken, added, changed, same, refused)
VALUES (:source, :taken, :added, :changed, :same, :refused);

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

-- check_index: an index of a table, which a later step may have dropped
-- in: table, index
SELECT (SELECT COUNT(*) FROM information_schema.statistics
  WHERE table_schema = DATABASE() AND table_name = :table AND index_name = :index) AS columns,
  (SELECT COUNT(*) FROM information_schema.tables
  WHERE table_schema = DATABASE() AND table_name = :table) AS tables;

-- check_rights: rights of the account that asks, on tables and on columns
SELECT privilege_type AS privilege, table_name AS object, '' AS "column" FROM information_schema.table_privileges
UNION ALL SELECT privilege_type, table_name, column_name FROM information_schema.column_privileges
UNION ALL SELECT privilege_type, table_schema, '' FROM information_schema.schema_privileges
UNION ALL SELECT privilege_type, '*', '' FROM information_schema.user_privileges WHERE privilege_type <> 'USAGE'
ORDER BY 2, 1, 3
LIMIT 500;

-- check_limit: how many connections the account that asks may have at a time; 0 is any
SELECT CAST(variable_value AS UNSIGNED) AS connections FROM information_schema.session_variables
WHERE variable_name = 'MAX_USER_CONNECTIONS';

-- check_demarche: a démarche that drafts are made for
SELECT number FROM demarche WHERE state = :DEMARCHE_STATE_OPEN AND revision_id IS NOT NULL ORDER BY number LIMIT 1;

-- check_counts: what the base holds
-- in: importer
SELECT (SELECT COUNT(*) FROM perimeter WHERE NOT is_obsolete) AS perimeters,
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

-- setup_noted: by what the base was last set up
SELECT html AS stamp FROM page_fragment WHERE name = 'setup' LIMIT 1;

-- setup_note: by what it is now
-- in: stamp
INSERT INTO page_fragment (name, html) VALUES ('setup', :stamp) ON DUPLICATE KEY UPDATE html = :stamp;

-- statistics: what the server knows of tables that many rows came to; it would learn it later by itself
ANALYZE TABLE perimeter, perimeter_name, perimeter_zip, perimeter_link, aid, aid_index,
  aid_rendered, aid_export, aid_body, aid_text, aid_passage, posting, aid_backer, aid_program, aid_audience, aid_category, funded,
  funded_list;
