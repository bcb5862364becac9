# Territories: a zone of the administrator's, and an update of the reference.
tab=$(printf '\t')
printf '79109\n79191 Niort\n# rien\n\n00000;inconnu\n200041317\n1004\n' > "$files/zone"
said=$(guichet perimeter add ZONE-1 'Zone des essais' "$files/zone" 2>&1)
is 'perimeter add: exit 0' $? 0
matches 'perimeter add: the code that leads nowhere' "$said" '00000'
matches 'perimeter add: the links' "$said" 'ZONE-1.*[1-9][0-9]* links'
printf '%s\n' '{"id": 3001, "name": "Aide zonale", "perimeter_code": "ZONE-1"}' \
    '{"id": 3002, "name": "Aide de deux", "perimeter": "Jura, Seine-et-Marne"}' > "$files/zone.jsonl"
take zone "$files/zone.jsonl"
# finds CODE: whether a search on it finds the aid of the zone.
finds() { total "keyword=zonale&perimeter_codes[]=$1"; }
is 'a member finds the aid of the zone' "$(finds 79109)" 1
is 'a member whose zero a spreadsheet took too' "$(finds 01004)" 1
is 'a commune of a member EPCI too' "$(finds 79003)" 1
is 'the department too' "$(finds 79)" 1
is 'a neighbour does not' "$(finds 79049)" 0
is 'the zone itself does' "$(finds ZONE-1)" 1
printf 'sep=;\r\nNom;INSEE\r\n%s' 'Échiré;79109' > "$files/excel.csv"
for code in 79191 200041317 79 1004; do printf '\r\nx;%s' $code; done >> "$files/excel.csv"
iconv -f UTF-8 -t UTF-16 "$files/excel.csv" > "$files/unicode.txt"
said=$(guichet perimeter add ZONE-3 'Zone du tableur' "$files/unicode.txt" 2>&1)
matches 'perimeter add: a table, as a spreadsheet saves it' "$? $said" '^0 .*ZONE-3.*[1-9][0-9]* links'
printf 'insee\nNiort\n' > "$files/bad.csv"
matches 'perimeter add: a line without a code, and what mends it' \
    "$(guichet perimeter add ZONE-4 'Zone' "$files/bad.csv" 2>&1 | tr '\n' ' ')" \
    'line 2, column 1: "Niort" is neither .*it wants one such as 79191'
before=$(state)
guichet perimeter add ZONE-1 'Zone des essais' "$files/zone" > "$work/zone" 2>&1
matches 'again: no link is written' "$(cat "$work/zone")" '0 links'
is 'again: nothing changed' "$(state)" "$before"
for wrong in 'ZONE/1 Nom zone' 'ZONE-2 Nom /nothing' '79 Nom zone'; do
	set -- $wrong
	[ -f "$files/$3" ] && file=$files/$3 || file=$3
	guichet perimeter add "$1" "$2" "$file" > "$work/zone" 2>&1
	is "perimeter add $wrong: exit 1" $? 1
	is "perimeter add $wrong: nothing changed" "$(state)" "$before"
done

# Where they lie: communes as the file says, an EPCI amid its own.
is 'a commune has its centre' "$(sql "SELECT latitude, longitude FROM perimeter
    WHERE scale = 1 AND code = '79109'")" "46.40${tab}-0.43"
is 'an EPCI has the mean of its communes' "$(sql "SELECT p.latitude = ROUND(AVG(c.latitude), 2),
    COUNT(*) > 30 FROM perimeter p JOIN perimeter_link l ON l.container_id = p.id
    JOIN perimeter c ON c.id = l.contained_id AND c.scale = 1
    WHERE p.scale = 5 AND p.code = '200041317'")" "1${tab}1"

# What else is known: fact SCALE CODE says the arrondissement and the CRTE.
fact() { sql "SELECT arrondissement, crte FROM perimeter WHERE scale = $1 AND code = '$2'"; }
is 'a commune has its arrondissement; its EPCI signs' "$(fact 1 79109)" "Niort${tab}NULL"
is 'an EPCI has both' "$(fact 5 200041317)" "Niort${tab}CRTE du Niortais"
is 'astride three, it is where most live, in the fewer communes' \
    "$(fact 5 200042729 | cut -f1)" 'Saint-Lô'
