# A feed that is a file here: what is new, changed, the same, gone and back.
feed=$files/feed.json
# record ID TITLE [MORE]
record() { printf '{"id": %s, "name": "%s", "description": "<p>Une aide de la liste</p>", "perimeter_code": "FRA"%s}' "$1" "$2" "${3:-}"; }
# feed_of RECORD...: the file.
feed_of() {
	{ printf '['; sep=
	    for one in "$@"; do printf '%s%s' "$sep" "$one"; sep=,; done
	    printf ']'; } > "$feed"
}
# run [OPTION...]: a run; its words in $said, its row in $row.
run() {
	said=$(guichet harvest "$@" fichier 2>&1)
	left=$?
	row=$(sql "SELECT CONCAT_WS(' ', is_taken, added, changed, same, refused, absent, withdrawn) FROM import_log
	    WHERE source = 'fichier' ORDER BY id DESC LIMIT 1")
}
shown() { sql "SELECT GROUP_CONCAT(source_id ORDER BY source_id) FROM aid WHERE source = 'fichier' AND status = 'published'"; }
guichet feed add fichier "$feed" grace=2 licence='Licence Ouverte 2.0' > /dev/null
ten=$(for i in 1 2 3 4 5 6 7 8 9; do printf '%s\n' "$(record 8880$i "Aide $i")"; done)
IFS='
'
# The lines of the records are arguments.
# shellcheck disable=SC2046 # one each
six() { feed_of $(printf '%s\n' "$ten" | head -n 6) "$@"; }
feed_of $ten "$(record 88810 'Aide dix')"
run
is 'a first run: exit 0' $left 0
is 'a first run: ten new' "$row" '1 10 0 0 0 0 0'
is 'the licence of the feed' "$(sql "SELECT DISTINCT import_licence FROM aid WHERE source = 'fichier'")" 'Licence Ouverte 2.0'
before=$(state)
run
is 'nothing changed: a row of the log' "$row" '1 0 0 0 0 0 0'
is 'nothing changed: no new version, no other row' "$(state)" "$before"
matches 'and the log says so' "$(guichet harvest log fichier | head -n 1)" 'fichier  unchanged  '
matches 'so does status' "$(guichet status)" 'import   fichier: .* ago; unchanged'
matches 'all is well with it' "$(guichet check 2>&1)" '^ok .*feed fichier$'
printf ' ' >> "$feed"
run
is 'other bytes, the same aids' "$row" '1 0 0 10 0 0 0'
is 'other bytes: no new version' "$(state)" "$before"
feed_of $ten
run
is 'one is gone: it stays for a while' "$row" '1 0 0 9 0 1 0'
matches 'readers see it' "$(shown)" '88810'
run
is 'the feed is the same, and it still stays' "$row" '1 0 0 0 0 0 0'
sql "UPDATE aid SET gone_on = gone_on - INTERVAL 2 DAY WHERE gone_on IS NOT NULL"
run
is 'two days later it is withdrawn, of a feed that has not changed since' "$row" '1 0 0 9 0 1 1'
is 'readers do not see it' "$(shown)" '88801,88802,88803,88804,88805,88806,88807,88808,88809'
slug=$(sql "SELECT slug FROM aid WHERE source = 'fichier' AND source_id = '88810'")
is 'its address answers 410' "$(status_of "/aides/$slug/")" 410
matches 'in words' "$(get "/aides/$slug/")" 'Elle a été retirée, et n’est plus proposée'
next=$(get '/api/aids/?updated_after=0&itemsPerPage=100' | jq -r .next)
matches 'the API has its tombstone' "$(get "/${next#http://*/}")" \
    "\"slug\":\"$slug\",\"status\":\"withdrawn\""
matches 'the log names it' "$(guichet harvest log "$(sql "SELECT MAX(id) FROM import_log")")" "withdrawn .*$slug"
feed_of $ten "$(record 88810 'Aide dix')"
run
is 'it is back' "$row" '1 0 1 9 0 0 0'
is 'and shown' "$(status_of "/aides/$slug/")" 200

# A tenth and more at once is not believed without somebody.
six
run
is 'four of ten are gone: exit 0' $left 0
matches 'said' "$said" '4 of 10 aids are no more in "fichier"'
is 'none is withdrawn' "$row" '1 0 0 6 0 4 0'
is 'nor noted' "$(sql "SELECT COUNT(*) FROM aid WHERE gone_on IS NOT NULL")" 0
matches 'the log says why' "$(guichet harvest log fichier)" '4 of 10 aids'
matches 'so does status, until somebody has looked' "$(guichet status)" 'HELD: 4 of 10 aids'
said=$(guichet check 2>&1 | grep -A 1 'feed fichier')
matches 'check tells it' "$said" '^FAULT .*feed fichier: it lacks 4 of its aids at once'
matches 'with the command' "$said" 'guichet harvest --force fichier'
run
matches 'the next run is held too' "$(guichet status)" 'HELD: 4 of 10 aids'
run --force
is 'somebody has looked: they are withdrawn' "$row" '1 0 0 6 0 4 4'

# What is past its deadline and gone is closed, no more.
six "$(record 88811 'Aide close' ', "submission_deadline": "2026-10-01"')"
run
six
run --force
is 'an aid that is past its deadline is not withdrawn' "$(sql "SELECT status FROM aid WHERE source_id = '88811'")" published

# New aids that a person reads first.
guichet feed set fichier news=reviewable > /dev/null
six "$(record 88812 'Aide à relire')"
run
matches 'check tells it' "$(guichet check 2>&1 | tr '\n' ' ')" 'NOTE +[0-9]+ aids? or fields? .* to be reviewed +to mend it: guichet review'
is 'a new aid is to be reviewed' "$(sql "SELECT status FROM aid WHERE source_id = '88812'")" reviewable
six "$(record 88812 'Aide à relire encore')"
run
is 'it stays so when it changes' "$(sql "SELECT CONCAT(status, ' ', name) FROM aid WHERE source_id = '88812'")" 'reviewable Aide à relire encore'
is 'what readers saw stays shown' "$(shown)" '88801,88802,88803,88804,88805,88806,88811'

# What is broken takes nothing, and says why.
before=$(state)
for broken in '<!DOCTYPE html><html><body>Connexion</body></html>' '[{"id": 1, "name": "Cou' '' '{"erreur": "clé"}'; do
	printf '%s' "$broken" > "$feed"
	run
	is "broken \"$broken\": exit 1" $left 1
	is 'nothing is written' "$(state)" "$before"
	matches 'the log says why' "$(guichet harvest log fichier | sed -n 2p)" 'FAILED: .+'
done
matches 'status too' "$(guichet status)" 'import   fichier: FAILED, .* ago: .+'
matches 'and check' "$(guichet check 2>&1)" '^FAULT .*feed fichier: its last run failed: .+'
# An empty list brings nothing, and is not believed.
printf '[]' > "$feed"
run
is 'an empty list of a feed that had aids: none is withdrawn' "${row##* }" 0
matches 'it is held' "$(guichet status)" 'HELD: .* aids are no more in "fichier"'
guichet feed add vide "$feed" > /dev/null
said=$(guichet harvest vide 2>&1)
matches 'of one that had none: said' "$said" 'its list is empty'
matches 'the log says so' "$(guichet harvest log vide)" 'EMPTY: its list has no aid'
matches 'status says so' "$(guichet status)" 'vide: .*its list was EMPTY'
sql "UPDATE import_log SET ended_at = ended_at - INTERVAL 5 DAY WHERE source = 'vide'"
said=$(guichet check 2>&1 | grep -A 1 'feed vide:')
matches 'one whose time passed long ago is told' "$said" '^FAULT .*feed vide: its time passed 9[56] h ago'
matches 'with the timer' "$said" 'systemctl enable --now guichet-harvest.timer'
guichet feed remove vide --yes > /dev/null
is 'one that was removed is told no more' "$(guichet status | grep -c 'vide')" 0
printf '{"erreur": "clé"}' > "$feed"
unset IFS
said=$(guichet feed test "$files/feed.json" 2>&1)
is 'a test of what is broken: exit 1' $? 1
feed_of "$(record 88801 'Aide à regarder' ', "inconnu": "x"')"
said=$(guichet feed test fichier 2>&1)
is 'a test: exit 0' $? 0
matches 'a test: what a field became' "$said" 'name +Aide à regarder'
matches 'a test: what nothing reads' "$said" 'inconnu: x'
is 'a test writes nothing' "$(state)" "$before"
# A folder: each of its files.
mkdir -p "$files/folder"
record 88901 'Aide du premier fichier' > "$files/folder/a.json"
record 88902 'Aide du second fichier' > "$files/folder/b.json"
guichet feed add dossier "$files/folder" > /dev/null
guichet harvest dossier > /dev/null 2>&1
is 'a folder is a feed' "$(sql "SELECT GROUP_CONCAT(source_id ORDER BY source_id) FROM aid WHERE source = 'dossier'")" '88901,88902'
