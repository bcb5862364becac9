-- Words that part other words and find nothing by themselves, folded.
CREATE TABLE stop_word (
  word  VARCHAR(32) CHARACTER SET ascii NOT NULL PRIMARY KEY
);
