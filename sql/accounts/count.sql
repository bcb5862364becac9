-- "guichet count" adds to what was counted, notes how far, and reads which ids and
-- slugs there are: nothing that a page shows, and no draft.  It forgets what is too old,
-- or was asked by too few.
GRANT SELECT, INSERT, UPDATE, DELETE ON count_search TO :account;
GRANT SELECT, INSERT, UPDATE, DELETE ON count_word TO :account;
GRANT SELECT, INSERT, UPDATE, DELETE ON count_place TO :account;
GRANT SELECT, INSERT, UPDATE, DELETE ON count_aid TO :account;
GRANT SELECT, INSERT, UPDATE, DELETE ON count_page TO :account;
GRANT SELECT, INSERT, UPDATE ON count_log TO :account;
GRANT SELECT, INSERT, UPDATE, DELETE ON count_seen TO :account;
GRANT SELECT, INSERT, DELETE ON count_month TO :account;
GRANT SELECT (id, slug, host) ON portal TO :account;
GRANT SELECT (id, slug) ON audience TO :account;
GRANT SELECT (id) ON aid TO :account;
GRANT SELECT (id) ON backer TO :account;
GRANT SELECT (id) ON program TO :account;
GRANT SELECT (id) ON perimeter TO :account;
-- The command looks whether the schema is that of its version.
GRANT SELECT ON schema_step TO :account;
