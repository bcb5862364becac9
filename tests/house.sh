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
trap 'rm -f "$faults" "$faults.named" "$faults.included"' EXIT
none() {
	cut -c1-200 "$faults" | sed 's/^/# /'
	[ ! -s "$faults" ]
	tap "$1" $?
}
programs=$(ls cgi-bin/*.c)
tools=$(ls cgi-bin/tools/*.[ch])
rooms=$(ls cgi-bin/lib/*/*.c)
headers=$(ls cgi-bin/lib/*/*.h)
sheets=$(ls xsl/*/*.xsl xsl/*/lib/*.xsl)

# ---- one language per room ----

# strings FILE...: the string literals of C, as FILE:LINE:"...".
strings() {
	grep -HnoE '"([^"\\]|\\.)*"' "$@" | grep -vE ':"[a-z_./]+\.h"$'
}
# schema.c reads the indexes and rights.c the rights, from their own text; db.c and patience.c
# set the session, db.c makes a savepoint: what belongs to a connection is no query of a table.
words='SELECT|INSERT|UPDATE|DELETE|REPLACE|CREATE|ALTER|DROP|GRANT|WHERE|FROM|JOIN|ORDER BY'
words="$words|LIMIT|SAVEPOINT|ROLLBACK|COMMIT|START TRANSACTION|SET|SHOW|KILL|TRUNCATE|LOAD DATA"
strings $programs $rooms $headers | grep -E "\"[^\"]*\\b($words)\\b ?" |
    grep -vE '^cgi-bin/(lib/db/schema|lib/installation/rights)\.[ch]:' |
    grep -vE '^cgi-bin/lib/db/(db|patience)\.c:[0-9]+:"(SET |SAVEPOINT here"|ROLLBACK TO SAVEPOINT here")' > "$faults"
none 'no SQL in C'
# html.c writes what a tree says; richtext.c and its writer read what others wrote.
strings $programs $rooms $headers | grep -E '</?[a-z!][a-zA-Z0-9]*[ />]' |
    grep -vE '^cgi-bin/lib/(xml/html|text/richtext(_writer)?)\.c:' > "$faults"
none 'no markup in C'
grep -nE '\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|JOIN)\b' $sheets > "$faults"
none 'no SQL in stylesheets'
grep -nE '<[a-z]+[ >]|"/' sql/queries/*.sql | grep -v '^[^:]*:[0-9]*:--' > "$faults"
none 'no markup in SQL'
grep -rnE '(^|[^[:alnum:]_])/(work|root|home)/' --include='*' cgi-bin conf sql/queries \
    sql/schema tests xsl Makefile | grep -v '^tests/house.sh:' > "$faults"
none 'no path of one machine'
# Steps of the schema since 023 say who may still read: sql/README.md.
for file in sql/schema/*.sql; do
	number=${file##*/} number=${number%%-*}
	[ "$number" -lt 023 ] || head -n 1 "$file" | grep -qE '^-- readers: [0-9]{3}$' ||
	    echo "$file: its first line is not \"-- readers: NNN\""
done > "$faults"
none 'steps of the schema say who may still read'
# They are of one node of a cluster, and outlive no connection: a place, or a turn, is
# a row with an end.
grep -rnE '\b(GET_LOCK|RELEASE_LOCK|RELEASE_ALL_LOCKS|IS_USED_LOCK|IS_FREE_LOCK)\b' \
    cgi-bin conf sql > "$faults"
none 'no lock of a connection'

