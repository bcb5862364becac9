-- Territories: what a reader may name, what an aid may cover, and what lies in
-- what.  AT's words and scales (1 commune ... 25 continent).

-- Sequence of the data: each transaction that changes what readers see adds
-- one, and every page's ETag is made from it.
CREATE TABLE data_version (
  id       TINYINT UNSIGNED NOT NULL PRIMARY KEY,   -- always 1
  version  BIGINT UNSIGNED  NOT NULL
);
INSERT INTO data_version VALUES (1, 1);

CREATE TABLE scale (
  id     TINYINT UNSIGNED NOT NULL PRIMARY KEY,     -- AT's value: wider is larger
  slug   VARCHAR(16) CHARACTER SET ascii NOT NULL UNIQUE,
  name   VARCHAR(64) NOT NULL
);

-- Ids start at a million so that no id looks like an INSEE code (5), a SIREN
-- (9) or an id of AT (6 at most): "perimeter" accepts them all.
CREATE TABLE perimeter (
  id           INT UNSIGNED     NOT NULL AUTO_INCREMENT PRIMARY KEY,
  scale        TINYINT UNSIGNED NOT NULL,
  code         VARCHAR(32) CHARACTER SET ascii NOT NULL, -- INSEE, SIREN of an EPCI, FRA, EU...
  name         VARCHAR(255)     NOT NULL,
  siren        CHAR(9) CHARACTER SET ascii NULL,
  kind         VARCHAR(8) CHARACTER SET ascii NULL,      -- CC CA CU METRO MET69 EPT, COM
  population   INT UNSIGNED     NULL,
  department   VARCHAR(3) CHARACTER SET ascii NULL,      -- code, shown beside a name; an EPCI's: of most of its people
  zips         VARCHAR(360) CHARACTER SET ascii NULL,    -- postal codes, by spaces, at most 60
  is_obsolete  BOOLEAN          NOT NULL DEFAULT FALSE,  -- gone from the reference, still pointed at
  UNIQUE KEY perimeter_code (scale, code),               -- perimeter_load_area_add
  KEY perimeter_by_code (code),                          -- perimeter_by_code
  KEY perimeter_by_siren (siren),                        -- perimeter_by_code
  CONSTRAINT FOREIGN KEY (scale) REFERENCES scale (id)
) AUTO_INCREMENT = 1000000;

-- Every name and code that leads to a perimeter: its own, those of delegated,
-- associated and former communes, of arrondissements municipaux, other usages.
CREATE TABLE perimeter_name (
  id            INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  perimeter_id  INT UNSIGNED NOT NULL,
  code          VARCHAR(32) CHARACTER SET ascii NOT NULL,
  kind          ENUM('own','alias','arrondissement','delegated','associated','former') NOT NULL,
  name          VARCHAR(255) NOT NULL,                   -- '' for a former code without a name
  folded        VARCHAR(255) CHARACTER SET ascii NOT NULL, -- lower case, no accent, "saint", blanks
  zips          VARCHAR(100) CHARACTER SET ascii NULL,   -- of an arrondissement
  population    INT UNSIGNED NULL,                       -- of an arrondissement
  UNIQUE KEY perimeter_name_of (perimeter_id, kind, code, folded), -- perimeter_load_name_add
  KEY perimeter_name_folded (folded),                    -- perimeter_by_name
  KEY perimeter_name_code (code),                        -- perimeter_by_code
  CONSTRAINT FOREIGN KEY (perimeter_id) REFERENCES perimeter (id)
);

-- Each name from each of its words on, to find what a hand begins to type:
-- "saint denis", "denis".  The first 60 letters; only names of perimeters that
-- are not obsolete.
CREATE TABLE perimeter_word (
  word      VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name_id   INT UNSIGNED NOT NULL,
  inside    BOOLEAN      NOT NULL,                       -- not from the first word
  weight    INT UNSIGNED NOT NULL,                       -- inhabitants: larger comes first
  PRIMARY KEY (word, name_id),                           -- perimeter_suggest
  KEY perimeter_word_name (name_id)                      -- perimeter_word_forget
);

-- The best names of the beginnings that more than 500 words share ("s", "sain"),
-- so that no reader's letter reads more than that.
CREATE TABLE perimeter_prefix (
  prefix    VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  place     TINYINT UNSIGNED NOT NULL,                   -- 1 is the best
  name_id   INT UNSIGNED NOT NULL,
  inside    BOOLEAN      NOT NULL,
  weight    INT UNSIGNED NOT NULL,
  PRIMARY KEY (prefix, place)                            -- perimeter_suggest
);

CREATE TABLE perimeter_zip (
  zip           CHAR(5) CHARACTER SET ascii NOT NULL,
  perimeter_id  INT UNSIGNED NOT NULL,
  PRIMARY KEY (zip, perimeter_id),                       -- zip_codes
  CONSTRAINT FOREIGN KEY (perimeter_id) REFERENCES perimeter (id)
);

-- The materialised closure: what contains what (AT 2.4).  No foreign key: a
-- perimeter is never deleted, and a load writes a quarter of a million rows.
CREATE TABLE perimeter_link (
  contained_id  INT UNSIGNED NOT NULL,
  container_id  INT UNSIGNED NOT NULL,
  PRIMARY KEY (contained_id, container_id),              -- perimeter_chains
  KEY perimeter_link_container (container_id, contained_id) -- epci_in, perimeter_zone_communes_within
);

-- Members of the perimeters that an administrator made (guichet perimeter add),
-- kept so that an update of the reference rebuilds their links.
CREATE TABLE perimeter_member (
  perimeter_id  INT UNSIGNED NOT NULL,
  code          VARCHAR(9) CHARACTER SET ascii NOT NULL, -- as given: INSEE, or SIREN of an EPCI
  PRIMARY KEY (perimeter_id, code),
  CONSTRAINT FOREIGN KEY (perimeter_id) REFERENCES perimeter (id)
);
