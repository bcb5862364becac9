-- The version of the data, the schema, and what every program asks whatever its pages.

-- data_version: sequence of the data, from which ETags are made, since when, and who may read
SELECT version, changed_at, readers FROM data_version WHERE id = 1;

-- version_free: the version, unless what writes holds it
SELECT version FROM data_version WHERE id = 1 LIMIT 1 FOR UPDATE SKIP LOCKED;

-- version_bump: a new version of the data; held until the transaction ends, and waited for five minutes, also by
-- accounts whose statements end sooner
SET STATEMENT max_statement_time = 300, innodb_lock_wait_timeout = 310 FOR
UPDATE data_version SET version = version + 1, changed_at = UNIX_TIMESTAMP() WHERE id = 1;

-- stamp_noted: by what a part of the base was last made
-- in: name
SELECT html AS stamp FROM page_fragment WHERE name = :name LIMIT 1;

-- stamp_note: by what it is now
-- in: name, stamp
INSERT INTO page_fragment (name, html) VALUES (:name, :stamp) ON DUPLICATE KEY UPDATE html = :stamp;

-- schema_step_table: whether any step was ever applied here, and notes where it is; whether a restore is not ended
SELECT COUNT(CASE WHEN column_name = 'name' THEN 1 END) AS tables,
  COUNT(CASE WHEN column_name = 'under_way' THEN 1 END) AS notes,
  COUNT(CASE WHEN table_name = 'restore_begun' THEN 1 END) AS restores
FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name IN ('schema_step', 'restore_begun');

-- schema_steps: the steps applied, or begun
SELECT name FROM schema_step ORDER BY name LIMIT 1000;

-- schema_step_begun: a step that was begun, and the statement that was under way
SELECT name, under_way FROM schema_step WHERE under_way > 0 ORDER BY name LIMIT 1;

-- schema_step_create: where the steps applied are noted
CREATE TABLE IF NOT EXISTS schema_step (
  name        VARCHAR(64) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  applied_at  DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- schema_step_widen: and which statement of a step is under way; 0: it is whole
ALTER TABLE schema_step ADD COLUMN IF NOT EXISTS under_way SMALLINT UNSIGNED NOT NULL DEFAULT 0;

-- schema_step_note: a statement of a step is begun; 0: the step is whole
-- in: name, under_way
INSERT INTO schema_step (name, under_way) VALUES (:name, :under_way) ON DUPLICATE KEY UPDATE under_way = VALUES(under_way);

-- schema_readers: the oldest program that may still read
-- in: readers
UPDATE data_version SET readers = GREATEST(readers, :readers) WHERE id = 1;

-- health: the data, when it became what it is, and what time the server has
SELECT version, changed_at AS changed, UNIX_TIMESTAMP() AS clock FROM data_version WHERE id = 1;

-- count_stamp: changes when more was counted: pages of counts are then others
SELECT CONCAT_WS(' ', COUNT(*), COALESCE(SUM(l.position), 0), MAX(l.changed_at)) AS stamp FROM count_log l;

-- job_known: whether a job has its row
-- in: name
SELECT name FROM job WHERE name = :name LIMIT 1;

-- job_add: it has
-- in: name
INSERT IGNORE INTO job (name) VALUES (:name);

-- job_hold: its row, until the transaction ends; none while another has it
-- in: name
SELECT name FROM job WHERE name = :name LIMIT 1 FOR UPDATE SKIP LOCKED;
