-- readers: 018
-- Files that backers deposit behind a secret link, and what came of each.

CREATE TABLE deposit_link (
  id        INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  word      CHAR(64) CHARACTER SET ascii NOT NULL,     -- the digest of the word in its address
  source    VARCHAR(64) CHARACTER SET ascii NOT NULL,  -- aid.source, which it feeds
  contact   VARCHAR(255) NOT NULL,                     -- whom it was given to
  news      ENUM('published','reviewable','draft') NOT NULL, -- what its new aids become
  licence   VARCHAR(64) NULL,                          -- of its aids that say none
  made_on   DATE NOT NULL,
  ends_on   DATE NOT NULL,                             -- the last day that it opens
  version   BIGINT UNSIGNED NOT NULL DEFAULT 0,        -- of the data that its tables are made of; 0: none yet
  UNIQUE KEY deposit_word (word)                       -- deposit_link
);

-- A file.  Who has the link adds rows, and an answer to each check; the job alone says
-- what they are, and becomes of them.
CREATE TABLE deposit (
  id        INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  link_id   INT UNSIGNED NOT NULL,
  name      VARCHAR(255) NOT NULL,                     -- of the file, as the browser said it
  size      INT UNSIGNED NOT NULL,                     -- bytes
  digest    CHAR(64) CHARACTER SET ascii NOT NULL,     -- SHA-256 of them
  is_whole  BOOLEAN NOT NULL,                          -- what it lacks is to be withdrawn
  sent_at   DATETIME NOT NULL,                         -- in UTC
  state     ENUM('sent','checked','same','refused','taken','dropped') NOT NULL DEFAULT 'sent',
  tries     TINYINT UNSIGNED NOT NULL DEFAULT 0,       -- checks that were begun and did not end
  round     SMALLINT UNSIGNED NOT NULL DEFAULT 0,      -- of checks: which one an answer is to
  outcome   CHAR(64) CHARACTER SET ascii NULL,         -- the digest of what taking it would do
  fault     VARCHAR(16) CHARACTER SET ascii NULL,      -- why it is refused, a word for it; or
  why       VARCHAR(500) NULL,                         -- what was logged
  added     INT UNSIGNED NOT NULL DEFAULT 0,
  changed   INT UNSIGNED NOT NULL DEFAULT 0,
  same      INT UNSIGNED NOT NULL DEFAULT 0,
  refused   INT UNSIGNED NOT NULL DEFAULT 0,
  faults    INT UNSIGNED NOT NULL DEFAULT 0,
  absent    INT UNSIGNED NOT NULL DEFAULT 0,           -- aids that it lacks
  withdrawn INT UNSIGNED NOT NULL DEFAULT 0,           -- of these; fewer when a person is to look first
  ended_at  DATETIME NULL,                             -- when the state became that, in UTC
  KEY deposit_link (link_id, id),                      -- deposit_last
  KEY deposit_state (state, id),                       -- deposit_due
  KEY deposit_sent (sent_at),                          -- deposit_forget
  CONSTRAINT FOREIGN KEY (link_id) REFERENCES deposit_link (id) ON DELETE CASCADE
);

-- The first answer to a check holds.
CREATE TABLE deposit_answer (
  deposit_id INT UNSIGNED NOT NULL,
  round      SMALLINT UNSIGNED NOT NULL,
  is_yes     BOOLEAN NOT NULL,
  PRIMARY KEY (deposit_id, round),
  CONSTRAINT FOREIGN KEY (deposit_id) REFERENCES deposit (id) ON DELETE CASCADE
);

-- Bytes come and go by pieces, each far below what a statement may carry.
CREATE TABLE deposit_piece (
  deposit_id INT UNSIGNED NOT NULL,
  n          SMALLINT UNSIGNED NOT NULL,
  bytes      MEDIUMBLOB NOT NULL,
  PRIMARY KEY (deposit_id, n),
  CONSTRAINT FOREIGN KEY (deposit_id) REFERENCES deposit (id) ON DELETE CASCADE
);
-- The file sent back with remarks: a workbook.
CREATE TABLE deposit_remark (
  deposit_id INT UNSIGNED NOT NULL,
  n          SMALLINT UNSIGNED NOT NULL,
  bytes      MEDIUMBLOB NOT NULL,
  PRIMARY KEY (deposit_id, n),
  CONSTRAINT FOREIGN KEY (deposit_id) REFERENCES deposit (id) ON DELETE CASCADE
);
-- What a link gives to fill in: the model, and the public aids of its source.
CREATE TABLE deposit_table (
  link_id INT UNSIGNED NOT NULL,
  name    VARCHAR(32) CHARACTER SET ascii NOT NULL,    -- "modele.xlsx"
  n       SMALLINT UNSIGNED NOT NULL,
  bytes   MEDIUMBLOB NOT NULL,
  PRIMARY KEY (link_id, name, n),
  CONSTRAINT FOREIGN KEY (link_id) REFERENCES deposit_link (id) ON DELETE CASCADE
);

-- What taking it does, or did: the first aids, what changes of them, the first faults.
CREATE TABLE deposit_aid (
  deposit_id INT UNSIGNED NOT NULL,
  n          INT UNSIGNED NOT NULL,
  what       ENUM('added','changed','withdrawn') NOT NULL,
  slug       VARCHAR(255) CHARACTER SET ascii NOT NULL,
  name       VARCHAR(500) NOT NULL,
  PRIMARY KEY (deposit_id, n),
  CONSTRAINT FOREIGN KEY (deposit_id) REFERENCES deposit (id) ON DELETE CASCADE
);
CREATE TABLE deposit_change (
  deposit_id INT UNSIGNED NOT NULL,
  n          INT UNSIGNED NOT NULL,                    -- of the aid
  field      VARCHAR(40) CHARACTER SET ascii NOT NULL, -- AT's name of it
  was        VARCHAR(300) NULL,                        -- NULL, too, of texts too long to be shown
  becomes    VARCHAR(300) NULL,
  PRIMARY KEY (deposit_id, n, field),
  CONSTRAINT FOREIGN KEY (deposit_id) REFERENCES deposit (id) ON DELETE CASCADE
);
CREATE TABLE deposit_fault (
  deposit_id INT UNSIGNED NOT NULL,
  n          INT UNSIGNED NOT NULL,
  cell       VARCHAR(16) CHARACTER SET ascii NULL,     -- "D12"; "12": the row
  field      VARCHAR(64) NOT NULL,                     -- "": the aid is not taken
  reason     VARCHAR(255) NOT NULL,
  value      VARCHAR(255) NOT NULL,
  PRIMARY KEY (deposit_id, n),
  CONSTRAINT FOREIGN KEY (deposit_id) REFERENCES deposit (id) ON DELETE CASCADE
);
