-- The schema as its steps (sql/schema) leave it: to be read, never run.
-- "make schema" writes it again, and "make check-plans" compares it.

CREATE TABLE aid (
  id int(10) unsigned NOT NULL AUTO_INCREMENT, -- AT's for an aid of AT
  source varchar(64) CHARACTER SET ascii NOT NULL,
  source_id varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  digest binary(32) NOT NULL, -- SHA-256 of what was imported
  -- What it was read by (import_stamp): read again by another.
  importer binary(8) NOT NULL,
  slug varchar(255) CHARACTER SET ascii NOT NULL, -- aids_by_slug
  status enum('draft','reviewable','published','deleted','merged') NOT NULL,
  name varchar(500) NOT NULL,
  name_initial varchar(500) DEFAULT NULL,
  short_title varchar(255) DEFAULT NULL,
  description mediumtext DEFAULT NULL, -- XHTML, as the next three
  eligibility mediumtext DEFAULT NULL,
  project_examples mediumtext DEFAULT NULL,
  contact mediumtext DEFAULT NULL,
  perimeter_id int(10) unsigned DEFAULT NULL, -- NULL: unknown
  perimeter_asked varchar(255) DEFAULT NULL, -- the name or code as given, when unknown
  -- The feed gave no territory: it is the one that a backer's name tells.
  perimeter_inferred tinyint(1) NOT NULL DEFAULT 0,
  recurrence_id tinyint(3) unsigned DEFAULT NULL,
  european enum('sectorial','organizational') DEFAULT NULL,
  is_call_for_project tinyint(1) NOT NULL DEFAULT 0,
  is_charged tinyint(1) NOT NULL DEFAULT 0,
  is_generic tinyint(1) NOT NULL DEFAULT 0,
  generic_id int(10) unsigned DEFAULT NULL,
  opens_on date DEFAULT NULL,
  predeposit_on date DEFAULT NULL,
  closes_on date DEFAULT NULL, -- the last day; NULL: open all year
  closes_asked varchar(255) DEFAULT NULL, -- the deadline as given, when it is no day
  rate_min tinyint(3) unsigned DEFAULT NULL, -- percent
  rate_max tinyint(3) unsigned DEFAULT NULL,
  rate_comment varchar(255) DEFAULT NULL,
  loan_amount int(10) unsigned DEFAULT NULL, -- euros
  advance_amount int(10) unsigned DEFAULT NULL,
  other_comment varchar(255) DEFAULT NULL,
  origin_url varchar(700) DEFAULT NULL,
  application_url varchar(700) DEFAULT NULL,
  import_url varchar(700) DEFAULT NULL,
  import_mention varchar(255) DEFAULT NULL,
  import_licence varchar(64) DEFAULT NULL,
  published_at datetime DEFAULT NULL,
  created_at datetime DEFAULT NULL,
  updated_at datetime DEFAULT NULL,
  changed_at datetime DEFAULT NULL, -- its content, here
  changed_version bigint(20) unsigned NOT NULL DEFAULT 0, -- of the data, then
  -- The days in Paris: summer time goes from the last Sunday of March to that of
  -- October, at 1:00 in UTC.
  published_day date GENERATED ALWAYS AS (cast(published_at + interval 1 + (published_at >= makedate(year(published_at),1) + interval 3 month - interval 1 day - interval weekday(makedate(year(published_at),1) + interval 3 month - interval 1 day + interval 1 day) day + interval 1 hour and published_at < makedate(year(published_at),1) + interval 10 month - interval 1 day - interval weekday(makedate(year(published_at),1) + interval 10 month - interval 1 day + interval 1 day) day + interval 1 hour) hour as date)) VIRTUAL,
  updated_day date GENERATED ALWAYS AS (cast(updated_at + interval 1 + (updated_at >= makedate(year(updated_at),1) + interval 3 month - interval 1 day - interval weekday(makedate(year(updated_at),1) + interval 3 month - interval 1 day + interval 1 day) day + interval 1 hour and updated_at < makedate(year(updated_at),1) + interval 10 month - interval 1 day - interval weekday(makedate(year(updated_at),1) + interval 10 month - interval 1 day + interval 1 day) day + interval 1 hour) hour as date)) VIRTUAL,
  gone_on date DEFAULT NULL, -- since when its feed lacks it
  merged_into int(10) unsigned DEFAULT NULL, -- the aid that it is the same as
  PRIMARY KEY (id),
  UNIQUE KEY slug (slug),
  UNIQUE KEY aid_source (source,source_id), -- aid_by_source
  KEY aid_generic (generic_id), -- aid_locals
  KEY aid_perimeter (perimeter_id), -- perimeter_matches
  KEY aid_newest (status,published_at,id), -- home_aids
  KEY recurrence_id (recurrence_id),
  CONSTRAINT aid_ibfk_1 FOREIGN KEY (perimeter_id) REFERENCES perimeter (id),
  CONSTRAINT aid_ibfk_2 FOREIGN KEY (recurrence_id) REFERENCES recurrence (id),
  CONSTRAINT aid_ibfk_3 FOREIGN KEY (generic_id) REFERENCES aid (id)
);

CREATE TABLE aid_audience (
  aid_id int(10) unsigned NOT NULL,
  audience_id tinyint(3) unsigned NOT NULL,
  PRIMARY KEY (aid_id,audience_id),
  KEY audience_id (audience_id),
  CONSTRAINT aid_audience_ibfk_1 FOREIGN KEY (aid_id) REFERENCES aid (id),
  CONSTRAINT aid_audience_ibfk_2 FOREIGN KEY (audience_id) REFERENCES audience (id)
);

CREATE TABLE aid_backer (
  aid_id int(10) unsigned NOT NULL,
  backer_id int(10) unsigned NOT NULL,
  role enum('financer','instructor') NOT NULL,
  position tinyint(3) unsigned NOT NULL,
  PRIMARY KEY (aid_id,role,backer_id),
  KEY aid_backer_backer (backer_id,aid_id), -- aids_of_backers
  CONSTRAINT aid_backer_backer FOREIGN KEY (backer_id) REFERENCES backer (id) ON UPDATE CASCADE,
  CONSTRAINT aid_backer_ibfk_1 FOREIGN KEY (aid_id) REFERENCES aid (id)
);

CREATE TABLE aid_body (
  aid_id int(10) unsigned NOT NULL, -- aids_by_slug
  body mediumtext NOT NULL, -- of the aid's page, HTML
  PRIMARY KEY (aid_id)
);

CREATE TABLE aid_category (
  aid_id int(10) unsigned NOT NULL,
  category_id smallint(5) unsigned NOT NULL,
  PRIMARY KEY (aid_id,category_id),
  KEY category_id (category_id),
  CONSTRAINT aid_category_ibfk_1 FOREIGN KEY (aid_id) REFERENCES aid (id),
  CONSTRAINT aid_category_ibfk_2 FOREIGN KEY (category_id) REFERENCES category (id)
);

-- The démarche of an aid: said by its addresses, or by the administrator.
CREATE TABLE aid_demarche (
  aid_id int(10) unsigned NOT NULL,
  demarche int(10) unsigned NOT NULL,
  offered tinyint(1) NOT NULL DEFAULT 0,
  PRIMARY KEY (aid_id,demarche), -- demarches_of_aid
  KEY aid_demarche_of (demarche,aid_id) -- demarche_link_clear, aids_of_demarche
);

CREATE TABLE aid_destination (
  aid_id int(10) unsigned NOT NULL,
  destination_id tinyint(3) unsigned NOT NULL,
  PRIMARY KEY (aid_id,destination_id),
  KEY destination_id (destination_id),
  CONSTRAINT aid_destination_ibfk_1 FOREIGN KEY (aid_id) REFERENCES aid (id),
  CONSTRAINT aid_destination_ibfk_2 FOREIGN KEY (destination_id) REFERENCES destination (id)
);

-- What an aid gives to tables, feeds and calendars, rendered when the aid changes,
-- as its card is: a list for machines of all aids takes 3 ms and not 350.
CREATE TABLE aid_export (
  aid_id int(10) unsigned NOT NULL, -- aid_rows, aid_entries, aid_events
  row mediumtext NOT NULL,
  entry mediumtext NOT NULL, -- of a feed, Atom
  event mediumtext NOT NULL, -- of a calendar; empty without a deadline
  changed datetime DEFAULT NULL, -- of the feed: the last change or the publication
  PRIMARY KEY (aid_id)
);

CREATE TABLE aid_has_type (
  aid_id int(10) unsigned NOT NULL,
  type_id tinyint(3) unsigned NOT NULL,
  PRIMARY KEY (aid_id,type_id),
  KEY type_id (type_id),
  CONSTRAINT aid_has_type_ibfk_1 FOREIGN KEY (aid_id) REFERENCES aid (id),
  CONSTRAINT aid_has_type_ibfk_2 FOREIGN KEY (type_id) REFERENCES aid_type (id)
);

