#!/bin/sh
# restart.sh FOLDER - gives the demo that runs in FOLDER the programs, stylesheets
# and schema as they are built now: each process ends its answer and another takes
# its place.  The base, nginx and the stand-in for Démarches simplifiées go on.
# From the environment: BUILD, where the programs were built.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "${BUILD:-$here/build}" && pwd)
say() { echo "$*"; }
fail() {
	echo "make restart: $*" >&2
	exit 1
}

pid=$(cat "$1/pid" 2> /dev/null || true)
if [ -z "$pid" ] || ! kill -0 "$pid" 2> /dev/null || [ ! -e "$1/run/ready" ]; then
	fail "no demo runs in $1: start one with make demo, in another terminal," \
	    "or say the port of the one that runs: make restart PORT=8081"
fi
dir=$(cd "$1" && pwd)
export GUICHET_CONF="$dir/etc/guichet.conf" TEXTDOMAINDIR="$build/locale"
guichet() {
	"$build/guichet" "$@" >> "$dir/log/guichet.log" 2>&1 ||
	    fail "guichet $1 failed: $(tail -n 1 "$dir/log/guichet.log")"
}

# Only the start of a demo makes accounts and sockets: a program without them is
# named before "guichet migrate" fails to give its account rights.
programs=$("$here/conf/programs.sh" names program)
for unit in $("$here/conf/programs.sh" units); do
	[ -d "$dir/run/$unit" ] ||
	    fail "$unit is new: stop the demo and start it again"
done

# Schema, rights, lists and facts; then what is rendered ahead.
guichet migrate
if [ "$("$here/conf/sheets-stamp.sh")" != \
    "$(cat "$dir/etc/done-sheets" 2> /dev/null)" ]; then
	guichet index
	"$here/conf/sheets-stamp.sh" > "$dir/etc/done-sheets"
	say 'the parts of pages that are made ahead were rendered again'
fi

# Each answers once by itself first: when one cannot start, those that run stay.
for program in $programs; do
	GATEWAY_INTERFACE=CGI/1.1 REQUEST_METHOD=HEAD REQUEST_URI=/- QUERY_STRING='' \
	    "$build/$program" > /dev/null ||
	    fail "$program does not start, for the reason above: nothing was restarted"
done
for unit in $("$here/conf/programs.sh" units); do
	n=0
	for worker in "$dir/run/$unit"/[0-9]*; do
		s6-svc -wr -T 10000 -t "$worker" ||
		    say "$unit: a process has not ended after 10 s" &
		n=$((n + 1))
	done
	say "$unit: $n processes"
done
wait
for program in $programs; do
	"$here/conf/demo-asks.sh" "$(cat "$dir/run/ready")" "$program"
done
say 'started again, as they are built now'
