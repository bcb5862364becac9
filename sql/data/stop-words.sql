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
