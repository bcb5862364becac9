-- readers: 018
-- What a backer or a programme was before it had a file, as feeds and Guichet say it: it
-- is so again when its file goes.  NULL: its file made it, or
-- was taken before this step.

ALTER TABLE backer_file
  ADD fed_name VARCHAR(255) COLLATE utf8mb4_bin NULL AFTER backer_id;

ALTER TABLE program_file
  ADD fed_name        VARCHAR(255) COLLATE utf8mb4_bin NULL AFTER program_id,
  ADD fed_short       VARCHAR(500) NULL AFTER fed_name,
  ADD fed_description MEDIUMTEXT NULL AFTER fed_short;
