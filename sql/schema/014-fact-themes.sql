-- Questions of a form are shown theme by theme: facts are many, whose they are
-- says too little.
CREATE TABLE fact_theme (
  name   VARCHAR(16) CHARACTER SET ascii NOT NULL,  -- of the page's section
  place  SMALLINT UNSIGNED NOT NULL,                -- facts: from here to the next theme
  label  VARCHAR(80)  NOT NULL,
  PRIMARY KEY (place)                               -- facts
);
