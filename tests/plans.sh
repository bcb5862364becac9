#!/bin/sh
# plans.sh - no named query reads a large table from end to end.  Asks the server
# how it would run each over a base with territories and aids; also whether the
# columns that query-compile found are those that the server answers, and whether
# sql/schema.sql is the schema.  Prints TAP; plans.sh --schema writes that file.
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
. "$root/tests/schema.sh"

MOST=1
export MOST
start plans
if [ "${1:-}" = --schema ]; then
	schema > "$root/sql/schema.sql"
	exit
fi
schema | diff "$root/sql/schema.sql" - > "$work/schema.diff"
status=$?
[ $status -eq 0 ] || note "$(cat "$work/schema.diff") (make schema writes it again)"
tap 'sql/schema.sql is the schema' $status

"$build/handles" "$site/etc/database.cnf" > "$work/handles.tap" 2> "$work/handles.log"
status=$?
grep '^not ok' "$work/handles.tap" > "$work/handles.bad" && note "$(cat "$work/handles.bad")"
tap 'two handles have each their statements, rights and connection' $status

sql "SET @today = '$GUICHET_TODAY'; $(cat "$root/sql/data/sample-counts.sql")" || bail 'no sample counts'
sql "ANALYZE TABLE count_search, count_word, count_place, count_aid, count_page, perimeter, perimeter_name, perimeter_zip,
    perimeter_link, aid, aid_index, aid_text, aid_rendered, posting, aid_backer,
    aid_program, aid_audience, aid_category" > /dev/null
"$build/plans" > "$work/plans.tsv"
tab=$(printf '\t')
# Of each query, a line that names it before what the server answers: by one client, for
# its start takes ten times as long as to ask.
while IFS=$tab read -r name columns text; do
	case $name in
	perimeter_load_* | perimeter_zone_* | perimeter_heir* | perimeter_part* | perimeter_alike* | perimeter_ids_* | \
	    check_counts | demarche_link | statistics | harvest_statistics) continue ;;
	esac
	case $text in
	*VALUES\ \(* | CREATE* | ALTER* | LOAD* | 'SET STATEMENT'*) continue ;;
	esac
	# A view has the columns of its query; "-" stands for none.
	[ "$columns" = - ] || printf '%s\n' "SELECT '@', '$name: columns', '$columns';" \
	    "CREATE OR REPLACE VIEW plan AS $text;" \
	    "SELECT GROUP_CONCAT(column_name ORDER BY ordinal_position SEPARATOR ', ')
	        FROM information_schema.columns
	        WHERE table_schema = DATABASE() AND table_name = 'plan';"
	printf '%s\n' "SELECT '@', '$name';" "EXPLAIN $text;"
done < "$work/plans.tsv" > "$work/plans.sql"
client --default-character-set=utf8mb4 --force --unbuffered < "$work/plans.sql" > "$work/plans.said" 2>&1
# Of each, its name, what is long or wrong, and what is wanted.  A line of a plan has
# id, kind, table, type, possible keys, key, length, ref, rows.
awk -F "$tab" -v OFS="$tab" '
    function tell() { if (name != "") print name, got, want }
    $1 == "@" { tell(); name = $2; want = $3; got = ""; next }
    want != "" || /^ERROR/ || ($4 == "ALL" && $9 + 0 > 1000 && $3 !~ /^</) {
        gsub(FS, " "); got = got $0 }
    END { tell() }' "$work/plans.said" > "$work/plans.told"
[ -s "$work/plans.told" ] || bail "$(head -n 1 "$work/plans.said")"
while IFS=$tab read -r name got want; do is "$name" "$got" "$want"; done < "$work/plans.told"
finish
