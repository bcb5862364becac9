# An aid by hand: what is set here is kept over its feed, and what the feed says otherwise is
# told, then kept or taken.
feed=$files/hand.json
sql "UPDATE aid SET status = 'draft' WHERE status = 'reviewable'"
aids() {
	printf '[{"id": 55501, "name": "%s", "description": "<p>Une aide de la main</p>", "perimeter_code": "FRA", "targeted_audiences": ["Communes"], "submission_deadline": "%s"},
	    {"id": 55502, "name": "Une autre aide", "description": "<p>Une autre aide de la main</p>", "perimeter_code": "FRA"}]' "$1" "${2:-2027-05-01}" > "$feed"
}
aids 'Le nom du flux'
guichet feed add main "$feed" > /dev/null
guichet harvest main > /dev/null 2>&1
id=$(sql "SELECT id FROM aid WHERE source = 'main' AND source_id = '55501'")
other=$(sql "SELECT id FROM aid WHERE source = 'main' AND source_id = '55502'")
name() { sql "SELECT name FROM aid WHERE id = $id"; }
said=$(guichet aid set "$id" name 'Le nom d’ici' 2>&1)
is 'a name by hand: exit 0' $? 0
is 'it is written' "$(name)" 'Le nom d’ici'
slug=$(sql "SELECT slug FROM aid WHERE id = $id")
matches 'the page shows it' "$(get "/aides/$slug/")" 'Le nom d’ici'
is 'it is a revision' "$(sql "SELECT COUNT(*) FROM aid_revision WHERE aid_id = $id")" 2
aids 'Le nom du flux' 2027-06-01
guichet harvest main > /dev/null 2>&1
is 'the feed does not take it back' "$(sql "SELECT CONCAT(name, ' ', closes_on) FROM aid WHERE id = $id")" 'Le nom d’ici 2027-06-01'
matches 'nothing is to be looked at' "$(guichet review)" 'nothing is to be reviewed'
aids 'Le nouveau nom du flux' 2027-06-01
guichet harvest main > /dev/null 2>&1
is 'another name in the feed does not either' "$(name)" 'Le nom d’ici'
said=$(guichet review)
matches 'it is to be looked at' "$said" 'name: here "Le nom d’ici"'
matches 'with what the feed says' "$said" 'its feed says now: "Le nouveau nom du flux"'
guichet review keep "$id" name > /dev/null
matches 'kept: nothing more to look at' "$(guichet review)" 'nothing is to be reviewed'
guichet review take "$id" name > /dev/null 2>&1
is 'taken: the feed says it again' "$(name)" 'Le nouveau nom du flux'
is 'and nothing is set here' "$(sql 'SELECT COUNT(*) FROM aid_override')" 0
guichet aid set "$id" targeted_audiences Communes Départements > /dev/null 2>&1
is 'a list by hand' "$(sql "SELECT COUNT(*) FROM aid_audience WHERE aid_id = $id")" 2
guichet aid set "$id" submission_deadline '' > /dev/null 2>&1
is 'a field that is emptied' "$(sql "SELECT closes_on IS NULL FROM aid WHERE id = $id")" 1
guichet harvest --force main > /dev/null 2>&1
is 'both stay at the next run' "$(sql "SELECT CONCAT((SELECT COUNT(*) FROM aid_audience WHERE aid_id = $id), ' ', closes_on IS NULL) FROM aid WHERE id = $id")" '2 1'
before=$(state)
for wrong in 'submission_deadline demain' 'targeted_audiences Martiens' 'graces 3' 'id 4'; do
	# shellcheck disable=SC2086
	said=$(guichet aid set "$id" $wrong 2>&1)
	is "\"$wrong\": exit 1" $? 1
done
said=$(guichet aid set "$id" perimeter 'Nullepart-sur-Niort' 2>&1)
is 'no such place: exit 1' $? 1
matches 'no such place: which' "$said" '"Nullepart-sur-Niort" \(1 time\): is it .*Niort \(79191\)'
said=$(guichet aid set "$id" name '' 2>&1)
is 'no name: exit 1' $? 1
is 'no name: why, and nothing else' "$(echo "$said" | sed 's/^guichet: //')" '"name" cannot be emptied: an aid has one'
is 'what is not understood is not written' "$(state)" "$before"
is 'nor kept' "$(sql "SELECT GROUP_CONCAT(field ORDER BY field) FROM aid_override")" 'submission_deadline,targeted_audiences'
said=$(guichet aid set 1 name x 2>&1)
is 'no such aid: exit 1' $? 1
matches 'aid show' "$(guichet aid show "$slug")" 'set here on .*targeted_audiences = \["Communes","Départements"\]'

