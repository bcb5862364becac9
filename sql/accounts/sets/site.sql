-- site: whose pages these are.
GRANT SELECT ON portal TO :account;
GRANT SELECT ON portal_aid TO :account;
GRANT SELECT ON portal_filter TO :account;
GRANT SELECT ON portal_page TO :account;
GRANT SELECT ON portal_link TO :account;
GRANT SELECT ON portal_site TO :account;
