#!/bin/sh
# portals.sh [ROUNDS [SECONDS]] - what 500 portals cost: two sites with the same
# aids, one with 4 portals and one with 500, are asked the same pages in turn, of
# the site and of a portal (versus.mjs, which says how).  Among them are pages of
# all portals, so that the memory of processes is under the weight that many
# have.  Then, where there are 500, what the pages of a portal cost beside those of
# the site.
#
# Exits 1 when a page costs over 5 % more with 500, or the pages of a portal over
# 10 % more than those of the site.
#
# From the environment: BUILD; AIDS, the corpus (else the merged one, else the
# sample); PORTS, the first of a hundred ports.  Leaves $BUILD/portals/result.md.
set -u

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$(cd "$root" && cd "${BUILD:-build}" && pwd) || exit 2
work=$build/portals log=$work
mkdir -p "$work"
aids=${AIDS:-$root/../shared/data/aids/aids-merged.jsonl.gz}
[ -s "$aids" ] || aids=
export AIDS="$aids" WORKERS=1 GUICHET_TODAY=2026-11-22
. "$here/servers.sh"
. "$here/measure.sh"
. "$here/../compare/sites.sh"

# ---- what is asked ----

# fill NAME PORTALS URL: that many portals: of all aids, then of what applies to
# a commune, each fifth on a host name of its own; and the addresses of a list of
# each.
fill() {
	site=$work/$1
	load_portal
	base "INSERT INTO portal (slug, host, is_public, query, name, theme, accent)
	    SELECT CONCAT('mesure-', n), IF(n % 5 = 0, CONCAT('mesure-', n, '.localhost'), NULL), 1,
	        CONCAT('perimeter_codes=', code), CONCAT('Aides à ', name), 'neutral', '#7a1f5c'
	    FROM (SELECT code, name, ROW_NUMBER() OVER (ORDER BY CRC32(code)) AS n
	        FROM perimeter WHERE scale = 1 AND NOT is_obsolete) p WHERE n < $2;
	    INSERT INTO portal_page SELECT id, 1, 'contact', 'Contact', '<p>Écrivez-nous.</p>'
	    FROM portal WHERE slug LIKE 'mesure-%';
	    DELETE FROM portal WHERE slug NOT LIKE 'mesure%';
	    UPDATE data_version SET version = version + 1"
	echo >> "$site/run/notice"
	base "SELECT IF(host IS NULL, CONCAT('/portails/', slug), CONCAT('//', host))
	    FROM portal" | sed "s|\$|$list|" > "$work/portals-$1"
	[ "$(wc -l < "$work/portals-$1")" -eq "$2" ] ||
	    refuse "not $2 portals, see $work"
}

# The file that versus.mjs reads: of each page of the site, that of a portal too.
write_lines() {
	backer=$(curl -s "$url/sitemap.xml" | grep -o '/partenaires/[^<]\+' |
	    sed -n 1p)
	while read -r name path; do
		echo "$name $path"
		echo "portal-$name /portails/mesure$path"
	done <<-LIST
	list $list
	list-all /aides/
	aid $(sed -n 1p "$work/aids")
	program /programmes/
	backers /partenaires/
	backer $backer
	map /cartographie/
	calendar /calendrier/
	LIST
	echo 'home /'
	echo "portals @$work/portals-%"
}

# ---- the walk ----

list='/aides/?keyword=r%C3%A9novation%20%C3%A9nergie&perimeter_codes%5B%5D=79109'
free_ports 4
url=http://127.0.0.1:$port
say "starting both sites"
begin_site 4 "$root" "$build" "$port"
few=$!
begin_site 500 "$root" "$build" $((port + 1))
many=$!
await_site 4 $few
await_site 500 $many
fill 4 4
fill 500 500
write_questions
write_lines > "$work/lines"
node "$here/versus.mjs" "$work/lines" "${1:-80}" "${2:-0.1}" \
    4 "$few" "$url" 500 "$many" "http://127.0.0.1:$((port + 1))" \
    > "$work/result.md"
status=$?

# The pages of a portal beside those of the site, with 500.
awk -F ' *[|] *' '
    BEGIN { print "\n| page of a portal / of the site, with 500 | CPU | bar | met |"
	print "|---|--:|--:|---|" }
    $4 ~ /^[0-9]+$/ { cost[$2] = $4 + $6 }
    $2 ~ /^portal-/ { ratio = cost[$2] / cost[substr($2, 8)]
	lost += ratio > 1.1
	printf "| %s | %.2f | <= 1.10 | %s |\n", substr($2, 8), ratio,
	    (ratio > 1.1 ? "no" : "yes") }
    END { exit (lost > 0) }' "$work/result.md" > "$work/beside" || status=1
{
	cat "$work/beside"
	printf '\n| portals | processes | RSS, MB each | PSS, MB each |\n|---|--:|--:|--:|\n'
	for site in 4 500; do
		# shellcheck disable=SC2046
		memory $site $(workers_of "$work/$site/run/search") |
		    sed 's/|/ | /g; s/^/| /; s/$/ |/'
	done
} >> "$work/result.md"
cat "$work/result.md"
exit $status
