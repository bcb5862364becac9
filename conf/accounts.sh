#!/bin/sh
# accounts.sh FOLDER [SOCKET] - Guichet's base and its accounts in MariaDB, each
# with a password of its own.  Prints the SQL that makes them, and puts the
# passwords in two option files; as root, on a server:
#
#	accounts.sh /etc/guichet | mariadb
#
#   FOLDER/database.cnf   the account of each program, read by the group guichet
#   FOLDER/owner.cnf      the owner of the schema, read by root only: a program
#                         that reads database.cnf passes over what it may not open
#
# Files that exist are never written over: remove them to change the passwords.
set -eu

[ $# -ge 1 ] || { echo 'usage: accounts.sh FOLDER [SOCKET]' >&2; exit 2; }
dir=$(cd "$1" && pwd)
socket=${2:-/run/mysqld/mysqld.sock}
for file in owner database; do
	[ ! -e "$dir/$file.cnf" ] || {
		echo "accounts.sh: $dir/$file.cnf exists; remove it to change" \
		    'the passwords' >&2
		exit 1
	}
done
umask 077

word() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }

# group NAME PASSWORD: what an option file says of an account.
group() {
	printf '[%s]\nsocket=%s\nuser=%s\npassword=%s\ndatabase=guichet\n' \
	    "$1" "$socket" "$1" "$2"
}

owner=$(word) search=$(word)
group guichet "$owner" > "$dir/owner.cnf"
{
	group guichet-search "$search"
	echo "!include $dir/owner.cnf"
} > "$dir/database.cnf"
if getent group guichet > /dev/null; then
	chgrp guichet "$dir/database.cnf" && chmod 640 "$dir/database.cnf"
fi 2> /dev/null || :

cat <<SQL
CREATE DATABASE IF NOT EXISTS guichet
    CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
CREATE OR REPLACE USER guichet@localhost IDENTIFIED BY '$owner';
GRANT ALL ON guichet.* TO guichet@localhost WITH GRANT OPTION;
CREATE OR REPLACE USER 'guichet-search'@localhost IDENTIFIED BY '$search'
    WITH MAX_STATEMENT_TIME 2;
SQL
