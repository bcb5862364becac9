-- Applying: démarches, and the journal of drafts.

-- demarche_list: all démarches, those that can be applied to first; below a portal,
-- those of the aids within it
-- in: today
-- may miss: within
-- makes: demarche in demarches
SELECT d.number AS "@number", d.state AS "@state", CAST(d.closes_on AS CHAR) AS "@closes",
  CASE WHEN d.state IN (:DEMARCHE_STATE_OPEN, :DEMARCHE_STATE_TEST) AND (d.closes_on IS NULL OR d.closes_on >= :today)
    THEN 'true' END AS "@open",
  d.title AS "title",
  (SELECT COUNT(*) FROM aid_demarche l JOIN aid a ON a.id = l.aid_id AND a.status = :AID_STATUS_PUBLISHED
   WHERE l.demarche = d.number
   AND a.id IN (SELECT w.id FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) w)  -- if within
   ) AS "@aids"
FROM demarche d WHERE d.revision_id IS NOT NULL
HAVING `@aids` > 0  -- if within
ORDER BY d.state = :DEMARCHE_STATE_OPEN DESC, d.title, d.number LIMIT 500;

-- aids_of_demarche: the aids that one applies to by a démarche
-- in: demarche
-- may miss: within
-- makes: aid in aids
SELECT a.slug AS "@slug", a.name AS "name"
FROM aid_demarche l JOIN aid a ON a.id = l.aid_id AND a.status = :AID_STATUS_PUBLISHED
WHERE l.demarche = :demarche
  AND a.id IN (SELECT w.id FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) w)  -- if within
ORDER BY a.name, a.id LIMIT 50;

-- demarches_of_aid: the aid of an address, and its démarches
-- in: slug
-- may miss: within
SELECT a.id, a.slug, a.name, l.demarche, d.title, a.application_url
FROM aid a LEFT JOIN aid_demarche l ON l.aid_id = a.id
LEFT JOIN demarche d ON d.number = l.demarche AND d.revision_id IS NOT NULL
WHERE a.slug = :slug AND a.status = :AID_STATUS_PUBLISHED
  AND a.id IN (SELECT w.id FROM JSON_TABLE(:within, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) w)  -- if within
ORDER BY d.state = :DEMARCHE_STATE_OPEN DESC, d.number DESC LIMIT 20;

-- authority_choices: territories that what was typed may mean, those of the aid's territory first, then the likeliest
-- in: ids; may miss: aid
-- makes: choice in choices
SELECT p.id AS "@id", s.name AS "@scale-name", p.name AS "@name", p.population AS "@population",
  p.siren AS "@siren", p.department AS "@department", d.name AS "@department-name", s.slug AS "@scale"
FROM perimeter p JOIN scale s ON s.id = p.scale
LEFT JOIN perimeter d ON d.scale = :SCALE_DEPARTMENT AND d.code = p.department
WHERE p.id IN (:ids) ORDER BY EXISTS (SELECT 1 FROM aid a LEFT JOIN perimeter_link l ON l.contained_id = p.id
    AND l.container_id = a.perimeter_id WHERE a.id = :aid AND (l.contained_id IS NOT NULL OR a.perimeter_id = p.id)) DESC,
  FIELD(p.id, :ids), p.id LIMIT 20;

-- form_secret: the site's secret, for the MACs of forms
SELECT secret FROM form_secret WHERE id = 1;

-- draft_find: the draft of a form and a digest, its age in seconds, and what it is of
-- A draft of an earlier version has the key of the form itself, and its address as it is.
-- in: form, key, digest
SELECT id, state, sealed, url, number, TIMESTAMPDIFF(SECOND, made_at, UTC_TIMESTAMP(3)) AS age, demarche, aid_id FROM draft
WHERE form IN (:form, :key) AND digest = :digest ORDER BY form = :form DESC, id LIMIT 1;

-- draft_gate: turns are taken one after the other, until the transaction ends
UPDATE draft_gate SET turns = turns + 1 WHERE id = 1;

-- draft_waiting_add: one more that waits, or is still there
-- in: form, digest, network, demarche, aid, body
INSERT INTO draft_waiting (form, digest, network, demarche, aid_id, body, seen_at)
VALUES (:form, :digest, :network, :demarche, :aid, :body, UTC_TIMESTAMP(3))
ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id), seen_at = UTC_TIMESTAMP(3);

-- draft_waiting_find: what waits under a form and a digest
-- in: form, digest
SELECT id, demarche, aid_id, body FROM draft_waiting WHERE form = :form AND digest = :digest;

-- draft_waiting_end: it waits no more
-- in: id
DELETE FROM draft_waiting WHERE id = :id;

-- draft_waiting_forget: those whose reader has gone
DELETE FROM draft_waiting WHERE seen_at < UTC_TIMESTAMP(3) - INTERVAL 10 MINUTE LIMIT 1000;

