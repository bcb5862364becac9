-- readers: 018
-- Jobs that one machine at a time does, of all that share the base: the row of one that
-- runs is locked by a transaction of its own, which ends with it, however it ends.

CREATE TABLE job (
  name VARCHAR(64) CHARACTER SET ascii NOT NULL PRIMARY KEY
);
