-- readers: 018
-- A feed has its time; of one that tells changes all is asked from time to time.
ALTER TABLE feed
  ADD minutes SMALLINT UNSIGNED NOT NULL DEFAULT 20,  -- that reading it may take
  ADD whole_on DATE NULL;                             -- when it was last read whole
