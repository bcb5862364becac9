-- What search reads, made again when aids change.

-- list_entries: all the lists by which aids are described, for memory
SELECT 'audience' AS list, id, slug, name, IF(is_local_authority, '1', NULL) AS parent, NULL AS parent_name FROM audience
UNION ALL SELECT 'type', t.id, t.slug, t.name, g.slug, g.name FROM aid_type t JOIN aid_type_group g ON g.id = t.group_id
UNION ALL SELECT 'step', id, slug, name, NULL, NULL FROM step
UNION ALL SELECT 'destination', id, slug, name, NULL, NULL FROM destination
UNION ALL SELECT 'recurrence', id, slug, name, NULL, NULL FROM recurrence
UNION ALL SELECT 'theme', id, slug, name, NULL, NULL FROM theme
UNION ALL SELECT 'category', c.id, c.slug, c.name, t.slug, t.name FROM category c JOIN theme t ON t.id = c.theme_id
UNION ALL SELECT 'scale', id, slug, name, NULL, NULL FROM scale
UNION ALL SELECT 'group', id, slug, name, NULL, NULL FROM aid_type_group
UNION ALL SELECT CONCAT('=', IF(list = 'aid_type', 'type', list)), id, '', name, NULL, NULL FROM list_alias
ORDER BY list, id
LIMIT 1000;

-- stop_words: words that find nothing
SELECT word FROM stop_word ORDER BY word LIMIT 1000;

-- aid_index_write: the narrow row of some aids; bits are those of catalogue.h;
-- a deadline of 1970-01-01 is day 1, for 0 is none
-- in: ids, version
REPLACE INTO aid_index (aid_id, version, published, perimeter_id, scale, generic_id, opens, closes, fresh, facets, categories_0, categories_1)
SELECT a.id, :version, a.status = :AID_STATUS_PUBLISHED, a.perimeter_id, p.scale, a.generic_id,
  DATEDIFF(a.opens_on, '1970-01-01'), GREATEST(1, DATEDIFF(a.closes_on, '1970-01-01')), DATEDIFF(a.published_day, '1970-01-01'),
  (SELECT COALESCE(BIT_OR(1 << (:FACET_AUDIENCE + audience_id - 1)), 0) FROM aid_audience WHERE aid_id = a.id)
  | (SELECT COALESCE(BIT_OR(1 << (:FACET_TYPE + type_id - 1)), 0) FROM aid_has_type WHERE aid_id = a.id)
  | (SELECT COALESCE(BIT_OR(1 << (:FACET_STEP + step_id - 1)), 0) FROM aid_step WHERE aid_id = a.id)
  | (SELECT COALESCE(BIT_OR(1 << (:FACET_DESTINATION + destination_id - 1)), 0) FROM aid_destination WHERE aid_id = a.id)
  | IF(a.recurrence_id IS NULL, 0, 1 << (:FACET_RECURRENCE + a.recurrence_id - 1))
  | CASE a.european WHEN :EUROPEAN_SECTORIAL THEN 1 << :FACET_EUROPEAN
    WHEN :EUROPEAN_ORGANIZATIONAL THEN 1 << (:FACET_EUROPEAN + 1) ELSE 0 END
  | IF(a.is_call_for_project, 1 << :FACET_CALL, 0) | IF(a.is_charged, 1 << :FACET_CHARGED, 0),
  (SELECT COALESCE(BIT_OR(1 << category_id), 0) FROM aid_category WHERE aid_id = a.id AND category_id < 64),
  (SELECT COALESCE(BIT_OR(1 << (category_id - 64)), 0) FROM aid_category WHERE aid_id = a.id AND category_id >= 64)
FROM aid a LEFT JOIN perimeter p ON p.id = a.perimeter_id
WHERE a.id IN (:ids);

-- aid_rendered_write: cards of some aids
LOAD DATA LOCAL INFILE 'rows' REPLACE INTO TABLE aid_rendered CHARACTER SET utf8mb4 (aid_id, name, card);

-- aid_export_write: what some aids give to tables, feeds and calendars
LOAD DATA LOCAL INFILE 'rows' REPLACE INTO TABLE aid_export CHARACTER SET utf8mb4 (aid_id, `row`, entry, event, changed);

-- aid_json_write: what the API serves of some aids; how each stands, and its revision, come after
LOAD DATA LOCAL INFILE 'rows' REPLACE INTO TABLE aid_json CHARACTER SET utf8mb4 (aid_id, record, texts, exchange)
SET status = :AID_JSON_WITHDRAWN;

