-- What "guichet import aids" writes, aid by aid, and what it asks before.

-- aid_by_source: what is known of an aid of a feed, and whether it is the same, read by the same
-- in: source, source_id, digest, importer
SELECT id, slug, digest = UNHEX(:digest) AND importer = UNHEX(:importer) AS same,
  perimeter_id IS NULL AND perimeter_asked IS NOT NULL AS misses_perimeter,
  status = :AID_STATUS_PUBLISHED AS shown,
  -- by bit: aid_loss_kind
  (status = :AID_STATUS_PUBLISHED) + 2 * (perimeter_id IS NOT NULL)
    + 4 * EXISTS (SELECT 1 FROM aid_audience x WHERE x.aid_id = aid.id)
    + 8 * EXISTS (SELECT 1 FROM aid_backer x WHERE x.aid_id = aid.id AND x.role = :ROLE_FINANCER)
    + 16 * (closes_on IS NOT NULL)
    + 32 * (COALESCE(rate_min, rate_max, loan_amount, advance_amount) IS NOT NULL) AS had
FROM aid WHERE source = :source AND source_id = :source_id;

-- aid_id_taken: whether an id is some aid's
-- in: id
SELECT id FROM aid WHERE id = :id;

-- aid_address_taken: another aid that has an address, or had it; the one that bears it now keeps it
-- in: slug, id
SELECT a.id FROM aid a WHERE a.slug = :slug AND a.id <> :id
UNION ALL SELECT o.aid_id FROM aid_old_slug o
WHERE o.slug = :slug AND o.aid_id <> :id AND NOT EXISTS (SELECT 1 FROM aid n WHERE n.slug = :slug AND n.id = :id)
LIMIT 1;

-- aid_insert: a new aid
-- in: id, source, source_id, digest, importer, slug, status, name, name_initial, short_title, description, eligibility
-- in: project_examples, contact, perimeter_id, perimeter_asked, perimeter_inferred, recurrence_id, european, is_call_for_project
-- in: is_charged, is_generic, opens_on, predeposit_on, closes_on, rate_min, rate_max, rate_comment, loan_amount
-- in: advance_amount, other_comment, origin_url, application_url, import_url, import_mention, import_licence
-- in: published_at, created_at, updated_at, closes_asked, now, version
INSERT INTO aid (id, source, source_id, digest, importer, slug, status, name, name_initial, short_title, description, eligibility,
  project_examples, contact, perimeter_id, perimeter_asked, perimeter_inferred, recurrence_id, european, is_call_for_project,
  is_charged, is_generic, opens_on, predeposit_on, closes_on, rate_min, rate_max, rate_comment, loan_amount,
  advance_amount, other_comment, origin_url, application_url, import_url, import_mention, import_licence,
  published_at, created_at, updated_at, closes_asked, changed_at, changed_version)
VALUES (:id, :source, :source_id, UNHEX(:digest), UNHEX(:importer), :slug, :status, :name, :name_initial, :short_title, :description, :eligibility,
  :project_examples, :contact, :perimeter_id, :perimeter_asked, :perimeter_inferred, :recurrence_id, :european, :is_call_for_project,
  :is_charged, :is_generic, :opens_on, :predeposit_on, :closes_on, :rate_min, :rate_max, :rate_comment, :loan_amount,
  :advance_amount, :other_comment, :origin_url, :application_url, :import_url, :import_mention, :import_licence,
  :published_at, :created_at, :updated_at, :closes_asked, :now, :version);

