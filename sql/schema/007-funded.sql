-- Projects that were funded, published by the State: shown beside the aids, for
-- they show that it is possible.

CREATE TABLE funded (
  id            INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  source        VARCHAR(64) CHARACTER SET ascii NOT NULL,  -- of the import
  year          SMALLINT UNSIGNED NULL,
  scheme        VARCHAR(255) NOT NULL,                     -- DETR, or a measure of the Fonds vert
  title         VARCHAR(500) NOT NULL,
  beneficiary   VARCHAR(255) NOT NULL,                     -- a public body
  folded        VARCHAR(255) CHARACTER SET ascii NOT NULL, -- its name, as perimeter_name has it
  siren         VARCHAR(9) CHARACTER SET ascii NULL,
  insee         VARCHAR(5) CHARACTER SET ascii NULL,
  department    VARCHAR(3) CHARACTER SET ascii NOT NULL,
  cost          BIGINT UNSIGNED NULL,                      -- euros
  amount        BIGINT UNSIGNED NOT NULL,                  -- granted, euros
  perimeter_id  INT UNSIGNED NULL,                         -- commune or EPCI of the beneficiary
  epci_id       INT UNSIGNED NULL,
  KEY funded_source (source, id)                           -- funded_delete, funded_all
);

-- The projects of a department whose titles bear a term: "79 ecol".
CREATE TABLE funded_list (
  near  VARBINARY(64) NOT NULL PRIMARY KEY,                -- funded_lists
  list  MEDIUMBLOB    NOT NULL                             -- funded.h
);
