# A bad row is reported with its place and cause; the rest goes in.
cat > "$files/rows.json" <<'JSON'
[{"id": 9001001, "name": "Bonne une", "perimeter_code": "79"},
 {"id": 9001002},
 12,
 {"name": "Sans numéro ni adresse"},
 {"id": 9001005, "name": "Bonne cinq", "perimeter": "Pays de nulle part", "perimeter_scale": "Ad-hoc",
  "targeted_audiences": ["Commune", "Martien"], "aid_types": ["Don du ciel"],
  "categories": ["Eau potable", "Rien de tel"], "recurrence": "Un jour"},
 {"id": 9001006, "name": "Bonne six", "submission_deadline": "2026-13-45", "start_date": "hier",
  "subvention_rate_upper_bound": 900, "loan_amount": -5, "origin_url": "javascript:alert(1)",
  "application_url": "https://example.fr/a b", "import_data_url": 12, "perimeter_code": "FRA"}]
JSON
take rows "$files/rows.json"
is 'rows: exit 0' $left 0
matches 'no name: its place' "$said" 'aid 2 .*name'
matches 'no object: its place' "$said" 'aid 3 .*object'
matches 'no number: its place' "$said" 'aid 4 .*id'
matches 'the sum' "$said" '6 aids read: 3 added, 0 changed, 0 the same, 3 refused; 1 with an unknown perimeter'
matches 'unknown words are named' "$said" '"Martien" \(1 time\)'
matches 'unknown types too' "$said" '"Don du ciel" \(1 time\)'
is 'nothing is said of aids that are the same: there is none' "$(echo "$said" | grep -c 'aids* the same: what')" 0
matches 'and categories' "$said" '"Rien de tel" \(1 time\)'
matches 'and perimeters' "$said" '"Pays de nulle part" .1 time.'
is 'an unknown perimeter stays unknown, as it was said' \
    "$(sql 'SELECT perimeter_id, perimeter_asked FROM aid WHERE id = 9001005')" \
    "$(printf 'NULL\tPays de nulle part')"
is 'known words are kept' \
    "$(sql 'SELECT COUNT(*) FROM aid_category WHERE aid_id = 9001005')" 1
is 'values that are none are nothing' "$(sql 'SELECT closes_on, opens_on,
    rate_max, loan_amount, origin_url, application_url FROM aid WHERE id = 9001006')" \
    "$(printf 'NULL\tNULL\tNULL\tNULL\tNULL\tNULL')"
is 'each has its page' "$(status_of /aides/bonne-cinq/)" 200

# A date that is no day of the calendar is left out, and said; the row goes in, and so
# do the others.
cat > "$files/dates.jsonl" <<'JSON'
{"id": 9001020, "name": "Pas bissextile", "perimeter_code": "FRA", "submission_deadline": "2027-02-29"}
{"id": 9001021, "name": "Chaque année", "perimeter_code": "FRA", "yearly_opening": "02-01", "yearly_deadline": "02-29"}
{"id": 9001022, "name": "Heure impossible", "perimeter_code": "FRA", "date_created": "2026-11-22T99:99:99"}
{"id": 9001023, "name": "Jour impossible", "perimeter_code": "FRA", "yearly_deadline": "06-31", "date_updated": "2026-06-31"}
{"id": 9001024, "name": "Bonnes dates", "perimeter_code": "FRA", "start_date": "2024-02-29", "date_created": "2026-11-22T23:59:59.5+01:00", "date_updated": "2026-11-22T10:30", "date_published": "2026-11-22"}
JSON
take dates "$files/dates.jsonl"
is 'impossible dates: exit 0' $left 0
matches 'all rows go in' "$said" '5 aids read: 5 added'
for date in 2027-02-29 2026-06-31; do
	matches "$date is said" "$said" "no such day: \"$date\""
done
# Moments are in UTC, and what the feed does not date is as old as its first import.
is 'and the others are taken' "$(sql 'SELECT id, opens_on, closes_on, created_at,
    updated_at, published_at FROM aid WHERE id BETWEEN 9001020 AND 9001024 ORDER BY id')" \
    "$(tr ',' '\t' <<'ROWS'
9001020,NULL,NULL,NULL,NULL,2026-11-22 00:00:00
9001021,2027-02-01,2027-02-28,NULL,NULL,2026-11-22 00:00:00
9001022,NULL,NULL,NULL,NULL,2026-11-22 00:00:00
9001023,NULL,NULL,NULL,NULL,2026-11-22 00:00:00
9001024,2024-02-29,NULL,2026-11-22 22:59:59,2026-11-22 09:30:00,2026-11-22 00:00:00
ROWS
)"