is 'an island in no EPCI: none' "$(fact 1 22016)" "Saint-Brieuc${tab}NULL"
is 'one that signed by itself' "$(fact 1 85113)" \
    "Les Sables-d'Olonne${tab}CRTE de l’Île-d’Yeu"
is 'one that signed with others than its EPCI' "$(fact 1 29084)" \
    "Brest${tab}CRTE des Îles du Ponant finistériennes"
is 'its EPCI signed with a wider group' "$(fact 5 242900074)" "Brest${tab}CRTE du Pays de Brest"
is 'Paris' "$(fact 1 75056)" "Paris${tab}NULL"
is 'Grand Paris' "$(fact 5 200054781)" "Paris${tab}CRTE Métropole du Grand Paris"
is 'an EPT' "$(fact 5 200057966)" "Antony${tab}CRTE Territoire Vallée Sud - Grand Paris"
is 'Mayotte has no arrondissement' "$(fact 1 97611)" "NULL${tab}NULL"
is 'all but Mayotte and the collectivités have one' "$(sql "SELECT COUNT(*), COUNT(arrondissement)
    FROM perimeter WHERE scale = 1 AND NOT is_obsolete")" "34969${tab}34858"
is 'all EPCI signed' "$(sql "SELECT COUNT(*), COUNT(crte) FROM perimeter
    WHERE scale = 5 AND NOT is_obsolete AND kind <> 'EPT'")" "1255${tab}1255"

# crte_for CODE: what a form gets of an authority.
crte=champ_Q2hhbXAtOTEwMDAwMw
printf 'demarche;champ;libelle;source;condition;etat\n900001;%s;;authority.crte;;confirmé\n' $crte > "$files/crte.csv"
guichet import sources "$files/crte.csv" > /dev/null
crte_for() {
	curl -s --max-time 20 -H 'Content-Type: application/json' -d "{\"authority\": \"$1\"}" \
	    "$base/api/demarches/900001/payload/" | jq -r ".payload.$crte"
}
is 'a commune has the CRTE of its EPCI' "$(crte_for 79109)" 'CRTE du Niortais'
is 'of its EPT first' "$(crte_for 92002)" 'CRTE Territoire Vallée Sud - Grand Paris'
is 'of its EPCI when its EPT has none' "$(crte_for 93066)" 'CRTE Métropole du Grand Paris'
is 'or its own' "$(crte_for 29084)" 'CRTE des Îles du Ponant finistériennes'
is 'or none' "$(crte_for 22016)" null
is 'an EPT has its own' "$(crte_for 200057966)" 'CRTE Territoire Vallée Sud - Grand Paris'
is 'or that of its EPCI' "$(crte_for 200057867)" 'CRTE Métropole du Grand Paris'

# unchanged HOLD IMPORT: the same reference again, which keeps what the administrator and
# feeds added.
unchanged() {
	old=$($1)
	said=$($2 2>&1)
	matches 'the same reference: nothing' "$said" \
	    '0 added, 0 changed, 0 retired; 0 names, 0 links and 0 facts'
	is 'the same reference: the same rows, links of zones and unions too' "$($1)" "$old"
}
links() {
	state
	sql 'SELECT COUNT(*), SUM(contained_id), SUM(is_part) FROM perimeter_link'
}
# The whole of France takes as long as all the rest.
[ -z "${FULL:-}" ] || unchanged links 'guichet import perimeters'

