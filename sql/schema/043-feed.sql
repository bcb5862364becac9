-- readers: 018
-- Feeds: where aids come from without anybody's hand, and what each run of one brought.

CREATE TABLE feed (
  name          VARCHAR(64) CHARACTER SET ascii NOT NULL PRIMARY KEY, -- aid.source
  address       VARCHAR(700) NOT NULL,                 -- of the web, or a path on this machine
  licence       VARCHAR(64) NULL,                      -- of its aids that say none
  contact       VARCHAR(255) NULL,                     -- of who answers for it
  key_file      VARCHAR(255) NULL,                     -- headers, a line each; they are never in the base
  token_address VARCHAR(700) NULL,                     -- where they are given for a token; NULL: they are sent as they are
  hours         SMALLINT UNSIGNED NOT NULL DEFAULT 24, -- from one run to the next
  news          ENUM('published','reviewable','draft') NOT NULL DEFAULT 'published', -- what its new aids become
  grace         SMALLINT UNSIGNED NOT NULL DEFAULT 7,  -- days from when it lacks an aid until that is withdrawn
  is_private    BOOLEAN NOT NULL DEFAULT FALSE,        -- addresses of private networks may be asked
  is_paused     BOOLEAN NOT NULL DEFAULT FALSE,
  -- As it was when something was last taken of it.
  etag          VARCHAR(255) NULL,
  modified      VARCHAR(64) NULL,
  digest        BINARY(32) NULL,
  cursor_at     VARCHAR(60) CHARACTER SET ascii NULL   -- of another Guichet: api_changes.h
);

ALTER TABLE aid
  ADD gone_on DATE NULL;                               -- since when its feed lacks it

ALTER TABLE import_log
  ADD is_harvest BOOLEAN NOT NULL DEFAULT FALSE,       -- else a file that somebody gave
  ADD version   BIGINT UNSIGNED NOT NULL DEFAULT 0,    -- of the data that it made; 0: none
  ADD ms        INT UNSIGNED NOT NULL DEFAULT 0,
  ADD faults    INT UNSIGNED NOT NULL DEFAULT 0,       -- what was not understood
  ADD absent    INT UNSIGNED NOT NULL DEFAULT 0,       -- aids that the feed lacks
  ADD withdrawn INT UNSIGNED NOT NULL DEFAULT 0,       -- of these
  ADD why       VARCHAR(500) NULL,                     -- what stopped it, or was not done
  ADD KEY import_log_source (source, id);              -- import_log_last, feed_due

-- The first thousand faults of a run.
CREATE TABLE import_fault (
  import_id INT UNSIGNED NOT NULL,
  n         SMALLINT UNSIGNED NOT NULL,
  record    INT UNSIGNED NOT NULL,                     -- of the feed, from 1
  source_id VARCHAR(64) CHARACTER SET ascii NULL,
  field     VARCHAR(64) NOT NULL,
  reason    VARCHAR(255) NOT NULL,
  value     VARCHAR(255) NOT NULL,
  PRIMARY KEY (import_id, n),
  CONSTRAINT FOREIGN KEY (import_id) REFERENCES import_log (id) ON DELETE CASCADE
);

ALTER TABLE aid_version ADD KEY aid_version_version (version);  -- harvest_changes

-- What somebody here says of an aid in place of its feed, under AT's names.
CREATE TABLE aid_override (
  aid_id   INT UNSIGNED NOT NULL,
  field    VARCHAR(40) CHARACTER SET ascii NOT NULL,
  value    MEDIUMTEXT NOT NULL,                         -- in JSON
  fed      MEDIUMTEXT NULL,                             -- what the feed says, in JSON; NULL: not read since
  differs  BOOLEAN NOT NULL DEFAULT FALSE,              -- it says something else since, and nobody has looked
  made_at  DATETIME NOT NULL,                           -- in UTC
  PRIMARY KEY (aid_id, field),
  CONSTRAINT FOREIGN KEY (aid_id) REFERENCES aid (id)
);
ALTER TABLE aid
  ADD merged_into INT UNSIGNED NULL;                    -- the aid that it is the same as
