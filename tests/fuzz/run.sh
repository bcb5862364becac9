#!/bin/sh
# run.sh MINUTES TARGET... - libFuzzer looks for bytes that end a target, for some
# minutes each.  New files stay in $BUILD/corpus for the next time, and what ends one
# in $BUILD/found.  Prints a line a target; exits 1 when one ended.
minutes=$1
shift
cd "$(dirname "$0")" || exit 1
root=$(cd ../.. && pwd)
build=$(cd "$root/$BUILD" && pwd) || exit 1
mkdir -p "$build/found"
bad=0
for name in "$@"; do
	mkdir -p "$build/corpus/$name"
	"$build/fuzz/$name" -max_total_time=$((minutes * 60)) -timeout=10 \
	    -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1 \
	    "-artifact_prefix=$build/found/$name-" \
	    "$build/corpus/$name" "corpus/$name" > "$build/$name.log" 2>&1
	status=$?
	runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$build/$name.log")
	if [ $status -eq 0 ]; then
		echo "$name: $runs runs, nothing found"
	else
		bad=1
		echo "$name: ended after ${runs:-some} runs: see $build/$name.log"
		grep -m 3 -E 'must hold|ERROR: |runtime error|SUMMARY' "$build/$name.log"
	fi
done
exit $bad
