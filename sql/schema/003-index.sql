-- What search reads: made from the tables of 002 when an aid changes, in the
-- same transaction.  "guichet index" makes all of it again.

-- One narrow row an aid, held in memory by each search process and refreshed
-- by what is newer than it has.
CREATE TABLE aid_index (
  aid_id        INT UNSIGNED NOT NULL PRIMARY KEY,       -- aid_index_since
  version       BIGINT UNSIGNED NOT NULL,
  published     BOOLEAN NOT NULL,                        -- status is 'published'
  perimeter_id  INT UNSIGNED NULL,
  scale         TINYINT UNSIGNED NULL,
  generic_id    INT UNSIGNED NULL,
  opens         SMALLINT UNSIGNED NULL,                  -- days since 1 January 1970, as below
  closes        SMALLINT UNSIGNED NULL,
  fresh         SMALLINT UNSIGNED NULL,                  -- day of publication
  facets        BIGINT UNSIGNED NOT NULL,                -- a bit an audience, type, step...: sql/constants
  categories_0  BIGINT UNSIGNED NOT NULL,                -- a bit a category id under 64
  categories_1  BIGINT UNSIGNED NOT NULL,                -- 64 to 127
  KEY aid_index_version (version),                       -- aid_index_since
  KEY aid_index_perimeter (perimeter_id),                -- perimeter_matches
  KEY aid_index_open (published, closes)                 -- home_count
);

-- What only depends on the aid, rendered when the aid changes.  Three tables,
-- for a list reads the cards of many aids and must not pass by long texts.
CREATE TABLE aid_rendered (
  aid_id     INT UNSIGNED NOT NULL PRIMARY KEY,          -- aid_cards
  slug       VARCHAR(255) CHARACTER SET ascii NOT NULL,  -- of aid, as the next three
  name       VARCHAR(500) NOT NULL,
  opens_on   DATE NULL,
  closes_on  DATE NULL,
  card       TEXT NOT NULL                               -- inner part of a card, HTML
);
CREATE TABLE aid_body (
  aid_id  INT UNSIGNED NOT NULL PRIMARY KEY,             -- aids_by_slug
  body    MEDIUMTEXT NOT NULL                            -- of the aid's page, HTML
);
CREATE TABLE aid_text (
  aid_id  INT UNSIGNED NOT NULL PRIMARY KEY,             -- aid_terms
  plain   MEDIUMTEXT NOT NULL,                           -- plain text that matched words are shown from
  terms   MEDIUMTEXT CHARACTER SET ascii NOT NULL        -- its index terms, by blanks
);
-- Parts of pages that only depend on the lists.
CREATE TABLE page_fragment (
  name  VARCHAR(32) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  html  MEDIUMTEXT NOT NULL
);

-- Posting list of a term: aids that bear it, by rising id.  Format: posting.h
CREATE TABLE posting (
  term  VARBINARY(60) NOT NULL PRIMARY KEY,
  aids  INT UNSIGNED  NOT NULL,
  list  MEDIUMBLOB    NOT NULL
);
