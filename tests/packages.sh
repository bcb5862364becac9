#!/bin/sh
# packages.sh - what the Debian packages are made from agrees with the rest, and
# conf/packages.sh waits for its turn.  Prints TAP.  tests/deb builds and installs
# them.  From the environment: BUILD.
cd "$(dirname "$0")/.." || exit 1
build=$(cd "${BUILD:-build}" && pwd) || exit 1
mkdir -p "$build/check"
work=$(mktemp -d "$build/check/packages-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
n=0 bad=0

# tap NAME FAULTS: one test; it passes when there is no fault.
tap() {
	n=$((n + 1))
	if [ -z "$2" ]; then
		echo "ok $n - $1"
	else
		printf '%s\n' "$2" | sed 's/^/# /'
		echo "not ok $n - $1"
		bad=1
	fi
}

tap 'the changelog of packages is of this version' \
    "$(v=$(sed -n 's/^VERSION = //p' Makefile)
    head -n 1 conf/debian/changelog | grep -qF "guichet ($v)" ||
    echo "not $v: $(head -n 1 conf/debian/changelog)")"
# named: what a list names to build with, the compiler left out.
named() { tr -cs 'a-z0-9-' '\n' | grep -E -- '-dev$|^gettext$|^xsltproc$' |
    grep -vxE 'libc6-dev|systemd-dev' | sort -u; }
sed -n "/^run='/,/'/p" conf/packages.sh | named > "$work/run"
sed -n '/^Build-Depends/,/^Standards/p' conf/debian/control | named > "$work/deb"
tap 'packages want what the build does' "$(diff "$work/run" "$work/deb")"

# An apt that another holds twice, then that answers: $work/held says how it went.
mkdir "$work/bin"
printf '#!/bin/sh\nexit 1\n' > "$work/bin/dpkg-query"
cat > "$work/bin/apt-get" <<-'SH'
	#!/bin/sh
	[ -e "$HELD" ] || { : > "$HELD"
	echo 'E: Could not get lock /var/lib/apt/lists/lock.' >&2; exit 100; }
	echo "$*" >> "$HELD"
SH
printf '#!/bin/sh\nexec "$@"\n' > "$work/bin/sudo"
chmod +x "$work/bin/"*
if [ "$(id -u)" -eq 0 ]; then
	said=$(HELD=$work/held PATH=$work/bin:$PATH conf/packages.sh deb 2>&1)
	tap 'packages.sh waits for another apt, with a word' \
	    "$(echo "$said" | grep -q 'is at work: waiting' &&
	    grep -q 'install.* debootstrap' "$work/held" || echo "$said")"
	sed -i "s/lock .var.*lock/find the package/; s/Could not get/Cannot/" \
	    "$work/bin/apt-get"
	rm "$work/held"
	said=$(HELD=$work/held PATH=$work/bin:$PATH conf/packages.sh deb 2>&1)
	tap 'and for nothing else' "$(echo "$said" | grep -q 'Cannot find' &&
	    [ ! -s "$work/held" ] || echo "$said")"
fi
printf '#!/bin/sh\nprintf installed\n' > "$work/bin/dpkg-query"
said=$(PATH=$work/bin:$PATH conf/alone.sh /usr/local 2>&1)
tap 'make install refuses where the package is' \
    "$(echo "$said" | grep -q 'package guichet is on' || echo "got: $said")"
tap 'the package itself does not' "$(PATH=$work/bin:$PATH conf/alone.sh /usr 2>&1)"
printf '#!/bin/sh\nexit 1\n' > "$work/bin/dpkg-query"
tap 'nor a machine without it' "$(PATH=$work/bin:$PATH conf/alone.sh /usr/local 2>&1)"

echo "1..$n"
exit $bad
