#!/bin/sh
# house.sh - the rules of the house: one language per room, floors, sizes.
# Prints TAP.
cd "$(dirname "$0")/.." || exit 1
n=0 bad=0
tap() {
	n=$((n + 1))
	if [ "$2" -eq 0 ]; then echo "ok $n - $1"; else echo "not ok $n - $1"; bad=1; fi
}
# none NAME: the lines in $faults are faults; it has none.
faults=${TMPDIR:-/tmp}/house.$$
trap 'rm -f "$faults"' EXIT
none() {
	cut -c1-200 "$faults" | sed 's/^/# /'
	[ ! -s "$faults" ]
	tap "$1" $?
}
programs=$(ls cgi-bin/*.c)
rooms=$(ls cgi-bin/lib/*.c)
headers=$(ls cgi-bin/lib/*.h)

# ---- one language per room ----

# strings FILE...: the string literals of C, as FILE:LINE:"...".
strings() {
	grep -HnoE '"([^"\\]|\\.)*"' "$@" | grep -vE ':"[a-z_./]+\.h"$'
}
# The build reads the queries, and schema.c the indexes, from their own text.
strings $programs $rooms $headers |
    grep -E '"[^"]*\b(SELECT|INSERT|UPDATE|DELETE|REPLACE|CREATE|ALTER|DROP|GRANT|WHERE|FROM|JOIN|ORDER BY|LIMIT)\b ?' |
    grep -vE '^cgi-bin/(query-compile|lib/schema)\.c:' > "$faults"
none 'no SQL in C'
# html.c writes what a tree says; richtext.c reads what others wrote.
strings $programs $rooms $headers | grep -E '</?[a-z!][a-zA-Z0-9]*[ />]' |
    grep -vE '^cgi-bin/lib/(html|richtext)\.c:' > "$faults"
none 'no markup in C'
grep -nE '\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|JOIN)\b' xsl/*.xsl xsl/lib/*.xsl > "$faults"
none 'no SQL in stylesheets'
grep -nE '<[a-z]+[ >]|"/' sql/queries/*.sql | grep -v '^[^:]*:[0-9]*:--' > "$faults"
none 'no markup in SQL'
grep -rnE '(^|[^[:alnum:]_])/(work|root|home)/' --include='*' cgi-bin conf sql/queries \
    sql/schema tests xsl Makefile | grep -v '^tests/house.sh:' > "$faults"
none 'no path of one machine'

# only FILES PATTERN: no other C file holds it.
only() {
	grep -lE "$2" $programs $rooms $headers | grep -vxE "$1" > "$faults"
	none "only $1: $2"
}
lib=cgi-bin/lib
only "$lib/gate\\.c" '#include <fcgi|#include <fastcgi'
only "$lib/db\\.c" '#include <(mysql|mariadb|errmsg|mysqld_error)'
only "$lib/(xsl|flatten)\\.c" '#include <lib(xslt|exslt)/'
only "$lib/ds\\.c" '#include <curl/'
only "$lib/reply\\.c" '"Status:'

# ---- floors: a file includes its own floor, and lower ones ----

floors='
0 rc pool bits log text buf timing say scalar champ digest form
1 gate param db xml html xsl flatten fragment conf words tokens posting passage table intern ds ds_answer
2 query version kept rows reply site lists ask route richtext_element fact demarche
3 terms term_list funded funded_import funded_index funded_list keywords projects project_table catalogue rank score score_block facet place question reading concepts families spelling mark richtext richtext_plain feed indexer
3 posting_changes aid_import aid_draft aid_relations aid_list aid_form aid_page
3 champ_name demarche_schema demarche_changes demarche_link demarche_import demarche_report
3 wording source_propose source_table source_words
3 territory sheet sheet_form source option champ_check payload payload_link doubt authority draft draft_follow
3 apply apply_payload apply_steps
3 perimeter_load perimeter_package perimeter_row perimeter_zone perimeter_fact schema check
4 page office office_aids office_places office_words office_demarches office_drafts
5 search guichet query-compile portal api prefill'
for file in $programs $rooms $headers; do
	name=$(basename "$file"); name=${name%.[ch]}
	{ echo "$floors"; echo "? $name"; sed -n 's/^#include "\(.*\)\.h"$/+ \1/p' "$file"; } |
	    awk -v file="$file" '
		/^[0-9]/ { for (i = 2; i <= NF; i++) floor[$i] = $1 }
		$1 == "?" { own = $2; if (!($2 in floor)) print file ": on no floor" }
		$1 == "+" && !($2 in floor) { print file ": " $2 ".h is on no floor" }
		$1 == "+" && floor[$2] > floor[own] {
			print file " (" floor[own] ") includes " $2 ".h (" floor[$2] ")" }'
done > "$faults"
none 'floors'

# ---- sizes ----

for file in $programs $rooms; do
	awk -v file="$file" '/^[a-z_]+\(/ && !/;$/ { name = $0; start = FNR }
	    /^}/ && start { if (FNR - start >= 40)
		print file ":" start ": " name " has " FNR - start + 1 " lines"
		start = 0 }' "$file"
done > "$faults"
none 'functions under 40 lines'
# under LINES NAME FILE...
under() {
	max=$1 name=$2
	shift 2
	wc -l "$@" | awk -v max="$max" '$2 != "total" && $1 >= max' > "$faults"
none "$name"
}
under 500 'C files under 500 lines' $programs $rooms $headers
under 300 'scripts under 300 lines' $(find conf tests -name '*.sh')
under 200 'stylesheets under 200 lines' xsl/*.xsl xsl/lib/*.xsl
under 400 'queries under 400 lines a file' sql/queries/*.sql
awk 'length > 120 { print FILENAME ":" FNR }' $programs $rooms $headers > "$faults"
none 'C in lines under 120 columns'

# ---- what belongs together ----

# The pages of the routes, with their formats: "aid-list", "aid-list-csv"...
routes() {
	sed -n '/^static const struct route routes/,/{ 0 }/p' $programs |
	    tr '\n' ' ' | sed 's/{ "\//\n{ "\//g' | awk -F '"' '/^{ "\// {
		if ($0 !~ /[.]speaks/) print $4
		for (i = 6; i < NF; i += 2)
			if ($i ~ /^(csv|atom|ics|json)( |$)/) {
				k = split($i, format, " ")
				for (f = 1; f <= k; f++) print $4 "-" format[f]
			} }'
}
routes | sort -u | while read -r page; do
	[ -f "xsl/$page.xsl" ] || echo "xsl/$page.xsl"
done > "$faults"
none 'each route has its stylesheets'
routes | grep -c . | awk '$1 < 15 { print $1 " pages found" }' > "$faults"
none 'the routes were read'
sed -n 's/^-- \([a-z_]*\): .*/\1/p' sql/queries/*.sql |
    grep -vxE 'in|makes|hint' | while read -r query; do
	grep -qF "\"$query\"" $programs $rooms || echo "$query"
done > "$faults"
none 'each query is asked by some program'
sed -n 's/^-- \([a-z_]*\): .*/\1/p' sql/queries/*.sql |
    grep -vxE 'in|makes|hint' | sort | uniq -d > "$faults"
none 'no two queries of one name'
grep -hoE 'KEY [a-z_]+ \(.*' sql/schema/*.sql | grep -v -- '--' > "$faults"
none 'each index names the query it serves'

conf/programs.sh check 2> "$faults"
none 'the list of programs is sound'

echo "1..$n"
exit $bad