-- draft_turns: networks that had a turn within the hour, how many, in DRAFT_LATELY_S, that hold a slot, and how long ago the last was (ms); then what waits, whose reader asked just now
SELECT 0 AS id, network, COUNT(*) AS hour, COUNT(IF(begun_at > UTC_TIMESTAMP(3) - INTERVAL :DRAFT_LATELY_S SECOND, 1, NULL)) AS lately,
  COUNT(IF(until > UTC_TIMESTAMP(3), 1, NULL)) AS holds,
  TIMESTAMPDIFF(MICROSECOND, MAX(begun_at), UTC_TIMESTAMP(3)) DIV 1000 AS since
FROM draft_begun WHERE begun_at > UTC_TIMESTAMP(3) - INTERVAL :DRAFT_QUOTA_S SECOND GROUP BY network
UNION ALL SELECT id, network, 0, 0, 0, 0 FROM draft_waiting WHERE seen_at > UTC_TIMESTAMP(3) - INTERVAL :DRAFT_SEEN_S SECOND
ORDER BY id LIMIT 4000;

-- draft_begun_add: a turn is begun
-- in: network
INSERT INTO draft_begun (network, begun_at, until)
VALUES (:network, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL :DRAFT_SLOT_S SECOND);

-- draft_begun_end: its slot is another's
-- in: id
UPDATE draft_begun SET until = UTC_TIMESTAMP(3) WHERE id = :id;

-- draft_begun_forget: those that count no more, with the MACs of their networks
DELETE FROM draft_begun WHERE begun_at < UTC_TIMESTAMP(3) - INTERVAL :DRAFT_QUOTA_S SECOND LIMIT 1000;

-- draft_add: a draft that is about to be made; none when another click was first
-- in: form, digest, demarche, aid, portal, siren, authority, champs
INSERT IGNORE INTO draft (form, digest, demarche, aid_id, portal_id, siren, authority, champs, state, made_at, changed_at)
VALUES (:form, :digest, :demarche, NULLIF(:aid, 0), :portal, :siren, :authority, :champs, :DRAFT_STATE_SENDING, UTC_TIMESTAMP(3),
  UTC_TIMESTAMP(3));

-- draft_again: one that does not exist is about to be made; none when another click was first
-- in: id, form
UPDATE draft SET form = :form, state = :DRAFT_STATE_SENDING, number = NULL, sealed = NULL, url = NULL, token = NULL,
  made_at = UTC_TIMESTAMP(3), changed_at = UTC_TIMESTAMP(3)
WHERE id = :id AND (state <> :DRAFT_STATE_SENDING OR made_at < UTC_TIMESTAMP(3) - INTERVAL 1 HOUR);

-- draft_done: how DS answered
-- in: id, state, number, sealed, token
UPDATE draft SET state = :state, number = :number, sealed = :sealed, token = :token, changed_at = UTC_TIMESTAMP(3)
WHERE id = :id;

-- drafts_alive: drafts that may still change, by démarche
SELECT id, demarche, state, number, token, TIMESTAMPDIFF(HOUR, made_at, UTC_TIMESTAMP(3)) AS hours FROM draft
WHERE state IN (:DRAFT_STATE_PREFILLED, :DRAFT_STATE_EDITED, :DRAFT_STATE_SUBMITTED, :DRAFT_STATE_EXAMINED)
  AND number IS NOT NULL
ORDER BY demarche, id LIMIT 100000;

-- draft_state: what became of a draft; its address goes, for it was opened or is no more, and its token once it is of no more use
-- in: id, state
UPDATE draft SET state = :state, changed_at = UTC_TIMESTAMP(3),
  token = CASE WHEN :state IN (:DRAFT_STATE_PREFILLED, :DRAFT_STATE_EDITED, :DRAFT_STATE_SUBMITTED, :DRAFT_STATE_EXAMINED)
    THEN token END,
  url = NULL, sealed = NULL
WHERE id = :id;

-- drafts_died: drafts that nobody opened, and answers that never came, are no more a day after their life
UPDATE draft SET state = :DRAFT_STATE_EXPIRED, token = NULL, url = NULL, sealed = NULL, changed_at = UTC_TIMESTAMP(3)
WHERE state IN (:DRAFT_STATE_UNKNOWN, :DRAFT_STATE_SENDING) AND made_at < UTC_TIMESTAMP(3) - INTERVAL :DRAFT_LIFE_DAYS + 1 DAY;

-- drafts_closed: past its life no draft is there to open, or it is somebody's: the address goes, be it that of an earlier version, which is not sealed
UPDATE draft SET url = NULL, sealed = NULL
WHERE state = :DRAFT_STATE_PREFILLED AND made_at < UTC_TIMESTAMP(3) - INTERVAL :DRAFT_LIFE_DAYS + 1 DAY;

