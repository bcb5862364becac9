-- "guichet drafts follow" notes what became of drafts, and forgets the old ones.
GRANT SELECT, UPDATE, DELETE ON draft TO :account;
