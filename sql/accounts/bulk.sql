-- "guichet bulk" reads what is public of aids, notes which of them time opened or closed,
-- and writes nothing else of them.
GRANT SELECT ON aid_json TO :account;
GRANT UPDATE (status, number, version) ON aid_json TO :account;
GRANT SELECT, INSERT ON aid_version TO :account;
GRANT SELECT (id, source, slug, opens_on, closes_on) ON aid TO :account;
GRANT SELECT, INSERT, UPDATE ON page_fragment TO :account;
GRANT SELECT, UPDATE ON data_version TO :account;
-- The command looks whether the schema is that of its version.
GRANT SELECT ON schema_step TO :account;
