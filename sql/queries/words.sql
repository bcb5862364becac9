-- Words that stand for each other, and words as they are written.

-- keywords: every family, for memory and for export
SELECT kind, term, synonyms FROM keyword ORDER BY kind, term LIMIT 20000;

-- keywords_delete: all families go, before others come
DELETE FROM keyword;

-- keywords_write: families
LOAD DATA LOCAL INFILE 'rows' INTO TABLE keyword CHARACTER SET utf8mb4 (kind, term, synonyms);

-- vocabulary: words of the catalogue, as they are written, and how many aids bear each
SELECT v.term, v.form, p.aids FROM vocabulary v JOIN posting p ON p.term = v.term ORDER BY v.term LIMIT 200000;

-- vocabulary_write: words that are new
LOAD DATA LOCAL INFILE 'rows' IGNORE INTO TABLE vocabulary CHARACTER SET utf8mb4 (term, form);
