-- The API: what was rendered of aids (aid_json), their revisions, lists as AT gives them.

-- aid_records: aids as the API serves them, without their last brace
-- in: ids
SELECT aid_id AS id, record, status, number FROM aid_json WHERE aid_id IN (:ids) ORDER BY aid_id LIMIT 2000;

-- aid_record_texts: their texts without markup, more keys of them
-- in: ids
SELECT aid_id AS id, texts FROM aid_json WHERE aid_id IN (:ids) ORDER BY aid_id LIMIT 2000;

-- aid_record_find: the aid of an address, of today or of the past, or of a number
-- in: slug, number
-- cached
SELECT j.aid_id AS id, j.status, j.version FROM aid_json j JOIN aid a ON a.id = j.aid_id WHERE a.slug = :slug AND j.number > 0
UNION ALL
SELECT j.aid_id, j.status, j.version FROM aid_json j JOIN aid_old_slug o ON o.aid_id = j.aid_id WHERE o.slug = :slug AND j.number > 0
UNION ALL
SELECT j.aid_id, j.status, j.version FROM aid_json j WHERE j.aid_id = :number AND j.number > 0
LIMIT 1;

-- aid_history_count: how many revisions an aid has
-- in: id
SELECT COUNT(*) AS n FROM aid_revision WHERE aid_id = :id;

-- aid_history: some of the revisions of an aid, the last first
-- in: id, rows, offset
-- makes: revision in revisions
SELECT r.number AS "@number", DATE_FORMAT(r.made_at, '%Y-%m-%dT%H:%i:%s') AS "@date", r.source AS "@source",
  r.status AS "@status", r.slug AS "@slug"
FROM aid_revision r WHERE r.aid_id = :id ORDER BY r.number DESC LIMIT :rows OFFSET :offset;

-- history_first: when the first revision was made, in seconds since 1970
SELECT TIMESTAMPDIFF(SECOND, '1970-01-01', MIN(made_at)) AS moment FROM aid_revision;

-- aid_revisions_at: those of some aids that were public just before a moment, as they were, in the order of ids
-- in: ids, until
SELECT r.aid_id AS id, r.record, r.texts, r.status, r.number FROM aid_revision r
WHERE r.aid_id IN (:ids) AND r.status <> :AID_JSON_WITHDRAWN
  AND r.number = (SELECT MAX(l.number) FROM aid_revision l WHERE l.aid_id = r.aid_id AND l.made_at < :until)
ORDER BY FIELD(r.aid_id, :ids) LIMIT 100;

-- data_origin: which base this is, and its version
SELECT origin, version FROM data_version WHERE id = 1;

-- version_before: the last version of the data before a moment that aids changed with
-- in: until
SELECT COALESCE((SELECT r.version FROM aid_revision r WHERE r.made_at < :until ORDER BY r.made_at DESC, r.version DESC LIMIT 1), 0) AS version;

-- aid_changes: the aids that changed after a version and an aid, in the order of their changes
-- in: version, id, rows
SELECT j.aid_id AS id, j.version, j.status, j.number, a.slug, a.merged_into, j.record, j.texts,
  DATE_FORMAT(r.made_at, '%Y-%m-%dT%H:%i:%s') AS changed
FROM aid_json j STRAIGHT_JOIN aid a ON a.id = j.aid_id STRAIGHT_JOIN aid_revision r ON r.aid_id = j.aid_id AND r.number = j.number
WHERE j.version > 0 AND (j.version > :version OR j.version = :version AND j.aid_id > :id)
ORDER BY j.version, j.aid_id LIMIT :rows;

-- aid_changes_count: how many they are, by an index alone
-- in: version, id
SELECT COUNT(*) AS n FROM aid_json j WHERE j.version > 0 AND (j.version > :version OR j.version = :version AND j.aid_id > :id);

-- Lists, in the order of their rows.

-- api_audiences: whom aids are for
-- makes: audience in list
-- cached
SELECT l.slug AS "@slug", IF(l.is_local_authority, '1', '2') AS "@group-id", COALESCE(l.label, l.name) AS "." FROM audience l ORDER BY l.id LIMIT 100;

