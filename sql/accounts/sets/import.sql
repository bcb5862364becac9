-- import: aids, what is made of them, and what came of each import.
GRANT SELECT ON audience_word TO :account;
GRANT INSERT, UPDATE ON aid TO :account;
GRANT INSERT, UPDATE, DELETE ON aid_old_slug TO :account;
GRANT INSERT, DELETE ON aid_audience TO :account;
GRANT INSERT, DELETE ON aid_has_type TO :account;
GRANT INSERT, DELETE ON aid_step TO :account;
GRANT INSERT, DELETE ON aid_destination TO :account;
GRANT INSERT, DELETE ON aid_category TO :account;
GRANT INSERT, DELETE ON aid_backer TO :account;
GRANT INSERT, DELETE ON aid_program TO :account;
GRANT INSERT, DELETE ON aid_demarche TO :account;
GRANT INSERT, UPDATE ON backer TO :account;
GRANT INSERT, UPDATE ON program TO :account;
GRANT INSERT, UPDATE ON perimeter TO :account;
GRANT INSERT, UPDATE, DELETE ON perimeter_name TO :account;
GRANT INSERT, UPDATE, DELETE ON perimeter_link TO :account;
GRANT SELECT, INSERT ON perimeter_union TO :account;
-- The index and what is rendered.
GRANT INSERT, UPDATE, DELETE ON aid_index TO :account;
GRANT INSERT, DELETE ON aid_rendered TO :account;
GRANT INSERT, DELETE ON aid_trait TO :account;
GRANT INSERT, DELETE ON aid_body TO :account;
GRANT INSERT, DELETE ON aid_export TO :account;
GRANT SELECT, INSERT, DELETE ON aid_text TO :account;
GRANT INSERT, DELETE ON aid_passage TO :account;
GRANT INSERT, DELETE ON posting TO :account;
GRANT INSERT, DELETE ON vocabulary TO :account;
GRANT INSERT, DELETE ON word_form TO :account;
GRANT INSERT, UPDATE ON page_fragment TO :account;
GRANT SELECT, INSERT, UPDATE, DELETE ON aid_json TO :account;
GRANT INSERT ON aid_revision TO :account;
GRANT UPDATE ON data_version TO :account;
-- What came of it, and what is said here in place of a feed.
GRANT SELECT, INSERT, DELETE ON import_log TO :account;
GRANT INSERT ON import_fault TO :account;
GRANT SELECT, UPDATE ON aid_override TO :account;
GRANT SELECT ON feed_shape_row TO :account;
GRANT SELECT, INSERT, UPDATE ON feed_word TO :account;
