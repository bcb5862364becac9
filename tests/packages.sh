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
tap 'nginx has the folders that settings name' \
    "$(for pair in CACHE:cache_dir TABLES:tables_dir EXPORTS:exports_dir; do
	    of=$(sed -n "s/^#${pair#*:} = //p" conf/guichet.conf.example)
	    grep -qF "s|@${pair%:*}@|$of|" Makefile || echo "$pair: ${of:-none}"
    done)"
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

site=$work/site.conf
# site_for DEBIAN: what a server says of HTTP/2 there.
site_for() {
	cp conf/nginx-site.conf "$site"
	cp conf/nginx-portal.conf "$site.portal"
	conf/debian/http2.sh "$1" "$site" "$site.portal"
	grep -ohE '^[^#]*(ssl;|http2.*;)' "$site" "$site.portal" | uniq | tr -s '\t\n' ' '
}
tap 'Debian 12 has HTTP/2 as its nginx wants it' \
    "$(site_for 12 | grep -vxE '( listen 443 ssl http2; listen \[::\]:443 ssl http2;){2} ')"
tap 'Debian 13 too' \
    "$(site_for 13 | grep -vxE '( listen 443 ssl; listen \[::\]:443 ssl; http2 on;){2} ')"

# The journals of each server that runs are taken anew.
mkdir -p "$work/pids/apache2"
for server in nginx:USR1 apache2/apache2:USR1 lighttpd:HUP; do
	sh -c 'trap "echo $1 >> \"$2\"; exit" "${1#*:}"; while :; do sleep 0.1; done' \
	    sh "$server" "$work/rotated" &
	echo $! > "$work/pids/${server%:*}.pid"
done
sleep 0.5
sed -n '/postrotate/,/endscript/{/script\|postrotate/d; s|/run/|'"$work/pids/|g; p}" \
    conf/guichet.logrotate > "$work/postrotate"
sh -e "$work/postrotate"
wait
tap 'nginx, Apache and lighttpd each take new journals' \
    "$(sort "$work/rotated" | tr '\n' ' ' |
    grep -vx 'apache2/apache2:USR1 lighttpd:HUP nginx:USR1 ')"
rm -r "$work/pids"
sh -e "$work/postrotate"
tap 'none that runs is no fault' "$([ $? -eq 0 ] || echo fails)"

# Scripts of the packages, over a machine in a folder.
machine=$work/machine
# script FILE: that script, by whose paths nothing outside that folder is touched.
script() {
	sed -E "s,(^|[[:blank:]\"=])/(etc|run|usr|var)/,\1$machine/\2/,g; /^#DEBHELPER#/d" \
	    "$1" > "$work/script"
	! sed -E "s,$machine/,,g; /^ *#/d" "$work/script" |
	    grep -qE '[ "=]/(etc|run|usr|var)/[^ ]*' ||
	    { echo "paths outside: $1"; return 1; }
}
# run_script NAME ARGUMENT...: its words in $said, its status in $left.
run_script() {
	script "conf/debian/$1" || { said="not run" left=99; return; }
	shift
	said=$(LANGUAGE=en PATH=$work/bin:$PATH sh "$work/script" "$@" 2>&1)
	left=$?
}
for name in mariadb nginx dpkg-query; do
	printf '#!/bin/sh\nexit 1\n' > "$work/bin/$name"
	chmod +x "$work/bin/$name"
done
for place in nginx/conf.d nginx/sites-available apache2/sites-available \
    apache2/sites-enabled lighttpd guichet; do
	mkdir -p "$machine/etc/$place"
done
mkdir -p "$machine/usr/lib/guichet"
script conf/setup.sh
install "$work/script" "$machine/usr/lib/guichet/setup"
cp conf/say.sh "$machine/usr/lib/guichet"
echo "include $machine/usr/share/guichet/nginx-http.conf;" \
    > "$machine/etc/nginx/conf.d/guichet.conf"
echo "# Include $machine/usr/share/guichet/apache-server.conf" \
    > "$machine/etc/apache2/apache2.conf"
echo "Include $machine/usr/share/guichet/apache-server.conf" \
    > "$machine/etc/apache2/sites-available/aides.conf"
ln -s ../sites-available/aides.conf "$machine/etc/apache2/sites-enabled/aides.conf"
run_script guichet.prerm remove
tap 'a site of Apache that includes ours keeps the package, and is named' \
    "$([ $left -eq 1 ] && echo "$said" | grep -q 'stays.*sites-enabled/aides.conf$' &&
    [ -e "$machine/etc/nginx/conf.d/guichet.conf" ] || echo "$left $said")"
rm "$machine/etc/apache2/sites-enabled/aides.conf"
echo "  include \"$machine/usr/share/guichet/lighttpd-server.conf\"" \
    > "$machine/etc/lighttpd/lighttpd.conf"
run_script guichet.prerm remove
tap 'as does one of lighttpd' \
    "$([ $left -eq 1 ] && echo "$said" | grep -q 'in [^ ]*/lighttpd.conf$' ||
    echo "$left $said")"
rm "$machine/etc/lighttpd/lighttpd.conf"
run_script guichet.prerm remove
tap 'that of the guide is set aside, one that is not enabled stays' \
    "$([ $left -eq 0 ] && [ -e "$machine/etc/nginx/conf.d/guichet.conf.off" ] ||
    echo "$left $said")"

mkdir -p "$machine/var/lib/guichet/backup" "$machine/var/lib/guichet/tables"
: > "$machine/var/lib/guichet/backup/guichet-2026-01-01.sql.gz"
echo 'theme = state' > "$machine/etc/guichet/guichet.conf"
run_script guichet-theme-etat.prerm remove
tap 'a theme in use stays, and says why' \
    "$([ $left -eq 1 ] && echo "$said" | grep -q 'stays, for theme is state.*lose their styles' ||
    echo "$left $said")"
printf '#!/bin/sh\necho deinstall\n' > "$work/bin/dpkg-query"
run_script guichet-theme-etat.prerm remove
tap 'unless Guichet goes with it' "$([ $left -eq 0 ] && [ -z "$said" ] || echo "$left $said")"
printf '#!/bin/sh\nexit 1\n' > "$work/bin/dpkg-query"
echo 'theme = neutral' > "$machine/etc/guichet/guichet.conf"
run_script guichet-theme-etat.prerm remove
tap 'another is' "$said"
run_script guichet.postrm purge
tap 'purge deletes no backup, and says where they are' \
    "$([ $left -eq 0 ] && echo "$said" | grep -q 'but for.*/var/lib/guichet/backup$' &&
    [ -e "$machine/var/lib/guichet/backup/guichet-2026-01-01.sql.gz" ] ||
    echo "$left $said")"
tap 'and the rest' "$(for path in etc/guichet var/lib/guichet/tables; do
	[ ! -e "$machine/$path" ] || echo "is there: $path"; done)"
rm -r "$machine/var/lib/guichet/backup"
mkdir "$machine/var/lib/guichet/tables"
run_script guichet.postrm purge
tap 'all of it when there is none' \
    "$([ ! -e "$machine/var/lib/guichet" ] || echo "$said")"
run_script guichet.preinst upgrade 2.0 1.0
tap 'an older version is refused, and what is advised deletes nothing' \
    "$([ $left -eq 1 ] && echo "$said" | grep -q 'guichet-install(7)' &&
    ! echo "$said" | grep -q purge || echo "$left $said")"

echo "1..$n"
exit $bad
