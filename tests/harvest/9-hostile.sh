# Feeds that are meant to harm, or are only broken: each is bounded, told, and stops no other.
hostile=$files/hostile
mkdir -p "$hostile"
for i in 1 2 3 4 5 6 7 8; do
	printf '{"id": "%s", "name": "Aide hostile %s", "description": "<p>Une aide</p>", "perimeter_code": "FRA"}\n' "$i" "$i"
done > "$hostile/aids.jsonl"
node harvest/server.mjs "$hostile" "$hostile/log" > "$hostile/port" 2> "$hostile/err" &
server=$!
until_true test -s "$hostile/port"
server_url=http://127.0.0.1:$(cat "$hostile/port")
add() {
	name=$1 path=$2
	shift 2
	guichet feed add "$name" "$server_url$path" private=1 "$@" > /dev/null
}
run() {
	said=$(guichet harvest "$1" 2>&1)
	left=$?
	row=$(sql "SELECT CONCAT_WS(' ', is_taken, added, changed, same, refused, absent, withdrawn) FROM import_log
	    WHERE source = '$1' ORDER BY id DESC LIMIT 1")
	why=$(sql "SELECT COALESCE(why, '') FROM import_log WHERE source = '$1' ORDER BY id DESC LIMIT 1")
}

# A key "cursor" makes no Guichet of an API.
add curseur /cursor/
run curseur
is 'a cursor of another kind: all is taken' "$row" '1 8 0 0 0 0 0'
is 'it is not kept' "$(sql "SELECT cursor_at IS NULL FROM feed WHERE name = 'curseur'")" 1
sed -i 's/hostile 8/hostile huit/' "$hostile/aids.jsonl"
run curseur
is 'the next run asks for all' "$row" '1 0 1 7 0 0 0'
# One that was kept before, by an older Guichet, is forgotten.
sql "UPDATE feed SET cursor_at = '00000001-1-1', whole_on = UTC_DATE() WHERE name = 'curseur'"
head -n 7 "$hostile/aids.jsonl" > "$hostile/seven" && mv "$hostile/seven" "$hostile/aids.jsonl"
run curseur
is 'a cursor of before: all is asked' "$row" '1 0 0 7 0 1 0'
is 'it is forgotten' "$(sql "SELECT cursor_at IS NULL FROM feed WHERE name = 'curseur'")" 1

add relatif /relative/a.json
run relatif
is 'a next page that is relative' "$row" '1 7 0 0 0 0 0'

# 2 kB that would be over 1 GB.
add bombe /bomb.json.gz
run bombe
is 'a bomb: exit 1' $left 1
matches 'a bomb: why' "$why" 'unpacked, its pages are over 1 GB'

# Ids that differ by case are two aids.
printf '{"id": "Ab", "name": "Une aide", "description": "d"}\n{"id": "aB", "name": "Une autre", "description": "d"}\n' > "$hostile/case.jsonl"
guichet feed add casse "$hostile/case.jsonl" > /dev/null
run casse
is 'ids of two cases' "$row" '1 2 0 0 0 0 0'
guichet harvest --force casse > /dev/null 2>&1
is 'they stay as they are' "$(sql "SELECT GROUP_CONCAT(same, ' ', changed) FROM import_log WHERE source = 'casse' ORDER BY id DESC LIMIT 1" | tail -c 4)" '2 0'

# A run that is killed is told.
add lente /hang/
GUICHET_CONF=$site/etc/guichet.conf "$build/guichet" harvest lente > /dev/null 2>&1 &
killed=$!
until_true grep -q /hang/ "$hostile/log"
kill -9 $killed
wait $killed 2> /dev/null
matches 'a run that was killed' "$(guichet harvest log lente)" 'FAILED: it began and has not ended'

# Those that waited longest are first, whatever their names.
sql "UPDATE feed SET is_paused = name NOT IN ('casse', 'relatif')"
sql "UPDATE import_log SET ended_at = CURRENT_TIMESTAMP - INTERVAL 3 DAY WHERE source = 'relatif';
    UPDATE import_log SET ended_at = CURRENT_TIMESTAMP - INTERVAL 2 DAY WHERE source = 'casse'"
guichet harvest > /dev/null 2>&1
is 'who waited longest is first' "$(sql "SELECT GROUP_CONCAT(source ORDER BY id) FROM import_log WHERE ended_at > CURRENT_TIMESTAMP - INTERVAL 1 DAY AND source IN ('casse', 'relatif')")" relatif,casse

# Pages without end: a minute, here.
if [ -n "${FULL:-}" ]; then
	add sans-fin /endless/ minutes=1
	run sans-fin
	is 'pages without end: exit 1' $left 1
	matches 'pages without end: why' "$why" 'it is not whole in 1 min, after [0-9]+ pages'
fi
for name in curseur relatif bombe casse lente sans-fin; do guichet feed remove $name --yes > /dev/null 2>&1; done
sql "UPDATE feed SET is_paused = FALSE"
kill $server
wait $server 2> /dev/null
