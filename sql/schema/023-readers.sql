-- readers: 018
-- Each step says by its first line the oldest program that may still read the base,
-- by the last step that this program knew: it is here, for programs that run.
ALTER TABLE data_version
  ADD readers SMALLINT UNSIGNED NOT NULL DEFAULT 0; -- an older one answers 503
