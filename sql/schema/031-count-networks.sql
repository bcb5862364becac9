-- readers: 018
-- How many networks stand behind a count, so that what one reader does over and over is
-- not told as if many had done it; and how long counts are kept.
--
-- "networks" has a bit for some of the networks that did it: of 64, each network falls
-- on one, by a secret of the month (linear counting).  So it tells whether they were
-- five, and names none once the secret is gone.
CREATE TABLE count_month (
  month   DATE NOT NULL,                                     -- its first day
  secret  CHAR(32) CHARACTER SET ascii NOT NULL,             -- until no line of it can come any more
  PRIMARY KEY (month)                                        -- count_month_begin, count_month_read, count_months_over, count_month_end
);

-- What is chosen from a list was told as it was counted, and still is.
ALTER TABLE count_search
  ADD networks BIGINT UNSIGNED NOT NULL DEFAULT 0,
  ADD KEY count_search_of (day);                             -- count_search_forget
UPDATE count_search SET networks = ~0;
ALTER TABLE count_aid
  ADD networks BIGINT UNSIGNED NOT NULL DEFAULT 0,
  ADD KEY count_aid_day (day);                               -- count_aid_forget
UPDATE count_aid SET networks = ~0;
ALTER TABLE count_page
  ADD networks BIGINT UNSIGNED NOT NULL DEFAULT 0,
  ADD KEY count_page_day (day);                              -- count_page_forget
UPDATE count_page SET networks = ~0;

-- Words and territories are kept by month, for they are told by month alone.  Of those
-- of before, nobody knows by how many they were asked: they go.
DROP TABLE count_word;
-- The words of a question as they were understood: folded, without stop words.
CREATE TABLE count_word (
  portal_id  INT UNSIGNED NOT NULL,
  month      DATE NOT NULL,
  word       VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  searches   INT UNSIGNED NOT NULL,
  nothing    INT UNSIGNED NOT NULL,
  networks   BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (portal_id, month, word),                      -- count_word_add, stats_words, stats_missed
  KEY count_word_of (month)                                  -- count_word_untold, count_word_forget
);
DROP TABLE count_place;
CREATE TABLE count_place (
  portal_id     INT UNSIGNED NOT NULL,
  month         DATE NOT NULL,
  perimeter_id  INT UNSIGNED NOT NULL,
  searches      INT UNSIGNED NOT NULL,
  nothing       INT UNSIGNED NOT NULL,
  networks      BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (portal_id, month, perimeter_id),              -- count_place_add, stats_places
  KEY count_place_of (month)                                 -- count_place_untold, count_place_forget
);
