-- Aids as readers see them: cards of a list, and one aid.

-- aid_cards: cards of aids, or of those behind one, with their names
-- in: most; may miss: ids, after
SELECT aid_id, name, card FROM aid_rendered WHERE TRUE
  AND aid_id IN (:ids)  -- if ids
  AND aid_id > :after   -- if after
ORDER BY aid_id LIMIT :most;

-- aid_rows: lines of a table
-- in: ids
SELECT aid_id AS id, `row` AS text, changed FROM aid_export WHERE aid_id IN (:ids) ORDER BY aid_id LIMIT 2000;

-- aid_entries: entries of a feed
-- in: ids
SELECT aid_id AS id, entry AS text, DATE_FORMAT(changed, '%Y-%m-%dT%H:%i:%sZ') AS changed
FROM aid_export WHERE aid_id IN (:ids) ORDER BY aid_id LIMIT 2000;

-- aid_events: events of a calendar
-- in: ids
SELECT aid_id AS id, event AS text, changed FROM aid_export WHERE aid_id IN (:ids) ORDER BY aid_id LIMIT 2000;

-- aid_passages: passages of aids' texts, or those behind one, and their names
-- in: most; may miss: passages, after
SELECT id, text, spots FROM aid_passage WHERE TRUE
  AND id IN (:passages)  -- if passages
  AND id > :after        -- if after
ORDER BY id LIMIT :most;

-- aids_by_slug: aids of addresses, as their pages need them
-- in: slugs
-- makes: aid
SELECT a.slug AS "^", a.id AS "@id", a.slug AS "@slug", a.name AS "name", NULLIF(a.short_title, '') AS "short-title",
  (SELECT MAX(1) FROM aid_demarche l JOIN demarche d ON d.number = l.demarche AND d.revision_id IS NOT NULL
   AND d.state = :DEMARCHE_STATE_OPEN WHERE l.aid_id = a.id) AS "@prefilled",
  o.wrong AS "wrong-origin/@kind", CAST(o.wrong_since AS CHAR) AS "wrong-origin/@since",
  p.wrong AS "wrong-application/@kind", CAST(p.wrong_since AS CHAR) AS "wrong-application/@since", b.body AS "body|raw"
FROM aid a JOIN aid_body b ON b.aid_id = a.id
LEFT JOIN link o ON o.address = a.origin_url AND o.told LEFT JOIN link p ON p.address = a.application_url AND p.told AND NOT p.address <=> o.address
WHERE a.slug IN (:slugs) AND a.status = :AID_STATUS_PUBLISHED;

-- aid_place: where an aid applies, for a reader who asks whether it is for theirs
-- in: id
SELECT z.name, a.perimeter_inferred OR z.is_obsolete AS unsure
FROM aid a JOIN perimeter z ON z.id = a.perimeter_id WHERE a.id = :id;

-- aid_by_old_slug: where an address that was, or that is written otherwise, has gone; or that readers saw what was withdrawn
-- in: slug
SELECT a.slug, a.status = :AID_STATUS_PUBLISHED AS shown
FROM (SELECT aid_id AS id FROM aid_old_slug WHERE slug = :slug UNION ALL SELECT id FROM aid WHERE slug = :slug) w JOIN aid a USING (id)
WHERE a.status = :AID_STATUS_PUBLISHED
  OR a.status IN (:AID_STATUS_DELETED, :AID_STATUS_MERGED) AND EXISTS (SELECT 1 FROM aid_revision r WHERE r.aid_id = a.id)
ORDER BY shown DESC LIMIT 1;

-- aid_locals: local versions of a generic aid that can be seen today
-- in: id, today
-- makes: aid in locals
SELECT a.id AS "@id", a.slug AS "@slug", a.name AS "name", p.name AS "perimeter"
FROM aid a LEFT JOIN perimeter p ON p.id = a.perimeter_id
WHERE a.generic_id = :id AND a.status = :AID_STATUS_PUBLISHED AND (a.closes_on IS NULL OR a.closes_on >= :today)
ORDER BY p.name, a.id
LIMIT 50;

-- aid_generic: the national aid that a local one comes from
-- in: id
-- makes: generic
SELECT g.slug AS "@slug", g.name AS "name"
FROM aid a JOIN aid g ON g.id = a.generic_id
WHERE a.id = :id AND g.status = :AID_STATUS_PUBLISHED;

-- aid_suggestions: aids with names near to some terms, for a page that is missing
-- in: ids
-- makes: aid in suggestions
SELECT a.id AS "@id", a.slug AS "@slug", a.name AS "name"
FROM aid a WHERE a.id IN (:ids) ORDER BY FIELD(a.id, :ids) LIMIT 5;

-- aid_calendar_months: the months in which some aids open or close, from today on
-- in: ids, today
-- makes: month in calendar
SELECT e.month AS "@id", MIN(e.day) AS "@from", COUNT(*) AS "@events"
FROM (SELECT EXTRACT(YEAR_MONTH FROM a.opens_on) AS month, a.opens_on AS day FROM aid a WHERE a.id IN (:ids) AND a.opens_on >= :today
  UNION ALL SELECT EXTRACT(YEAR_MONTH FROM a.closes_on), a.closes_on FROM aid a WHERE a.id IN (:ids) AND a.closes_on >= :today) e
GROUP BY e.month ORDER BY e.month LIMIT 120;

-- aid_calendar: what happens in each of these months
-- in: ids, today
-- makes: event under month
SELECT EXTRACT(YEAR_MONTH FROM e.day) AS "^", e.day AS "@day", e.kind AS "@kind", a.slug AS "@slug", a.name AS "name",
  (SELECT GROUP_CONCAT(b.name ORDER BY ab.position SEPARATOR ', ') FROM aid_backer ab JOIN backer b ON b.id = ab.backer_id
   WHERE ab.aid_id = a.id AND ab.role = :ROLE_FINANCER) AS "financer"
FROM (SELECT o.id, o.opens_on AS day, 'opens' AS kind FROM aid o WHERE o.id IN (:ids) AND o.opens_on >= :today
  UNION ALL SELECT c.id, c.closes_on, 'closes' FROM aid c WHERE c.id IN (:ids) AND c.closes_on >= :today) e
JOIN aid a ON a.id = e.id
ORDER BY e.day, e.kind DESC, a.name, a.id LIMIT 1000;

-- page_fragments: parts of pages rendered ahead
SELECT name, html FROM page_fragment ORDER BY name LIMIT 20;

-- portal_filters: the filters that the form of a portal shows, in their order; none: all of them
-- in: portals
-- makes: filter in filters
SELECT f.portal_id AS "^", f.filter AS "@param", NULLIF(f.label, '') AS "@label" FROM portal_filter f WHERE f.portal_id IN (:portals)
ORDER BY f.portal_id, f.position LIMIT 40;
