-- The names of places, as a program keeps them in memory (gazetteer_load.h).

-- gazetteer_version: the version of the names of places
SELECT places FROM data_version WHERE id = 1;

-- gazetteer_meanings: words of places
SELECT kind, words, meaning FROM place_word WHERE kind > 0 ORDER BY kind, words LIMIT 100000;

-- gazetteer_scales: what the scales of places are called
SELECT id, slug, name FROM scale ORDER BY id LIMIT 100;

-- gazetteer_places: all places of today, by id; or, hidden, what contains some all the same: gone, or named together by a feed
-- in: after, hidden
SELECT p.id, p.scale, p.code, p.name, p.siren, p.kind, p.population, p.department, p.zips,
  CAST(100 * p.latitude AS SIGNED) AS latitude, CAST(100 * p.longitude AS SIGNED) AS longitude
FROM perimeter p WHERE p.id > :after AND (p.is_obsolete OR p.kind <=> :PERIMETER_UNION) = :hidden
  AND (:hidden = 0 OR EXISTS (SELECT 1 FROM perimeter_link l WHERE l.container_id = p.id))
ORDER BY p.id LIMIT :GAZETTEER_PIECE;

-- gazetteer_links: what contains each place, by rising id: "2000012 2000345", twice the id and 1 when it contains a part
-- in: after
-- Read in the order of a key, so that a piece ends where it is full and nothing is
-- sorted.
SELECT contained_id, GROUP_CONCAT(2 * container_id + is_part ORDER BY container_id SEPARATOR ' ') AS containers
FROM perimeter_link WHERE contained_id > :after
GROUP BY contained_id ORDER BY contained_id LIMIT :GAZETTEER_PIECE;

-- gazetteer_names: their other names and codes
-- in: after
SELECT n.perimeter_id, n.kind, n.code, n.name, n.id FROM perimeter_name n
WHERE n.id > :after AND n.kind <> :NAME_OWN ORDER BY n.id LIMIT :GAZETTEER_PIECE;
