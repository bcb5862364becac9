# One fault of each kind: every good record goes in, each fault is one line by record,
# field and reason, and a field that is not understood takes nothing away.
good='"perimeter_code": "FRA", "targeted_audiences": ["Commune", "Région"]'
printf '\357\273\277[%s]\n' "{\"id\": 9001100, \"name\": \"Avant\", $good,
 \"submission_deadline\": \"2027-05-01\", \"subvention_rate_upper_bound\": 40,
 \"origin_url\": \"https://example.fr/\", \"financers\": [{\"id\": 4, \"name\": \"Un porteur\"}]}" > "$files/before.json"
take faults "$files/before.json"
is 'a byte order mark is passed over' $left 0
cat > "$files/faults.jsonl" <<JSON
{"id": 9001100, "name": "Après", "perimeter": "Nulle part", "targeted_audiences": ["Martien", "Association"], "submission_deadline": "31/02/2027", "subvention_rate_upper_bound": 400, "origin_url": "voir le site"}
{"id": 9001101, "name": " \\u00a0\\u2003", $good}
{"id": 9001102, "name": "Tout est vide", "description": null, "perimeter": null, "financers": null, "targeted_audiences": null}
{"id": 9001103, "name": "L\\u0092eau\\u000b et \\u001fles sols", $good, "origin_url": "www.example.fr/a", "submission_deadline": "30.11.27"}
{"id": 9001104, "name": "Retirée", $good, "is_live": false}
{"id": 9001105, "name": "Code de région", "perimeter_code": "76", "perimeter_scale": "Région"}
{"id": 9001112, "name": "Zéro perdu", "perimeter_code": "4", "perimeter_scale": "Département"}
{"id": 9001106, "name": "Ancienne étiquette", "perimeter": "Bretagne (Région)", "targeted_audiences": ["Entreprises privées"]}
{"id": 9001107, "name": "Conseil régional", "financers": ["Conseil régional de Bretagne", "Un porteur"]}
{"id": 9001108, "name": "Conseil départemental", "financers": [{"name": "Conseil départemental de la Drôme (CD26)"}]}
{"id": 9001109, "name": "Communauté", "financers": ["Communauté de communes des Coëvrons"]}
{"id": 9001110, "name": "Deux régions", "financers": ["Région Bretagne", "Région Normandie"]}
{"id": 9001111, "name": "Porteur de partout", "financers": ["Fondation de tous"]}
JSON
before=$(state)
said=$(guichet import aids --source faults --dry-run --refused "$files/dry" "$files/faults.jsonl" 2>&1)
is 'a dry run: exit 0' $? 0
matches 'a dry run: the report' "$said" '13 aids read: 10 added, 1 changed, 0 the same, 2 refused'
matches 'a dry run: and it says so' "$said" 'nothing was written'
is 'a dry run: nothing is written' "$(state)" "$before"
said=$(guichet import aids --source faults --refused "$files/refused" "$files/faults.jsonl" 2>&1)
is 'faults: exit 0' $? 0
is 'the file of the refused: a line a fault' "$(jq -c '[.record, .field]' "$files/refused" | sort | tr -d '\n')" \
    '[1,"origin_url"][1,"perimeter"][1,"submission_deadline"][1,"subvention_rate_upper_bound"][1,"targeted_audiences"][2,""][3,""]'
is 'a dry run tells the same' "$(cat "$files/dry")" "$(cat "$files/refused")"
matches 'a fault is said by record, field and reason' "$said" \
    'aid 1 \(9001100\), "submission_deadline": no such day: "31/02/2027"'
matches 'and counted by kind' "$said" 'submission_deadline: no such day \(1 time\)'
is 'what is not understood takes nothing away' "$(sql "SELECT a.name, p.code, a.closes_on, a.rate_max, a.origin_url,
    (SELECT GROUP_CONCAT(audience_id ORDER BY audience_id) FROM aid_audience WHERE aid_id = a.id)
    FROM aid a JOIN perimeter p ON p.id = a.perimeter_id WHERE a.id = 9001100")" \
    "$(printf 'Après\tFRA\t2027-05-01\t40\thttps://example.fr/\t1,4,8')"
is 'signs of a word processor are what they meant' \
    "$(sql 'SELECT name, origin_url, closes_on FROM aid WHERE id = 9001103')" \
    "$(printf 'L’eau et les sols\thttps://www.example.fr/a\t2027-11-30')"
is 'what is withdrawn is not shown' "$(status_of /aides/retiree/)" 404
is 'territories: by code and scale, by label, by the backer' "$(sql "SELECT a.id, IFNULL(p.code, '-'), perimeter_inferred
    FROM aid a LEFT JOIN perimeter p ON p.id = a.perimeter_id WHERE a.id BETWEEN 9001105 AND 9001112 ORDER BY a.id")" \
    "$(printf '%s\t%s\t%s\n' 9001105 R76 0 9001106 R53 0 9001107 R53 1 9001108 26 1 9001109 200033298 1 9001110 - 0 9001111 - 0 9001112 04 0)"
