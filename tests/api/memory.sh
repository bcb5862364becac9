# memory.sh - the exports take no more memory when it has ten times
# as many aids, and little in any case; a base that is slow has the time that it takes.
# Read by run.sh, after all that looks at its aids.

# used ARGUMENT...: the most memory of guichet bulk, in kB.
used() {
	GUICHET_CONF=$site/etc/guichet.conf \
	    python3 "$root/tests/peak.py" "$build/guichet" bulk "$@" > "$work/used" || echo failed >&2
	cut -d' ' -f2 "$work/used"
}
# used_by_all: of a process that makes territories again too.
used_by_all() {
	rm -f "$site/exports/current/files.facts"
	used --force
}
listed() { jq .count "$site/exports/current/aids.json"; }

few=$(used_by_all) of_few=$(listed)
node "$root/tests/bench/generate.mjs" $((of_few * 12)) "$root/sql/data/sample-aids.jsonl" > "$work/many.jsonl"
guichet import aids --source many "$work/many.jsonl" > "$site/log/many.log" || bail 'the aids were not imported'
many=$(used_by_all) of_many=$(listed)
idle=$(used)
note "$of_few aids: $((few - idle)) kB above an idle process; $of_many: $((many - idle)) kB"
[ "$of_many" -gt $((of_few * 10)) ]
tap 'ten times as many aids are in the files' $?
[ $((many - few)) -lt 3000 ]
tap 'their memory does not grow with them' $?
[ $((many - idle)) -lt 16384 ]
tap 'it is less than 16 MB above an idle process' $?

# As one that reads its tables from the disk: longer than an account may ask by itself.
client -e 'LOCK TABLES aid_json WRITE; SELECT SLEEP(3.5)' > "$work/slow.log" &
slow=$!
sleep 0.5
said=$(guichet bulk --force 2>&1)
is 'a base that is slow is waited for' "$?$(echo "$said" | sed 's/ in .*//')" \
    '0exports made'
wait $slow
finish
