# Feeds of the web: pages of AT's API, its key, documents that say whether they changed, and
# what goes wrong.
web=$files/web
mkdir -p "$web"
for i in 1 2 3 4 5 6 7 8; do
	printf '{"id": 7770%s, "name": "Aide du web %s", "description": "<p>Une aide du web</p>", "perimeter_code": "FRA"}\n' $i $i
done > "$web/aids.jsonl"
node harvest/server.mjs "$web" "$web/log" > "$web/port" 2> "$web/err" &
server=$!
until_true test -s "$web/port"
server_url=http://127.0.0.1:$(cat "$web/port")
# add NAME PATH [FIELD=VALUE...]; run NAME [OPTION].
add() {
	name=$1 path=$2
	shift 2
	guichet feed add "$name" "$server_url$path" private=1 "$@" > /dev/null
}
run() {
	: > "$web/log"
	said=$(guichet harvest $2 "$1" 2>&1)
	left=$?
	row=$(sql "SELECT CONCAT_WS(' ', is_taken, added, changed, same, refused, absent, withdrawn) FROM import_log
	    WHERE source = '$1' ORDER BY id DESC LIMIT 1")
	why=$(sql "SELECT COALESCE(why, '') FROM import_log WHERE source = '$1' ORDER BY id DESC LIMIT 1")
}
asked() { cut -d' ' -f1,2 "$web/log" | paste -sd' '; }

guichet feed add prive "$server_url/at/" > /dev/null
run prive
is 'a private address: exit 1' $left 1
matches 'a private address: why' "$why" 'private network: .*guichet feed set NAME private=1'
is 'a private address: nobody is asked' "$(cat "$web/log")" ''
add at /at/
run at
is 'pages are followed to the last' "$row" '1 8 0 0 0 0 0'
is 'on the host of the feed' "$(asked)" 'GET /at/ GET /at/?page=2 GET /at/?page=3'
matches 'who asks says who' "$(cat "$web/log")" '"user-agent":"Guichet/[^"]*\(\+http://localhost'
run at
is 'the same pages' "$row" '1 0 0 0 0 0 0'
add lien /link/
run lien
is 'pages by the header Link' "$row" '1 8 0 0 0 0 0'
printf '# la clef\nX-AUTH-TOKEN: clef-du-flux\n' > "$web/key"
chmod 600 "$web/key"
add clef /key/
run clef
is 'no key: exit 1' $left 1
matches 'no key: what to do' "$why" '401'
guichet feed set clef "key_file=$web/key" "token_address=$server_url/connexion/" > /dev/null
run clef
is 'a key is given for a token' "$row" '1 8 0 0 0 0 0'
is 'the key is not in the base, nor said' "$(sql "SELECT COUNT(*) FROM feed WHERE CONCAT_WS(' ', etag, cursor_at, licence, contact) LIKE '%clef-du-flux%'")$(printf %s "$said" | grep -c clef-du-flux)" 00
add document /doc.json
run document
is 'a document, packed' "$row" '1 8 0 0 0 0 0'
run document
is 'it has not changed' "$row" '1 0 0 0 0 0 0'
matches 'its ETag is sent' "$(cat "$web/log")" '"if-none-match"'
sed -i 's/du web 8/du web huit/' "$web/aids.jsonl"
run document
is 'it changed' "$row" '1 0 1 7 0 0 0'
matches 'the page shows it' "$(get "/aides/$(sql "SELECT slug FROM aid WHERE source = 'document' AND source_id = '77708'")/")" 'Aide du web huit'
add tableau /aids.csv
run tableau
is 'a table' "$row" '1 8 0 0 0 0 0'

# What goes wrong is said, takes nothing, and harms no other feed.
before=$(state)
# fails NAME PATH PATTERN
fails() {
	add "$1" "$2"
	run "$1"
	is "$1: exit 1" $left 1
	matches "$1: why" "$why" "$3"
	is "$1: nothing is written" "$(state)" "$before"
}
fails connexion-requise /login/ 'a web page'
fails boucle /loop/ 'lead back'
fails page-perdue /second-fails/ '404'
fails fichier-local /file/ '.'
fails absent /nulle-part/ '404'
fails vide /empty/ '/empty/: the document is empty'
is 'an empty feed is said once, without a path of ours' "$(echo "$said" | grep -c 'is empty')$(echo "$said" | grep -c /000000)" 10
# A run that was killed leaves its folder to the next one, which removes it.
tmp=$(mktemp -d)
add lent /slow/
GUICHET_CONF=$site/etc/guichet.conf TMPDIR=$tmp "$build/guichet" harvest lent > "$work/slow.log" 2>&1 &
pid=$!
until_true grep -q page=2 "$web/log"
guichet_in() { TMPDIR=$tmp guichet "$@"; }
touch -d '1 hour ago' "$tmp"/guichet-feed-*
guichet_in feed test at > /dev/null 2>&1
is 'the folder of a run that goes on stays' "$(find "$tmp" -name 'guichet-feed-*' | wc -l)" 1
kill -9 $pid
wait $pid 2> /dev/null
guichet_in feed test at > /dev/null 2>&1
is 'that of one that was killed is removed' "$(find "$tmp" -mindepth 1 | wc -l)" 0
rm -rf "$tmp"
add court /short/
said=$(guichet harvest log 99999999 2>&1)
is 'no such run: exit 1' $? 1
matches 'no such run: why' "$said" 'no run has the number 99999999'
said=$(guichet harvest log nullepart 2>&1)
is 'the log of no feed: exit 1' $? 1
matches 'the log of no feed: why' "$said" 'no feed is called "nullepart"'
run court
is 'fewer than it tells: taken' "$row" '1 8 0 0 0 0 0'
matches 'fewer than it tells: said' "$why" 'tells of 900 aids and gave 8'
head -n 7 "$web/aids.jsonl" > "$web/seven" && mv "$web/seven" "$web/aids.jsonl"
run court
is 'fewer than it tells: nothing is absent' "$row" '1 0 0 7 0 0 0'
said=$(guichet harvest boucle at absent document 2>&1)
is 'several feeds, some failing: exit 1' $? 1
is 'several feeds: the others are whole' \
    "$(sql "SELECT GROUP_CONCAT(CONCAT(source, ' ', absent) ORDER BY source) FROM import_log WHERE id > (SELECT MAX(id) - 4 FROM import_log) AND is_taken")" \
    'at 1,document 1'
kill $server
wait $server 2> /dev/null
