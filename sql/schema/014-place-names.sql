-- Names are found in memory now (lib/gazetteer): the tables of their beginnings go.
DROP TABLE perimeter_word, perimeter_prefix;

-- Names that were, and words that stand for others: sql/data/place-words.sql.
ALTER TABLE place_word
  MODIFY kind ENUM('body','label','brand','short','code','former','abbreviation') NOT NULL;
