-- French words that part other words and find nothing by themselves, folded
-- (lower case, no accent).  Read again at each "guichet migrate".
INSERT IGNORE INTO stop_word (word) VALUES
  ('a'), ('ai'), ('ainsi'), ('alors'), ('apres'), ('as'), ('au'), ('aucun'), ('aucune'), ('aura'), ('aussi'), ('autre'), ('autres'), ('aux'), ('avant'), ('avec'), ('avez'), ('avoir'), ('avons'),
  ('c'), ('car'), ('ce'), ('ceci'), ('cela'), ('celle'), ('celles'), ('celui'), ('ces'), ('cet'), ('cette'), ('ceux'), ('chaque'), ('chez'), ('comme'), ('comment'),
  ('d'), ('dans'), ('de'), ('depuis'), ('des'), ('deux'), ('doit'), ('doivent'), ('donc'), ('dont'), ('du'), ('dune'), ('dun'), ('elle'), ('elles'), ('en'), ('encore'), ('entre'), ('es'), ('est'), ('et'), ('etait'), ('etc'), ('ete'), ('etes'), ('etre'), ('eu'), ('eux'),
  ('faire'), ('fait'), ('font'), ('il'), ('ils'), ('j'), ('je'), ('l'), ('la'), ('le'), ('les'), ('leur'), ('leurs'), ('lors'), ('lui'),
  ('m'), ('ma'), ('mais'), ('me'), ('meme'), ('memes'), ('mes'), ('moi'), ('mon'), ('n'), ('ne'), ('ni'), ('non'), ('nos'), ('notre'), ('nous'), ('on'), ('ont'), ('ou'), ('par'), ('parmi'), ('pas'), ('peut'), ('peuvent'), ('plus'), ('pour'), ('pourra'),
  ('qu'), ('quand'), ('que'), ('quel'), ('quelle'), ('quelles'), ('quels'), ('qui'), ('s'), ('sa'), ('sans'), ('se'), ('selon'), ('sera'), ('seront'), ('ses'), ('si'), ('sinon'), ('soit'), ('sont'), ('sous'), ('sur'),
  ('t'), ('ta'), ('te'), ('tel'), ('telle'), ('telles'), ('tels'), ('tes'), ('toi'), ('ton'), ('tous'), ('tout'), ('toute'), ('toutes'), ('tres'), ('tu'), ('un'), ('une'), ('vers'), ('via'), ('vos'), ('votre'), ('vous'), ('y');

-- Words of which a class is known, folded.
--
-- way      a name follows it: "rue du Moulin" asks for no mill
-- foreign  English, and no word of French: who writes so is told to write in French
DELETE FROM word_class;
INSERT INTO word_class (class, word) VALUES
  ('way', 'allee'), ('way', 'avenue'), ('way', 'boulevard'), ('way', 'chemin'),
  ('way', 'dit'), ('way', 'esplanade'), ('way', 'faubourg'), ('way', 'hameau'),
  ('way', 'impasse'), ('way', 'lieudit'), ('way', 'montee'), ('way', 'place'),
  ('way', 'placette'), ('way', 'quai'), ('way', 'residence'), ('way', 'route'),
  ('way', 'rue'), ('way', 'ruelle'), ('way', 'square'), ('way', 'venelle');
INSERT INTO word_class (class, word) VALUES
  ('foreign', 'and'), ('foreign', 'bridge'), ('foreign', 'building'), ('foreign', 'buildings'),
  ('foreign', 'church'), ('foreign', 'city'), ('foreign', 'climate'), ('foreign', 'electric'),
  ('foreign', 'energy'), ('foreign', 'farm'), ('foreign', 'flood'), ('foreign', 'for'),
  ('foreign', 'forest'), ('foreign', 'from'), ('foreign', 'fund'), ('foreign', 'funding'),
  ('foreign', 'funds'), ('foreign', 'garden'), ('foreign', 'grant'), ('foreign', 'grants'),
  ('foreign', 'health'), ('foreign', 'heating'), ('foreign', 'help'), ('foreign', 'home'),
  ('foreign', 'house'), ('foreign', 'housing'), ('foreign', 'how'), ('foreign', 'library'),
  ('foreign', 'lighting'), ('foreign', 'mayor'), ('foreign', 'money'), ('foreign', 'need'),
  ('foreign', 'new'), ('foreign', 'of'), ('foreign', 'our'), ('foreign', 'playground'),
  ('foreign', 'river'), ('foreign', 'road'), ('foreign', 'roads'), ('foreign', 'roof'),
  ('foreign', 'school'), ('foreign', 'schools'), ('foreign', 'street'), ('foreign', 'the'),
  ('foreign', 'to'), ('foreign', 'town'), ('foreign', 'trees'), ('foreign', 'waste'),
  ('foreign', 'water'), ('foreign', 'we'), ('foreign', 'with'), ('foreign', 'youth');
