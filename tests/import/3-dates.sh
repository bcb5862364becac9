# An aid without dates is new when it is first imported; its feed and its calendar tell
# when its content changed, and nothing else does.  Moments are in UTC.
dated='{"id": "t-1", "slug": "sans-date", "name": "Sans date", "description": "d", "submission_deadline": "2027-05-01"}
{"id": "t-2", "slug": "datee", "name": "Datée", "description": "d", "submission_deadline": "2027-05-02", "date_published": "2021-07-01", "date_updated": "2021-07-02T23:30:00Z"}'
echo "$dated" > "$files/dates.jsonl"
take dates "$files/dates.jsonl"
seen() {
	sql "SELECT slug, published_at, changed_at, changed_version - $1 FROM aid WHERE source = 'dates' ORDER BY id"
}
version=$(sql 'SELECT version FROM data_version')
is 'what has no date is as old as its first import' "$(seen "$version")" "$(printf '%s\t%s\t2026-11-22 00:00:00\t0\n' \
    sans-date '2026-11-22 00:00:00' datee '2021-07-01 00:00:00')"
entry() { sql "SELECT entry FROM aid_export e JOIN aid a ON a.id = e.aid_id WHERE slug = '$1'"; }
event() { sql "SELECT event FROM aid_export e JOIN aid a ON a.id = e.aid_id WHERE slug = '$1'"; }
matches 'its entry is of that day' "$(entry sans-date)" '<published>2026-11-22T00:00:00Z</published><updated>2026-11-22T00:00:00Z</updated>'
matches 'an entry is as new as what changed last' "$(entry datee)" '<published>2021-07-01T00:00:00Z</published><updated>2026-11-22T00:00:00Z</updated>'
matches 'the day of a moment is that of Paris' "$(get /aides/datee/)" 'Mise à jour le 3.juillet.2021'
before=$(event sans-date)
take dates "$files/dates.jsonl"
guichet index > "$work/index" 2>&1
is 'what did not change has no other event' "$(event sans-date)" "$before"
sed 's/"d"/"autre"/' "$files/dates.jsonl" > "$files/dates-2.jsonl"
GUICHET_TODAY=2026-11-25 take dates "$files/dates-2.jsonl"
now=$(sql 'SELECT version FROM data_version')
is 'what changes is told, and stays as old' "$(seen "$now")" "$(printf '%s\t%s\t2026-11-25 00:00:00\t0\n' \
    sans-date '2026-11-22 00:00:00' datee '2021-07-01 00:00:00')"
matches 'and its event is a later one' "$(event sans-date)" "SEQUENCE:$now"

# What is said and not understood is on the page.
echo '{"id": "t-3", "slug": "a-verifier", "name": "À vérifier", "description": "d", "perimeter": "PETR du Pays Imaginaire", "submission_deadline": "bientôt", "financers": ["Un porteur"]}' > "$files/asked.json"
take dates "$files/asked.json"
page=$(get /aides/a-verifier/)
matches 'the territory as the source says it' "$page" '«.PETR du Pays Imaginaire.», à vérifier auprès de.: Un porteur'
matches 'the deadline as the source says it' "$page" '«.bientôt.», à vérifier auprès de.: Un porteur'
is 'and no page says that there is none' "$(echo "$page" | grep -cE 'Aucune date limite|n’est pas renseigné.: vérifiez')" 0

# In AT's API "is_live" also denies what opens later and what has closed: such an aid was
# not withdrawn, its days say the rest.
cat > "$files/live.jsonl" <<JSON
{"id": "l-1", "slug": "plus-tard", "name": "Plus tard", "description": "d", "start_date": "2026-12-01", "is_live": false}
{"id": "l-2", "slug": "close", "name": "Close", "description": "d", "submission_deadline": "2026-11-21", "is_live": false}
{"id": "l-3", "slug": "retiree", "name": "Retirée", "description": "d", "start_date": "2026-11-22", "submission_deadline": "2026-11-22", "is_live": false}
JSON
take live "$files/live.jsonl"
is 'an aid that its days close was not withdrawn' \
    "$(sql "SELECT slug, status FROM aid WHERE source = 'live' ORDER BY id" | tr '\t\n' '= ')" \
    'plus-tard=published close=published retiree=draft '
