-- readers: 018
-- The terms of their titles are in posting now, with those of aids: guichet index puts them there.
DROP TABLE funded_list;

-- The projects of each department, as documents of the search.
CREATE TABLE funded_list (
  near  VARBINARY(64) NOT NULL PRIMARY KEY,                -- funded_lists: its code
  list  MEDIUMBLOB    NOT NULL                             -- funded.h
);
