-- readers: 018
-- What an administrator writes of a programme takes the place of what comes with
-- Guichet, which stays beside it; tabs and questions; facts may be rich texts.

ALTER TABLE program_fact
  MODIFY kind ENUM('aim','public','offer','partners','contact','tab','question') NOT NULL,
  MODIFY body MEDIUMTEXT NOT NULL,                         -- rich text
  ADD own      BOOLEAN NOT NULL DEFAULT FALSE,            -- of a file
  ADD position SMALLINT UNSIGNED NOT NULL DEFAULT 0,
  ADD title    VARCHAR(200) NULL,                         -- of tabs and questions
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (slug, own, kind, position);            -- program_facts

CREATE TABLE program_file (
  program_id  INT UNSIGNED NOT NULL PRIMARY KEY,          -- program_facts
  changed_at  TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  CONSTRAINT program_file_program FOREIGN KEY (program_id) REFERENCES program (id) ON DELETE CASCADE ON UPDATE CASCADE
);
