-- readers: 018
-- What aids are about, as directions: see cgi-bin/lib/vectors/word_vectors.h.

-- Made with the index of 003.
ALTER TABLE aid_trait
  ADD made       INT UNSIGNED NULL,                      -- which table of word vectors gave the direction
  ADD direction  BINARY(96) NULL;
