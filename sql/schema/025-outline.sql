-- readers: 018
-- Outlines of departments, for the map (sql/data/outlines.sql).

CREATE TABLE outline (
  code  VARCHAR(3) CHARACTER SET ascii NOT NULL,     -- of a department; '': the frames around some
  path  TEXT CHARACTER SET ascii NOT NULL,           -- of SVG
  PRIMARY KEY (code)                                 -- map_departments
);
