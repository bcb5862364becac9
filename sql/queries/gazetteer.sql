-- The names of places, as a program keeps them in memory (gazetteer_load.h).

-- gazetteer_version: the version of the names of places
SELECT places FROM data_version WHERE id = 1;

-- gazetteer_meanings: words of places
SELECT kind, words, meaning FROM place_word WHERE kind > 0 ORDER BY kind, words LIMIT 100000;

-- gazetteer_places: all places of today, by id, but those that a feed named together
-- in: after
SELECT p.id, p.scale, p.code, p.name, p.siren, p.kind, p.population, p.department, p.zips
FROM perimeter p WHERE p.id > :after AND NOT p.is_obsolete AND NOT p.kind <=> :PERIMETER_UNION ORDER BY p.id LIMIT :GAZETTEER_PIECE;

-- gazetteer_links: what lies in each EPCI, its communes among it
-- in: after
-- Read in the order of a key, so that a piece ends where it is full and nothing is
-- sorted; what lies there is not looked up, for the program has read all places.
SELECT STRAIGHT_JOIN l.contained_id, l.container_id FROM perimeter w FORCE INDEX (PRIMARY)
JOIN perimeter_link l ON l.container_id = w.id
WHERE w.id > :after AND w.scale = :SCALE_EPCI AND NOT w.is_obsolete
  AND (w.kind IS NULL OR w.kind <> 'EPT')
ORDER BY w.id LIMIT :GAZETTEER_PIECE;

-- gazetteer_regions: the region of each department, in which thousands lie
SELECT STRAIGHT_JOIN l.contained_id, l.container_id FROM perimeter c
JOIN perimeter_link l ON l.contained_id = c.id
JOIN perimeter w ON w.id = l.container_id AND w.scale = :SCALE_REGION AND NOT w.is_obsolete
WHERE c.scale = :SCALE_DEPARTMENT AND NOT c.is_obsolete LIMIT 1000;

-- gazetteer_names: their other names and codes
-- in: after
SELECT n.perimeter_id, n.kind, n.code, n.name, n.id FROM perimeter_name n
WHERE n.id > :after AND n.kind <> :NAME_OWN ORDER BY n.id LIMIT :GAZETTEER_PIECE;