# only FILES PATTERN: no other C file holds it.
only() {
	grep -lE "$2" $programs $rooms $headers | grep -vxE "$1" > "$faults"
	none "only $1: $2"
}
lib=cgi-bin/lib
only "$lib/fcgi/.*\\.[ch]" '#include "fcgi/(peer|record)'
mine="$lib/db/(db|db_stmt|patience)\\.c"
only "$mine" '#include "db/connection\.h"'
only "$mine|$lib/db/(connection\\.h|schema_step\\.c)" '#include <(mysql|mariadb|errmsg|mysqld_error|ma_)'
only "$lib/xml/(xsl\\.c|xsl_context\\.[ch]|quick\\.[ch]|quick_find\\.[ch]|flatten\\.c)" '#include <lib(xslt|exslt)/'
only "$lib/workbook/xlsx(_form|_remarks)?\\.c" '#include <xlsxwriter'
only "$lib/workbook/xlsx_part\\.c" '#include <unzip'
only "$lib/(fetch/.*\\.[ch]|(ds/ds|installation/check_answers)\\.c)" '#include <curl/'
only "$lib/web/response\\.c" '"Status:'

# ---- rooms: a file includes its own room, and those before it ----

order='gen base crypto text table workbook xml db gazetteer fcgi site web process territory vectors index
indexing vocabulary engine question aids funded search api stats fetch links ds feed record import harvest report answers
payload apply files backers programs portals count bulk deposit installation admin'
# Where something is included, however it is written.
directive='^[^"]*(#|%:|\?\?=)([[:space:]]|/\*.*\*/)*(include|import|\\$)'
# shellcheck disable=SC2046,SC2086 # names of files have no blanks
grep -HE "$directive" $programs $rooms $headers $(ls tests/unit/*/*.[ch]) > "$faults.included"
# misplaced: of lines "FILE:#include ...", those that are not written so, or are of
# a later room.  Queries are of the room that their name begins with, or of that of
# the page whose sheet bears it.
misplaced() {
	awk -v order="$order" -v sheets="$(echo $sheets)" '
	BEGIN { n = split(order, room, /[ \n]+/)
		for (i = 1; i <= n; i++) at[room[i]] = i
		k = split(sheets, sheet, " ")
		for (i = 1; i <= k; i++) { split(sheet[i], part, "/"); sub(/\.xsl$/, "", part[3]); page[part[3]] = part[2] } }
	function queries_of(name, first) {
		sub(/\.h$/, "", name)
		first = name
		sub(/_.*/, "", first)
		return name == "names" ? "gen" : name in at ? name : name in page ? page[name] : first }
	{ file = $0; sub(/:.*/, "", file); path = line = substr($0, length(file) + 2)
	  split(file, part, "/"); mine = part[3] in at ? at[part[3]] : n + 1 }
	line !~ /^#include ("[a-z0-9_\/]+\.h"|<[A-Za-z0-9_\/.-]+\.h>)$/ {
		print file ": write " line " as #include \"room/name.h\""; next }
	{ gsub(/^#include .|.$/, "", path); k = split(path, part, "/")
	  of = part[1] == "gen" && k == 3 ? queries_of(part[3]) : part[1] }
	file ~ /^cgi-bin\/lib\// && mine > n { print file ": it is in no room"; next }
	of in at && at[of] > mine { print file ": " path " is of a later room" }
	of in at && line ~ /</ || path ~ /\.\.\// { print file ": write " line " as #include \"room/name.h\"" }
	!(of in at) && line ~ /"/ && (k > 1 || file !~ /^tests\//) { print file ": " path " is in no room" }'
}
misplaced < "$faults.included" > "$faults"
none 'a room includes only the rooms before it'
while read -r file line; do
	printf '%s:%b\n' "$file" "$line" | grep -E "$directive" | misplaced | grep -q . || echo "$file: $line"
