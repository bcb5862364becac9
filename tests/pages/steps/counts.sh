# What the lists of programmes and of backers count is what their pages find.
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
