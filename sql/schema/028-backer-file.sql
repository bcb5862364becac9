-- readers: 018
-- What an administrator writes of a backer.  A backer with a file is the file's: feeds
-- change its facts no more.

ALTER TABLE backer
  ADD is_hidden BOOLEAN NOT NULL DEFAULT FALSE,           -- by the administrator
  ADD has_page  BOOLEAN AS (slug <> '' AND NOT is_hidden) PERSISTENT;

CREATE TABLE backer_file (
  backer_id    INT UNSIGNED NOT NULL PRIMARY KEY,        -- backer, backer_logo, backer_describe
  description  MEDIUMTEXT NULL,                          -- rich text
  logo         MEDIUMBLOB NULL,
  logo_type    VARCHAR(40) CHARACTER SET ascii NULL,     -- image/png
  logo_label   VARCHAR(200) NULL,                        -- what it shows, in words
  changed_at   TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  CONSTRAINT backer_file_backer FOREIGN KEY (backer_id) REFERENCES backer (id) ON DELETE CASCADE ON UPDATE CASCADE
);

-- More of it, under titles of its own: how it works, examples, useful links.
CREATE TABLE backer_section (
  backer_id  INT UNSIGNED NOT NULL,
  position   SMALLINT UNSIGNED NOT NULL,
  title      VARCHAR(200) NOT NULL,
  body       MEDIUMTEXT NOT NULL,                        -- rich text
  PRIMARY KEY (backer_id, position),                     -- backer_sections
  CONSTRAINT backer_section_file FOREIGN KEY (backer_id) REFERENCES backer_file (backer_id) ON DELETE CASCADE ON UPDATE CASCADE
);
