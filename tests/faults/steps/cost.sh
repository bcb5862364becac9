# A line of a table, an entry of a feed, an event of a calendar costs a program no
# more than a card does: they were made when the aid changed.

for unit in search search-files; do
	for worker in "$site/run/$unit"/[0-9]*; do
		sed -i 's|^exec |exec env GUICHET_TIMING=1 |' "$worker/run"
		s6-svc -wr -T 5000 -r "$worker"
	done
done
# least PATH: the least time of twenty, in µs.
least() {
	together 20 "$base$1&page[%n]=1" --parallel-max 1 -D - | sed -n 's/^Server-Timing:.*all;dur=\([0-9]*\)\.\([0-9]*\).*/\1\2/p' |
	    sort -n | sed -n 2p
}
aids=$(total '')
cards=18
[ "$aids" -ge $cards ] || cards=$aids
page=$(least '/aides/?orderBy=publication-date')
for format in csv atom ics; do
	lines=$aids
	[ $format != atom ] || [ "$aids" -lt 100 ] || lines=100
	file=$(least "/aides/?orderBy=publication-date&format=$format")
	note "$format: ${file:-0} µs for $lines, a page ${page:-0} µs for $cards"
	# What a page costs besides its cards, the file may too.
	awk -v f="${file:-999999999}" -v n="$lines" -v p="$page" -v c="$cards" \
	    'BEGIN { exit !(f <= p + p / c * n) }'
	tap "$format: a line costs no more than a card" $?
done
for unit in search search-files; do
	for worker in "$site/run/$unit"/[0-9]*; do
		sed -i 's|^exec env GUICHET_TIMING=1 |exec |' "$worker/run"
		s6-svc -wr -T 5000 -r "$worker"
	done
done
