# home-place.sh - each need of the home page says as many aids as the search that
# it leads to finds: for all of France, for a place, for a structure.
for query in '' 'perimeter_q=Niort' 'perimeter_codes=79191&perimeter_codes=17' \
    'organization_type_slugs=epci' 'perimeter_q=79&organization_type_slugs=commune'; do
	get "/?format=xml&$query" > "$body"
	attributes project slug total | sort > "$work/said"
	attributes project slug href | sed 's/$/\&format=xml/' | totals > "$work/finds"
	is "home: ${query:-all of France}: needs say what their searches find" \
	    "$(grep -c . "$work/said" | sed 's/^[1-9].*/some/') $(diff "$work/said" "$work/finds")" 'some '
done
