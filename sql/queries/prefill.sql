-- What prefill asks: démarches, their champs and sources, facts, territories.

-- facts: all that may be known, in the order of forms
SELECT name, type, label, hint, derived FROM fact ORDER BY place, name LIMIT 1000;

-- fact_values: the values of choices
SELECT fact, value, label, wordings FROM fact_value ORDER BY fact, place LIMIT 10000;

-- demarche_by_number: a démarche in force
-- in: number
SELECT d.number, d.slug, d.title, d.description, d.state, CAST(d.closes_on AS CHAR), d.individual, d.revision_id
FROM demarche d WHERE d.number = :number AND d.revision_id IS NOT NULL;

-- champs_of: the champs of a revision, in their order
-- in: revision
SELECT id, block, private, type, label, description, required, level, other, options, visible_if
FROM champ WHERE revision_id = :revision ORDER BY place LIMIT 6000;

-- sources_of: where the values of a démarche come from, those tried first going first
-- in: demarche
SELECT id, block, source, only_if, state, label FROM champ_source
WHERE demarche = :demarche ORDER BY id, block, place LIMIT 20000;

-- demarche_list: all démarches, those that can be applied to first
-- in: today
-- makes: demarche in demarches
SELECT d.number AS "@number", d.state AS "@state", CAST(d.closes_on AS CHAR) AS "@closes",
  CASE WHEN d.state IN ('publiee', 'brouillon') AND (d.closes_on IS NULL OR d.closes_on >= :today)
    THEN 'true' END AS "@open",
  d.title AS "title",
  (SELECT COUNT(*) FROM aid_demarche l JOIN aid a ON a.id = l.aid_id AND a.status = 'published'
   WHERE l.demarche = d.number) AS "@aids"
FROM demarche d WHERE d.revision_id IS NOT NULL
ORDER BY d.state = 'publiee' DESC, d.title, d.number LIMIT 500;

-- aids_of_demarche: the aids that one applies to by a démarche
-- in: demarche
-- makes: aid in aids
SELECT a.slug AS "@slug", a.name AS "name"
FROM aid_demarche l JOIN aid a ON a.id = l.aid_id AND a.status = 'published'
WHERE l.demarche = :demarche ORDER BY a.name, a.id LIMIT 50;

-- demarches_of_aid: the aid of an address, and its démarches
-- in: slug
SELECT a.id, a.slug, a.name, l.demarche, d.title, a.application_url
FROM aid a LEFT JOIN aid_demarche l ON l.aid_id = a.id
LEFT JOIN demarche d ON d.number = l.demarche AND d.revision_id IS NOT NULL
WHERE a.slug = :slug AND a.status = 'published'
ORDER BY d.state = 'publiee' DESC, d.number DESC LIMIT 20;

-- territory_names: departments and regions, for their names
SELECT scale, code, name FROM perimeter WHERE scale IN (10, 15) AND NOT is_obsolete ORDER BY scale, code LIMIT 1000;

-- country_names: countries, for their names
SELECT code, name FROM country ORDER BY code LIMIT 300;

-- zip_codes: the INSEE codes that a postal code serves, arrondissements in place of Paris, Lyon and Marseille (DS 1.6)
-- in: zip
SELECT p.code FROM perimeter_zip z JOIN perimeter p ON p.id = z.perimeter_id AND NOT p.is_obsolete
WHERE z.zip = :zip AND NOT EXISTS (
  SELECT 1 FROM perimeter_name n WHERE n.perimeter_id = p.id AND n.kind = 'arrondissement')
UNION SELECT n.code FROM perimeter_zip z JOIN perimeter_name n ON n.perimeter_id = z.perimeter_id
WHERE z.zip = :zip AND n.kind = 'arrondissement' AND LOCATE(:zip, n.zips) > 0
LIMIT 200;

-- epci_in: whether an EPCI has a commune in a department
-- in: siren, department
SELECT 1 FROM perimeter e JOIN perimeter_link l ON l.container_id = e.id
JOIN perimeter c ON c.id = l.contained_id AND c.scale = 1 AND c.department = :department AND NOT c.is_obsolete
WHERE e.scale = 5 AND e.code = CONVERT(:siren USING ascii) AND NOT e.is_obsolete
  AND (e.kind IS NULL OR e.kind <> 'EPT')
LIMIT 1;

