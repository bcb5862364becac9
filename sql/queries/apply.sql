-- Applying: démarches, and the journal of drafts.

-- demarche_list: all démarches, those that can be applied to first
-- in: today
-- makes: demarche in demarches
SELECT d.number AS "@number", d.state AS "@state", CAST(d.closes_on AS CHAR) AS "@closes",
  CASE WHEN d.state IN (:DEMARCHE_STATE_OPEN, :DEMARCHE_STATE_TEST) AND (d.closes_on IS NULL OR d.closes_on >= :today)
    THEN 'true' END AS "@open",
  d.title AS "title",
  (SELECT COUNT(*) FROM aid_demarche l JOIN aid a ON a.id = l.aid_id AND a.status = :AID_STATUS_PUBLISHED
   WHERE l.demarche = d.number) AS "@aids"
FROM demarche d WHERE d.revision_id IS NOT NULL
ORDER BY d.state = :DEMARCHE_STATE_OPEN DESC, d.title, d.number LIMIT 500;

-- aids_of_demarche: the aids that one applies to by a démarche
-- in: demarche
-- makes: aid in aids
SELECT a.slug AS "@slug", a.name AS "name"
FROM aid_demarche l JOIN aid a ON a.id = l.aid_id AND a.status = :AID_STATUS_PUBLISHED
WHERE l.demarche = :demarche ORDER BY a.name, a.id LIMIT 50;

-- demarches_of_aid: the aid of an address, and its démarches
-- in: slug
SELECT a.id, a.slug, a.name, l.demarche, d.title, a.application_url
FROM aid a LEFT JOIN aid_demarche l ON l.aid_id = a.id
LEFT JOIN demarche d ON d.number = l.demarche AND d.revision_id IS NOT NULL
WHERE a.slug = :slug AND a.status = :AID_STATUS_PUBLISHED
ORDER BY d.state = :DEMARCHE_STATE_OPEN DESC, d.number DESC LIMIT 20;

-- authority_choices: territories that what was typed may mean, the likeliest first
-- in: ids
-- makes: choice in choices
SELECT p.id AS "@id", s.name AS "@scale-name", p.name AS "@name", p.population AS "@population",
  p.department AS "@department", d.name AS "@department-name"
FROM perimeter p JOIN scale s ON s.id = p.scale
LEFT JOIN perimeter d ON d.scale = :SCALE_DEPARTMENT AND d.code = p.department
WHERE p.id IN (:ids) ORDER BY FIELD(p.id, :ids), p.id LIMIT 20;

-- draft_find: the draft of a form and a digest, its age in seconds, and what it is of
-- in: form, digest
SELECT id, state, url, number, TIMESTAMPDIFF(SECOND, made_at, UTC_TIMESTAMP(3)) AS age, demarche, aid_id FROM draft
WHERE form = :form AND digest = :digest;

-- drafts_lately: how many were asked for in 15 seconds
SELECT COUNT(*) AS drafts FROM draft WHERE made_at > UTC_TIMESTAMP(3) - INTERVAL 15 SECOND;

-- draft_slot: one of the two places of those that wait for DS, the connection's until it leaves it; none is NULL
SELECT CASE WHEN GET_LOCK(CONCAT(DATABASE(), ' draft 1'), 0) = 1 THEN 1
  WHEN GET_LOCK(CONCAT(DATABASE(), ' draft 2'), 0) = 1 THEN 2 END AS slot;

-- draft_slot_free: the place is another's
SELECT RELEASE_ALL_LOCKS() AS freed;

-- draft_add: a draft that is about to be made; none when another click was first
-- in: form, digest, demarche, aid, siren, authority, champs
INSERT IGNORE INTO draft (form, digest, demarche, aid_id, siren, authority, champs, state, made_at, changed_at)
VALUES (:form, :digest, :demarche, NULLIF(:aid, 0), :siren, :authority, :champs, :DRAFT_STATE_SENDING, UTC_TIMESTAMP(3),
  UTC_TIMESTAMP(3));

-- draft_again: one that does not exist is about to be made; none when another click was first
-- in: id
UPDATE draft SET state = :DRAFT_STATE_SENDING, number = NULL, url = NULL, token = NULL, made_at = UTC_TIMESTAMP(3),
  changed_at = UTC_TIMESTAMP(3)
WHERE id = :id AND (state <> :DRAFT_STATE_SENDING OR made_at < UTC_TIMESTAMP(3) - INTERVAL 1 HOUR);

-- draft_done: how DS answered
-- in: id, state, number, url, token
UPDATE draft SET state = :state, number = :number, url = :url, token = :token, changed_at = UTC_TIMESTAMP(3)
WHERE id = :id;

-- drafts_alive: drafts that may still change, by démarche
SELECT id, demarche, state, number, token, TIMESTAMPDIFF(HOUR, made_at, UTC_TIMESTAMP(3)) AS hours FROM draft
WHERE state IN (:DRAFT_STATE_PREFILLED, :DRAFT_STATE_EDITED, :DRAFT_STATE_SUBMITTED, :DRAFT_STATE_EXAMINED)
  AND number IS NOT NULL
ORDER BY demarche, id LIMIT 100000;

-- draft_state: what became of a draft; its token and address go once they are of no more use
-- in: id, state
UPDATE draft SET state = :state, changed_at = UTC_TIMESTAMP(3),
  token = CASE WHEN :state IN (:DRAFT_STATE_PREFILLED, :DRAFT_STATE_EDITED, :DRAFT_STATE_SUBMITTED, :DRAFT_STATE_EXAMINED)
    THEN token END,
  url = CASE WHEN :state = :DRAFT_STATE_PREFILLED THEN url END
WHERE id = :id;

-- drafts_died: drafts that nobody opened, and answers that never came, are no more after five days (DS 1.3)
UPDATE draft SET state = :DRAFT_STATE_EXPIRED, token = NULL, url = NULL, changed_at = UTC_TIMESTAMP(3)
WHERE state IN (:DRAFT_STATE_UNKNOWN, :DRAFT_STATE_SENDING) AND made_at < UTC_TIMESTAMP(3) - INTERVAL 6 DAY;