-- aid_update: an aid that changed at its source; one that is merged no more leads nowhere
-- in: id, digest, importer, slug, status, name, name_initial, short_title, description, eligibility
-- in: project_examples, contact, perimeter_id, perimeter_asked, perimeter_inferred, recurrence_id, european, is_call_for_project
-- in: is_charged, is_generic, opens_on, predeposit_on, closes_on, rate_min, rate_max, rate_comment, loan_amount
-- in: advance_amount, other_comment, origin_url, application_url, import_url, import_mention, import_licence
-- in: published_at, created_at, updated_at, closes_asked, now, version
UPDATE aid SET changed_at = IF(digest = UNHEX(:digest), changed_at, :now),
  changed_version = IF(digest = UNHEX(:digest), changed_version, :version), closes_asked = :closes_asked,
  digest = UNHEX(:digest), importer = UNHEX(:importer), slug = :slug, status = :status, name = :name, name_initial = :name_initial,
  short_title = :short_title, description = :description, eligibility = :eligibility,
  project_examples = :project_examples, contact = :contact, perimeter_id = :perimeter_id,
  perimeter_asked = :perimeter_asked, perimeter_inferred = :perimeter_inferred, recurrence_id = :recurrence_id, european = :european,
  is_call_for_project = :is_call_for_project, is_charged = :is_charged, is_generic = :is_generic,
  opens_on = :opens_on, predeposit_on = :predeposit_on, closes_on = :closes_on, rate_min = :rate_min,
  rate_max = :rate_max, rate_comment = :rate_comment, loan_amount = :loan_amount,
  advance_amount = :advance_amount, other_comment = :other_comment, origin_url = :origin_url,
  application_url = :application_url, import_url = :import_url, import_mention = :import_mention,
  import_licence = :import_licence, published_at = :published_at, created_at = :created_at, updated_at = :updated_at,
  merged_into = IF(:status = :AID_STATUS_MERGED, merged_into, NULL)
WHERE id = :id;

-- aid_keep_slug: an address that an aid leaves still leads to it
-- in: slug, id
INSERT INTO aid_old_slug (slug, aid_id) VALUES (:slug, :id) ON DUPLICATE KEY UPDATE aid_id = :id;

-- aid_free_slugs: addresses in use again are no longer old ones
DELETE o FROM aid_old_slug o JOIN aid a ON a.slug = o.slug WHERE a.merged_into IS NULL;

-- aid_set_generic: links a local aid with the generic one of its source
-- in: id, source, generic
UPDATE aid a LEFT JOIN aid g ON g.source = :source AND (g.slug = :generic OR g.source_id = :generic)
SET a.generic_id = g.id WHERE a.id = :id;

-- What describes an aid is said anew: what it had is cleared.  A word said twice
-- is loaded once.

-- backer_describe: what a feed tells of backers: all of those that it made, of others what nobody said; nothing of those that an administrator wrote
-- in: told, source
UPDATE backer b JOIN JSON_TABLE(:told, '$[*]' COLUMNS (slug VARCHAR(255) CHARACTER SET ascii PATH '$.slug', kind VARCHAR(700) PATH '$.group', perimeter INT UNSIGNED PATH '$.perimeter', website VARCHAR(700) PATH '$.website', contact VARCHAR(700) PATH '$.contact')) t ON t.slug = b.slug
LEFT JOIN backer_group g ON g.name = t.kind COLLATE utf8mb4_unicode_ci
SET b.group_id = IF(b.source <=> :source, COALESCE(g.id, b.group_id), COALESCE(b.group_id, g.id)),
  b.perimeter_id = IF(b.source <=> :source, COALESCE(t.perimeter, b.perimeter_id), COALESCE(b.perimeter_id, t.perimeter)),
  b.website = IF(b.source <=> :source, COALESCE(t.website, b.website), COALESCE(b.website, t.website)),
  b.contact = IF(b.source <=> :source, COALESCE(t.contact, b.contact), COALESCE(b.contact, t.contact))
WHERE b.id NOT IN (SELECT f.backer_id FROM backer_file f);

-- backer_differs: what a feed tells otherwise of backers that it did not make
-- in: told, source
SELECT t.record, t.source_id, b.name, IF(t.website <> b.website, t.website, NULL) AS website, IF(t.contact <> b.contact, t.contact, NULL) AS contact,
  IF(g.id <> b.group_id, g.name, NULL) AS kind, IF(t.perimeter <> b.perimeter_id, p.name, NULL) AS perimeter
FROM backer b JOIN JSON_TABLE(:told, '$[*]' COLUMNS (slug VARCHAR(255) CHARACTER SET ascii PATH '$.slug', kind VARCHAR(700) PATH '$.group', perimeter INT UNSIGNED PATH '$.perimeter', website VARCHAR(700) PATH '$.website', contact VARCHAR(700) PATH '$.contact', record INT UNSIGNED PATH '$.record', source_id VARCHAR(64) CHARACTER SET ascii PATH '$.of')) t ON t.slug = b.slug
LEFT JOIN backer_group g ON g.name = t.kind COLLATE utf8mb4_unicode_ci LEFT JOIN perimeter p ON p.id = t.perimeter
WHERE NOT b.source <=> :source AND b.id NOT IN (SELECT f.backer_id FROM backer_file f)
ORDER BY t.record, b.id LIMIT 1000;

