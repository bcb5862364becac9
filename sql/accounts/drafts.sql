-- "guichet drafts follow" notes what became of drafts, and forgets the old ones; it
-- reads neither whose they are nor what they were made from.
GRANT SELECT (id, demarche, state, number, url, token, made_at) ON draft TO :account;
GRANT UPDATE (state, url, token, changed_at) ON draft TO :account;
GRANT DELETE ON draft TO :account;
-- The command looks whether the schema is that of its version.
GRANT SELECT ON schema_step TO :account;
