-- readers: 018
-- Words of feeds that no list here has, until a person says what they are: once, and for good.

CREATE TABLE feed_word (
  id        INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,  -- feed_word_by_id
  source    VARCHAR(64) CHARACTER SET ascii NOT NULL,          -- aid.source; '': of every feed
  field     VARCHAR(40) CHARACTER SET ascii NOT NULL,          -- AT's, that bears it
  word      VARCHAR(255) NOT NULL,
  folded    VARCHAR(255) CHARACTER SET ascii NOT NULL,         -- by which it is known again
  means     VARCHAR(700) NULL,                                 -- as feed_shape_row.becomes; '-': nothing; NULL: nobody has said
  resembles VARCHAR(700) NOT NULL DEFAULT '',
  times     INT UNSIGNED NOT NULL DEFAULT 0,                   -- in the run that said it most often
  example   VARCHAR(64) CHARACTER SET ascii NOT NULL DEFAULT '', -- an aid that bears it, by its id in the feed
  told_on   DATE NULL,                                         -- when a run last said it; NULL: none did
  UNIQUE KEY feed_word_of (field, folded, source),             -- feed_word_put, feed_word_aids
  KEY feed_word_source (source)                                -- feed_words_said, feed_word_rows
);

ALTER TABLE feed
  ADD importer BINARY(8) NULL;                                 -- by which something was last taken of it: import_stamp.h
