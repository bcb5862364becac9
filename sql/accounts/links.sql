-- "guichet links" reads the addresses of aids, notes where they lead, and makes a version
-- of the data when readers are told something else: it writes nothing of an aid.
GRANT SELECT (id, status, closes_on, origin_url, application_url) ON aid TO :account;
GRANT SELECT, INSERT, UPDATE, DELETE ON link TO :account;
GRANT SELECT, UPDATE (version, changed_at) ON data_version TO :account;
-- The command looks whether the schema is that of its version.
GRANT SELECT ON schema_step TO :account;
-- No two of it run at a time.
GRANT SELECT, INSERT, UPDATE ON job TO :account;