-- One narrow row an aid, held in memory by each search process and refreshed
-- by what is newer than it has.
CREATE TABLE aid_index (
  aid_id int(10) unsigned NOT NULL, -- aid_index_since
  version bigint(20) unsigned NOT NULL,
  published tinyint(1) NOT NULL, -- status is 'published'
  perimeter_id int(10) unsigned DEFAULT NULL,
  scale tinyint(3) unsigned DEFAULT NULL,
  generic_id int(10) unsigned DEFAULT NULL,
  twins int(10) unsigned NOT NULL DEFAULT 0, -- the first aid of its group; 0: it has none
  opens smallint(5) unsigned DEFAULT NULL, -- days since 1 January 1970, as below
  closes smallint(5) unsigned DEFAULT NULL,
  fresh smallint(5) unsigned DEFAULT NULL, -- day of publication
  facets bigint(20) unsigned NOT NULL, -- a bit an audience, type, step...: sql/constants
  categories_0 bigint(20) unsigned NOT NULL, -- a bit a category id under 64
  categories_1 bigint(20) unsigned NOT NULL, -- 64 to 127
  PRIMARY KEY (aid_id),
  KEY aid_index_version (version), -- aid_index_since
  KEY aid_index_perimeter (perimeter_id), -- perimeter_matches
  KEY aid_index_open (published,closes) -- home_count
);

-- In JSON, without its last brace; the texts are more keys.  Signs stand for what is
-- filled in when it is served: aids/aid_served.h.
CREATE TABLE aid_json (
  aid_id int(10) unsigned NOT NULL, -- aid_records, aid_record_texts
  status enum('open','upcoming','closed','withdrawn') NOT NULL,
  digest binary(8) GENERATED ALWAYS AS (unhex(left(sha2(concat_ws('\t',record,texts,exchange),256),16))) STORED, -- of what follows
  record mediumtext NOT NULL, -- empty of one that is not public
  texts mediumtext NOT NULL,
  exchange mediumtext NOT NULL, -- its line of the State's format, CSV; empty: it has none
  number int(10) unsigned NOT NULL DEFAULT 0, -- of its last revision; 0: never public
  version bigint(20) unsigned NOT NULL DEFAULT 0, -- of the data, then
  PRIMARY KEY (aid_id),
  KEY aid_json_changes (version,aid_id), -- aid_changes
  KEY aid_json_status (status,number)
);

-- An address that an aid had before.
CREATE TABLE aid_old_slug (
  slug varchar(255) CHARACTER SET ascii NOT NULL,
  aid_id int(10) unsigned NOT NULL,
  PRIMARY KEY (slug),
  KEY aid_id (aid_id),
  CONSTRAINT aid_old_slug_ibfk_1 FOREIGN KEY (aid_id) REFERENCES aid (id)
);

-- What somebody here says of an aid in place of its feed, under AT's names.
CREATE TABLE aid_override (
  aid_id int(10) unsigned NOT NULL,
  field varchar(40) CHARACTER SET ascii NOT NULL,
  value mediumtext NOT NULL, -- in JSON
  fed mediumtext DEFAULT NULL, -- what the feed says, in JSON; NULL: not read since
  differs tinyint(1) NOT NULL DEFAULT 0, -- it says something else since, and nobody has looked
  made_at datetime NOT NULL, -- in UTC
  PRIMARY KEY (aid_id,field),
  CONSTRAINT aid_override_ibfk_1 FOREIGN KEY (aid_id) REFERENCES aid (id)
);

CREATE TABLE aid_pair (
  first_id int(10) unsigned NOT NULL, -- the lesser id
  second_id int(10) unsigned NOT NULL,
  verdict enum('same','version','different') NOT NULL,
  made_at datetime NOT NULL, -- in UTC
  PRIMARY KEY (first_id,second_id),
  KEY second_id (second_id),
  CONSTRAINT aid_pair_ibfk_1 FOREIGN KEY (first_id) REFERENCES aid (id),
  CONSTRAINT aid_pair_ibfk_2 FOREIGN KEY (second_id) REFERENCES aid (id)
);

-- A passage of an aid's text, as it is shown with the words that match.
CREATE TABLE aid_passage (
  id bigint(20) unsigned NOT NULL, -- aid_id * 1024 + its number, from 1: aid_passages
  text varchar(500) NOT NULL,
  spots varbinary(2000) NOT NULL DEFAULT '',
  PRIMARY KEY (id)
);

CREATE TABLE aid_program (
  aid_id int(10) unsigned NOT NULL,
  program_id int(10) unsigned NOT NULL,
  PRIMARY KEY (aid_id,program_id),
  KEY aid_program_program (program_id,aid_id), -- aids_of_programs
  CONSTRAINT aid_program_ibfk_1 FOREIGN KEY (aid_id) REFERENCES aid (id),
  CONSTRAINT aid_program_program FOREIGN KEY (program_id) REFERENCES program (id) ON UPDATE CASCADE
);

-- What only depends on the aid, rendered when the aid changes.  Three tables,
-- for a list reads the cards of many aids and must not pass by long texts.
CREATE TABLE aid_rendered (
  aid_id int(10) unsigned NOT NULL, -- aid_cards
  name varchar(500) NOT NULL,
  card text NOT NULL, -- inner part of a card, HTML
  PRIMARY KEY (aid_id)
);

CREATE TABLE aid_revision (
  aid_id int(10) unsigned NOT NULL,
  number int(10) unsigned NOT NULL, -- 1, 2, 3...
  version bigint(20) unsigned NOT NULL, -- of the data, that it came with
  made_at datetime NOT NULL, -- in UTC
  source varchar(64) CHARACTER SET ascii NOT NULL, -- the feed of the aid
  status enum('open','upcoming','closed','withdrawn') NOT NULL,
  slug varchar(255) CHARACTER SET ascii NOT NULL,
  digest binary(8) NOT NULL,
  record mediumtext NOT NULL, -- as in aid_json; empty of one that was withdrawn
  texts mediumtext NOT NULL,
  -- As in aid_index, then: aid_index_until.
  published tinyint(1) NOT NULL,
  perimeter_id int(10) unsigned DEFAULT NULL,
  scale tinyint(3) unsigned DEFAULT NULL,
  generic_id int(10) unsigned DEFAULT NULL,
  twins int(10) unsigned DEFAULT NULL,
  opens smallint(5) unsigned DEFAULT NULL,
  closes smallint(5) unsigned DEFAULT NULL,
  fresh smallint(5) unsigned DEFAULT NULL,
  facets bigint(20) unsigned NOT NULL,
  categories_0 bigint(20) unsigned NOT NULL,
  categories_1 bigint(20) unsigned NOT NULL,
  PRIMARY KEY (aid_id,number), -- aid_history, aid_revisions_at, aid_index_until
  KEY aid_revision_made (made_at,version), -- version_before
  KEY aid_revision_version (version),
  CONSTRAINT aid_revision_ibfk_1 FOREIGN KEY (aid_id) REFERENCES aid (id)
);

CREATE TABLE aid_step (
  aid_id int(10) unsigned NOT NULL,
  step_id tinyint(3) unsigned NOT NULL,
  PRIMARY KEY (aid_id,step_id),
  KEY step_id (step_id),
  CONSTRAINT aid_step_ibfk_1 FOREIGN KEY (aid_id) REFERENCES aid (id),
  CONSTRAINT aid_step_ibfk_2 FOREIGN KEY (step_id) REFERENCES step (id)
);

CREATE TABLE aid_text (
  aid_id int(10) unsigned NOT NULL, -- aid_terms
  terms mediumtext CHARACTER SET ascii NOT NULL, -- its index terms, by blanks
  PRIMARY KEY (aid_id)
);

-- Made with the index of 003.
CREATE TABLE aid_trait (
  aid_id int(10) unsigned NOT NULL, -- aid_index_since
  likely tinyint(3) unsigned NOT NULL, -- that it is for communes or intercommunalities: 255 is sure
  sketch binary(64) DEFAULT NULL, -- backer_sketches
  made int(10) unsigned DEFAULT NULL, -- which table of word vectors gave the direction
  direction binary(96) DEFAULT NULL,
  PRIMARY KEY (aid_id)
);

CREATE TABLE aid_type (
  id tinyint(3) unsigned NOT NULL,
  group_id tinyint(3) unsigned NOT NULL,
  slug varchar(32) CHARACTER SET ascii NOT NULL,
  name varchar(100) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY slug (slug),
  KEY group_id (group_id),
  CONSTRAINT aid_type_ibfk_1 FOREIGN KEY (group_id) REFERENCES aid_type_group (id)
);

CREATE TABLE aid_type_group (
  id tinyint(3) unsigned NOT NULL,
  slug varchar(32) CHARACTER SET ascii NOT NULL,
  name varchar(100) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY slug (slug)
);

