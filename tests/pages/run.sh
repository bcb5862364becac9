#!/bin/sh
# run.sh - questions and answers over a real nginx and MariaDB.  Prints TAP.
#
# NAME.ask holds requests, NAME.want what each answer must be.  Of a request:
#
#	GET /aides/?keyword=toit	method, path and query; <<x*9>> is xxxxxxxxx
#	Accept-Encoding: gzip		its headers; "@ETag" is that header's value
#					in the answer before
#	+project.title=École		a field of a form
#	{"siren": "217901099"}		a body, as it is
#
# and of the answers, a line each; "-- 2" begins what is only of the second:
#
#	status 200			header ETag		(any value)
#	header Allow: GET, HEAD		no-header Set-Cookie
#	has TEXT			not TEXT
#	xpath EXPRESSION = VALUE	valid			(by xsl/page.rng)
#	same EXPRESSION			(the value is that of the first answer)
#	json results.*.id = 1 2		json-same count		(see json.mjs)
#	json next = BASE/api/aids/?page=2	(BASE is the address of the site)
#	page				a whole HTML page, with what all pages bear
#
# cases.mjs asks and compares.  What is no single answer is in steps/*.sh.
# Only some: run.sh NAME...
cd "$(dirname "$0")" || exit 1
root=$(cd ../.. && pwd)
export GUICHET_TODAY=2026-11-22
. "$root/tests/lib.sh"
head=$work/pages.head body=$work/pages.body
xpath() { xmllint --xpath "string($1)" "$body" 2> /dev/null; }
# attributes ELEMENT A B: of each such element in $body that has both, in that order, the
# values of those attributes.
attributes() {
	tr '<' '\n' < "$body" | sed -n "s/^$1 \(.* \)*$2=\"\([^\"]*\)\".* $3=\"\([^\"]*\)\".*/\2 \3/p" |
	    sed 's/&amp;/\&/g'
}
# totals: of each line "NAME PATH", the name and how many aids that page finds, sorted:
# all asked by one curl.
totals() {
	rm -rf "$work/totals"
	mkdir "$work/totals"
	while read -r name path; do
		printf 'url = "%s"\noutput = "%s"\n' "$base$path" "$work/totals/$name"
	done | curl -s -g -L -K -
	(cd "$work/totals" && awk -v RS='<' 'FNR == 1 { told = 0 }
	    /^aids / && !told && match($0, / total="[0-9]*/) {
	        print FILENAME, substr($0, RSTART + 8, RLENGTH - 8); told = 1 }' ./*) |
	    sed 's|^./||' | sort
}
# differ ELEMENT ATTRIBUTE PATH: the elements of $body, each with its slug and a number,
# that are not what its page finds; "@" in PATH stands for the slug.
differ() {
	attributes "$1" slug "$2" | sort > "$work/said"
	[ -s "$work/said" ] || echo "no $1"
	while read -r slug _; do
		echo "$slug ${3%%@*}$slug${3#*@}"
	done < "$work/said" | totals | diff "$work/said" -
}
# none NAME WRONG: nothing is.
none() {
	[ -z "$2" ] || note "$2"
	[ -z "$2" ]
	tap "$1" $?
}

# The processes that answer.
workers() {
	for worker in "$site"/run/*/[0-9]*; do
		s6-svstat -o pid "$worker"
	done | tr '\n' ' '
}

for name in "$@"; do
	only_known "${name%.ask}" "${name%.ask}.ask" "steps/$name.sh"
done
# DS's own limits are met by hand, in steps/prefill.sh.
DS_OPTIONS='--strict --no-throttle'
export DS_OPTIONS
start site
pids=$(workers)
guichet import aids --source essais aids.jsonl > "$site/log/essais.log" ||
    bail 'the aids of the tests were not imported'
only=$*
cases=
# Under sanitizers cases take turns, by the build: those that send a body or are hostile,
# and a third of the others.  All with FULL, or when some are named.
turn=0 turns=1
if [ -n "${SANITIZED:-}" ] && [ -z "${FULL:-}$only" ]; then
	turns=3
	turn=$(turn_among $turns)
	note "cases of turn $turn of $turns"
fi
place=0
for case in ${only:-*.ask}; do
	case=${case%.ask}
	[ -f "$case.ask" ] || continue
	place=$((place + 1))
	case $case in
	bad-* | *-hostile | too-long | unread | free-text) ;;
	*) [ $((place % turns)) -eq $turn ] || grep -q '^[+{[]' "$case.ask" || continue ;;
	esac
	cases="$cases $case"
done
if [ -n "$cases" ]; then
	# shellcheck disable=SC2086
	node cases.mjs "$base" "$work/answers" $cases > "$work/cases.tap" || bad=1
	cat "$work/cases.tap"
	n=$(grep -cE '^(not )?ok ' "$work/cases.tap")
fi
for step in steps/*.sh; do
	[ -f "$step" ] || continue
	name=${step#steps/}
	case " ${only:-${name%.sh}} " in
	*" ${name%.sh} "*) . "./$step" ;;
	esac
done
finish
