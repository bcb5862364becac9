#!/bin/sh
# setup.sh COMMAND - what "guichet setup" asks of the machine, as root; installed
# beside programs.sh, which says what there is to make and to start.
#
#   users          makes the users of the programs
#   accounts DIR   makes base and accounts in the MariaDB of this machine, with
#                  option files in DIR; status 3 when MariaDB does not answer here
#   save DIR FILE  writes the whole base, which the option files in DIR open, to
#                  FILE, compressed, for root alone
#   start          enables and starts what was never enabled, then restarts the
#                  processes one by one: each ends its answer first, and their
#                  socket holds what is asked meanwhile; a job that failed, as one does
#                  whose hour came before the schema was of this version, begins again
#   unused         status 1, and which, when files of web servers of this machine
#                  include files of Guichet: without these no site of theirs would
#                  start; the site of the guide, of Guichet alone, apart
#   reload         has the web servers of this machine that include files of Guichet
#                  read them again; status 1 when one was not told to
#   try            says what these servers find wrong with their files; status 1
#                  when they do
#   idle           says what is enabled and does not run, ten seconds on
#   unread FILE    says whose users, of programs and jobs, cannot read it
#   stop           stops what runs
#
# What an administrator disabled or masked stays so.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
. "$here/say.sh"
wants=/etc/systemd/system
seen=/var/lib/guichet/units

# programs COMMAND: what the list says.
programs() { "$here/programs.sh" "$@"; }

# The job that counts reads the journals of nginx, as all of this group may, and nobody
# else: nginx itself would make them for all to read.  Its workers, which begin them
# anew when they are turned, must get at them.
users() {
	systemd-sysusers guichet.conf
	if [ ! -d /var/log/guichet ] || ! id www-data > /dev/null 2>&1; then return 0; fi
	chgrp adm /var/log/guichet && chmod o+x /var/log/guichet || :
	for log in access count nginx-error; do
		log=/var/log/guichet/$log.log
		[ -e "$log" ] || install -m 640 -o www-data -g adm /dev/null "$log"
	done
	# Of a folder that another could write to, a link may lead anywhere.
	find /var/log/guichet -maxdepth 1 -type f -name '*.log*' \
	    -exec chmod o-rwx {} + || :
}

accounts() {
	# A server that starts is waited for.
	for _ in 1 2 3 4 5; do
		! mariadb -e 'DO 1' 2> /dev/null || break
		[ -S /run/mysqld/mysqld.sock ] || return 3
		sleep 1
	done
	mariadb -e 'DO 1' 2> /dev/null || return 3
	# Without the statement: it has a password.
	said=$("$here/accounts" "$1" | mariadb 2>&1) || {
		printf '%s\n' "$said" | grep '^ERROR' | cut -c 1-80 >&2
		return 1
	}
}

save() { GUICHET_ETC=$1 "$here/backup" save "$2"; }

# first UNIT: enables it, the first time that it is there; then it is the
# administrator's.  Starts it when it is enabled.
first() {
	if [ ! -e "$seen/$1" ]; then
		systemctl --quiet enable "$1"
		mkdir -p "$seen"
		: > "$seen/$1"
	fi
	! systemctl --quiet is-enabled "$1" || systemctl start "$1"
}

# The instances that are enabled; those that run too.
enabled() {
	for link in "$wants"/*.wants/"guichet-$1@"*.service; do
		[ ! -L "$link" ] || echo "${link##*/}"
	done
}
instances() {
	{
		enabled "$1"
		systemctl --plain --no-legend list-units --state=active \
		    "guichet-$1@*.service" | awk '{ print $1 }'
	} | sort -u
}

start() {
	systemctl daemon-reload
	for name in $(programs units); do
		first "guichet-$name.socket"
		if [ -z "$(enabled "$name")" ] &&
		    systemctl --quiet is-enabled "guichet-$name.socket"; then
			for i in $(seq "$(programs workers "$name")"); do
				systemctl --quiet enable "guichet-$name@$i.service"
			done
		fi
		for unit in $(instances "$name"); do
			systemctl restart "$unit"
		done
	done
	for name in $(programs names job); do
		had=$(ls "$seen/guichet-$name.timer" 2> /dev/null) || :
		first "guichet-$name.timer"
		! systemctl --quiet is-failed "guichet-$name.service" ||
		    systemctl start --no-block "guichet-$name.service"
		# What it leaves for all to read is there from the beginning.
		[ -n "$had" ] || [ -z "$(programs get "$name" state)" ] ||
		    systemctl start "guichet-$name.service" || :
	done
}

# What is not enabled, and comments, include nothing.
includes() {
	grep -RlsE '^[^#]*/share/guichet/' --exclude='*.off' \
	    --exclude-dir='*-available' /etc/nginx /etc/apache2 /etc/lighttpd || :
}
unused() {
	others=$(includes | grep -vxF /etc/nginx/conf.d/guichet.conf | tr '\n' ' ')
	[ -n "$others" ] || return 0
	say "guichet: le paquet reste, car son serveur web ne démarrerait plus, ni ses autres sites : y retirer les lignes qui nomment /usr/share/guichet, ou désactiver le site, dans ${others% }" \
	    "guichet: the package stays, for its web server would not start again, nor would its other sites: remove the lines that name /usr/share/guichet, or disable the site, in ${others% }" >&2
	return 1
}
servers() { includes | cut -d/ -f3 | sort -u; }

# try_one SERVER
try_one() {
	case $1 in
	nginx) nginx -t -q ;;
	apache2) apache2ctl -t ;;
	lighttpd) lighttpd -tt -f /etc/lighttpd/lighttpd.conf ;;
	esac
}
try() {
	bad=0
	for server in $(servers); do
		said=$(try_one "$server" 2>&1) || { bad=1; echo "$said"; }
	done
	return $bad
}

# One that does not run reads them when it starts.
reload() {
	bad=0
	for server in $(servers); do
		if [ ! -d /run/systemd/system ]; then
			bad=1
		elif systemctl --quiet is-active "$server"; then
			said=$(try_one "$server" 2>&1) &&
			    systemctl reload "$server" || { bad=1; echo "$said" >&2; }
		fi
	done
	return $bad
}

# What ends to begin again, as processes do now and then, has ten seconds to run.
idle() {
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		units=$(idle_now)
		[ -n "$units" ] || return 0
		sleep 1
	done
	echo "$units"
}
idle_now() {
	for name in $(programs units); do enabled "$name"; done |
	    while read -r unit; do
		systemctl --quiet is-active "$unit" || echo "$unit"
	done
	for name in $(programs names job); do
		! systemctl --quiet is-enabled "guichet-$name.timer" ||
		    systemctl --quiet is-active "guichet-$name.timer" ||
		    echo "guichet-$name.timer"
	done
}

unread() {
	for name in $(programs names); do
		! id "guichet-$name" > /dev/null 2>&1 ||
		    runuser -u "guichet-$name" -- test -r "$1" || echo "guichet-$name"
	done
}

stop() {
	for name in $(programs names job); do
		systemctl stop "guichet-$name.timer" "guichet-$name.service"
	done
	for name in $(programs units); do
		systemctl stop "guichet-$name.socket" "guichet-$name@*.service"
	done
}

case ${1:-} in
users | accounts | save | unused | reload | try | unread) "$@" ;;
start | stop | idle) [ ! -d /run/systemd/system ] || "$1" ;;
*) sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2; exit 2 ;;
esac
