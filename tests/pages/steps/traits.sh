# What is learned of aids from their texts: whom an aid seems to be for ranks it.
other='<p>La jumeprobe prête des barnums, des gobelets et une sonorisation aux fêtes de
 quartier. On les retire le vendredi au dépôt, contre une caution.</p>'
firms='<p>La jumeprobe accompagne les PME et les startups : les entreprises innovantes, leurs
 dirigeants, la croissance, les salariés, le chiffre d’affaires, l’export.</p>'
# aid ID NAME BACKER TEXT [AUDIENCE]
aid() {
	printf '{"id": %s, "slug": "jumelle-%s", "name": "%s", "financers": ["%s"], ' \
	    "$1" "$1" "$2" "$3"
	printf '"perimeter": "France", "perimeter_scale": "Pays", "perimeter_code": "FRA", '
	printf '"targeted_audiences": [%s], "description": "%s"}\n' \
	    "${5:+\"$5\"}" "$(echo "$4" | tr -d '\n')"
}
aids() {
	aid 9600001 'Jumeprobe des berges' 'Agence Jumeprobe' 'Une jumeprobe.' Commune
	aid 9600004 'Jumeprobe des fêtes' 'Agence Jumeprobe' "$other" Commune
	aid 9600006 'Jumeprobe jumeprobe' 'Agence Jumeprobe' "$firms"
	aid 9600007 'Jumeprobe' 'Agence Jumeprobe' "$firms" 'Entreprise privée'
}
take() {
	guichet import aids --force --source jumelles "$1" > "$work/traits.log" 2>&1 ||
	    note "$(cat "$work/traits.log")"
	sleep 1.2
}
aids > "$work/traits.jsonl"
take "$work/traits.jsonl"
page=$(get '/aides/?keyword=jumeprobe')
first() {
	get "/aides/?keyword=jumeprobe$1&format=xml" | grep -o ' slug="jumelle-[0-9]*"' |
	    head -n "${2:-1}" | tail -n 1 | tr -dc 0-9
}
matches 'audience: what is for others comes after' "$(first '' 3) $(first '' 4)" \
    '^960000(6 9600007|7 9600006)$'
is 'audience: but for those' "$(first '&organization_type_slugs=private-sector')" 9600007
says='Semble s’adresser à d’autres que les communes'
is 'audience: a guess is said, of that aid alone' "$(echo "$page" | grep -o "$says" | wc -l)" 1
matches 'audience: on its page' "$(get /aides/jumelle-9600006/)" \
    'elle semble s’adresser à d’autres que les communes'
is 'audience: not where it is told' \
    "$(get /aides/jumelle-9600007/ | grep -c 'semble s’adresser')" 0
matches 'audience: the score says by how much' \
    "$(get '/aides/?keyword=jumeprobe&format=xml')" '<score [^>]*audience="0.30"'
sed 's/"id": /"status": "deleted", "id": /' "$work/traits.jsonl" > "$work/gone.jsonl"
take "$work/gone.jsonl"
is 'audience: gone' "$(get '/aides/?keyword=jumeprobe&format=xml' | grep -o '<aid id=' | wc -l)" 0
