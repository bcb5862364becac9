-- search reads public data and writes nothing.
-- with public
-- with site
GRANT SELECT ON count_search TO :account;
GRANT SELECT ON count_word TO :account;
GRANT SELECT ON count_place TO :account;
GRANT SELECT ON count_aid TO :account;
GRANT SELECT ON count_page TO :account;
GRANT SELECT ON count_log TO :account;
GRANT SELECT ON site_word TO :account;