guichet aid hide "$slug" > /dev/null 2>&1
is 'hidden' "$(status_of "/aides/$slug/")" 404
guichet harvest --force main > /dev/null 2>&1
is 'it stays hidden' "$(status_of "/aides/$slug/")" 404
guichet aid publish "$slug" > /dev/null 2>&1
is 'shown again' "$(status_of "/aides/$slug/")" 200
guichet aid withdraw "$slug" > /dev/null 2>&1
is 'withdrawn' "$(status_of "/aides/$slug/")" 410
guichet harvest --force main > /dev/null 2>&1
is 'it stays withdrawn' "$(status_of "/aides/$slug/")" 410
guichet aid publish "$slug" > /dev/null 2>&1
other_slug=$(sql "SELECT slug FROM aid WHERE id = $other")
guichet aid merge "$id" "$other" > /dev/null 2>&1
is 'merged: exit 0' $? 0
is 'its address leads to the other' "$(curl -s -o /dev/null -w '%{http_code} %{redirect_url}' "$base/aides/$slug/")" "301 $base/aides/$other_slug/"
next="$base/api/aids/?updated_after=0&itemsPerPage=100"
: > "$files/changes"
while [ "$next" != null ]; do
	get "/${next#*://*/}" > "$files/page" && cat "$files/page" >> "$files/changes"
	next=$(jq -r .next "$files/page")
done
is 'who keeps a copy is told which' "$(jq -r ".results[] | select(.id == $id) | .replaced_by" "$files/changes")" "$other"
guichet harvest --force main > /dev/null 2>&1
is 'and still does after a run' "$(status_of "/aides/$slug/")" 301
said=$(guichet aid merge "$other" "$id" 2>&1)
is 'nor is the other merged back: exit 1' $? 1
matches 'why' "$said" "leads to .* already: guichet aid publish $id"
said=$(guichet duplicates same "$other" "$id" 2>&1)
is 'duplicates same: the same' $? 1
is 'nothing is noted of it' "$(sql "SELECT COUNT(*) FROM aid_pair WHERE second_id = $other OR first_id = $other")" 0
is 'and one is shown' "$(status_of "/aides/$other_slug/")" 200
guichet aid publish "$id" > /dev/null 2>&1
is 'one that is published again leads nowhere' "$(sql "SELECT CONCAT(status, ' ', merged_into IS NULL) FROM aid WHERE id = $id")" 'published 1'
is 'and has its address' "$(status_of "/aides/$slug/")" 200
# An aid that the feed has no more, and that is shown here by hand.
guichet feed set main grace=0 > /dev/null
printf '[{"id": 55502, "name": "Une autre aide", "description": "<p>Une autre aide de la main</p>", "perimeter_code": "FRA"}]' > "$feed"
guichet harvest main > /dev/null 2>&1
is 'what is set here is kept though its feed lacks it' "$(status_of "/aides/$slug/")" 200
matches 'and is to be looked at' "$(guichet review)" 'its feed says now: "deleted"'
before=$(state)
guichet harvest --force main > /dev/null 2>&1
is 'the next run keeps it too' "$(status_of "/aides/$slug/")" 200
is 'and writes nothing of it' "$(state)" "$before"
guichet review keep "$id" status
guichet harvest --force main > /dev/null 2>&1
matches 'kept: nothing more to look at' "$(guichet review)" 'nothing is to be reviewed'
guichet review take "$id" status > /dev/null 2>&1
is 'taken: it is withdrawn' "$(status_of "/aides/$slug/")" 410
guichet aid publish "$id" > /dev/null 2>&1
guichet harvest --force main > /dev/null 2>&1
is 'published after it was withdrawn: it stays' "$(status_of "/aides/$slug/")" 200
said=$(guichet aid merge "$other" "$other" 2>&1)
is 'an aid is not merged into itself' $? 1
