#!/bin/sh
# corpus.sh - the whole of a real list of aids, when it is beside the project:
# all are taken, each has its page, and a second import changes nothing.  TAP.
cd "$(dirname "$0")" || exit 1
root=$(cd .. && pwd)
export GUICHET_TODAY=2026-11-22 LC_ALL=C.UTF-8
. "$root/tests/lib.sh"
corpus=$root/../shared/data/aids/aids-merged.jsonl.gz
[ -f "$corpus" ] || skip_all 'no ../shared/data/aids/aids-merged.jsonl.gz'

AIDS=$corpus
export AIDS
MOST=1
export MOST
start corpus
# count SQL: how many rows.
count() { sql "SELECT COUNT(*) FROM $1"; }
is '1752 aids' "$(count aid)" 1752
is '1752 published' "$(count "aid WHERE status = 'published'")" 1752
is 'each is in the index' "$(count aid_index)" 1752
is 'each is rendered' "$(count 'aid_rendered JOIN aid_body USING (aid_id)')" 1752

# A perimeter is unknown only when nothing says it, or no one territory of today
# has that name or that code.
zcat "$corpus" | grep -o '"perimeter": *null' | wc -l > "$work/unsaid"
is 'no unknown perimeter has a name that one territory has' "$(sql "
    SELECT COUNT(*) FROM aid a JOIN (SELECT name FROM perimeter
      WHERE NOT is_obsolete GROUP BY name HAVING COUNT(*) = 1) p
      ON p.name = a.perimeter_asked WHERE a.perimeter_id IS NULL")" 0
known=$(count 'aid WHERE perimeter_id IS NOT NULL')
note "$known of 1752 have a known perimeter; $(cat "$work/unsaid") do not say one"
[ "$known" -ge 425 ]
tap 'at least 425 perimeters are known' $?

before=$(sql 'SELECT version FROM data_version')
said=$(guichet import aids "$corpus" 2>&1)
matches 'again: the same' "$said" '1752 aids read: 0 added, 0 changed, 1752 the same'
is 'again: the version is the same' \
    "$(sql 'SELECT version FROM data_version')" "$before"

# Every page, by one client; in short a third of them, in turn.
turns=1 turn=0
[ -n "${FULL:-}" ] || { turns=3; turn=$(turn_among 3); }
sql "SELECT slug FROM aid WHERE id % $turns = $turn ORDER BY id" > "$work/slugs"
pages=$(wc -l < "$work/slugs")
[ "$pages" -gt $((1500 / turns)) ]
tap 'there are pages to ask for' $?
mkdir -p "$site/pages"
awk -v base="$base" -v to="$site/pages" '{
	print "url = \"" base "/aides/" $0 "/\""
	print "output = \"" to "/" NR ".html\"" }' "$work/slugs" > "$work/all.conf"
curl -s -K "$work/all.conf" -w '%{http_code} %{url_effective}\n' > "$work/all.status"
bad_pages=$(grep -v '^200 ' "$work/all.status" | head -n 5)
[ -z "$bad_pages" ] || note "$bad_pages"
is 'every page is there' "$(grep -c '^200 ' "$work/all.status")" "$pages"
cut_pages=$(find "$site/pages" -name '*.html' -exec grep -L '</html>' {} +)
is 'every page is whole' "$cut_pages" ''
is 'none is over 200 kB' "$(find "$site/pages" -size +200k)" ''
# libxml2 does not know the elements of HTML 5: 801.
xmllint --html --noout "$site"/pages/*.html 2>&1 | grep -E '\.html:[0-9]+: .*error :' |
    grep -vE 'Tag (main|nav|header|footer|section|article|aside|details|summary|mark|time|dialog) invalid' \
    > "$work/html.errors"
[ ! -s "$work/html.errors" ] || note "$(head -n 3 "$work/html.errors")"
is 'every page is well made' "$(grep -c . "$work/html.errors")" 0
sed -i 's|/"$|/?format=xml"|; s|\.html"$|.xml"|' "$work/all.conf"
curl -s -K "$work/all.conf"
xmllint --nonet --noout --relaxng "$root/xsl/page.rng" "$site"/pages/*.xml 2>&1 |
    grep -v ' validates$' > "$work/xml.errors"
[ ! -s "$work/xml.errors" ] || note "$(head -n 3 "$work/xml.errors")"
is 'every document is valid' "$(grep -c . "$work/xml.errors")" 0
for format in xml csv atom ics; do
	is "the whole list as $format" "$(status_of "/aides/?format=$format")" 200
done
finish