-- api_types: what aids are
-- makes: type in list
-- cached
SELECT l.slug AS "@slug", g.id AS "@group-id", g.slug AS "@group", g.name AS "@group-name", l.name AS "."
FROM aid_type l JOIN aid_type_group g ON g.id = l.group_id ORDER BY g.id, l.id LIMIT 100;

-- api_steps: when in a project
-- makes: step in list
-- cached
SELECT l.slug AS "@slug", l.name AS "." FROM step l ORDER BY l.id LIMIT 100;

-- api_recurrences: how often
-- makes: recurrence in list
-- cached
SELECT l.slug AS "@slug", l.name AS "." FROM recurrence l ORDER BY l.id LIMIT 100;

-- api_destinations: what spending
-- makes: destination in list
-- cached
SELECT l.slug AS "@slug", COALESCE(l.label, l.name) AS "." FROM destination l ORDER BY l.id LIMIT 100;

-- api_themes: what about
-- makes: theme in list
-- cached
SELECT t.id AS "@id", t.slug AS "@slug", t.name AS "@name" FROM theme t ORDER BY t.id LIMIT 100;

-- api_theme_categories: what about, more closely
-- makes: category under theme
-- cached
SELECT c.theme_id AS "^", c.id AS "@id", c.slug AS "@slug", COALESCE(c.label, c.name) AS "." FROM category c ORDER BY c.theme_id, c.id LIMIT 500;

-- api_categories: the same by themselves
-- may miss: q, theme
-- makes: category in list
-- cached
SELECT c.id AS "@id", c.slug AS "@slug", t.id AS "@theme-id", t.slug AS "@theme-slug", t.name AS "@theme", COALESCE(c.label, c.name) AS "."
FROM category c JOIN theme t ON t.id = c.theme_id
WHERE TRUE
  AND COALESCE(c.label, c.name) COLLATE utf8mb4_unicode_520_ci LIKE CONCAT('%', REPLACE(REPLACE(REPLACE(:q, '\\', '\\\\'), '%', '\\%'), '_', '\\_'), '%')  -- if q
  AND c.theme_id = :theme  -- if theme
ORDER BY c.theme_id, c.id LIMIT 500;

-- api_programs: programmes
-- makes: program in list
-- cached
SELECT p.id AS "@id", p.slug AS "@slug", NULL AS "@perimeter", p.name AS "." FROM program p ORDER BY p.id LIMIT 5000;

-- api_sample: an aid to try addresses with
-- makes: sample in samples
-- cached
SELECT a.slug AS "@slug" FROM aid_json j JOIN aid a ON a.id = j.aid_id WHERE j.number > 0 AND j.status = :AID_JSON_OPEN ORDER BY j.aid_id LIMIT 1;

-- api_scales: kinds of places, from the narrowest
-- makes: scale in list
-- cached
SELECT s.slug AS "@slug", s.name AS "." FROM scale s ORDER BY s.id LIMIT 100;

-- api_synonyms: families of words
-- makes: synonym in list
-- cached
SELECT ROW_NUMBER() OVER (ORDER BY k.term, k.kind) AS "@id", k.term AS "." FROM keyword k ORDER BY k.term, k.kind LIMIT 10000;

-- Lists that have pages, and how many rows each has.

-- api_backers: who finances or takes in hand, by name
-- in: today, rows, offset
-- may miss: q, financed, published, backer_groups
-- makes: backer in list
-- cached
SELECT b.id AS "@id", b.slug AS "@slug", p.name AS "@perimeter", g.id AS "@group-id", g.name AS "@group",
  IF(b.has_page, LEFT(SHA2(f.logo, 256), 16), NULL) AS "@logo", b.name AS "."
FROM backer b LEFT JOIN backer_group g ON g.id = b.group_id LEFT JOIN perimeter p ON p.id = b.perimeter_id LEFT JOIN backer_file f ON f.backer_id = b.id
WHERE NOT b.is_hidden
  AND b.name COLLATE utf8mb4_unicode_520_ci LIKE CONCAT('%', REPLACE(REPLACE(REPLACE(:q, '\\', '\\\\'), '%', '\\%'), '_', '\\_'), '%')  -- if q
  AND b.group_id IN (:backer_groups)  -- if backer_groups
  AND (NOT :financed OR EXISTS (SELECT 1 FROM aid_backer x WHERE x.backer_id = b.id AND x.role = :ROLE_FINANCER))  -- if financed
  AND (NOT :published OR EXISTS (SELECT 1 FROM aid_backer x JOIN aid a ON a.id = x.aid_id WHERE x.backer_id = b.id AND x.role = :ROLE_FINANCER AND a.status = :AID_STATUS_PUBLISHED AND (a.closes_on IS NULL OR a.closes_on >= :today)))  -- if published
