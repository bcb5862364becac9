#!/bin/sh
# run.sh SUITE - the packages of a suite, installed on machines of that suite whose
# systemd is process 1, beside a site of nginx and other bases of MariaDB, by the
# commands of the guide, guichet-install(7), as they are written.  Prints TAP.
#
# "make check-deb" built the packages.  From the environment: BUILD; FULL, not empty:
# they are built again, and upgrades are cut short everywhere; ONLY, a pattern of the
# names of tests/deb/[0-9]*.sh.
cd "$(dirname "$0")" || exit 1
root=$(cd ../.. && pwd)
build=$(cd "$root/${BUILD:-build}" 2> /dev/null || cd "${BUILD:-build}" && pwd) ||
    exit 1
suite=${1:?a suite}
work=$build/check/deb-$suite
packages=$build/deb/$suite
mkdir -p "$work"
LANGUAGE=en
export LANGUAGE
n=0 bad=0
. ./host.sh

# tap NAME STATUS; is NAME GOT WANT; matches NAME TEXT PATTERN: one test.
tap() {
	n=$((n + 1))
	if [ "$2" -eq 0 ]; then
		echo "ok $n - $suite: $1"
	else
		echo "not ok $n - $suite: $1"
		bad=1
	fi
}
note() { printf '%s\n' "$*" | cut -c1-300 | tail -n 15 | sed 's/^/# /'; }
is() {
	[ "$2" = "$3" ] || note "got \"$2\", want \"$3\""
	[ "$2" = "$3" ]
	tap "$1" $?
}
matches() {
	printf '%s\n' "$2" | grep -qE -- "$3"
	status=$?
	[ $status -eq 0 ] || note "\"$3\" is not in: $2"
	tap "$1" $status
}

# A machine without these rights, or not of Debian, tests nothing of it.
if [ "$(id -u)" -ne 0 ] || ! command -v debootstrap > /dev/null ||
    ! grep -qw overlay /proc/filesystems || [ -z "$(host_cgroup x)" ]; then
	echo '1..0 # SKIP it takes root, debootstrap, overlayfs and cgroup2'
	exit 0
fi
deb=$(echo "$packages"/guichet_*_*.deb)
theme=$(echo "$packages"/guichet-theme-etat_*.deb)
[ -e "$deb" ] || { echo "Bail out!  no package in $packages: make deb"; exit 1; }
trap hosts_drop EXIT
trap 'exit 1' INT TERM HUP PIPE

# ---- a machine with a site and a base of its own ----

# What the packages want is there already, for machines have no network.
depends=$(dpkg-deb -f "$deb" Depends | tr ',' '\n' | sed 's/([^)]*)//; s/|.*//' |
    tr -d ' ')
# shellcheck disable=SC2086 # a list of names
"$root/conf/debian-root.sh" "$build/deb/root/$suite.host" "$suite" systemd \
    systemd-sysv dbus nginx mariadb-server curl openssl iproute2 $depends || exit 1
aids=$root/../shared/data/aids/aids-merged.jsonl.gz
[ -e "$aids" ] || aids=$root/sql/data/sample-aids.jsonl

# certificate NAME DAYS: of that name on the machine, as of an authority that it knows.
certificate() {
	openssl req -x509 -newkey rsa:2048 -nodes -days "$2" -subj "/CN=$1" \
	    -addext "subjectAltName=DNS:$1" -keyout "$files/etc/ssl/private/$1.key" \
	    -out "$files/etc/ssl/certs/$1.pem" 2> /dev/null
	cat "$files/etc/ssl/certs/$1.pem" >> "$files/etc/ssl/certs/ca-certificates.crt"
}
# machine NAME [LAYER]: a new one, with what an administrator has at hand.
machine() {
	host_new "$1" "${2:+$2:}$build/deb/root/$suite.host" || exit 1
	files=$work/$1/root
	cp "$deb" "$theme" "$files/root/"
	gzip -c < "$aids" > "$files/root/aides.json.gz"
	case $aids in *.gz) cp "$aids" "$files/root/aides.json.gz" ;; esac
	echo '127.0.0.1 NOM autre.example' >> "$files/etc/hosts"
	mkdir -p "$files/etc/ssl/private"
	[ -e "$files/etc/ssl/certs/NOM.pem" ] || certificate NOM 30
	cat > "$files/etc/nginx/conf.d/autre.conf" <<-CONF
	server {
		listen 80 default_server;
		server_name autre.example;
		location / { return 200 "autre site\\n"; }
	}
	CONF
	rm -f "$files/etc/nginx/sites-enabled/default"
	host_start "$1" || { note "$(cat "$work/$1/boot.log")"; exit 1; }
	name=$1
	# What did not start with a busy machine is started again, or says why not.
	on systemctl start mariadb nginx ||
	    { note "$(on journalctl -q --no-pager -u mariadb -u nginx)"; exit 1; }
}
# on COMMAND...: on the machine of the test; in /root.
on() { in_host "$name" sh -c "cd /root && $*"; }

# again VERSION COMMAND THEME: the same packages as that version, guichet_VERSION.deb
# and guichet-theme-etat_VERSION.deb, of which these commands changed the files in
# their folders.
again() {
	for of in guichet guichet-theme-etat; do
		rm -rf "$work/again"
		dpkg-deb -R "$packages"/${of}_*.deb "$work/again"
		(cd "$work/again" && sed -i "s/^Version: .*/Version: $1/
		    s/\(guichet[a-z-]* ([<>=]* \)[^)]*/\1$1/" DEBIAN/control &&
		    case $of in guichet) sh -c "$2" ;; *) sh -c "$3" ;; esac)
		dpkg-deb -b "$work/again" "$files/root/${of}_$1.deb" > /dev/null
	done
}
# What a new version changes: the schema, by a step that programs of before may read
# over, a sheet, a style, a file of nginx.
# shellcheck disable=SC2034 # for the files below
new='printf "%s\n" "-- readers: 018" "CREATE TABLE later (id int PRIMARY KEY);" \
    > usr/share/guichet/sql/schema/990-later.sql
echo "<!-- later -->" >> usr/share/guichet/xsl/lib/page.xsl
cd usr/share/guichet && for file in static/neutral.*.css*; do
	mv "$file" "static/neutral.00000000.css${file#*.css}"; done
echo "add_header Later yes always;" >> nginx-headers.conf
sed -i "s|/neutral\.[0-9a-f]*\.css|/neutral.00000000.css|" manifest'
# shellcheck disable=SC2034 # for the files below
new_theme='cd usr/share/guichet && for file in static/state.*.css*; do
	mv "$file" "static/state.00000000.css${file#*.css}"; done
sed -i "s|/state\.[0-9a-f]*\.css|/state.00000000.css|" manifest-state'
installed() { on "dpkg-query -W -f '\${db:Status-Status}' guichet"; }

# The commands of the guide, a paragraph of them each: how it begins.
guide() {
	awk -v want="$1" '
	/^\.Bd -literal/ { inside = 1; text = ""; next }
	/^\.Ed/ { if (inside && index(text, want) == 1) { printf "%s", text; exit }
		inside = 0 }
	inside { text = text $0 "\n" }' "$root/conf/man/guichet-install.7"
}
page() { on "curl -skL --max-time 10 'https://NOM$1'"; }
style() { page / | grep -o '/static/state\.[0-9a-f]*\.css' | head -n 1; }
status_of() { on "curl -sk --max-time 10 -o /dev/null -w '%{http_code}' 'https://NOM$1'"; }

for file in [0-9]*.sh; do
	case $file in *${ONLY:-}*) . "./$file" ;; esac
done
echo "1..$n"
exit $bad