done << 'EOF' > "$faults"
cgi-bin/lib/base/a.c #include "process/page.h"
cgi-bin/lib/base/a.c #include <process/page.h>
cgi-bin/lib/base/a.c #\tinclude "process/page.h"
cgi-bin/lib/base/a.c /* a */ # /* b */ include "process/page.h"
cgi-bin/lib/base/a.c %:include "process/page.h"
cgi-bin/lib/base/a.c #include "../process/page.h"
cgi-bin/lib/base/a.c #include <../lib/process/page.h>
cgi-bin/lib/base/a.c #include "base/../process/page.h" /* c */
cgi-bin/lib/base/a.c #include PAGE
cgi-bin/lib/base/a.c #include "process/page.c"
cgi-bin/lib/base/a.c #include "page.h"
cgi-bin/lib/base/a.c # \\
cgi-bin/lib/files/a.c #include "gen/queries/portals.h"
cgi-bin/lib/fcgi/a.c #include "gen/queries/territory_load.h"
cgi-bin/lib/aids/a.c #include "gen/queries/map.h"
cgi-bin/lib/aside/a.c #include "base/pool.h"
tests/unit/text/test_a.c #include "ds/champ.h"
EOF
none 'no spelling of an include hides a later room'
# shellcheck disable=SC2086
{ ls $programs $rooms $headers $tools tests/unit/*.h tests/unit/*/*.[ch]
    find cgi-bin tests/unit -name '*.[chi]*' -type f; } | sort | uniq -u > "$faults"
none 'no C lies where these rules do not look'

# Every folder bears the name of a room, or of the program whose pages it has.
# Besides: what no room owns, the sheets that rooms share, a room's own lib, and
# the other files of territory, and the queries of a page that "make page" made.
known=" $(echo "${order#gen }" "$(conf/programs.sh names program)" | tr '\n' ' ') "
for folder in cgi-bin/lib/* tests/unit/*/ tests/xsl/*/ xsl/*/ xsl/*/*/ sql/queries/*; do
	case $folder in
	xsl/assets/ | xsl/lib/ | xsl/*/lib/) continue ;;
	sql/queries/territory_*.sql) continue ;;
	esac
	name=$(basename "$folder" .sql)
	case $folder in sql/*) ls xsl/*/"$name.xsl" > /dev/null 2>&1 && continue ;; esac
	case $known in
	*" $name "*) ;;
	*) echo "${folder%/}: \"$name\" is no room: move it into one, or add it to the order of rooms" ;;
	esac
done > "$faults"
none 'a folder is a room'

# ---- files: a unit is NAME.c and NAME.h; what it includes does not lead back ----

sed -n 's|^cgi-bin/lib/\([^ ]*\)\.[ch]:#include "\([a-z0-9_]*/[a-z0-9_]*\)\.h"$|\1 \2|p' "$faults.included" |
    awk '$1 != $2' | sort -u | tsort 2>&1 > /dev/null |
    sed 's/^tsort: //' > "$faults"
none 'no circle of files'

# ---- sizes ----

# shellcheck disable=SC2086
awk 'FNR == 1 { start = 0 }
    /^[a-z_]+\(/ && !/;$/ { name = $0; start = FNR }
    /^}/ && start { if (FNR - start >= 40)
	print FILENAME ":" start ": " name " has " FNR - start + 1 " lines"
	start = 0 }' $programs $rooms $tools > "$faults"
none 'functions under 40 lines'
# under LINES NAME FILE...
under() {
	max=$1 name=$2
	shift 2
	wc -l "$@" | awk -v max="$max" '$2 != "total" && $1 >= max' > "$faults"
none "$name"
}
under 401 'C files of 400 lines at most' $programs $rooms $headers $tools
# shellcheck disable=SC2046 # names of scripts have no blanks
under 300 'scripts under 300 lines' $(find conf tests -name '*.sh')
under 200 'stylesheets under 200 lines' $sheets
under 400 'grammars under 400 lines' xsl/*.rng xsl/*/*.rng
under 400 'queries under 400 lines a file' sql/queries/*.sql
# A character is one of its bytes, the first.
# shellcheck disable=SC2086
LC_ALL=C awk '{ line = $0
    gsub(/[\200-\277]/, "", line)
    while ((at = index(line, "\t")) > 0)
	line = substr(line, 1, at - 1) substr("        ", 1 + (at - 1) % 8) substr(line, at + 1)
    if (length(line) > 80) print FILENAME ":" FNR ":" $0 }' \
    $programs $rooms $headers $tools > "$faults"
none 'C in 80 columns'
# A step of the schema stays for good; of queries each room has a file.
# shellcheck disable=SC2012 # names have no blanks
for folder in cgi-bin/lib/* sql/* xsl/* xsl/*/lib; do
	[ ! -d "$folder" ] || [ "$folder" = sql/schema ] || [ "$folder" = sql/queries ] || echo "$folder $(ls "$folder" | wc -l)"
