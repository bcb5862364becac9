#!/bin/sh
# alone.sh PREFIX - fails, with a word, when this machine has another Guichet than
# the one in PREFIX: both would have the same units, sockets, settings and base.
set -eu

prefix=${1:?a prefix}
case $(dpkg-query -W -f '${db:Status-Status}' guichet 2> /dev/null || :):$prefix in
installed:/usr | [!i]*: | :*) ;;
installed:*)
	echo "the package guichet is on this machine: upgrade it (make deb), or apt remove it" >&2
	exit 1 ;;
esac
other=$(cat /etc/systemd/system/guichet-*@.service \
    /usr/local/lib/systemd/system/guichet-*@.service 2> /dev/null |
    sed -n 's|^ExecStart=\(/.*\)/lib/guichet/.*|\1|p' |
    grep -vxF "$prefix" | head -n 1) || :
[ -z "$other" ] || {
	echo "another Guichet is installed in $other: make uninstall PREFIX=$other first" >&2
	exit 1
}
