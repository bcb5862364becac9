-- readers: 018
-- Where the terms of a passage are; passage 0 is the name of the aid.  guichet index puts
-- them there: until then nothing is marked.
ALTER TABLE aid_passage
  MODIFY COLUMN text VARCHAR(500) NOT NULL,
  ADD COLUMN spots VARBINARY(2000) NOT NULL DEFAULT '';   -- aid_passages: index/term_spots.h
