-- readers: 018
-- What somebody said of two aids that look the same: once, and for good.

CREATE TABLE aid_pair (
  first_id  INT UNSIGNED NOT NULL,                      -- the lesser id
  second_id INT UNSIGNED NOT NULL,
  verdict   ENUM('same','version','different') NOT NULL,
  made_at   DATETIME NOT NULL,                          -- in UTC
  PRIMARY KEY (first_id, second_id),
  CONSTRAINT FOREIGN KEY (first_id) REFERENCES aid (id),
  CONSTRAINT FOREIGN KEY (second_id) REFERENCES aid (id)
);
