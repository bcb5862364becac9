-- readers: 018
-- What is learned of an aid from its texts, and the words that teach it.

-- The weights by which whom an aid is for is guessed: indexing/audience.h.
CREATE TABLE audience_word (
  word    VARCHAR(46) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  weight  SMALLINT NOT NULL
);

-- Words that many titles of funded projects have: they count half in a search.
CREATE TABLE common_word (
  word  VARCHAR(46) CHARACTER SET ascii NOT NULL PRIMARY KEY
);

-- Made with the index of 003.
CREATE TABLE aid_trait (
  aid_id  INT UNSIGNED NOT NULL PRIMARY KEY,             -- aid_index_since
  likely  TINYINT UNSIGNED NOT NULL                      -- that it is for communes or intercommunalities: 255 is sure
);
