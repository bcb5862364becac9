#!/bin/sh
# run.sh DOOR... - the cases of tests/pages behind Apache and lighttpd: as behind nginx,
# but for those that DOOR.but lists, each with its reason.  A case of that list that
# passes fails here, so that the list stays true.  Prints TAP.
cd "$(dirname "$0")" || exit 1
root=$(cd ../.. && pwd)
export GUICHET_TODAY=2026-11-22 DS_OPTIONS='--strict --no-throttle'
. "$root/tests/lib.sh"

# A line of DOOR.but: the name of a test, " | ", why.  "*" in the name is any text.
listed() { sed -n 's/ *| .*//p' "$doors/$1.but"; }
# but DOOR < NAMES: the names that no line of the list has.
but() {
	listed "$1" > "$work/listed"
	while IFS= read -r name; do
		found=
		while IFS= read -r line; do
			# shellcheck disable=SC2254
			case $name in $line) found=yes ;; esac
		done < "$work/listed"
		[ -n "$found" ] || echo "$name"
	done
}
# idle DOOR NAMES: the lines of the list that no name of the file has.
idle() {
	listed "$1" | while IFS= read -r line; do
		found=
		while IFS= read -r name; do
			# shellcheck disable=SC2254
			case $name in $line) found=yes ;; esac
		done < "$2"
		[ -n "$found" ] || echo "$line"
	done
}

# large_headers DOOR: none of them leads to a program that is away.
large_headers() {
	value=$(printf '%15000s' '' | tr ' ' x)
	set -- "$1" "$(for i in $(seq 12); do echo "header = \"X-$i: $value\""; done |
	    curl -s -o /dev/null -w '%{http_code}' -K - "$base/aides/?keyword=toit")"
	matches "$1: twelve headers of 15 kB" "$2" '^(200|400|431)$'
}
# slow_bodies DOOR: many of them, and a page that others ask for.
slow_bodies() {
	# shellcheck disable=SC2046 # addresses
	node "$root/tests/faults/client.mjs" attack "$base" slow-body \
	    $(seq 24 | sed 's/.*/127.0.1.&/') > /dev/null &
	slow=$!
	sleep 2
	for _ in 1 2 3 4; do
		curl -s -o /dev/null --max-time 30 -w '%{http_code} %{time_total}\n' \
		    "$base/aides/?keyword=toit"
	done > "$work/slow"
	kill $slow
	note "$1: $(tr '\n' ' ' < "$work/slow")"
	is "$1: slow bodies hold no program" \
	    "$(awk '$1 == 200 && $2 < 2' "$work/slow" | grep -c .)" 4
}

# no_files DOOR: of a file that is not there the program says why, to any site.
no_files() {
	mv "$site/exports/current" "$site/exports/away"
	for path in aids.json dispositif-aide.csv schemas/aids.json exports/ catalog; do
		is "$1: /api/$path, not yet" "$(curl -s -D "$work/head" -o "$work/body" \
		    -w '%{http_code} %{content_type}' "$base/api/$path")" \
		    '503 application/problem+json; charset=utf-8'
		is "$1: /api/$path, when to ask again, and any site may" "$(tr -d '\r' < "$work/head" |
		    grep -icE '^(retry-after: 60|access-control-allow-origin: \*)$')" 2
	done
	mv "$site/exports/away" "$site/exports/current"
	is "$1: no file has that name" "$(status_of /api/rien.json)" 404
}

