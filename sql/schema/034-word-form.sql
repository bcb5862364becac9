-- readers: 018
-- Words of aids as they are spelled, folded: one that is none of them may be mistyped,
-- even when its stem is that of another word.  "guichet index" fills it.

CREATE TABLE word_form (
  id    INT UNSIGNED NOT NULL AUTO_INCREMENT,               -- word_forms
  form  VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (id),                                         -- word_forms
  UNIQUE KEY word_form_form (form)                          -- word_forms_write
);
