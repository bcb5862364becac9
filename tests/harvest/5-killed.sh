# A run that is killed at any moment took nothing of what it had not ended; the next one
# does it all: the same base as one that nobody disturbed.
times=10
[ -z "${FULL:-}" ] || times=200
folder=$files/killed
mkdir -p "$folder"
# versions N: the aids as they stand after N edits.
version_of() {
	for i in $(seq 40); do
		[ $((i % 7)) -ne $(($1 % 7)) ] || continue
		printf '{"id": 6660%02d, "name": "Aide tuée %s, %s", "description": "<p>Une aide</p>", "perimeter_code": "FRA", "targeted_audiences": ["Communes", "%s"], "financers": ["Porteur %s"], "categories": ["Voirie et réseaux"]}\n' \
		    "$i" "$i" $((i % 3 == $1 % 3 ? $1 : 0)) "$([ $((i % 2)) = 0 ] && echo Départements || echo Régions)" $((i % 5))
	done
}
# What a source has, by its own ids, with every list.
held_of() {
	sql "SELECT a.source_id, a.name, a.status, a.perimeter_id, a.description, a.gone_on IS NULL,
	    (SELECT GROUP_CONCAT(audience_id ORDER BY audience_id) FROM aid_audience x WHERE x.aid_id = a.id),
	    (SELECT GROUP_CONCAT(category_id ORDER BY category_id) FROM aid_category x WHERE x.aid_id = a.id),
	    (SELECT GROUP_CONCAT(b.name ORDER BY position) FROM aid_backer x JOIN backer b ON b.id = x.backer_id WHERE x.aid_id = a.id),
	    (SELECT published FROM aid_index x WHERE x.aid_id = a.id),
	    (SELECT CONCAT(LENGTH(body) > 0) FROM aid_body x WHERE x.aid_id = a.id),
	    (SELECT status FROM aid_json x WHERE x.aid_id = a.id)
	    FROM aid a WHERE a.source = '$1' ORDER BY a.source_id"
}
guichet feed add tuee "$folder/aids.jsonl" grace=0 > /dev/null
guichet feed add calme "$folder/aids.jsonl" grace=0 > /dev/null
# How long a run takes here, in ms.
version_of 9 > "$folder/aids.jsonl"
guichet harvest tuee > /dev/null 2>&1
version_of 10 > "$folder/aids.jsonl"
begun=$(date +%s%3N)
guichet harvest --force tuee > /dev/null 2>&1
lasts=$(($(date +%s%3N) - begun))
ended=0 cut=0
for k in $(seq $times); do
	version_of $((k / 2)) > "$folder/aids.jsonl"
	GUICHET_CONF=$site/etc/guichet.conf "$build/guichet" harvest --force tuee > "$work/killed.log" 2>&1 &
	# From the start to the end of a run.
	sleep "$(awk -v k="$k" -v n="$times" -v ms="$lasts" 'BEGIN { printf "%.3f", (k - 0.5) * ms / n / 1000 }')"
	if kill -9 $! 2> /dev/null; then cut=$((cut + 1)); else ended=$((ended + 1)); fi
	wait $! 2> /dev/null
done
note "$cut runs killed, $ended that had ended"
[ $cut -gt $((times / 3)) ]
tap 'runs were killed' $?
guichet harvest --force tuee > /dev/null 2>&1
is 'the next run: exit 0' $? 0
for k in $(seq 1 $((times / 2))); do
	version_of "$k" > "$folder/aids.jsonl"
	guichet harvest --force calme > /dev/null 2>&1
done
held_of calme | sed 's/calme//' > "$work/calme"
held_of tuee > "$work/tuee"
# Aids that only one of them saw come and go are withdrawn there.
is 'the same aids, with every list' "$(grep -v deleted "$work/tuee")" "$(grep -v deleted "$work/calme")"
is 'the same in the index' "$(sql "SELECT COUNT(*) FROM aid_index i JOIN aid a ON a.id = i.aid_id WHERE a.source = 'tuee' AND i.published")" \
    "$(sql "SELECT COUNT(*) FROM aid WHERE source = 'tuee' AND status = 'published'")"
is 'a run that was killed leaves no row that tells of it' \
    "$(sql "SELECT COUNT(*) FROM import_fault f LEFT JOIN import_log l ON l.id = f.import_id WHERE l.id IS NULL")" 0
