-- How people name places, and how Aides-territoires (AT) numbers them.

ALTER TABLE data_version
  ADD places  BIGINT UNSIGNED NOT NULL DEFAULT 1;       -- of the names of places: they change seldom

-- Words that no reference of territories holds (sql/data/place-words.sql).
CREATE TABLE place_word (
  kind     ENUM('body','label','brand','short','code') NOT NULL,
  words    VARCHAR(120) COLLATE utf8mb4_bin NOT NULL,   -- as people write them
  meaning  VARCHAR(32) CHARACTER SET ascii NOT NULL,    -- of a body its scale and kind, else the code of a perimeter
  PRIMARY KEY (kind, words)                             -- gazetteer_meanings
);

-- Ids of AT, which "perimeter" bears in addresses of theirs.  Places are told by
-- scale and code, of today or of the past.
CREATE TABLE perimeter_at (
  id     INT UNSIGNED     NOT NULL PRIMARY KEY,         -- perimeter_of_at
  scale  TINYINT UNSIGNED NOT NULL,
  code   VARCHAR(32) CHARACTER SET ascii NOT NULL,
  KEY perimeter_at_scale (scale)                        -- perimeter_at_communes
);
