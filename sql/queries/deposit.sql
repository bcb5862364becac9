-- What backers deposit behind a secret link: the program adds a file and an answer, the
-- job does the rest.

-- deposit_link: the link of a word
-- in: word
-- makes: link
SELECT id AS "@id", source AS "@source", contact AS "@contact", news AS "@news", CAST(ends_on AS CHAR) AS "@ends",
  version > 0 AS "@ready",
  (SELECT MAX(1) FROM deposit_table t WHERE t.link_id = deposit_link.id AND t.name = 'aides.csv') AS "@aids"
FROM deposit_link WHERE word = CONVERT(:word USING ascii) LIMIT 1;

-- deposit_last: the last file of a link, how it stands, and what was answered
-- in: link
-- makes: deposit
SELECT d.id AS "@id", d.name AS "@name", d.size AS "@size", d.is_whole AS "@whole", d.state AS "@state", d.round AS "@round",
  d.added AS "@added", d.changed AS "@changed", d.same AS "@same", d.refused AS "@refused", d.faults AS "@faults",
  d.absent AS "@absent", d.withdrawn AS "@withdrawn", a.is_yes AS "@answer",
  (SELECT COUNT(*) FROM deposit_remark r WHERE r.deposit_id = d.id AND r.n = 0) AS "@remarks", d.fault AS "@fault", d.why
FROM deposit d LEFT JOIN deposit_answer a ON a.deposit_id = d.id AND a.round = d.round
WHERE d.link_id = :link ORDER BY d.id DESC LIMIT 1;

-- deposit_aids: what taking it does, a hundred of each kind
-- in: deposit
-- makes: aid
SELECT n AS "@id", what AS "@what", slug AS "@slug", name FROM (
  SELECT n, what, slug, name, ROW_NUMBER() OVER (PARTITION BY what ORDER BY n) AS place FROM deposit_aid WHERE deposit_id = :deposit) t
WHERE t.place <= 100 ORDER BY n LIMIT 300;

-- deposit_changes: what changes of each aid that is shown
-- in: deposit
-- makes: change under aid
SELECT c.n AS "^", c.field AS "@field", c.was, c.becomes
FROM (SELECT n FROM deposit_aid WHERE deposit_id = :deposit AND what = 'changed' ORDER BY n LIMIT 100) t
JOIN deposit_change c ON c.deposit_id = :deposit AND c.n = t.n
ORDER BY c.n, c.field LIMIT 3000;

-- deposit_faults: what was not understood of it
-- in: deposit
-- makes: fault
SELECT cell AS "@cell", NULLIF(field, '') AS "@field", reason, value FROM deposit_fault WHERE deposit_id = :deposit ORDER BY n LIMIT 100;

-- deposit_table_pieces: a table that a link gives
-- in: link, name
SELECT bytes FROM deposit_table WHERE link_id = :link AND name = CONVERT(:name USING ascii) ORDER BY n LIMIT 100;

-- deposit_remark_pieces: a file with remarks
-- in: deposit
SELECT bytes FROM deposit_remark WHERE deposit_id = :deposit ORDER BY n LIMIT 100;

-- deposit_add: a file has come
-- in: link, name, size, digest, is_whole
INSERT INTO deposit (link_id, name, size, digest, is_whole, sent_at)
VALUES (:link, :name, :size, :digest, :is_whole, UTC_TIMESTAMP());

-- deposit_piece_add: a piece of it
-- in: deposit, n, bytes
INSERT INTO deposit_piece (deposit_id, n, bytes) VALUES (:deposit, :n, :bytes);

-- deposit_answer_add: whoever has the link says yes or no to a check; the first answer holds
-- in: deposit, round, is_yes
INSERT IGNORE INTO deposit_answer (deposit_id, round, is_yes) VALUES (:deposit, :round, :is_yes);

-- ---- the administrator ----

-- deposit_link_add: a link, whose tables the job makes
-- in: word, source, contact, news, licence, today, ends_on
INSERT INTO deposit_link (word, source, contact, news, licence, made_on, ends_on)
VALUES (:word, :source, :contact, :news, :licence, :today, :ends_on);

-- deposit_links: the links, and the last file of each
SELECT l.id, l.source, l.contact, l.news, CAST(l.ends_on AS CHAR) AS ends_on, d.id AS deposit, d.name, d.state,
  CAST(d.sent_at AS CHAR) AS sent_at, d.added, d.changed, d.withdrawn, d.absent, d.faults
FROM deposit_link l LEFT JOIN deposit d ON d.id = (SELECT MAX(x.id) FROM deposit x WHERE x.link_id = l.id)
ORDER BY l.id LIMIT 1000;

