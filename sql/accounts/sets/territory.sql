-- territory: the versions of the data and of the schema, and territories.
GRANT SELECT ON data_version TO :account;
GRANT SELECT ON schema_step TO :account;
GRANT SELECT ON scale TO :account;
GRANT SELECT ON perimeter TO :account;
GRANT SELECT ON perimeter_name TO :account;
GRANT SELECT ON perimeter_zip TO :account;
GRANT SELECT ON perimeter_link TO :account;
GRANT SELECT ON place_word TO :account;
GRANT SELECT ON perimeter_at TO :account;
