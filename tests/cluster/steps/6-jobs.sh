# A job that both machines start at once runs on one of them; and a feed that is harvested
# where another node takes the writes is there on both.

# Three thousand of the sample's aids, for a run of some seconds.
for i in $(seq 30); do
	sed "s/\"slug\": *\"\([^\"]*\)\"/\"slug\": \"\1-$i\"/; s/\"id\": *\([0-9]*\)/\"id\": $i\1/" "$root/sql/data/sample-aids.jsonl"
done > "$work/many.jsonl"
guichet_at 1 feed add grand "$work/many.jsonl" > "$work/add" 2>&1 || note "$(cat "$work/add")"
runs=$(of 1 'SELECT COUNT(*) FROM import_log')
guichet_at 1 harvest grand > "$work/first" 2>&1 &
first=$!
sleep 0.7
guichet_at 2 harvest grand > "$work/second" 2>&1
is 'the second says so, and that is no fault' $? 0
matches 'it says that another does it' "$(cat "$work/second")" 'another "guichet harvest" runs'
wait $first
is 'the first ends well' $? 0
has_run() { [ "$(of 3 'SELECT COUNT(*) FROM import_log')" = $((runs + 1)) ]; }
until_true has_run
is 'there was one run' "$(of 3 'SELECT COUNT(*) FROM import_log')" $((runs + 1))
there=$(of 1 "SELECT COUNT(*) FROM aid WHERE source = 'grand'")
[ "$there" -gt 1000 ]
tap "$there aids of it are there" $?
shown() { at front curl -s "http://10.1.0.2$1:8080/aides/?format=xml" | grep -o 'total="[0-9]*"' | head -n 1 | tr -dc 0-9; }
one=$(shown 1)
[ "$one" -gt 1000 ]
tap "machine 1 shows $one aids" $?
is 'machine 2 shows as many' "$(shown 2)" "$one"
