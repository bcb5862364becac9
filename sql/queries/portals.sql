-- Portals as files: what "guichet portal" and "guichet check" ask.

-- portal_state: a portal, by its address
-- in: slug
SELECT p.id, p.name, p.is_public AS public, p.host, p.preview IS NOT NULL AS previewed FROM portal p WHERE p.slug = :slug;

-- portal_host_of: whose host name that is
-- in: host
SELECT p.slug FROM portal p WHERE p.host = :host;

-- portal_slugs: the portals whose address begins so
-- in: begin
SELECT p.slug FROM portal p WHERE p.slug LIKE CONCAT(:begin, '%') ORDER BY p.slug LIMIT 3;

-- portal_all: what the administrator is shown of each, and what is checked
SELECT p.id, p.slug, p.host, p.is_public AS public, p.preview IS NOT NULL AS previewed, p.name, p.query, p.theme,
  p.logo
FROM portal p ORDER BY p.slug LIMIT 2000;

-- portal_gone: aids that a portal shows first and that are not shown any more
-- in: portal, today
SELECT x.slug FROM portal_aid a JOIN aid x ON x.id = a.aid_id
WHERE a.portal_id = :portal AND a.is_shown
  AND (x.status <> :AID_STATUS_PUBLISHED OR x.closes_on < :today)
ORDER BY a.position, x.id LIMIT 20;

-- perimeter_gone: a territory that is no more
-- in: id
SELECT p.name FROM perimeter p WHERE p.id = :id AND p.is_obsolete;

-- portal_add: a portal of that address, hidden
-- in: slug, name
INSERT INTO portal (slug, name) VALUES (:slug, :name);

-- portal_write: all that its file says of it alone
-- in: portal, host, public, query, own_canonical, stats_public, name, tagline, title, description, summary, more, theme, brand, accent
-- in: accent_dark, font, logo, logo_type, logo_label, logo_href, footer, contact, operator, operator_address, director
UPDATE portal SET host = :host, is_public = :public, query = :query, own_canonical = :own_canonical, stats_public = :stats_public, name = :name,
  tagline = :tagline, title = :title, description = :description, summary = :summary, more = :more, theme = :theme,
  brand = :brand, accent = :accent, accent_dark = :accent_dark, font = :font, logo = :logo, logo_type = :logo_type,
  logo_label = :logo_label, logo_href = :logo_href, footer = :footer, contact = :contact, operator_name = :operator,
  operator_address = :operator_address, publication_director = :director
WHERE id = :portal;

-- portal_aids_clear: its aids
-- in: portal
DELETE FROM portal_aid WHERE portal_id = :portal;

-- portal_filters_clear: its filters
-- in: portal
DELETE FROM portal_filter WHERE portal_id = :portal;

-- portal_pages_clear: its pages
-- in: portal
DELETE FROM portal_page WHERE portal_id = :portal;

-- portal_links_clear: its links
-- in: portal
DELETE FROM portal_link WHERE portal_id = :portal;

-- portal_sites_clear: the sites that may frame it
-- in: portal
DELETE FROM portal_site WHERE portal_id = :portal;

-- portal_aid_add: an aid that it shows first, or never
-- in: portal, aid, highlighted, position
INSERT INTO portal_aid (portal_id, aid_id, is_shown, position) VALUES (:portal, :aid, :highlighted, :position);

-- portal_filter_add: a filter
-- in: portal, position, filter, label
INSERT INTO portal_filter (portal_id, position, filter, label) VALUES (:portal, :position, :filter, :label);

-- portal_page_add: a page
-- in: portal, position, slug, title, body
INSERT INTO portal_page (portal_id, position, slug, title, body) VALUES (:portal, :position, :slug, :title, :body);

-- portal_link_add: a link
-- in: portal, position, label, href
INSERT INTO portal_link (portal_id, position, label, href) VALUES (:portal, :position, :label, :href);

-- portal_site_add: a site that may frame it
-- in: portal, origin
INSERT INTO portal_site (portal_id, origin) VALUES (:portal, :origin);

-- portal_set_public: shown to all, or hidden
-- in: portal, public
UPDATE portal SET is_public = :public WHERE id = :portal;

-- portal_set_preview: the digest of the word that opens it; NULL closes it
-- in: portal, word
UPDATE portal SET preview = :word WHERE id = :portal;

