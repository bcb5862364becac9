-- What readers did, as pages of statistics tell it: from tables of counts by day.
--
-- How many searches there were, and how many pages of aids were read, is told day by day.
-- All else may be of one person: a word, a territory, a kind of body within a department,
-- what was done with one aid, a link followed, a draft.  It is counted by whole months, told
-- when at least :COUNT_LEAST networks did it ("networks" has a bit for some of them), and
-- each count is rounded down to a multiple of :COUNT_LEAST before they are added: so nobody
-- finds by two periods, nor by what is left of a total, a count that is hidden, and what one
-- reader does over and over is not told.  What is then nothing is no 0, but 'less' than
-- :COUNT_LEAST in each of these months.

-- stats_counted: since when, until when and how long ago it was counted; whether they are examples
-- in: portal
-- makes: counted
SELECT x.since AS "@since", x.until AS "@until", DATE_FORMAT(l.at, '%Y-%m-%dT%H:%i') AS "@at", l.sample AS "@sample"
FROM (SELECT MIN(u.since) AS since, MAX(u.until) AS until FROM (
    SELECT MIN(day) AS since, MAX(day) AS until FROM count_search WHERE portal_id = :portal
    UNION ALL SELECT MIN(day), MAX(day) FROM count_aid WHERE portal_id = :portal) u) x
JOIN (SELECT MAX(changed_at) AS at, NULLIF(MAX(host = :COUNT_SAMPLE), 0) AS sample FROM count_log) l;

-- stats_months: months that can be chosen, the last first
-- in: portal, today
-- makes: month in months
WITH RECURSIVE m AS (
  SELECT CAST(DATE_FORMAT(:today, '%Y-%m-01') AS DATE) AS first, 1 AS n
  UNION ALL SELECT m.first - INTERVAL 1 MONTH, m.n + 1 FROM m
  WHERE m.n < 36 AND m.first > (SELECT LEAST(COALESCE((SELECT MIN(s.day) FROM count_search s WHERE s.portal_id = :portal), :today),
    COALESCE((SELECT MIN(a.day) FROM count_aid a WHERE a.portal_id = :portal), :today))))
SELECT DATE_FORMAT(m.first, '%Y-%m') AS "@value", m.first AS "@from" FROM m ORDER BY m.first DESC LIMIT 36;

-- stats_filter: what the filters name, of what there is
-- in: kind, department
SELECT (SELECT a.name FROM audience a WHERE a.slug = CONVERT(:kind USING ascii)) AS kind,
  (SELECT p.name FROM perimeter p WHERE p.scale = :SCALE_DEPARTMENT AND p.code = CONVERT(:department USING ascii) AND NOT p.is_obsolete) AS department;

-- stats_total: of a period
-- in: portal, from, to
-- makes: total
SELECT :from AS "@from", :to AS "@to", s.searches AS "@searches", s.nothing AS "@nothing", a.views AS "@views"
FROM (SELECT COALESCE(SUM(searches), 0) AS searches, COALESCE(SUM(nothing), 0) AS nothing FROM count_search
  WHERE portal_id = :portal AND day BETWEEN :from AND :to) s
JOIN (SELECT COALESCE(SUM(views), 0) AS views FROM count_aid WHERE portal_id = :portal AND day BETWEEN :from AND :to) a;

-- stats_steps: day by day, or week by week from the Monday before
-- in: portal, first, from, to, days
-- makes: step in steps
WITH RECURSIVE step AS (
  SELECT 0 AS n, CAST(:first AS DATE) AS day
  UNION ALL SELECT n + 1, day + INTERVAL :days DAY FROM step WHERE day + INTERVAL :days DAY <= CAST(:to AS DATE))
SELECT GREATEST(p.day, CAST(:from AS DATE)) AS "@from", LEAST(p.day + INTERVAL :days - 1 DAY, CAST(:to AS DATE)) AS "@to",
  COALESCE(s.searches, 0) AS "@searches", COALESCE(s.nothing, 0) AS "@nothing", COALESCE(a.views, 0) AS "@views"
FROM step p
LEFT JOIN (SELECT DATEDIFF(day, :first) DIV :days AS n, SUM(searches) AS searches, SUM(nothing) AS nothing FROM count_search
  WHERE portal_id = :portal AND day BETWEEN :from AND :to GROUP BY 1) s ON s.n = p.n
LEFT JOIN (SELECT DATEDIFF(day, :first) DIV :days AS n, SUM(views) AS views FROM count_aid
  WHERE portal_id = :portal AND day BETWEEN :from AND :to GROUP BY 1) a ON a.n = p.n
ORDER BY p.n LIMIT 366;

-- ---- by whole months ----

