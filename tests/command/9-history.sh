# "guichet history" of an aid of the samples, named in any way.
said=$(guichet history detr-deux-sevres 2>&1)
is 'history: exit 0' $? 0
matches 'history: its versions' "$said" '^[0-9]+  2[0-9-]+ [0-9:]+  (open|closed)  exemples  detr-deux-sevres$'
for aid in "$(sql "SELECT id FROM aid WHERE slug = 'detr-deux-sevres'")" \
    "$base/aides/detr-deux-sevres/" "$base/aides/detr-deux-sevres?page=2#contact" /aides/detr-deux-sevres; do
	is "history: of $aid" "$(guichet history "$aid" 2>&1)" "$said"
done
for aid in "$base/aides/" nulle-part; do
	guichet history "$aid" > "$work/said" 2>&1
	is "history: of $aid: exit 1" $? 1
	matches "history: of $aid: what is wanted" "$(cat "$work/said")" 'an id, a slug or the address of its page'
done

# The catalogue of a day, which programs keep, is read again once the data changed.
listed() { for i in 1 2 3 4 5 6 7 8; do get "/api/aids/?on=2026-11-22&itemsPerPage=1&fields=id" | sed 's/.*"count":\([0-9]*\).*/\1/'; done | sort -u; }
before=$(listed)
guichet aid hide detr-deux-sevres > "$work/said" 2>&1
is 'a list of the day: an aid less' "$(listed)" $((before - 1))
guichet aid publish detr-deux-sevres > "$work/said" 2>&1
is 'a list of the day: and back' "$(listed)" "$before"

# The job of the site, which each minute turns aids back to its own day, waits meanwhile.
turner() { for p in $(pgrep -P "$(cat "$site/pid")"); do ! pgrep -P "$p" -x sleep > /dev/null || echo "$p"; done; }
until job=$(turner) && [ -n "$job" ]; do sleep 0.2; done
kill -STOP "$job"

# An aid on four days, where days begin an hour before those of UTC: to come, open by the
# date, edited, closed by the date.  Each is asked of the aid, of a list, of what changed and
# of the command.
TZ=CET-1CEST,M3.5.0,M10.5.0/3
export TZ
sed 's/^exports_dir.*/exports_dir =/' "$site/etc/guichet.conf" > "$work/history.conf"
# at DAY COMMAND...: guichet on that day, without files to make.
at() {
	day=$1
	shift
	GUICHET_TODAY=2026-$day GUICHET_CONF=$work/history.conf "$build/guichet" "$@"
}
# api ADDRESS: what the API answers on the last of November, without its head.
api() {
	env -i PATH="$PATH" TZ="$TZ" GUICHET_TODAY=2026-11-30 GUICHET_CONF="$work/history.conf" \
	    GATEWAY_INTERFACE=CGI/1.1 REQUEST_METHOD=GET REQUEST_URI="$1" PATH_INFO="${1%%\?*}" \
	    QUERY_STRING="${1#*\?}" "$build/api" | sed '1,/^.\{0,1\}$/d'
}
# revisions [WHERE]: how many there are.
revisions() { sql "SELECT COUNT(*) FROM aid_revision WHERE ${1:-TRUE}"; }
# stand DAY NAME: the feed of that day.
stand() {
	printf '{"id": "77001", "name": "%s", "description": "<p>Une aide de quatre jours</p>", "perimeter_code": "FRA", "targeted_audiences": ["Communes"], "financers": ["Porteur des jours"], "start_date": "2026-11-26", "submission_deadline": "2026-11-28"}\n' \
	    "$2" > "$work/days.jsonl"
	at "$1" import aids --source jours --force "$work/days.jsonl" > "$work/said" 2>&1
}
stand 11-24 'Premier nom'
aid=$(sql "SELECT id FROM aid WHERE source = 'jours'")
at 11-26 bulk > "$work/said" 2>&1
stand 11-27 'Second nom'
# Before it by its id: the places of those after it in memory are others then.
low() {
	printf '{"id": 5, "name": "%s", "description": "<p>d</p>", "perimeter_code": "FRA", "financers": ["Porteur des jours"], "start_date": "2026-12-10"}\n' "$2" > "$work/low.jsonl"
	at "$1" import aids --source aides-territoires --force "$work/low.jsonl" > "$work/said" 2>&1
}
low 11-27 'Une aide avant toutes'
at 11-29 bulk > "$work/said" 2>&1
is 'four days: by the command' "$(at 11-30 history "$aid" 2>&1 | sed 's/  jours.*//')" \
    '4  2026-11-28 23:00  closed
