-- What may be known of an authority and its project, and what is.

-- facts: all that may be known, in the order of forms; a theme begins at its place
SELECT f.name, f.type, f.label, f.hint, f.derived, COALESCE(t.name, 'other') AS theme, COALESCE(t.label, '') AS theme_label
FROM fact f LEFT JOIN fact_theme t ON t.place = (SELECT MAX(u.place) FROM fact_theme u WHERE u.place <= f.place)
ORDER BY f.place, f.name LIMIT 1000;

-- fact_values: the values of choices
SELECT fact, value, label, wordings FROM fact_value ORDER BY fact, place LIMIT 10000;

-- authority_of: what is known of a territory's authority; its CRTE is its own, else its EPT's, else its EPCI's
-- in: id
SELECT p.scale, p.code, p.name, p.siren, p.population, p.zips, d.code AS department, d.name AS department_name,
  SUBSTRING(r.code, 2) AS region, r.name AS region_name, IF(p.scale = :SCALE_EPCI, p.code, e.code) AS epci,
  IF(p.scale = :SCALE_EPCI, p.name, e.name) AS epci_name, p.arrondissement, COALESCE(p.crte, (
    SELECT t.crte FROM perimeter_link l JOIN perimeter t ON t.id = l.container_id
    WHERE l.contained_id = p.id AND p.scale IN (:SCALE_COMMUNE, :SCALE_EPCI)
      AND t.scale = :SCALE_EPCI AND NOT t.is_obsolete AND t.crte IS NOT NULL
    ORDER BY t.kind <=> 'EPT' DESC, t.id LIMIT 1)) AS crte,
  EXISTS (SELECT 1 FROM perimeter_name n WHERE n.perimeter_id = p.id AND n.kind = :NAME_ARRONDISSEMENT)
    AS has_arrondissements
FROM perimeter p
LEFT JOIN perimeter d ON d.scale = :SCALE_DEPARTMENT AND d.code = p.department
LEFT JOIN perimeter_link lr ON lr.contained_id = p.id
  AND lr.container_id IN (SELECT id FROM perimeter WHERE scale = :SCALE_REGION AND NOT is_obsolete)
LEFT JOIN perimeter r ON r.id = lr.container_id
LEFT JOIN perimeter_link le ON le.contained_id = p.id AND p.scale = :SCALE_COMMUNE AND le.container_id IN (
  SELECT id FROM perimeter WHERE scale = :SCALE_EPCI AND NOT is_obsolete AND (kind IS NULL OR kind <> 'EPT'))
LEFT JOIN perimeter e ON e.id = le.container_id
WHERE p.id = :id LIMIT 1;

-- department_of_epci: the name of an EPCI, and a department where it has communes: the one that is asked, or else most of them
-- in: siren, department
SELECT e.name, c.department FROM perimeter e JOIN perimeter_link l ON l.container_id = e.id
JOIN perimeter c ON c.id = l.contained_id AND c.scale = :SCALE_COMMUNE AND NOT c.is_obsolete
WHERE e.scale = :SCALE_EPCI AND e.code = CONVERT(:siren USING ascii) AND NOT e.is_obsolete
  AND (e.kind IS NULL OR e.kind <> 'EPT')
GROUP BY e.name, c.department ORDER BY c.department = :department DESC, COUNT(*) DESC, c.department LIMIT 1;

-- zips_of_commune: the postal codes of a commune, of today's for one of the past, or of an arrondissement of Paris, Lyon or Marseille
-- in: insee
SELECT p.name, p.zips, p.code, p.department FROM perimeter p WHERE p.scale = :SCALE_COMMUNE AND p.code = CONVERT(:insee USING ascii) AND NOT p.is_obsolete
  AND NOT EXISTS (SELECT 1 FROM perimeter_name n WHERE n.perimeter_id = p.id AND n.kind = :NAME_ARRONDISSEMENT)
UNION ALL SELECT n.name, n.zips, n.code, p.department FROM perimeter_name n JOIN perimeter p ON p.id = n.perimeter_id
WHERE n.code = CONVERT(:insee USING ascii) AND n.kind = :NAME_ARRONDISSEMENT
UNION ALL SELECT p.name, p.zips, p.code, p.department FROM perimeter_name n
JOIN perimeter p ON p.id = n.perimeter_id AND p.scale = :SCALE_COMMUNE AND NOT p.is_obsolete
WHERE n.code = CONVERT(:insee USING ascii) AND n.kind NOT IN (:NAME_OWN, :NAME_ALIAS, :NAME_ARRONDISSEMENT)
LIMIT 1;
