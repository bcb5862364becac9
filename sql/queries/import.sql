-- What "guichet import aids" writes, aid by aid, and what it asks before.

-- version_bump: a new version of the data; held until the transaction ends
UPDATE data_version SET version = version + 1 WHERE id = 1;

-- aid_by_source: what is known of an aid of a feed, and whether it is the same
-- in: source, source_id, raw
SELECT id, slug, digest = UNHEX(SHA2(:raw, 256)) AS same, perimeter_id IS NULL AND perimeter_asked IS NOT NULL AS misses_perimeter
FROM aid WHERE source = :source AND source_id = :source_id;

-- aid_id_taken: whether an id is some aid's
-- in: id
SELECT id FROM aid WHERE id = :id;

-- aid_slug_taken: the aid that has an address
-- in: slug
SELECT id FROM aid WHERE slug = :slug;

-- perimeter_by_name: perimeters of that very name, of one scale or any
-- in: folded; may miss: scale
SELECT DISTINCT p.id
FROM perimeter_name n JOIN perimeter p ON p.id = n.perimeter_id
WHERE n.folded = :folded AND n.kind IN ('own', 'alias')
  AND p.scale = :scale  -- if scale
ORDER BY p.is_obsolete, p.id
LIMIT 3;

-- aid_insert: a new aid
-- in: id, source, source_id, raw, slug, status, name, name_initial, short_title, description, eligibility
-- in: project_examples, contact, perimeter_id, perimeter_asked, recurrence_id, european, is_call_for_project
-- in: is_charged, is_generic, opens_on, predeposit_on, closes_on, rate_min, rate_max, rate_comment, loan_amount
-- in: advance_amount, other_comment, origin_url, application_url, import_url, import_mention, import_licence
-- in: published_at, created_at, updated_at
INSERT INTO aid (id, source, source_id, digest, slug, status, name, name_initial, short_title, description, eligibility,
  project_examples, contact, perimeter_id, perimeter_asked, recurrence_id, european, is_call_for_project,
  is_charged, is_generic, opens_on, predeposit_on, closes_on, rate_min, rate_max, rate_comment, loan_amount,
  advance_amount, other_comment, origin_url, application_url, import_url, import_mention, import_licence,
  published_at, created_at, updated_at)
VALUES (:id, :source, :source_id, UNHEX(SHA2(:raw, 256)), :slug, :status, :name, :name_initial, :short_title, :description, :eligibility,
  :project_examples, :contact, :perimeter_id, :perimeter_asked, :recurrence_id, :european, :is_call_for_project,
  :is_charged, :is_generic, :opens_on, :predeposit_on, :closes_on, :rate_min, :rate_max, :rate_comment, :loan_amount,
  :advance_amount, :other_comment, :origin_url, :application_url, :import_url, :import_mention, :import_licence,
  :published_at, :created_at, :updated_at);

-- aid_update: an aid that changed at its source
-- in: id, raw, slug, status, name, name_initial, short_title, description, eligibility
-- in: project_examples, contact, perimeter_id, perimeter_asked, recurrence_id, european, is_call_for_project
-- in: is_charged, is_generic, opens_on, predeposit_on, closes_on, rate_min, rate_max, rate_comment, loan_amount
-- in: advance_amount, other_comment, origin_url, application_url, import_url, import_mention, import_licence
-- in: published_at, created_at, updated_at
UPDATE aid SET digest = UNHEX(SHA2(:raw, 256)), slug = :slug, status = :status, name = :name, name_initial = :name_initial,
  short_title = :short_title, description = :description, eligibility = :eligibility,
  project_examples = :project_examples, contact = :contact, perimeter_id = :perimeter_id,
  perimeter_asked = :perimeter_asked, recurrence_id = :recurrence_id, european = :european,
  is_call_for_project = :is_call_for_project, is_charged = :is_charged, is_generic = :is_generic,
  opens_on = :opens_on, predeposit_on = :predeposit_on, closes_on = :closes_on, rate_min = :rate_min,
  rate_max = :rate_max, rate_comment = :rate_comment, loan_amount = :loan_amount,
  advance_amount = :advance_amount, other_comment = :other_comment, origin_url = :origin_url,
  application_url = :application_url, import_url = :import_url, import_mention = :import_mention,
  import_licence = :import_licence, published_at = :published_at, created_at = :created_at, updated_at = :updated_at
WHERE id = :id;

-- aid_keep_slug: an address that an aid leaves still leads to it
-- in: slug, id
INSERT INTO aid_old_slug (slug, aid_id) VALUES (:slug, :id) ON DUPLICATE KEY UPDATE aid_id = :id;

-- aid_free_slug: an address in use again is no longer an old one
-- in: slug
DELETE FROM aid_old_slug WHERE slug = :slug;

-- aid_set_generic: links a local aid with the generic one of its source
-- in: id, source, generic
UPDATE aid a LEFT JOIN aid g ON g.source = :source AND (g.slug = :generic OR g.source_id = :generic)
SET a.generic_id = g.id WHERE a.id = :id;

-- aid_audiences_clear: before they are said again
-- in: id
DELETE FROM aid_audience WHERE aid_id = :id;

-- aid_audiences_add: whom an aid is for
-- in: id, ids
INSERT INTO aid_audience SELECT :id, id FROM audience WHERE id IN (:ids);

-- aid_types_clear: before they are said again
-- in: id
DELETE FROM aid_has_type WHERE aid_id = :id;

-- aid_types_add: what an aid is
-- in: id, ids
INSERT INTO aid_has_type SELECT :id, id FROM aid_type WHERE id IN (:ids);

-- aid_steps_clear: before they are said again
-- in: id
DELETE FROM aid_step WHERE aid_id = :id;

-- aid_steps_add: when an aid serves
-- in: id, ids
INSERT INTO aid_step SELECT :id, id FROM step WHERE id IN (:ids);

-- aid_destinations_clear: before they are said again
-- in: id
DELETE FROM aid_destination WHERE aid_id = :id;

-- aid_destinations_add: what an aid pays
-- in: id, ids
INSERT INTO aid_destination SELECT :id, id FROM destination WHERE id IN (:ids);

-- aid_categories_clear: before they are said again
-- in: id
DELETE FROM aid_category WHERE aid_id = :id;

-- aid_categories_add: what an aid is about
-- in: id, ids
INSERT INTO aid_category SELECT :id, id FROM category WHERE id IN (:ids);

-- aid_backers_clear: before they are said again
-- in: id
DELETE FROM aid_backer WHERE aid_id = :id;

-- backer_add: a backer by its name, known or new; its id is the last one made
-- in: name, slug
INSERT INTO backer (name, slug) VALUES (:name, :slug) ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id);

-- aid_backer_add: who gives or examines
-- in: id, backer, role, position
INSERT IGNORE INTO aid_backer (aid_id, backer_id, role, position) VALUES (:id, :backer, :role, :position);

-- aid_programs_clear: before they are said again
-- in: id
DELETE FROM aid_program WHERE aid_id = :id;

-- program_add: a programme by its name, known or new; its id is the last one made
-- in: name, slug
INSERT INTO program (name, slug) VALUES (:name, :slug) ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id);

-- aid_program_add: the programme of an aid
-- in: id, program
INSERT IGNORE INTO aid_program (aid_id, program_id) VALUES (:id, :program);
