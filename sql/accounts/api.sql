-- api reads public data, and what was public of each aid, and writes nothing.
-- with public
-- with site
GRANT SELECT ON aid_json TO :account;
