-- "guichet deposit run" reads the files that were deposited, says what they would do, and
-- writes the aids of those that were confirmed; it makes no link and no answer.
-- with public
-- with import
GRANT SELECT, UPDATE (version) ON deposit_link TO :account;
GRANT SELECT, UPDATE, DELETE ON deposit TO :account;
GRANT SELECT ON deposit_answer TO :account;
GRANT SELECT ON deposit_piece TO :account;
GRANT SELECT, INSERT, DELETE ON deposit_remark TO :account;
GRANT SELECT, INSERT, DELETE ON deposit_table TO :account;
GRANT SELECT, INSERT, DELETE ON deposit_aid TO :account;
GRANT SELECT, INSERT, DELETE ON deposit_change TO :account;
GRANT SELECT, INSERT, DELETE ON deposit_fault TO :account;
-- No two of it run at a time.
GRANT SELECT, INSERT, UPDATE ON job TO :account;
