-- readers: 018
-- Backers and programmes keep their ids for good: AT's, below 10,000,000, where a feed
-- gives them, ours from there up.  Those that were counted from 1 are moved, once, with
-- the rows that refer to them.

-- Two backers of one slug, of names that differ by case or accents, had one page: they
-- become one, the first.
UPDATE IGNORE aid_backer x JOIN backer b ON b.id = x.backer_id
  JOIN (SELECT slug, MIN(id) AS id FROM backer WHERE slug <> '' GROUP BY slug HAVING COUNT(*) > 1) k ON k.slug = b.slug
SET x.backer_id = k.id WHERE b.id <> k.id;
DELETE x FROM aid_backer x JOIN backer b ON b.id = x.backer_id
  JOIN (SELECT slug, MIN(id) AS id FROM backer WHERE slug <> '' GROUP BY slug HAVING COUNT(*) > 1) k ON k.slug = b.slug
WHERE b.id <> k.id;
DELETE b FROM backer b
  JOIN (SELECT slug, MIN(id) AS id FROM backer WHERE slug <> '' GROUP BY slug HAVING COUNT(*) > 1) k ON k.slug = b.slug
WHERE b.id <> k.id;

-- An id that changes, here or when a feed gives AT's, changes in what refers to it.
ALTER TABLE aid_backer
  DROP FOREIGN KEY aid_backer_ibfk_2,
  ADD CONSTRAINT aid_backer_backer FOREIGN KEY (backer_id) REFERENCES backer (id) ON UPDATE CASCADE;
ALTER TABLE aid_program
  DROP FOREIGN KEY aid_program_ibfk_2,
  ADD CONSTRAINT aid_program_program FOREIGN KEY (program_id) REFERENCES program (id) ON UPDATE CASCADE;
UPDATE backer SET id = id + 10000000 WHERE id < 10000000;
UPDATE program SET id = id + 10000000 WHERE id < 10000000;
ALTER TABLE backer AUTO_INCREMENT = 10000000;
ALTER TABLE program AUTO_INCREMENT = 10000000;

-- What kind of body a backer is, where it acts, where it can be reached.
CREATE TABLE backer_category (
  id    TINYINT UNSIGNED NOT NULL PRIMARY KEY,
  slug  VARCHAR(64) CHARACTER SET ascii NOT NULL,
  name  VARCHAR(100) NOT NULL,
  UNIQUE KEY slug (slug)                                 -- backer_list
);
CREATE TABLE backer_group (
  id           SMALLINT UNSIGNED NOT NULL PRIMARY KEY,
  category_id  TINYINT UNSIGNED NOT NULL,
  part         VARCHAR(120) NULL,                        -- of the category
  name         VARCHAR(150) NOT NULL,
  UNIQUE KEY name (name),                                -- backer_describe
  FOREIGN KEY (category_id) REFERENCES backer_category (id)
);
ALTER TABLE backer
  ADD group_id     SMALLINT UNSIGNED NULL,
  ADD perimeter_id INT UNSIGNED NULL,
  ADD website      VARCHAR(700) NULL,                    -- http or https
  ADD contact      VARCHAR(700) NULL,
  ADD CONSTRAINT backer_group FOREIGN KEY (group_id) REFERENCES backer_group (id),
  ADD CONSTRAINT backer_perimeter FOREIGN KEY (perimeter_id) REFERENCES perimeter (id);

-- What a programme is for: each fact with its date and its source.  By slugs, for a
-- programme may come with the first aid that names it.
CREATE TABLE program_fact (
  slug     VARCHAR(255) CHARACTER SET ascii NOT NULL,
  kind     ENUM('aim','public','offer','partners') NOT NULL,
  body     VARCHAR(2000) NOT NULL,
  vintage  VARCHAR(40) NOT NULL,                         -- 2020
  source   VARCHAR(200) NOT NULL,
  PRIMARY KEY (slug, kind)                               -- program_facts
);
-- Which territories are in a programme: lists of "guichet program members"; those of
-- the CRTE are in the reference of territories.
CREATE TABLE program_list (
  program_id  INT UNSIGNED NOT NULL PRIMARY KEY,         -- program_lists
  vintage     VARCHAR(40) NOT NULL,
  source      VARCHAR(200) NOT NULL,
  FOREIGN KEY (program_id) REFERENCES program (id) ON UPDATE CASCADE
);
CREATE TABLE program_member (
  program_id    INT UNSIGNED NOT NULL,
  perimeter_id  INT UNSIGNED NOT NULL,
  PRIMARY KEY (program_id, perimeter_id),                -- program_matches
  FOREIGN KEY (program_id) REFERENCES program_list (program_id) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (perimeter_id) REFERENCES perimeter (id)
);

-- Programs hold ids in memory, and parts of pages have them: both are made again.
UPDATE data_version SET version = version + 1;
DELETE FROM page_fragment WHERE name = 'sheets';
