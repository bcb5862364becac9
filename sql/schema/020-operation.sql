-- What those who run a site look at.

-- Each import of aids, and whether anything was taken of it.
CREATE TABLE import_log (
  id        INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ended_at  TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  source    VARCHAR(64) CHARACTER SET ascii NOT NULL,
  is_taken  BOOLEAN NOT NULL,                     -- else refused whole
  added     INT UNSIGNED NOT NULL,
  changed   INT UNSIGNED NOT NULL,
  same      INT UNSIGNED NOT NULL,
  refused   INT UNSIGNED NOT NULL
);
