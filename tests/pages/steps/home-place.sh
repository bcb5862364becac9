# home-place.sh - each need of the home page says as many aids as the search that
# it leads to finds: for all of France, for a place, for a structure.
home() { xmllint --xpath "string($1)" "$work/home.xml"; }

for query in '' 'perimeter_q=Niort' 'perimeter_codes=79191&perimeter_codes=17' \
    'organization_type_slugs=epci' 'perimeter_q=79&organization_type_slugs=commune'; do
	get "/?format=xml&$query" > "$work/home.xml"
	needs=$(home 'count(//needs/project)')
	wrong=
	for i in $(seq "$needs"); do
		get "$(home "//needs/project[$i]/@href")&format=xml" > "$body"
		[ "$(xpath /page/aids/@total)" = "$(home "//needs/project[$i]/@total")" ] ||
			wrong="$wrong $i"
	done
	is "home: ${query:-all of France}: needs say what their searches find" \
	    "$((needs > 0)) $wrong" '1 '
done
