-- What readers did, from the logs of nginx: guichet count.

-- count_turn: its own row, of no host, is the transaction's until it ends: one at a time
-- adds to the counts, or each would lock rows that another wants
INSERT INTO count_log (host, log, position) VALUES ('', '', 0) ON DUPLICATE KEY UPDATE position = 0;

-- count_positions: how far a log was counted, whatever the name of its host was then: no
-- other log has its first line.  It is the transaction's until it ends
-- in: log
SELECT position FROM count_log WHERE log = :log ORDER BY position DESC LIMIT 1 FOR UPDATE;

-- count_log_move: how far one is counted now
-- in: host, log, position
INSERT INTO count_log (host, log, position) VALUES (:host, :log, :position)
ON DUPLICATE KEY UPDATE position = :position;

-- count_last: when a log was counted the last time, but for those of the sample; NULL: never
SELECT UNIX_TIMESTAMP(MAX(changed_at)) AS last FROM count_log WHERE host <> :COUNT_SAMPLE;

-- count_log_today: one that was counted by a clock that was ahead is not of a day to come
UPDATE count_log SET changed_at = NOW() WHERE changed_at > NOW() + INTERVAL 5 MINUTE LIMIT 100000;

-- count_portals: the portals that lines may name, by slug, and their host names
SELECT id, slug, host FROM portal ORDER BY slug LIMIT 100000;

-- count_audiences: the audiences that they may name
SELECT slug FROM audience ORDER BY id LIMIT 1000;

-- count_known: the ids that they may name, of aids, backers, programmes and territories
SELECT :KIND_AID AS kind, id FROM aid UNION ALL SELECT :KIND_BACKER, id FROM backer
UNION ALL SELECT :KIND_PROGRAM, id FROM program UNION ALL SELECT :KIND_PLACE, id FROM perimeter
ORDER BY kind, id LIMIT 10000000;

-- count_search_add: adds to what was counted of searches; "networks" has the bits of those who did it
-- in: rows
INSERT INTO count_search (portal_id, day, kind, department, searches, nothing, networks)
SELECT r.portal_id, r.day, r.kind, r.department, r.searches, r.nothing, r.networks
FROM JSON_TABLE(:rows, '$[*]' COLUMNS (portal_id INT UNSIGNED PATH '$[0]', day DATE PATH '$[1]',
  kind VARCHAR(64) CHARACTER SET ascii PATH '$[2]', department VARCHAR(3) CHARACTER SET ascii PATH '$[3]',
  searches INT UNSIGNED PATH '$[4]', nothing INT UNSIGNED PATH '$[5]',
  networks BIGINT UNSIGNED PATH '$[6]')) r
ON DUPLICATE KEY UPDATE searches = count_search.searches + r.searches, nothing = count_search.nothing + r.nothing, networks = count_search.networks | r.networks;

-- count_word_add: of words
-- in: rows
INSERT INTO count_word (portal_id, month, word, searches, nothing, networks)
SELECT r.portal_id, r.month, r.word, r.searches, r.nothing, r.networks
FROM JSON_TABLE(:rows, '$[*]' COLUMNS (portal_id INT UNSIGNED PATH '$[0]', month DATE PATH '$[1]',
  word VARCHAR(100) PATH '$[2]', searches INT UNSIGNED PATH '$[3]', nothing INT UNSIGNED PATH '$[4]',
  networks BIGINT UNSIGNED PATH '$[5]')) r
ON DUPLICATE KEY UPDATE searches = count_word.searches + r.searches, nothing = count_word.nothing + r.nothing, networks = count_word.networks | r.networks;

-- count_place_add: of territories
-- in: rows
INSERT INTO count_place (portal_id, month, perimeter_id, searches, nothing, networks)
SELECT r.portal_id, r.month, r.perimeter_id, r.searches, r.nothing, r.networks
FROM JSON_TABLE(:rows, '$[*]' COLUMNS (portal_id INT UNSIGNED PATH '$[0]', month DATE PATH '$[1]',
  perimeter_id INT UNSIGNED PATH '$[2]', searches INT UNSIGNED PATH '$[3]', nothing INT UNSIGNED PATH '$[4]',
  networks BIGINT UNSIGNED PATH '$[5]')) r