done | awk '$2 > 30' > "$faults"
none 'no folder of more than 30 files'
# Each room by itself.
for folder in cgi-bin/tools cgi-bin/lib/*; do
	cat "$folder"/*.[ch] | awk -v folder="$folder" -v least=12 '
	    NF { all++; within = within || /\/\*/; said += within }
	    /\*\// { within = 0 }
	    END { share = 100 * said / all
		if (share < least) printf "%s: %.1f %% of lines are comments: say why, to %d %%\n",
		    folder, share, least }'
done > "$faults"
none 'comments are 12 % of the C of each room, blank lines left out'

# ---- what belongs together ----

# The pages of the routes, with their formats: "aid-list", "aid-list-csv"...  A
# workbook is made of the table.
routes() {
	for program in $programs; do
		speaks=$(sed -n 's/.*by_default = .*speaks = "\([a-z]*\)".*/-\1/p' "$program")
		sed -n '/^static const struct route routes/,/{ 0 }/p' "$program" |
		    tr '\n' ' ' | sed 's/{ "\//\n{ "\//g' | awk -F '"' -v speaks="$speaks" '/^{ "\// {
		if ($0 ~ /speaks = "html"/) print $4
		else if ($0 !~ /[.](speaks|moved)/) print $4 speaks
		for (i = 6; i < NF; i += 2)
			if ($i ~ /^(csv|atom|ics|json)( |$)/) {
				k = split($i, format, " ")
				for (f = 1; f <= k; f++)
					if (format[f] != "xlsx") print $4 "-" format[f]
			} }'
	done
}
routes | sort -u | while read -r page; do
	ls xsl/*/"$page.xsl" > /dev/null 2>&1 || echo "xsl/*/$page.xsl"
done > "$faults"
none 'each route has its stylesheets'
routes | grep -c . | awk '$1 < 15 { print $1 " pages found" }' > "$faults"
none 'the routes were read'
sed -n 's/^-- \([a-z_]*\): .*/\1/p' sql/queries/*.sql |
    grep -vxE 'in|makes|hint' | tr '[:lower:]' '[:upper:]' | sort > "$faults.named"
grep -ohE '\bQ_[A-Z0-9_]+' $programs $rooms | sed 's/^Q_//' | sort -u |
    comm -13 - "$faults.named" | tr '[:upper:]' '[:lower:]' > "$faults"
none 'each query is asked by some program'
life=$(sed -n 's/^DRAFT_LIFE_DAYS \([0-9]*\).*/\1/p' sql/constants)
grep -L "dans les $life jours" xsl/search/privacy.xsl xsl/apply/lib/prefill-draft.xsl > "$faults"
none 'pages say how long a draft lives'
# A column has a name (gen/queries); a number, or "the last", breaks unseen.
number='([0-9]+|last|[a-z>.-]*columns - [0-9]+)'
grep -nE "(\brow\[([^][]|\[[^][]*\])*\]|(^|[^.>a-z_])row)\[$number\]" $programs $rooms |
    grep -vE 'vocabulary/spelling\.c:.*(int row\[3\]|\*now = row)' > "$faults"
none 'no column is read by its number'

conf/programs.sh check 2> "$faults"
none 'the list of programs is sound'

echo "1..$n"
exit $bad
