#!/bin/sh
# readers.sh - on a machine of these tests: readers who ask at the same time until
# there is a file "stop", of pages that nginx holds and of others, of a program's
# files, of forms.  Writes a line an answer: STATUS SECONDS WHAT, with the reason
# where there is none: 000.
cd /root || exit 1
rm -f stop

# asks WHAT OPTION... ADDRESS...: one connection, for all the addresses; of HTTP/1.1
# when there are several, for curl 7.88 gives up where nginx says that it closes one
# of HTTP/2, instead of opening another.
# Where nginx closes a connection of HTTP/2 before its first request, as when it is
# reloaded, curl gives up (16); a browser asks once more.
asks() {
	what=$1
	shift
	for _ in 1 2; do
		said=$(curl -sk --max-time 20 \
		    -w "%{http_code} %{time_total} $what %{errormsg}\n" "$@")
		[ $? -eq 16 ] || break
	done
	printf '%s\n' "$said"
	sleep 0.05
}
site=https://NOM
aid=$(curl -sk --max-time 20 $site/aides/ | grep -o 'href="/aides/[a-z0-9-]*/"' |
    head -n 1 | cut -d'"' -f2)
searches() { asks search -o out.1 "$site/aides/?keyword=toit+$1"; }
pages() {
	asks page --http1.1 -o out.2 $site/ -o out.2 "$site$aid" -o out.2 $site/aides/ \
	    -o out.2 $site/accessibilite/
}
files() {
	asks file --http1.1 -o out.3 "$site/aides/?keyword=eau+$1&format=csv" \
	    -o out.3 "$site/aides/?format=atom"
}
forms() {
	asks form -o out.4 "$site/demarches/900002/"
	asks send -o out.4 -H 'Content-Type: application/json' \
	    -d "{\"siren\": \"217901099\", \"project.title\": \"Toit $1\"}" \
	    $site/api/demarches/900002/payload/
}
for kind in searches pages files forms; do
	{
		i=0
		while [ ! -e stop ]; do
			i=$((i + 1))
			$kind $i
		done
	} > "answers.$kind" &
done
wait
cat answers.*
