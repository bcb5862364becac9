-- What a search reads.

-- aid_index_since: what changed in the catalogue after a version, a piece at a time
-- in: since, after
SELECT aid_id, perimeter_id, scale, generic_id, opens, closes, fresh, published, facets, categories_0, categories_1
FROM aid_index
WHERE version > :since AND aid_id > :after
ORDER BY aid_id
LIMIT 4096;

-- program_ids: every programme, for memory
SELECT id FROM program ORDER BY id LIMIT 10000;

-- program_members: every aid of a programme, for memory
SELECT aid_id, program_id FROM aid_program ORDER BY aid_id, program_id;

-- posting_lists: aids that bear each of some terms
-- in: terms
SELECT term, aids, list FROM posting WHERE term IN (:terms) LIMIT 2000;

-- aids_of_backers: aids that a backer finances
-- in: backers
SELECT DISTINCT aid_id FROM aid_backer WHERE backer_id IN (:backers) AND role = 'financer' ORDER BY aid_id;

-- aids_of_programs: aids of some programmes, by id or slug
-- in: programs
SELECT DISTINCT ap.aid_id FROM aid_program ap JOIN program p ON p.id = ap.program_id
WHERE p.slug IN (:programs) OR p.id IN (:programs)
ORDER BY ap.aid_id;

-- backer_names: for the tags of active filters
-- in: backers
SELECT id, name FROM backer WHERE id IN (:backers) LIMIT 100;

-- program_names: for the tags of active filters
-- in: programs
SELECT id, slug, name FROM program WHERE slug IN (:programs) OR id IN (:programs) LIMIT 100;

-- page_fragments: parts of pages rendered ahead
SELECT name, html FROM page_fragment ORDER BY name LIMIT 20;

-- aid_cards: cards of aids, with their names
-- in: ids
SELECT aid_id, name, card FROM aid_rendered WHERE aid_id IN (:ids) LIMIT 100;

-- aid_passages: passages of aids' texts
-- in: passages
SELECT id, text FROM aid_passage WHERE id IN (:passages) LIMIT 100;

-- aid_facts: the aids of a list for machines, in the order of ids
-- in: ids
-- makes: aid in aids
SELECT a.id AS "@id", a.slug AS "@slug", a.name AS "name", NULLIF(a.name_initial, '') AS "name-initial",
  NULLIF(a.short_title, '') AS "short-title",
  p.id AS "perimeter/@id", p.code AS "perimeter/@code", s.slug AS "perimeter/@scale", p.name AS "perimeter",
  r.slug AS "recurrence/@slug", r.name AS "recurrence",
  IF(a.is_call_for_project, '', NULL) AS "call-for-project", IF(a.is_charged, '', NULL) AS "charged",
  a.european AS "european", a.opens_on AS "opens", a.predeposit_on AS "predeposit", a.closes_on AS "closes",
  a.rate_min AS "rate-min", a.rate_max AS "rate-max", a.rate_comment AS "rate-comment",
  a.loan_amount AS "loan-amount", a.advance_amount AS "advance-amount", a.other_comment AS "other-comment",
  a.origin_url AS "origin-url", a.application_url AS "application-url",
  DATE_FORMAT(a.published_at, '%Y-%m-%dT%H:%i:%s') AS "published",
  DATE_FORMAT(a.updated_at, '%Y-%m-%dT%H:%i:%s') AS "updated", LEFT(REPLACE(CONCAT_WS(' ', t.text, u.text), '… …', ' '), 300) AS "summary"
FROM aid a
LEFT JOIN perimeter p ON p.id = a.perimeter_id
LEFT JOIN scale s ON s.id = p.scale
LEFT JOIN recurrence r ON r.id = a.recurrence_id
LEFT JOIN aid_passage t ON t.id = a.id * 1024 + 1
LEFT JOIN aid_passage u ON u.id = a.id * 1024 + 2
WHERE a.id IN (:ids)
ORDER BY FIELD(a.id, :ids)
LIMIT 2000;

-- STRAIGHT_JOIN, below: from the aids on.  In the midst of an import the server
-- takes these tables for empty, and would read all the aids of each audience.

-- aid_financers: who gives
-- in: ids
-- makes: financer under aid
SELECT ab.aid_id AS "^", b.id AS "@id", IF(b.is_corporate, 1, NULL) AS "@corporate", b.name AS "."
FROM aid_backer ab STRAIGHT_JOIN backer b ON b.id = ab.backer_id
WHERE ab.aid_id IN (:ids) AND ab.role = 'financer' ORDER BY ab.aid_id, ab.position, b.id LIMIT 20000;

-- aid_instructors: who examines
-- in: ids
-- makes: instructor under aid
SELECT ab.aid_id AS "^", b.id AS "@id", b.name AS "."
FROM aid_backer ab STRAIGHT_JOIN backer b ON b.id = ab.backer_id
WHERE ab.aid_id IN (:ids) AND ab.role = 'instructor' ORDER BY ab.aid_id, ab.position, b.id LIMIT 20000;

-- aid_programs: programmes of aids
-- in: ids
-- makes: program under aid
SELECT ap.aid_id AS "^", p.slug AS "@slug", p.name AS "."
FROM aid_program ap STRAIGHT_JOIN program p ON p.id = ap.program_id
WHERE ap.aid_id IN (:ids) ORDER BY ap.aid_id, p.name LIMIT 20000;

-- aid_audiences: whom aids are for
-- in: ids
-- makes: audience under aid
SELECT x.aid_id AS "^", l.slug AS "@slug", l.name AS "."
FROM aid_audience x STRAIGHT_JOIN audience l ON l.id = x.audience_id
WHERE x.aid_id IN (:ids) ORDER BY x.aid_id, l.id LIMIT 20000;

-- aid_types: what aids are
-- in: ids
-- makes: type under aid
SELECT x.aid_id AS "^", l.slug AS "@slug", g.slug AS "@group", l.name AS "."
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
SELECT x.aid_id AS "^", l.slug AS "@slug", l.name AS "."
FROM aid_destination x STRAIGHT_JOIN destination l ON l.id = x.destination_id
WHERE x.aid_id IN (:ids) ORDER BY x.aid_id, l.id LIMIT 20000;

-- aid_categories: what about
-- in: ids
-- makes: category under aid
SELECT x.aid_id AS "^", c.slug AS "@slug", t.name AS "@theme", c.name AS "."
FROM aid_category x STRAIGHT_JOIN category c ON c.id = x.category_id JOIN theme t ON t.id = c.theme_id
WHERE x.aid_id IN (:ids) ORDER BY x.aid_id, c.theme_id, c.id LIMIT 20000;
