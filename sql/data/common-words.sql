-- Words that over 2 % of the titles of funded projects have, but for subjects of
-- keywords.csv, and words of place and filler: they count half (engine/score.c).
-- Made by conf/learn-words.py on 2026-11-30, of data under the Licence Ouverte 2.0.
-- Read again at each "guichet migrate".
DELETE FROM common_word;
INSERT INTO common_word (word) VALUES
  ('acquisition'), ('aide'), ('aider'), ('aides'), ('aller'), ('amenagement'), ('avancer'),
  ('batiment'), ('batiments'), ('besoin'), ('bourg'), ('bourgs'), ('centre'), ('chercher'),
  ('communal'), ('communale'), ('communales'), ('communaux'), ('commune'), ('communes'),
  ('construction'), ('creation'), ('demander'), ('dossier'), ('eclairage'), ('energetique'),
  ('extension'), ('fetes'), ('financement'), ('financer'), ('groupe'), ('incendie'),
  ('installation'), ('local'), ('locale'), ('locales'), ('locaux'), ('mairie'), ('mairies'),
  ('maison'), ('mener'), ('mettre'), ('mise'), ('municipal'), ('municipale'), ('municipaux'),
  ('normes'), ('obtenir'), ('petit'), ('petite'), ('petites'), ('petits'), ('place'), ('pmr'),
  ('polyvalente'), ('pouvoir'), ('projet'), ('projets'), ('public'), ('publics'), ('realiser'),
  ('refection'), ('rehabilitation'), ('remplacement'), ('renovation'), ('rue'), ('rural'),
  ('rurale'), ('rurales'), ('ruraux'), ('salle'), ('scolaire'), ('securisation'), ('securite'),
  ('souhaiter'), ('subvention'), ('subventions'), ('territoire'), ('territoires'), ('thermique'),
  ('tranche'), ('travaux'), ('trouver'), ('veut'), ('village'), ('villages'), ('ville'),
  ('villes'), ('voudrais'), ('vouloir');