CREATE TABLE audience (
  id tinyint(3) unsigned NOT NULL,
  slug varchar(32) CHARACTER SET ascii NOT NULL,
  name varchar(100) NOT NULL,
  is_local_authority tinyint(1) NOT NULL,
  label varchar(100) DEFAULT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY slug (slug)
);

-- The weights by which whom an aid is for is guessed: indexing/audience.h.
CREATE TABLE audience_word (
  word varchar(46) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  weight smallint(6) NOT NULL,
  PRIMARY KEY (word)
);

CREATE TABLE backer (
  id int(10) unsigned NOT NULL AUTO_INCREMENT,
  name varchar(255) COLLATE utf8mb4_bin NOT NULL,
  slug varchar(255) CHARACTER SET ascii NOT NULL,
  is_corporate tinyint(1) NOT NULL DEFAULT 0,
  group_id smallint(5) unsigned DEFAULT NULL,
  perimeter_id int(10) unsigned DEFAULT NULL,
  website varchar(700) DEFAULT NULL, -- http or https
  contact varchar(700) DEFAULT NULL,
  is_hidden tinyint(1) NOT NULL DEFAULT 0, -- by the administrator
  has_page tinyint(1) GENERATED ALWAYS AS (slug <> '' and is_hidden = 0) STORED,
  source varchar(64) CHARACTER SET ascii DEFAULT NULL, -- the feed that made it: aid.source; NULL: none, or not known
  PRIMARY KEY (id),
  UNIQUE KEY name (name),
  KEY slug (slug), -- backer_find, backer_add, backer_tell
  KEY backer_group (group_id),
  KEY backer_perimeter (perimeter_id),
  CONSTRAINT backer_group FOREIGN KEY (group_id) REFERENCES backer_group (id),
  CONSTRAINT backer_perimeter FOREIGN KEY (perimeter_id) REFERENCES perimeter (id)
);

-- What kind of body a backer is, where it acts, where it can be reached.
CREATE TABLE backer_category (
  id tinyint(3) unsigned NOT NULL,
  slug varchar(64) CHARACTER SET ascii NOT NULL,
  name varchar(100) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY slug (slug) -- backer_list
);

