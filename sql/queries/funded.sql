-- Projects that were funded.

-- funded_lists: the projects of some departments, or of those behind one, as documents (funded.h)
-- in: most; may miss: near, after
SELECT near, list FROM funded_list WHERE TRUE
  AND near IN (:near)  -- if near
  AND near > :after    -- if after
ORDER BY near LIMIT :most;

-- funded_rows: some projects, to be shown; how far they are and whether beyond the department, C tells
-- in: ids
-- makes: funded
SELECT f.id AS "^", NULL AS "@km", NULL AS "@beyond", f.year AS "@year", f.cost AS "@cost", f.amount AS "@amount",
  IF(f.cost > 0 AND f.amount <= f.cost, CAST(ROUND(100 * f.amount / f.cost) AS SIGNED), NULL) AS "@rate",
  f.department AS "@department", f.title AS "title", COALESCE(p.name, f.beneficiary) AS "beneficiary", f.scheme AS "scheme"
FROM funded f LEFT JOIN perimeter p ON p.id = f.perimeter_id
WHERE f.id IN (:ids) LIMIT 100;

-- funded_table: projects of a source, as a table, a piece at a time
-- in: source, after
SELECT id, title, year, scheme, beneficiary, siren, insee, department, cost, amount
FROM funded WHERE source = :source AND id > :after ORDER BY id LIMIT 5000;

-- funded_delete: the projects of a source go, before others come
-- in: source
DELETE FROM funded WHERE source = :source;

-- funded_write: projects
LOAD DATA LOCAL INFILE 'rows' INTO TABLE funded CHARACTER SET utf8mb4
  (source, year, scheme, title, beneficiary, folded, siren, insee, department, cost, amount);

-- funded_by_insee: whose they are, by the code of a commune
-- in: source
UPDATE funded f JOIN perimeter p ON p.code = f.insee AND p.scale = :SCALE_COMMUNE
SET f.perimeter_id = p.id WHERE f.source = :source AND f.perimeter_id IS NULL;

-- funded_by_siren: whose they are, by SIREN
-- in: source
UPDATE funded f JOIN perimeter p ON p.siren = f.siren AND p.scale IN (:SCALE_COMMUNE, :SCALE_EPCI)
SET f.perimeter_id = p.id WHERE f.source = :source AND f.perimeter_id IS NULL;

-- funded_by_name: whose they are, by the name of a commune of the department
-- in: source
UPDATE funded f JOIN perimeter_name n ON n.folded = f.folded AND n.kind IN (:NAME_OWN, :NAME_ALIAS)
  JOIN perimeter p ON p.id = n.perimeter_id AND p.scale = :SCALE_COMMUNE
    AND p.department = f.department AND NOT p.is_obsolete
SET f.perimeter_id = p.id WHERE f.source = :source AND f.perimeter_id IS NULL;

-- funded_department: that of the beneficiary, which files write in several ways ("67A" is two of them)
-- in: source
UPDATE funded f JOIN perimeter p ON p.id = f.perimeter_id AND p.department IS NOT NULL
SET f.department = p.department WHERE f.source = :source;

-- funded_epci: in which intercommunality
-- in: source
UPDATE funded f JOIN perimeter_link l ON l.contained_id = f.perimeter_id
  JOIN perimeter e ON e.id = l.container_id AND e.scale = :SCALE_EPCI
SET f.epci_id = e.id WHERE f.source = :source;

-- funded_own_epci: an intercommunality is its own
-- in: source
UPDATE funded f JOIN perimeter p ON p.id = f.perimeter_id AND p.scale = :SCALE_EPCI
SET f.epci_id = p.id WHERE f.source = :source;

-- funded_all: what the index is made of, a piece at a time
-- in: after
SELECT f.id, f.department, f.perimeter_id, f.epci_id, CAST(100 * p.latitude AS SIGNED) AS latitude,
  CAST(100 * p.longitude AS SIGNED) AS longitude, f.title
FROM funded f LEFT JOIN perimeter p ON p.id = f.perimeter_id
WHERE f.id > :after ORDER BY f.id LIMIT 5000;

-- funded_lists_delete: all go, before others come
DELETE FROM funded_list;

-- funded_lists_write: the projects of each department, made anew
LOAD DATA LOCAL INFILE 'rows' INTO TABLE funded_list CHARACTER SET binary (near, @list) SET list = UNHEX(@list);

-- funded_postings_delete: the posting lists of their terms go, which come after all words (FUNDED_PREFIX)
DELETE FROM posting WHERE term >= '~';
