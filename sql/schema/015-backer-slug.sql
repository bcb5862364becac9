-- A backer has a page, whose address is its slug.  Names that differ by their case
-- or accents share one.
ALTER TABLE backer
  ADD KEY slug (slug);  -- backer_find, backer_add, backer_tell
