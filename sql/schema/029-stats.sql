-- readers: 018
-- Who may read the numbers of a portal, and indexes for those of a backer.

ALTER TABLE portal
  ADD stats_public BOOLEAN NOT NULL DEFAULT FALSE,           -- anybody reads its /stats/
  ADD stats_word   CHAR(64) CHARACTER SET ascii NULL;        -- digest of the word that opens it
ALTER TABLE count_aid
  ADD KEY count_aid_of (aid_id, day);                        -- stats_backer_total, stats_backer_steps, stats_backer_done, stats_backer_aids
ALTER TABLE count_page
  ADD KEY count_page_of (kind, id, day);                     -- stats_backer_done
