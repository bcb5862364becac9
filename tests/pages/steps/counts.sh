# What the lists of programmes and of backers count is what their pages find; so with
# the map and the page of a department.
for list in programmes/program partenaires/backer; do
	body=$work/counts.xml
	get "/${list%/*}/?format=xml" > "$body"
	none "counts of /${list%/*}/" "$(differ "${list#*/}" aids "/${list%/*}/@/?format=xml")"
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
none 'counts of the map' "$(map_counts '')"
# What the page of a backer counts is what the search that it leads to finds.
body=$work/backer.xml
get '/partenaires/9000001-ademe/?format=xml' > "$body"
none 'counts of the page of a backer' "$(for list in theme/category_slugs type/aid_type_slugs; do
	differ "${list%/*}" aids "/aides/?backer_ids=9000001&${list#*/}=@&format=xml"
done)"
# department_counts: the numbers of one that are not those of the pages they lead to.
department_counts() {
	body=$work/department.xml
	get "/cartographie/79-deux-sevres/?format=xml" > "$body"
	id=$(xpath '//department/@id')
	for list in partenaires/backer programmes/program; do
		differ "${list#*/}" aids "/${list%/*}/@/?perimeter_id=$id&format=xml"
	done
}
none 'counts of a department' "$(department_counts)"
# move_local CODE: a local version, of a backer of its generic aid, is for less than the
# department, which then finds the generic one.
move_local() {
	sql "UPDATE aid a JOIN aid_index i ON i.aid_id = a.id JOIN perimeter p ON p.code = '$1'
	    SET a.perimeter_id = p.id, i.perimeter_id = p.id, i.scale = p.scale,
	        i.version = (SELECT version + 1 FROM data_version)
	    WHERE a.slug = 'detr-deux-sevres'; UPDATE data_version SET version = version + 1"
}
move_local 200041317
until_true sh -c "curl -sL '$base/partenaires/prefecture-des-deux-sevres/?perimeter_codes=79049&format=xml' |
    grep -q '<aids total=\"0\"'"
agree() { wrong=$(department_counts) && [ -z "$wrong" ]; }
until_true agree
status=$?
[ -z "$wrong" ] || note "$wrong"
tap 'and with a local version for a part of it' $status
move_local 79
bytes=$(get /cartographie/ | wc -c)
[ "$bytes" -gt 20000 ] && [ "$bytes" -le 60000 ]
tap "the map takes $bytes bytes: 60,000 at most" $?
