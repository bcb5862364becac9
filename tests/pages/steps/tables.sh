# Tables, feeds and calendars, by readers that are not ours; what they read is the same
# under sanitizers, where 460 aids take long to import.
[ -z "${SANITIZED:-}" ] || [ -n "${FULL:-}" ] || return 0

data=$site/tables
mkdir -p "$data"
exports() { "$root/tests/exports.py" "$@" 2>&1; }

# 230 aids, of which those published last are the least like the words.
flux() {
	jq -nc --arg deadline "$1" 'range(230) | {id: (9600000 + .), slug: "flux-\(.)",
	    name: (if . < 40 then "Zorglub zorglub \(.)" else "Une aide \(.)" end),
	    description: "<p>Du zorglub, € et été, sur une ligne très longue : \("é" * 90).</p>",
	    perimeter: "France", perimeter_scale: "Pays", perimeter_code: "FRA",
	    date_published: "20\(10 + . / 28 | floor)-\(100 + 1 + . % 12 | tostring | .[1:])-\(101 + . % 28 | tostring | .[1:])T10:00:00",
	    submission_deadline: (if . == 7 then $deadline else null end)}'
}
flux 2027-03-01 > "$data/flux.jsonl"
guichet import aids --source flux "$data/flux.jsonl" > "$site/log/flux.log" 2>&1
is 'the aids of feeds are there' $? 0

for page in 1 2 3; do
	get "/aides/?keyword=zorglub&page=$page&format=atom" > "$data/feed$page.xml"
done
exports feed "$data"/feed?.xml > "$data/ids"
is 'a feed of three pages, the newest first, each aid once' \
    "$(grep '^!' "$data/ids"; grep -c '^urn:uuid:' "$data/ids")" 230
for page in 1 2 3; do
	xmllint --nonet --noout --relaxng "$root/tests/atom.rng" "$data/feed$page.xml" 2> "$data/rng"
	tap "page $page is as the grammar of Atom says" $?
done
# rel PAGE REL: the address of the page that it leads to.
rel() {
	xmllint --xpath "string(//*[local-name() = 'link'][@rel = '$2']/@href)" \
	    "$data/feed$1.xml" | sed 's|^http://[^/]*||'
}
is 'the first page leads on, not back' "$(rel 1 first) $(rel 1 previous) $(rel 1 next) $(rel 1 last)" \
    '/aides/?keyword=zorglub&format=atom  /aides/?keyword=zorglub&page=2&format=atom /aides/?keyword=zorglub&page=3&format=atom'
is 'the last leads back, not on' "$(rel 3 previous) $(rel 3 next)" \
    '/aides/?keyword=zorglub&page=2&format=atom '
is 'they are one feed' "$(for page in 1 2 3; do
	xmllint --xpath "string(/*/*[local-name() = 'id' or local-name() = 'title'])" "$data/feed$page.xml"
done | sort -u | wc -l)" 1
is 'whatever the order of the page' "$(get '/aides/?keyword=zorglub&orderBy=submission_deadline&format=atom' |
    xmllint --xpath "string(//*[local-name() = 'entry'][1]/*[local-name() = 'id'])" -)" \
    "$(head -n 1 "$data/ids")"
is 'there is no fourth' "$(status_of '/aides/?keyword=zorglub&page=4&format=atom')" 404
is 'the title has no count' \
    "$(xmllint --xpath "string(/*/*[local-name() = 'title'])" "$data/feed1.xml")" \
    'Aides pour « zorglub » – Guichet des aides'

get '/aides/?keyword=zorglub&format=ics' > "$data/list.ics"
exports calendar "$data/list.ics" > "$data/events"
is 'a calendar: one deadline' "$(cut -d' ' -f3- "$data/events")" '2027-03-01 Date limite : Zorglub zorglub 7'
grep -q '^DESCRIPTION:Du zorglub' "$data/list.ics"
tap 'it says what the aid is' $?
get '/aides/flux-7/?format=ics' > "$data/one.ics"
exports calendar "$data/one.ics" | cmp -s - "$data/events"
tap 'an aid has a calendar of its own, of the same event' $?
matches 'its page offers it' "$(get /aides/flux-7/)" 'href="/aides/flux-7/\?format=ics"'
get '/aides/flux-8/?format=ics' > "$data/none.ics"
is 'a calendar without a deadline has a component' "$(exports calendar "$data/none.ics")" ''
get '/aides/?keyword=zzzyyyxxx&format=ics' > "$data/none.ics"
is 'so has that of no aid' "$(exports calendar "$data/none.ics")" ''
flux 2027-04-01 > "$data/flux.jsonl"
guichet import aids --source flux "$data/flux.jsonl" > "$site/log/flux.log" 2>&1
sleep 1.2
get '/aides/flux-7/?format=ics' > "$data/one.ics"
exports calendar "$data/one.ics" > "$data/later"
is 'a change keeps the UID' "$(cut -d' ' -f1,3 "$data/later")" \
    "$(cut -d' ' -f1 "$data/events") 2027-04-01"
[ "$(cut -d' ' -f2 "$data/later")" -gt "$(cut -d' ' -f2 "$data/events")" ]
tap 'and its sequence grows' $?

for of in aides/ programmes/fonds-vert/ 'projets-finances/?keyword=toiture&perimeter_codes[]=79109'; do
	case $of in *\?*) and='&' ;; *) and='?' ;; esac
	get "/$of${and}format=csv" > "$data/table.csv"
	get "/$of${and}format=xlsx" > "$data/table.xlsx"
	is "$of: a strict table" "$("$root/tests/tables.py" "$data/table.csv")" ''
	is "$of: a workbook of the same cells" \
	    "$(exports workbook "$data/table.xlsx" "$data/table.csv")" ''
done
is 'numbers are numbers, codes are text' "$(exports types "$data/table.xlsx")" \
    'n s s s n s n n n'
get '/aides/?keyword=%22zorglub+7%22&format=xlsx' > "$data/one.xlsx"
is 'days are days' "$(exports types "$data/one.xlsx" | cut -d' ' -f1,2,19)" 'n s d'
matches 'a workbook is a file' "$(curl -s -D - -o /dev/null "$base/aides/?format=xlsx" | tr -d '\r')" \
    '^Content-Disposition: attachment; filename="aides-2026-11-22.xlsx"$'
matches 'the page offers it' "$(get '/aides/?keyword=zorglub')" 'keyword=zorglub&amp;format=xlsx"'

# An aid keeps its ids in another base, at another address.
is 'the UUID is of the name at the source' "$(cut -d' ' -f1 "$data/later")" \
    "$(python3 -c 'import uuid; u = str(uuid.uuid5(uuid.NAMESPACE_URL, "guichet:flux:9600007"))
print(u[:19] + "a" + u[20:])')"
sql "UPDATE aid SET status = 'deleted' WHERE source = 'flux'"
guichet index > "$site/log/flux.log" 2>&1
