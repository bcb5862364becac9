-- The version of the data, and the schema.

-- data_version: sequence of the data, from which ETags are made, and since when
SELECT version, changed_at FROM data_version WHERE id = 1;

-- version_bump: a new version of the data; held until the transaction ends
UPDATE data_version SET version = version + 1, changed_at = UNIX_TIMESTAMP() WHERE id = 1;

-- schema_step_table: whether any step was ever applied here
SELECT COUNT(*) AS tables FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'schema_step';

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
