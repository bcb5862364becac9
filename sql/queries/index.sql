-- What search reads, made again when aids change.

-- aid_index_write: the narrow row of some aids; bits are those of catalogue.h
-- in: ids, version
REPLACE INTO aid_index (aid_id, version, published, perimeter_id, scale, generic_id, opens, closes, fresh, facets, categories_0, categories_1)
SELECT a.id, :version, a.status = 'published', a.perimeter_id, p.scale, a.generic_id,
  DATEDIFF(a.opens_on, '1970-01-01'), DATEDIFF(a.closes_on, '1970-01-01'), DATEDIFF(a.published_at, '1970-01-01'),
  (SELECT COALESCE(BIT_OR(1 << (audience_id - 1)), 0) FROM aid_audience WHERE aid_id = a.id)
  | (SELECT COALESCE(BIT_OR(1 << (15 + type_id)), 0) FROM aid_has_type WHERE aid_id = a.id)
  | (SELECT COALESCE(BIT_OR(1 << (31 + step_id)), 0) FROM aid_step WHERE aid_id = a.id)
  | (SELECT COALESCE(BIT_OR(1 << (35 + destination_id)), 0) FROM aid_destination WHERE aid_id = a.id)
  | IF(a.recurrence_id IS NULL, 0, 1 << (39 + a.recurrence_id))
  | CASE a.european WHEN 'sectorial' THEN 1 << 44 WHEN 'organizational' THEN 1 << 45 ELSE 0 END
  | IF(a.is_call_for_project, 1 << 48, 0) | IF(a.is_charged, 1 << 49, 0),
  (SELECT COALESCE(BIT_OR(1 << category_id), 0) FROM aid_category WHERE aid_id = a.id AND category_id < 64),
  (SELECT COALESCE(BIT_OR(1 << (category_id - 64)), 0) FROM aid_category WHERE aid_id = a.id AND category_id >= 64)
FROM aid a LEFT JOIN perimeter p ON p.id = a.perimeter_id
WHERE a.id IN (:ids);

-- aid_rendered_write: cards of some aids
LOAD DATA LOCAL INFILE 'rows' REPLACE INTO TABLE aid_rendered CHARACTER SET utf8mb4 (aid_id, name, card);

-- aid_body_write: pages of some aids
LOAD DATA LOCAL INFILE 'rows' REPLACE INTO TABLE aid_body CHARACTER SET utf8mb4 (aid_id, body);

-- aid_text_write: terms of some aids
LOAD DATA LOCAL INFILE 'rows' REPLACE INTO TABLE aid_text CHARACTER SET ascii (aid_id, terms);

-- aid_passages_delete: the passages that an aid had
-- in: id
DELETE FROM aid_passage WHERE id BETWEEN :id * 1024 AND :id * 1024 + 1023;

-- aid_passages_write: passages, made anew
LOAD DATA LOCAL INFILE 'rows' REPLACE INTO TABLE aid_passage CHARACTER SET utf8mb4 (id, text);

-- aid_terms: the terms that some aids had
-- in: ids
SELECT aid_id, terms FROM aid_text WHERE aid_id IN (:ids);

-- posting_write: posting lists, made anew
LOAD DATA LOCAL INFILE 'rows' REPLACE INTO TABLE posting CHARACTER SET binary (term, aids, list);

-- posting_delete: terms that no aid bears any more
-- in: terms
DELETE FROM posting WHERE term IN (:terms);

-- aid_all: every aid, a piece at a time
-- in: after
SELECT id FROM aid WHERE id > :after ORDER BY id LIMIT 500;

-- Lists for the parts of forms that are rendered ahead; @bit is that of catalogue.h.

-- fragment_audiences: whom aids are for
-- makes: audience in lists
SELECT id - 1 AS "@bit", slug AS "@slug", name AS "@name" FROM audience ORDER BY id LIMIT 20;

-- fragment_types: what aids are
-- makes: type in lists
SELECT 15 + t.id AS "@bit", t.slug AS "@slug", t.name AS "@name", g.slug AS "@group", g.name AS "@group-name"
FROM aid_type t JOIN aid_type_group g ON g.id = t.group_id ORDER BY t.group_id, t.id LIMIT 20;

-- fragment_steps: when in a project
-- makes: step in lists
SELECT 31 + id AS "@bit", slug AS "@slug", name AS "@name" FROM step ORDER BY id LIMIT 4;

-- fragment_destinations: what spending
-- makes: destination in lists
SELECT 35 + id AS "@bit", slug AS "@slug", name AS "@name" FROM destination ORDER BY id LIMIT 4;

-- fragment_recurrences: how often
-- makes: recurrence in lists
SELECT 39 + id AS "@bit", slug AS "@slug", name AS "@name" FROM recurrence ORDER BY id LIMIT 4;

-- fragment_themes: what about
-- makes: theme in lists
SELECT id AS "@id", slug AS "@slug", name AS "@name" FROM theme ORDER BY id LIMIT 50;

-- fragment_categories: what about, more closely
-- makes: category under theme
SELECT theme_id AS "^", 64 + id AS "@bit", slug AS "@slug", name AS "@name"
FROM category ORDER BY theme_id, name LIMIT 200;

-- fragment_programs: whose
-- makes: program in lists
SELECT id AS "@id", slug AS "@slug", name AS "@name" FROM program ORDER BY name, id LIMIT 1000;

-- fragment_write: a part of pages that only depends on lists
-- in: name, html
INSERT INTO page_fragment (name, html) VALUES (:name, :html) ON DUPLICATE KEY UPDATE html = :html;
