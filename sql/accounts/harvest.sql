-- "guichet harvest" writes aids, what is made of them, and what came of each run; of feeds
-- it notes how far they were read.  It reads no draft and nothing of an applicant.
-- with public
-- with import
GRANT SELECT, UPDATE (etag, modified, digest, cursor_at, importer, whole_on) ON feed TO :account;
-- No two of it run at a time.
GRANT SELECT, INSERT, UPDATE ON job TO :account;
