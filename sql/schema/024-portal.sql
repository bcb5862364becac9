-- readers: 018
-- Portals: pages of the site under another's name, within a question of their own.

CREATE TABLE portal (
  id             INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  slug           VARCHAR(33) CHARACTER SET ascii NOT NULL,   -- /portails/{slug}/
  host           VARCHAR(253) CHARACTER SET ascii NULL,      -- its own host name, lower case
  is_public      BOOLEAN NOT NULL DEFAULT FALSE,
  preview        CHAR(64) CHARACTER SET ascii NULL,          -- digest of the word that opens it before
  query          VARCHAR(8000) NOT NULL DEFAULT '',          -- the base question, as in an address
  own_canonical  BOOLEAN NOT NULL DEFAULT FALSE,             -- search engines are shown its pages of aids, not the site's
  name           VARCHAR(120) NOT NULL,                      -- in the header and in titles
  tagline        VARCHAR(200) NULL,                          -- under the name
  title          VARCHAR(200) NULL,                          -- of its first page
  description    VARCHAR(300) NULL,                          -- what search engines show
  summary        MEDIUMTEXT NULL,                            -- rich text above the search
  more           MEDIUMTEXT NULL,                            -- rich text below it
  theme          VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'neutral', -- or "state"
  brand          VARCHAR(200) NULL,                          -- the State's: lines parted by |
  accent         CHAR(7) CHARACTER SET ascii NULL,           -- #1f5f74: of the neutral theme
  accent_dark    CHAR(7) CHARACTER SET ascii NULL,           -- the same on dark
  font           VARCHAR(10) CHARACTER SET ascii NULL,       -- "serif"; NULL: the system's
  logo           MEDIUMBLOB NULL,
  logo_type      VARCHAR(40) CHARACTER SET ascii NULL,       -- image/png
  logo_label     VARCHAR(200) NULL,                          -- what it shows, in words
  logo_href      VARCHAR(700) NULL,                          -- where it leads; NULL: the first page
  footer         VARCHAR(1000) NULL,                         -- a sentence in the foot
  contact        VARCHAR(700) NULL,                          -- an address of mail or of a page
  operator_name  VARCHAR(200) NULL,                          -- legal facts; NULL: the site's
  operator_address  VARCHAR(300) NULL,
  publication_director  VARCHAR(200) NULL,
  changed_at     TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  UNIQUE KEY portal_slug (slug),                             -- portal_by_slug, portal_look
  UNIQUE KEY portal_host (host)                              -- portal_by_host
);

-- Aids that it shows first, or never.
CREATE TABLE portal_aid (
  portal_id  INT UNSIGNED NOT NULL,
  aid_id     INT UNSIGNED NOT NULL,
  is_shown   BOOLEAN NOT NULL,                               -- first, even when its question does not find it; or never
  position   SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (portal_id, aid_id),                           -- portal_aids
  FOREIGN KEY (portal_id) REFERENCES portal (id) ON DELETE CASCADE,
  FOREIGN KEY (aid_id) REFERENCES aid (id) ON DELETE CASCADE
);

-- The filters that its search shows, in this order, under these names.
CREATE TABLE portal_filter (
  portal_id  INT UNSIGNED NOT NULL,
  position   SMALLINT UNSIGNED NOT NULL,
  filter     VARCHAR(40) CHARACTER SET ascii NOT NULL,
  label      VARCHAR(120) NULL,                              -- NULL: the site's
  PRIMARY KEY (portal_id, position),                         -- portal_filters
  FOREIGN KEY (portal_id) REFERENCES portal (id) ON DELETE CASCADE
);

-- Its tabs, and the links of its foot.
CREATE TABLE portal_page (
  portal_id  INT UNSIGNED NOT NULL,
  position   SMALLINT UNSIGNED NOT NULL,
  slug       VARCHAR(60) CHARACTER SET ascii NOT NULL,
  title      VARCHAR(120) NOT NULL,
  body       MEDIUMTEXT NOT NULL,                            -- rich text
  PRIMARY KEY (portal_id, position),                         -- portal_tabs
  UNIQUE KEY portal_page_slug (portal_id, slug),             -- portal_page_by_slug
  FOREIGN KEY (portal_id) REFERENCES portal (id) ON DELETE CASCADE
);
CREATE TABLE portal_link (
  portal_id  INT UNSIGNED NOT NULL,
  position   SMALLINT UNSIGNED NOT NULL,
  label      VARCHAR(120) NOT NULL,
  href       VARCHAR(700) NOT NULL,
  PRIMARY KEY (portal_id, position),                         -- portal_links
  FOREIGN KEY (portal_id) REFERENCES portal (id) ON DELETE CASCADE
);

-- The sites whose pages may hold it in a frame: https://www.example.fr.
CREATE TABLE portal_site (
  portal_id  INT UNSIGNED NOT NULL,
  origin     VARCHAR(260) CHARACTER SET ascii NOT NULL,
  PRIMARY KEY (portal_id, origin),                           -- portal_by_slug, portal_by_host
  FOREIGN KEY (portal_id) REFERENCES portal (id) ON DELETE CASCADE
);
