-- readers: 018
-- A feed says of a backer what nobody said, and what it made it may change: no other feed may.
ALTER TABLE backer
  ADD source VARCHAR(64) CHARACTER SET ascii NULL;  -- the feed that made it: aid.source; NULL: none, or not known
UPDATE backer SET source = 'aides-territoires' WHERE id < 9000000;
