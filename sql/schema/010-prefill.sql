-- Nothing that DS says is cut: its labels and titles have no length.

ALTER TABLE demarche
  MODIFY title MEDIUMTEXT NOT NULL,
  MODIFY description MEDIUMTEXT NULL;
ALTER TABLE champ
  MODIFY label MEDIUMTEXT NOT NULL,
  MODIFY description LONGTEXT NULL,
  MODIFY visible_if MEDIUMTEXT NULL;
ALTER TABLE champ_source
  MODIFY source VARCHAR(2000) NOT NULL,                    -- a constant is an option, which may be long
  MODIFY only_if VARCHAR(1000) NOT NULL DEFAULT '',
  MODIFY label MEDIUMTEXT NOT NULL;

-- What the administrator said stays when the addresses of aids are read again.
ALTER TABLE aid_demarche
  ADD offered BOOLEAN NOT NULL DEFAULT FALSE,
  ADD KEY aid_demarche_of (demarche, aid_id);              -- demarche_link_clear, aids_of_demarche
