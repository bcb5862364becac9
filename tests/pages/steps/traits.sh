# What is learned of aids from their texts: near-twins of one backer are shown once, and
# whom an aid seems to be for ranks it.
body='<p>La jumeprobe soutient les travaux de restauration des berges, des zones humides et
 des petits cours de plaine. Elle finance les acquisitions foncières, les inventaires de la
 faune, la plantation de haies et le suivi des chantiers par un animateur. Les dossiers sont
 examinés deux fois par an, après un avis du comité de bassin et une visite sur place.</p>'
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
twins() {
	aid 9600001 'Jumeprobe des berges de la Sèvre' 'Agence Jumeprobe' "$body" Commune
	aid 9600002 'Jumeprobe des berges du Thouet' 'Agence Jumeprobe' "$1" Commune
	aid 9600003 'Jumeprobe des berges de la Dive' 'Agence Jumeprobe' "$body" Commune
	aid 9600004 'Jumeprobe des fêtes' 'Agence Jumeprobe' "$other" Commune
	aid 9600005 'Jumeprobe des berges' 'Autre agence' "$body" Commune
	aid 9600006 'Jumeprobe jumeprobe' 'Agence Jumeprobe' "$firms"
	aid 9600007 'Jumeprobe' 'Agence Jumeprobe' "$firms" 'Entreprise privée'
}
take() {
	guichet import aids --force --source jumelles "$1" > "$work/twins.log" 2>&1 ||
	    note "$(cat "$work/twins.log")"
	sleep 1.2
}
twins "$body" > "$work/twins.jsonl"
take "$work/twins.jsonl"
page=$(get '/aides/?keyword=jumeprobe')
matches 'twins: all are counted' "$page" '<strong>7.aides</strong>|7.aides pour'
is 'twins: one card stands for three' \
    "$(echo "$page" | grep -o '<details class="g-twins"><summary>[^<]*' | sed 's/.*>//')" \
    '2 aides proches'
is 'twins: each has its link' "$(echo "$page" | grep -o 'href="/aides/jumelle-[0-9]*/' |
    sort -u | wc -l)" 7
is 'twins: no other backer, no other text is among them' "$(echo "$page" |
    sed 's/.*<details class="g-twins">//; s,</details>.*,,' |
    grep -o 'href="/aides/jumelle-[0-9]*/' | grep -c -v -E '960000[123]')" 0
is 'twins: data has them all' "$(get '/aides/?keyword=jumeprobe&format=xml' |
    grep -o '<aid id=' | wc -l)" 7
is 'twins: a feed too' "$(get '/aides/?keyword=jumeprobe&format=atom' |
    grep -o '<entry>' | wc -l)" 7
is 'twins: a table too' "$(get '/aides/?keyword=jumeprobe&format=csv' |
    grep -c jumelle-)" 7
first() {
	get "/aides/?keyword=jumeprobe$1&format=xml" | grep -o ' slug="jumelle-[0-9]*"' |
	    head -n "${2:-1}" | tail -n 1 | tr -dc 0-9
}
matches 'audience: what is for others comes after' "$(first '' 6) $(first '' 7)" \
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
twins "$other" > "$work/twins.jsonl"
take "$work/twins.jsonl"
is 'twins: no longer, when the text is another' "$(get '/aides/?keyword=jumeprobe' |
    grep -o '<details class="g-twins"><summary>[^<]*' | sed 's/.*>//')" '1 aide proche
1 aide proche'
sed 's/"id": /"status": "deleted", "id": /' "$work/twins.jsonl" > "$work/gone.jsonl"
take "$work/gone.jsonl"
is 'twins: gone' "$(get '/aides/?keyword=jumeprobe&format=xml' | grep -o '<aid id=' | wc -l)" 0
