#!/bin/sh
# growth.sh [N...] - what a page of results costs as the catalogue grows: the
# same questions over the corpus and over N aids made of its words (generate.mjs;
# 17000 unless said), one at a time, beside the corpus in the same run.  Each is
# measured in turns, ROUNDS times: the middle one is told, for another program
# of the machine may spoil one.
#
# From the environment: BUILD; AIDS, the corpus (else the merged one, else the
# sample); ROUNDS; SECONDS_EACH, of each measure.  Each N is imported once and kept: on a
# machine of two cores 17000 aids take half a minute, 170000 some five minutes,
# 500 MB for their file and 3 GB for their base.  PAGES=api: those of the API instead,
# and the exports of each catalogue.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$(cd "$root" && cd "${BUILD:-build}" && pwd)
work=$build/growth
seconds=${SECONDS_EACH:-3}
rounds=${ROUNDS:-3}
port=${PORT:-8300}
corpus=${AIDS:-$root/../shared/data/aids/aids-merged.jsonl.gz}
[ -s "$corpus" ] || corpus=$root/sql/data/sample-aids.jsonl
pids=
[ $# -gt 0 ] || set -- 17000
mkdir -p "$work"

stop_all() {
	trap '' INT TERM PIPE
	# shellcheck disable=SC2086
	[ -z "$pids" ] || kill $pids 2> /dev/null || true
	wait
}
trap stop_all EXIT
trap 'exit 1' INT TERM HUP PIPE

# NAME  ADDRESS
questions() {
	if [ "${PAGES:-}" = api ]; then
		cat <<-LIST
		first-page /api/aids/?itemsPerPage=100
		newest-page /api/aids/?order_by=publication-date&itemsPerPage=100
		tenth-page /api/aids/?itemsPerPage=100&page=10
		words-and-place /api/aids/?text=r%C3%A9novation%20%C3%A9nergie&perimeter_codes=79109&itemsPerPage=100
		LIST
		return
	fi
	cat <<-LIST
	two-words-and-place /aides/?keyword=r%C3%A9novation%20%C3%A9nergie&perimeter_codes%5B%5D=79109
	common-words /aides/?keyword=projet%20d%C3%A9veloppement
	common-phrase /aides/?keyword=%22mise%20en%20oeuvre%22
	long-title /aides/?keyword=r%C3%A9novation%20%C3%A9nergie%20des%20b%C3%A2timents%20publics%20de%20la%20commune&perimeter_codes%5B%5D=79
	place-alone /aides/?perimeter_codes%5B%5D=79109
	nothing /aides/?orderBy=relevance
	LIST
}

# site NAME AIDS: a site over those aids, kept for the next time.
site() {
	port=$((port + 1))
	rm -f "$work/$1/run/ready"
	mkdir -p "$work/$1"
	BUILD=$build AIDS=$2 WORKERS=2 sh "$root/conf/demo.sh" "$work/$1" $port \
	    > "$work/$1.log" 2>&1 &
	pids="$pids $!"
	while [ ! -s "$work/$1/run/ready" ]; do
		kill -0 $! 2> /dev/null || { echo "no site, see $work/$1.log" >&2; exit 1; }
		sleep 0.2
	done
}

# spent NAME: processor time of the site's processes that answer, MariaDB's too, in ms.
spent() {
	{
		cat "$work/$1/run/mysql.pid"
		for dir in "$work/$1"/run/search/*[0-9] "$work/$1"/run/api/*[0-9]; do
			s6-svstat -o pid "$dir"
		done
	} | sed 's|.*|/proc/&/stat|' | xargs cat |
	    awk -v tick="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); n += $12 + $13 }
	    END { print n * 1000 / tick }'
}

# ask NAME PORT: p50 and p99 of each question and its processor time, in ms.
ask() {
	questions | while read -r name address; do
		for length in 1 "$seconds"; do
			before=$(spent "$1")
			line=$(BENCH_PATH="$address" BENCH_UNIQUE=format \
			    wrk -t1 -c1 -d"${length}s" -s "$here/wrk.lua" \
			    "http://127.0.0.1:$2/" | sed -n 's/^BENCH //p')
		done
		echo "$name $1 $line $before $(spent "$1")" |
		    awk '{ print $1, $2, $6, $7, ($10 - $9) / $3 }'
	done
}

: > "$work/times"
site corpus "$corpus"
of_corpus=$port
for n in "$@"; do
	[ -s "$work/$n.jsonl" ] || {
		node "$here/generate.mjs" "$n" "$corpus" > "$work/$n.part"
		mv "$work/$n.part" "$work/$n.jsonl"
	}
	echo "growth: $n aids" >&2
	site "$n" "$work/$n.jsonl"
	for _ in $(seq "$rounds"); do
		ask corpus "$of_corpus" >> "$work/times"
		ask "$n" "$port" >> "$work/times"
	done
done
# Of each question and size, the middle of the rounds.
median() {
	sort -k1,2 -k"$1","$1"n "$work/times" | awk -v column="$1" '
	    { key = $1 " " $2; if (key != last) put(); last = key; v[++n] = $column }
	    function put() { if (n) print last, v[int((n + 1) / 2)]; n = 0 }
	    END { put() }'
}
median 3 > "$work/p50"
median 4 > "$work/p99"
median 5 > "$work/cpu"
questions | awk -v sizes="$*" '
    FILENAME ~ /p50$/ { p50[$1, $2] = $3; next }
    FILENAME ~ /p99$/ { p99[$1, $2] = $3; next }
    { order[++m] = $1 }
    END { n = split(sizes, size, " ")
	printf "| question | corpus p50 | p99 ms |"
	for (i = 1; i <= n; i++) printf " %s aids p50 | times | p99 | times |", size[i]
	printf "\n|---|--:|--:|"
	for (i = 1; i <= n; i++) printf "--:|--:|--:|--:|"
	for (k = 1; k <= m; k++) {
		q = order[k]
		printf "\n| %s | %.2f | %.2f |", q, p50[q, "corpus"], p99[q, "corpus"]
		for (i = 1; i <= n; i++)
			printf " %.2f | %.1f | %.2f | %.1f |", p50[q, size[i]],
			    p50[q, size[i]] / p50[q, "corpus"], p99[q, size[i]],
			    p99[q, size[i]] / p99[q, "corpus"]
	}
	print "" }' "$work/p50" "$work/p99" -
[ "${PAGES:-}" = api ] || exit 0
. "$here/api-growth.sh"
report_growth "$@"
