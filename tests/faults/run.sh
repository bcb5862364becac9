#!/bin/sh
# run.sh - attacks and breakdowns, and what ordinary readers meet meanwhile.  TAP.
#
# "attacks" has a line for each attack, with its bar; steps/NAME.sh plays what is
# no flood of requests, by the functions below and those of lib.sh.  All of it
# happens in a network of its own, where readers and attackers have addresses of
# their own: this machine is exempt from the limits.
#
# In short, each attack lasts some seconds, and only what is plainly wrong fails.
# The lines of "attacks" take turns, half of them for a build.
# With FULL, each is played ROUNDS times (5) of EACH seconds (5), and the median counts.
# Only some: run.sh WORD..., of the names of attacks and steps.
cd "$(dirname "$0")" || exit 1
root=$(cd ../.. && pwd)
# As other suites, whose base is copied.
export GUICHET_TODAY=2026-11-22

# ---- a network of its own ----

if [ -z "${FAULTS_NETWORK:-}" ]; then
	own='--net'
	[ "$(id -u)" -eq 0 ] || own='--net --map-root-user'
	# shellcheck disable=SC2086 # options
	if ! unshare $own ip link set lo up 2> /dev/null; then
		echo '1..0 # SKIP no network namespace, or no ip(8)'
		exit 0
	fi
	# shellcheck disable=SC2086
	FAULTS_NETWORK=yes exec unshare $own ./run.sh "$@"
fi
ip link set lo up
# Every address of these is this machine's.
ip route add local 10.0.0.0/8 dev lo
ip -6 route add local 2001:db8::/32 dev lo 2> /dev/null

. "$root/tests/lib.sh"
command -v node > /dev/null || skip_all 'node is missing'
# networks FIRST N: an address of each of N networks, 10.FIRST.1.1 and on.
networks() {
	seq "$2" | sed "s|.*|10.$1.&.1|"
}
rounds=${ROUNDS:-$([ -z "${FULL:-}" ] && echo 1 || echo 5)}
seconds=${EACH:-$([ -z "${FULL:-}" ] && echo 1 || echo 5)}
if [ -n "${FULL:-}" ] && [ -f "$root/../shared/data/aids/aids-merged.jsonl.gz" ]; then
	AIDS=$root/../shared/data/aids/aids-merged.jsonl.gz
	export AIDS
fi
WORKERS=${WORKERS:-$((2 * $(nproc)))}
start site
only=$*
# asked NAME: whether it is among those asked for.
asked() {
	[ -n "$only" ] || return 0
	for word in $only; do
		case $1 in *"$word"*) return 0 ;; esac
	done
	return 1
}

# together N URL [CURL'S OPTION...]: asks it N times, many at once, each with its
# number for "%n"; prints the statuses and the seconds.
together() {
	times=$1 of=$2
	shift 2
	seq "$times" | awk -v url="$of" '{ u = url; gsub(/%n/, $1, u)
	    printf "url = \"%s\"\noutput = /dev/null\n", u }' |
	    curl -s -g -Z --parallel-immediate --parallel-max 30 --max-time 60 "$@" \
	    -w '%{http_code} %{time_total}\n' -K - 2> /dev/null
}
# tally: of such lines, "200:12 429:3".
tally() {
	cut -d' ' -f1 | sort | uniq -c |
	    awk '{ printf "%s%s:%d", n++ ? " " : "", $2, $1 }'
}

# ---- floods ----

# p99 OTHERS [PAGE]: of one ordinary reader among as many others, in ms.
p99() {
	# shellcheck disable=SC2046 # addresses
	node client.mjs read "$base" "$seconds" "${2:-}" 10.1.0.1 $(networks 1 "$1") \
	    2> "$work/read.err" | tee -a "$work/read.log" | cut -d' ' -f2
}
# under CONNECTIONS WHAT [PAGE]: the same beside an attack.
under() {
	# shellcheck disable=SC2046
	node client.mjs attack "$base" "$2" $(networks 2 "$1") \
	    > "$work/attack.log" 2>&1 &
	attacker=$!
	sleep 0.5
	p99 0 "${3:-}"
	kill $attacker && wait $attacker
}
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

# lines: those of "attacks" that are asked for: NAME|TIMES|CONNECTIONS|WHAT|PAGE.
# In short, every other one: which, by the build.
lines() {
	turns=1 turn=0 place=0
	[ -n "${FULL:-}$only" ] || { turns=2; turn=$(turn_among 2); }
	sed -e '/^#/d; /^$/d; s/ *| */|/g' attacks | while IFS='|' read -r name rest; do
		place=$((place + 1))
		! asked "$name" || [ $((place % turns)) -ne "$turn" ] || echo "$name|$rest"
	done
}
# play: all of them in turn, in each round beside the same ordinary readers; a line
# of the file "ratios" for each: NAME, ratio, ms, ms beside, and what was answered.
play() {
	for _ in $(seq "$rounds"); do
		page=none
		while IFS='|' read -r name _ connections what of <&3; do
			[ "$page" = "$of" ] || beside=$(p99 12 "$of")
			page=$of
			now=$(under "$connections" "$what" "$of")
			printf '%s\t%s\t%s\t%s\t%s\n' "$name" \
			    "$(awk -v a="${now:-9999}" -v b="${beside:-1}" \
			        'BEGIN { printf "%.2f", a / b }')" \
			    "${now:-9999}" "$beside" "$(cat "$work/attack.log")"
		done 3< "$work/lines"
	done > "$work/ratios"
}

lines > "$work/lines"
# What is read for the first time is no measure.
[ ! -s "$work/lines" ] || { p99 12 > /dev/null && play; }
while IFS='|' read -r name most _ <&3; do
	of=$(awk -F '\t' -v n="$name" '$1 == n' "$work/ratios")
	ratio=$(echo "$of" | cut -f2 | median) ms=$(echo "$of" | cut -f3 | median)
	note "$name: $ratio times, $ms ms; $(echo "$of" | tail -n 1 | cut -f3-)"
	# In short a 99th percentile is one answer, which a busy machine may delay.
	awk -v r="$ratio" -v most="$most" -v ms="$ms" -v full="${FULL:-}" \
	    'BEGIN { exit !(r <= most || (full == "" && ms < 600)) }'
	tap "$name: an ordinary reader's p99 is at most $most times" $?
done 3< "$work/lines"

# ---- breakdowns ----

for step in steps/*.sh; do
	[ -f "$step" ] || continue
	name=${step#steps/}
	! asked "${name%.sh}" || . "./$step"
done
finish
