# What the base does to a run: rights that its account lacks, others that write meanwhile. An
# aid is not at fault then, and is asked for again.
feed=$files/base.json
printf '[{"id": 33301, "name": "Une aide de deux villes", "description": "<p>Une aide</p>", "perimeter": "Niort, Poitiers"},
    {"id": 33302, "name": "Une aide de partout", "description": "<p>Une aide</p>", "perimeter_code": "FRA"}]' > "$feed"
guichet feed add base "$feed" > /dev/null
run() {
	said=$(guichet harvest base 2>&1)
	left=$?
	row=$(sql "SELECT CONCAT_WS(' ', is_taken, added, changed, same, refused) FROM import_log
	    WHERE source = 'base' ORDER BY id DESC LIMIT 1")
}
sql "REVOKE INSERT ON guichet.perimeter_union FROM 'guichet-harvest'@localhost"
said=$(guichet feed test base 2>&1)
is 'a test has the rights of a run: exit 1' $? 1
held=$(state)
run
is 'a right that is missing: exit 1' $left 1
is 'nothing was written' "$(state)" "$held"
is 'the run failed, no aid is refused' "$row" '0 0 0 0 0'
matches 'the log says why' "$(guichet harvest log base | sed -n 2p)" 'FAILED: .*perimeter_union'
run
is 'the next run does not take it for read' "$row" '0 0 0 0 0'
sql "GRANT INSERT ON guichet.perimeter_union TO 'guichet-harvest'@localhost"
run
is 'with its rights: exit 0' $left 0
is 'an aid of two places is taken' "$row" '1 2 0 0 0'
is 'they are one perimeter' "$(sql "SELECT p.name FROM aid a JOIN perimeter p ON p.id = a.perimeter_id WHERE a.source_id = '33301'")" 'Niort, Poitiers'

# write_for SECONDS: somebody else writes, as an import does; returns when they have begun.
write_for() {
	sql "BEGIN; UPDATE data_version SET version = version + 1 WHERE id = 1; SELECT SLEEP($1) AS slept; COMMIT" > /dev/null &
	writer=$!
	until [ "$(sql "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_rows_locked > 0")" -gt 0 ]; do sleep 0.1; done
}
touch_feed() { sed "s/Une aide de partout.*\", \"desc/Une aide de partout, $1\", \"desc/" "$feed" > "$feed.new" && mv "$feed.new" "$feed"; }
touch_feed 1
write_for 4
run
wait $writer
is 'somebody else writes for longer than its statements may last: exit 0' $left 0
matches 'it says that it waits' "$said" 'another command writes to the base'
is 'and takes what there is' "$row" '1 0 1 1 0'
touch_feed 2
write_for 6
(
	until id=$(sql "SELECT id FROM information_schema.processlist WHERE user = 'guichet-harvest' AND info LIKE '%version = version + 1%'") &&
	    [ -n "$id" ]; do sleep 0.1; done
	sql "KILL $id"
) &
killer=$!
run
wait $killer $writer
is 'a connection that is lost: exit 1' $left 1
is 'the run left its row' "$row" '0 0 0 0 0'
matches 'with why' "$(guichet harvest log base | sed -n 2p)" 'FAILED: .*version_bump'
run
is 'the next one takes it' "$row" '1 0 1 1 0'
guichet feed remove base --yes > /dev/null
