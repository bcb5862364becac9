-- Several territories that an aid names together are one perimeter, whose name is
-- theirs: twenty regions are four hundred letters.
ALTER TABLE perimeter
  MODIFY name VARCHAR(1000) NOT NULL;

-- What they are: members of a perimeter of kind "union".
CREATE TABLE perimeter_union (
  perimeter_id  INT UNSIGNED NOT NULL,
  member_id     INT UNSIGNED NOT NULL,
  PRIMARY KEY (perimeter_id, member_id),                 -- perimeter_union_links
  CONSTRAINT FOREIGN KEY (perimeter_id) REFERENCES perimeter (id),
  CONSTRAINT FOREIGN KEY (member_id) REFERENCES perimeter (id)
);