-- deposit_link_remove: a link opens nothing any more; its files go with it, what they brought stays
-- in: id
DELETE FROM deposit_link WHERE id = :id;

-- ---- the job ----

-- deposit_due: files to be checked, and those whose check was answered; a link's last file takes the place of the others
SELECT d.id, d.name, d.is_whole, d.state, d.tries, d.round, d.outcome, a.is_yes, l.source, l.news, l.licence,
  EXISTS (SELECT 1 FROM deposit x WHERE x.link_id = d.link_id AND x.id > d.id) AS is_old
FROM deposit d JOIN deposit_link l ON l.id = d.link_id
LEFT JOIN deposit_answer a ON a.deposit_id = d.id AND a.round = d.round
WHERE d.state IN ('sent', 'checked') ORDER BY d.id LIMIT 100;

-- deposit_one: a file that was taken
-- in: deposit
SELECT d.id, d.name, d.is_whole, d.state, l.source, l.news, l.licence
FROM deposit d JOIN deposit_link l ON l.id = d.link_id WHERE d.id = :deposit LIMIT 1;

-- deposit_pieces: the bytes of a file, a few pieces at a time
-- in: deposit, after
SELECT n, bytes FROM deposit_piece WHERE deposit_id = :deposit AND n > :after ORDER BY n LIMIT 4;

-- deposit_begin: its check begins
-- in: deposit
UPDATE deposit SET tries = tries + 1 WHERE id = :deposit;

-- deposit_end: what became of it, unless another run was there before
-- in: deposit, round, state, outcome, fault, why, added, changed, same, refused, faults, absent, withdrawn, is_next, now
UPDATE deposit SET state = :state, outcome = :outcome, fault = :fault, why = :why, added = :added, changed = :changed, same = :same,
  refused = :refused, faults = :faults, absent = :absent, withdrawn = :withdrawn, round = round + :is_next, tries = 0,
  ended_at = :now
WHERE id = :deposit AND round = :round AND state IN ('sent', 'checked');

-- deposit_drop: nobody wants it any more
-- in: deposit, now
UPDATE deposit SET state = 'dropped', ended_at = :now WHERE id = :deposit AND state IN ('sent', 'checked');

-- deposit_forced: an administrator has looked at what it withdraws
-- in: deposit, withdrawn, now
UPDATE deposit SET withdrawn = :withdrawn, ended_at = :now WHERE id = :deposit AND state IN ('taken', 'same');

-- deposit_states: how the aids of a source stand, a piece at a time; of long texts a digest
-- in: source, after
SELECT a.source_id, a.slug, a.name, a.status IN (:AID_STATUS_DELETED, :AID_STATUS_MERGED) AS is_gone, a.status,
  a.name_initial, a.short_title, MD5(a.description) AS description, MD5(a.eligibility) AS eligibility,
  MD5(a.project_examples) AS project_examples, MD5(a.contact) AS contact,
  COALESCE((SELECT p.name FROM perimeter p WHERE p.id = a.perimeter_id), a.perimeter_asked) AS perimeter,
  (SELECT x.name FROM recurrence x WHERE x.id = a.recurrence_id) AS recurrence, a.european AS european_aid,
  IF(a.is_call_for_project, 'oui', 'non') AS is_call_for_project, IF(a.is_charged, 'oui', 'non') AS is_charged,
  CAST(a.opens_on AS CHAR) AS start_date, CAST(a.predeposit_on AS CHAR) AS predeposit_date,
  CAST(a.closes_on AS CHAR) AS submission_deadline, CAST(a.rate_min AS CHAR) AS subvention_rate_lower_bound,
  CAST(a.rate_max AS CHAR) AS subvention_rate_upper_bound, a.rate_comment AS subvention_comment,
  CAST(a.loan_amount AS CHAR) AS loan_amount, CAST(a.advance_amount AS CHAR) AS recoverable_advance_amount,
  a.other_comment AS other_financial_aid_comment, a.origin_url, a.application_url, a.import_url AS import_data_url,
  a.import_mention AS import_data_mention, a.import_licence AS import_share_licence,
  (SELECT GROUP_CONCAT(x.name ORDER BY x.id SEPARATOR ', ') FROM aid_audience y JOIN audience x ON x.id = y.audience_id WHERE y.aid_id = a.id) AS targeted_audiences,
  (SELECT GROUP_CONCAT(x.name ORDER BY x.id SEPARATOR ', ') FROM aid_has_type y JOIN aid_type x ON x.id = y.type_id WHERE y.aid_id = a.id) AS aid_types,
  (SELECT GROUP_CONCAT(x.name ORDER BY x.id SEPARATOR ', ') FROM aid_step y JOIN step x ON x.id = y.step_id WHERE y.aid_id = a.id) AS mobilization_steps,
  (SELECT GROUP_CONCAT(x.name ORDER BY x.id SEPARATOR ', ') FROM aid_destination y JOIN destination x ON x.id = y.destination_id WHERE y.aid_id = a.id) AS destinations,
  (SELECT GROUP_CONCAT(x.name ORDER BY x.id SEPARATOR ', ') FROM aid_category y JOIN category x ON x.id = y.category_id WHERE y.aid_id = a.id) AS categories,
  (SELECT GROUP_CONCAT(x.name ORDER BY y.position SEPARATOR ', ') FROM aid_backer y JOIN backer x ON x.id = y.backer_id WHERE y.aid_id = a.id AND y.role = :ROLE_FINANCER) AS financers,
  (SELECT GROUP_CONCAT(x.name ORDER BY y.position SEPARATOR ', ') FROM aid_backer y JOIN backer x ON x.id = y.backer_id WHERE y.aid_id = a.id AND y.role = :ROLE_INSTRUCTOR) AS instructors,
  (SELECT GROUP_CONCAT(x.name ORDER BY x.id SEPARATOR ', ') FROM aid_program y JOIN program x ON x.id = y.program_id WHERE y.aid_id = a.id) AS programs
