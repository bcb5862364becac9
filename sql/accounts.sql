-- Rights of each program's account: just those of its task.  The accounts are
-- made by who installs (see the README); "guichet migrate" gives them these
-- rights each time, after the schema.

-- search reads public data and writes nothing.
GRANT SELECT ON scale TO 'guichet-search'@'localhost';
GRANT SELECT ON data_version TO 'guichet-search'@'localhost';
GRANT SELECT ON perimeter TO 'guichet-search'@'localhost';
GRANT SELECT ON perimeter_name TO 'guichet-search'@'localhost';
GRANT SELECT ON perimeter_word TO 'guichet-search'@'localhost';
GRANT SELECT ON perimeter_prefix TO 'guichet-search'@'localhost';
GRANT SELECT ON perimeter_zip TO 'guichet-search'@'localhost';
GRANT SELECT ON perimeter_link TO 'guichet-search'@'localhost';
GRANT SELECT ON audience TO 'guichet-search'@'localhost';
GRANT SELECT ON aid_type TO 'guichet-search'@'localhost';
GRANT SELECT ON aid_type_group TO 'guichet-search'@'localhost';
GRANT SELECT ON step TO 'guichet-search'@'localhost';
GRANT SELECT ON destination TO 'guichet-search'@'localhost';
GRANT SELECT ON recurrence TO 'guichet-search'@'localhost';
GRANT SELECT ON theme TO 'guichet-search'@'localhost';
GRANT SELECT ON category TO 'guichet-search'@'localhost';
GRANT SELECT ON list_alias TO 'guichet-search'@'localhost';
GRANT SELECT ON stop_word TO 'guichet-search'@'localhost';
GRANT SELECT ON backer TO 'guichet-search'@'localhost';
GRANT SELECT ON program TO 'guichet-search'@'localhost';
GRANT SELECT ON aid TO 'guichet-search'@'localhost';
GRANT SELECT ON aid_old_slug TO 'guichet-search'@'localhost';
GRANT SELECT ON aid_audience TO 'guichet-search'@'localhost';
GRANT SELECT ON aid_has_type TO 'guichet-search'@'localhost';
GRANT SELECT ON aid_step TO 'guichet-search'@'localhost';
GRANT SELECT ON aid_destination TO 'guichet-search'@'localhost';
GRANT SELECT ON aid_category TO 'guichet-search'@'localhost';
GRANT SELECT ON aid_backer TO 'guichet-search'@'localhost';
GRANT SELECT ON aid_program TO 'guichet-search'@'localhost';
GRANT SELECT ON aid_index TO 'guichet-search'@'localhost';
GRANT SELECT ON aid_rendered TO 'guichet-search'@'localhost';
GRANT SELECT ON aid_body TO 'guichet-search'@'localhost';
GRANT SELECT ON aid_passage TO 'guichet-search'@'localhost';
GRANT SELECT ON posting TO 'guichet-search'@'localhost';
GRANT SELECT ON keyword TO 'guichet-search'@'localhost';
GRANT SELECT ON vocabulary TO 'guichet-search'@'localhost';
GRANT SELECT ON project_type TO 'guichet-search'@'localhost';
GRANT SELECT ON funded TO 'guichet-search'@'localhost';
GRANT SELECT ON funded_list TO 'guichet-search'@'localhost';
GRANT SELECT ON page_fragment TO 'guichet-search'@'localhost';
GRANT SELECT ON demarche TO 'guichet-search'@'localhost';
GRANT SELECT ON aid_demarche TO 'guichet-search'@'localhost';

-- prefill reads the same of territories and aids, and what it fills from; it
-- writes the journal of drafts and nothing else.
GRANT SELECT ON scale TO 'guichet-prefill'@'localhost';
GRANT SELECT ON data_version TO 'guichet-prefill'@'localhost';
GRANT SELECT ON perimeter TO 'guichet-prefill'@'localhost';
GRANT SELECT ON perimeter_name TO 'guichet-prefill'@'localhost';
GRANT SELECT ON perimeter_word TO 'guichet-prefill'@'localhost';
GRANT SELECT ON perimeter_prefix TO 'guichet-prefill'@'localhost';
GRANT SELECT ON perimeter_zip TO 'guichet-prefill'@'localhost';
GRANT SELECT ON perimeter_link TO 'guichet-prefill'@'localhost';
GRANT SELECT ON aid TO 'guichet-prefill'@'localhost';
GRANT SELECT ON demarche TO 'guichet-prefill'@'localhost';
GRANT SELECT ON demarche_revision TO 'guichet-prefill'@'localhost';
GRANT SELECT ON champ TO 'guichet-prefill'@'localhost';
GRANT SELECT ON champ_source TO 'guichet-prefill'@'localhost';
GRANT SELECT ON fact TO 'guichet-prefill'@'localhost';
GRANT SELECT ON fact_value TO 'guichet-prefill'@'localhost';
GRANT SELECT ON country TO 'guichet-prefill'@'localhost';
GRANT SELECT ON aid_demarche TO 'guichet-prefill'@'localhost';
GRANT SELECT, INSERT, UPDATE ON draft TO 'guichet-prefill'@'localhost';

-- "guichet drafts follow" notes what became of drafts, and forgets the old ones.
GRANT SELECT, UPDATE, DELETE ON draft TO 'guichet-drafts'@'localhost';