-- portal_set_stats: the digest of the word that opens its numbers; NULL closes them
-- in: portal, word
UPDATE portal SET stats_word = :word WHERE id = :portal;

-- portal_remove: a portal, and all that is of it
-- in: portal
DELETE FROM portal WHERE id = :portal;

-- portal_start: the file of one that is to be; its address may be another than its name makes
-- in: name, slug
-- makes: portal
SELECT :slug AS "@slug", :name AS "name";

-- portal_file: its file
-- in: portal
-- makes: portal
SELECT p.slug AS "@slug", IF(p.is_public, 'yes', 'no') AS "@public", IF(p.own_canonical, 'own', NULL) AS "@canonical",
  IF(p.stats_public, 'public', NULL) AS "@stats",
  p.name AS "name", p.tagline AS "tagline", p.title AS "title", p.description AS "description", NULLIF(p.query, '') AS "query",
  p.summary AS "summary|raw", p.more AS "more|raw",
  p.theme AS "theme", p.brand AS "brand", p.accent AS "accent", p.accent_dark AS "accent-dark", p.font AS "font",
  IF(p.logo IS NULL, NULL, p.logo_label) AS "logo/@label", p.logo_href AS "logo/@href", CONCAT('\n', TO_BASE64(p.logo), '\n') AS "logo",
  p.footer AS "footer", p.contact AS "contact", p.operator_name AS "operator", p.operator_address AS "operator-address",
  p.publication_director AS "publication-director", p.host AS "host"
FROM portal p WHERE p.id = :portal;

-- portal_file_pages: its pages
-- in: portal
-- makes: page
SELECT t.slug AS "@slug", t.title AS "@title", t.body AS ".|raw" FROM portal_page t WHERE t.portal_id = :portal ORDER BY t.position LIMIT 200;

-- portal_file_links: its links
-- in: portal
-- makes: link
SELECT l.href AS "@href", l.label AS "." FROM portal_link l WHERE l.portal_id = :portal ORDER BY l.position LIMIT 200;

-- portal_file_sites: the sites that may frame it
-- in: portal
-- makes: site
SELECT s.origin AS "." FROM portal_site s WHERE s.portal_id = :portal ORDER BY s.origin LIMIT 200;

-- portal_file_highlighted: the aids that it shows first
-- in: portal
-- makes: highlighted
SELECT x.slug AS "." FROM portal_aid a JOIN aid x ON x.id = a.aid_id WHERE a.portal_id = :portal AND a.is_shown
ORDER BY a.position LIMIT 200;

-- portal_file_excluded: those that it never shows
-- in: portal
-- makes: excluded
SELECT x.slug AS "." FROM portal_aid a JOIN aid x ON x.id = a.aid_id WHERE a.portal_id = :portal AND NOT a.is_shown
ORDER BY x.slug LIMIT 200;

-- portal_file_filters: its filters
-- in: portal
-- makes: filter
SELECT f.filter AS "@name", f.label AS "." FROM portal_filter f WHERE f.portal_id = :portal ORDER BY f.position LIMIT 200;

-- aid_slugs: the aids whose address begins so
-- in: begin
SELECT a.slug FROM aid a WHERE a.slug LIKE CONCAT(:begin, '%') ORDER BY a.slug LIMIT 3;

-- portal_facts: what the administrator is shown of one
-- in: portal
SELECT p.theme, p.query, p.stats_public, p.stats_word IS NOT NULL AS stats_opened, DATE_FORMAT(p.changed_at, '%Y-%m-%d %H:%i') AS changed,
  (SELECT COUNT(*) FROM portal_aid a WHERE a.portal_id = p.id AND a.is_shown) AS highlighted,
  (SELECT COUNT(*) FROM portal_aid a WHERE a.portal_id = p.id AND NOT a.is_shown) AS excluded,
  (SELECT COUNT(*) FROM portal_page t WHERE t.portal_id = p.id) AS pages,
  (SELECT COUNT(*) FROM portal_link l WHERE l.portal_id = p.id) AS links,
  (SELECT GROUP_CONCAT(s.origin ORDER BY s.origin SEPARATOR ' ') FROM portal_site s WHERE s.portal_id = p.id) AS sites
FROM portal p WHERE p.id = :portal;
