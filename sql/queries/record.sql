-- What one aid of a feed says: what is looked up for it, and the rows that describe it.

-- perimeter_by_name: perimeters of that very name, of one scale or any
-- in: folded; may miss: scale
SELECT DISTINCT p.id
FROM perimeter_name n JOIN perimeter p ON p.id = n.perimeter_id
WHERE n.folded = :folded AND n.kind IN (:NAME_OWN, :NAME_ALIAS)
  AND p.scale = :scale  -- if scale
ORDER BY p.is_obsolete, p.id
LIMIT 3;

-- perimeter_of_scale: the perimeter of one scale that bears a code, a region's with or without its R
-- in: code, scale
SELECT id FROM perimeter
WHERE scale = :scale AND code IN (CONVERT(:code USING ascii), CONCAT('R', CONVERT(:code USING ascii))) AND NOT is_obsolete
LIMIT 2;

-- aid_audiences_clear: before they are said again
-- in: ids
DELETE FROM aid_audience WHERE aid_id IN (:ids);

-- aid_audiences_add: whom some aids are for
LOAD DATA LOCAL INFILE 'rows' IGNORE INTO TABLE aid_audience CHARACTER SET ascii (aid_id, audience_id);

-- aid_types_clear: before they are said again
-- in: ids
DELETE FROM aid_has_type WHERE aid_id IN (:ids);

-- aid_types_add: what some aids are
LOAD DATA LOCAL INFILE 'rows' IGNORE INTO TABLE aid_has_type CHARACTER SET ascii (aid_id, type_id);

-- aid_steps_clear: before they are said again
-- in: ids
DELETE FROM aid_step WHERE aid_id IN (:ids);

-- aid_steps_add: when some aids serve
LOAD DATA LOCAL INFILE 'rows' IGNORE INTO TABLE aid_step CHARACTER SET ascii (aid_id, step_id);

-- aid_destinations_clear: before they are said again
-- in: ids
DELETE FROM aid_destination WHERE aid_id IN (:ids);

-- aid_destinations_add: what some aids pay
LOAD DATA LOCAL INFILE 'rows' IGNORE INTO TABLE aid_destination CHARACTER SET ascii (aid_id, destination_id);

-- aid_categories_clear: before they are said again
-- in: ids
DELETE FROM aid_category WHERE aid_id IN (:ids);

-- aid_categories_add: what some aids are about
LOAD DATA LOCAL INFILE 'rows' IGNORE INTO TABLE aid_category CHARACTER SET ascii (aid_id, category_id);

-- aid_financers_clear: before they are said again
-- in: ids
DELETE FROM aid_backer WHERE aid_id IN (:ids) AND role = :ROLE_FINANCER;

-- aid_instructors_clear: before they are said again
-- in: ids
DELETE FROM aid_backer WHERE aid_id IN (:ids) AND role = :ROLE_INSTRUCTOR;

-- aid_backers_add: who gives or examines
LOAD DATA LOCAL INFILE 'rows' IGNORE INTO TABLE aid_backer CHARACTER SET ascii (aid_id, backer_id, role, position);

-- backer_add: a backer by its name, new or known by its slug, in whatever case and accents; its id is the last one made
-- in: name, slug, source
INSERT INTO backer (id, name, slug, source)
SELECT MIN(b.id), :name, :slug, :source FROM backer b WHERE b.slug = :slug AND b.slug <> ''
ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(backer.id);

-- aid_programs_clear: before they are said again
-- in: ids
DELETE FROM aid_program WHERE aid_id IN (:ids);

-- aid_programs_add: the programmes of some aids
LOAD DATA LOCAL INFILE 'rows' IGNORE INTO TABLE aid_program CHARACTER SET ascii (aid_id, program_id);

-- program_add: a programme by its name, known or new; its id is the last one made
-- in: name, slug
INSERT INTO program (name, slug) VALUES (:name, :slug) ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id);

-- aid_kept: what stays of an aid where its feed says nothing of it, or is not understood
-- in: id
SELECT status, name, name_initial, short_title, description, eligibility, project_examples, contact,
  perimeter_id, perimeter_asked, perimeter_inferred, recurrence_id, european,
  is_call_for_project, is_charged, is_generic,
  CAST(opens_on AS CHAR) AS opens_on, CAST(predeposit_on AS CHAR) AS predeposit_on,
  CAST(closes_on AS CHAR) AS closes_on, closes_asked, CAST(created_at AS CHAR) AS created_at,
  CAST(published_at AS CHAR) AS published_at, CAST(updated_at AS CHAR) AS updated_at,
  rate_min, rate_max, rate_comment, loan_amount, advance_amount, other_comment,
  origin_url, application_url, import_url, import_mention, import_licence
FROM aid WHERE id = :id;

-- near_backers: backers but one
-- in: id
SELECT name FROM backer WHERE id <> :id ORDER BY id LIMIT 100000;

-- near_programs: programmes but one
-- in: id
SELECT name FROM program WHERE id <> :id ORDER BY id LIMIT 100000;

-- feed_words_said: what words of a feed mean, as somebody said of it, then of every feed
-- in: source
SELECT field, folded, means FROM feed_word WHERE source IN (:source, '') AND means IS NOT NULL
ORDER BY field, folded, source DESC LIMIT 100000;

-- feed_words_keep: words that nothing here is called, until somebody says what they are
-- in: source, today, list
INSERT INTO feed_word (source, field, word, folded, resembles, times, example, told_on)
SELECT :source, t.field, t.word, t.folded, LEFT(t.near, 700), t.times, t.id, :today
FROM JSON_TABLE(:list, '$[*]' COLUMNS (field VARCHAR(40) CHARACTER SET ascii PATH '$.field', word VARCHAR(255) PATH '$.word',
  folded VARCHAR(255) CHARACTER SET ascii PATH '$.folded', near TEXT PATH '$.near', times INT UNSIGNED PATH '$.times',
  id VARCHAR(64) CHARACTER SET ascii PATH '$.id')) t
ON DUPLICATE KEY UPDATE word = VALUES(word), resembles = VALUES(resembles), times = GREATEST(feed_word.times, VALUES(times)),
  example = VALUES(example), told_on = VALUES(told_on);
