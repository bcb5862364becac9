-- Démarches of Démarches simplifiées (DS), where each of their champs gets its
-- value from, and the journal of the drafts made.  "DS" with a number is a
-- section of DS's prefill contract.

CREATE TABLE demarche (
  number       INT UNSIGNED  NOT NULL PRIMARY KEY,          -- DS's own
  slug         VARCHAR(255) CHARACTER SET ascii NULL,       -- of /commencer/<slug>; NULL: no schema said it
  title        VARCHAR(500)  NOT NULL,
  description  TEXT          NULL,
  state        ENUM('brouillon','publiee','close','depubliee') NOT NULL,
  individual   BOOLEAN       NULL,                          -- for persons; NULL: the schema does not say (DS 2.1)
  closes_on    DATE          NULL,                          -- dateFermeture
  revision_id  INT UNSIGNED  NULL,                          -- the one in force
  imported_at  DATETIME      NOT NULL DEFAULT CURRENT_TIMESTAMP,
  KEY demarche_slug (slug)                                  -- aid_link
);

-- What DS published, each time that it changed.
CREATE TABLE demarche_revision (
  id            INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  demarche      INT UNSIGNED NOT NULL,
  digest        CHAR(64) CHARACTER SET ascii NOT NULL,      -- SHA-256 of its descriptors, keys sorted
  ds_id         VARCHAR(64) CHARACTER SET ascii NOT NULL,
  published_at  VARCHAR(32) CHARACTER SET ascii NULL,       -- as DS wrote it
  imported_at   DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,
  body          LONGTEXT     NOT NULL,                      -- the whole schema, as it came
  UNIQUE KEY revision_of (demarche, digest),                -- revision_find
  CONSTRAINT FOREIGN KEY (demarche) REFERENCES demarche (number)
);

-- The champs of a revision, in the order of the form; annotations after them.
CREATE TABLE champ (
  revision_id  INT UNSIGNED      NOT NULL,
  place        SMALLINT UNSIGNED NOT NULL,
  id           BIGINT UNSIGNED   NOT NULL,                  -- DS's stable id: lasts over revisions and clones
  block        BIGINT UNSIGNED   NOT NULL DEFAULT 0,        -- the repetition that it is a child of
  private      BOOLEAN           NOT NULL DEFAULT FALSE,    -- an annotation
  type         VARCHAR(48) CHARACTER SET ascii NOT NULL,    -- DS's __typename, without ChampDescriptor
  label        VARCHAR(2000)     NOT NULL,
  description  MEDIUMTEXT        NULL,
  required     BOOLEAN           NOT NULL,
  level        TINYINT UNSIGNED  NOT NULL DEFAULT 0,        -- of a title
  other        BOOLEAN           NOT NULL DEFAULT FALSE,    -- a list that takes what it does not name
  options      MEDIUMTEXT        NULL,                      -- a line each
  visible_if   TEXT              NULL,                      -- conditionExpression, JSON (DS 2.1, version B)
  PRIMARY KEY (revision_id, place),                         -- champs_of
  CONSTRAINT FOREIGN KEY (revision_id) REFERENCES demarche_revision (id)
);

-- Where the value of a champ comes from: the first line whose condition holds
-- and that has a value.  An empty source, confirmed, is "never".
CREATE TABLE champ_source (
  demarche   INT UNSIGNED     NOT NULL,
  id         BIGINT UNSIGNED  NOT NULL,
  block      BIGINT UNSIGNED  NOT NULL DEFAULT 0,
  place      TINYINT UNSIGNED NOT NULL DEFAULT 1,
  source     VARCHAR(200)     NOT NULL,                     -- project.title, plan.amount[funder=detr], "a constant"
  only_if    VARCHAR(200)     NOT NULL DEFAULT '',          -- authority.kind=commune
  state      ENUM('proposed','confirmed') NOT NULL,
  label      VARCHAR(2000)    NOT NULL,                     -- of the champ when the line was made
  PRIMARY KEY (demarche, id, block, place)                  -- sources_of
);

