#!/bin/sh
# port-free.sh PORT - whether nobody listens on that port of this machine: asked first,
# for a web server would say so last, once all has been built and loaded.
cat /proc/net/tcp /proc/net/tcp6 2> /dev/null | awk -v port="$(printf ':%04X' "$1")" '
	$4 == "0A" && substr($2, length($2) - 4) == port { taken = 1 }
	END { exit taken }' && exit
echo "port $1 is taken, by a demo that runs or by another program: stop it, or choose" \
    "another port, as in make demo PORT=$(($1 + 1))" >&2
exit 1