-- stats_done: the links of aids that were followed, and the drafts
-- in: portal, from, to
-- makes: total
SELECT :from AS "@from", :to AS "@to", COALESCE(NULLIF(SUM(m.more), 0), 'less') AS "@more", COALESCE(NULLIF(SUM(m.apply), 0), 'less') AS "@apply", COALESCE(NULLIF(SUM(m.drafts), 0), 'less') AS "@drafts"
FROM (SELECT SUM(more) - MOD(SUM(more), :COUNT_LEAST) AS more, SUM(apply) - MOD(SUM(apply), :COUNT_LEAST) AS apply,
    SUM(drafts) - MOD(SUM(drafts), :COUNT_LEAST) AS drafts
  FROM count_aid WHERE portal_id = :portal AND day BETWEEN :from AND :to
  GROUP BY EXTRACT(YEAR_MONTH FROM day) HAVING BIT_COUNT(BIT_OR(networks)) >= :COUNT_LEAST) m;

-- stats_aids: those that were read the most; without an address when its page is not there
-- in: portal, from, to
-- may miss: within
-- makes: aid in aids
SELECT a.id AS "@id", IF(a.status = :AID_STATUS_PUBLISHED
  AND a.id IN (SELECT w.id FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) w)  -- if within
  , a.slug, NULL) AS "@slug",
  COALESCE(NULLIF(SUM(m.views), 0), 'less') AS "@views", COALESCE(NULLIF(SUM(m.more), 0), 'less') AS "@more", COALESCE(NULLIF(SUM(m.apply), 0), 'less') AS "@apply", COALESCE(NULLIF(SUM(m.drafts), 0), 'less') AS "@drafts", a.name AS "name"
FROM (SELECT c.aid_id, SUM(c.views) - MOD(SUM(c.views), :COUNT_LEAST) AS views, SUM(c.more) - MOD(SUM(c.more), :COUNT_LEAST) AS more,
    SUM(c.apply) - MOD(SUM(c.apply), :COUNT_LEAST) AS apply, SUM(c.drafts) - MOD(SUM(c.drafts), :COUNT_LEAST) AS drafts
  FROM count_aid c
  WHERE c.portal_id = :portal AND c.day BETWEEN :from AND :to
  GROUP BY c.aid_id, EXTRACT(YEAR_MONTH FROM c.day) HAVING GREATEST(SUM(c.views), SUM(c.more), SUM(c.apply), SUM(c.drafts)) >= :COUNT_LEAST
    AND BIT_COUNT(BIT_OR(c.networks)) >= :COUNT_LEAST) m
JOIN aid a ON a.id = m.aid_id
GROUP BY a.id ORDER BY SUM(m.views) DESC, SUM(m.more) + SUM(m.apply) + SUM(m.drafts) DESC, a.id LIMIT 500;

-- stats_part_total: how many searches in these months
-- in: portal, from, to
SELECT COALESCE(SUM(searches), 0) AS searches FROM count_search WHERE portal_id = :portal AND day BETWEEN :from AND :to;

-- stats_kinds: searches by kind of body, all of them; the last is of those that named none
-- in: portal, from, to
-- may miss: department
-- makes: kind in kinds
SELECT NULLIF(k.slug, '') AS "@slug", NULLIF(k.name, '') AS "@name", COALESCE(NULLIF(SUM(m.searches - MOD(m.searches, :COUNT_LEAST)), 0), 'less') AS "@searches"
FROM (SELECT id, slug, name FROM audience UNION ALL SELECT 255, '', '') k
LEFT JOIN (SELECT kind, SUM(searches) AS searches FROM count_search
  WHERE portal_id = :portal AND day BETWEEN :from AND :to
    AND department = CONVERT(:department USING ascii)  -- if department
  GROUP BY kind, EXTRACT(YEAR_MONTH FROM day) HAVING BIT_COUNT(BIT_OR(networks)) >= :COUNT_LEAST) m ON m.kind = k.slug
GROUP BY k.id, k.slug, k.name ORDER BY k.id LIMIT 30;

-- stats_departments: searches by department, those that show; the last is of no department, or of several
-- in: portal, from, to
-- may miss: kind
-- makes: department in departments
SELECT p.code AS "@code", p.name AS "@name", SUM(m.searches - MOD(m.searches, :COUNT_LEAST)) AS "@searches"
FROM (SELECT department, SUM(searches) AS searches FROM count_search
  WHERE portal_id = :portal AND day BETWEEN :from AND :to
    AND kind = CONVERT(:kind USING ascii)  -- if kind
  GROUP BY department, EXTRACT(YEAR_MONTH FROM day) HAVING SUM(searches) >= :COUNT_LEAST AND BIT_COUNT(BIT_OR(networks)) >= :COUNT_LEAST) m
