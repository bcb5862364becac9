# Sitemaps have 10,000 aids each, for one takes 50,000 addresses: a catalogue of more has
# several, and each aid is in one of them.
# many SQL: rows that are gone in the end, as the administrator's command changes pages.
many() {
	sql "$1; UPDATE data_version SET version = version + 1"
	echo >> "$site/run/notice"
}
# addresses PATH: what a sitemap, or an index of them, names, without the host and but for
# sitemaps of portals.
addresses() { get "$1" | tr '<' '\n' | sed -n 's|^loc>[^/]*//[^/]*||p' | grep -v '^/portails/.*/sitemap'; }
of_site=$(addresses /sitemap.xml)
is 'a site of few aids has one sitemap' "$(addresses /sitemap-index.xml)" /sitemap.xml
is 'and no second' "$(status_of /sitemap-2.xml)" 404

many "SET max_recursive_iterations = 20000; INSERT INTO aid (source, source_id, digest, importer, slug, status, name)
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
    SELECT 'many', i, '', '', CONCAT('many-', i), 'published', 'Une aide de plus' FROM n"
is 'one of over 20 000 has three' "$(addresses /sitemap-index.xml | tr '\n' ' ')" '/sitemap.xml /sitemap-2.xml /sitemap-3.xml '
for file in sitemap sitemap-2 sitemap-3; do
	addresses /$file.xml > "$work/$file"
done
is 'the first has all that is no aid' "$(grep -v '^/aides/.' "$work/sitemap")" "$(echo "$of_site" | grep -v '^/aides/.')"
is 'the others have aids alone' "$(cat "$work/sitemap-2" "$work/sitemap-3" | grep -cv '^/aides/.')" 0
is 'each of 10 000, but the last' "$(for file in sitemap sitemap-2; do grep -c '^/aides/.' "$work/$file"; done | tr '\n' ' ')" '10000 10000 '
cat "$work/sitemap" "$work/sitemap-2" "$work/sitemap-3" | sort > "$work/all"
is 'no address is there twice' "$(uniq -d "$work/all")" ''
is 'and none is missing' "$(grep -vc '^/aides/many-' "$work/all") $(grep -c '^/aides/many-' "$work/all")" \
    "$(echo "$of_site" | wc -l) 20000"
for wrong in 4 1 0 02 x 2x 99999 -1; do
	is "no sitemap-$wrong.xml" "$(status_of "/sitemap-$wrong.xml")" 404
done
is 'nor sitemap-2 without .xml' "$(status_of /sitemap-2)" 404
many "DELETE FROM aid WHERE source = 'many'"
is 'one again' "$(addresses /sitemap-index.xml)" /sitemap.xml
