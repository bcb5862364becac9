-- The journal of drafts.

-- draft_find: the draft of a form and a digest, and its age in seconds
-- in: form, digest
SELECT id, state, url, number, TIMESTAMPDIFF(SECOND, made_at, UTC_TIMESTAMP(3)) FROM draft
WHERE form = :form AND digest = :digest;

-- drafts_lately: how many are being made, and how many were asked for in 15 seconds
SELECT COUNT(IF(state = 'sending' AND made_at > UTC_TIMESTAMP(3) - INTERVAL 40 SECOND, 1, NULL)),
  COUNT(IF(made_at > UTC_TIMESTAMP(3) - INTERVAL 15 SECOND, 1, NULL))
FROM draft WHERE made_at > UTC_TIMESTAMP(3) - INTERVAL 40 SECOND;

-- draft_add: a draft that is about to be made; none when another click was first
-- in: form, digest, demarche, aid, siren, authority, champs
INSERT IGNORE INTO draft (form, digest, demarche, aid_id, siren, authority, champs, state, made_at, changed_at)
VALUES (:form, :digest, :demarche, NULLIF(:aid, 0), :siren, :authority, :champs, 'sending', UTC_TIMESTAMP(3),
  UTC_TIMESTAMP(3));

-- draft_again: one that does not exist is about to be made; none when another click was first
-- in: id
UPDATE draft SET state = 'sending', number = NULL, url = NULL, token = NULL, made_at = UTC_TIMESTAMP(3),
  changed_at = UTC_TIMESTAMP(3)
WHERE id = :id AND (state <> 'sending' OR made_at < UTC_TIMESTAMP(3) - INTERVAL 1 HOUR);

-- draft_done: how DS answered
-- in: id, state, number, url, token
UPDATE draft SET state = :state, number = :number, url = :url, token = :token, changed_at = UTC_TIMESTAMP(3)
WHERE id = :id;

-- drafts_alive: drafts that may still change, by démarche
SELECT id, demarche, state, number, token, TIMESTAMPDIFF(HOUR, made_at, UTC_TIMESTAMP(3)) FROM draft
WHERE state IN ('prefilled', 'brouillon', 'en_construction', 'en_instruction') AND number IS NOT NULL
ORDER BY demarche, id LIMIT 100000;

-- draft_state: what became of a draft; its token and address go once they are of no more use
-- in: id, state
UPDATE draft SET state = :state, changed_at = UTC_TIMESTAMP(3),
  token = CASE WHEN :state IN ('prefilled', 'brouillon', 'en_construction', 'en_instruction') THEN token END,
  url = CASE WHEN :state = 'prefilled' THEN url END
WHERE id = :id;

-- drafts_since: the journal, without what opens a dossier
-- in: since
SELECT DATE_FORMAT(d.made_at, '%Y-%m-%dT%H:%i:%sZ'), d.siren, d.authority, d.demarche, m.title, a.slug, d.number, d.champs,
  d.state, DATE_FORMAT(d.changed_at, '%Y-%m-%dT%H:%i:%sZ')
FROM draft d LEFT JOIN demarche m ON m.number = d.demarche LEFT JOIN aid a ON a.id = d.aid_id
WHERE d.made_at >= :since ORDER BY d.made_at, d.id LIMIT 1000000;

-- drafts_forget: what the journal has kept for longer than it may
-- in: days
DELETE FROM draft WHERE made_at < UTC_TIMESTAMP(3) - INTERVAL :days DAY;

-- drafts_died: drafts that nobody opened, and answers that never came, are no more after five days (DS 1.3)
UPDATE draft SET state = 'expired', token = NULL, url = NULL, changed_at = UTC_TIMESTAMP(3)
WHERE state IN ('unknown', 'sending') AND made_at < UTC_TIMESTAMP(3) - INTERVAL 6 DAY;
