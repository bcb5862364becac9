-- What an import says of how it understood an aid.

ALTER TABLE aid
  -- The feed gave no territory: it is the one that a backer's name tells.
  ADD perimeter_inferred BOOLEAN NOT NULL DEFAULT FALSE AFTER perimeter_asked,
  -- Version of the importer that read it: an older one's is read again.
  ADD importer SMALLINT UNSIGNED NOT NULL DEFAULT 0 AFTER digest;
