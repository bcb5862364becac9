# asked.sh - lists that are asked in their order, a piece at a time: communes
# that nobody asked, mixed pages.  Read by run.sh.

# load_part URL UNIQUE: the same for as long as a round's share of the communes
# takes, so that the rounds ask for all of them.
load_part() {
	part=$(($(cat "$work/asked-so-far") + $(wc -l < "$work/every-commune") / rounds))
	: > "$work/part"
	while [ "$(cat "$work/asked-so-far")" -lt "$part" ]; do
		load "$1" "$2" "$seconds" $connections >> "$work/part"
	done
	awk '{ for (i = 1; i <= 6; i++) n[i] += $i }
	    END { print n[1], n[2], n[3] / NR, n[4] / NR, n[5] / NR, n[6] / NR }' \
	    "$work/part"
}

# Pages of all kinds from every process: the communes that were not asked yet,
# questions, aids and a table now and then.
write_mixed() {
	{
		tail -n "$mixed" "$work/communes-asked" | sed 's/$/ 0/'
		cat "$work/questions" "$work/aids"
		sed 's/.*=/\/territoires\/?q=/' "$work/questions"
		sed -n '1~10s/$/\&format=atom/p' "$work/questions"
	} | awk '{ print (($2 == "0") ? NR : (NR * 7919) % '"$mixed"'), $1 }' |
	    sort -n | cut -d' ' -f2 > "$work/mixed"
}
# measure_mixed: asks so many of them, in their order.
measure_mixed() {
	say "memory after $mixed mixed questions"
	write_mixed
	echo 0 > "$work/asked-so-far"
	while [ "$(cat "$work/asked-so-far")" -lt "$mixed" ]; do
		load "$bare/" "=$work/mixed" 5 $connections > /dev/null
	done
}
