# Whatever nginx itself refuses or fails at has a page of ours.

# page NAME STATUS [CURL'S OPTION...]
page() {
	name=$1 want=$2
	shift 2
	curl -s --path-as-is -D "$work/head" -o "$work/body" --max-time 20 "$@"
	is "$name: $want" "$(sed -n '1s/^HTTP[^ ]* \([0-9]*\).*/\1/p' "$work/head")" "$want"
	matches "$name: a page of ours" "$(cat "$work/body")" '<h1>.*</html>'
	is "$name: nginx is not named" "$(grep -c 'nginx/\|<center>' "$work/body")" 0
	matches "$name: headers" "$(cat "$work/head")" '^Content-Security-Policy:'
}
bytes() { printf "%$1s" '' | tr ' ' x; }
page 'headers too long' 400 -H "A: $(bytes 25000)" "$base/aides/"
page 'no request' 400 -H 'Host: a b' "$base/"
page 'an address too long' 414 "$base/aides/?text=$(bytes 30000)"
bytes 2000000 > "$work/big"
page 'a body too large' 413 --data-binary "@$work/big" -H 'Expect:' "$base/demarches/900001/"
page 'another coding' 501 -H 'Transfer-Encoding: x' -X POST "$base/demarches/900001/"
page 'TRACE' 405 -X TRACE "$base/"
css=$(sed -n 's/^css-neutral //p' "$build/assets/manifest")
page 'a part that is not there' 416 -r 99999999- "$base$css"
page 'another version than one had' 412 -H 'If-Match: "x"' "$base$css"
# Of a page that nginx holds: its processes go on, and the page is good again.
held="$base/aides/?text=eglise"
for _ in 1 2 3; do curl -s -o /dev/null "$held"; done
sleep 1.2
before=$(pgrep -P "$(cat "$site/run/nginx.pid")" | sort)
for header in 'If-Match: "x"' 'If-Unmodified-Since: Mon, 01 Jan 2001 00:00:00 GMT'; do
	is "a held page, $header" \
	    "$(curl -s -o /dev/null -w '%{http_code}' -H "$header" "$held")" 412
done
is 'a held page: a part that is not there' \
    "$(curl -s -o /dev/null -w '%{http_code}' -r 99999999- "$held" | sed 's/200/416/')" 416
is 'a held page: no process of nginx ended' \
    "$(pgrep -P "$(cat "$site/run/nginx.pid")" | sort)" "$before"
is 'a held page: asked again' "$(curl -s -o /dev/null -w '%{http_code}' "$held")" 200
page 'a file that is not there' 404 "$base/static/nothing.css"
page 'a picture that is not there' 404 "$base/favicon.ico"
# The whole catalogue, without its file of today nor the program that makes it.
rm -f "$site"/tables/aides-*
mv "$site/run/search-files.sock" "$site/run/search-files.hidden"
for format in csv xlsx; do
	page "the table in $format, of nobody" 503 "$base/aides/?format=$format"
done
mv "$site/run/search-files.hidden" "$site/run/search-files.sock"

# Headers that no program reads reach none, and are bounded.
large() {
	curl -s -o /dev/null -w '%{http_code}' -H "A: $(bytes 19000)" -H "B: $(bytes 19000)" "$@" \
	    "$base/aides/?text=entetes"
}
is 'large headers do not reach a program' "$(large)" 200
is 'larger ones are refused' "$(large -H "C: $(bytes 19000)")" 400

# A body that does not come: 408, or the end of the connection.
if [ -n "${FULL:-}" ]; then
	said=$(curl -s -o /dev/null -w '%{http_code} %{time_total}' --max-time 20 \
	    -H 'Content-Length: 9' --data-binary a "$base/demarches/900001/")
	matches 'a body that does not come' "$said" '^(408|000) 1[0-4]'
fi

# So has who asks too much: one of those refused among many asked together.
said=$(seq 400 |
    sed "s|.*|url = \"$base/robots.txt\"\noutput = \"$work/many.&\"|" |
    curl -s -Z --parallel-immediate --parallel-max 30 --interface 10.8.1.1 \
    -w '%{http_code} %{filename_effective}\n' -K - 2> /dev/null | grep '^429' | tail -n 1)
matches 'too much at once: 429' "$said" '^429 '
matches 'too much at once: a page of ours' "$(cat "${said#429 }")" \
    '<h1>Trop de demandes.*</html>'
