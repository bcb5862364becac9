-- readers: 018
-- Words that open pages of the site itself, as those of portal open its own.

CREATE TABLE site_word (
  page    VARCHAR(20) CHARACTER SET ascii NOT NULL,         -- stats
  digest  CHAR(64) CHARACTER SET ascii NOT NULL,            -- of the word
  PRIMARY KEY (page)                                        -- site_word, site_set_word
);
