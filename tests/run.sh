#!/bin/sh
# run.sh NAME=COMMAND... - runs test commands that print TAP and counts their
# lines.  Ends with "N passed, N failed, N skipped"; exits 1 when one failed, or
# when a command ended badly without saying why.
all=$(mktemp)
trap 'rm -f "$all" "$all.one"' EXIT
passed=0
failed=0
skipped=0

count() { grep -cE "$1" "$all.one"; }

for pair in "$@"; do
	name=${pair%%=*}
	echo "# --- $name"
	sh -c "${pair#*=}" > "$all.one" 2> "$all"
	status=$?
	grep -vE '^(ok|[0-9]+\.\.|TAP )' "$all.one"
	skip=$(count '^(ok.*|[0-9]+\.\.0 .*)# (SKIP|skip)')
	ok=$(($(count '^ok') - $(count '^ok.*# (SKIP|skip)')))
	bad=$(count '^not ok')
	if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then
		bad=1
		echo "not ok - $name ended with status $status"
	fi
	if [ "$((ok + bad + skip))" -eq 0 ]; then
		bad=1
		echo "not ok - $name tested nothing"
	fi
	[ "$bad" -eq 0 ] || tail -n 30 "$all" | sed 's/^/# /'
	echo "# $name: $ok passed, $bad failed, $skip skipped"
	passed=$((passed + ok))
	failed=$((failed + bad))
	skipped=$((skipped + skip))
done

if [ "$skipped" -gt 0 ]; then
	echo "$passed passed, $failed failed, $skipped skipped"
else
	echo "$passed passed, $failed failed"
fi
[ "$failed" -eq 0 ]