# What need not be the size of France: a base of the communes of one department.
share=$work/share
rm -rf "$share" "$work/small"
mkdir -p "$share/sql/data"
for part in xsl sql/schema sql/accounts; do ln -s "$root/$part" "$share/$part"; done
cp "$root"/sql/data/* "$share/sql/data"
reference=$share/sql/data/perimeters.tsv
# Column 7 is the department; 11, the commune that another was, or is a part of.
awk -F "$tab" '$1 == "commune" && $7 != "79" ||
    $1 ~ /^(arrondissement|delegated|associated|former)$/ && $11 !~ /^79/ { next } 1' \
    "$root/sql/data/perimeters.tsv" > "$reference"
cp "$reference" "$work/few.tsv"
sql "CREATE DATABASE small CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
    GRANT ALL ON small.* TO guichet@localhost WITH GRANT OPTION"
cp -r "$site/etc" "$work/small"
sed -i "s|$site/etc|$work/small|; s|^database=.*|database=small|; s|^share_dir.*|share_dir = $share|" \
    "$work"/small/*.cnf "$work/small/guichet.conf"
there() { GUICHET_CONF=$work/small/guichet.conf "$build/guichet" "$@" 2>&1; }
there_sql() { sql "USE small; $1"; }
# few [ARGUMENT...]: an import there; its words go to $said, its status to $left.
few() {
	said=$(there import perimeters "$@")
	left=$?
}
few_held() {
	there_sql "SELECT version, places FROM data_version;
	    SELECT COUNT(*), BIT_XOR(CRC32(CONCAT_WS(' ', id, code, name, is_obsolete, arrondissement, crte))) FROM perimeter;
	    SELECT COUNT(*), BIT_XOR(CRC32(CONCAT_WS(' ', contained_id, container_id, is_part))) FROM perimeter_link;
	    SELECT COUNT(*), BIT_XOR(CRC32(CONCAT_WS(' ', perimeter_id, kind, name))) FROM perimeter_name"
}
there migrate > "$work/log"
few
is 'one department: exit 0' $left 0
is 'one department: its communes' "$(there_sql 'SELECT COUNT(*), COUNT(*) > 200 FROM perimeter
    WHERE scale = 1')" "$(grep -c '^commune' "$reference")${tab}1"

# compares WORD...: whether it compares rows, which it cannot when the base takes none.
compares() {
	few "$@"
	[ $left -ne 0 ] && echo "$said" | grep -q 'disabled' && echo yes || echo "$said"
}
sql 'SET GLOBAL local_infile = 0'
matches 'once more: nothing is compared' "$(compares)" '^perimeters: 0 added.* 0 facts written$'
is 'by force: all is' "$(compares --force)" yes
there_id() { there_sql "SELECT id FROM perimeter WHERE scale = 1 AND code = '$1'"; }
niort=$(there_id 79191)
# Each of these undoes itself.
for change in 'perimeter SET name = REVERSE(name) WHERE id' 'perimeter SET siren = REVERSE(siren) WHERE id' \
    'perimeter_name SET folded = REVERSE(folded) WHERE perimeter_id' \
    'perimeter_link SET is_part = 1 - is_part WHERE contained_id' \
    'perimeter_zip SET zip = REVERSE(zip) WHERE perimeter_id'; do
	there_sql "UPDATE $change = $niort"
	is "by hand, ${change%% WHERE*}: all is compared" "$(compares)" yes
	there_sql "UPDATE $change = $niort"
done
matches 'changed back: nothing is' "$(compares)" '^perimeters: 0 added'
sql 'SET GLOBAL local_infile = 1'

# A reference where a commune has another name, one is new, and one is gone.
there perimeter add ZONE-1 'Zone des essais' "$files/zone" > "$work/log"
there import aids --source zone "$files/zone.jsonl" > "$work/log"
unchanged few_held 'there import perimeters'
there_sql "DELETE FROM perimeter_link WHERE contained_id = $niort"
sed -i "s/^commune${tab}79109${tab}Échiré/commune${tab}79109${tab}Échiré-le-Neuf/
    /^commune${tab}79003${tab}/d
    s/^\(commune${tab}79191${tab}.*\)/\1\ncommune${tab}79999${tab}Ville-Nouvelle${tab}${tab}100${tab}79999${tab}79${tab}R75${tab}/" \
    "$reference"
echire=$(there_id 79109) aiffres=$(there_id 79003)
few
is 'an update: exit 0' $left 0
matches 'an update: what it did' "$said" '1 added, [12] changed, 1 retired'
is 'a new name keeps its id' "$(there_id 79109)" "$echire"
is 'what is the same keeps its id' "$(there_id 79191)" "$niort"
is 'what is gone stays, as obsolete' "$(there_sql "SELECT id, is_obsolete FROM perimeter
    WHERE scale = 1 AND code = '79003'")" "$aiffres${tab}1"
# page_there URL: what a search process over that base answers, past its headers.
page_there() { (conf=$work/small/guichet.conf; alone "$1") | sed '1,/^\r*$/d'; }
zonal_there() {
	page_there "/aides/?format=xml&keyword=zonale&$1" > "$work/total.xml"
	xmllint --xpath 'string(/page/aids/@total)' "$work/total.xml" 2> /dev/null
}
is 'the new name is found' "$(zonal_there 'perimeter_q=echire+le+neuf')" 1
is 'the new commune is found' \
    "$(page_there '/territoires/?q=ville+nouvelle&format=xml' | grep -c '79999')" 1
is 'what was changed by hand is mended' "$(there_sql "SELECT COUNT(*) > 5 FROM perimeter_link
    WHERE contained_id = $niort")" 1
is 'the zone holds after an update' "$(zonal_there 'perimeter_codes[]=79191')" 1
held=$(few_held)
echo 'commune' > "$reference"
few
is 'a bad reference: exit 1' $left 1
matches 'a bad reference: its line' "$said" 'perimeters.tsv.*1'
grep '^commune' "$work/few.tsv" | head -n 100 > "$reference"
few
is 'a reference that forgets too much: exit 1' $left 1
is 'and nothing changed' "$(few_held)" "$held"
cp "$work/few.tsv" "$reference"
# wrong FILE LINE: a file of facts that holds it is refused, and its line said.
wrong() {
	cp "$root/sql/data/$1" "$work/facts"
	printf '# where\n%s\n' "$2" > "$share/sql/data/$1"
	few
	is "no fact, \"$2\": exit 1" $left 1
	matches 'and its line' "$said" "$1\" line 2"
	is 'and nothing changed' "$(few_held)" "$held"
	cp "$work/facts" "$share/sql/data/$1"
}
for line in '79109' "79109${tab}46.4" "79109${tab}146.4${tab}1" "791${tab}46.4${tab}1" \
    "79109${tab}46.4${tab}1${tab}"; do
	wrong centres.tsv "$line"
done
for line in crte "crte${tab}CRTE" "crte${tab}${tab}79109" "crte${tab}CRTE${tab}" \
    "crte${tab}CRTE${tab}79109  79191" "crte${tab}CRTE${tab}79109 7919" \
    "crt${tab}CRTE${tab}79109" "${tab}CRTE${tab}79109"; do
	wrong territory-facts.tsv "$line"
done

# Of the first reference again, a trial and an import that fails when all is written but
# the version write nothing.
few --dry-run
is 'perimeters: a trial: exit 0' $left 0
matches 'perimeters: a trial: what would change' "$said" '0 added, 2 changed, 1 retired'
matches 'perimeters: a trial: nothing is written' "$said" 'nothing was written'
is 'perimeters: a trial: and nothing is' "$(few_held)" "$held"
there_sql 'ALTER TABLE data_version RENAME COLUMN places TO places_away'
few
there_sql 'ALTER TABLE data_version RENAME COLUMN places_away TO places'
is 'an import that fails at its end: exit 1' $left 1
matches 'and why' "$said" "Unknown column 'places'"
is 'and nothing changed' "$(few_held)" "$held"

# Facts told otherwise, and told no more; places as they were.
sed "/^arrondissement${tab}Niort${tab}/s/ 79109//; s/CRTE du Niortais/CRTE du niortais/" \
    "$root/sql/data/territory-facts.tsv" > "$share/sql/data/territory-facts.tsv"
few
matches 'other facts: as many are written' "$said" '1 retired; .*and 2 facts'
is 'what was gone is back' "$(there_sql "SELECT id, name, is_obsolete FROM perimeter
    WHERE scale = 1 AND code IN ('79003', '79109') ORDER BY code")" "$aiffres${tab}Aiffres${tab}0
$echire${tab}Échiré${tab}0"
# fact_there SCALE CODE: as fact.
fact_there() {
	there_sql "SELECT arrondissement, crte FROM perimeter WHERE scale = $1 AND code = '$2'"
}
is 'no more an arrondissement' "$(fact_there 1 79109)" "NULL${tab}NULL"
is 'a new case' "$(fact_there 5 200041317)" "Niort${tab}CRTE du niortais"
sql 'DROP DATABASE small'
guichet migrate > "$work/log"

# Ids that Aides-territoires gave to places; those that came with Guichet stay.
printf 'id,text,name,scale,zipcodes,code\n100001-niort,Niort,Niort,Commune,79000,79191\n100002-x,X,X,Région,,75\n71043-x,X,X,Commune,,79049\n100003-x,X,X,Commune,,1004\n' > "$files/ids.csv"
before=$(sql 'SELECT places FROM data_version')
guichet import perimeter-ids "$files/ids.csv" > "$work/said" 2>&1
is 'perimeter-ids: exit 0' $? 0
is 'perimeter-ids: files of territories are no longer right' \
    "$(sql "SELECT places > $before FROM data_version")" 1
is 'perimeter-ids: scales and codes' "$(sql 'SELECT scale, code FROM perimeter_at
    WHERE id IN (71043, 100001, 100002, 100003) ORDER BY id' | tr '\n\t' '; ')" '10 67;1 79191;15 R75;1 01004;'
matches 'perimeter-ids: which lines are refused, and why' "$(cat "$work/said")" 'line 4 refused, 71043 \(X\): it is here'
matches 'perimeter-ids: how many of each' "$(cat "$work/said")" '3 ids of places taken, 1 refused'
matches 'perimeter-ids: what is next' "$(cat "$work/said")" 'next: guichet index'
cat > "$files/ids.csv" <<'CSV'
id;text;name;scale;zipcodes;code
100010;x;Échiré;Commune;;79109
100010;x;Niort;Commune;;79191
100011;x;Nulle part;Commune;;99999
100012;x;Zone de rien;Ad-hoc;;zone
100013;x;Sans échelle;Planète;;79191
niort;x;Niort;Commune;;79191
71043-bas-rhin;x;Bas-Rhin;Département;;67
CSV
before=$(sql 'SELECT id, scale, code FROM perimeter_at WHERE id NOT IN (100010) ORDER BY id')
guichet import perimeter-ids "$files/ids.csv" > "$work/said" 2>&1
is 'perimeter-ids: a list with faults: exit 0' $? 0
matches 'what it has that is right is taken' "$(cat "$work/said")" '2 ids of places taken, 5 refused'
is 'the rest is told, a line each' "$(sed -n 's/.*line \([0-9]*\) refused.*/\1/p' "$work/said" | sort | tr '\n' ' ')" '3 4 5 6 7 '
matches 'one number for two places' "$(cat "$work/said")" 'line 3 refused, 100010 \(Niort\): a line before has this id'
matches 'a place that is none' "$(cat "$work/said")" 'line 4 refused, 100011 \(Nulle part\): no territory here'
is 'and nothing else changes' "$(sql 'SELECT id, scale, code FROM perimeter_at WHERE id NOT IN (100010) ORDER BY id')" "$before"
is 'a number of two places is that of the first' "$(sql 'SELECT code FROM perimeter_at WHERE id = 100010')" 79109
# none_taken NAME TEXT PATTERN: exit 1, words, nothing written.
none_taken() {
	printf '%b' "$2" > "$files/ids.csv"
	guichet import perimeter-ids "$files/ids.csv" > "$work/said" 2>&1
	is "perimeter-ids, $1: exit 1" $? 1
	matches "perimeter-ids, $1: why" "$(cat "$work/said")" "$3"
	is "perimeter-ids, $1: nothing is written" \
	    "$(sql 'SELECT id, scale, code FROM perimeter_at WHERE id NOT IN (100010) ORDER BY id')" "$before"
}
none_taken 'no id' 'id,text,name,scale,zipcodes,code\nniort,Niort,Niort,Commune,79000,79191\n' 'line 2 refused: "niort"'
none_taken 'titles alone' 'id,text,name,scale,zipcodes,code\n' 'no line of the table'
none_taken 'an empty file' '' 'no line of the table'
none_taken 'HTML' '<!DOCTYPE html>\n<html>\n' '1 field instead of 6, parted by ; , or tabs'
none_taken 'cut' 'id,text,name,scale,zipcodes,code\n100020,x,Niort' 'no line of the table' 
