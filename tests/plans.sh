#!/bin/sh
# plans.sh - no named query reads a large table from end to end.  Asks the server
# how it would run each over a base with territories and aids.  Prints TAP.
#
# Left out: what works on temporary tables, what only writes rows that it is
# given, definitions, statistics, and what the administrator's command asks of all aids.
cd "$(dirname "$0")" || exit 1
root=$(cd .. && pwd)
export GUICHET_TODAY=2026-11-22
. "$root/tests/lib.sh"
[ -x "$build/plans" ] || bail "$build/plans is not built: make check-plans"
corpus=$root/../shared/data/aids/aids-merged.jsonl.gz
[ ! -f "$corpus" ] || export AIDS="$corpus"

start plans
sql "ANALYZE TABLE perimeter, perimeter_name, perimeter_word, perimeter_zip,
    perimeter_link, aid, aid_index, aid_text, aid_rendered, posting, aid_backer,
    aid_program, aid_audience, aid_category" > /dev/null
"$build/plans" > "$work/plans.tsv"
tab=$(printf '\t')
while IFS=$tab read -r name text; do
	case $name in
	perimeter_load_* | perimeter_zone_* | perimeter_heir* | \
	    perimeter_word* | perimeter_prefix* | check_counts | \
	    demarche_link | statistics) continue ;;
	esac
	case $text in
	*VALUES\ \(* | CREATE* | LOAD*) continue ;;
	esac
	if ! sql "EXPLAIN $text" > "$work/plan" 2> "$work/plan.error"; then
		note "$(cat "$work/plan.error")"
		tap "$name: explained" 1
		continue
	fi
	# id, kind, table, type, possible keys, key, length, ref, rows
	long=$(awk -F "$tab" '$4 == "ALL" && $9 + 0 > 1000 && $3 !~ /^</' "$work/plan")
	[ -z "$long" ] || note "$long"
	[ -z "$long" ]
	tap "$name" $?
done < "$work/plans.tsv"
finish
