-- Feeds, and what each run of one brought.

-- feed_rows: feeds, or the one of that name
-- may miss: name
SELECT name, address, licence, contact, key_file, token_address, hours, minutes, news, grace, is_private, is_paused,
  COALESCE(whole_on < UTC_DATE() - INTERVAL 6 DAY, TRUE) AS is_old, etag, modified, LOWER(HEX(digest)) AS digest, cursor_at, LOWER(HEX(importer)) AS importer
FROM feed
WHERE name = :name  -- if name
ORDER BY name LIMIT 500;

-- feed_due: feeds whose time has come, those that waited longest first; one that failed is asked again the next hour
SELECT f.name FROM feed f LEFT JOIN import_log l
  ON l.id = (SELECT MAX(m.id) FROM import_log m WHERE m.source = f.name AND m.is_harvest)
WHERE NOT f.is_paused AND (l.id IS NULL
  OR l.ended_at < CURRENT_TIMESTAMP + INTERVAL 30 MINUTE - INTERVAL IF(l.is_taken, f.hours, 1) HOUR)
ORDER BY l.ended_at IS NOT NULL, l.ended_at, f.name LIMIT 500;

-- feed_put: a feed, new or with other settings; what another address said does not hold
-- in: name, address, licence, contact, key_file, token_address, hours, minutes, news, grace, is_private, is_paused
INSERT INTO feed (name, address, licence, contact, key_file, token_address, hours, minutes, news, grace, is_private, is_paused)
VALUES (:name, :address, :licence, :contact, :key_file, :token_address, :hours, :minutes, :news, :grace, :is_private, :is_paused)
ON DUPLICATE KEY UPDATE etag = IF(address = VALUES(address), etag, NULL), modified = IF(address = VALUES(address), modified, NULL),
  digest = IF(address = VALUES(address), digest, NULL), cursor_at = IF(address = VALUES(address), cursor_at, NULL),
  address = VALUES(address), licence = VALUES(licence), contact = VALUES(contact), key_file = VALUES(key_file),
  token_address = VALUES(token_address), hours = VALUES(hours), minutes = VALUES(minutes), news = VALUES(news), grace = VALUES(grace),
  is_private = VALUES(is_private), is_paused = VALUES(is_paused);

-- feed_pause: a feed rests, or goes on
-- in: name, is_paused
UPDATE feed SET is_paused = :is_paused WHERE name = :name;

-- feed_remove: a feed is asked no more; its aids stay
-- in: name
DELETE FROM feed WHERE name = :name;

-- feed_aids: how many aids of a feed readers see
-- in: name
SELECT COUNT(*) AS n FROM aid WHERE source = :name AND status = :AID_STATUS_PUBLISHED;

-- feed_pending: aids that a feed has lacked for so many days and that are shown all the same, but those that are kept
-- in: name, today, days
SELECT COUNT(*) AS n FROM aid
WHERE source = :name AND status NOT IN (:AID_STATUS_DELETED, :AID_STATUS_MERGED) AND DATEDIFF(:today, gone_on) >= :days
  AND NOT EXISTS (SELECT 1 FROM aid_override o WHERE o.aid_id = aid.id AND o.field = 'status' AND o.fed = JSON_QUOTE(:AID_STATUS_DELETED));

-- feed_taken: how a feed was when something was taken of it, and by what
-- in: name, etag, modified, digest, cursor, importer, whole
UPDATE feed SET whole_on = IF(:whole, UTC_DATE(), whole_on), etag = :etag, modified = :modified, digest = UNHEX(:digest), cursor_at = :cursor, importer = UNHEX(:importer)
WHERE name = :name;

-- feed_walked: a feed was read whole, and nothing had changed
-- in: name
UPDATE feed SET whole_on = UTC_DATE() WHERE name = :name;

-- import_log_begin: a run begins; this stays of one that is killed
-- in: source, why
INSERT INTO import_log (source, is_taken, added, changed, same, refused, is_harvest, why)
VALUES (:source, FALSE, 0, 0, 0, 0, TRUE, :why);

-- import_log_add: an import of aids has ended; of a run that had begun it is the row
-- in: id, source, taken, added, changed, same, refused, is_harvest, version, ms, faults, absent, withdrawn, why, outcome
REPLACE INTO import_log (id, source, is_taken, added, changed, same, refused, is_harvest, version, ms, faults, absent, withdrawn, why, outcome)
VALUES (:id, :source, :taken, :added, :changed, :same, :refused, :is_harvest, :version, :ms, :faults, :absent, :withdrawn, :why, :outcome);

