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
# What exists is never written over: only accounts that are missing are made, and
# nothing is printed when none is.  To change a password, remove its group from
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

if [ ! -e "$dir/owner.cnf" ]; then
	password=$(word)
	group guichet "$password" > "$dir/owner.cnf"
	cat <<-SQL
	CREATE DATABASE IF NOT EXISTS guichet
	    CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
	CREATE OR REPLACE USER guichet@localhost IDENTIFIED BY '$password';
	GRANT ALL ON guichet.* TO guichet@localhost WITH GRANT OPTION;
	SQL
fi
[ -e "$dir/database.cnf" ] || echo "!include $dir/owner.cnf" > "$dir/database.cnf"
for name in $(sed -n 's/^\[\(.*\)\]$/guichet-\1/p' "$list"); do
	! grep -qxF "[$name]" "$dir/database.cnf" || continue
	password=$(word)
	{
		group "$name" "$password"
		cat "$dir/database.cnf"
	} > "$dir/database.cnf.new"
	mv "$dir/database.cnf.new" "$dir/database.cnf"
	cat <<-SQL
	CREATE OR REPLACE USER '$name'@localhost IDENTIFIED BY '$password'
	    WITH MAX_STATEMENT_TIME 2;
	SQL
done
if getent group guichet > /dev/null; then
	chgrp guichet "$dir/database.cnf" && chmod 640 "$dir/database.cnf"
fi 2> /dev/null || :
