# Words of a feed that nothing here is called: told with what they resemble, kept until a
# person says what each is, once; the next run then applies it, though the feed is as it was.
feed=$files/words.json
cat > "$feed" <<'JSON'
[{"id": "W-1", "name": "Clore le cimetière", "description": "Une aide", "targeted_audiences": ["Comunes", "Bourgs-centres"],
  "categories": ["Tiers-lieux ruraux"], "aid_types": ["Subvention"], "recurrence": "Permanante", "perimeter": "Armorique profonde",
  "financers": ["Conseil régional de la Bretagne armoricaine"]},
 {"id": "W-2", "name": "Refaire le mur", "description": "Une aide", "targeted_audiences": ["bourgs-centres"], "perimeter": "Bretagne (Région)"}]
JSON
sql "INSERT INTO backer (name, slug) VALUES ('Conseil régional de Bretagne', 'conseil-regional-de-bretagne') ON DUPLICATE KEY UPDATE id = id"
guichet feed add mots "$feed" > /dev/null
said=$(guichet feed test mots 2>&1)
is 'a trial: exit 0' $? 0
matches 'a trial tells what a word resembles' "$said" '"Comunes" \(1 time\): is it "Commune'
is 'a trial keeps no word' "$(sql "SELECT COUNT(*) FROM feed_word WHERE source = 'mots'")" 0
said=$(guichet harvest mots 2>&1)
matches 'so does a run' "$said" '"Comunes" \(1 time\): is it "Commune'
matches 'two spellings of a word' "$said" '"bourgs-centres" \(1 time\)'
matches 'a category' "$said" '"Tiers-lieux ruraux" \(1 time\): is it "Tiers-lieux"'
matches 'a recurrence' "$said" '"Permanante" \(1 time\): is it "Permanente"'
matches 'a backer' "$said" '"Conseil régional de la Bretagne armoricaine" \(1 time\): is it "Conseil régional de Bretagne"'
matches 'what to do then' "$said" 'guichet words mots'
words=$(guichet words mots)
# number PATTERN: of the word that the list tells so.
number() { printf '%s\n' "$words" | sed -n "s/^ *\([0-9]*\)  mots, .*\"$1\".*/\1/p"; }
matches 'the list: where, how often, an example' "$words" 'mots, targeted_audiences: "Comunes" \(1 times, as in W-1\): is it "Commune'
is 'one row a word, whatever its case' "$(sql "SELECT COUNT(*), MAX(times) FROM feed_word WHERE folded = 'bourgs centres'" | tr '\t' ' ')" '1 1'
# aids: audiences, categories, territory and backers of each.
aids() {
	sql "SELECT CONCAT_WS('|', a.source_id, (SELECT GROUP_CONCAT(l.name ORDER BY l.id) FROM aid_audience x JOIN audience l ON l.id = x.audience_id WHERE x.aid_id = a.id),
	    (SELECT GROUP_CONCAT(c.name) FROM aid_category x JOIN category c ON c.id = x.category_id WHERE x.aid_id = a.id),
	    (SELECT name FROM recurrence r WHERE r.id = a.recurrence_id), (SELECT p.name FROM perimeter p WHERE p.id = a.perimeter_id),
	    (SELECT GROUP_CONCAT(b.name) FROM aid_backer x JOIN backer b ON b.id = x.backer_id WHERE x.aid_id = a.id))
	    FROM aid a WHERE source = 'mots' ORDER BY source_id"
}
is 'nothing is taken for what it resembles' "$(aids)" 'W-1|Conseil régional de la Bretagne armoricaine
W-2|Bretagne'
before=$(sql 'SELECT COUNT(*) FROM import_log')
guichet harvest mots > /dev/null 2>&1
is 'a feed that did not change costs a row of the log' "$(sql "SELECT COUNT(*) - $before, MAX(version) FROM import_log WHERE id > 0 AND source = 'mots' AND same + changed + added = 0 GROUP BY source" | cut -f1)" "$(sql "SELECT 1 - $before")"
# says NAME ARGUMENTS...: a word is said.
says() {
	name=$1
	shift
	said=$(guichet words "$@" 2>&1)
	is "$name: exit 0" $? 0
}
# wrong NAME PATTERN ARGUMENTS...: it is not.
wrong() {
	name=$1 pattern=$2
	shift 2
	said=$(guichet words "$@" 2>&1)
	is "$name: exit 1" $? 1
	matches "$name: why" "$said" "$pattern"
}
wrong 'no such word' 'no word has the number 999999' is 999999 Communes
wrong 'a value that nobody knows' '"Communs" is no "targeted_audiences" either: is it "Commune' is "$(number Comunes)" Communs
wrong 'a territory that nobody knows' 'is no "perimeter" either' is "$(number 'Armorique profonde')" Syldavie
wrong 'a backer that nobody knows' 'is no "financers" either: is it "Conseil régional de Bretagne"' is "$(number 'Conseil régional de la Bretagne armoricaine')" 'Conseil régional de la Bretagne bretonnante'
wrong 'an audience is never new' 'is no "targeted_audiences" either' new "$(number Comunes)"
is 'nothing is said yet' "$(sql 'SELECT COUNT(*) FROM feed_word WHERE means IS NOT NULL')" 0
says 'a value' is "$(number Comunes)" Communes
says 'two values' is "$(number bourgs-centres)" 'Communes|EPCI à fiscalité propre' --all
says 'a category' is "$(number 'Tiers-lieux ruraux')" 'Tiers-lieux'
says 'a territory' is "$(number 'Armorique profonde')" 'Bretagne (Région)'
says 'a backer' is "$(number 'Conseil régional de la Bretagne armoricaine')" 'Conseil régional de Bretagne'
says 'nothing' ignore "$(number Permanante)"
matches 'all is said' "$(guichet words mots)" 'every word of the feeds is known'
guichet export words > "$files/words-1.csv"
said=$(guichet harvest mots 2>&1)
is 'the feed is as it was, and its aids have what was said' "$(aids)" 'W-1|Commune,Intercommunalité / Pays|Tiers-lieux|Bretagne|Conseil régional de Bretagne
W-2|Commune,Intercommunalité / Pays|Bretagne'
is 'no word is told any more' "$(echo "$said" | grep -c 'is it\|unknown value\|guichet words')" 0
said=$(guichet harvest mots 2>&1)
matches 'once' "$said" 'nothing changed since'
sed -i 's/"W-2"/"W-3"/; s/Comunes/COMUNES/' "$feed"
guichet harvest mots > /dev/null 2>&1
is 'a new aid, too, and other capitals' "$(aids | grep -v W-2)" 'W-1|Commune,Intercommunalité / Pays|Tiers-lieux|Bretagne|Conseil régional de Bretagne
W-3|Commune,Intercommunalité / Pays|Bretagne'
# As a table: what goes out comes in, there or elsewhere.
sql 'DELETE FROM feed_word'
guichet import words "$files/words-1.csv" > /dev/null
is 'the table: exit 0' $? 0
guichet export words | tr -d '"' | cut -d';' -f1-4 > "$files/words-2.csv"
is 'what goes out is what came in' "$(tr -d '"' < "$files/words-1.csv" | cut -d';' -f1-4 | grep -v ';bourgs-centres;$')" "$(grep -v ';bourgs-centres;$' "$files/words-2.csv")"
sed 's/;Tiers-lieux;/;Tiers-lieus;/' "$files/words-1.csv" > "$files/words-3.csv"
said=$(guichet import words "$files/words-3.csv" 2>&1)
is 'a table with a wrong value: exit 1' $? 1
matches 'its line' "$said" 'line [0-9]+ is not taken'
matches 'what it resembles' "$said" 'is it "Tiers-lieux"'
# A backer that is none of those that it resembles.
cat > "$files/backers.json" <<'JSON'
[{"id": "B-1", "name": "Planter des haies", "description": "Une aide", "financers": ["Conseil régional de Bretagne Sud"]}]
JSON
guichet feed add porteurs "$files/backers.json" > /dev/null
guichet harvest porteurs > /dev/null 2>&1
words=$(guichet words porteurs)
which=$(printf '%s\n' "$words" | sed -n 's/^ *\([0-9]*\)  porteurs, financers.*/\1/p')
says 'a new backer' new "$which"
guichet harvest porteurs > /dev/null 2>&1
is 'it is itself' "$(sql "SELECT b.name FROM aid a JOIN aid_backer x ON x.aid_id = a.id JOIN backer b ON b.id = x.backer_id WHERE a.source = 'porteurs'")" 'Conseil régional de Bretagne Sud'
matches 'it is asked about no more' "$(guichet words porteurs)" 'every word'
