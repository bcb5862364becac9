#!/bin/sh
# accounts.sh FOLDER [SOCKET|HOST] - Guichet's base and its accounts in MariaDB: one
# for each program and job that programs.sh, beside this file, lists, and one for the
# owner of the schema.  Prints the SQL that makes them; as root, on a server:
#
#	accounts.sh /etc/guichet | mariadb
#
# and puts what each connects by in an option file of its own, read by root alone:
#
#   FOLDER/NAME.cnf       a program or a job; its unit hands it over (LoadCredential=)
#   FOLDER/owner.cnf      the owner of the schema
#   FOLDER/database.cnf   includes them, for the administrator's command, which passes
#                         over what it may not open
#
# Where MariaDB is on this machine and the system has a user of the name of each
# account, MariaDB knows that user by the socket, and there is no password.  Else
# each account has a password of its own.  The host part of accounts is the setting
# account_host of FOLDER/guichet.conf; when it is another machine, SOCKET is one of a
# proxy, which leads to MariaDB there (haproxy-base.cfg).
#
# It may be run again: an option file that is there stays, and the SQL makes the
# account as it says, so that a run that was cut short is mended by the next.  With a
# HOST or a proxy, files of a socket become its own, for a base that is moved.  A file of
# another host stays, which is said, and there is no SQL of its account.  To change a
# password, or to have such a file made again, remove NAME.cnf, or owner.cnf.
set -eu

. "$(dirname "$0")/say.sh"
case ${1:-} in
'' | -*)
	say 'usage : accounts DOSSIER [SOCKET|HÔTE], par exemple : accounts /etc/guichet | mariadb' \
	    'usage: accounts FOLDER [SOCKET|HOST], as in: accounts /etc/guichet | mariadb' >&2
	exit 2 ;;
esac
dir=$(cd "$1" && pwd)
programs=$(cd "$(dirname "$0")" && pwd)/programs.sh
server=${2:-/run/mysqld/mysqld.sock}
umask 077

host=$(sed -n 's/^account_host *= *\([^[:space:]]*\).*/\1/p' \
    "$dir/guichet.conf" 2> /dev/null || :)
host=${host:-localhost}
case $server in
/*) where=socket ;;
*) where=host ;;
esac
elsewhere=no
[ "$host" = localhost ] || elsewhere=yes
if [ $where = host ] && [ "$host" = localhost ]; then
	say "accounts : $server est une autre machine : mettre account_host, dans $dir/guichet.conf, au nom que celle-ci y a" \
	    "accounts: $server is another machine: set account_host in $dir/guichet.conf to what this one is called there" >&2
	exit 2
fi
if [ $elsewhere = yes ] && [ -z "${2:-}" ]; then
	say "accounts : account_host est $host, dans $dir/guichet.conf : dire où est MariaDB, par accounts $dir HÔTE, ou par la socket d'un relais ; s'il est sur cette machine, en retirer account_host" \
	    "accounts: account_host is $host in $dir/guichet.conf: say where MariaDB is, as in accounts $dir HOST, or by the socket of a proxy; if it is on this machine, remove account_host there" >&2
	exit 2
fi
names=$("$programs" names)
# Whether the system has a user for each account: not in a demo.
users=yes
[ $elsewhere = no ] || users=no
for user in guichet $(printf 'guichet-%s ' $names); do
	getent passwd "$user" > /dev/null 2>&1 || users=no
done

# put FILE: what is read becomes that file whole, or not at all.
put() {
	cat > "$1.new"
	mv "$1.new" "$1"
}

secret() { printf 'password=%s\n' "$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"; }

# group ACCOUNT: what an option file says of it.
group() {
	printf '[%s]\n%s=%s\nuser=%s\n' "$1" $where "$server" "$1"
	[ $users = yes ] || secret
	echo database=guichet
}

# moved FILE: what it says, for where the base is now instead of a socket.
moved() {
	sed "s|^socket=.*|$where=$server|" "$1"
	grep -q '^password=' "$1" || secret
}

# An earlier version had the accounts of programs in one file, which all read.
former() {
	[ -e "$dir/database.cnf" ] && grep -qxF "[$1]" "$dir/database.cnf"
}

# account FILE ACCOUNT LIMITS: makes its option file, unless it is there, then prints
# the SQL of what the file says.
account() {
	file=$dir/$1.cnf
	if [ ! -e "$file" ] && former "$2"; then
		awk -v group="[$2]" '/^\[/ { on = $0 == group } on' \
		    "$dir/database.cnf" | put "$file"
	elif [ ! -e "$file" ]; then
		group "$2" | put "$file"
		# Without a secret; root reads it as that user: see db.c.
		[ $users = no ] || chmod 644 "$file"
	fi
	if [ $elsewhere = yes ] && grep -q '^socket=' "$file"; then
		moved "$file" | put "$file"
	fi
	grep -q -e '^socket=' -e "^host=$server\$" "$file" || {
		say "accounts : $file reste, qui mène ailleurs ; pour qu'il soit refait, le retirer" \
		    "accounts: $file stays, which leads elsewhere; to have it made again, remove it" >&2
		return 0
	}
	by=$(sed -n "s/^password=\(.*\)/BY '\1'/p" "$file")
	cat <<-SQL
	CREATE USER IF NOT EXISTS '$2'@'$host' IDENTIFIED ${by:-VIA unix_socket};
	ALTER USER '$2'@'$host' IDENTIFIED ${by:-VIA unix_socket} $3;
	SQL
}

owner=$(account owner guichet '')
[ -z "$owner" ] || cat <<SQL
CREATE DATABASE IF NOT EXISTS guichet
    CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
$owner
GRANT ALL ON guichet.* TO guichet@'$host' WITH GRANT OPTION;
SQL
# As whom the proxy asks a node how it is: it may read nothing.
[ $where$elsewhere != socketyes ] || cat <<SQL
CREATE USER IF NOT EXISTS 'guichet-proxy'@'$host' WITH MAX_USER_CONNECTIONS 100;
SQL
for name in $names; do
	account "$name" "guichet-$name" \
	    "WITH MAX_STATEMENT_TIME 2 MAX_USER_CONNECTIONS $("$programs" get "$name" connections)"
done
for name in $names owner; do
	echo "!include $dir/$name.cnf"
done | put "$dir/database.cnf"
chmod 644 "$dir/database.cnf"
