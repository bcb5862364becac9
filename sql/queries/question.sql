-- What a question names: backers, programmes.

-- aids_of_backers: aids that a backer finances
-- in: backers
SELECT DISTINCT aid_id FROM aid_backer WHERE backer_id IN (:backers) AND role = :ROLE_FINANCER ORDER BY aid_id;

-- aids_of_groups: aids that a backer of some groups finances
-- in: backer_groups
SELECT DISTINCT x.aid_id FROM aid_backer x JOIN backer b ON b.id = x.backer_id
WHERE b.group_id IN (:backer_groups) AND x.role = :ROLE_FINANCER ORDER BY x.aid_id;

-- aids_of_programs: aids of some programmes, by id or slug
-- in: programs
-- may miss: program_ids
SELECT DISTINCT ap.aid_id FROM aid_program ap JOIN program p ON p.id = ap.program_id
WHERE p.slug IN (:programs)
  OR p.id IN (:program_ids)  -- if program_ids
ORDER BY ap.aid_id;

-- backer_names: for the tags of active filters
-- in: backers
SELECT id, name FROM backer WHERE id IN (:backers) LIMIT 100;

-- backer_group_names: for the tags of active filters
-- in: backer_groups
SELECT id, name FROM backer_group WHERE id IN (:backer_groups) LIMIT 100;

-- program_names: for the tags of active filters
-- in: programs
-- may miss: program_ids
SELECT id, slug, name FROM program
WHERE slug IN (:programs)
  OR id IN (:program_ids)  -- if program_ids
LIMIT 100;