-- aid_json_stand: how some aids stand on a day
-- in: ids, today
UPDATE aid_json j JOIN aid a ON a.id = j.aid_id
SET j.status = CASE WHEN a.status <> :AID_STATUS_PUBLISHED THEN :AID_JSON_WITHDRAWN WHEN a.closes_on < :today THEN :AID_JSON_CLOSED
  WHEN a.opens_on > :today THEN :AID_JSON_UPCOMING ELSE :AID_JSON_OPEN END
WHERE j.aid_id IN (:ids);

-- aid_revision_write: one more of those of some aids that differ from their last one, once they were public;
-- or of all that are
-- in: ids, version, now, all
INSERT INTO aid_revision (aid_id, number, version, made_at, source, status, slug, digest, record, texts,
  published, perimeter_id, scale, generic_id, twins, opens, closes, fresh, facets, categories_0, categories_1)
SELECT j.aid_id, COALESCE(r.number, 0) + 1, :version, :now, a.source, j.status, a.slug, j.digest, j.record, j.texts,
  i.published, i.perimeter_id, i.scale, i.generic_id, i.twins, i.opens, i.closes, i.fresh, i.facets, i.categories_0, i.categories_1
FROM aid_json j JOIN aid a ON a.id = j.aid_id JOIN aid_index i ON i.aid_id = j.aid_id LEFT JOIN aid_revision r ON r.aid_id = j.aid_id
  AND r.number = (SELECT MAX(l.number) FROM aid_revision l WHERE l.aid_id = j.aid_id)
WHERE j.aid_id IN (:ids)
  AND (r.digest <> j.digest OR r.status <> j.status OR (r.number IS NULL OR :all) AND j.status <> :AID_JSON_WITHDRAWN);

-- aid_json_number: which revision each of some aids is
-- in: ids
UPDATE aid_json j JOIN aid_revision r ON r.aid_id = j.aid_id
  AND r.number = (SELECT MAX(l.number) FROM aid_revision l WHERE l.aid_id = j.aid_id)
SET j.number = r.number, j.version = r.version WHERE j.aid_id IN (:ids);

-- aid_body_write: pages of some aids
LOAD DATA LOCAL INFILE 'rows' REPLACE INTO TABLE aid_body CHARACTER SET utf8mb4 (aid_id, body);

-- aid_text_write: terms of some aids
LOAD DATA LOCAL INFILE 'rows' REPLACE INTO TABLE aid_text CHARACTER SET ascii (aid_id, terms);

-- aid_trait_write: what was learned of some aids
LOAD DATA LOCAL INFILE 'rows' REPLACE INTO TABLE aid_trait CHARACTER SET binary (aid_id, likely, @sketch, made, @direction)
SET sketch = UNHEX(@sketch), direction = UNHEX(@direction);

-- aid_first_backers: who gives each of some aids, the first that is named
-- in: ids
SELECT DISTINCT backer_id FROM aid_backer
WHERE aid_id IN (:ids) AND role = :ROLE_FINANCER AND position = 0 LIMIT 2000;

-- backer_sketches: the aids that a backer gives, as the first that is named
-- in: backer
SELECT t.aid_id, a.name, t.sketch, i.twins
FROM aid_backer ab JOIN aid_trait t ON t.aid_id = ab.aid_id JOIN aid_index i ON i.aid_id = ab.aid_id
JOIN aid a ON a.id = ab.aid_id
WHERE ab.backer_id = :backer AND ab.role = :ROLE_FINANCER AND ab.position = 0
  AND i.published AND t.sketch IS NOT NULL
ORDER BY t.aid_id LIMIT 20000;

-- aid_twins_write: the group of an aid
-- in: id, twins, version
UPDATE aid_index SET twins = :twins, version = :version WHERE aid_id = :id;

-- audience_words: weights of words, for memory
SELECT word, weight FROM audience_word ORDER BY word LIMIT 10000;

-- aid_passages_delete: the passages that an aid had
-- in: id
DELETE FROM aid_passage WHERE id BETWEEN :id * :PASSAGES_OF_AID AND (:id + 1) * :PASSAGES_OF_AID - 1;

-- aid_passages_write: passages, made anew
LOAD DATA LOCAL INFILE 'rows' REPLACE INTO TABLE aid_passage CHARACTER SET utf8mb4 (id, text, @spots)
  SET spots = UNHEX(@spots);

