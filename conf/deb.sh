#!/bin/sh
# deb.sh BUILD SUITE - builds the Debian packages of the suite in that suite, and
# asks lintian: BUILD/deb/SUITE holds them.  As root, for it keeps a Debian of each
# suite under BUILD/deb/root.
#
# BUILD/assets/.cache holds the State's design system, which "make assets" fetched.
# The version is the changelog's, with that of the suite behind it: 0.9.0+deb12.
set -eu

[ $# -eq 2 ] || { sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "$1" && pwd)
suite=$2
out=$build/deb/$suite
root=$build/deb/root/$suite.build

mkdir -p "$build/deb"
exec 9> "$build/deb/$suite.lock"
flock 9

# What debian/control wants, and lintian.
wants=$(sed -n '/^Build-Depends:/,/^[A-Z][a-z]*-V/p' "$here/conf/debian/control" |
    grep -v '^Standards' | sed 's/^Build-Depends://; s/([^)]*)//g; s/|[^,]*//g;
    s/debhelper-compat/debhelper/' | tr ',' '\n' | tr -d ' ' | grep .)
case $suite in bookworm) wants=$(echo "$wants" | sed 's/systemd-dev/systemd/') ;; esac
# shellcheck disable=SC2086 # a list of names
"$here/conf/debian-root.sh" "$root" "$suite" build-essential $wants lintian

ls "$build"/assets/.cache/gouvfr-dsfr-*.tgz > /dev/null 2>&1 || {
	echo 'make deb: the State'\''s design system is not there: npm or the network is missing' >&2
	exit 1
}
number=$(sed -n 's/^VERSION_ID="\(.*\)"/\1/p' "$root/etc/os-release")
version=$(sed -n '1s/.*(\(.*\)).*/\1/p' "$here/conf/debian/changelog")

# The source is what is built, and no more: nothing of the tests.
rm -rf "$out"
mkdir -p "$out/src/assets"
src=$out/src
(cd "$here" && tar c Makefile LICENSE cgi-bin conf sql xsl) | tar x -C "$src"
cp -r "$here/conf/debian" "$src/debian"
cp "$build"/assets/.cache/gouvfr-dsfr-*.tgz "$src/assets"
sed -i "1s/($version)/($version+deb$number)/; 1s/unstable/$suite/" \
    "$src/debian/changelog"

echo "$suite: building guichet $version+deb$number"
unshare --mount --pid --fork --kill-child sh -c '
	mount -t proc proc "$1/proc" && mkdir -p "$1/build" &&
	    mount --bind "$2" "$1/build" && exec chroot "$1" env -i \
	    PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/build LC_ALL=C.UTF-8 sh -c "
	cd /build/src &&
	    dpkg-buildpackage -us -uc -b -j$(nproc) &&
	    lintian --fail-on error --allow-root ../*.changes"' \
    sh "$root" "$out" > "$out/log" 2>&1 || {
	tail -n 30 "$out/log" >&2
	exit 1
}
rm -rf "$src"
grep -E '^[EW]: ' "$out/log" || :
