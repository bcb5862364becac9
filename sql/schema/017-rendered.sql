-- What is rendered of an aid may be longer than the record that was taken: 64 names
-- of 250 "&" are 80 kB of HTML.  It is bounded by the record, not here.
ALTER TABLE aid_export
  MODIFY `row` MEDIUMTEXT NOT NULL,
  MODIFY entry MEDIUMTEXT NOT NULL,
  MODIFY event MEDIUMTEXT NOT NULL;