-- aid_sizes: how long the texts of some aids are, in bytes
-- in: ids
SELECT id, COALESCE(LENGTH(description), 0) + COALESCE(LENGTH(eligibility), 0)
  + COALESCE(LENGTH(project_examples), 0) + COALESCE(LENGTH(contact), 0) AS bytes
FROM aid WHERE id IN (:ids) ORDER BY id LIMIT 2000;

-- aid_terms: the terms that some aids had
-- in: ids
SELECT aid_id, terms FROM aid_text WHERE aid_id IN (:ids);

-- posting_lists: documents that bear each of some terms, or of those behind one
-- in: most; may miss: terms, after
SELECT term, list FROM posting WHERE TRUE
  AND term IN (:terms)  -- if terms
  AND term > :after     -- if after
ORDER BY term LIMIT :most;

-- posting_write: posting lists, made anew
LOAD DATA LOCAL INFILE 'rows' REPLACE INTO TABLE posting CHARACTER SET binary (term, aids, list);

-- posting_delete: terms that no aid bears any more
-- in: terms
DELETE FROM posting WHERE term IN (:terms);

-- vocabulary_write: words that are new
LOAD DATA LOCAL INFILE 'rows' IGNORE INTO TABLE vocabulary CHARACTER SET utf8mb4 (term, form);

-- word_forms_write: spellings that are new
LOAD DATA LOCAL INFILE 'rows' IGNORE INTO TABLE word_form CHARACTER SET ascii (form);

-- An aid as XML: what its card, its page and lists for machines are made of.

-- aid_facts: the aids of a list for machines, in the order of ids; the summary is its passages,
-- see index/summary.h
-- in: ids
-- makes: aid in aids
SELECT a.id AS "@id", a.slug AS "@slug",
  -- A UUID of version 5, of its name at its source: the same for ever, at any address.
  INSERT(INSERT(INSERT(INSERT(LEFT(
    SHA1(CONCAT(UNHEX('6ba7b8119dad11d180b400c04fd430c8'), 'guichet:', a.source, ':', a.source_id)),
    32), 21, 0, '-'), 17, 1, '-a'), 13, 1, '-5'), 9, 0, '-') AS "@uid",
  a.name AS "name", NULLIF(a.name_initial, '') AS "name-initial",
  NULLIF(a.short_title, '') AS "short-title",
  p.id AS "perimeter/@id", p.code AS "perimeter/@code", s.slug AS "perimeter/@scale", p.name AS "perimeter",
  r.slug AS "recurrence/@slug", r.name AS "recurrence",
  IF(a.is_call_for_project, '', NULL) AS "call-for-project", IF(a.is_charged, '', NULL) AS "charged",
  a.european AS "european", a.opens_on AS "opens", a.predeposit_on AS "predeposit", a.closes_on AS "closes",
  a.rate_min AS "rate-min", a.rate_max AS "rate-max", a.rate_comment AS "rate-comment",
  a.loan_amount AS "loan-amount", a.advance_amount AS "advance-amount", a.other_comment AS "other-comment",
  a.origin_url AS "origin-url", a.application_url AS "application-url",
  a.perimeter_asked AS "perimeter-asked", a.closes_asked AS "closes-asked",
  DATE_FORMAT(GREATEST(COALESCE(a.changed_at, a.updated_at), COALESCE(a.updated_at, a.changed_at)), '%Y-%m-%dT%H:%i:%s') AS "@changed",
  a.changed_version AS "@changed-version", CAST(a.published_day AS CHAR) AS "published/@day", CAST(a.updated_day AS CHAR) AS "updated/@day",
  DATE_FORMAT(a.published_at, '%Y-%m-%dT%H:%i:%s') AS "published",
  DATE_FORMAT(a.updated_at, '%Y-%m-%dT%H:%i:%s') AS "updated", CONCAT_WS(' ', t.text, u.text) AS "summary"
FROM aid a
LEFT JOIN perimeter p ON p.id = a.perimeter_id
LEFT JOIN scale s ON s.id = p.scale
LEFT JOIN recurrence r ON r.id = a.recurrence_id
LEFT JOIN aid_passage t ON t.id = a.id * :PASSAGES_OF_AID + 1
LEFT JOIN aid_passage u ON u.id = a.id * :PASSAGES_OF_AID + 2
WHERE a.id IN (:ids)
ORDER BY FIELD(a.id, :ids)
LIMIT 2000;

-- STRAIGHT_JOIN, below: from the aids on.  In the midst of an import the server
-- takes these tables for empty, and would read all the aids of each audience.

