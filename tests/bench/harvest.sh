#!/bin/sh
# harvest.sh - how long a site takes to have the catalogue of another Guichet of N aids, by
# its API: the first time; when nothing changed; when one aid of a hundred did.  Each with
# its memory, beside jq that only reads the same aids.
#
# From the environment: BUILD; AIDS, the corpus whose words they are made of (else the
# merged one, else the sample); N, 17000 unless said; PORT, the first of two.
set -eu
export LC_ALL=C.UTF-8 LANGUAGE=en

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$(cd "$root" && cd "${BUILD:-build}" && pwd)
work=$build/harvest-bench
sample=$root/sql/data/sample-aids.jsonl
aids=${AIDS:-$root/../shared/data/aids/aids-merged.jsonl.gz}
[ -s "$aids" ] || aids=$sample
n=${N:-17000} port=${PORT:-8390}
pids=

stop() {
	# shellcheck disable=SC2086 # several
	[ -z "$pids" ] || kill $pids 2> /dev/null || true
	wait
}
trap stop EXIT
trap 'exit 1' INT TERM HUP PIPE

# site NAME PORT AIDS: a site of these aids, ready.
site() {
	BUILD=$build AIDS=$3 WORKERS=1 sh "$root/conf/demo.sh" "$work/$1" "$2" > "$work/$1.log" 2>&1 &
	pids="$pids $!"
	while [ ! -s "$work/$1/run/ready" ]; do
		kill -0 $! 2> /dev/null || { cat "$work/$1.log" >&2; exit 1; }
		sleep 0.2
	done
}
of() { name=$1; shift; GUICHET_CONF=$work/$name/etc/guichet.conf "$@"; }
# harvest WHAT: a run; what it did, in how long, with how much memory.
harvest() {
	peak=$(of client python3 "$root/tests/peak.py" "$build/guichet" harvest autre)
	of client "$build/guichet" harvest log autre | sed -n "1s/.*added/$1: added/p"
	echo "$peak" | awk '{ printf "\t%s s, %.0f MB\n", $1, $2 / 1024 }'
}

rm -rf "$work"
mkdir -p "$work"
node "$here/generate.mjs" "$n" "$aids" > "$work/all.jsonl"
head -n 1 "$sample" > "$work/one.jsonl"
site server "$port" "$work/all.jsonl"
site client $((port + 1)) "$work/one.jsonl"
before=$(date +%s%N)
jq -c . "$work/all.jsonl" > /dev/null
echo "jq reads and writes $n aids in $((($(date +%s%N) - before) / 1000000)) ms"
of client "$build/guichet" feed add autre "http://localhost:$port/api/aids/" private=1 > /dev/null
harvest 'the first time'
harvest 'nothing changed'
head -n $((n / 100)) "$work/all.jsonl" | sed 's/"name": *"/&Autre /' > "$work/some.jsonl"
of server "$build/guichet" import aids "$work/some.jsonl" > /dev/null 2>&1
harvest 'one of a hundred changed'
