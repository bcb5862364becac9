#!/bin/sh
# perimeters.sh - the reference case of Aides-territoires (2.4): so many aids on
# each of fifteen territories, and how many a search on nine of them finds.
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
start perimeters
is 'all the aids have their territory' \
    "$(sql 'SELECT COUNT(perimeter_id) FROM aid')" 120
while read -r name code want; do
	is "$name finds $want aids" "$(total "perimeter_codes[]=$code")" "$want"
done <<'TABLE'
Europe EU 120
France FRA 120
Occitanie R76 36
Hérault 34 21
Montpellier 34172 28
Rhône-Méditerranée RMC 27
Adour-Garonne AG 23
Outre-mer FRA-OM 32
Métropole FRA-MET 91
TABLE
is 'no place finds all' "$(total '')" 120
finish
