#!/bin/sh
# debian-root.sh ROOT SUITE PACKAGE... - a folder that holds a Debian of that suite
# with these packages, to build in or to install in; as root.  What is there with
# the same packages is left as it is.  Mirrors and proxies are those of this
# machine's apt.
#
# Beside it, SUITE.base is the suite alone, from which others are copied.
set -eu

[ $# -ge 2 ] || { sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2; exit 2; }
mkdir -p "$(dirname "$1")"
root=$(cd "$(dirname "$1")" && pwd)/${1##*/}
suite=$2
shift 2
base=${root%/*}/$suite.base
want="$suite $*"
# Two would spoil each other's; the lock goes with the process.
exec 8> "$root.lock"
flock 8
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8

[ "$(cat "$root/etc/guichet-root" 2> /dev/null)" != "$want" ] || exit 0
[ "$(id -u)" -eq 0 ] || { echo 'debian-root.sh: as root' >&2; exit 1; }

# Where this machine's apt takes Debian from: an address and a suite a line.
codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 'Created-By: Packages' |
    sort -u | awk -v of="$codename" -v suite="$suite" '
	$2 == of || index($2, of "-") == 1 {
		sub("^" of, suite, $2); print "deb", $1, $2, "main" }' \
    > "$root.list"
mirror=$(awk -v suite="$suite" '$3 == suite { print $2; exit }' "$root.list")
[ -n "$mirror" ] || {
	echo "debian-root.sh: apt has no mirror of Debian" >&2
	exit 1
}

# inside ROOT COMMAND...: mounts end with the command.
inside() {
	unshare --mount --pid --fork --kill-child sh -c '
		mount -t proc proc "$1/proc" && exec chroot "$@"' sh "$@"
}

log=$root.log
trap 'status=$?; [ $status -eq 0 ] || tail -n 5 "$log" >&2' EXIT
if [ ! -e "$base/etc/debian_version" ]; then
	rm -rf "$base.new"
	debootstrap --variant=minbase --include=ca-certificates "$suite" \
	    "$base.new" "$mirror" > "$log" 2>&1
	mv "$base.new" "$base"
fi
rm -rf "$root"
cp -a "$base" "$root"
mv "$root.list" "$root/etc/apt/sources.list"
apt-config dump | grep -iE '^Acquire::https?::Proxy' \
    > "$root/etc/apt/apt.conf.d/proxy" || :
# No service is started while packages are installed.
printf '#!/bin/sh\nexit 101\n' > "$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"
{
	inside "$root" apt-get -q update
	inside "$root" apt-get -qy -o Dpkg::Use-Pty=0 upgrade
	inside "$root" apt-get -qy -o Dpkg::Use-Pty=0 \
	    --no-install-recommends install "$@"
} > "$log" 2>&1
rm "$root/usr/sbin/policy-rc.d"
rm -f "$root"/var/cache/apt/archives/*.deb
echo "$want" > "$root/etc/guichet-root"
