-- What the administrator's command asks.

-- schema_step_table: whether any step was ever applied here
SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'schema_step';

-- schema_steps: the steps applied
SELECT name FROM schema_step ORDER BY name LIMIT 1000;

-- schema_step_create: where the steps applied are noted
CREATE TABLE IF NOT EXISTS schema_step (
  name        VARCHAR(64) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  applied_at  DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- schema_step_done: a step was applied
-- in: name
INSERT INTO schema_step (name) VALUES (:name);

-- check_index: an index of a table
-- in: table, index
SELECT COUNT(*) FROM information_schema.statistics
WHERE table_schema = DATABASE() AND table_name = :table AND index_name = :index;

-- check_rights: rights of the account that asks
SELECT privilege_type, table_name FROM information_schema.table_privileges
UNION ALL SELECT privilege_type, table_schema FROM information_schema.schema_privileges
UNION ALL SELECT privilege_type, '*' FROM information_schema.user_privileges WHERE privilege_type <> 'USAGE'
ORDER BY 2, 1
LIMIT 500;

-- check_demarche: a démarche that drafts are made for
SELECT number FROM demarche WHERE state = 'publiee' AND revision_id IS NOT NULL ORDER BY number LIMIT 1;

-- check_counts: what the base holds
SELECT (SELECT COUNT(*) FROM perimeter WHERE NOT is_obsolete), (SELECT COUNT(*) FROM aid WHERE status = 'published'),
  (SELECT COUNT(*) FROM aid WHERE status = 'published' AND perimeter_id IS NULL),
  (SELECT COUNT(*) FROM aid a LEFT JOIN aid_index i ON i.aid_id = a.id WHERE i.aid_id IS NULL);

-- statistics: what the server knows of tables that many rows came to; it would learn it later by itself
ANALYZE TABLE perimeter, perimeter_name, perimeter_word, perimeter_prefix, perimeter_zip, perimeter_link, aid, aid_index,
  aid_rendered, aid_body, aid_text, aid_passage, posting, aid_backer, aid_program, aid_audience, aid_category, funded,
  funded_list;
