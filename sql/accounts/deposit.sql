-- deposit adds a file and an answer, and reads how the files of a link stand: neither the
-- files themselves, nor any aid.
-- with territory
-- with site
GRANT SELECT (id, word, source, contact, news, ends_on, version) ON deposit_link TO :account;
GRANT SELECT (id, link_id, name, size, is_whole, state, round, fault, why, added, changed, same, refused, faults, absent, withdrawn), INSERT (link_id, name, size, digest, is_whole, sent_at) ON deposit TO :account;
GRANT SELECT, INSERT ON deposit_answer TO :account;
GRANT INSERT ON deposit_piece TO :account;
GRANT SELECT ON deposit_remark TO :account;
GRANT SELECT ON deposit_table TO :account;
GRANT SELECT ON deposit_aid TO :account;
GRANT SELECT ON deposit_change TO :account;
GRANT SELECT ON deposit_fault TO :account;
