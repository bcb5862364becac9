-- What read an aid is told by a digest of it, and no more by a number kept by hand.

ALTER TABLE aid
  -- What it was read by (import_stamp): read again by another.
  MODIFY importer BINARY(8) NOT NULL;