ON DUPLICATE KEY UPDATE searches = count_place.searches + r.searches, nothing = count_place.nothing + r.nothing, networks = count_place.networks | r.networks;

-- count_aid_add: of aids
-- in: rows
INSERT INTO count_aid (portal_id, day, aid_id, views, more, apply, drafts, networks)
SELECT r.portal_id, r.day, r.aid_id, r.views, r.more, r.apply, r.drafts, r.networks
FROM JSON_TABLE(:rows, '$[*]' COLUMNS (portal_id INT UNSIGNED PATH '$[0]', day DATE PATH '$[1]',
  aid_id INT UNSIGNED PATH '$[2]', views INT UNSIGNED PATH '$[3]', more INT UNSIGNED PATH '$[4]',
  apply INT UNSIGNED PATH '$[5]', drafts INT UNSIGNED PATH '$[6]',
  networks BIGINT UNSIGNED PATH '$[7]')) r
ON DUPLICATE KEY UPDATE views = count_aid.views + r.views, more = count_aid.more + r.more,
  apply = count_aid.apply + r.apply, drafts = count_aid.drafts + r.drafts, networks = count_aid.networks | r.networks;

-- count_page_add: of the pages of backers and programmes
-- in: rows
INSERT INTO count_page (portal_id, day, kind, id, views, networks)
SELECT r.portal_id, r.day, r.kind, r.id, r.views, r.networks
FROM JSON_TABLE(:rows, '$[*]' COLUMNS (portal_id INT UNSIGNED PATH '$[0]', day DATE PATH '$[1]',
  kind VARCHAR(10) PATH '$[2]', id INT UNSIGNED PATH '$[3]', views INT UNSIGNED PATH '$[4]',
  networks BIGINT UNSIGNED PATH '$[5]')) r
ON DUPLICATE KEY UPDATE views = count_page.views + r.views, networks = count_page.networks | r.networks;

-- count_seen_read: how much each did on a day
-- in: host, day
SELECT seen FROM count_seen WHERE host = :host AND day = :day LIMIT 1;

-- count_seen_write: the same, with what they did since
-- in: host, day, seen
INSERT INTO count_seen (host, day, seen) VALUES (:host, :day, :seen) ON DUPLICATE KEY UPDATE seen = :seen;

-- count_seen_forget: the days of which no line can come any more
-- in: host, day
DELETE FROM count_seen WHERE host = :host AND day < :day LIMIT 1000;

-- ---- months that are over ----

-- count_month_begin: a secret for a month that has none
-- in: month, secret
INSERT IGNORE INTO count_month (month, secret) VALUES (:month, :secret);

-- count_month_read: its secret
-- in: month
SELECT secret FROM count_month WHERE month = :month LIMIT 1;

-- count_months_over: those that are over, and were not ended
-- in: month
SELECT month FROM count_month WHERE month < :month ORDER BY month LIMIT 1000;

-- count_word_untold: words that too few networks asked in a month to be ever told
-- in: month
DELETE FROM count_word WHERE month = :month AND BIT_COUNT(networks) < :COUNT_LEAST LIMIT 10000;

-- count_place_untold: territories likewise
-- in: month
DELETE FROM count_place WHERE month = :month AND BIT_COUNT(networks) < :COUNT_LEAST LIMIT 10000;

-- count_word_forget: what is older than pages can show
-- in: kept
DELETE FROM count_word WHERE month < :kept LIMIT 10000;

-- count_place_forget: the same
-- in: kept
DELETE FROM count_place WHERE month < :kept LIMIT 10000;

-- count_search_forget: the same
-- in: kept
DELETE FROM count_search WHERE day < :kept LIMIT 10000;

-- count_aid_forget: the same
-- in: kept
DELETE FROM count_aid WHERE day < :kept LIMIT 10000;

-- count_page_forget: the same
-- in: kept
DELETE FROM count_page WHERE day < :kept LIMIT 10000;

-- count_month_end: its secret goes, when all that is done
-- in: month
DELETE FROM count_month WHERE month = :month LIMIT 1;
