# Another Guichet is a feed that tells what changed: this site, of itself.
guichet feed remove at --yes > /dev/null 2>&1
sql "SELECT COUNT(*) FROM aid_json WHERE status IN ('open', 'upcoming') AND number > 0" > "$work/listed"
guichet feed add copie "$base/api/aids/" private=1 > /dev/null
run() {
	said=$(guichet harvest copie 2>&1)
	left=$?
	row=$(sql "SELECT CONCAT_WS(' ', is_taken, added, changed, refused, withdrawn) FROM import_log
	    WHERE source = 'copie' ORDER BY id DESC LIMIT 1")
}
run
is 'all that its lists have' "$row" "1 $(cat "$work/listed") 0 0 0"
case $said in *'keys that nothing reads'*) false ;; esac
status=$?
[ $status -eq 0 ] || note "$(echo "$said" | grep -A4 'keys that')"
tap 'each key that it gives is known' $status
matches 'its cursor is kept' "$(sql "SELECT cursor_at FROM feed WHERE name = 'copie'")" '^[0-9a-f]{8}-[0-9]+-[0-9]+$'
# What this run wrote are changes as well, which the next one would copy again: from here
# on the copies are looked at alone.
cursor=$(sql "SELECT CONCAT(LPAD(HEX(origin), 8, '0'), '-', version, '-4294967295') FROM data_version" | tr A-F a-f)
sql "UPDATE feed SET cursor_at = '$cursor' WHERE name = 'copie'"
before=$(state)
run
is 'nothing changed' "$row" '1 0 0 0 0'
is 'nothing changed: no new version' "$(state)" "$before"
one=$(sql "SELECT source_id FROM aid WHERE source = 'exemples' AND status = 'published' AND closes_on IS NULL ORDER BY id LIMIT 1")
id=$(sql "SELECT id FROM aid WHERE source = 'exemples' AND source_id = '$one'")
printf '{"id": "%s", "name": "Un autre nom de cette aide", "description": "<p>Une autre description</p>"}\n' "$one" > "$files/renamed.json"
guichet import aids --source exemples "$files/renamed.json" > /dev/null
run
is 'what changed, alone' "$row" '1 0 1 0 0'
is 'the copy is as the original' "$(sql "SELECT name FROM aid WHERE source = 'copie' AND source_id = '$id'")" 'Un autre nom de cette aide'
cursor=$(sql "SELECT CONCAT(LPAD(HEX(origin), 8, '0'), '-', version, '-4294967295') FROM data_version" | tr A-F a-f)
sql "UPDATE feed SET cursor_at = '$cursor' WHERE name = 'copie'"
printf '{"id": "%s", "name": "Un autre nom de cette aide", "description": "<p>Une autre description</p>", "status": "deleted"}\n' "$one" > "$files/renamed.json"
guichet import aids --source exemples "$files/renamed.json" > /dev/null
run
is 'what was withdrawn' "$row" '1 0 0 0 1'
is 'the copy is withdrawn' "$(sql "SELECT status FROM aid WHERE source = 'copie' AND source_id = '$id'")" deleted
# Two that become one at their source do so here.
other=$(sql "SELECT id FROM aid WHERE source = 'exemples' AND status = 'published' AND closes_on IS NULL AND id <> $id ORDER BY id DESC LIMIT 1")
into=$(sql "SELECT id FROM aid WHERE source = 'exemples' AND status = 'published' AND closes_on IS NULL ORDER BY id LIMIT 1")
guichet aid merge "$other" "$into" > /dev/null 2>&1
run
is 'what was merged' "$row" '1 0 0 0 1'
copy=$(sql "SELECT id FROM aid WHERE source = 'copie' AND source_id = '$into'")
is 'the copy leads to the copy of the other' "$(sql "SELECT CONCAT(status, ' ', merged_into) FROM aid WHERE source = 'copie' AND source_id = '$other'")" "merged $copy"
slug=$(sql "SELECT slug FROM aid WHERE source = 'copie' AND source_id = '$other'")
is 'so does its address' "$(curl -s -o /dev/null -w '%{http_code} %{redirect_url}' "$base/aides/$slug/")" \
    "301 $base/aides/$(sql "SELECT slug FROM aid WHERE id = $copy")/"
cursor=$(sql "SELECT CONCAT(LPAD(HEX(origin), 8, '0'), '-', version, '-4294967295') FROM data_version" | tr A-F a-f)
sql "UPDATE feed SET cursor_at = '$cursor' WHERE name = 'copie'"
guichet aid publish "$other" > /dev/null 2>&1
run
is 'what is two again' "$(sql "SELECT CONCAT(status, ' ', merged_into IS NULL) FROM aid WHERE source = 'copie' AND source_id = '$other'")" 'published 1'
# What was set here is of this part alone.
sql 'DELETE FROM aid_override'
# A cursor of another base: all is read again.
sql "UPDATE feed SET cursor_at = '00000001-5-5' WHERE name = 'copie'"
run
is 'a cursor that is refused: exit 0' $left 0
matches 'and all is asked' "$(sql "SELECT cursor_at FROM feed WHERE name = 'copie'")" '-'
