-- Whose pages these are: portals.

-- portal_by_slug: what each page of a portal needs to know of it
-- in: slugs
SELECT p.slug AS "^", p.id AS "id", p.host AS "host", p.is_public AS "public", p.preview AS "preview", p.stats_public AS "stats_public", p.stats_word AS "stats_word", p.query AS "query",
  p.own_canonical AS "canonical", p.name AS "name", p.theme AS "theme", REPLACE(p.brand, '|', '\n') AS "brand", p.contact AS "contact", p.operator_name AS "operator",
  p.operator_address AS "address", p.publication_director AS "director",
  (SELECT GROUP_CONCAT(s.origin ORDER BY s.origin SEPARATOR ' ') FROM portal_site s WHERE s.portal_id = p.id) AS "sites"
FROM portal p WHERE p.slug IN (:slugs)
ORDER BY p.slug LIMIT 2048;

-- portal_by_host: whose host name that is
-- in: hosts
SELECT p.host AS "^", p.slug AS "slug" FROM portal p WHERE p.host IN (:hosts) ORDER BY p.host LIMIT 2048;

-- portal_look: what its header, its foot and its styles are made of
-- in: portal
-- makes: portal
SELECT p.tagline AS "@tagline", p.accent AS "@accent", p.accent_dark AS "@accent-dark", p.font AS "@font",
  p.logo_label AS "@logo-label", p.logo_href AS "@logo-href", p.footer AS "@footer",
  IF(p.logo IS NULL, NULL, LEFT(SHA2(p.logo, 256), 16)) AS "@logo"
FROM portal p WHERE p.id = :portal;

-- portal_links: the links of its foot
-- in: portal
-- makes: link in links
SELECT l.label AS "@label", l.href AS "@href" FROM portal_link l WHERE l.portal_id = :portal ORDER BY l.position LIMIT 20;

-- portal_tabs: the pages of its menu
-- in: portals
-- makes: tab in tabs
SELECT t.portal_id AS "^", t.slug AS "@slug", t.title AS "@title" FROM portal_page t WHERE t.portal_id IN (:portals)
ORDER BY t.portal_id, t.position LIMIT 20;

-- portal_logo: its picture
-- in: portal
SELECT p.logo AS "bytes", p.logo_type AS "type" FROM portal p WHERE p.id = :portal AND p.logo IS NOT NULL;

-- portal_home: its first page
-- in: portal
-- makes: welcome
SELECT p.title AS "@title", p.description AS "@description", p.summary AS "summary|raw", p.more AS "more|raw"
FROM portal p WHERE p.id = :portal;

-- portal_page_by_slug: one of its tabs
-- in: portal, slug
-- makes: text
SELECT t.slug AS "@slug", t.title AS "@title", t.body AS ".|raw" FROM portal_page t WHERE t.portal_id = :portal AND t.slug = :slug;

-- portal_list: those that anybody may see
-- makes: portal in portals
SELECT p.slug AS "@slug", p.host AS "@host", p.name AS "@name", p.tagline AS "@tagline", p.description AS "@description"
FROM portal p WHERE p.is_public = 1 ORDER BY p.name, p.id LIMIT 1000;
