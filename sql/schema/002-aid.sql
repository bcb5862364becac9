-- Aids and the lists that describe them.  Slugs and ids of the lists are AT's.

CREATE TABLE audience (
  id        TINYINT UNSIGNED NOT NULL PRIMARY KEY,
  slug      VARCHAR(32) CHARACTER SET ascii NOT NULL UNIQUE,
  name      VARCHAR(100) NOT NULL,
  is_local_authority BOOLEAN NOT NULL
);
CREATE TABLE aid_type_group (
  id        TINYINT UNSIGNED NOT NULL PRIMARY KEY,
  slug      VARCHAR(32) CHARACTER SET ascii NOT NULL UNIQUE,
  name      VARCHAR(100) NOT NULL
);
CREATE TABLE aid_type (
  id        TINYINT UNSIGNED NOT NULL PRIMARY KEY,
  group_id  TINYINT UNSIGNED NOT NULL,
  slug      VARCHAR(32) CHARACTER SET ascii NOT NULL UNIQUE,
  name      VARCHAR(100) NOT NULL,
  CONSTRAINT FOREIGN KEY (group_id) REFERENCES aid_type_group (id)
);
CREATE TABLE step (
  id        TINYINT UNSIGNED NOT NULL PRIMARY KEY,
  slug      VARCHAR(32) CHARACTER SET ascii NOT NULL UNIQUE,
  name      VARCHAR(100) NOT NULL
);
CREATE TABLE destination LIKE step;
CREATE TABLE recurrence LIKE step;
CREATE TABLE theme (
  id        SMALLINT UNSIGNED NOT NULL PRIMARY KEY,
  slug      VARCHAR(64) CHARACTER SET ascii NOT NULL UNIQUE,
  name      VARCHAR(100) NOT NULL
);
-- A category's id is AT's and stays under 128: search keeps an aid's
-- categories as a set of 128 bits.
CREATE TABLE category (
  id        SMALLINT UNSIGNED NOT NULL PRIMARY KEY CHECK (id < 128),
  theme_id  SMALLINT UNSIGNED NOT NULL,
  slug      VARCHAR(64) CHARACTER SET ascii NOT NULL UNIQUE,
  name      VARCHAR(100) NOT NULL,
  CONSTRAINT FOREIGN KEY (theme_id) REFERENCES theme (id)
);
-- Other wordings under which a feed names an entry of a list above.
CREATE TABLE list_alias (
  list      ENUM('audience','aid_type','step','destination','recurrence','category','scale') NOT NULL,
  name      VARCHAR(100) NOT NULL,
  id        SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (list, name)
);

CREATE TABLE backer (
  id            INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name          VARCHAR(255) COLLATE utf8mb4_bin NOT NULL UNIQUE,
  slug          VARCHAR(255) CHARACTER SET ascii NOT NULL,
  is_corporate  BOOLEAN NOT NULL DEFAULT FALSE
);
CREATE TABLE program (
  id            INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  slug          VARCHAR(255) CHARACTER SET ascii NOT NULL UNIQUE, -- program_by_slug
  name          VARCHAR(255) COLLATE utf8mb4_bin NOT NULL UNIQUE,
  short_description VARCHAR(500) NULL,
  description   MEDIUMTEXT NULL                                   -- XHTML
);