-- aid_financers: who gives
-- in: ids
-- makes: financer under aid
SELECT ab.aid_id AS "^", b.id AS "@id", IF(b.has_page, b.slug, NULL) AS "@slug", IF(b.is_corporate, 1, NULL) AS "@corporate",
  IF(b.has_page, LEFT(SHA2(f.logo, 256), 16), NULL) AS "@logo", b.name AS "."
FROM aid_backer ab STRAIGHT_JOIN backer b ON b.id = ab.backer_id LEFT JOIN backer_file f ON f.backer_id = b.id
WHERE ab.aid_id IN (:ids) AND ab.role = :ROLE_FINANCER ORDER BY ab.aid_id, ab.position, b.id LIMIT 20000;

-- aid_instructors: who examines
-- in: ids
-- makes: instructor under aid
SELECT ab.aid_id AS "^", b.id AS "@id", IF(b.has_page, b.slug, NULL) AS "@slug",
  IF(b.has_page, LEFT(SHA2(f.logo, 256), 16), NULL) AS "@logo", b.name AS "."
FROM aid_backer ab STRAIGHT_JOIN backer b ON b.id = ab.backer_id LEFT JOIN backer_file f ON f.backer_id = b.id
WHERE ab.aid_id IN (:ids) AND ab.role = :ROLE_INSTRUCTOR ORDER BY ab.aid_id, ab.position, b.id LIMIT 20000;

-- aid_programs: programmes of aids
-- in: ids
-- makes: program under aid
SELECT ap.aid_id AS "^", p.id AS "@id", p.slug AS "@slug", p.name AS "."
FROM aid_program ap STRAIGHT_JOIN program p ON p.id = ap.program_id
WHERE ap.aid_id IN (:ids) ORDER BY ap.aid_id, p.name LIMIT 20000;

-- aid_audiences: whom aids are for
-- in: ids
-- makes: audience under aid
SELECT x.aid_id AS "^", l.slug AS "@slug", l.label AS "@label", l.name AS "."
FROM aid_audience x STRAIGHT_JOIN audience l ON l.id = x.audience_id
WHERE x.aid_id IN (:ids) ORDER BY x.aid_id, l.id LIMIT 20000;

-- aid_types: what aids are
-- in: ids
-- makes: type under aid
SELECT x.aid_id AS "^", l.id AS "@id", l.slug AS "@slug", g.slug AS "@group", g.id AS "@group-id", g.name AS "@group-name", l.name AS "."
FROM aid_has_type x STRAIGHT_JOIN aid_type l ON l.id = x.type_id JOIN aid_type_group g ON g.id = l.group_id
WHERE x.aid_id IN (:ids) ORDER BY x.aid_id, l.id LIMIT 20000;

-- aid_steps: when in a project
-- in: ids
-- makes: step under aid
SELECT x.aid_id AS "^", l.slug AS "@slug", l.name AS "."
FROM aid_step x STRAIGHT_JOIN step l ON l.id = x.step_id
WHERE x.aid_id IN (:ids) ORDER BY x.aid_id, l.id LIMIT 20000;

-- aid_destinations: what spending
-- in: ids
-- makes: destination under aid
SELECT x.aid_id AS "^", l.slug AS "@slug", l.label AS "@label", l.name AS "."
FROM aid_destination x STRAIGHT_JOIN destination l ON l.id = x.destination_id
WHERE x.aid_id IN (:ids) ORDER BY x.aid_id, l.id LIMIT 20000;

-- aid_categories: what about
-- in: ids
-- makes: category under aid
SELECT x.aid_id AS "^", c.id AS "@id", c.slug AS "@slug", c.label AS "@label", t.name AS "@theme", c.name AS "."
FROM aid_category x STRAIGHT_JOIN category c ON c.id = x.category_id JOIN theme t ON t.id = c.theme_id
WHERE x.aid_id IN (:ids) ORDER BY x.aid_id, c.theme_id, c.id LIMIT 20000;

-- aid_texts: the long texts of an aid, sanitised
-- in: ids; may miss: today
-- makes: self under aid
SELECT a.id AS "^", a.status AS "@status",
  IF(a.closes_on < :today, 'expired', IF(a.opens_on > :today, 'upcoming', 'open')) AS "@state",  -- if today
  a.description AS "description|raw", a.eligibility AS "eligibility|raw",
  a.project_examples AS "project-examples|raw", a.contact AS "contact|raw",
  a.import_url AS "import-url", a.import_mention AS "import-mention", a.import_licence AS "import-licence"
