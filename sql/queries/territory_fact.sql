-- What else is known of communes and intercommunalities (perimeter_fact.h): the end of
-- a load of territories, in the order in which they stand here.

-- perimeter_load_stage_fact: the table of what else is known of communes and EPCI
CREATE TEMPORARY TABLE perimeter_fact (
  fact       ENUM('centre','arrondissement','crte') NOT NULL,
  code       VARCHAR(9) CHARACTER SET ascii NOT NULL,
  name       VARCHAR(160) NULL,
  latitude   DECIMAL(4,2) NULL,
  longitude  DECIMAL(5,2) NULL,
  PRIMARY KEY (fact, code)
);

-- perimeter_load_facts: the rows that centres.tsv and territory-facts.tsv make
LOAD DATA LOCAL INFILE 'rows' INTO TABLE perimeter_fact
CHARACTER SET utf8mb4 FIELDS TERMINATED BY '\t' ESCAPED BY '\\'
(fact, code, name, latitude, longitude);

-- perimeter_load_centre_communes: where communes lie
UPDATE perimeter p JOIN perimeter_fact c ON c.fact = :PERIMETER_FACT_CENTRE AND c.code = p.code
SET p.latitude = c.latitude, p.longitude = c.longitude
WHERE p.scale = :SCALE_COMMUNE
  AND NOT (p.latitude <=> c.latitude AND p.longitude <=> c.longitude);

-- perimeter_load_centre_epcis: an intercommunality lies amid its communes
UPDATE perimeter p
JOIN (SELECT STRAIGHT_JOIN e.id, ROUND(AVG(c.latitude), 2) AS latitude, ROUND(AVG(c.longitude), 2) AS longitude
      FROM perimeter e JOIN perimeter_link l FORCE INDEX (perimeter_link_container) ON l.container_id = e.id
      JOIN perimeter c ON c.id = l.contained_id AND c.scale = :SCALE_COMMUNE AND NOT c.is_obsolete
      WHERE e.scale = :SCALE_EPCI AND NOT e.is_obsolete
      GROUP BY e.id) m ON m.id = p.id
SET p.latitude = m.latitude, p.longitude = m.longitude
WHERE NOT (p.latitude <=> m.latitude AND p.longitude <=> m.longitude);

-- perimeter_load_arrondissements: the arrondissements of communes
UPDATE perimeter p LEFT JOIN perimeter_fact f ON f.fact = :PERIMETER_FACT_ARRONDISSEMENT AND f.code = p.code
SET p.arrondissement = f.name
WHERE p.scale = :SCALE_COMMUNE AND NOT (p.arrondissement <=> f.name COLLATE utf8mb4_bin);

-- perimeter_load_arrondissement_epcis: an EPCI is where most of its people live
-- No source tells its seat.
UPDATE perimeter p
LEFT JOIN (SELECT STRAIGHT_JOIN l.container_id AS id, c.arrondissement,
        ROW_NUMBER() OVER (PARTITION BY l.container_id
          ORDER BY SUM(c.population) DESC, c.arrondissement) AS place
      FROM perimeter e JOIN perimeter_link l FORCE INDEX (perimeter_link_container) ON l.container_id = e.id
      JOIN perimeter c ON c.id = l.contained_id
      WHERE e.scale = :SCALE_EPCI AND c.scale = :SCALE_COMMUNE AND NOT c.is_obsolete AND c.arrondissement IS NOT NULL
      GROUP BY l.container_id, c.arrondissement) m ON m.id = p.id AND m.place = 1
SET p.arrondissement = m.arrondissement
WHERE p.scale = :SCALE_EPCI AND NOT p.is_obsolete
  AND NOT (p.arrondissement <=> m.arrondissement COLLATE utf8mb4_bin);

-- perimeter_load_crtes: the CRTE of EPCI, EPT, and communes that sign by themselves
UPDATE perimeter p LEFT JOIN perimeter_fact f ON f.fact = :PERIMETER_FACT_CRTE AND f.code = p.code
SET p.crte = f.name
WHERE p.scale IN (:SCALE_COMMUNE, :SCALE_EPCI) AND NOT (p.crte <=> f.name COLLATE utf8mb4_bin);
