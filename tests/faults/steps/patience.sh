# One answer that is slow fails alone; and a base that is slow when processes start is
# waited for before they take requests.

# locked TABLE SECONDS: nobody reads it meanwhile.
locked() {
	sql "LOCK TABLES $1 WRITE; SELECT SLEEP($2)" > /dev/null &
	lock=$!
	until_true eval "sql 'SHOW PROCESSLIST' | grep -q '$1.*SLEEP\|User sleep'"
}

locked aid_old_slug 5
together 6 "$base/aides/lente-%n/" > "$work/slow" &
slow=$!
for turn in $(seq 30); do
	together 4 "$base/aides/?keyword=lente$turn%n"
	sleep 0.1
done > "$work/others"
wait $slow
is 'slow answers: they say so' "$(tally < "$work/slow")" 503:6
is 'slow answers: other pages are as before' "$(tally < "$work/others")" 200:120
wait $lock

locked place_word 7
for unit in search prefill; do
	for worker in "$site/run/$unit"/[0-9]*; do
		s6-svc -wr -T 5000 -r "$worker" &
		restarts="${restarts:-} $!"
	done
done
# shellcheck disable=SC2086 # several
wait $restarts
is 'processes that start while the base is slow: the first places' \
    "$(together 12 "$base/territoires/?q=nior%n" | tally)" 200:12
wait $lock