# Once the perimeter is known, the same file finds it.
echo 79109 > "$files/zone"
guichet perimeter add NULLEPART 'Pays de nulle part' "$files/zone" > "$work/zone"
take rows "$files/rows.json"
matches 'a perimeter that became known is found' "$said" \
    '0 added, 1 changed, 2 the same'
matches 'why fewer faults are told is said' "$said" '^2 aids the same: what was refused of them was told'
is 'and written' "$(sql 'SELECT p.code FROM aid a JOIN perimeter p
    ON p.id = a.perimeter_id WHERE a.id = 9001005')" NULLEPART

# An aid that comes twice is what the last one says, relations included.
cat > "$files/twice.jsonl" <<'JSON'
{"id": 9001010, "name": "Deux fois", "perimeter_code": "FRA", "targeted_audiences": ["Commune", "Région"], "financers": ["Premier"]}
{"id": 9001010, "name": "Deux fois", "perimeter_code": "FRA", "targeted_audiences": ["Département"], "financers": ["Second", "Second"]}
JSON
take twice "$files/twice.jsonl"
matches 'twice in a file: added, then changed' "$said" \
    '2 aids read: 1 added, 1 changed'
is 'the last one counts' "$(sql "SELECT
    (SELECT GROUP_CONCAT(l.slug) FROM aid_audience x
     JOIN audience l ON l.id = x.audience_id WHERE x.aid_id = 9001010),
    (SELECT GROUP_CONCAT(b.name) FROM aid_backer x
     JOIN backer b ON b.id = x.backer_id WHERE x.aid_id = 9001010)")" \
    "$(printf 'department\tSecond')"

# A text that does not fit is refused, not cut.
before=$(sql 'SELECT version FROM data_version')
sql 'DELETE FROM keyword; ALTER TABLE keyword MODIFY synonyms VARCHAR(9) NOT NULL'
guichet import keywords > "$work/cut" 2>&1
is 'rows that would be cut: an error' $? 1
matches 'and it says of what' "$(cat "$work/cut")" \
    'keywords_write.*not as they were given'
is 'nothing is written' "$(sql 'SELECT version, (SELECT COUNT(*) FROM keyword)
    FROM data_version')" "$(printf '%s\t0' "$before")"
sql 'ALTER TABLE keyword MODIFY synonyms VARCHAR(2000) NOT NULL'
guichet import keywords > "$work/cut" 2>&1
is 'once they fit, all is well' $? 0

# What is said twice, in the wrong order, in other words or with more than its words.
cat > "$files/odd.jsonl" <<'JSON'
{"id": "o-1", "name": "Aide <b>en gras</b>,<br>CO<sub>2</sub> et <5 000 habitants", "description": "d", "financers": ["Porteur d'Été", "PORTEUR D'ETE"], "targeted_audiences": ["Mairies", "Conseils départementaux", "Communauté de communes"]}
{"id": "o-2", "name": "Deux jours", "description": "d", "start_date": "2027-12-31", "submission_deadline": "2027-01-31"}
{"id": "o-3", "name": "Trois", "description": "d"}
{"id": "o-3", "name": "Trois", "description": "d"}
{"id": "o-3", "name": "Autre trois", "description": "e"}
JSON
take odd "$files/odd.jsonl"
is 'a title has no tags' "$(sql "SELECT name FROM aid WHERE source = 'odd' AND source_id = 'o-1'")" \
    'Aide en gras, CO2 et <5 000 habitants'
is 'a backer is one, in whatever case and accents' "$(sql "SELECT COUNT(*), MIN(b.name) FROM aid_backer ab
    JOIN backer b ON b.id = ab.backer_id JOIN aid a ON a.id = ab.aid_id WHERE a.source = 'odd'" | tr '\t' ' ')" \
    "1 Porteur d'Été"
is 'audiences by the names of their bodies' "$(sql "SELECT GROUP_CONCAT(audience_id ORDER BY audience_id)
    FROM aid_audience ab JOIN aid a ON a.id = ab.aid_id WHERE a.source = 'odd'")" 1,2,3
