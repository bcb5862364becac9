#!/bin/sh
# run.sh TEST... - runs unit tests, as many at a time as there are cores, and prints
# their TAP whole, one after another.  What a test logs is shown when it fails.
if [ $# -eq 0 ]; then
	echo 'usage: tests/unit/run.sh build/unit/ROOM/test_NAME...' >&2
	exit 2
fi
if [ "$1" != --one ]; then
	# Those that wait for time to pass first: they cost nothing meanwhile.
	printf '%s\n' "$@" | awk '{ print (/test_(ds|fetch)$/ ? 0 : 1), $0 }' | sort -s -n |
	    cut -d' ' -f2 | xargs -n 1 -P "$(nproc)" "$0" --one
	exit
fi
out=$(CMOCKA_MESSAGE_OUTPUT=TAP "$2" 2> "$2.log")
status=$?
if [ $status -ne 0 ]; then
	out="$out
$(sed 's/^/# /' "$2.log")"
	echo "$out" | grep -q '^not ok' ||
	    out="$out
not ok - it ended with status $status"
fi
exec 9> "$(dirname "$(dirname "$2")")/printing"
flock 9
printf '# %s\n%s\n' "$2" "$out"
exit $status
