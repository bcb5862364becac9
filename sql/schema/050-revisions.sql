-- readers: 018
-- A revision is what the public had of an aid; the version is that of the data.

RENAME TABLE IF EXISTS aid_version TO aid_revision;
ALTER TABLE aid_revision
  RENAME KEY IF EXISTS aid_version_made TO aid_revision_made,       -- version_before
  RENAME KEY IF EXISTS aid_version_version TO aid_revision_version; -- harvest_changes
-- How an aid stands is no part of it, for time changes that alone.  The last revision of
-- each takes the new digest with it, or all would have one more.
ALTER TABLE aid_json
  DROP COLUMN IF EXISTS digest,
  ADD digest BINARY(8) AS (UNHEX(LEFT(SHA2(CONCAT_WS('\t', record, texts, exchange), 256), 16))) STORED AFTER status; -- of what follows
UPDATE aid_revision v JOIN aid_json j ON j.aid_id = v.aid_id AND j.number = v.number SET v.digest = j.digest;
ALTER TABLE bulk_base
  ADD day DATE NULL; -- by which aids were last turned; NULL: not known
