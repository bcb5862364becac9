-- Lists of the territories of programmes: guichet program members.

-- program_to_list: a programme, and how many members it has
-- in: slug
SELECT p.id, (SELECT COUNT(*) FROM program_member m WHERE m.program_id = p.id) AS members
FROM program p WHERE p.slug = CONVERT(:slug USING ascii) LIMIT 1;

-- program_list_delete: its list, with its members
-- in: id
DELETE FROM program_list WHERE program_id = :id;

-- program_list_add: a list, whose members follow
-- in: id, vintage, source
INSERT INTO program_list (program_id, vintage, source) VALUES (:id, :vintage, :source);

-- program_members_add: the territories that codes lead to: of today, by their SIREN, or what holds a former commune
-- in: id, codes
INSERT IGNORE INTO program_member (program_id, perimeter_id)
SELECT :id, p.id FROM JSON_TABLE(:codes, '$[*]' COLUMNS (code VARCHAR(9) CHARACTER SET ascii PATH '$')) c
JOIN perimeter p ON p.code = c.code WHERE p.scale IN (:SCALE_COMMUNE, :SCALE_EPCI) AND NOT p.is_obsolete
UNION SELECT :id, p.id FROM JSON_TABLE(:codes, '$[*]' COLUMNS (code VARCHAR(9) CHARACTER SET ascii PATH '$')) c
JOIN perimeter p ON p.siren = c.code WHERE p.scale IN (:SCALE_COMMUNE, :SCALE_EPCI) AND NOT p.is_obsolete
UNION SELECT :id, p.id FROM JSON_TABLE(:codes, '$[*]' COLUMNS (code VARCHAR(9) CHARACTER SET ascii PATH '$')) c
JOIN perimeter_name n ON n.code = c.code JOIN perimeter p ON p.id = n.perimeter_id WHERE p.scale = :SCALE_COMMUNE AND NOT p.is_obsolete;

-- program_members_unknown: those that lead to none
-- in: codes
SELECT DISTINCT c.code AS code FROM JSON_TABLE(:codes, '$[*]' COLUMNS (code VARCHAR(9) CHARACTER SET ascii PATH '$')) c
WHERE NOT EXISTS (SELECT 1 FROM perimeter p WHERE p.code = c.code AND p.scale IN (:SCALE_COMMUNE, :SCALE_EPCI) AND NOT p.is_obsolete)
  AND NOT EXISTS (SELECT 1 FROM perimeter p WHERE p.siren = c.code AND p.scale IN (:SCALE_COMMUNE, :SCALE_EPCI) AND NOT p.is_obsolete)
  AND NOT EXISTS (SELECT 1 FROM perimeter_name n JOIN perimeter p ON p.id = n.perimeter_id WHERE n.code = c.code AND p.scale = :SCALE_COMMUNE AND NOT p.is_obsolete)
ORDER BY c.code LIMIT 1000;
