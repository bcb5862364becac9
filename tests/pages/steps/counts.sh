# What the lists of programmes and of backers count is what their pages find; so with
# the map and the page of a department.
for list in programmes porteurs; do
	body=$work/counts.$list.xml
	curl -s -o "$body" "$base/$list/?format=xml"
	wrong=
	for slug in $(xmllint --xpath '//program/@slug | //backer/@slug' "$body" |
	    sed 's/.*="\(.*\)"/\1/'); do
		counts=$(xpath "//*[@slug = '$slug']/@aids")
		finds=$(curl -s "$base/$list/$slug/?format=xml" |
		    xmllint --xpath 'string(//aids/@total)' -)
		[ "$counts" = "$finds" ] || wrong="$wrong $slug: $counts, $finds;"
	done
	[ -n "$counts" ] && [ -z "$wrong" ] || note "$wrong"
	[ -n "$counts" ] && [ -z "$wrong" ]
	tap "counts of /$list/" $?
done
# map_counts PREFIX: of some departments, the numbers that differ, below a portal or not.
map_counts() {
	body=$work/map.xml
	get "$1/cartographie/?format=xml" > "$body"
	for code in 2A 35 69 79 974; do
		at="/page/departments/department[@code = '$code']"
		says=$(xpath "concat($at/@aids, ' ', $at/@aids, ' ', $at/@backers)")
		id=$(xpath "string($at/@id)")
		found=$(get "$1/aides/?perimeter_id=$id&format=xml" |
		    xmllint --xpath 'string(//aids/@total)' -)
		its=$(get "$(xpath "string($at/@href)")?format=xml" |
		    xmllint --xpath 'concat(//department/@aids, " ", count(//backers/backer))' -)
		[ "$says" = "$found $its" ] || echo "$1 $code: $says, $found $its"
	done
}
wrong=$(map_counts '')
[ -z "$wrong" ] || note "$wrong"
[ -z "$wrong" ]
tap 'counts of the map' $?
body=$work/department.xml
get /cartographie/79-deux-sevres/?format=xml > "$body"
id=$(xpath 'string(//department/@id)') wrong=
for list in porteurs/backer programmes/program; do
	for slug in $(xmllint --xpath "//${list#*/}/@slug" "$body" | sed 's/.*="\(.*\)"/\1/' | head -n 12); do
		counts=$(xpath "string(//${list#*/}[@slug = '$slug']/@aids)")
		finds=$(get "/${list%/*}/$slug/?perimeter_id=$id&format=xml" |
		    xmllint --xpath 'string(//aids/@total)' -)
		[ "$counts" = "$finds" ] || wrong="$wrong $slug: $counts, $finds;"
	done
done
[ -n "$counts" ] && [ -z "$wrong" ] || note "$wrong"
[ -n "$counts" ] && [ -z "$wrong" ]
tap 'counts of a department' $?
bytes=$(get /cartographie/ | wc -c)
[ "$bytes" -gt 20000 ] && [ "$bytes" -le 60000 ]
tap "the map takes $bytes bytes: 60,000 at most" $?
