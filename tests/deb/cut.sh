#!/bin/sh
# cut.sh CONDITION - on a machine of these tests: an upgrade, all of whose processes
# are killed as soon as the condition holds; 1 when it ends before.  "last" is the
# last file of the package, under the name that it has until all are there.
cd /root || exit 1
last=$(dpkg-deb -c guichet_9.0.deb | awk '/^-/ { f = $6 } END { print substr(f, 2) }')
last=$last.dpkg-new
rm -f ended log
(
	systemd-run --quiet --scope --unit=cut apt install -y ./guichet*.deb > log 2>&1
	: > ended
) &
until eval "$1"; do
	[ ! -e ended ] || exit 1
done
systemctl kill --signal=KILL cut.scope
wait
