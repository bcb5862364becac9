# No page that differs is answered 304: every setting, a stylesheet and the build are
# in the tag.  Each is changed in turn, and pages that show them are asked for again
# by programs that start anew, as plain CGI: too slow with sanitizers.
[ -z "${SANITIZED:-}" ] || return 0

urls='/donnees-personnelles/?
/aides/?keyword=toit
/demarches/900002/?'
old_tags=$work/etag.old
# answers: of each address, asked for with its old tag: address, tag and status.
answers() {
	echo "$urls" | while read -r url; do
		program=search
		[ "${url#/demarches}" = "$url" ] || program=prefill
		tag=$(grep -F "$url	" "$old_tags" 2> /dev/null | cut -f2)
		GATEWAY_INTERFACE=CGI/1.1 REQUEST_METHOD=GET REQUEST_URI=$url \
		    QUERY_STRING=${url#*\?} HTTP_IF_NONE_MATCH=$tag \
		    GUICHET_CONF=$etag/guichet.conf "$bin/$program" |
		    tr -d '\r' > "$etag/answer"
		printf '%s\t%s\t%s\n' "$url" \
		    "$(sed -n 's/^ETag: //p; /^$/q' "$etag/answer")" \
		    "$(sed -n 's/^Status: \([0-9]*\).*/\1/p; /^$/q' "$etag/answer")"
	done
}
# tags_now: the tags that answers are compared with.
tags_now() {
	rm -f "$old_tags"
	answers > "$etag/tags"
	mv "$etag/tags" "$old_tags"
}
# changed WHAT: after it, no address is answered 304.
changed() {
	is "etag: $1" "$(answers | cut -f3 | tr '\n' ' ')" '200 200 200 '
}
unchanged() {
	is "etag: $1" "$(answers | cut -f3 | tr '\n' ' ')" '304 304 304 '
}

etag=$work/etag bin=$build
rm -rf "$etag" "$old_tags"
mkdir -p "$etag/other"
cp "$site/etc/guichet.conf" "$etag/guichet.conf"
tags_now
is 'etag: pages have one' "$(grep -c '"' "$old_tags")" 3
unchanged 'nothing changed'

# A value that is another one of the key, and works: files are the same elsewhere.
cp "$build/assets/manifest" "$site/etc/database.cnf" "$etag/other"
ln -s "$root/xsl" "$root/sql" "$etag/other"
sed -n 's/^	KEY(\([a-z_]*\),.*/\1/p' "$root/cgi-bin/lib/base/conf.c" > "$etag/keys"
matches 'etag: the settings were read' "$(wc -l < "$etag/keys")" '^ *[2-9][0-9]'
while read -r key; do
	case $key in
	share_dir) value=$etag/other ;;
	static_manifest) value=$etag/other/manifest ;;
	database_options) value=$etag/other/database.cnf ;;
	max_requests | draft_retention) value=77 ;;
	theme) value=neutral ;;
	stats) value=private ;;
	links_private) value=yes ;;
	accessibility) value='partiellement conforme' ;;
	*) value=https://other.example ;;
	esac
	{
		grep -v "^$key *=" "$site/etc/guichet.conf"
		echo "$key = $value"
	} > "$etag/guichet.conf"
	changed "$key changes"
done < "$etag/keys"

# A stylesheet that is mended where it is installed, and one that it imports.
cp -R "$root/xsl" "$etag/xsl"
cp -R "$root/sql" "$etag/sql"
{
	grep -v '^share_dir' "$site/etc/guichet.conf"
	echo "share_dir = $etag"
} > "$etag/guichet.conf"
tags_now
for sheet in xsl/search/privacy.xsl xsl/lib/page.xsl; do
	echo '<!-- mended -->' >> "$etag/$sheet"
	changed "$sheet is mended"
	cp "$root/$sheet" "$etag/$sheet"
	unchanged "$sheet is as it was"
done

# Programs that differ in nothing but their build.
bin=$etag
id=$("$build/search" --version | sed 's/.*(\(.*\))/\1/')
other=$(echo "$id" | tr 0-9a-f 1-9a-f0)
for program in search prefill; do
	sed "s/$id/$other/" "$build/$program" > "$etag/$program"
	chmod +x "$etag/$program"
done
matches 'etag: another build' "$("$etag/search" --version)" "$other"
changed 'the build is another'
