#!/bin/sh
# run.sh NAME=COMMAND... - runs suites, commands that print TAP, and counts their
# tests.  Some run side by side; what a suite says is printed whole when it ends.
# Ends with "N passed, N failed, N skipped"; exits 1 when a test failed, and when
# a suite ended badly without saying why, was cut short, or tested nothing.
#
# From the environment: JOBS, how many suites run at a time, three more than there are
# cores unless it is said, for half of the time they wait; PORTS, the first of a
# hundred: a suite has twenty of them to itself.
jobs=${JOBS:-$(($(nproc) + 3))}
[ "$jobs" -le 5 ] || jobs=5
work=$(mktemp -d) || exit 1
slots=
trap 'rm -rf "$work"' EXIT
trap 'kill $slots 2> /dev/null; wait; exit 1' INT TERM HUP

# count PATTERN FILE: how many lines of it are so.
count() { grep -cE "$1" "$2"; }

# used: the seconds of processor time between the two times of the suite in "$suite".
used() {
	awk 'FNR == 2 { gsub(/[ms]/, " "); sum = 60 * ($1 + $3) + $2 + $4 - sum }
	    END { print int(sum) }' "$suite/before" "$suite/after"
}

# report NAME STATUS SECONDS: prints what the suite in "$suite" said, and writes
# its counts: passed, failed, skipped.
report() {
	out=$suite/out
	echo "# --- $1"
	grep -vE '^(ok|[0-9]+\.\.|TAP )' "$out"
	skipped=$(count '^(ok.*|1\.\.0 .*)# (SKIP|skip)' "$out")
	ran=$(count '^(not )?ok' "$out")
	failed=$(count '^not ok' "$out")
	passed=$((ran - failed - $(count '^ok.*# (SKIP|skip)' "$out")))
	planned=$(sed -n 's/^1\.\.\([0-9][0-9]*\).*/\1/p' "$out" | paste -sd+)
	fault=
	if [ "$2" -ne 0 ] && [ "$failed" -eq 0 ]; then
		fault="ended with status $2"
	elif [ $((ran + skipped)) -eq 0 ]; then
		fault='tested nothing'
	elif [ "$((${planned:-0}))" -ne "$ran" ]; then
		fault="planned $((${planned:-0})) tests, ran $ran"
	fi
	if [ -n "$fault" ]; then
		echo "not ok - $1 $fault"
		failed=$((failed + 1))
	fi
	[ "$failed" -eq 0 ] || tail -n 30 "$suite/err" | sed 's/^/# /'
	echo "# $1: $passed passed, $failed failed, $skipped skipped, $3 s, $(used) s of processor"
	echo "$passed $failed $skipped" > "$suite/counts"
}

# slot N NAME=COMMAND...: runs the suites that no other slot has taken, in order.
# Each is a process group of its own, to be stopped whole.  The first slot goes before
# the others, for it begins with the longest suite, which would else end last and alone.
slot() {
	export PORTS=$((${PORTS:-8100} + ($1 - 1) * 20))
	after=$(($1 > 1 ? 5 : 0))
	shift
	trap '[ -z "$pid" ] || kill -- "-$pid" 2> /dev/null; exit 1' TERM
	for pair in "$@"; do
		suite=$work/${pair%%=*}
		mkdir "$suite" 2> /dev/null || continue
		began=$(date +%s)
		times > "$suite/before"
		setsid nice -n $after sh -c "${pair#*=}" > "$suite/out" 2> "$suite/err" &
		pid=$!
		wait $pid
		status=$? pid=
		times > "$suite/after"
		{
			flock 9
			report "${pair%%=*}" $status $(($(date +%s) - began))
		} 9> "$work/printing"
	done
}

for n in $(seq "$jobs"); do
	slot "$n" "$@" &
	slots="$slots $!"
done
wait

all_passed=0 all_failed=0 all_skipped=0 broken=
for pair in "$@"; do
	name=${pair%%=*}
	if ! read -r passed failed skipped 2> /dev/null < "$work/$name/counts"; then
		echo "not ok - $name was not run to its end"
		passed=0 failed=1 skipped=0
	fi
	[ "$failed" -eq 0 ] || broken="$broken $name"
	all_passed=$((all_passed + passed))
	all_failed=$((all_failed + failed))
	all_skipped=$((all_skipped + skipped))
done
[ -z "$broken" ] || echo "# failed:$broken"
if [ "$all_skipped" -gt 0 ]; then
	echo "$all_passed passed, $all_failed failed, $all_skipped skipped"
else
	echo "$all_passed passed, $all_failed failed"
fi
[ "$all_failed" -eq 0 ]
