-- readers: 018
-- What the API serves of an aid, rendered when the aid changes, and every version that
-- the public had of it.  guichet index fills both.

-- As AT's API words it, when the site says it otherwise.
ALTER TABLE audience ADD label VARCHAR(100) NULL;
ALTER TABLE destination ADD label VARCHAR(100) NULL;
ALTER TABLE category ADD label VARCHAR(100) NULL;

-- In JSON, without its last brace; the texts are more keys.  Signs stand for what is
-- filled in when it is served: aids/aid_served.h.
CREATE TABLE aid_json (
  aid_id   INT UNSIGNED NOT NULL PRIMARY KEY,            -- aid_records, aid_record_texts
  status   ENUM('open','upcoming','closed','withdrawn') NOT NULL,
  digest   BINARY(8) NOT NULL,                           -- of all the rest
  record   MEDIUMTEXT NOT NULL,                          -- empty of one that is not public
  texts    MEDIUMTEXT NOT NULL,
  exchange MEDIUMTEXT NOT NULL,                          -- its line of the State's format, CSV; empty: it has none
  number   INT UNSIGNED NOT NULL DEFAULT 0,              -- of its last revision; 0: never public
  version  BIGINT UNSIGNED NOT NULL DEFAULT 0,           -- of the data, then
  KEY aid_json_changes (version, aid_id)                 -- aid_changes
);

CREATE TABLE aid_version (
  aid_id   INT UNSIGNED NOT NULL,
  number   INT UNSIGNED NOT NULL,                        -- 1, 2, 3...
  version  BIGINT UNSIGNED NOT NULL,                     -- of the data, that it came with
  made_at  DATETIME NOT NULL,                            -- in UTC
  source   VARCHAR(64) CHARACTER SET ascii NOT NULL,     -- the feed of the aid
  status   ENUM('open','upcoming','closed','withdrawn') NOT NULL,
  slug     VARCHAR(255) CHARACTER SET ascii NOT NULL,
  digest   BINARY(8) NOT NULL,
  record   MEDIUMTEXT NOT NULL,                          -- as in aid_json; empty of one that was withdrawn
  texts    MEDIUMTEXT NOT NULL,
  -- As in aid_index, then: aid_index_until.
  published BOOLEAN NOT NULL,
  perimeter_id INT UNSIGNED NULL,
  scale    TINYINT UNSIGNED NULL,
  generic_id INT UNSIGNED NULL,
  twins    INT UNSIGNED NULL,
  opens    SMALLINT UNSIGNED NULL,
  closes   SMALLINT UNSIGNED NULL,
  fresh    SMALLINT UNSIGNED NULL,
  facets   BIGINT UNSIGNED NOT NULL,
  categories_0 BIGINT UNSIGNED NOT NULL,
  categories_1 BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (aid_id, number),                          -- aid_history, aid_revisions_at, aid_index_until
  KEY aid_version_made (made_at, version),               -- version_before
  CONSTRAINT FOREIGN KEY (aid_id) REFERENCES aid (id)
);

-- Tells this base from others: a cursor of another one means nothing here.
ALTER TABLE data_version ADD origin INT UNSIGNED NOT NULL DEFAULT 0;
UPDATE data_version SET origin = FLOOR(RAND() * 4294967295);

ALTER TABLE perimeter_at ADD KEY perimeter_at_code (scale, code);  -- aid_json_facts

-- The address of the site, as it was when all aids last had a revision for it.
CREATE TABLE bulk_base (
  id      TINYINT UNSIGNED NOT NULL PRIMARY KEY,         -- 1
  address VARCHAR(255) NOT NULL
);