-- import_faults_add: what it did not understand
-- in: id, list
INSERT INTO import_fault (import_id, n, record, source_id, field, reason, value)
SELECT :id, t.n, t.record, t.source_id, LEFT(t.field, 64), LEFT(t.reason, 255), LEFT(t.value, 255)
FROM JSON_TABLE(:list, '$[*]' COLUMNS (n FOR ORDINALITY, record INT UNSIGNED PATH '$.record',
  source_id VARCHAR(64) CHARACTER SET ascii PATH '$.id', field TEXT PATH '$.field',
  reason TEXT PATH '$.reason', value TEXT PATH '$.value')) t;

-- import_log_forget: what is over a year old
DELETE FROM import_log WHERE ended_at < CURRENT_TIMESTAMP - INTERVAL 400 DAY LIMIT 1000;

-- harvest_runs: the last imports, of one source or all
-- may miss: name
SELECT id, DATE_FORMAT(ended_at, '%Y-%m-%d %H:%i') AS ended_at, source, is_taken, added, changed, same, refused, faults, absent, withdrawn, ms, why, outcome
FROM import_log
WHERE source = CONVERT(:name USING ascii)  -- if name
ORDER BY id DESC LIMIT 30;

-- harvest_run_known: the run of that number
-- in: id
SELECT id FROM import_log WHERE id = :id;

-- harvest_changes: the aids that a run added, changed or withdrew
-- in: id
SELECT r.number, r.status, r.slug, r.aid_id FROM import_log l JOIN aid_revision r ON r.version = l.version
WHERE l.id = :id AND l.version > 0 ORDER BY r.aid_id LIMIT 100000;

-- harvest_faults: what a run did not understand
-- in: id
SELECT record, source_id, field, reason, value FROM import_fault WHERE import_id = :id ORDER BY n LIMIT 1000;

-- harvest_statistics: what the server knows of tables that many rows came to
ANALYZE TABLE aid, aid_index, aid_rendered, aid_export, aid_body, aid_text, aid_passage, posting, aid_backer, aid_program,
  aid_audience, aid_category;

-- aid_found: an aid, by its id or its slug
-- in: id, slug
SELECT a.id, a.source, a.source_id, a.slug, a.name, a.status, CAST(a.gone_on AS CHAR) AS gone_on, a.merged_into, a.generic_id,
  CAST(a.changed_at AS CHAR) AS changed_at
FROM aid a WHERE a.id = :id OR a.slug = CONVERT(:slug USING ascii) LIMIT 2;

-- aid_overrides: what is said here of an aid
-- in: id
SELECT field, value, fed, differs, CAST(made_at AS CHAR) AS made_at FROM aid_override WHERE aid_id = :id ORDER BY field LIMIT 200;

-- source_overrides: what is said here of the aids of a feed
-- in: source
SELECT a.source_id, o.aid_id, o.field, o.value, o.fed FROM aid_override o JOIN aid a ON a.id = o.aid_id
WHERE a.source = :source ORDER BY o.aid_id, o.field LIMIT 100000;

-- override_put: what is said here from now on
-- in: id, field, value, now
INSERT INTO aid_override (aid_id, field, value, made_at) VALUES (:id, :field, :value, :now)
ON DUPLICATE KEY UPDATE value = :value, differs = FALSE, made_at = :now;

-- override_fed: what the feed says of it
-- in: id, field, value, differs
UPDATE aid_override SET fed = :value, differs = differs OR :differs WHERE aid_id = :id AND field = :field;

-- override_keep: somebody has looked, and it stays
-- in: id, field
UPDATE aid_override SET differs = FALSE WHERE aid_id = :id AND field = :field;

-- override_drop: the feed says it again
-- in: id, field
DELETE FROM aid_override WHERE aid_id = :id AND field = :field;

-- aid_merge: an aid is the same as another
-- in: id, into
UPDATE aid SET merged_into = :into WHERE id = :id;

