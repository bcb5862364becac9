# Links of aids: what is dead, moved, or a home page, once it was so on three days; readers
# are told after two weeks.  Each page of the server is of another host of .localhost, which
# libcurl itself knows, so that none waits for another.
links=$files/links
mkdir -p "$links"
: > "$links/log"
node harvest/links-server.mjs "$links" "$links/log" > "$links/port" 2> "$links/err" &
server=$!
until_true test -s "$links/port"
links_port=$(cat "$links/port")
# Nothing outside of this machine is visited.
sql "UPDATE aid SET origin_url = NULL, application_url = NULL"
# aids NAME: a feed of the addresses on standard input, one an aid.
aids() {
	awk -v q='"' '{ printf "{%sid%s: %d, %sname%s: %sAide du lien %d%s, %sdescription%s: %s<p>Une aide</p>%s, %sperimeter_code%s: %sFRA%s, %sorigin_url%s: %s%s%s}\n",
	    q, q, 5550000 + NR, q, q, q, NR, q, q, q, q, q, q, q, q, q, q, q, q, $0, q }' > "$links/$1.jsonl"
	[ -n "$(sql "SELECT name FROM feed WHERE name = '$1'")" ] || guichet feed add "$1" "$links/$1.jsonl" "contact=liens@$1.example" > /dev/null
	guichet harvest "$1" > "$work/links-harvest.log" 2>&1 || note "$(tail -n 3 "$work/links-harvest.log")"
}
# visit DAY [COMMAND]: a run on that day; what was asked goes to $asked.
visit() {
	: > "$links/log"
	said=$(GUICHET_TODAY=$1 guichet links 2>&1)
	left=$?
	asked=$(sort "$links/log")
}
of() { sql "SELECT CONCAT_WS(' ', wrong, wrong_since, wrong_days, told) FROM link WHERE address LIKE '%/$1/page'"; }
why_of() { sql "SELECT CONCAT_WS(' ', status, why) FROM link WHERE address LIKE '%/$1/page'"; }
page_of() { get "/aides/$(sql "SELECT slug FROM aid WHERE origin_url LIKE '%/$1/page'")/"; }

pages='bonne perdue retiree panne panne-d-un-jour demenagee demenagee-un-temps devenue-accueil boucle fichier interdite sans-head patience trop lente'
{
	for page in $pages; do echo "http://$page.localhost:$links_port/$page/page"; done
	echo "http://nom-inconnu.invalid/inconnu/page"
	for _ in $(seq 1000); do echo "http://meme.localhost:$links_port/meme/page"; done
} | aids liens
visit 2026-11-23
is 'not allowed, nobody of this machine is asked' "$asked" ''
is 'not allowed: it is said' "$(why_of bonne)" '0 this is an address of a private network'
sql 'DELETE FROM link'
echo 'links_private = yes' >> "$site/etc/guichet.conf"
begun=$(date +%s)
visit 2026-11-23
is 'a run: exit 0' $left 0
matches 'it is told' "$said" 'links visited: 17; as they should be: 6, wrong: 9, not known: 2'
[ $(($(date +%s) - begun)) -lt 60 ]
tap 'a server that says a byte a second keeps nobody long' $?
is 'an address of 1,000 aids is asked once' "$(printf '%s\n' "$asked" | grep -c meme.localhost)" 1
is 'who asks says who' "$(sort -u "$links/log.agent" | grep -cvE '^Guichet/[^ ]* \(\+http://localhost')" 0
is 'what answers a HEAD is not read' "$(printf '%s\n' "$asked" | grep bonne)" 'HEAD bonne.localhost /bonne/page'
is 'what does not is' "$(printf '%s\n' "$asked" | grep sans-head)" "$(printf 'GET sans-head.localhost /sans-head/page\nHEAD sans-head.localhost /sans-head/page')"
is 'who asks for a moment has it' "$(printf '%s\n' "$asked" | grep -c patience)" 2
is 'who asks for days too' "$(printf '%s\n' "$asked" | grep -c trop)" 1
is 'in which it is not asked' "$(sql "SELECT due_at FROM link WHERE address LIKE '%trop%'")" '2026-11-25 00:00:00'
is 'a loop ends' "$(why_of boucle)" '302 it redirects again and again'
matches 'no file is read' "$(why_of fichier)" 'its redirect cannot be followed: only addresses of http'
matches 'a name that nobody has' "$(why_of inconnu)" '^0 the name of the host is not known here'
is 'nothing is sure after a day' "$(guichet links list)" 'no link is known to be wrong'
visit 2026-11-23
is 'once a day is enough' "$asked" ''
sql "UPDATE aid SET status = 'draft' WHERE origin_url LIKE '%lente%'"
visit 2026-11-24
is 'what was wrong is asked again the next day, and nothing else' "$(printf '%s\n' "$asked" | sed 's/.* //' | sort -u | paste -sd' ')" \
    '/ /boucle/page /demenagee/page /devenue-accueil/page /fichier/page /nouvelle/page /panne-d-un-jour/page /panne/page /perdue/page /retiree/page'