3  2026-11-26 23:00  open
2  2026-11-25 23:00  open
1  2026-11-23 23:00  not open yet'
fields='fields=version,status,name'
# was DAY AID LIST: how it was on that day, by itself; how many aids the list has, and it.
was() {
	is "four days: the aid on $1" "$(api "/api/aids/$aid/?on=2026-$1&$fields" | sed 's/.*"status":404.*/404/')" "$2"
	is "four days: the list on $1" \
	    "$(api "/api/aids/?on=2026-$1&ids=$aid&$fields" | sed 's/.*"count":\([0-9]*\).*"results":\[\(.*\)\].*/\1\2/')" "$3"
}
of() { echo "{\"name\":\"$3\",\"status\":\"$2\",\"version\":\"$1\"}"; }
first=$(of 1 upcoming 'Premier nom') second=$(of 2 open 'Premier nom') third=$(of 3 open 'Second nom')
last=$(of 4 closed 'Second nom')
was 11-23 404 0
was 11-24 "$first" "1$first"
was 11-25 "$first" "1$first"
was 11-26 "$second" "1$second"
was 11-27 "$third" "1$third"
was 11-28 "$third" "1$third"
was 11-29 "$last" 0
was 11-30 "$last" 0
# after DAY: whether it is among what changed since the day began.
after() { api "/api/aids/?updated_after=$1&itemsPerPage=100&fields=id,status" | grep -o "{\"id\":${aid}[,}][^}]*}"; }
is "four days: changed since the last began" "$(after 2026-11-29 | cut -d, -f1-3)" "{\"id\":$aid,\"slug\":\"premier-nom\",\"status\":\"closed\""
is 'four days: and not since the day after' "$(after 2026-11-30)" ''

# Rendered again on its day, nothing is another revision.
before=$(revisions)
at 11-29 index > "$work/said" 2>&1
is 'rendered again: no revision more' "$(revisions)" "$before"
data=$(version)
at 11-29 bulk --force > "$work/said" 2>&1
is 'nor when all are looked at' "$(revisions)" "$before"
is 'nor is the data of another version' "$(version)" "$data"

# holding: somebody has the version for a second.
holding() {
	sql 'START TRANSACTION; SELECT version FROM data_version WHERE id = 1 FOR UPDATE; DO SLEEP(1); COMMIT' > /dev/null &
	sleep 0.3
}
# Two at once: both read that it is another day, and wait for the version.
for day in 11-26 11-29 11-26 11-29; do
	before=$(revisions "aid_id = $aid")
	holding
	at $day bulk > "$work/said.1" 2>&1 & one=$!
	at $day bulk > "$work/said.2" 2>&1 & two=$!
	wait $one && wait $two
	is "two at once on $day: both end well" $? 0
	is "two at once on $day: one revision" "$(revisions "aid_id = $aid")" $((before + 1))
done

# An import on a host whose clock is behind is mended the day after, one of a clock that was
# wrong when an administrator asks.
stands() { sql "SELECT r.status FROM aid_revision r WHERE r.aid_id = $1 ORDER BY r.number DESC LIMIT 1"; }
stand 11-28 'Nom de la veille'
is 'a clock behind: it is open again' "$(stands "$aid")" open
at 11-30 bulk > "$work/said" 2>&1
is 'a clock behind: closed the day after' "$(stands "$aid")" closed
low 12-20 'Une aide de plus tard'
is 'a wrong clock: it is open' "$(stands 5)" open
at 11-30 bulk --force > "$work/said" 2>&1
is 'a wrong clock: all are looked at' "$(stands 5)" upcoming

# A site that has another address: each aid that is public has a revision, when it is asked.
sed -i 's|^base_url.*|base_url = http://autre.example|' "$work/history.conf"
before=$(revisions "aid_id = $aid")
at 12-01 bulk > "$work/said" 2>&1
is 'another address: nothing by itself' "$(revisions "aid_id = $aid")" "$before"
before=$(revisions) public=$(sql "SELECT COUNT(*) FROM aid WHERE status = 'published'")
holding
at 12-01 bulk --force > "$work/said.1" 2>&1 & one=$!
at 12-01 bulk --force > "$work/said.2" 2>&1 & two=$!
wait $one && wait $two
is 'another address: asked twice at once, both end well' $? 0
is 'another address: a revision of each' "$(revisions)" $((before + public))
at 12-01 bulk --force > "$work/said" 2>&1
is 'another address: once' "$(revisions)" $((before + public))
unset TZ
kill -CONT "$job"
guichet bulk --force > "$work/said" 2>&1
