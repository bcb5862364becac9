-- readers: 018
-- Where the links of aids lead: what was found when they were last visited, by guichet
-- links.  What readers are told of one is "told" alone, so that an answer holds as long as
-- the version of the data.

CREATE TABLE link (
  address     VARCHAR(700) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY, -- aids_by_slug, link_wrong
  wanted_on   DATE NOT NULL,                      -- the last day that an aid was seen to have it
  due_at      DATETIME NOT NULL DEFAULT '2000-01-01', -- in UTC: not to be visited before
  visited_at  DATETIME NULL,                      -- in UTC
  status      SMALLINT UNSIGNED NULL,             -- of HTTP; 0: no server answered
  why         VARCHAR(300) NULL,                  -- in words, when it did not end well
  leads_to    VARCHAR(2000) NULL,                 -- where redirects lead, of a wrong one
  wrong       ENUM('dead','home','moved') NULL,
  wrong_since DATE NULL,
  wrong_on    DATE NULL,                          -- the last day that it was found so
  wrong_days  TINYINT UNSIGNED NOT NULL DEFAULT 0, -- on how many
  told        BOOLEAN NOT NULL DEFAULT FALSE,     -- readers are
  KEY link_due (wanted_on, due_at),               -- link_due, link_forget
  KEY link_told (wrong, told)                     -- link_untold, link_tell
);
