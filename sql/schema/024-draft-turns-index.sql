-- readers: 018
-- The turns of the hour are read with all the others (draft_turns), by their time.
ALTER TABLE draft_begun DROP KEY draft_begun_of;
