-- An aid of a river basin or a park serves the intercommunalities, departments
-- and regions that it touches, though it covers a part of them: they lie in it
-- as their communes do, and the link says that it is for a part.
ALTER TABLE perimeter_link
  ADD COLUMN is_part BOOLEAN NOT NULL DEFAULT FALSE;  -- the container holds a part only
