-- One aid.

-- aids_by_slug: aids of addresses, as their pages need them
-- in: slugs
-- makes: aid
SELECT a.slug AS "^", a.id AS "@id", a.slug AS "@slug", a.name AS "name", NULLIF(a.short_title, '') AS "short-title",
  (SELECT MAX(1) FROM aid_demarche l JOIN demarche d ON d.number = l.demarche AND d.revision_id IS NOT NULL
   AND d.state = 'publiee' WHERE l.aid_id = a.id) AS "@prefilled",
  b.body AS "body|raw"
FROM aid a JOIN aid_body b ON b.aid_id = a.id
WHERE a.slug IN (:slugs) AND a.status = 'published';

-- aid_texts: the long texts of an aid, sanitised
-- in: ids; may miss: today
-- makes: self under aid
SELECT a.id AS "^", a.status AS "@status",
  IF(a.closes_on < :today, 'expired', IF(a.opens_on > :today, 'upcoming', 'open')) AS "@state",  -- if today
  a.description AS "description|raw", a.eligibility AS "eligibility|raw",
  a.project_examples AS "project-examples|raw", a.contact AS "contact|raw",
  a.import_url AS "import-url", a.import_mention AS "import-mention", a.import_licence AS "import-licence"
FROM aid a WHERE a.id IN (:ids) LIMIT 2000;

-- aid_by_old_slug: where an address that was, or that is written otherwise, has gone
-- in: slug
SELECT a.slug FROM aid_old_slug o JOIN aid a ON a.id = o.aid_id
WHERE o.slug = :slug AND a.status = 'published'
UNION ALL SELECT slug FROM aid WHERE slug = :slug AND status = 'published';

-- aid_locals: local versions of a generic aid that can be seen today
-- in: id, today
-- makes: aid in locals
SELECT a.id AS "@id", a.slug AS "@slug", a.name AS "name", p.name AS "perimeter"
FROM aid a LEFT JOIN perimeter p ON p.id = a.perimeter_id
WHERE a.generic_id = :id AND a.status = 'published' AND (a.closes_on IS NULL OR a.closes_on >= :today)
ORDER BY p.name, a.id
LIMIT 50;

-- aid_generic: the national aid that a local one comes from
-- in: id
-- makes: generic
SELECT g.slug AS "@slug", g.name AS "name"
FROM aid a JOIN aid g ON g.id = a.generic_id
WHERE a.id = :id AND g.status = 'published';

-- aid_suggestions: aids with names near to some terms, for a page that is missing
-- in: ids
-- makes: aid in suggestions
SELECT a.id AS "@id", a.slug AS "@slug", a.name AS "name"
FROM aid a WHERE a.id IN (:ids) ORDER BY FIELD(a.id, :ids) LIMIT 5;
