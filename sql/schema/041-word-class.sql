-- readers: 018
-- Words of which a class is known: of a way, which a name follows ("rue du Moulin" is no
-- mill); foreign, of who does not write in French.
CREATE TABLE word_class (
  class  ENUM('way', 'foreign') NOT NULL,
  word   VARCHAR(46) CHARACTER SET ascii NOT NULL,
  PRIMARY KEY (class, word)  -- word_classes
);
