-- The reader's words are not the aid's words.  Run "guichet index" after this
-- step, and "guichet import keywords" for the families that come with Guichet.

-- Words that stand for each other.  An object decides which aids are found, an
-- intention ("rénover") only helps, an acronym stands for what it abridges.
CREATE TABLE keyword (
  term      VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  kind      ENUM('object','intention','acronym') NOT NULL,
  synonyms  VARCHAR(2000) NOT NULL,                      -- by " | "
  PRIMARY KEY (kind, term)                               -- keywords
);

-- A word as it is written, for each stem of the index: what typing mistakes are
-- corrected to.
CREATE TABLE vocabulary (
  term  VARBINARY(60) NOT NULL PRIMARY KEY,              -- vocabulary
  form  VARCHAR(60) NOT NULL
);
