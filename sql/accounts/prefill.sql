-- prefill reads territories, aids and what it fills from; it writes the journal
-- of drafts and nothing else.
-- with territory
GRANT SELECT ON aid TO :account;
GRANT SELECT ON aid_audience TO :account;
GRANT SELECT ON aid_backer TO :account;
GRANT SELECT ON audience TO :account;
GRANT SELECT ON backer TO :account;
GRANT SELECT ON demarche TO :account;
GRANT SELECT ON demarche_revision TO :account;
GRANT SELECT ON champ TO :account;
GRANT SELECT ON champ_source TO :account;
GRANT SELECT ON fact TO :account;
GRANT SELECT ON fact_value TO :account;
GRANT SELECT ON country TO :account;
GRANT SELECT ON aid_demarche TO :account;
GRANT SELECT, INSERT, UPDATE ON draft TO :account;