CREATE TABLE aid (
  id            INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, -- AT's for an aid of AT
  source        VARCHAR(64) CHARACTER SET ascii NOT NULL,
  source_id     VARCHAR(64) CHARACTER SET ascii NOT NULL,
  digest        BINARY(32) NOT NULL,                              -- SHA-256 of what was imported
  slug          VARCHAR(255) CHARACTER SET ascii NOT NULL UNIQUE, -- aids_by_slug
  status        ENUM('draft','reviewable','published','deleted','merged') NOT NULL,
  name          VARCHAR(500) NOT NULL,
  name_initial  VARCHAR(500) NULL,
  short_title   VARCHAR(255) NULL,
  description   MEDIUMTEXT NULL,                                  -- XHTML, as the next three
  eligibility   MEDIUMTEXT NULL,
  project_examples MEDIUMTEXT NULL,
  contact       MEDIUMTEXT NULL,
  perimeter_id  INT UNSIGNED NULL,                                -- NULL: unknown
  perimeter_asked VARCHAR(255) NULL,                              -- the name or code as given, when unknown
  recurrence_id TINYINT UNSIGNED NULL,
  european      ENUM('sectorial','organizational') NULL,
  is_call_for_project BOOLEAN NOT NULL DEFAULT FALSE,
  is_charged    BOOLEAN NOT NULL DEFAULT FALSE,
  is_generic    BOOLEAN NOT NULL DEFAULT FALSE,
  generic_id    INT UNSIGNED NULL,
  opens_on      DATE NULL,
  predeposit_on DATE NULL,
  closes_on     DATE NULL,                                        -- the last day; NULL: open all year
  rate_min      TINYINT UNSIGNED NULL,                            -- percent
  rate_max      TINYINT UNSIGNED NULL,
  rate_comment  VARCHAR(255) NULL,
  loan_amount   INT UNSIGNED NULL,                                -- euros
  advance_amount INT UNSIGNED NULL,
  other_comment VARCHAR(255) NULL,
  origin_url    VARCHAR(700) NULL,
  application_url VARCHAR(700) NULL,
  import_url    VARCHAR(700) NULL,
  import_mention VARCHAR(255) NULL,
  import_licence VARCHAR(64) NULL,
  published_at  DATETIME NULL,
  created_at    DATETIME NULL,
  updated_at    DATETIME NULL,
  UNIQUE KEY aid_source (source, source_id),                      -- aid_by_source
  KEY aid_generic (generic_id),                                   -- aid_locals
  KEY aid_perimeter (perimeter_id),                               -- perimeter_matches
  KEY aid_newest (status, published_at, id),                      -- home_aids
  CONSTRAINT FOREIGN KEY (perimeter_id) REFERENCES perimeter (id),
  CONSTRAINT FOREIGN KEY (recurrence_id) REFERENCES recurrence (id),
  CONSTRAINT FOREIGN KEY (generic_id) REFERENCES aid (id)
);

-- An address that an aid had before.
CREATE TABLE aid_old_slug (
  slug    VARCHAR(255) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  aid_id  INT UNSIGNED NOT NULL,
  CONSTRAINT FOREIGN KEY (aid_id) REFERENCES aid (id)
);

CREATE TABLE aid_audience (
  aid_id       INT UNSIGNED NOT NULL,
  audience_id  TINYINT UNSIGNED NOT NULL,
  PRIMARY KEY (aid_id, audience_id),
  CONSTRAINT FOREIGN KEY (aid_id) REFERENCES aid (id),
  CONSTRAINT FOREIGN KEY (audience_id) REFERENCES audience (id)
);
CREATE TABLE aid_has_type (
  aid_id   INT UNSIGNED NOT NULL,
  type_id  TINYINT UNSIGNED NOT NULL,
  PRIMARY KEY (aid_id, type_id),
  CONSTRAINT FOREIGN KEY (aid_id) REFERENCES aid (id),
  CONSTRAINT FOREIGN KEY (type_id) REFERENCES aid_type (id)
);
CREATE TABLE aid_step (
  aid_id   INT UNSIGNED NOT NULL,
  step_id  TINYINT UNSIGNED NOT NULL,
  PRIMARY KEY (aid_id, step_id),
  CONSTRAINT FOREIGN KEY (aid_id) REFERENCES aid (id),
  CONSTRAINT FOREIGN KEY (step_id) REFERENCES step (id)
);
CREATE TABLE aid_destination (
  aid_id          INT UNSIGNED NOT NULL,
  destination_id  TINYINT UNSIGNED NOT NULL,
  PRIMARY KEY (aid_id, destination_id),
  CONSTRAINT FOREIGN KEY (aid_id) REFERENCES aid (id),
  CONSTRAINT FOREIGN KEY (destination_id) REFERENCES destination (id)
);
CREATE TABLE aid_category (
  aid_id       INT UNSIGNED NOT NULL,
  category_id  SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (aid_id, category_id),
  CONSTRAINT FOREIGN KEY (aid_id) REFERENCES aid (id),
  CONSTRAINT FOREIGN KEY (category_id) REFERENCES category (id)
);
CREATE TABLE aid_backer (
  aid_id     INT UNSIGNED NOT NULL,
  backer_id  INT UNSIGNED NOT NULL,
  role       ENUM('financer','instructor') NOT NULL,
  position   TINYINT UNSIGNED NOT NULL,
  PRIMARY KEY (aid_id, role, backer_id),
  KEY aid_backer_backer (backer_id, aid_id),             -- aids_of_backers
  CONSTRAINT FOREIGN KEY (aid_id) REFERENCES aid (id),
  CONSTRAINT FOREIGN KEY (backer_id) REFERENCES backer (id)
);
CREATE TABLE aid_program (
  aid_id      INT UNSIGNED NOT NULL,
  program_id  INT UNSIGNED NOT NULL,
  PRIMARY KEY (aid_id, program_id),
  KEY aid_program_program (program_id, aid_id),          -- aids_of_programs
  CONSTRAINT FOREIGN KEY (aid_id) REFERENCES aid (id),
  CONSTRAINT FOREIGN KEY (program_id) REFERENCES program (id)
);