is 'a site that is down once is not dead' "$(of panne-d-un-jour)" '0 0'
before=$(version)
visit 2026-11-25
is 'nobody is told yet: no version of the data' "$(version)" "$before"
is 'dead' "$(of perdue) $(of retiree) $(of panne) $(of inconnu)" \
    'dead 2026-11-23 3 0 dead 2026-11-23 3 0 dead 2026-11-23 3 0 dead 2026-11-23 3 0'
is 'moved, a home page, for a while' "$(of demenagee) $(of devenue-accueil) $(of demenagee-un-temps)" \
    'moved 2026-11-23 3 0 home 2026-11-23 3 0 0 0'
is 'what tells nothing is neither' "$(of interdite) $(of trop)" '0 0 0 0'
said=$(guichet links list)
matches 'the list: dead' "$said" "^dead since 2026-11-23: http://perdue.localhost:$links_port/perdue/page"
matches 'the list: why' "$said" '^    the document is not there \(HTTP 404\)'
matches 'the list: whose' "$said" '^    [0-9]+  aide-du-lien-2  \(liens, liens@liens.example\)'
matches 'the list: what puts it right' "$said" "^    guichet aid set [0-9]+ origin_url http://ailleurs.localhost:$links_port/nouvelle/page"
is 'the table: a line a link' "$(guichet export links | grep -c '2026-11-23')" 8
matches 'guichet check' "$(guichet check 2>&1)" '8 links of aids lead nowhere or elsewhere: guichet links list'
matches 'guichet status' "$(guichet status 2>&1)" 'of aids: 17; wrong: 8 \(told to readers: 0\)'
is 'the page says nothing yet' "$(page_of perdue | grep -c 'ne répond plus')" 0

# After two weeks readers are told, at the next request; nothing else of the aid changes.
versions=$(sql 'SELECT COUNT(*) FROM aid_revision')
visit 2026-12-07
is 'after two weeks: a version of the data' "$(version)" $((before + 1))
is 'and none of the aid' "$(sql 'SELECT COUNT(*) FROM aid_revision')" "$versions"
matches 'the page tells what is dead' "$(page_of perdue)" 'La page du financeur ne répond plus depuis le 23.novembre.2026'
matches 'and what is a home page' "$(page_of devenue-accueil)" 'Depuis le 23.novembre.2026, la page du financeur n’est plus à cette adresse'
is 'not what moved' "$(page_of demenagee | grep -c 'financeur ne répond\|plus à cette adresse')" 0
echo /perdue/page > "$links/mended"
visit 2026-12-14
is 'it answers again' "$(of perdue)" '0 0'
is 'the page says so at once' "$(page_of perdue | grep -c 'ne répond plus')" 0
matches 'the others stay' "$(page_of retiree)" 'ne répond plus depuis le 23.novembre'

# Runs that are killed leave the rest to the next one.
for i in $(seq 200); do echo "http://m$i.localhost:$links_port/un-moment/page?$i"; done | aids moments
: > "$links/log"
for k in 1 2 3 4; do
	GUICHET_TODAY=2026-12-15 GUICHET_CONF=$site/etc/guichet.conf "$build/guichet" links > "$work/links-killed.log" 2>&1 &
	sleep 0.$((k * 2))
	kill -9 $! 2> /dev/null
	wait $! 2> /dev/null
done
killed=$(wc -l < "$links/log")
[ "$(sql "SELECT COUNT(*) FROM link WHERE address LIKE '%moment%' AND visited_at IS NULL")" -gt 0 ]
tap 'runs were killed before their end' $?
cp "$links/log" "$links/log.killed"
visit 2026-12-16
is 'the next one: exit 0' $left 0
is 'visits all that is left' "$(sql "SELECT COUNT(*) FROM link WHERE address LIKE '%moment%' AND visited_at IS NULL")" 0
is 'no address is left out' "$(grep -h moment "$links/log" "$links/log.killed" | sort -u | wc -l)" 200
[ "$(grep -c moment "$links/log")" -le $((200 - killed + 4 * 16)) ]
tap 'none is visited again but those that were under way' $?

# When nobody answers, it is this machine that reaches nobody.
kill $server
wait $server 2> /dev/null
before=$(sql 'SELECT SUM(wrong_days), MAX(visited_at) FROM link')
visit 2026-12-25
is 'nobody answers: exit 1' $left 1
matches 'nobody answers: said' "$said" 'no server answered: nothing is noted'
is 'nobody answers: nothing is noted' "$(sql 'SELECT SUM(wrong_days), MAX(visited_at) FROM link')" "$before"