# Backers that are the body of a territory tell it; others bear a name by chance.
cat > "$files/backers" << 'TABLE'
Collectivité européenne d'Alsace|6AE
CD 79|79
Conseil départemental de la Drôme|26
Région Nouvelle-Aquitaine|R75
Agence de l'eau Loire-Bretagne|LB
Agence de l'eau|-
Ville de Niort|79191
Orange|-
Bpifrance|-
TABLE
awk -F'|' '{ printf "{\"id\": %d, \"name\": \"Aide\", \"description\": \"d\", " \
    "\"financers\": [\"%s\"]}\n", 1700 + NR, $1 }' "$files/backers" > "$files/backers.jsonl"
take backers "$files/backers.jsonl"
is 'the territory that a backer tells' "$(sql "SELECT IFNULL(p.code, '-') FROM aid a
    LEFT JOIN perimeter p ON p.id = a.perimeter_id WHERE a.source = 'backers' ORDER BY a.id")" \
    "$(cut -d'|' -f2 "$files/backers")"
for word in --dryrun "$files/before.json"; do
	guichet import aids --source faults "$word" "$files/faults.jsonl" > "$work/word" 2>&1
	is "what is not an option, or a second file, is refused: $(basename -- "$word")" $? 2
done

# What would hide over a tenth of a source asks; unchanged aids that another
# importer read are read again.
for row in $(seq 20); do echo "{\"id\": 1$((200 + row)), \"name\": \"Aide $row\", $good}"; done > "$files/twenty"
take hidden "$files/twenty"
sed 's/}$/, "is_live": false}/' "$files/twenty" | head -n 3 > "$files/withdrawn"
before=$(state)
take hidden "$files/withdrawn"
is 'three of twenty would be hidden: exit 1' $left 1
is 'nothing is written' "$(state)" "$before"
guichet import aids --source hidden --force "$files/withdrawn" > "$work/force" 2>&1
is 'they are, when it is confirmed' \
    "$?$(sql "SELECT COUNT(*) FROM aid WHERE source = 'hidden' AND status <> 'published'")" 03
take hidden "$files/twenty"
sql "UPDATE aid SET importer = 'other' WHERE source = 'hidden'"
matches 'guichet check says how many wait' "$(guichet check 2>&1)" '20 aids wait for their next import'
take hidden "$files/twenty"
matches 'aids that another importer read are read again' "$said" '0 added, 20 changed'

# So are they once the table of feeds has a word more; they did not change at their source.
echo '{"id": 9001240, "name": "Un mot", "description": "d", "targeted_audiences": ["Bourgs de l’an 2000"]}' > "$files/word.jsonl"
take word "$files/word.jsonl"
matches 'a word that is unknown is told' "$said" '"Bourgs'
share=$work/share
rm -rf "$share"
mkdir -p "$share/sql"
ln -s "$root/xsl" "$share"
for part in schema accounts; do ln -s "$root/sql/$part" "$share/sql"; done
cp -r "$root/sql/data" "$share/sql"
echo '*;targeted_audiences;Bourgs de l’an 2000;Communes' >> "$share/sql/data/feed-shapes.csv"
sed "s|^share_dir.*|share_dir = $share|" "$site/etc/guichet.conf" > "$work/word.conf"
sql "UPDATE aid SET changed_at = '2026-01-01' WHERE id = 9001240"
matches 'a word more: guichet check says that aids wait' "$(GUICHET_CONF=$work/word.conf "$build/guichet" check 2>&1)" \
    "$(sql 'SELECT COUNT(*) FROM aid') aids wait"
said=$(GUICHET_CONF=$work/word.conf "$build/guichet" import aids --source word "$files/word.jsonl" 2>&1)
matches 'a word more: the same file is read again' "$said" '0 added, 1 changed, 0 the same'
is 'and understood, without a change of the aid' "$(sql "SELECT x.audience_id, DATE(a.changed_at) FROM aid a
    JOIN aid_audience x ON x.aid_id = a.id WHERE a.id = 9001240")" "$(printf '1\t2026-01-01')"
said=$(GUICHET_CONF=$work/word.conf "$build/guichet" import aids --source word "$files/word.jsonl" 2>&1)
matches 'a word more: once' "$said" '0 added, 0 changed, 1 the same'

dump=$root/../shared/data/aids/at-aids-full-2021-11.json.gz
if [ -f "$dump" ]; then
	take dump "$dump"
	is 'the dump of 2021: exit 0' $left 0
	note "territories not known: $(sql "SELECT COUNT(*) FROM aid WHERE source = 'dump' AND perimeter_id IS NULL")"
	is 'no territory with a scale in its label is lost' "$(sql "SELECT COUNT(*) FROM aid WHERE source = 'dump'
	    AND perimeter_asked REGEXP '[(](Région|Département|EPCI|Bassin hydrographique)[)]$'")" 0
	is 'no audience is lost' "$(echo "$said" | grep -c 'targeted_audiences: unknown')" 0
fi
