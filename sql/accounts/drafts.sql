-- "guichet drafts follow" notes what became of drafts, and forgets the old ones; it
-- reads neither whose they are, nor what they were made from, nor where they are
-- opened: by the token DS tells of those that it has.
GRANT SELECT (id, demarche, state, number, token, made_at) ON draft TO :account;
GRANT UPDATE (state, url, sealed, token, changed_at) ON draft TO :account;
GRANT DELETE ON draft TO :account;
-- And those that sent: whose reader has gone, or an hour ago.
GRANT SELECT (seen_at), DELETE ON draft_waiting TO :account;
GRANT SELECT (begun_at), DELETE ON draft_begun TO :account;
-- The command looks whether the schema is that of its version.
GRANT SELECT ON schema_step TO :account;
-- No two of it run at a time.
GRANT SELECT, INSERT, UPDATE ON job TO :account;
