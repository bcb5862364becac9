#!/bin/sh
# demo-asks.sh PORT PROGRAM - waits until a program of the demo on that port answers.
command -v curl > /dev/null || exit 0
for _ in $(seq 20); do
	! curl -s -o /dev/null --fail --max-time 30 "http://127.0.0.1:$1/sante/$2/" ||
	    exit 0
	sleep 1
done
echo "$2 does not answer" >&2
