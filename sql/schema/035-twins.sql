-- readers: 018
-- Aids of one backer that say nearly the same: indexing/twins.h.

ALTER TABLE aid_trait
  ADD sketch BINARY(64) NULL;                            -- backer_sketches

ALTER TABLE aid_index
  ADD twins INT UNSIGNED NOT NULL DEFAULT 0 AFTER generic_id; -- the first aid of its group; 0: it has none
