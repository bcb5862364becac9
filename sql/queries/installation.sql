-- What "guichet check" asks.

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
