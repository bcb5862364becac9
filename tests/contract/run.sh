#!/bin/sh
# run.sh - the API of payloads against the contract of Démarches simplifiées (DS):
# each case of cases/*.mjs has the answer that it must have, and what would leave is
# given to a strict stand-in, which must keep all of it as it is.  Real schemas and
# places count too, where the data is at hand.  Prints TAP.  Only some cases:
# run.sh WORD, of their names.  DATA is where the data is.
cd "$(dirname "$0")" || exit 1
root=$(cd ../.. && pwd)
export GUICHET_TODAY=2026-11-22 LC_ALL=C.UTF-8
. "$root/tests/lib.sh"
command -v node > /dev/null || skip_all 'node is missing'
data=${DATA:-$root/../shared/data}/ds

# What the stand-in shows: the démarches of the tests, and the real ones.
schemas=$work/contract-schemas
rm -rf "$schemas"
mkdir -p "$schemas"
cp "$root"/tests/ds/schemas/*.json "$schemas"
geo=''
if [ -d "$data" ]; then
	cp "$data"/schema-*.json "$data"/detr-dsil-[0-9]*-*.json "$schemas"
	geo="--geo $data"
	# Of the forms of the Fonds vert only a few ids are known: forms of those.
	for number in 69071 67821 68862; do
		jq --argjson number $number '.["\($number)"] | .champs as $id |
		    {$number, title, state: "publiee", id: "x", revision: {id: "y",
		    champDescriptors: [["Text", "intituleProjet"], ["Textarea", "resumeProjet"],
		    ["Departement", "departementImplantation"], ["Email", "emailRepresentantLegal"],
		    ["Email", "emailResponsableSuivi"]] | map({__typename: "\(.[0])ChampDescriptor",
		    id: $id[.[1]], label: .[1], required: true})}}' \
		    "$data/fonds-vert-champ-ids.json" > "$schemas/fonds-vert-$number.json"
	done
fi
# What an earlier run left would say that this one is ready.
rm -f "$work/contract-ds"
# shellcheck disable=SC2086  # $geo is two words, or none
node "$root/tests/ds/stand-in.mjs" --port 0 --schemas "$schemas" --strict \
    --no-throttle $geo > "$work/contract-ds" 2> "$work/contract-ds.log" &
sites="$sites $!"
for _ in $(seq 600); do
	! grep -q ready "$work/contract-ds" || break
	sleep 0.1
done
grep -q ready "$work/contract-ds" ||
    bail "no stand-in: $(tail -n 1 "$work/contract-ds.log")"
ds=http://127.0.0.1:$(sed -n 's/^ready //p' "$work/contract-ds")
DS_URL=$ds
export DS_URL

WORKERS=1
start contract
for file in "$schemas"/*.json; do
	guichet import demarche "$file" > "$work/contract-import" 2>&1 ||
	    bail "$(basename "$file"): $(tail -n 1 "$work/contract-import")"
done
guichet import sources > "$work/contract-import" 2>&1 || bail 'no sources'
node contract.mjs "$base" "$ds" "$schemas" ${1:+"$1"}
