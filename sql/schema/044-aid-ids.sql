-- readers: 018
-- Ids of aids below 10,000,000 are AT's, as those of backers and programmes are (026):
-- an aid from elsewhere took a number that an aid of AT has.  Those that exist keep theirs.
ALTER TABLE aid AUTO_INCREMENT = 10000000;