LEFT JOIN perimeter p ON p.scale = :SCALE_DEPARTMENT AND p.code = m.department AND NOT p.is_obsolete
WHERE m.department = '' OR p.id IS NOT NULL
GROUP BY m.department, p.code, p.name ORDER BY m.department = '', SUM(m.searches - MOD(m.searches, :COUNT_LEAST)) DESC, m.department LIMIT 120;

-- stats_words: the words asked the most
-- in: portal, from, to
-- makes: word in words
SELECT word AS "@text", SUM(searches - MOD(searches, :COUNT_LEAST)) AS "@searches" FROM count_word
WHERE portal_id = :portal AND month BETWEEN :from AND :to AND searches >= :COUNT_LEAST AND BIT_COUNT(networks) >= :COUNT_LEAST
GROUP BY word ORDER BY SUM(searches - MOD(searches, :COUNT_LEAST)) DESC, word LIMIT 500;

-- stats_missed: those that found no aid
-- in: portal, from, to
-- makes: word in missed
SELECT word AS "@text", SUM(nothing - MOD(nothing, :COUNT_LEAST)) AS "@searches" FROM count_word
WHERE portal_id = :portal AND month BETWEEN :from AND :to AND nothing >= :COUNT_LEAST AND BIT_COUNT(networks) >= :COUNT_LEAST
GROUP BY word ORDER BY SUM(nothing - MOD(nothing, :COUNT_LEAST)) DESC, word LIMIT 500;

-- stats_places: the territories asked the most
-- in: portal, from, to
-- may miss: department
-- makes: place in places
SELECT p.id AS "@id", p.code AS "@code", s.name AS "@scale-name", p.name AS "@name", SUM(m.searches - MOD(m.searches, :COUNT_LEAST)) AS "@searches"
FROM count_place m JOIN perimeter p ON p.id = m.perimeter_id JOIN scale s ON s.id = p.scale
WHERE m.portal_id = :portal AND m.month BETWEEN :from AND :to AND m.searches >= :COUNT_LEAST AND BIT_COUNT(m.networks) >= :COUNT_LEAST
  AND (EXISTS (SELECT 1 FROM perimeter d WHERE d.id = p.id AND d.scale = :SCALE_DEPARTMENT AND d.code = CONVERT(:department USING ascii)) OR EXISTS (SELECT 1 FROM perimeter_link l JOIN perimeter d ON d.id = l.container_id AND d.scale = :SCALE_DEPARTMENT AND d.code = CONVERT(:department USING ascii) WHERE l.contained_id = p.id AND NOT l.is_part))  -- if department
GROUP BY p.id ORDER BY SUM(m.searches - MOD(m.searches, :COUNT_LEAST)) DESC, p.name, p.id LIMIT 500;

-- ---- of a backer: its page, and its aids, on the site and in portals whose numbers all may read ----

-- stats_backer_total: of a period
-- in: id, from, to
-- makes: total
SELECT :from AS "@from", :to AS "@to", COALESCE(SUM(c.views), 0) AS "@views"
FROM aid_backer ab JOIN count_aid c ON c.aid_id = ab.aid_id AND c.day BETWEEN :from AND :to
WHERE ab.backer_id = :id AND ab.role = :ROLE_FINANCER
  AND (c.portal_id = 0 OR EXISTS (SELECT 1 FROM portal p WHERE p.id = c.portal_id AND p.is_public AND p.stats_public));

-- stats_backer_steps: day by day, or week by week
-- in: id, first, from, to, days
-- makes: step in steps
WITH RECURSIVE step AS (
  SELECT 0 AS n, CAST(:first AS DATE) AS day
  UNION ALL SELECT n + 1, day + INTERVAL :days DAY FROM step WHERE day + INTERVAL :days DAY <= CAST(:to AS DATE))
SELECT GREATEST(p.day, CAST(:from AS DATE)) AS "@from", LEAST(p.day + INTERVAL :days - 1 DAY, CAST(:to AS DATE)) AS "@to",
  COALESCE(a.views, 0) AS "@views"
FROM step p
LEFT JOIN (SELECT DATEDIFF(c.day, :first) DIV :days AS n, SUM(c.views) AS views
  FROM aid_backer ab JOIN count_aid c ON c.aid_id = ab.aid_id AND c.day BETWEEN :from AND :to
  WHERE ab.backer_id = :id AND ab.role = :ROLE_FINANCER
    AND (c.portal_id = 0 OR EXISTS (SELECT 1 FROM portal p WHERE p.id = c.portal_id AND p.is_public AND p.stats_public))
  GROUP BY 1) a ON a.n = p.n