CREATE TABLE backer_file (
  backer_id int(10) unsigned NOT NULL, -- backer, backer_logo, backer_describe
  fed_name varchar(255) COLLATE utf8mb4_bin DEFAULT NULL,
  description mediumtext DEFAULT NULL, -- rich text
  logo mediumblob DEFAULT NULL,
  logo_type varchar(40) CHARACTER SET ascii DEFAULT NULL, -- image/png
  logo_label varchar(200) DEFAULT NULL, -- what it shows, in words
  changed_at timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  PRIMARY KEY (backer_id),
  CONSTRAINT backer_file_backer FOREIGN KEY (backer_id) REFERENCES backer (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE backer_group (
  id smallint(5) unsigned NOT NULL,
  category_id tinyint(3) unsigned NOT NULL,
  part varchar(120) DEFAULT NULL, -- of the category
  name varchar(150) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY name (name), -- backer_describe
  KEY category_id (category_id),
  CONSTRAINT backer_group_ibfk_1 FOREIGN KEY (category_id) REFERENCES backer_category (id)
);

-- More of it, under titles of its own: how it works, examples, useful links.
CREATE TABLE backer_section (
  backer_id int(10) unsigned NOT NULL,
  position smallint(5) unsigned NOT NULL,
  title varchar(200) NOT NULL,
  body mediumtext NOT NULL, -- rich text
  PRIMARY KEY (backer_id,position), -- backer_sections
  CONSTRAINT backer_section_file FOREIGN KEY (backer_id) REFERENCES backer_file (backer_id) ON DELETE CASCADE ON UPDATE CASCADE
);

-- The address of the site, as it was when all aids last had a revision for it.
CREATE TABLE bulk_base (
  id tinyint(3) unsigned NOT NULL, -- 1
  address varchar(255) NOT NULL,
  day date DEFAULT NULL, -- by which aids were last turned; NULL: not known
  PRIMARY KEY (id)
);

-- A category's id is AT's and stays under 128: search keeps an aid's
-- categories as a set of 128 bits.
CREATE TABLE category (
  id smallint(5) unsigned NOT NULL CHECK (id < 128),
  theme_id smallint(5) unsigned NOT NULL,
  slug varchar(64) CHARACTER SET ascii NOT NULL,
  name varchar(100) NOT NULL,
  label varchar(100) DEFAULT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY slug (slug),
  KEY theme_id (theme_id),
  CONSTRAINT category_ibfk_1 FOREIGN KEY (theme_id) REFERENCES theme (id)
);

-- The champs of a revision, in the order of the form; annotations after them.
CREATE TABLE champ (
  revision_id int(10) unsigned NOT NULL,
  place smallint(5) unsigned NOT NULL,
  id bigint(20) unsigned NOT NULL, -- DS's stable id: lasts over revisions and clones
  block bigint(20) unsigned NOT NULL DEFAULT 0, -- the repetition that it is a child of
  private tinyint(1) NOT NULL DEFAULT 0, -- an annotation
  type varchar(48) CHARACTER SET ascii NOT NULL, -- DS's __typename, without ChampDescriptor
  label mediumtext NOT NULL,
  description longtext DEFAULT NULL,
  required tinyint(1) NOT NULL,
  level tinyint(3) unsigned NOT NULL DEFAULT 0, -- of a title
  other tinyint(1) NOT NULL DEFAULT 0, -- a list that takes what it does not name
  options mediumtext DEFAULT NULL, -- a line each
  visible_if mediumtext DEFAULT NULL, -- conditionExpression, JSON (DS 2.1, version B)
  PRIMARY KEY (revision_id,place), -- champs_of
  CONSTRAINT champ_ibfk_1 FOREIGN KEY (revision_id) REFERENCES demarche_revision (id)
);

-- Where the value of a champ comes from: the first line whose condition holds
-- and that has a value.  An empty source, confirmed, is "never".
CREATE TABLE champ_source (
  demarche int(10) unsigned NOT NULL,
  id bigint(20) unsigned NOT NULL,
  block bigint(20) unsigned NOT NULL DEFAULT 0,
  place tinyint(3) unsigned NOT NULL DEFAULT 1,
  source varchar(2000) NOT NULL, -- a constant is an option, which may be long
  only_if varchar(1000) NOT NULL DEFAULT '', -- authority.kind=commune
  state enum('proposed','confirmed') NOT NULL,
  label mediumtext NOT NULL, -- of the champ when the line was made
  PRIMARY KEY (demarche,id,block,place) -- sources_of
);

-- Words that many titles of funded projects have: they count half in a search.
CREATE TABLE common_word (
  word varchar(46) CHARACTER SET ascii NOT NULL,
  PRIMARY KEY (word)
);

-- Countries of a champ "pays".
CREATE TABLE country (
  code char(2) CHARACTER SET ascii NOT NULL, -- ISO 3166-1
  name varchar(100) NOT NULL,
  PRIMARY KEY (code)
);

-- What was done with an aid: its page read, its two links followed, its form sent.
CREATE TABLE count_aid (
  portal_id int(10) unsigned NOT NULL,
  day date NOT NULL,
  aid_id int(10) unsigned NOT NULL, -- 0: a draft of no aid
  views int(10) unsigned NOT NULL,
  more int(10) unsigned NOT NULL, -- "plus d'informations"
  apply int(10) unsigned NOT NULL, -- "candidater"
  drafts int(10) unsigned NOT NULL,
  networks bigint(20) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (portal_id,day,aid_id), -- count_aid_add
  KEY count_aid_of (aid_id,day), -- stats_backer_total, stats_backer_steps, stats_backer_done, stats_backer_aids
  KEY count_aid_day (day) -- count_aid_forget
);

-- How far each log was counted.  A log is known by its first line, which no other has:
-- it may be renamed, compressed or copied.
CREATE TABLE count_log (
  host varchar(100) CHARACTER SET ascii NOT NULL,
  log char(64) CHARACTER SET ascii NOT NULL, -- digest of its first line
  position bigint(20) unsigned NOT NULL, -- bytes, of the log as it was written
  changed_at timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  PRIMARY KEY (host,log) -- count_log_move
);

-- "networks" has a bit for some of the networks that did it: of 64, each network falls
-- on one, by a secret of the month (linear counting).  So it tells whether they were
-- five, and names none once the secret is gone.
CREATE TABLE count_month (
  month date NOT NULL, -- its first day
  secret char(32) CHARACTER SET ascii NOT NULL, -- until no line of it can come any more
  PRIMARY KEY (month) -- count_month_begin, count_month_read, count_months_over, count_month_end
);

CREATE TABLE count_page (
  portal_id int(10) unsigned NOT NULL,
  day date NOT NULL,
  kind enum('backer','program') NOT NULL,
  id int(10) unsigned NOT NULL,
  views int(10) unsigned NOT NULL,
  networks bigint(20) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (portal_id,day,kind,id), -- count_page_add
  KEY count_page_of (kind,id,day), -- stats_backer_done
  KEY count_page_day (day) -- count_page_forget
);

CREATE TABLE count_place (
  portal_id int(10) unsigned NOT NULL,
  month date NOT NULL,
  perimeter_id int(10) unsigned NOT NULL,
  searches int(10) unsigned NOT NULL,
  nothing int(10) unsigned NOT NULL,
  networks bigint(20) unsigned NOT NULL,
  PRIMARY KEY (portal_id,month,perimeter_id), -- count_place_add, stats_places
  KEY count_place_of (month) -- count_place_untold, count_place_forget
);

-- "kind" is the audience that the question named, by its slug, and '' when it named
-- none; "department" is that of the territory asked, and '' when it is of none or of
-- several.
CREATE TABLE count_search (
  portal_id int(10) unsigned NOT NULL,
  day date NOT NULL,
  kind varchar(64) CHARACTER SET ascii NOT NULL,
  department varchar(3) CHARACTER SET ascii NOT NULL,
  searches int(10) unsigned NOT NULL,
  nothing int(10) unsigned NOT NULL, -- of these, those that found no aid
  networks bigint(20) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (portal_id,day,kind,department), -- count_search_add
  KEY count_search_of (day) -- count_search_forget
);

-- How much one address and agent did on a day, for the days that logs may still speak
-- of: a robot is left out of what is counted.  Each number is of whoever falls on it.
CREATE TABLE count_seen (
  host varchar(100) CHARACTER SET ascii NOT NULL,
  day date NOT NULL,
  seen mediumblob NOT NULL, -- count/count_seen.h
  PRIMARY KEY (host,day) -- count_seen_read, count_seen_write
);

-- The words of a question as they were understood: folded, without stop words.
CREATE TABLE count_word (
  portal_id int(10) unsigned NOT NULL,
  month date NOT NULL,
  word varchar(100) COLLATE utf8mb4_bin NOT NULL,
  searches int(10) unsigned NOT NULL,
  nothing int(10) unsigned NOT NULL,
  networks bigint(20) unsigned NOT NULL,
  PRIMARY KEY (portal_id,month,word), -- count_word_add, stats_words, stats_missed
  KEY count_word_of (month) -- count_word_untold, count_word_forget
);

-- Sequence of the data: each transaction that changes what readers see adds
-- one, and every page's ETag is made from it.
CREATE TABLE data_version (
  id tinyint(3) unsigned NOT NULL, -- always 1
  version bigint(20) unsigned NOT NULL,
  places bigint(20) unsigned NOT NULL DEFAULT 1, -- of the names of places: they change seldom
  changed_at bigint(20) unsigned NOT NULL DEFAULT 0, -- in seconds since 1970
  readers smallint(5) unsigned NOT NULL DEFAULT 0, -- an older one answers 503
  origin int(10) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (id)
);

CREATE TABLE demarche (
  number int(10) unsigned NOT NULL, -- DS's own
  slug varchar(255) CHARACTER SET ascii DEFAULT NULL, -- of /commencer/<slug>; NULL: no schema said it
  title mediumtext NOT NULL,
  description mediumtext DEFAULT NULL,
  state enum('brouillon','publiee','close','depubliee') NOT NULL,
  individual tinyint(1) DEFAULT NULL, -- for persons; NULL: the schema does not say (DS 2.1)
  closes_on date DEFAULT NULL, -- dateFermeture
  revision_id int(10) unsigned DEFAULT NULL, -- the one in force
  imported_at datetime NOT NULL DEFAULT current_timestamp(),
  PRIMARY KEY (number),
  KEY demarche_slug (slug) -- aid_link
);

-- What DS published, each time that it changed.
CREATE TABLE demarche_revision (
  id int(10) unsigned NOT NULL AUTO_INCREMENT,
  demarche int(10) unsigned NOT NULL,
  digest char(64) CHARACTER SET ascii NOT NULL, -- SHA-256 of its descriptors, keys sorted
  ds_id varchar(64) CHARACTER SET ascii NOT NULL,
  published_at varchar(32) CHARACTER SET ascii DEFAULT NULL, -- as DS wrote it
  imported_at datetime NOT NULL DEFAULT current_timestamp(),
  body longtext NOT NULL, -- the whole schema, as it came
  PRIMARY KEY (id),
  UNIQUE KEY revision_of (demarche,digest), -- revision_find
  CONSTRAINT demarche_revision_ibfk_1 FOREIGN KEY (demarche) REFERENCES demarche (number)
);

-- A file.  Who has the link adds rows, and an answer to each check; the job alone says
-- what they are, and becomes of them.
CREATE TABLE deposit (
  id int(10) unsigned NOT NULL AUTO_INCREMENT,
  link_id int(10) unsigned NOT NULL,
  name varchar(255) NOT NULL, -- of the file, as the browser said it
  size int(10) unsigned NOT NULL, -- bytes
  digest char(64) CHARACTER SET ascii NOT NULL, -- SHA-256 of them
  is_whole tinyint(1) NOT NULL, -- what it lacks is to be withdrawn
  sent_at datetime NOT NULL, -- in UTC
  state enum('sent','checked','same','refused','taken','dropped') NOT NULL DEFAULT 'sent',
  tries tinyint(3) unsigned NOT NULL DEFAULT 0, -- checks that were begun and did not end
  round smallint(5) unsigned NOT NULL DEFAULT 0, -- of checks: which one an answer is to
  outcome char(64) CHARACTER SET ascii DEFAULT NULL, -- the digest of what taking it would do
  fault varchar(16) CHARACTER SET ascii DEFAULT NULL, -- why it is refused, a word for it; or
  why varchar(500) DEFAULT NULL, -- what was logged
  added int(10) unsigned NOT NULL DEFAULT 0,
  changed int(10) unsigned NOT NULL DEFAULT 0,
  same int(10) unsigned NOT NULL DEFAULT 0,
  refused int(10) unsigned NOT NULL DEFAULT 0,
  faults int(10) unsigned NOT NULL DEFAULT 0,
  absent int(10) unsigned NOT NULL DEFAULT 0, -- aids that it lacks
  withdrawn int(10) unsigned NOT NULL DEFAULT 0, -- of these; fewer when a person is to look first
  ended_at datetime DEFAULT NULL, -- when the state became that, in UTC
  PRIMARY KEY (id),
  KEY deposit_link (link_id,id), -- deposit_last
  KEY deposit_state (state,id), -- deposit_due
  KEY deposit_sent (sent_at), -- deposit_forget
  CONSTRAINT deposit_ibfk_1 FOREIGN KEY (link_id) REFERENCES deposit_link (id) ON DELETE CASCADE
);

-- What taking it does, or did: the first aids, what changes of them, the first faults.
CREATE TABLE deposit_aid (
  deposit_id int(10) unsigned NOT NULL,
  n int(10) unsigned NOT NULL,
  what enum('added','changed','withdrawn') NOT NULL,
  slug varchar(255) CHARACTER SET ascii NOT NULL,
  name varchar(500) NOT NULL,
  PRIMARY KEY (deposit_id,n),
  CONSTRAINT deposit_aid_ibfk_1 FOREIGN KEY (deposit_id) REFERENCES deposit (id) ON DELETE CASCADE
);

-- The first answer to a check holds.
CREATE TABLE deposit_answer (
  deposit_id int(10) unsigned NOT NULL,
  round smallint(5) unsigned NOT NULL,
  is_yes tinyint(1) NOT NULL,
  PRIMARY KEY (deposit_id,round),
  CONSTRAINT deposit_answer_ibfk_1 FOREIGN KEY (deposit_id) REFERENCES deposit (id) ON DELETE CASCADE
);

CREATE TABLE deposit_change (
  deposit_id int(10) unsigned NOT NULL,
  n int(10) unsigned NOT NULL, -- of the aid
  field varchar(40) CHARACTER SET ascii NOT NULL, -- AT's name of it
  was varchar(300) DEFAULT NULL, -- NULL, too, of texts too long to be shown
  becomes varchar(300) DEFAULT NULL,
  PRIMARY KEY (deposit_id,n,field),
  CONSTRAINT deposit_change_ibfk_1 FOREIGN KEY (deposit_id) REFERENCES deposit (id) ON DELETE CASCADE
);

CREATE TABLE deposit_fault (
  deposit_id int(10) unsigned NOT NULL,
  n int(10) unsigned NOT NULL,
  cell varchar(16) CHARACTER SET ascii DEFAULT NULL, -- "D12"; "12": the row
  field varchar(64) NOT NULL, -- "": the aid is not taken
  reason varchar(255) NOT NULL,
  value varchar(255) NOT NULL,
  PRIMARY KEY (deposit_id,n),
  CONSTRAINT deposit_fault_ibfk_1 FOREIGN KEY (deposit_id) REFERENCES deposit (id) ON DELETE CASCADE
);

CREATE TABLE deposit_link (
  id int(10) unsigned NOT NULL AUTO_INCREMENT,
  word char(64) CHARACTER SET ascii NOT NULL, -- the digest of the word in its address
  source varchar(64) CHARACTER SET ascii NOT NULL, -- aid.source, which it feeds
  contact varchar(255) NOT NULL, -- whom it was given to
  news enum('published','reviewable','draft') NOT NULL, -- what its new aids become
  licence varchar(64) DEFAULT NULL, -- of its aids that say none
  made_on date NOT NULL,
  ends_on date NOT NULL, -- the last day that it opens
  version bigint(20) unsigned NOT NULL DEFAULT 0, -- of the data that its tables are made of; 0: none yet
  PRIMARY KEY (id),
  UNIQUE KEY deposit_word (word) -- deposit_link
);

-- Bytes come and go by pieces, each far below what a statement may carry.
CREATE TABLE deposit_piece (
  deposit_id int(10) unsigned NOT NULL,
  n smallint(5) unsigned NOT NULL,
  bytes mediumblob NOT NULL,
  PRIMARY KEY (deposit_id,n),
  CONSTRAINT deposit_piece_ibfk_1 FOREIGN KEY (deposit_id) REFERENCES deposit (id) ON DELETE CASCADE
);

-- The file sent back with remarks: a workbook.
CREATE TABLE deposit_remark (
  deposit_id int(10) unsigned NOT NULL,
  n smallint(5) unsigned NOT NULL,
  bytes mediumblob NOT NULL,
  PRIMARY KEY (deposit_id,n),
  CONSTRAINT deposit_remark_ibfk_1 FOREIGN KEY (deposit_id) REFERENCES deposit (id) ON DELETE CASCADE
);

-- What a link gives to fill in: the model, and the public aids of its source.
CREATE TABLE deposit_table (
  link_id int(10) unsigned NOT NULL,
  name varchar(32) CHARACTER SET ascii NOT NULL, -- "modele.xlsx"
  n smallint(5) unsigned NOT NULL,
  bytes mediumblob NOT NULL,
  PRIMARY KEY (link_id,name,n),
  CONSTRAINT deposit_table_ibfk_1 FOREIGN KEY (link_id) REFERENCES deposit_link (id) ON DELETE CASCADE
);

CREATE TABLE destination (
  id tinyint(3) unsigned NOT NULL,
  slug varchar(32) CHARACTER SET ascii NOT NULL,
  name varchar(100) NOT NULL,
  label varchar(100) DEFAULT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY slug (slug)
);

-- The journal: which draft was made for which authority.  No person, no content:
-- a digest tells the same content again.
CREATE TABLE draft (
  id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  form char(32) CHARACTER SET ascii NOT NULL, -- of the reader's form, drawn at random
  digest char(64) CHARACTER SET ascii NOT NULL, -- SHA-256 of démarche and payload
  demarche int(10) unsigned NOT NULL,
  aid_id int(10) unsigned DEFAULT NULL,
  portal_id int(10) unsigned NOT NULL DEFAULT 0,
  siren char(9) CHARACTER SET ascii DEFAULT NULL,
  authority varchar(255) NOT NULL,
  champs smallint(5) unsigned NOT NULL, -- how many were sent
  -- sending: DS is asked; unknown: it did not answer; refused: no draft exists;
  -- the others are DS's (DS 1.3), expired: nobody opened it within 5 days
  state enum('sending','unknown','refused','prefilled','brouillon','en_construction','en_instruction','accepte','refuse','sans_suite','expired') NOT NULL,
  number int(10) unsigned DEFAULT NULL, -- of the dossier
  url varchar(500) DEFAULT NULL, -- with its token: never logged
  sealed varchar(1200) CHARACTER SET ascii DEFAULT NULL, -- the address, sealed by the key of the form
  token varchar(64) CHARACTER SET ascii DEFAULT NULL, -- forgotten once the dossier is owned or gone
  made_at datetime(3) NOT NULL, -- UTC
  changed_at datetime(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY draft_once (form,digest), -- draft_find, draft_add: two clicks make one draft
  KEY draft_state (state,made_at), -- drafts_alive
  KEY draft_made (made_at) -- drafts_since
);

-- Those that were begun within the hour.
CREATE TABLE draft_begun (
  id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  network char(32) CHARACTER SET ascii NOT NULL,
  begun_at datetime(3) NOT NULL, -- UTC
  until datetime(3) NOT NULL, -- it holds a place, at the latest
  PRIMARY KEY (id),
  KEY draft_begun_of (network,begun_at), -- draft_turns
  KEY draft_begun_at (begun_at) -- draft_turns, draft_begun_forget
);

-- Turns are taken one after the other, behind this row (apply/draft_turn.h).
CREATE TABLE draft_gate (
  id tinyint(3) unsigned NOT NULL, -- 1
  turns bigint(20) unsigned NOT NULL,
  PRIMARY KEY (id)
);

-- Those that wait.  "form" is a digest of the key of a reader's form, as in draft.
CREATE TABLE draft_waiting (
  id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  form char(32) CHARACTER SET ascii NOT NULL,
  digest char(64) CHARACTER SET ascii NOT NULL,
  network char(32) CHARACTER SET ascii NOT NULL, -- a mark of it: no address
  demarche int(10) unsigned NOT NULL,
  aid_id int(10) unsigned NOT NULL, -- 0: of none
  body mediumtext CHARACTER SET ascii NOT NULL, -- what is sent, sealed by the key of the form
  seen_at datetime(3) NOT NULL, -- UTC: when its reader last asked
  PRIMARY KEY (id),
  UNIQUE KEY draft_waiting_once (form,digest), -- draft_waiting_add, draft_waiting_find
  KEY draft_waiting_seen (seen_at) -- draft_turns, draft_waiting_forget
);

-- What may be known of an authority and its project, under the names that
-- sources, forms and the API give it.
CREATE TABLE fact (
  name varchar(48) CHARACTER SET ascii NOT NULL,
  place smallint(5) unsigned NOT NULL,
  type enum('text','longtext','integer','amount','date','boolean','choice','choices','civility','email','phone','siren','siret','commune','epci','department','region','list') NOT NULL,
  label varchar(200) NOT NULL,
  hint varchar(300) NOT NULL DEFAULT '',
  derived tinyint(1) NOT NULL DEFAULT 0, -- Guichet finds it: a reader is not asked
  PRIMARY KEY (name)
);

-- Which champs a fact is proposed for: by type and words of the label.
CREATE TABLE fact_label (
  fact varchar(200) CHARACTER SET ascii NOT NULL, -- a source: a fact, with its brackets
  types varchar(200) CHARACTER SET ascii NOT NULL, -- Text Textarea...
  place smallint(5) unsigned NOT NULL, -- the first that fits is proposed
  wanted varchar(300) NOT NULL, -- words of the label, any of " | ", all of " + "
  unwanted varchar(300) NOT NULL DEFAULT '', -- any of " | "
  section varchar(300) NOT NULL DEFAULT '', -- words of a title over it, likewise
  only_if varchar(200) NOT NULL DEFAULT '',
  PRIMARY KEY (place)
);

-- Questions of a form are shown theme by theme: facts are many, whose they are
-- says too little.
CREATE TABLE fact_theme (
  name varchar(16) CHARACTER SET ascii NOT NULL, -- of the page's section
  place smallint(5) unsigned NOT NULL, -- facts: from here to the next theme
  label varchar(80) NOT NULL,
  PRIMARY KEY (place) -- facts
);

-- The values of a choice, each with the wordings that mean it in a form.
CREATE TABLE fact_value (
  fact varchar(48) CHARACTER SET ascii NOT NULL,
  place tinyint(3) unsigned NOT NULL,
  value varchar(40) CHARACTER SET ascii NOT NULL,
  label varchar(200) NOT NULL,
  wordings varchar(600) NOT NULL DEFAULT '', -- by " | "; its label is one
  PRIMARY KEY (fact,value)
);

CREATE TABLE feed (
  name varchar(64) CHARACTER SET ascii NOT NULL, -- aid.source
  address varchar(700) NOT NULL, -- of the web, or a path on this machine
  licence varchar(64) DEFAULT NULL, -- of its aids that say none
  contact varchar(255) DEFAULT NULL, -- of who answers for it
  key_file varchar(255) DEFAULT NULL, -- headers, a line each; they are never in the base
  token_address varchar(700) DEFAULT NULL, -- where they are given for a token; NULL: they are sent as they are
  hours smallint(5) unsigned NOT NULL DEFAULT 24, -- from one run to the next
  news enum('published','reviewable','draft') NOT NULL DEFAULT 'published', -- what its new aids become
  grace smallint(5) unsigned NOT NULL DEFAULT 7, -- days from when it lacks an aid until that is withdrawn
  is_private tinyint(1) NOT NULL DEFAULT 0, -- addresses of private networks may be asked
  is_paused tinyint(1) NOT NULL DEFAULT 0,
  -- As it was when something was last taken of it.
  etag varchar(255) DEFAULT NULL,
  modified varchar(64) DEFAULT NULL,
  digest binary(32) DEFAULT NULL,
  cursor_at varchar(60) CHARACTER SET ascii DEFAULT NULL, -- of another Guichet: api_changes.h
  importer binary(8) DEFAULT NULL, -- by which something was last taken of it: import_stamp.h
  minutes smallint(5) unsigned NOT NULL DEFAULT 20, -- that reading it may take
  whole_on date DEFAULT NULL, -- when it was last read whole
  PRIMARY KEY (name)
);

CREATE TABLE feed_shape_row (
  position smallint(5) unsigned NOT NULL,
  shape varchar(64) NOT NULL,
  field varchar(64) NOT NULL,
  path varchar(700) NOT NULL,
  becomes varchar(700) NOT NULL,
  PRIMARY KEY (position)
);

CREATE TABLE feed_word (
  id int(10) unsigned NOT NULL AUTO_INCREMENT, -- feed_word_by_id
  source varchar(64) CHARACTER SET ascii NOT NULL, -- aid.source; '': of every feed
  field varchar(40) CHARACTER SET ascii NOT NULL, -- AT's, that bears it
  word varchar(255) NOT NULL,
  folded varchar(255) CHARACTER SET ascii NOT NULL, -- by which it is known again
  means varchar(700) DEFAULT NULL, -- as feed_shape_row.becomes; '-': nothing; NULL: nobody has said
  resembles varchar(700) NOT NULL DEFAULT '',
  times int(10) unsigned NOT NULL DEFAULT 0, -- in the run that said it most often
  example varchar(64) CHARACTER SET ascii NOT NULL DEFAULT '', -- an aid that bears it, by its id in the feed
  told_on date DEFAULT NULL, -- when a run last said it; NULL: none did
  PRIMARY KEY (id),
  UNIQUE KEY feed_word_of (field,folded,source), -- feed_word_put, feed_word_aids
  KEY feed_word_source (source) -- feed_words_said, feed_word_rows
);

-- The site's secret, for the marks of forms (apply/form_token.h): 64 hexadecimal digits.
CREATE TABLE form_secret (
  id tinyint(3) unsigned NOT NULL, -- 1
  secret char(64) CHARACTER SET ascii NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE funded (
  id int(10) unsigned NOT NULL AUTO_INCREMENT,
  source varchar(64) CHARACTER SET ascii NOT NULL, -- of the import
  year smallint(5) unsigned DEFAULT NULL,
  scheme varchar(255) NOT NULL, -- DETR, or a measure of the Fonds vert
  title varchar(500) NOT NULL,
  beneficiary varchar(255) NOT NULL, -- a public body
  folded varchar(255) CHARACTER SET ascii NOT NULL, -- its name, as perimeter_name has it
  siren varchar(9) CHARACTER SET ascii DEFAULT NULL,
  insee varchar(5) CHARACTER SET ascii DEFAULT NULL,
  department varchar(3) CHARACTER SET ascii NOT NULL,
  cost bigint(20) unsigned DEFAULT NULL, -- euros
  amount bigint(20) unsigned NOT NULL, -- granted, euros
  perimeter_id int(10) unsigned DEFAULT NULL, -- commune or EPCI of the beneficiary
  epci_id int(10) unsigned DEFAULT NULL,
  PRIMARY KEY (id),
  KEY funded_source (source,id) -- funded_delete, funded_all
);

-- The projects of each department, as documents of the search.
CREATE TABLE funded_list (
  near varbinary(64) NOT NULL, -- funded_lists: its code
  list mediumblob NOT NULL, -- funded.h
  PRIMARY KEY (near)
);

-- The first thousand faults of a run.
CREATE TABLE import_fault (
  import_id int(10) unsigned NOT NULL,
  n smallint(5) unsigned NOT NULL,
  record int(10) unsigned NOT NULL, -- of the feed, from 1
  source_id varchar(64) CHARACTER SET ascii DEFAULT NULL,
  field varchar(64) NOT NULL,
  reason varchar(255) NOT NULL,
  value varchar(255) NOT NULL,
  PRIMARY KEY (import_id,n),
  CONSTRAINT import_fault_ibfk_1 FOREIGN KEY (import_id) REFERENCES import_log (id) ON DELETE CASCADE
);

-- Each import of aids, and whether anything was taken of it.
CREATE TABLE import_log (
  id int(10) unsigned NOT NULL AUTO_INCREMENT,
  ended_at timestamp NOT NULL DEFAULT current_timestamp(),
  source varchar(64) CHARACTER SET ascii NOT NULL,
  is_taken tinyint(1) NOT NULL, -- else refused whole
  added int(10) unsigned NOT NULL,
  changed int(10) unsigned NOT NULL,
  same int(10) unsigned NOT NULL,
  refused int(10) unsigned NOT NULL,
  is_harvest tinyint(1) NOT NULL DEFAULT 0, -- else a file that somebody gave
  version bigint(20) unsigned NOT NULL DEFAULT 0, -- of the data that it made; 0: none
  ms int(10) unsigned NOT NULL DEFAULT 0,
  faults int(10) unsigned NOT NULL DEFAULT 0, -- what was not understood
  absent int(10) unsigned NOT NULL DEFAULT 0, -- aids that the feed lacks
  withdrawn int(10) unsigned NOT NULL DEFAULT 0, -- of these
  why varchar(500) DEFAULT NULL, -- what stopped it, or was not done
  outcome enum('unchanged','held','empty') DEFAULT NULL, -- NULL: as is_taken says
  PRIMARY KEY (id),
  KEY import_log_source (source,id) -- import_log_last, feed_due
);

CREATE TABLE job (
  name varchar(64) CHARACTER SET ascii NOT NULL,
  PRIMARY KEY (name)
);

-- Words that stand for each other.  An object decides which aids are found, an
-- intention ("rénover") only helps, an acronym stands for what it abridges.
CREATE TABLE keyword (
  term varchar(100) COLLATE utf8mb4_bin NOT NULL,
  kind enum('object','intention','acronym') NOT NULL,
  synonyms varchar(2000) NOT NULL, -- by " | "
  PRIMARY KEY (kind,term) -- keywords
);

CREATE TABLE link (
  address varchar(700) COLLATE utf8mb4_bin NOT NULL, -- aids_by_slug, link_wrong
  wanted_on date NOT NULL, -- the last day that an aid was seen to have it
  due_at datetime NOT NULL DEFAULT '2000-01-01 00:00:00', -- in UTC: not to be visited before
  visited_at datetime DEFAULT NULL, -- in UTC
  status smallint(5) unsigned DEFAULT NULL, -- of HTTP; 0: no server answered
  why varchar(300) DEFAULT NULL, -- in words, when it did not end well
  leads_to varchar(2000) DEFAULT NULL, -- where redirects lead, of a wrong one
  wrong enum('dead','home','moved') DEFAULT NULL,
  wrong_since date DEFAULT NULL,
  wrong_on date DEFAULT NULL, -- the last day that it was found so
  wrong_days tinyint(3) unsigned NOT NULL DEFAULT 0, -- on how many
  told tinyint(1) NOT NULL DEFAULT 0, -- readers are
  PRIMARY KEY (address),
  KEY link_due (wanted_on,due_at), -- link_due, link_forget
  KEY link_told (wrong,told) -- link_untold, link_tell
);

-- Other wordings under which a feed names an entry of a list above.
CREATE TABLE list_alias (
  list enum('audience','aid_type','step','destination','recurrence','category','scale') NOT NULL,
  name varchar(100) NOT NULL,
  id smallint(5) unsigned NOT NULL,
  PRIMARY KEY (list,name)
);

CREATE TABLE outline (
  code varchar(3) CHARACTER SET ascii NOT NULL, -- of a department; '': the frames around some
  path text CHARACTER SET ascii NOT NULL, -- of SVG
  PRIMARY KEY (code) -- map_departments
);

-- Parts of pages that only depend on the lists.
CREATE TABLE page_fragment (
  name varchar(32) CHARACTER SET ascii NOT NULL,
  html mediumtext NOT NULL,
  PRIMARY KEY (name)
);

-- Ids start at a million so that no id looks like an INSEE code (5), a SIREN
-- (9) or an id of AT (6 at most): "perimeter" accepts them all.
CREATE TABLE perimeter (
  id int(10) unsigned NOT NULL AUTO_INCREMENT,
  scale tinyint(3) unsigned NOT NULL,
  code varchar(32) CHARACTER SET ascii NOT NULL, -- INSEE, SIREN of an EPCI, FRA, EU...
  name varchar(1000) NOT NULL,
  siren char(9) CHARACTER SET ascii DEFAULT NULL,
  kind varchar(8) CHARACTER SET ascii DEFAULT NULL, -- CC CA CU METRO MET69 EPT, COM
  population int(10) unsigned DEFAULT NULL,
  department varchar(3) CHARACTER SET ascii DEFAULT NULL, -- code, shown beside a name; an EPCI's: of most of its people
  zips varchar(360) CHARACTER SET ascii DEFAULT NULL, -- postal codes, by spaces, at most 60
  is_obsolete tinyint(1) NOT NULL DEFAULT 0, -- gone from the reference, still pointed at
  latitude decimal(4,2) DEFAULT NULL, -- degrees: the centre of a commune, the mean of an EPCI's
  longitude decimal(5,2) DEFAULT NULL,
  -- A square of 33 km: what is within 30 km of a place lies in its own or beside.
  square int(11) GENERATED ALWAYS AS (1000 * floor(latitude / 0.30) + floor(longitude / 0.45)) STORED,
  arrondissement varchar(64) DEFAULT NULL, -- départemental: of a commune; of an EPCI, where most of its people live
  -- Contrat de relance et de transition écologique: of an EPCI or EPT, and of the
  -- few communes that signed another than theirs (islands).  A commune without one
  -- has that of its EPT, else of its EPCI; an EPT without one, that of its EPCI.
  crte varchar(160) DEFAULT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY perimeter_code (scale,code), -- perimeter_load_area_add
  KEY perimeter_by_code (code), -- perimeter_by_code
  KEY perimeter_by_siren (siren), -- perimeter_by_code
  KEY perimeter_square (square,scale,is_obsolete,latitude,longitude,department), -- perimeter_around
  CONSTRAINT perimeter_ibfk_1 FOREIGN KEY (scale) REFERENCES scale (id)
);

-- Ids of AT, which "perimeter" bears in addresses of theirs.  Places are told by
-- scale and code, of today or of the past.
CREATE TABLE perimeter_at (
  id int(10) unsigned NOT NULL, -- perimeter_of_at
  scale tinyint(3) unsigned NOT NULL,
  code varchar(32) CHARACTER SET ascii NOT NULL,
  PRIMARY KEY (id),
  KEY perimeter_at_scale (scale), -- perimeter_at_communes
  KEY perimeter_at_code (scale,code)
);

-- The materialised closure: what contains what (AT 2.4).  No foreign key: a
-- perimeter is never deleted, and a load writes a quarter of a million rows.
CREATE TABLE perimeter_link (
  contained_id int(10) unsigned NOT NULL,
  container_id int(10) unsigned NOT NULL,
  is_part tinyint(1) NOT NULL DEFAULT 0,
  PRIMARY KEY (contained_id,container_id), -- perimeter_chains
  KEY perimeter_link_container (container_id,contained_id) -- epci_in, perimeter_zone_communes_within
);

-- Members of the perimeters that an administrator made (guichet perimeter add),
-- kept so that an update of the reference rebuilds their links.
CREATE TABLE perimeter_member (
  perimeter_id int(10) unsigned NOT NULL,
  code varchar(9) CHARACTER SET ascii NOT NULL, -- as given: INSEE, or SIREN of an EPCI
  PRIMARY KEY (perimeter_id,code),
  CONSTRAINT perimeter_member_ibfk_1 FOREIGN KEY (perimeter_id) REFERENCES perimeter (id)
);

-- Every name and code that leads to a perimeter: its own, those of delegated,
-- associated and former communes, of arrondissements municipaux, other usages.
CREATE TABLE perimeter_name (
  id int(10) unsigned NOT NULL AUTO_INCREMENT,
  perimeter_id int(10) unsigned NOT NULL,
  code varchar(32) CHARACTER SET ascii NOT NULL,
  kind enum('own','alias','arrondissement','delegated','associated','former') NOT NULL,
  name varchar(255) NOT NULL, -- '' for a former code without a name
  folded varchar(255) CHARACTER SET ascii NOT NULL, -- lower case, no accent, "saint", blanks
  zips varchar(100) CHARACTER SET ascii DEFAULT NULL, -- of an arrondissement
  population int(10) unsigned DEFAULT NULL, -- of an arrondissement
  PRIMARY KEY (id),
  UNIQUE KEY perimeter_name_of (perimeter_id,kind,code,folded), -- perimeter_load_name_add
  KEY perimeter_name_folded (folded), -- perimeter_by_name
  KEY perimeter_name_code (code), -- perimeter_by_code
  CONSTRAINT perimeter_name_ibfk_1 FOREIGN KEY (perimeter_id) REFERENCES perimeter (id)
);

-- What they are: members of a perimeter of kind "union".
CREATE TABLE perimeter_union (
  perimeter_id int(10) unsigned NOT NULL,
  member_id int(10) unsigned NOT NULL,
  PRIMARY KEY (perimeter_id,member_id), -- perimeter_union_links
  KEY member_id (member_id),
  CONSTRAINT perimeter_union_ibfk_1 FOREIGN KEY (perimeter_id) REFERENCES perimeter (id),
  CONSTRAINT perimeter_union_ibfk_2 FOREIGN KEY (member_id) REFERENCES perimeter (id)
);

CREATE TABLE perimeter_zip (
  zip char(5) CHARACTER SET ascii NOT NULL,
  perimeter_id int(10) unsigned NOT NULL,
  PRIMARY KEY (zip,perimeter_id), -- zip_codes
  KEY perimeter_id (perimeter_id),
  CONSTRAINT perimeter_zip_ibfk_1 FOREIGN KEY (perimeter_id) REFERENCES perimeter (id)
);

-- Words that no reference of territories holds (sql/data/place-words.sql).
CREATE TABLE place_word (
  kind enum('body','label','brand','short','code','former','abbreviation') NOT NULL,
  words varchar(120) COLLATE utf8mb4_bin NOT NULL, -- as people write them
  meaning varchar(32) CHARACTER SET ascii NOT NULL, -- of a body its scale and kind, else the code of a perimeter
  PRIMARY KEY (kind,words) -- gazetteer_meanings
);

CREATE TABLE portal (
  id int(10) unsigned NOT NULL AUTO_INCREMENT,
  slug varchar(33) CHARACTER SET ascii NOT NULL, -- /portails/{slug}/
  host varchar(253) CHARACTER SET ascii DEFAULT NULL, -- its own host name, lower case
  is_public tinyint(1) NOT NULL DEFAULT 0,
  preview char(64) CHARACTER SET ascii DEFAULT NULL, -- digest of the word that opens it before
  query varchar(8000) NOT NULL DEFAULT '', -- the base question, as in an address
  own_canonical tinyint(1) NOT NULL DEFAULT 0, -- search engines are shown its pages of aids, not the site's
  name varchar(120) NOT NULL, -- in the header and in titles
  tagline varchar(200) DEFAULT NULL, -- under the name
  title varchar(200) DEFAULT NULL, -- of its first page
  description varchar(300) DEFAULT NULL, -- what search engines show
  summary mediumtext DEFAULT NULL, -- rich text above the search
  more mediumtext DEFAULT NULL, -- rich text below it
  theme varchar(10) CHARACTER SET ascii NOT NULL DEFAULT 'neutral', -- or "state"
  brand varchar(200) DEFAULT NULL, -- the State's: lines parted by |
  accent char(7) CHARACTER SET ascii DEFAULT NULL, -- #1f5f74: of the neutral theme
  accent_dark char(7) CHARACTER SET ascii DEFAULT NULL, -- the same on dark
  font varchar(10) CHARACTER SET ascii DEFAULT NULL, -- "serif"; NULL: the system's
  logo mediumblob DEFAULT NULL,
  logo_type varchar(40) CHARACTER SET ascii DEFAULT NULL, -- image/png
  logo_label varchar(200) DEFAULT NULL, -- what it shows, in words
  logo_href varchar(700) DEFAULT NULL, -- where it leads; NULL: the first page
  footer varchar(1000) DEFAULT NULL, -- a sentence in the foot
  contact varchar(700) DEFAULT NULL, -- an address of mail or of a page
  operator_name varchar(200) DEFAULT NULL, -- legal facts; NULL: the site's
  operator_address varchar(300) DEFAULT NULL,
  publication_director varchar(200) DEFAULT NULL,
  changed_at timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  stats_public tinyint(1) NOT NULL DEFAULT 0, -- anybody reads its /stats/
  stats_word char(64) CHARACTER SET ascii DEFAULT NULL, -- digest of the word that opens it
  PRIMARY KEY (id),
  UNIQUE KEY portal_slug (slug), -- portal_by_slug, portal_look
  UNIQUE KEY portal_host (host) -- portal_by_host
);

-- Aids that it shows first, or never.
CREATE TABLE portal_aid (
  portal_id int(10) unsigned NOT NULL,
  aid_id int(10) unsigned NOT NULL,
  is_shown tinyint(1) NOT NULL, -- first, even when its question does not find it; or never
  position smallint(5) unsigned NOT NULL,
  PRIMARY KEY (portal_id,aid_id), -- portal_aids
  KEY aid_id (aid_id),
  CONSTRAINT portal_aid_ibfk_1 FOREIGN KEY (portal_id) REFERENCES portal (id) ON DELETE CASCADE,
  CONSTRAINT portal_aid_ibfk_2 FOREIGN KEY (aid_id) REFERENCES aid (id) ON DELETE CASCADE
);

-- The filters that its search shows, in this order, under these names.
CREATE TABLE portal_filter (
  portal_id int(10) unsigned NOT NULL,
  position smallint(5) unsigned NOT NULL,
  filter varchar(40) CHARACTER SET ascii NOT NULL,
  label varchar(120) DEFAULT NULL, -- NULL: the site's
  PRIMARY KEY (portal_id,position), -- portal_filters
  CONSTRAINT portal_filter_ibfk_1 FOREIGN KEY (portal_id) REFERENCES portal (id) ON DELETE CASCADE
);

CREATE TABLE portal_link (
  portal_id int(10) unsigned NOT NULL,
  position smallint(5) unsigned NOT NULL,
  label varchar(120) NOT NULL,
  href varchar(700) NOT NULL,
  PRIMARY KEY (portal_id,position), -- portal_links
  CONSTRAINT portal_link_ibfk_1 FOREIGN KEY (portal_id) REFERENCES portal (id) ON DELETE CASCADE
);

-- Its tabs, and the links of its foot.
CREATE TABLE portal_page (
  portal_id int(10) unsigned NOT NULL,
  position smallint(5) unsigned NOT NULL,
  slug varchar(60) CHARACTER SET ascii NOT NULL,
  title varchar(120) NOT NULL,
  body mediumtext NOT NULL, -- rich text
  PRIMARY KEY (portal_id,position), -- portal_tabs
  UNIQUE KEY portal_page_slug (portal_id,slug), -- portal_page_by_slug
  CONSTRAINT portal_page_ibfk_1 FOREIGN KEY (portal_id) REFERENCES portal (id) ON DELETE CASCADE
);

-- The sites whose pages may hold it in a frame: https://www.example.fr.
CREATE TABLE portal_site (
  portal_id int(10) unsigned NOT NULL,
  origin varchar(260) CHARACTER SET ascii NOT NULL,
  PRIMARY KEY (portal_id,origin), -- portal_by_slug, portal_by_host
  CONSTRAINT portal_site_ibfk_1 FOREIGN KEY (portal_id) REFERENCES portal (id) ON DELETE CASCADE
);

-- Posting list of a term: aids that bear it, by rising id.  Format: posting.h
CREATE TABLE posting (
  term varbinary(60) NOT NULL,
  aids int(10) unsigned NOT NULL,
  list mediumblob NOT NULL,
  PRIMARY KEY (term)
);

CREATE TABLE program (
  id int(10) unsigned NOT NULL AUTO_INCREMENT,
  slug varchar(255) CHARACTER SET ascii NOT NULL, -- program_by_slug
  name varchar(255) COLLATE utf8mb4_bin NOT NULL,
  short_description varchar(500) DEFAULT NULL,
  description mediumtext DEFAULT NULL, -- XHTML
  PRIMARY KEY (id),
  UNIQUE KEY slug (slug),
  UNIQUE KEY name (name)
);

-- What a programme is for: each fact with its date and its source.  By slugs, for a
-- programme may come with the first aid that names it.
CREATE TABLE program_fact (
  slug varchar(255) CHARACTER SET ascii NOT NULL,
  kind enum('aim','public','offer','partners','contact','tab','question') NOT NULL,
  body mediumtext NOT NULL, -- rich text
  vintage varchar(40) NOT NULL, -- 2020
  source varchar(200) NOT NULL,
  own tinyint(1) NOT NULL DEFAULT 0, -- of a file
  position smallint(5) unsigned NOT NULL DEFAULT 0,
  title varchar(200) DEFAULT NULL, -- of tabs and questions
  PRIMARY KEY (slug,own,kind,position) -- program_facts
);

CREATE TABLE program_file (
  program_id int(10) unsigned NOT NULL, -- program_facts
  fed_name varchar(255) COLLATE utf8mb4_bin DEFAULT NULL,
  fed_short varchar(500) DEFAULT NULL,
  fed_description mediumtext DEFAULT NULL,
  changed_at timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  PRIMARY KEY (program_id),
  CONSTRAINT program_file_program FOREIGN KEY (program_id) REFERENCES program (id) ON DELETE CASCADE ON UPDATE CASCADE
);

-- Which territories are in a programme: lists of "guichet program members"; those of
-- the CRTE are in the reference of territories.
CREATE TABLE program_list (
  program_id int(10) unsigned NOT NULL, -- program_lists
  vintage varchar(40) NOT NULL,
  source varchar(200) NOT NULL,
  PRIMARY KEY (program_id),
  CONSTRAINT program_list_ibfk_1 FOREIGN KEY (program_id) REFERENCES program (id) ON UPDATE CASCADE
);

CREATE TABLE program_member (
  program_id int(10) unsigned NOT NULL,
  perimeter_id int(10) unsigned NOT NULL,
  PRIMARY KEY (program_id,perimeter_id), -- program_matches
  KEY perimeter_id (perimeter_id),
  CONSTRAINT program_member_ibfk_1 FOREIGN KEY (program_id) REFERENCES program_list (program_id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT program_member_ibfk_2 FOREIGN KEY (perimeter_id) REFERENCES perimeter (id)
);

CREATE TABLE project_kind (
  name varchar(150) COLLATE utf8mb4_bin NOT NULL, -- project_kinds
  wordings varchar(3000) NOT NULL, -- by " | "
  PRIMARY KEY (name)
);

-- Named kinds of projects ("Rénovation énergétique d’une école"), as AT's reference
-- projects: "guichet import projects" takes those that come with Guichet.
CREATE TABLE project_type (
  id int(10) unsigned NOT NULL AUTO_INCREMENT,
  slug varchar(150) CHARACTER SET ascii NOT NULL,
  name varchar(150) COLLATE utf8mb4_bin NOT NULL,
  category varchar(100) NOT NULL,
  required varchar(3000) NOT NULL, -- groups by " + ", wordings by " | "
  excluded varchar(1000) NOT NULL, -- wordings by " | "
  PRIMARY KEY (id),
  UNIQUE KEY slug (slug),
  UNIQUE KEY name (name)
);

CREATE TABLE recurrence (
  id tinyint(3) unsigned NOT NULL,
  slug varchar(32) CHARACTER SET ascii NOT NULL,
  name varchar(100) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY slug (slug)
);

CREATE TABLE scale (
  id tinyint(3) unsigned NOT NULL, -- AT's value: wider is larger
  slug varchar(16) CHARACTER SET ascii NOT NULL,
  name varchar(64) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY slug (slug)
);

CREATE TABLE schema_step (
  name varchar(64) CHARACTER SET ascii NOT NULL,
  applied_at datetime NOT NULL DEFAULT current_timestamp(),
  under_way smallint(5) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (name)
);

CREATE TABLE site_word (
  page varchar(20) CHARACTER SET ascii NOT NULL, -- stats
  digest char(64) CHARACTER SET ascii NOT NULL, -- of the word
  PRIMARY KEY (page) -- site_word, site_set_word
);

CREATE TABLE step (
  id tinyint(3) unsigned NOT NULL,
  slug varchar(32) CHARACTER SET ascii NOT NULL,
  name varchar(100) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY slug (slug)
);

-- Words that part other words and find nothing by themselves, folded.
CREATE TABLE stop_word (
  word varchar(32) CHARACTER SET ascii NOT NULL,
  PRIMARY KEY (word)
);

CREATE TABLE theme (
  id smallint(5) unsigned NOT NULL,
  slug varchar(64) CHARACTER SET ascii NOT NULL,
  name varchar(100) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY slug (slug)
);

-- A word as it is written, for each stem of the index: what typing mistakes are
-- corrected to.
CREATE TABLE vocabulary (
  term varbinary(60) NOT NULL, -- vocabulary
  form varchar(60) NOT NULL,
  PRIMARY KEY (term)
);

-- readers: 018
-- Words of which a class is known: of a way, which a name follows ("rue du Moulin" is no
-- mill); foreign, of who does not write in French.
CREATE TABLE word_class (
  class enum('way','foreign') NOT NULL,
  word varchar(46) CHARACTER SET ascii NOT NULL,
  PRIMARY KEY (class,word) -- word_classes
);

CREATE TABLE word_form (
  id int(10) unsigned NOT NULL AUTO_INCREMENT, -- word_forms
  form varchar(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (id), -- word_forms
  UNIQUE KEY word_form_form (form) -- word_forms_write
);
