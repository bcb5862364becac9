-- "guichet bulk" reads what is public of aids, notes which of them time opened or closed,
-- and writes nothing else of them; lists of the API it asks as the API does.
-- with public
GRANT SELECT ON aid_json TO :account;
GRANT UPDATE (status, number, version) ON aid_json TO :account;
GRANT INSERT ON aid_revision TO :account;
GRANT SELECT, INSERT, UPDATE ON bulk_base TO :account;
GRANT UPDATE (version, changed_at) ON data_version TO :account;
