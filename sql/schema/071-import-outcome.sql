-- readers: 018
-- What a run brought is not told by its numbers alone: a feed that has not changed, one that
-- lost too much to be believed, and an empty list, all bring nothing.

ALTER TABLE import_log
  ADD outcome ENUM('unchanged', 'held', 'empty') NULL;   -- NULL: as is_taken says