matches 'an opening after the deadline is told' "$said" 'aid 2 \(o-2\), "start_date": after the deadline: "2027-12-31"'
is 'and left out' "$(sql "SELECT IFNULL(opens_on, '-'), closes_on FROM aid WHERE source_id = 'o-2'" | tr '\t' ' ')" '- 2027-01-31'
matches 'an id that comes again is told' "$said" 'aid 5 \(o-3\), "id": came before in the file: the last is taken: "4"'
is 'but not of what is the same' "$(echo "$said" | grep -c 'aid 4')" 0
is 'the last of them is taken' "$(sql "SELECT name FROM aid WHERE source_id = 'o-3'")" 'Autre trois'
echo "{\"@type\": \"hydra:Collection\", \"hydra:member\": [$(head -n 1 "$files/odd.jsonl")]}" > "$files/hydra.json"
take hydra "$files/hydra.json"
matches 'a collection of Hydra' "$said" '^1 aids read: 1 added'

# A backer has its id at AT once AT's feed gives it, and keeps it; ours are from 10,000,000 up.
cat > "$files/told.jsonl" <<'JSON'
{"id": "told-1", "name": "Qui donne", "description": "d", "financers": ["Porteur d'Été", "Porteur nouveau"], "financers_full": [{"id": 61, "name": "PORTEUR D'ÉTÉ", "logo": null}, {"id": 62, "name": "Porteur nouveau", "group": "agence de l'eau", "perimeter": "Deux-Sèvres (Département)", "external_link": "www.example.fr/a", "contact": "a@example.fr"}], "instructors_full": [{"id": 63, "name": "Porteur qui instruit"}], "programs": ["Programme dit"], "programs_full": [{"id": 64, "name": "Programme dit"}]}
{"id": "told-2", "name": "Qui donne encore", "description": "d", "financers_full": [{"id": 65, "name": "Porteur d'été"}, {"id": 62, "name": "Porteur au numéro pris", "group": "Groupe inconnu", "perimeter": "Nulle part", "external_link": "javascript:alert(1)"}, {"id": 10000000, "name": "Porteur au grand numéro"}, {"id": -1, "name": "Porteur au petit"}]}
JSON
before=$(sql 'SELECT MAX(id) FROM backer')
[ "$before" -ge 10000000 ]
tap 'ids of backers are ours from 10,000,000 up' $?
take aides-territoires "$files/told.jsonl"
is 'backers have the ids that a feed gives, in what refers to them too' "$(sql "SELECT GROUP_CONCAT(
    IF(b.id < 10000000, b.id, IF(b.id > $before, 'ours', 'known')) ORDER BY a.source_id, role, position SEPARATOR ' ')
    FROM aid_backer ab JOIN backer b ON b.id = ab.backer_id JOIN aid a ON a.id = ab.aid_id WHERE a.source = 'odd' OR a.source_id IN ('told-1', 'told-2')")" \
    '61 61 62 63 61 ours ours ours'
is 'what else it says of them, when it is understood' "$(sql "SELECT CONCAT_WS('|', b.name, IFNULL(g.name, '-'), IFNULL(p.code, '-'), IFNULL(b.website, '-'), IFNULL(b.contact, '-'))
    FROM backer b LEFT JOIN backer_group g ON g.id = b.group_id LEFT JOIN perimeter p ON p.id = b.perimeter_id
    WHERE b.slug IN ('porteur-nouveau', 'porteur-au-numero-pris') ORDER BY b.name DESC")" \
    "Porteur nouveau|Agence de l'eau|79|https://www.example.fr/a|a@example.fr
Porteur au numéro pris|-|-|-|-"
is 'so have programmes' "$(sql "SELECT p.id FROM aid_program ap JOIN program p ON p.id = ap.program_id
    JOIN aid a ON a.id = ap.aid_id WHERE a.source_id = 'told-1'")" 64
matches 'the page of the aid leads there' "$(sql "SELECT body FROM aid_body JOIN aid a ON a.id = aid_id WHERE source_id = 'told-1'")" \
    'href="/partenaires/61-porteur-d-ete/'

# A row of a table that a separator within a text has moved.
printf 'id;name;description\n1;Une;Avec ; dedans\n2;Deux;"Avec ; dedans"\n3;Trois;d;;\n' > "$files/moved.csv"
take moved "$files/moved.csv"
matches 'a row of more cells than titles is refused' "$said" 'aid 1 of the file refused: more cells than titles'
is 'the others go in' "$(sql "SELECT GROUP_CONCAT(name ORDER BY source_id) FROM aid WHERE source = 'moved'")" 'Deux,Trois'
