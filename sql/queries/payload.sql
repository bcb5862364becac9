-- What the administrator writes of démarches and of the sources of their champs.

-- demarche_write: a démarche, new or as DS says it now; what a shape of its schema does not say stays
-- in: number, slug, title, description, state, individual, closes_on
INSERT INTO demarche (number, slug, title, description, state, individual, closes_on)
VALUES (:number, :slug, :title, :description, :state, :individual, :closes_on)
ON DUPLICATE KEY UPDATE slug = COALESCE(VALUES(slug), slug), title = VALUES(title),
  description = COALESCE(VALUES(description), description), state = VALUES(state),
  individual = COALESCE(VALUES(individual), individual), closes_on = VALUES(closes_on),
  imported_at = CURRENT_TIMESTAMP;

-- revision_find: the revision of a démarche that has these descriptors
-- in: demarche, descriptors
SELECT id FROM demarche_revision
WHERE demarche = :demarche AND digest = CONVERT(SHA2(:descriptors, 256) USING ascii);

-- revision_write: a new revision; its id is the last one made
-- in: demarche, descriptors, ds_id, published_at, body
INSERT INTO demarche_revision (demarche, digest, ds_id, published_at, body)
VALUES (:demarche, SHA2(:descriptors, 256), :ds_id, :published_at, :body);

-- demarche_set_revision: which revision is in force
-- in: number, revision
UPDATE demarche SET revision_id = :revision WHERE number = :number;

-- champs_write: the champs of a new revision
LOAD DATA LOCAL INFILE 'rows' INTO TABLE champ CHARACTER SET utf8mb4
  (revision_id, place, id, block, private, type, label, description, required, level, other, options, visible_if);

-- fact_labels: which champs a fact is proposed for, those tried first going first
SELECT fact, types, wanted, unwanted, section, only_if FROM fact_label ORDER BY place LIMIT 10000;

-- proposals_clear: the proposals of a démarche go, before others come
-- in: demarche
DELETE FROM champ_source WHERE demarche = :demarche AND state = :SOURCE_STATE_PROPOSED;

-- sources_clear: the sources of a champ go, before others come
-- in: demarche, id, block
DELETE FROM champ_source WHERE demarche = :demarche AND id = :id AND block = :block;

-- sources_write: sources
LOAD DATA LOCAL INFILE 'rows' INTO TABLE champ_source CHARACTER SET utf8mb4
  (demarche, id, block, place, source, only_if, state, label);

-- sources_table: the sources of a démarche or of all, in the order of forms, for export
-- may miss: demarche
SELECT s.demarche, s.id, s.block, s.label, s.source, s.only_if, s.state
FROM champ_source s LEFT JOIN demarche d ON d.number = s.demarche
LEFT JOIN champ c ON c.revision_id = d.revision_id AND c.id = s.id AND c.block = s.block
WHERE TRUE
  AND s.demarche = :demarche -- if demarche
ORDER BY s.demarche, c.place IS NULL, c.place, s.block, s.id, s.place LIMIT 1000000;
