-- readers: 018
-- Shapes of feeds that are this installation's own: rows as in sql/data/feed-shapes.csv,
-- read before those.

CREATE TABLE feed_shape_row (
  position SMALLINT UNSIGNED NOT NULL PRIMARY KEY,
  shape    VARCHAR(64) NOT NULL,
  field    VARCHAR(64) NOT NULL,
  path     VARCHAR(700) NOT NULL,
  becomes  VARCHAR(700) NOT NULL
);
