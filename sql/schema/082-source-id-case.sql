-- readers: 018
-- "A1" and "a1" are two aids of their source: as one, each run wrote one over the other.
ALTER TABLE aid
  MODIFY source_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;
