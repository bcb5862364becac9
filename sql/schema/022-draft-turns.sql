-- Who sends an application has a turn, as a row; the address of a draft is sealed.

-- The site's secret, for the marks of forms (apply/form_token.h): 64 hexadecimal digits.
CREATE TABLE form_secret (
  id      TINYINT UNSIGNED NOT NULL PRIMARY KEY,            -- 1
  secret  CHAR(64) CHARACTER SET ascii NOT NULL
);
INSERT INTO form_secret (id, secret) VALUES (1, LOWER(HEX(RANDOM_BYTES(32))));

-- Turns are taken one after the other, behind this row (apply/draft_turn.h).
CREATE TABLE draft_gate (
  id     TINYINT UNSIGNED NOT NULL PRIMARY KEY,             -- 1
  turns  BIGINT UNSIGNED NOT NULL
);
INSERT INTO draft_gate (id, turns) VALUES (1, 0);

-- Those that wait.  "form" is a digest of the key of a reader's form, as in draft.
CREATE TABLE draft_waiting (
  id        BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  form      CHAR(32) CHARACTER SET ascii NOT NULL,
  digest    CHAR(64) CHARACTER SET ascii NOT NULL,
  network   CHAR(32) CHARACTER SET ascii NOT NULL,          -- a mark of it: no address
  demarche  INT UNSIGNED NOT NULL,
  aid_id    INT UNSIGNED NOT NULL,                          -- 0: of none
  body      MEDIUMTEXT CHARACTER SET ascii NOT NULL,        -- what is sent, sealed by the key of the form
  seen_at   DATETIME(3) NOT NULL,                           -- UTC: when its reader last asked
  UNIQUE KEY draft_waiting_once (form, digest),             -- draft_waiting_add, draft_waiting_find
  KEY draft_waiting_seen (seen_at)                          -- draft_turns, draft_waiting_forget
);

-- Those that were begun within the hour.
CREATE TABLE draft_begun (
  id        BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  network   CHAR(32) CHARACTER SET ascii NOT NULL,
  begun_at  DATETIME(3) NOT NULL,                           -- UTC
  until     DATETIME(3) NOT NULL,                           -- it holds a place, at the latest
  KEY draft_begun_of (network, begun_at),                   -- draft_turns
  KEY draft_begun_at (begun_at)                             -- draft_turns, draft_begun_forget
);

-- An earlier program reads "url", and finds its own there; the next release drops it.
ALTER TABLE draft
  ADD sealed VARCHAR(1200) CHARACTER SET ascii NULL AFTER url; -- the address, sealed by the key of the form