ORDER BY p.n LIMIT 366;

-- stats_backer_done: visits of its page, the links of its aids that were followed, and the drafts, by whole months
-- in: id, from, to
-- makes: total
SELECT :from AS "@from", :to AS "@to", COALESCE(NULLIF(MAX(p.views), 0), 'less') AS "@page", COALESCE(NULLIF(SUM(m.more), 0), 'less') AS "@more",
  COALESCE(NULLIF(SUM(m.apply), 0), 'less') AS "@apply", COALESCE(NULLIF(SUM(m.drafts), 0), 'less') AS "@drafts"
FROM (SELECT COALESCE(SUM(x.views), 0) AS views FROM (SELECT SUM(c.views) - MOD(SUM(c.views), :COUNT_LEAST) AS views
  FROM count_page c WHERE c.kind = 'backer' AND c.id = :id AND c.day BETWEEN :from AND :to
    AND (c.portal_id = 0 OR EXISTS (SELECT 1 FROM portal p WHERE p.id = c.portal_id AND p.is_public AND p.stats_public))
  GROUP BY EXTRACT(YEAR_MONTH FROM c.day) HAVING BIT_COUNT(BIT_OR(c.networks)) >= :COUNT_LEAST) x) p
LEFT JOIN (SELECT SUM(c.more) - MOD(SUM(c.more), :COUNT_LEAST) AS more, SUM(c.apply) - MOD(SUM(c.apply), :COUNT_LEAST) AS apply,
    SUM(c.drafts) - MOD(SUM(c.drafts), :COUNT_LEAST) AS drafts
  FROM aid_backer ab JOIN count_aid c ON c.aid_id = ab.aid_id AND c.day BETWEEN :from AND :to
  WHERE ab.backer_id = :id AND ab.role = :ROLE_FINANCER
    AND (c.portal_id = 0 OR EXISTS (SELECT 1 FROM portal p WHERE p.id = c.portal_id AND p.is_public AND p.stats_public))
  GROUP BY EXTRACT(YEAR_MONTH FROM c.day) HAVING BIT_COUNT(BIT_OR(c.networks)) >= :COUNT_LEAST) m ON TRUE;

-- stats_backer_aids: its aids that were read the most, by whole months
-- in: id, from, to
-- makes: aid in aids
SELECT a.id AS "@id", IF(a.status = :AID_STATUS_PUBLISHED, a.slug, NULL) AS "@slug",
  COALESCE(NULLIF(SUM(m.views), 0), 'less') AS "@views", COALESCE(NULLIF(SUM(m.more), 0), 'less') AS "@more", COALESCE(NULLIF(SUM(m.apply), 0), 'less') AS "@apply", COALESCE(NULLIF(SUM(m.drafts), 0), 'less') AS "@drafts", a.name AS "name"
FROM (SELECT c.aid_id, SUM(c.views) - MOD(SUM(c.views), :COUNT_LEAST) AS views, SUM(c.more) - MOD(SUM(c.more), :COUNT_LEAST) AS more,
    SUM(c.apply) - MOD(SUM(c.apply), :COUNT_LEAST) AS apply, SUM(c.drafts) - MOD(SUM(c.drafts), :COUNT_LEAST) AS drafts
  FROM aid_backer ab JOIN count_aid c ON c.aid_id = ab.aid_id AND c.day BETWEEN :from AND :to
  WHERE ab.backer_id = :id AND ab.role = :ROLE_FINANCER
    AND (c.portal_id = 0 OR EXISTS (SELECT 1 FROM portal p WHERE p.id = c.portal_id AND p.is_public AND p.stats_public))
  GROUP BY c.aid_id, EXTRACT(YEAR_MONTH FROM c.day) HAVING GREATEST(SUM(c.views), SUM(c.more), SUM(c.apply), SUM(c.drafts)) >= :COUNT_LEAST
    AND BIT_COUNT(BIT_OR(c.networks)) >= :COUNT_LEAST) m
JOIN aid a ON a.id = m.aid_id
GROUP BY a.id ORDER BY SUM(m.views) DESC, SUM(m.more) + SUM(m.apply) + SUM(m.drafts) DESC, a.id LIMIT 500;

-- ---- who reads the site's, while they are private ----

-- site_word: the digest of the word that opens them
-- in: page
SELECT digest FROM site_word WHERE page = :page;

-- site_set_word: another
-- in: page, word
INSERT INTO site_word (page, digest) VALUES (:page, :word) ON DUPLICATE KEY UPDATE digest = :word;

-- site_end_word: none any more
-- in: page
DELETE FROM site_word WHERE page = :page;