-- backer_tell: gives backers of our ids those that they have at AT
-- in: told
UPDATE IGNORE backer b JOIN JSON_TABLE(:told, '$[*]' COLUMNS (id INT UNSIGNED PATH '$.id', slug VARCHAR(255) CHARACTER SET ascii PATH '$.slug')) t ON t.slug = b.slug
SET b.id = t.id WHERE b.id >= 10000000 AND t.id > 0;

-- program_tell: gives programmes of our ids those that they have at AT
-- in: told
UPDATE IGNORE program p JOIN JSON_TABLE(:told, '$[*]' COLUMNS (id INT UNSIGNED PATH '$.id', slug VARCHAR(255) CHARACTER SET ascii PATH '$.slug')) t ON t.slug = p.slug
SET p.id = t.id WHERE p.id >= 10000000 AND t.id > 0;

-- aid_source_count: aids of a source that readers see, and what they have
-- in: source
SELECT COUNT(*) AS shown, COUNT(perimeter_id) AS placed,
  COALESCE(SUM(EXISTS (SELECT 1 FROM aid_audience x WHERE x.aid_id = a.id)), 0) AS addressed,
  COALESCE(SUM(EXISTS (SELECT 1 FROM aid_backer x WHERE x.aid_id = a.id AND x.role = :ROLE_FINANCER)), 0) AS backed,
  COUNT(closes_on) AS ending, COUNT(COALESCE(rate_min, rate_max, loan_amount, advance_amount)) AS priced
FROM aid a WHERE source = :source AND status = :AID_STATUS_PUBLISHED;

-- aid_of_feed: aids of a source that readers see, a piece at a time, and since when its feed lacks them
-- Of one whose status was set here, whether it is already noted that the feed has it no more.
-- in: source, source_id, today
SELECT id, source_id, DATEDIFF(:today, gone_on) AS gone_days, COALESCE(closes_on < :today, FALSE) AS closed,
  (SELECT COALESCE(o.fed, '') = JSON_QUOTE(:AID_STATUS_DELETED) FROM aid_override o WHERE o.aid_id = aid.id AND o.field = 'status') AS noted
FROM aid WHERE source = :source AND source_id > CONVERT(:source_id USING ascii) AND status NOT IN (:AID_STATUS_DELETED, :AID_STATUS_MERGED)
ORDER BY source_id LIMIT 2000;

-- aid_back: aids that their feed has again
-- in: ids
UPDATE aid SET gone_on = NULL WHERE id IN (:ids);

-- aid_gone: aids that their feed lacks since today
-- in: today, ids
UPDATE aid SET gone_on = :today WHERE id IN (:ids);

-- aid_keep: aids that their feed has lacked for long, and whose status was set here: somebody looks at them
-- in: ids
UPDATE aid_override SET fed = JSON_QUOTE(:AID_STATUS_DELETED), differs = TRUE WHERE aid_id IN (:ids) AND field = 'status';

-- aid_lead: an aid that this run withdrew is the same as another of its source
-- in: source, source_id, into, version
UPDATE aid a JOIN aid b ON b.source = a.source AND b.source_id = CONVERT(:into USING ascii)
SET a.status = :AID_STATUS_MERGED, a.merged_into = b.id
WHERE a.source = :source AND a.source_id = CONVERT(:source_id USING ascii) AND a.status = :AID_STATUS_DELETED
  AND a.changed_version = :version AND COALESCE(b.merged_into, 0) <> a.id AND b.id <> a.id;

-- aid_lead_slug: and so does its address
-- in: source, source_id
INSERT INTO aid_old_slug (slug, aid_id)
SELECT slug, merged_into FROM aid WHERE source = :source AND source_id = CONVERT(:source_id USING ascii) AND merged_into IS NOT NULL
ON DUPLICATE KEY UPDATE aid_id = VALUES(aid_id);

-- aid_withdraw: aids that their feed has lacked for long; should they come back they are read again, whatever they say
-- in: ids, today, now, version
UPDATE aid SET status = :AID_STATUS_DELETED, importer = UNHEX('0000000000000000'), gone_on = COALESCE(gone_on, :today),
  changed_at = :now, changed_version = :version
WHERE id IN (:ids);
