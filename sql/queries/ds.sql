-- Démarches in force, and the aids that one applies to by them.

-- demarche_by_number: a démarche in force
-- in: number
SELECT d.number, d.slug, d.title, d.description, d.state, CAST(d.closes_on AS CHAR) AS closes_on, d.individual, d.revision_id
FROM demarche d WHERE d.number = :number AND d.revision_id IS NOT NULL;

-- champs_of: the champs of a revision, in their order
-- in: revision
SELECT id, block, private, type, label, description, required, level, other, options, visible_if
FROM champ WHERE revision_id = :revision ORDER BY place LIMIT 6000;

-- sources_of: where the values of a démarche come from, those tried first going first
-- in: demarche
SELECT id, block, source, only_if, state, label FROM champ_source
WHERE demarche = :demarche ORDER BY id, block, place LIMIT 20000;

-- The aids of a démarche: an address of an aid ends with the slug, or goes on
-- with a slash, a question mark or a hash sign.

-- demarche_link_clear: the aids that their addresses linked to a démarche, before they are read again
-- in: demarche
DELETE FROM aid_demarche WHERE demarche = :demarche AND NOT offered;

-- demarche_link: the aids whose addresses lead to a démarche
-- in: demarche
INSERT IGNORE INTO aid_demarche (aid_id, demarche)
SELECT a.id, d.number FROM demarche d JOIN aid a
  ON a.application_url REGEXP CONCAT('/commencer/(test/)?', d.slug, '([/?#]|$)')
  OR a.origin_url REGEXP CONCAT('/commencer/(test/)?', d.slug, '([/?#]|$)')
WHERE d.number = :demarche AND d.slug IS NOT NULL;

-- aid_link_clear: the démarches that the addresses of some aids linked, before they are read again
-- in: ids
DELETE FROM aid_demarche WHERE aid_id IN (:ids) AND NOT offered;

-- aid_link: the démarches that the addresses of some aids lead to
-- in: ids
INSERT IGNORE INTO aid_demarche (aid_id, demarche)
SELECT a.id, d.number FROM aid a JOIN demarche d
  ON a.application_url REGEXP CONCAT('/commencer/(test/)?', d.slug, '([/?#]|$)')
  OR a.origin_url REGEXP CONCAT('/commencer/(test/)?', d.slug, '([/?#]|$)')
WHERE a.id IN (:ids) AND d.slug IS NOT NULL
  AND (a.application_url LIKE '%/commencer/%' OR a.origin_url LIKE '%/commencer/%');

-- aid_slug_taken: the aid that has an address
-- in: slug
SELECT id FROM aid WHERE slug = :slug;

-- demarche_offer: an aid is applied to by a démarche: the administrator says it
-- in: demarche, aid
INSERT INTO aid_demarche (aid_id, demarche, offered) VALUES (:aid, :demarche, TRUE)
ON DUPLICATE KEY UPDATE offered = TRUE;

-- demarche_withdraw: and no longer
-- in: demarche, aid
DELETE FROM aid_demarche WHERE demarche = :demarche AND aid_id = :aid;