ORDER BY b.name COLLATE utf8mb4_unicode_520_ci, b.id LIMIT :rows OFFSET :offset;

-- api_backers_count: how many
-- in: today
-- may miss: q, financed, published, backer_groups
-- cached
SELECT COUNT(*) AS n FROM backer b WHERE NOT b.is_hidden
  AND b.name COLLATE utf8mb4_unicode_520_ci LIKE CONCAT('%', REPLACE(REPLACE(REPLACE(:q, '\\', '\\\\'), '%', '\\%'), '_', '\\_'), '%')  -- if q
  AND b.group_id IN (:backer_groups)  -- if backer_groups
  AND (NOT :financed OR EXISTS (SELECT 1 FROM aid_backer x WHERE x.backer_id = b.id AND x.role = :ROLE_FINANCER))  -- if financed
  AND (NOT :published OR EXISTS (SELECT 1 FROM aid_backer x JOIN aid a ON a.id = x.aid_id WHERE x.backer_id = b.id AND x.role = :ROLE_FINANCER AND a.status = :AID_STATUS_PUBLISHED AND (a.closes_on IS NULL OR a.closes_on >= :today)))  -- if published
;

-- api_backer_groups: what kinds of bodies they are
-- in: rows, offset
-- makes: backer-group in list
-- cached
SELECT g.id AS "@id", g.name AS "." FROM backer_group g ORDER BY g.id LIMIT :rows OFFSET :offset;

-- api_backer_groups_count: how many
-- cached
SELECT COUNT(*) AS n FROM backer_group;

-- api_projects: named kinds of projects; the id of their category is that of its first
-- in: rows, offset
-- may miss: q, category
-- makes: project in list
-- cached
SELECT t.id AS "@id", t.slug AS "@slug", c.id AS "@category-id", c.name AS "@category", t.name AS "."
FROM project_type t JOIN (SELECT MIN(x.id) AS id, x.category AS name FROM project_type x GROUP BY x.category) c ON c.name = t.category
WHERE TRUE
  AND t.name COLLATE utf8mb4_unicode_520_ci LIKE CONCAT('%', REPLACE(REPLACE(REPLACE(:q, '\\', '\\\\'), '%', '\\%'), '_', '\\_'), '%')  -- if q
  AND c.id = :category  -- if category
ORDER BY t.id LIMIT :rows OFFSET :offset;

-- api_projects_count: how many
-- may miss: q, category
-- cached
SELECT COUNT(*) AS n
FROM project_type t JOIN (SELECT MIN(x.id) AS id, x.category AS name FROM project_type x GROUP BY x.category) c ON c.name = t.category
WHERE TRUE
  AND t.name COLLATE utf8mb4_unicode_520_ci LIKE CONCAT('%', REPLACE(REPLACE(REPLACE(:q, '\\', '\\\\'), '%', '\\%'), '_', '\\_'), '%')  -- if q
  AND c.id = :category  -- if category
;

-- api_project_categories: what they are about
-- in: rows, offset
-- makes: project-category in list
-- cached
SELECT MIN(t.id) AS "@id", t.category AS "." FROM project_type t GROUP BY t.category ORDER BY MIN(t.id) LIMIT :rows OFFSET :offset;

-- api_project_categories_count: how many
-- cached
SELECT COUNT(DISTINCT t.category) AS n FROM project_type t;

-- api_place_ids: the ids that some places had at AT
-- in: ids
SELECT p.id, MIN(t.id) AS at FROM perimeter p JOIN perimeter_at t ON t.scale = p.scale AND t.code = p.code
WHERE p.id IN (:ids) GROUP BY p.id ORDER BY p.id LIMIT 2000;
