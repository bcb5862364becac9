#!/bin/sh
# import.sh - how long a corpus of aids takes from its file to a catalogue that is
# ready to search, beside jq that only reads and writes it: in turns, each time
# into a new base of one aid.
#
# From the environment: BUILD; AIDS, the corpus (else the merged one, else the
# sample); ROUNDS; PORT.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$(cd "$root" && cd "${BUILD:-build}" && pwd)
work=$build/import-bench
sample=$root/sql/data/sample-aids.jsonl
aids=${AIDS:-$root/../shared/data/aids/aids-merged.jsonl.gz}
[ -s "$aids" ] || aids=$sample
pid=

stop() {
	[ -z "$pid" ] || kill "$pid" 2> /dev/null || true
	wait
	pid=
}
trap stop EXIT
trap 'exit 1' INT TERM HUP PIPE

# A site whose catalogue has one aid, of the sample.
start() {
	rm -rf "$work"
	mkdir -p "$work"
	head -n 1 "$sample" > "$work/one.jsonl"
	BUILD=$build AIDS=$work/one.jsonl WORKERS=1 \
	    sh "$root/conf/demo.sh" "$work/site" "${PORT:-8380}" \
	    > "$work/site.log" 2>&1 &
	pid=$!
	while [ ! -s "$work/site/run/ready" ]; do
		kill -0 $pid 2> /dev/null || { cat "$work/site.log" >&2; exit 1; }
		sleep 0.2
	done
}

ms() { echo $(($(date +%s%N) / 1000000)); }

for round in $(seq "${ROUNDS:-3}"); do
	start
	before=$(ms)
	GUICHET_CONF=$work/site/etc/guichet.conf "$build/guichet" import aids \
	    "$aids" > "$work/said" 2>&1 || { tail "$work/said" >&2; exit 1; }
	after=$(ms)
	gzip -dcf "$aids" | jq -c . > /dev/null
	read_in=$(($(ms) - after))
	stop
	echo "$round: $(grep -o '[0-9]* added' "$work/said") in" \
	    "$((after - before)) ms, jq reads and writes it in $read_in ms"
done