-- authority_of: what is known of a territory's authority; its CRTE is its own, else its EPT's, else its EPCI's
-- in: id
SELECT s.slug, p.code, p.name, p.siren, p.population, p.zips, d.code, d.name, SUBSTRING(r.code, 2), r.name,
  IF(p.scale = 5, p.code, e.code), IF(p.scale = 5, p.name, e.name), p.arrondissement, COALESCE(p.crte, (
    SELECT t.crte FROM perimeter_link l JOIN perimeter t ON t.id = l.container_id
    WHERE l.contained_id = p.id AND p.scale IN (1, 5) AND t.scale = 5 AND NOT t.is_obsolete AND t.crte IS NOT NULL
    ORDER BY t.kind <=> 'EPT' DESC, t.id LIMIT 1)),
  EXISTS (SELECT 1 FROM perimeter_name n WHERE n.perimeter_id = p.id AND n.kind = 'arrondissement')
FROM perimeter p JOIN scale s ON s.id = p.scale
LEFT JOIN perimeter d ON d.scale = 10 AND d.code = p.department
LEFT JOIN perimeter_link lr ON lr.contained_id = p.id
  AND lr.container_id IN (SELECT id FROM perimeter WHERE scale = 15 AND NOT is_obsolete)
LEFT JOIN perimeter r ON r.id = lr.container_id
LEFT JOIN perimeter_link le ON le.contained_id = p.id AND p.scale = 1 AND le.container_id IN (
  SELECT id FROM perimeter WHERE scale = 5 AND NOT is_obsolete AND (kind IS NULL OR kind <> 'EPT'))
LEFT JOIN perimeter e ON e.id = le.container_id
WHERE p.id = :id LIMIT 1;

-- authority_by_siren: the authority of a SIREN; of territories that share one (Paris, Martinique) the smallest, but all of Corsica
-- in: siren
SELECT p.id, s.slug, s.id, s.name, p.code, p.name FROM perimeter p JOIN scale s ON s.id = p.scale
WHERE p.siren = CONVERT(:siren USING ascii) AND NOT p.is_obsolete
ORDER BY (SELECT COUNT(*) FROM perimeter q WHERE q.siren = p.siren AND q.scale = p.scale AND NOT q.is_obsolete), p.scale
LIMIT 1;

-- department_of_epci: the name of an EPCI, and a department where it has communes: the one that is asked, or else most of them
-- in: siren, department
SELECT e.name, c.department FROM perimeter e JOIN perimeter_link l ON l.container_id = e.id
JOIN perimeter c ON c.id = l.contained_id AND c.scale = 1 AND NOT c.is_obsolete
WHERE e.scale = 5 AND e.code = CONVERT(:siren USING ascii) AND NOT e.is_obsolete
  AND (e.kind IS NULL OR e.kind <> 'EPT')
GROUP BY e.name, c.department ORDER BY c.department = :department DESC, COUNT(*) DESC, c.department LIMIT 1;

-- zips_of_commune: the postal codes of a commune, of today's for one of the past, or of an arrondissement of Paris, Lyon or Marseille
-- in: insee
SELECT p.name, p.zips, p.code, p.department FROM perimeter p WHERE p.scale = 1 AND p.code = CONVERT(:insee USING ascii) AND NOT p.is_obsolete
  AND NOT EXISTS (SELECT 1 FROM perimeter_name n WHERE n.perimeter_id = p.id AND n.kind = 'arrondissement')
UNION ALL SELECT n.name, n.zips, n.code, p.department FROM perimeter_name n JOIN perimeter p ON p.id = n.perimeter_id
WHERE n.code = CONVERT(:insee USING ascii) AND n.kind = 'arrondissement'
UNION ALL SELECT p.name, p.zips, p.code, p.department FROM perimeter_name n
JOIN perimeter p ON p.id = n.perimeter_id AND p.scale = 1 AND NOT p.is_obsolete
WHERE n.code = CONVERT(:insee USING ascii) AND n.kind NOT IN ('own', 'alias', 'arrondissement')
LIMIT 1;

-- authority_choices: territories that bear the name that was typed
-- in: ids
-- makes: choice in choices
SELECT p.id AS "@id", s.name AS "@scale-name", p.name AS "@name", p.population AS "@population",
  p.department AS "@department", d.name AS "@department-name"
FROM perimeter p JOIN scale s ON s.id = p.scale LEFT JOIN perimeter d ON d.scale = 10 AND d.code = p.department
WHERE p.id IN (:ids) ORDER BY p.population DESC, p.id LIMIT 20;
