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
#	page				a whole HTML page, with what all pages bear
#
# What is no single answer is in steps/*.sh.  Only some: run.sh NAME...
cd "$(dirname "$0")" || exit 1
root=$(cd ../.. && pwd)
export GUICHET_TODAY=2026-11-22
. "$root/tests/lib.sh"
head=$work/pages.head body=$work/pages.body faults=$work/pages.faults

fault() { printf '# %s\n' "$1" | cut -c1-300 >> "$faults"; }
# header NAME: its value, empty when it is absent.
header() {
	tr -d '\r' < "$head" | awk -v name="$1" 'BEGIN { name = tolower(name) ":" }
	    tolower(substr($0, 1, length(name))) == name {
		sub("^[^:]*: *", ""); print; exit }'
}
xpath() { xmllint --xpath "string($1)" "$body" 2> /dev/null; }

# A page names itself once, says nothing of how it was made, runs no script of
# its own, and bears the headers of security.
check_page() {
	grep -q '^<!DOCTYPE html>' "$body" || fault 'no doctype'
	grep -q '</html>' "$body" || fault 'the page is cut'
	[ "$(grep -o '<h1[ >]' "$body" | wc -l)" -eq 1 ] || fault 'not one h1'
	[ "$(grep -o '<title>[^<]*[A-Za-z][^<]*</title>' "$body" | wc -l)" -eq 1 ] ||
	    fault 'no title'
	! grep -nE 'SELECT |errno|mysql|MariaDB|SQLSTATE|libx|/cgi-bin' "$body" \
	    > /dev/null || fault 'it says how it was made'
	! grep -qE '<script>|<[a-z][^<>]* (style|on[a-z]+)="' "$body" ||
	    fault 'script or style in the markup'
	for name in Content-Security-Policy X-Content-Type-Options \
	    Referrer-Policy Permissions-Policy Cross-Origin-Opener-Policy; do
		[ -n "$(header $name)" ] || fault "no header $name"
	done
	[ -z "$(header Set-Cookie)" ] || fault 'a cookie'
}

# check WORD REST: one line of a .want.
check() {
	case $1 in
	status) [ "$status" = "$2" ] || fault "status $status, want $2" ;;
	header) value=$(header "${2%%:*}")
		case $2 in
		*:*) [ "$value" = "${2#*: }" ] || fault "$2: got \"$value\"" ;;
		*) [ -n "$value" ] || fault "no header $2" ;;
		esac ;;
	no-header) [ -z "$(header "$2")" ] || fault "header $2" ;;
	has) grep -qF -- "$2" "$body" || fault "has not $2" ;;
	not) ! grep -qF -- "$2" "$body" || fault "has $2" ;;
	xpath) value=$(xpath "${2% = *}")
		[ "$value" = "${2##* = }" ] || fault "$2: got \"$value\"" ;;
	same) value=$(xpath "$2")
		[ -n "$value" ] || fault "$2 is empty"
		[ -n "$first" ] || first=$value
		[ "$value" = "$first" ] || fault "$2 is $value, was $first" ;;
	valid) xmllint --nonet --noout --relaxng "$root/xsl/page.rng" "$body" \
		2> "$body.rng" || fault "not valid: $(head -n 1 "$body.rng")" ;;
	page) check_page ;;
	*) fault "unknown line: $1 $2" ;;
	esac
}

# Asks what curl.conf says; its answer is in head, body and status.
ask() {
	{ echo "output = \"$body\""; cat "$work/curl.conf"; } > "$work/curl.all"
	: > "$body"
	status=$(curl -s -g --path-as-is --max-time 20 -D "$head" \
	    -w '%{http_code}' -K "$work/curl.all")
}

# judge CASE PLACE: the answer, by the lines of CASE.want that are for it.
judge() {
	: > "$faults"
	awk -v place="$2" '/^--/ { of = $2; next } /^#/ || NF == 0 { next }
	    of == "" || of == place' "$1.want" > "$work/pages.want"
	while read -r word rest; do
		check "$word" "$rest"
	done < "$work/pages.want"
	[ ! -s "$faults" ]
	result=$?
	cat "$faults"
	tap "$1: $(echo "$line" | cut -c1-160)" $result
}

# A request with its <<x*9>> written out, for curl.
request() {
	printf '%s\n' "$1" | awk -v base="$base" '{
		while (match($0, /<<[^>]*\*[0-9]+>>/)) {
			part = substr($0, RSTART + 2, RLENGTH - 4)
			times = part; sub(/.*\*/, "", times)
			sub(/\*[0-9]+$/, "", part); text = ""
			for (i = 0; i < times + 0; i++) text = text part
			$0 = substr($0, 1, RSTART - 1) text substr($0, RSTART + RLENGTH)
		}
		method = $1; sub(/^[^ ]+ /, "")
		gsub(/\\/, "\\\\"); gsub(/"/, "\\\"")
		print method == "HEAD" ? "head" : "request = \"" method "\""
		print "url = \"" base $0 "\""
	}'
}

# quoted TEXT: for a line of curl.conf.
quoted() { printf '%s' "$1" | sed 's/[\\"]/\\&/g'; }

run_case() {
	case=$1 place=0 first='' line=''
	# The last line has no request after it: an empty one ends it.
	{ cat "$case.ask"; echo; echo 'END'; } > "$work/pages.ask"
	while IFS= read -r next; do
		case $next in
		'#'* | '') continue ;;
		[A-Za-z]*' /'* | END)
			if [ -n "$line" ]; then
				place=$((place + 1))
				ask
				judge "$case" $place
			fi
			line=$next
			request "$line" > "$work/curl.conf" ;;
		+*)	echo "data-urlencode = \"$(quoted "${next#+}")\"" \
			    >> "$work/curl.conf" ;;
		'{'* | '['*)
			echo "data-raw = \"$(quoted "$next")\"" >> "$work/curl.conf" ;;
		*'@'[A-Z]*)
			echo "header = \"${next%%@*}$(header "${next#*@}" |
			    sed 's/"/\\"/g')\"" >> "$work/curl.conf" ;;
		*)	echo "header = \"$next\"" >> "$work/curl.conf" ;;
		esac
	done < "$work/pages.ask"
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
for case in ${only:-*.ask}; do
	case=${case%.ask}
	[ ! -f "$case.ask" ] || run_case "$case"
done
for step in steps/*.sh; do
	[ -f "$step" ] || continue
	name=${step#steps/}
	case " ${only:-${name%.sh}} " in
	*" ${name%.sh} "*) . "./$step" ;;
	esac
done
finish