FROM aid a WHERE a.id IN (:ids) LIMIT 2000;

-- aid_json_facts: what the API says of an aid besides; texts are not markup here
-- in: ids
-- makes: record under aid
SELECT a.id AS "^", IF(a.status = :AID_STATUS_PUBLISHED, '', NULL) AS "@public",
  a.source AS "@source", DATE_FORMAT(COALESCE(a.created_at, a.published_at, a.changed_at), '%Y-%m-%dT%H:%i:%s') AS "@created",
  -- A place has the id that it had at AT.
  COALESCE((SELECT MIN(t.id) FROM perimeter_at t WHERE t.scale = p.scale AND t.code = p.code), p.id) AS "perimeter/@id",
  CASE WHEN p.kind = :PERIMETER_UNION THEN NULL WHEN p.scale = :SCALE_REGION THEN SUBSTR(p.code, 2) ELSE p.code END AS "perimeter/@code",
  s.name AS "perimeter/@scale", SUBSTR(r.code, 2) AS "region/@code", r.name AS "region",
  a.description AS "description", a.eligibility AS "eligibility", a.project_examples AS "project-examples", a.contact AS "contact"
FROM aid a LEFT JOIN perimeter p ON p.id = a.perimeter_id LEFT JOIN scale s ON s.id = p.scale
LEFT JOIN perimeter r ON r.scale = :SCALE_REGION AND r.id = COALESCE(
  (SELECT MIN(l.container_id) FROM perimeter_link l JOIN perimeter c ON c.id = l.container_id AND c.scale = :SCALE_REGION
   WHERE l.contained_id = p.id AND NOT l.is_part HAVING COUNT(*) = 1), p.id)
WHERE a.id IN (:ids) ORDER BY a.id LIMIT 2000;

-- Lists for the parts of forms that are rendered ahead; @bit is that of the facet.

-- fragment_audiences: whom aids are for
-- makes: audience in lists
SELECT :FACET_AUDIENCE + id - 1 AS "@bit", slug AS "@slug", name AS "@name" FROM audience ORDER BY id LIMIT 20;

-- fragment_types: what aids are
-- makes: type in lists
SELECT :FACET_TYPE + t.id - 1 AS "@bit", t.slug AS "@slug", t.name AS "@name", g.slug AS "@group", g.name AS "@group-name"
FROM aid_type t JOIN aid_type_group g ON g.id = t.group_id ORDER BY t.group_id, t.id LIMIT 20;

-- fragment_steps: when in a project
-- makes: step in lists
SELECT :FACET_STEP + id - 1 AS "@bit", slug AS "@slug", name AS "@name" FROM step ORDER BY id LIMIT 4;

-- fragment_destinations: what spending
-- makes: destination in lists
SELECT :FACET_DESTINATION + id - 1 AS "@bit", slug AS "@slug", name AS "@name" FROM destination ORDER BY id LIMIT 4;

-- fragment_recurrences: how often
-- makes: recurrence in lists
SELECT :FACET_RECURRENCE + id - 1 AS "@bit", slug AS "@slug", name AS "@name" FROM recurrence ORDER BY id LIMIT 4;

-- fragment_themes: what about
-- makes: theme in lists
SELECT id AS "@id", slug AS "@slug", name AS "@name" FROM theme ORDER BY id LIMIT 50;

-- fragment_categories: what about, more closely
-- makes: category under theme
SELECT theme_id AS "^", :FACET_CATEGORY + id AS "@bit", slug AS "@slug", name AS "@name"
FROM category ORDER BY theme_id, name LIMIT 200;

-- fragment_programs: whose
-- makes: program in lists
SELECT id AS "@id", slug AS "@slug", name AS "@name" FROM program p
WHERE EXISTS (SELECT 1 FROM aid_program ap JOIN aid a ON a.id = ap.aid_id WHERE ap.program_id = p.id AND a.status = :AID_STATUS_PUBLISHED) ORDER BY name, id LIMIT 1000;

-- sheets_stamp_note: with which sheets aids were rendered, when they are all that there are
-- in: digest, aids
INSERT INTO page_fragment (name, html)
SELECT 'sheets', :digest FROM DUAL WHERE (SELECT COUNT(*) FROM aid) <= :aids
ON DUPLICATE KEY UPDATE html = VALUES(html);

-- fragment_write: a part of pages that only depends on lists
-- in: name, html
INSERT INTO page_fragment (name, html) VALUES (:name, :html) ON DUPLICATE KEY UPDATE html = :html;