-- reviews: what somebody is to look at: new aids to be reviewed, then what a feed says otherwise
SELECT a.id, a.slug, a.name, a.source, NULL AS field, NULL AS value, NULL AS fed FROM aid a WHERE a.status = :AID_STATUS_REVIEWABLE
UNION ALL SELECT a.id, a.slug, a.name, a.source, o.field, o.value, o.fed FROM aid_override o JOIN aid a ON a.id = o.aid_id WHERE o.differs
ORDER BY field IS NOT NULL, id LIMIT 1000;

-- duplicate_rows: what is compared of the aids that readers see, a piece at a time
-- in: after
SELECT a.id, a.slug, a.name, a.source, COALESCE(NULLIF(a.origin_url, ''), a.application_url) AS address, a.perimeter_id, i.scale,
  a.generic_id, t.sketch, (SELECT MIN(b.backer_id) FROM aid_backer b WHERE b.aid_id = a.id AND b.role = :ROLE_FINANCER AND b.position = 0) AS backer
FROM aid a JOIN aid_index i ON i.aid_id = a.id LEFT JOIN aid_trait t ON t.aid_id = a.id
WHERE a.id > :after AND i.published AND COALESCE(a.closes_on >= UTC_DATE(), TRUE)
ORDER BY a.id LIMIT 2000;

-- pair_verdicts: pairs that somebody has judged
SELECT first_id, second_id FROM aid_pair ORDER BY first_id, second_id LIMIT 100000;

-- pair_judge: what somebody says of a pair
-- in: id, into, verdict, now
REPLACE INTO aid_pair (first_id, second_id, verdict, made_at) VALUES (LEAST(:id, :into), GREATEST(:id, :into), :verdict, :now);

-- pair_version: an aid is the local version of another
-- in: id, into
UPDATE aid l JOIN aid g ON g.id = :into SET l.generic_id = g.id, g.is_generic = TRUE WHERE l.id = :id;

-- pair_aids: the aids of a pair that was judged, to be rendered again
-- in: id, after
SELECT DISTINCT a.id FROM aid_pair p JOIN aid a ON a.id IN (p.first_id, p.second_id)
WHERE (p.first_id = :id OR p.second_id = :id) AND a.id > :after ORDER BY a.id LIMIT 100;

-- shape_rows: own shapes of feeds
SELECT shape, field, path, becomes FROM feed_shape_row ORDER BY position LIMIT 10000;

-- shape_rows_drop: all of them, before they are written again
DELETE FROM feed_shape_row;

-- shape_row_put: one of them
-- in: position, shape, field, path, becomes
INSERT INTO feed_shape_row (position, shape, field, path, becomes) VALUES (:position, :shape, :field, :path, :becomes);

-- feed_word_rows: words of one feed or all, those alone that nobody has said anything of or all
-- may miss: source, open
SELECT w.id, w.source, w.field, w.word, w.means, w.resembles, w.times, w.example, CAST(w.told_on AS CHAR) AS told_on FROM feed_word w
WHERE w.times >= 0
  AND w.source = CONVERT(:source USING ascii)  -- if source
  AND w.means IS NULL AND :open AND NOT EXISTS (SELECT 1 FROM feed_word e WHERE e.field = w.field AND e.folded = w.folded AND e.source = '' AND e.means IS NOT NULL)  -- if open
ORDER BY w.source, w.field, w.times DESC, w.id LIMIT 100000;

-- feed_word_by_id: a word of a feed
-- in: id
SELECT source, field, word FROM feed_word WHERE id = :id;

-- feed_word_put: what somebody says that a word of a feed, or of every feed, means
-- in: source, field, word, folded, means
INSERT INTO feed_word (source, field, word, folded, means) VALUES (:source, :field, :word, :folded, :means)
ON DUPLICATE KEY UPDATE means = VALUES(means);

-- feed_word_aids: aids of the feeds that bear the word are read again, though nothing changed
-- in: source, field, folded
UPDATE feed_word w JOIN aid a ON a.source = w.source SET a.importer = UNHEX('0000000000000000')
WHERE w.field = CONVERT(:field USING ascii) AND w.folded = CONVERT(:folded USING ascii)
  AND (w.source = CONVERT(:source USING ascii) OR :source = '') AND a.status NOT IN (:AID_STATUS_DELETED, :AID_STATUS_MERGED);

-- feed_word_feeds: the same of these feeds, which are then read whole
-- in: source, field, folded
UPDATE feed_word w JOIN feed f ON f.name = w.source SET f.importer = NULL
WHERE w.field = CONVERT(:field USING ascii) AND w.folded = CONVERT(:folded USING ascii)
  AND (w.source = CONVERT(:source USING ascii) OR :source = '');

