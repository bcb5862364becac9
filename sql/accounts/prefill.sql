-- prefill reads what is public, and what it fills from; it writes the journal
-- of drafts, and turns, and nothing else.  Of the journal it reads what leads back
-- to a draft, and neither whose it is nor the token that opens it; "sealed" tells
-- nothing without the key of the reader's form, which is in no row.
-- with public
-- with site
GRANT SELECT ON demarche_revision TO :account;
GRANT SELECT ON champ TO :account;
GRANT SELECT ON champ_source TO :account;
GRANT SELECT ON fact TO :account;
GRANT SELECT ON fact_theme TO :account;
GRANT SELECT ON fact_value TO :account;
GRANT SELECT ON country TO :account;
GRANT SELECT (id, form, digest, demarche, aid_id, state, number, url, sealed, made_at) ON draft TO :account;
GRANT INSERT (form, digest, demarche, aid_id, siren, authority, champs, state, made_at, changed_at, portal_id) ON draft TO :account;
GRANT UPDATE (form, state, number, url, sealed, token, made_at, changed_at) ON draft TO :account;
GRANT SELECT ON form_secret TO :account;
GRANT SELECT, UPDATE ON draft_gate TO :account;
GRANT SELECT, INSERT, UPDATE, DELETE ON draft_waiting TO :account;
GRANT SELECT, INSERT, UPDATE, DELETE ON draft_begun TO :account;
