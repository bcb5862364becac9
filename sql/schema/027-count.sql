-- readers: 018
-- What readers did, counted by day: written by "guichet count" alone, from the logs of
-- nginx, and read by the pages of statistics.  No row is of one reader.  All add up: a
-- batch of a log adds to them and moves its position, in one transaction.
-- "portal_id" is 0 for the site itself.  There is no foreign key: what was counted
-- remains when an aid or a territory goes.

-- "kind" is the audience that the question named, by its slug, and '' when it named
-- none; "department" is that of the territory asked, and '' when it is of none or of
-- several.
CREATE TABLE count_search (
  portal_id   INT UNSIGNED NOT NULL,
  day         DATE NOT NULL,
  kind        VARCHAR(64) CHARACTER SET ascii NOT NULL,
  department  VARCHAR(3) CHARACTER SET ascii NOT NULL,
  searches    INT UNSIGNED NOT NULL,
  nothing     INT UNSIGNED NOT NULL,                        -- of these, those that found no aid
  PRIMARY KEY (portal_id, day, kind, department)            -- count_search_add
);

-- The words of a question as they were understood: folded, without stop words.
CREATE TABLE count_word (
  portal_id   INT UNSIGNED NOT NULL,
  day         DATE NOT NULL,
  word        VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  searches    INT UNSIGNED NOT NULL,
  nothing     INT UNSIGNED NOT NULL,
  PRIMARY KEY (portal_id, day, word)                        -- count_word_add
);
CREATE TABLE count_place (
  portal_id     INT UNSIGNED NOT NULL,
  day           DATE NOT NULL,
  perimeter_id  INT UNSIGNED NOT NULL,
  searches      INT UNSIGNED NOT NULL,
  nothing       INT UNSIGNED NOT NULL,
  PRIMARY KEY (portal_id, day, perimeter_id)                -- count_place_add
);

-- What was done with an aid: its page read, its two links followed, its form sent.
CREATE TABLE count_aid (
  portal_id  INT UNSIGNED NOT NULL,
  day        DATE NOT NULL,
  aid_id     INT UNSIGNED NOT NULL,                         -- 0: a draft of no aid
  views      INT UNSIGNED NOT NULL,
  more       INT UNSIGNED NOT NULL,                         -- "plus d'informations"
  apply      INT UNSIGNED NOT NULL,                         -- "candidater"
  drafts     INT UNSIGNED NOT NULL,
  PRIMARY KEY (portal_id, day, aid_id)                      -- count_aid_add
);
CREATE TABLE count_page (
  portal_id  INT UNSIGNED NOT NULL,
  day        DATE NOT NULL,
  kind       ENUM('backer','program') NOT NULL,
  id         INT UNSIGNED NOT NULL,
  views      INT UNSIGNED NOT NULL,
  PRIMARY KEY (portal_id, day, kind, id)                    -- count_page_add
);

-- How far each log was counted.  A log is known by its first line, which no other has:
-- it may be renamed, compressed or copied.
CREATE TABLE count_log (
  host        VARCHAR(100) CHARACTER SET ascii NOT NULL,
  log         CHAR(64) CHARACTER SET ascii NOT NULL,        -- digest of its first line
  position    BIGINT UNSIGNED NOT NULL,                     -- bytes, of the log as it was written
  changed_at  TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (host, log)                                   -- count_log_move
);
-- How much one address and agent did on a day, for the days that logs may still speak
-- of: a robot is left out of what is counted.  Each number is of whoever falls on it.
CREATE TABLE count_seen (
  host  VARCHAR(100) CHARACTER SET ascii NOT NULL,
  day   DATE NOT NULL,
  seen  MEDIUMBLOB NOT NULL,                                -- count/count_seen.h
  PRIMARY KEY (host, day)                                   -- count_seen_read, count_seen_write
);

-- Below which portal a draft was sent; 0: below none.
ALTER TABLE draft ADD portal_id INT UNSIGNED NOT NULL DEFAULT 0 AFTER aid_id;