-- What may be known of an authority and its project, under the names that
-- sources, forms and the API give it.
CREATE TABLE fact (
  name     VARCHAR(48) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  place    SMALLINT UNSIGNED NOT NULL,
  type     ENUM('text','longtext','integer','amount','date','boolean','choice','choices','civility',
                'email','phone','siren','siret','commune','epci','department','region','list') NOT NULL,
  label    VARCHAR(200) NOT NULL,
  hint     VARCHAR(300) NOT NULL DEFAULT '',
  derived  BOOLEAN      NOT NULL DEFAULT FALSE              -- Guichet finds it: a reader is not asked
);

-- The values of a choice, each with the wordings that mean it in a form.
CREATE TABLE fact_value (
  fact      VARCHAR(48) CHARACTER SET ascii NOT NULL,
  place     TINYINT UNSIGNED NOT NULL,
  value     VARCHAR(40) CHARACTER SET ascii NOT NULL,
  label     VARCHAR(200) NOT NULL,
  wordings  VARCHAR(600) NOT NULL DEFAULT '',               -- by " | "; its label is one
  PRIMARY KEY (fact, value)
);

-- Which champs a fact is proposed for: by type and words of the label.
CREATE TABLE fact_label (
  fact      VARCHAR(200) CHARACTER SET ascii NOT NULL,      -- a source: a fact, with its brackets
  types     VARCHAR(200) CHARACTER SET ascii NOT NULL,      -- Text Textarea...
  place     SMALLINT UNSIGNED NOT NULL,                     -- the first that fits is proposed
  wanted    VARCHAR(300) NOT NULL,                          -- words of the label, any of " | ", all of " + "
  unwanted  VARCHAR(300) NOT NULL DEFAULT '',               -- any of " | "
  section   VARCHAR(300) NOT NULL DEFAULT '',               -- words of a title over it, likewise
  only_if   VARCHAR(200) NOT NULL DEFAULT '',
  PRIMARY KEY (place)
);

-- Countries of a champ "pays".
CREATE TABLE country (
  code  CHAR(2) CHARACTER SET ascii NOT NULL PRIMARY KEY,   -- ISO 3166-1
  name  VARCHAR(100) NOT NULL
);

-- The démarche of an aid: said by its addresses, or by the administrator.
CREATE TABLE aid_demarche (
  aid_id    INT UNSIGNED NOT NULL,
  demarche  INT UNSIGNED NOT NULL,
  PRIMARY KEY (aid_id, demarche)                            -- demarches_of_aid
);

-- The journal: which draft was made for which authority.  No person, no content:
-- a digest tells the same content again.
CREATE TABLE draft (
  id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  form        CHAR(32) CHARACTER SET ascii NOT NULL,        -- of the reader's form, drawn at random
  digest      CHAR(64) CHARACTER SET ascii NOT NULL,        -- SHA-256 of démarche and payload
  demarche    INT UNSIGNED NOT NULL,
  aid_id      INT UNSIGNED NULL,
  siren       CHAR(9) CHARACTER SET ascii NULL,
  authority   VARCHAR(255) NOT NULL,
  champs      SMALLINT UNSIGNED NOT NULL,                   -- how many were sent
  -- sending: DS is asked; unknown: it did not answer; refused: no draft exists;
  -- the others are DS's (DS 1.3), expired: nobody opened it within 5 days
  state       ENUM('sending','unknown','refused','prefilled','brouillon','en_construction','en_instruction',
                   'accepte','refuse','sans_suite','expired') NOT NULL,
  number      INT UNSIGNED NULL,                            -- of the dossier
  url         VARCHAR(500) NULL,                            -- with its token: never logged
  token       VARCHAR(64) CHARACTER SET ascii NULL,         -- forgotten once the dossier is owned or gone
  made_at     DATETIME(3) NOT NULL,                         -- UTC
  changed_at  DATETIME(3) NOT NULL,
  UNIQUE KEY draft_once (form, digest),                     -- draft_find, draft_add: two clicks make one draft
  KEY draft_state (state, made_at),                         -- drafts_alive
  KEY draft_made (made_at)                                  -- drafts_since
);
