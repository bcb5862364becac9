#!/bin/sh
# packages.sh SET... - installs the Debian packages of the sets that are missing,
# and says which.  Sets: run (build and serve), check (tests), api, deb, bench, cluster, doors,
# fuzz, relevance.
#
# Nothing else of the system is touched: services that a package would start are
# not started.
set -eu

run='gcc make pkg-config libc6-dev libmariadb-dev libxml2-dev
libxslt1-dev libstemmer-dev libjansson-dev zlib1g-dev libcmark-dev libcsv-dev
libxlsxwriter-dev libcurl4-openssl-dev libmimalloc-dev libminizip-dev nettle-dev mariadb-server-core mariadb-client-core
nginx s6 xsltproc gettext ca-certificates'
check='mariadb-client libcmocka-dev libxml2-utils fcgiwrap curl openssl jq python3 python3-requests python3-feedparser python3-icalendar
python3-openpyxl python3-rdflib chromium-headless-shell fonts-dejavu-core
valgrind default-jre-headless mandoc clang-format clang-tidy cppcheck shellcheck'
bench='wrk php-fpm php-mysql php-twig xapian-omega xapian-tools g++ libxapian-dev'
doors='apache2-bin lighttpd lighttpd-mod-deflate'
fuzz='clang libclang-rt-dev'
cluster='mariadb-server haproxy'
deb='debootstrap'
api='r-cran-httr r-cran-jsonlite libreoffice-calc-nogui'
relevance='postgresql-15 xapian-omega xapian-tools python3-numpy
    python3-snowballstemmer'

missing=
for set in "$@"; do
	eval "names=\$$set"
	for name in $names; do
		dpkg-query -W -f '${Status}' "$name" 2>/dev/null |
		    grep -q 'ok installed' || missing="$missing $name"
	done
done
# Node's npm fetches the State's design system and the tests' tools; one that
# is there by other means serves as well.
command -v npm > /dev/null || missing="$missing npm"
# Node itself runs the stand-in for Démarches simplifiées.
command -v node > /dev/null || missing="$missing nodejs"
# Any Java runs the HTML validator.
if command -v java > /dev/null; then
	missing=$(echo "$missing" | sed 's/ default-jre-headless//')
fi
[ -n "$missing" ] || exit 0

echo "packages to install:$missing"
root=
if [ "$(id -u)" -ne 0 ]; then
	command -v sudo > /dev/null || {
		echo "as root: apt-get install$missing" >&2
		exit 1
	}
	root=sudo
fi
policy=/usr/sbin/policy-rc.d
ours=
trap '[ -z "$ours" ] || $root rm -f $policy' EXIT
# held yes: no service is started; no: as before.  Not while another apt is waited
# for, whose services are no concern of ours.
held() {
	if [ "$1" = yes ] && [ ! -e $policy ]; then
		printf '#!/bin/sh\nexit 101\n' | $root tee $policy > /dev/null
		$root chmod 755 $policy
		ours=yes
	elif [ "$1" = no ] && [ -n "$ours" ]; then
		$root rm -f $policy
		ours=
	fi
}
# apt ARGUMENT...: another apt or dpkg is waited for, five minutes; apt-get itself
# waits for one of the locks alone, and not when it updates its lists.
apt() {
	told='' end=$(($(date +%s) + 300)) status=1
	while [ $status -ne 0 ]; do
		held yes
		status=0
		said=$($root env LC_ALL=C DEBIAN_FRONTEND=noninteractive \
		    apt-get -qq -y "$@" 2>&1 > /dev/null) || status=$?
		held no
		case $status:$said in
		0:*) continue ;;
		*'ould not get lock'* | *'nable to acquire'* | *'nable to lock'*)
			[ "$(date +%s)" -ge "$end" ] || {
				[ -n "$told" ] ||
				    echo 'another apt or dpkg is at work: waiting for it'
				told=yes
				sleep 2
				continue
			} ;;
		esac
		printf '%s\n' "$said" >&2
		return 1
	done
}
apt update
# A suite that has not the browser without windows has the whole one.
case $missing in
*chromium-headless-shell*)
	apt-cache show chromium-headless-shell > /dev/null 2>&1 ||
	    missing=$(echo "$missing" | sed 's/chromium-headless-shell/chromium/') ;;
esac
# shellcheck disable=SC2086
apt --no-install-recommends install $missing