# plain_apache: the lines of the manual for port 80, in an Apache that has a journal for
# who has none.
plain_apache() {
	plain=$((port + 12))
	{
		sed -n '/^<VirtualHost/q; p' "$site/etc/apache-demo.conf" |
		    sed "s|^PidFile .*|PidFile $work/plain.pid|; s|^Listen .*|Listen 127.0.0.1:$plain|
		        s|^ErrorLog .*|ErrorLog $work/plain-error.log|"
		echo "CustomLog $work/plain.log combined
<VirtualHost *:$plain>
DocumentRoot $work"
		sed -n '/^CustomLog/,/^RedirectMatch/p' "$root/conf/man/guichet-serveur-web.7" |
		    sed 's/\\e/\\/g; s/NOM/aides.example/'
		echo '</VirtualHost>'
	} > "$work/plain.conf"
	rm -f "$work"/plain*.log
	apache2 -f "$work/plain.conf" -D FOREGROUND 2>> "$work/plain-error.log" &
	sites="$sites $!"
	until_true test -s "$work/plain.pid"
	is 'apache: who asks by http is sent to https' "$(curl -s -o /dev/null -w '%{http_code} %{redirect_url}' \
	    "http://127.0.0.1:$plain/aides/?keyword=monsecret")" '301 https://aides.example/aides/?keyword=monsecret'
	is 'apache: but who looks for the proof of a certificate' "$(curl -s -o /dev/null -w '%{http_code}' \
	    "http://127.0.0.1:$plain/.well-known/acme-challenge/monsecret")" 403
	kill "$(cat "$work/plain.pid")"
	is 'apache: and no question is written' "$(cat "$work"/plain*.log | grep -c monsecret)" 0
}

doors=$PWD
cd ../pages || exit 1
cases=$(for case in *.ask; do echo "${case%.ask}"; done)
[ $# -gt 0 ] || set -- apache lighttpd
for DOOR in "$@"; do
	export DOOR
	command -v "$(echo "$DOOR" | sed 's/^apache$/apache2/')" > /dev/null ||
	    bail "$DOOR is missing"
	start "$DOOR"
	guichet import aids --source essais aids.jsonl > "$site/log/essais.log" ||
	    bail 'the aids of the tests were not imported'
	# shellcheck disable=SC2086
	node cases.mjs "$base" "$work/answers" $cases > "$work/$DOOR.tap"
	sed -n 's/^not ok [0-9]* - //p' "$work/$DOOR.tap" > "$work/$DOOR.failed"
	passed=$(grep -c '^ok' "$work/$DOOR.tap")
	note "$DOOR: $passed answers as behind nginx, $(grep -c . "$work/$DOOR.failed") others"
	is "$DOOR: answers as behind nginx, but for what the list says" \
	    "$(but "$DOOR" < "$work/$DOOR.failed")" ''
	is "$DOOR: the list says no more" "$(idle "$DOOR" "$work/$DOOR.failed")" ''
	curl -s -D - -o "$work/body" "$base/aides/detr-deux-sevres/candidater/" > "$work/head"
	matches "$DOOR: the last button leads to Démarches simplifiées" "$(cat "$work/head")" \
	    "form-action 'self' $(sed -n 's/^ds_url = //p' "$site/etc/guichet.conf"); .*frame-ancestors 'none'"
	# Each list of headers that https has, but in the frame of a portal.
	[ "$DOOR" != lighttpd ] || is 'lighttpd: by https too, pages have their policy' \
	    "$(lighttpd -p -f "$site/etc/lighttpd-demo.conf" | awk '/HTTP.*scheme/ { policy = 0 }
	        /Content-Security-Policy/ { policy = 1 } /Strict-Transport/ { n++; with += policy }
	        END { print n, with }')" '5 4'
	is "$DOOR: /sante/ is for this machine" "$(status_of /sante/search/)" 200
	for page in '' search/ metrics; do
		is "$DOOR: /sante/$page, not for whom a proxy on it asks" \
		    "$(curl -s -o "$work/body" -w '%{http_code}' \
		    -H 'X-Forwarded-For: 192.0.2.1' "$base/sante/$page")" 403
	done
	[ "$DOOR" != apache ] || plain_apache
	no_files "$DOOR"
	large_headers "$DOOR"
	slow_bodies "$DOOR"
	stop
done
finish
