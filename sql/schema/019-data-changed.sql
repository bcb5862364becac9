-- Pages say of when their data is: a page that is served while nobody can make
-- another one may be of some time ago.
ALTER TABLE data_version
  ADD changed_at BIGINT UNSIGNED NOT NULL DEFAULT 0; -- in seconds since 1970
UPDATE data_version SET changed_at = UNIX_TIMESTAMP();
