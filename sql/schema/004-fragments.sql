-- Cards are rendered whole, with holes for what a reader's question and the day
-- decide (cgi-bin/lib/xml/fragment.h); texts are cut in passages when the aid
-- changes, not when it is shown.  Run "guichet index" after this step.

ALTER TABLE aid_rendered DROP COLUMN slug, DROP COLUMN opens_on, DROP COLUMN closes_on;
ALTER TABLE aid_text DROP COLUMN plain;

-- A passage of an aid's text, as it is shown with the words that match.
CREATE TABLE aid_passage (
  id    BIGINT UNSIGNED NOT NULL PRIMARY KEY,            -- aid_id * 1024 + its number, from 1: aid_passages
  text  VARCHAR(400) NOT NULL
);
