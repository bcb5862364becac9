-- readers: 018
-- General kinds of aids ("Bâtiment public"): a kind of project names in brackets those
-- whose wordings are its own too.

CREATE TABLE project_kind (
  name      VARCHAR(150) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,  -- project_kinds
  wordings  VARCHAR(3000) NOT NULL                                  -- by " | "
);
