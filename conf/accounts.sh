#!/bin/sh
# accounts.sh FOLDER [SOCKET] - Guichet's base and its accounts in MariaDB, each
# with a password of its own.  Prints the SQL that makes them, and puts the
# passwords in two option files; as root, on a server:
#
#	accounts.sh /etc/guichet | mariadb
#
#   FOLDER/database.cnf   the account of each program and job of the list programs,
#                         beside this file; read by the group guichet
#   FOLDER/owner.cnf      the owner of the schema, read by root only: a program
#                         that reads database.cnf passes over what it may not open
#
# It may be run again: an account that has a password in these files keeps it, and
# the SQL gives it that password again, so that a run that was cut short is mended
# by the next.  An account that was written by hand, for a base on another machine,
# has no socket: nothing is said of it.  To change a password, remove its group from
# database.cnf, or owner.cnf.
set -eu

case ${1:-} in
'' | -*)
	echo 'usage: accounts FOLDER [SOCKET], as in: accounts /etc/guichet | mariadb' >&2
	exit 2 ;;
esac
dir=$(cd "$1" && pwd)
list=$(dirname "$0")/programs
socket=${2:-/run/mysqld/mysqld.sock}
umask 077

word() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }

# group NAME PASSWORD: what an option file says of an account.
group() {
	printf '[%s]\nsocket=%s\nuser=%s\npassword=%s\ndatabase=guichet\n' \
	    "$1" "$socket" "$1" "$2"
}

# known FILE NAME: the password of an account here; nothing when it is elsewhere.
known() {
	awk -v name="[$2]" '
	/^\[/ { mine = $0 == name }
	mine && sub(/^socket=/, "") { here = 1 }
	mine && sub(/^password=/, "") { word = $0 }
	END { if (here) print word }' "$1"
}

# put FILE: what is read becomes that file whole, or not at all.
put() {
	cat > "$1.new"
	mv "$1.new" "$1"
}

if [ ! -e "$dir/owner.cnf" ]; then
	group guichet "$(word)" | put "$dir/owner.cnf"
fi
password=$(known "$dir/owner.cnf" guichet)
[ -z "$password" ] || cat <<-SQL
	CREATE DATABASE IF NOT EXISTS guichet
	    CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
	CREATE USER IF NOT EXISTS guichet@localhost IDENTIFIED BY '$password';
	ALTER USER guichet@localhost IDENTIFIED BY '$password';
	GRANT ALL ON guichet.* TO guichet@localhost WITH GRANT OPTION;
	SQL
[ -e "$dir/database.cnf" ] ||
    echo "!include $dir/owner.cnf" | put "$dir/database.cnf"
for name in $(sed -n 's/^\[\(.*\)\]$/guichet-\1/p' "$list"); do
	if ! grep -qxF "[$name]" "$dir/database.cnf"; then
		{
			group "$name" "$(word)"
			cat "$dir/database.cnf"
		} | put "$dir/database.cnf"
	fi
	password=$(known "$dir/database.cnf" "$name")
	[ -z "$password" ] || cat <<-SQL
	CREATE USER IF NOT EXISTS '$name'@localhost IDENTIFIED BY '$password';
	ALTER USER '$name'@localhost IDENTIFIED BY '$password'
	    WITH MAX_STATEMENT_TIME 2;
	SQL
done
if getent group guichet > /dev/null; then
	chgrp guichet "$dir/database.cnf" && chmod 640 "$dir/database.cnf"
fi 2> /dev/null || :