FROM aid a WHERE a.source = :source AND a.source_id > CONVERT(:after USING ascii) ORDER BY a.source_id LIMIT 500;

-- deposit_aids_clear: before what it does is said anew
-- in: deposit
DELETE FROM deposit_aid WHERE deposit_id = :deposit;

-- deposit_changes_clear: likewise
-- in: deposit
DELETE FROM deposit_change WHERE deposit_id = :deposit;

-- deposit_faults_clear: likewise
-- in: deposit
DELETE FROM deposit_fault WHERE deposit_id = :deposit;

-- deposit_remarks_clear: likewise
-- in: deposit
DELETE FROM deposit_remark WHERE deposit_id = :deposit;

-- deposit_aids_add: what it does, aid by aid
-- in: deposit, list
INSERT INTO deposit_aid (deposit_id, n, what, slug, name)
SELECT :deposit, t.n, t.what, t.slug, t.name
FROM JSON_TABLE(:list, '$[*]' COLUMNS (n FOR ORDINALITY, what VARCHAR(16) PATH '$.what',
  slug VARCHAR(255) CHARACTER SET ascii PATH '$.slug', name VARCHAR(500) PATH '$.name')) t;

-- deposit_changes_add: what changes of them
-- in: deposit, list
INSERT INTO deposit_change (deposit_id, n, field, was, becomes)
SELECT :deposit, t.n, t.field, LEFT(t.was, 300), LEFT(t.becomes, 300)
FROM JSON_TABLE(:list, '$[*]' COLUMNS (n INT UNSIGNED PATH '$.n', field VARCHAR(40) CHARACTER SET ascii PATH '$.field',
  was TEXT PATH '$.was', becomes TEXT PATH '$.becomes')) t;

-- deposit_faults_add: what was not understood
-- in: deposit, list
INSERT INTO deposit_fault (deposit_id, n, cell, field, reason, value)
SELECT :deposit, t.n, t.cell, LEFT(t.field, 64), LEFT(t.reason, 255), LEFT(t.value, 255)
FROM JSON_TABLE(:list, '$[*]' COLUMNS (n FOR ORDINALITY, cell VARCHAR(16) CHARACTER SET ascii PATH '$.cell', field TEXT PATH '$.field',
  reason TEXT PATH '$.reason', value TEXT PATH '$.value')) t;

-- deposit_remark_add: a piece of the file with remarks
-- in: deposit, n, bytes
INSERT INTO deposit_remark (deposit_id, n, bytes) VALUES (:deposit, :n, :bytes);

-- deposit_tables_due: links whose tables are of another version of the data than the last
-- in: today
SELECT l.id, l.source, v.version FROM deposit_link l JOIN data_version v
WHERE l.version <> v.version AND l.ends_on >= :today ORDER BY l.id LIMIT 100;

-- deposit_tables_clear: before they are made anew
-- in: link
DELETE FROM deposit_table WHERE link_id = :link;

-- deposit_table_add: a piece of one
-- in: link, name, n, bytes
INSERT INTO deposit_table (link_id, name, n, bytes) VALUES (:link, :name, :n, :bytes);

-- deposit_tables_made: of which version of the data they are
-- in: link, version
UPDATE deposit_link SET version = :version WHERE id = :link;

-- deposit_forget: files that are over a month old, and all that was said of them
-- in: days
DELETE FROM deposit WHERE sent_at < UTC_TIMESTAMP() - INTERVAL :days DAY ORDER BY sent_at LIMIT 100;