-- backer_named: whether there is a backer of that name, by its slug
-- in: slug
SELECT name FROM backer WHERE slug = CONVERT(:slug USING ascii) LIMIT 1;

-- program_named: the same of programmes
-- in: slug
SELECT name FROM program WHERE slug = CONVERT(:slug USING ascii) LIMIT 1;

-- The report as pages: no address of a token, no file of a key, and of addresses no question.

-- report_sources: where aids come from, feeds or files, with the last import of each
-- makes: source in sources
SELECT s.name AS "@name", SUBSTRING_INDEX(f.address, '?', 1) AS "address", f.contact AS "contact", f.licence AS "licence", f.hours AS "@hours",
  f.news AS "@news", f.grace AS "@grace", IF(f.is_paused, '', NULL) AS "@paused",
  (SELECT COUNT(*) FROM aid a WHERE a.source = s.name AND a.status = :AID_STATUS_PUBLISHED) AS "@aids",
  l.id AS "run/@id", DATE_FORMAT(l.ended_at, '%Y-%m-%dT%H:%i:%s') AS "run/@ended", IF(l.is_taken, NULL, '') AS "run/@failed",
  l.added AS "run/@added", l.changed AS "run/@changed", l.same AS "run/@same", l.refused AS "run/@refused", l.faults AS "run/@faults",
  l.absent AS "run/@absent", l.withdrawn AS "run/@withdrawn", l.ms AS "run/@ms", l.why AS "run"
FROM (SELECT name FROM feed UNION SELECT source FROM import_log) s LEFT JOIN feed f ON f.name = s.name
LEFT JOIN import_log l ON l.id = (SELECT MAX(m.id) FROM import_log m WHERE m.source = s.name)
ORDER BY s.name LIMIT 500;

-- report_runs: the last imports of a source
-- in: name
-- makes: run in runs
SELECT id AS "@id", DATE_FORMAT(ended_at, '%Y-%m-%dT%H:%i:%s') AS "@ended", IF(is_taken, NULL, '') AS "@failed", added AS "@added",
  changed AS "@changed", same AS "@same", refused AS "@refused", faults AS "@faults", absent AS "@absent", withdrawn AS "@withdrawn",
  ms AS "@ms", why AS "."
FROM import_log WHERE source = CONVERT(:name USING ascii) ORDER BY id DESC LIMIT 30;

-- report_changes: what became of aids by an import; the first of many
-- in: id
-- makes: aid in changes
SELECT v.aid_id AS "@id", a.source_id AS "@source-id", IF(v.status = :AID_JSON_WITHDRAWN, 'withdrawn', IF(v.number = 1, 'added', 'changed')) AS "@now",
  IF(a.status = :AID_STATUS_PUBLISHED, a.slug, NULL) AS "@slug", a.name AS "."
FROM import_log l JOIN aid_revision v ON v.version = l.version JOIN aid a ON a.id = v.aid_id
WHERE l.id = :id AND l.version > 0 ORDER BY 3, v.aid_id LIMIT 2000;

-- report_faults: what an import did not understand, with what it resembles, or refused whole (of no field)
-- in: id
-- makes: fault in faults
SELECT i.record AS "@record", i.source_id AS "@source-id", NULLIF(i.field, '') AS "@field", NULLIF(w.resembles, '') AS "@near",
  i.reason AS "reason", NULLIF(i.value, '') AS "value"
FROM import_fault i JOIN import_log l ON l.id = i.import_id
LEFT JOIN feed_word w ON w.source = l.source AND w.field = CONVERT(i.field USING ascii) AND w.word = i.value
WHERE i.import_id = :id ORDER BY i.n LIMIT 1000;

-- report_reviews: what somebody is to look at: new aids to be reviewed, then what a feed says otherwise
-- makes: review in reviews
SELECT a.id AS "@id", a.source AS "@source", NULL AS "@field", a.name AS "name", NULL AS "value", NULL AS "fed"
FROM aid a WHERE a.status = :AID_STATUS_REVIEWABLE
UNION ALL SELECT a.id, a.source, o.field, a.name, o.value, o.fed FROM aid_override o JOIN aid a ON a.id = o.aid_id WHERE o.differs
ORDER BY 3 IS NOT NULL, 1 LIMIT 1000;