-- aid_fit: whether an aid is open today, and for the authority of a perimeter, 0 being none
-- A place that it holds a part of, or lies in, gets it for that part.  Bodies of
-- a kind of their own have the powers of several: which of them counts is asked.
-- A kind (authority.kind) that readers give themselves goes before the perimeter's.
-- in: aid, perimeter, today; may miss: kind
-- makes: fit
SELECT CASE WHEN p.id IS NULL THEN NULL
    WHEN a.perimeter_id = p.id OR l.is_part = FALSE THEN 'yes'
    WHEN l.is_part OR EXISTS (SELECT 1 FROM perimeter_link i WHERE i.contained_id = a.perimeter_id AND i.container_id = p.id)
      THEN 'part'
    WHEN z.id IS NULL OR a.perimeter_inferred OR z.is_obsolete OR p.is_obsolete THEN 'unknown'
    ELSE 'no' END AS "@place",
  CASE WHEN p.id IS NULL AND v.value IS NULL THEN NULL
    WHEN NOT EXISTS (SELECT 1 FROM aid_audience b WHERE b.aid_id = a.id) THEN 'unknown'
    WHEN EXISTS (SELECT 1 FROM aid_audience b JOIN audience u ON u.id = b.audience_id WHERE b.aid_id = a.id
        AND u.slug = COALESCE(IF(v.value = 'departement', 'department', v.value), s.slug))
      THEN 'yes'
    WHEN (v.value NOT IN ('commune', 'epci', 'departement', 'region') OR p.department LIKE '97%' OR p.department LIKE '98%' OR p.scale IN (:SCALE_DEPARTMENT, :SCALE_REGION) AND EXISTS (
          SELECT 1 FROM perimeter_link o JOIN perimeter w ON w.id = o.container_id AND w.scale = :SCALE_OVERSEAS
          WHERE o.contained_id = p.id)
        OR p.scale NOT IN (:SCALE_COMMUNE, :SCALE_EPCI, :SCALE_DEPARTMENT, :SCALE_REGION) OR p.kind = 'MET69'
        OR p.code IN ('75056', '75', 'R94'))
      AND EXISTS (SELECT 1 FROM aid_audience b JOIN audience u ON u.id = b.audience_id
        WHERE b.aid_id = a.id AND u.is_local_authority)
      THEN 'unknown'
    ELSE 'no' END AS "@body",
  CASE WHEN a.closes_on < :today THEN 'closed' WHEN a.opens_on > :today THEN 'early' ELSE 'open' END AS "@when",
  CAST(a.opens_on AS CHAR) AS "@opens", CAST(a.closes_on AS CHAR) AS "@closes",
  p.name AS "authority/@name", p.id AS "authority/@perimeter",
  COALESCE(v.label, s.name) AS "authority/@scale-name", s.slug AS "authority/@scale",
  z.name AS "perimeter/@name", t.name AS "perimeter/@scale-name"
FROM aid a LEFT JOIN perimeter p ON p.id = :perimeter LEFT JOIN scale s ON s.id = p.scale
LEFT JOIN fact_value v ON v.fact = 'authority.kind' AND v.value = :kind
  AND (s.slug IS NULL OR s.slug <> IF(v.value = 'departement', 'department', v.value))
LEFT JOIN perimeter z ON z.id = a.perimeter_id LEFT JOIN scale t ON t.id = z.scale
LEFT JOIN perimeter_link l ON l.contained_id = p.id AND l.container_id = a.perimeter_id
WHERE a.id = :aid LIMIT 1;

-- aid_fit_audiences: whom an aid is for
-- in: aid
-- makes: audience
SELECT u.name AS "." FROM aid_audience b JOIN audience u ON u.id = b.audience_id WHERE b.aid_id = :aid
ORDER BY u.id LIMIT 20;

-- aid_fit_askers: whom to ask about an aid: who instructs, else who pays
-- in: aid
-- makes: asker
SELECT k.name AS "." FROM aid_backer b JOIN backer k ON k.id = b.backer_id
WHERE b.aid_id = :aid AND (b.role = :ROLE_INSTRUCTOR OR NOT EXISTS (
  SELECT 1 FROM aid_backer i WHERE i.aid_id = b.aid_id AND i.role = :ROLE_INSTRUCTOR))
ORDER BY b.position, k.id LIMIT 5;

-- aid_said: what an aid says to a kind of structure; nothing when a perimeter's authority is one
-- in: aid, structure, perimeter
-- makes: said
SELECT u.slug AS "@structure", u.name AS "@structure-name", p.id AS "@perimeter", p.name AS "@place",
  CASE WHEN NOT EXISTS (SELECT 1 FROM aid_audience b WHERE b.aid_id = :aid) THEN 'unknown'
    WHEN EXISTS (SELECT 1 FROM aid_audience b WHERE b.aid_id = :aid AND b.audience_id = u.id) THEN 'yes'
    ELSE 'no' END AS "@says"
FROM audience u LEFT JOIN perimeter p ON p.id = :perimeter LEFT JOIN scale s ON s.id = p.scale
WHERE u.slug = :structure AND (s.slug IS NULL OR s.slug <> u.slug) LIMIT 1;
