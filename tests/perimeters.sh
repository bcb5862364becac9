#!/bin/sh
# perimeters.sh - the reference case of Aides-territoires (2.4): so many aids on
# each of fifteen territories, and how many a search on nine of them finds.  AT
# leaves basins out of departments and regions (Occitanie 36, Hérault 21); here a
# body can get what one of its communes can, and each of them is asked.
# Prints TAP.
cd "$(dirname "$0")" || exit 1
root=$(cd .. && pwd)
export GUICHET_TODAY=2026-11-22
. "$root/tests/lib.sh"

# Europe 1, France 2 ... Outre-mer 15: 120 aids.
place=0 id=0
for code in EU FRA R76 34 34172 34333 12 12202 R28 27 27529 AG RMC 97209 FRA-OM; do
	place=$((place + 1))
	for _ in $(seq $place); do
		id=$((id + 1))
		printf '{"id": %d, "slug": "aide-%d", "name": "Aide %d", "perimeter_code": "%s"}\n' \
		    $id $id $id $code
	done
done > "$work/reference.jsonl"

AIDS=$work/reference.jsonl
export AIDS
MOST=1
export MOST
start perimeters
is 'all the aids have their territory' \
    "$(sql 'SELECT COUNT(perimeter_id) FROM aid')" 120
while read -r name code want; do
	is "$name finds $want aids" "$(total "perimeter_codes[]=$code")" "$want"
done <<'TABLE'
Europe EU 120
France FRA 120
Occitanie R76 61
Hérault 34 34
Montpellier 34172 28
Rhône-Méditerranée RMC 27
Adour-Garonne AG 23
Outre-mer FRA-OM 32
Métropole FRA-MET 91
TABLE
is 'no place finds all' "$(total '')" 120

# How many each body must find: the aids of its communes and of all that each of
# these lies in.  Its own links have no part in the sum.  Unless FULL is said, one EPCI
# in ten is asked, beside all departments and regions.
each=10
[ -z "${FULL:-}" ] || each=1
sql "SELECT CONCAT(IF(b.scale = 15 AND b.code NOT LIKE 'R%', 'R', ''), b.code), COUNT(DISTINCT a.id)
    FROM perimeter b
    JOIN perimeter_link l ON l.container_id = b.id
    JOIN perimeter c ON c.id = l.contained_id AND c.scale = 1 AND NOT c.is_obsolete
    JOIN (SELECT contained_id AS commune, container_id AS zone FROM perimeter_link
          UNION SELECT id, id FROM perimeter WHERE scale = 1) z ON z.commune = c.id
    JOIN aid a ON a.perimeter_id = z.zone
    WHERE b.scale IN (5, 10, 15) AND NOT b.is_obsolete AND (b.scale > 5 OR b.id % $each = 0)
    GROUP BY b.id ORDER BY 1" | tr '\t' ' ' > "$work/union.want"
while read -r code _; do
	printf 'url = "%s/aides/?format=xml&perimeter_codes[]=%s"\n' "$base" "$code"
done < "$work/union.want" > "$work/union.urls"
curl -s -g -K "$work/union.urls" |
    sed -n 's/.*<aids[^>]* total="\([0-9]*\)".*/\1/p' > "$work/union.totals"
cut -d' ' -f1 "$work/union.want" | paste -d' ' - "$work/union.totals" > "$work/union.got"
diff "$work/union.want" "$work/union.got" | head -20 | sed 's/^/# /'
cmp -s "$work/union.want" "$work/union.got"
tap "each of $(wc -l < "$work/union.want") bodies finds what its communes find" $?
[ "$(wc -l < "$work/union.want")" -gt $((1200 / each)) ]
tap 'as many bodies as there should be were asked' $?
finish
