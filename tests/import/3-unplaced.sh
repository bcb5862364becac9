# A territory that is not known: said with its aid, which is kept, and found apart from
# those of a place, never counted with them and never lost.
there=perimeter=71055-deux-sevres
# How many the page of a place says that it leaves out.
left_out() { get "/aides/?$there" | grep -o '[0-9]*[^0-9<>]* ne disent pas leur territoire' | grep -o '^[0-9]*'; }
# apart NAME SOURCE: of its aids, those without a territory are in no search of a place.
apart() {
	lost=$(sql "SELECT COUNT(*) FROM aid WHERE source = '$2' AND perimeter_id IS NULL AND perimeter_asked IS NOT NULL")
	is "$1: each keeps what its feed said, and is in the index" "$(sql "SELECT COUNT(*) FROM aid a JOIN aid_index i
	    ON i.aid_id = a.id WHERE a.source = '$2' AND a.perimeter_id IS NULL AND a.perimeter_asked > ''")" "$lost"
	sql "SELECT slug FROM aid WHERE source = '$2' AND perimeter_id IS NULL
	    AND status = 'published' AND COALESCE(closes_on, '9999-12-31') >= '$GUICHET_TODAY'" | sort > "$work/lost"
	for page in $(seq 20); do get "/aides/?$there&perimeter_unknown=1&format=xml&page=$page"; done |
	    grep -o ' slug="[^"]*"' | sed 's/.*="//; s/"$//' | sort > "$work/apart"
	is "$1: each is among those apart" "$(comm -23 "$work/lost" "$work/apart" | tr '\n' ' ')" ''
	note "$1: $lost, of which $(wc -l < "$work/lost") are open"
	get "/aides/?$there&format=csv" > "$work/place.csv"
	is "$1: none is among those of a place" "$(sed "s|.*|/aides/&/|" "$work/lost" | grep -cFf - "$work/place.csv")" 0
}
cat > "$files/unplaced.jsonl" <<'JSON'
{"id": "u-1", "slug": "sans-lieu-1", "name": "Marécage un", "description": "d", "perimeter": "PETR du Pays de Nulle Part"}
{"id": "u-2", "slug": "sans-lieu-2", "name": "Marécage deux", "description": "d", "perimeter": "PETR du Pays de Nulle Part"}
{"id": "u-3", "slug": "sans-lieu-3", "name": "Marécage trois", "description": "d", "perimeter": ["Deux-Sèvres", "Pays perdu"]}
{"id": "u-4", "slug": "avec-lieu", "name": "Marécage quatre", "description": "d", "perimeter": "Deux-Sèvres"}
JSON
before=$(left_out)
said=$(guichet import aids --source unplaced --refused "$files/unplaced.refused" "$files/unplaced.jsonl" 2>&1)
matches 'a territory not known: the sum' "$said" '4 aids read: 4 added.* 3 with an unknown perimeter'
matches 'a territory not known: its name, once' "$said" '"PETR du Pays de Nulle Part" \(2 times\)'
matches 'a territory not known: among several' "$said" '"Pays perdu" \(1 time\)'
is 'a territory not known: a line an aid' "$(jq -r 'select(.field == "perimeter") | "\(.record) \(.id) \(.value)"' "$files/unplaced.refused")" \
    '1 u-1 PETR du Pays de Nulle Part
2 u-2 PETR du Pays de Nulle Part
3 u-3 Pays perdu'
apart 'a territory not known' unplaced
is 'a territory not known: three more apart' "$(left_out)" $((before + 3))
is 'a territory that is known is found there' "$(grep -c '/avec-lieu/' "$work/place.csv")" 1

dump=$root/../shared/data/aids/at-aids-full-2021-11.json.gz
if [ -f "$dump" ]; then
	said=$(guichet import aids --source dump21 --refused "$files/dump.refused" "$dump" 2>&1)
	lost=$(jq -r 'select(.field | startswith("perimeter")) | .id' "$files/dump.refused" | sort -u | wc -l)
	matches 'the dump of 2021: all go in' "$said" "473 aids read: 473 added, .* 0 refused; $lost with an unknown perimeter"
	is 'the dump of 2021: a line an aid without territory' "$lost" "$(sql "SELECT COUNT(*) FROM aid WHERE source = 'dump21' AND perimeter_id IS NULL")"
	apart 'the dump of 2021' dump21
fi
