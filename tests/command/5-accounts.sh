# conf/accounts.sh: an account and an option file for each program, and no password
# where MariaDB can know a user of the system.
accounts=$work/accounts
rm -rf "$accounts"
mkdir -p "$accounts/etc" "$accounts/bin"
# make_accounts ARGUMENT...: its SQL in $said, its status in $left.
make_accounts() {
	said=$(PATH=$accounts/bin:$PATH "$root/conf/accounts.sh" "$accounts/etc" "$@" 2>&1)
	left=$?
}
names='api bulk count drafts owner prefill search'
made() { (cd "$accounts/etc" && printf '%s ' *.cnf); }

make_accounts /run/other.sock
is 'accounts: a file for each, and one that includes them' "$(made)" \
    'api.cnf bulk.cnf count.cnf database.cnf deposit.cnf deposits.cnf drafts.cnf harvest.cnf links.cnf owner.cnf prefill.cnf search.cnf '
is 'accounts: those with a password are root'\''s alone' \
    "$(cd "$accounts/etc" && stat -c %a api.cnf bulk.cnf count.cnf deposit.cnf deposits.cnf drafts.cnf harvest.cnf links.cnf owner.cnf prefill.cnf search.cnf | sort -u)" 600
is 'accounts: each is in its own file alone' \
    "$(cd "$accounts/etc" && for name in $names; do grep -c '^password=' $name.cnf; done | tr '\n' ' ')" '1 1 1 1 1 1 1 '
is 'accounts: and none in the one that includes them' \
    "$(grep -c password "$accounts/etc/database.cnf")" 0
for name in search api prefill drafts bulk count; do
	matches "accounts: $name cannot take all connections" "$said" \
	    "USER 'guichet-$name'@'localhost' IDENTIFIED BY .* MAX_USER_CONNECTIONS [1-9]"
done
before=$(cat "$accounts/etc"/*.cnf)
make_accounts /run/other.sock
is 'accounts: again, passwords stay' "$(cat "$accounts/etc"/*.cnf)" "$before"
secret=$(sed -n 's/^password=//p' "$accounts/etc/search.cnf")
matches 'accounts: again, and given' "$said" "ALTER USER 'guichet-search'@'localhost' IDENTIFIED BY '$secret' WITH"
sed -i 's/^socket=.*/host=db2.example.fr/' "$accounts/etc/search.cnf"
make_accounts /run/other.sock
is 'accounts: of one of a base elsewhere there is no SQL' "$(echo "$said" | grep -c guichet-search)" 0
matches 'accounts: which is said' "$said" "^accounts: $accounts/etc/search.cnf stays, which leads elsewhere; .* remove it"

# As an earlier version left them: all in one file.
{
	echo "!include $accounts/etc/owner.cnf"
	for name in search drafts prefill; do
		printf '[guichet-%s]\nsocket=/s\nuser=guichet-%s\npassword=of-%s\ndatabase=guichet\n' \
		    $name $name $name
		rm -f "$accounts/etc/$name.cnf"
	done
} > "$accounts/etc/database.cnf"
make_accounts /run/other.sock
is 'accounts: those of one file are parted, passwords kept' \
    "$(cd "$accounts/etc" && grep -h password= search.cnf prefill.cnf drafts.cnf | tr '\n' ' ')" \
    'password=of-search password=of-prefill password=of-drafts '
is 'accounts: and are no more in it' "$(grep -c password "$accounts/etc/database.cnf")" 0

# MariaDB on another machine.
rm "$accounts/etc"/*.cnf
make_accounts db.example.fr
is 'accounts: another machine wants account_host' $left 2
matches 'accounts: another machine wants account_host, in French' \
    "$(LANGUAGE=fr make_accounts db.example.fr; echo "$said")" \
    "^accounts : db.example.fr est une autre machine : mettre account_host, dans $accounts/etc/guichet.conf"
echo 'account_host = 10.1.2.%' > "$accounts/etc/guichet.conf"
make_accounts db.example.fr
matches 'accounts: its host part' "$said" "'guichet-search'@'10.1.2.%' IDENTIFIED BY"
matches 'accounts: the option file says where' "$(cat "$accounts/etc/search.cnf")" '^host=db.example.fr'

# Where the system has their users.
rm "$accounts/etc"/*
printf '#!/bin/sh\nexit 0\n' > "$accounts/bin/getent"
chmod 755 "$accounts/bin/getent"
make_accounts
matches 'accounts: MariaDB knows the user of the socket' "$said" \
    "'guichet-search'@'localhost' IDENTIFIED VIA unix_socket WITH"
is 'accounts: there is no password' "$(cat "$accounts/etc"/*.cnf | grep -c password)" 0
make_accounts db.example.fr
is 'accounts: which is of this machine alone' $left 2

# The base moves to another machine, then to a third.
echo password=kept >> "$accounts/etc/count.cnf"
echo ssl-ca=/ca.pem >> "$accounts/etc/search.cnf"
echo 'account_host = 10.1.2.%' > "$accounts/etc/guichet.conf"
make_accounts
is 'accounts: account_host and no host: exit 2' $left 2
matches 'accounts: account_host and no host: what is wanted' "$said" "^accounts: account_host is 10.1.2.% in .*: say where MariaDB is"
make_accounts db.example.fr
is 'accounts: moved: every file leads there' \
    "$(cd "$accounts/etc" && for name in $names; do grep -E '^(host|socket)=' $name.cnf; done | sort | uniq -c | tr -s ' ')" ' 7 host=db.example.fr'
is 'accounts: moved: with a password, for root alone' \
    "$(cd "$accounts/etc" && for name in $names; do stat -c %a $name.cnf; grep -c '^password=.' $name.cnf; done | sort | uniq -c | tr -s ' \n' ' ')" ' 7 1 7 600 '
is 'accounts: moved: what there was else stays' "$(cd "$accounts/etc" && grep -h '^ssl-ca\|kept' count.cnf search.cnf | tr '\n' ' ')" 'password=kept ssl-ca=/ca.pem '
secret=$(sed -n 's/^password=//p' "$accounts/etc/search.cnf")
matches 'accounts: moved: and the SQL is of it' "$said" "ALTER USER 'guichet-search'@'10.1.2.%' IDENTIFIED BY '$secret' WITH"
is 'accounts: moved: no account is of this machine' "$(echo "$said" | grep -c 'unix_socket\|localhost')" 0
before=$said
make_accounts db.example.fr
is 'accounts: moved: again, the same' "$said" "$before"
make_accounts db2.example.fr
is 'accounts: a third: files stay, each is named' \
    "$(echo "$said" | sed -n 's|^accounts: .*/\(.*\) stays.*|\1|p' | sort | tr '\n' ' ')" 'api.cnf bulk.cnf count.cnf deposit.cnf deposits.cnf drafts.cnf harvest.cnf links.cnf owner.cnf prefill.cnf search.cnf '
is 'accounts: a third: and there is no SQL' "$(echo "$said" | grep -vc '^accounts: ')" 0

# The base answers as before, and account_host says another place.
cp -p "$site/etc/guichet.conf" "$work/conf"
echo 'account_host = 10.1.2.%' >> "$site/etc/guichet.conf"
fault 'accounts: not those of account_host' 'account guichet-search is of localhost: account_host is 10.1.2.%' \
    'accounts /etc/guichet HOST, .*or correct account_host in .*guichet.conf'
said=$(guichet migrate 2>&1)
is 'accounts: not those of account_host: migrate has exit 1' $? 1
matches 'accounts: and does not have them made here' "$said" 'does not exist: make it, as root: lib/guichet/accounts /etc/guichet HOST'
# With its date: programs read it before.
cp -p "$work/conf" "$site/etc/guichet.conf"

# What the base holds one to.
sql "ALTER USER 'guichet-search'@localhost WITH MAX_USER_CONNECTIONS 0"
said=$(guichet check 2>&1)
matches 'accounts: one without a limit is a fault' "$said" \
    '^FAULT .*account guichet-search has 0 connections.*nothing limits'
matches 'accounts: with what mends it' "$said" 'mend it: .*accounts /etc/guichet . mariadb'
"$root/conf/accounts.sh" "$site/etc" "$site/run/mysql.sock" > "$work/limits"
sql "$(cat "$work/limits")"
is 'accounts: which does' "$(guichet check 2>&1 | grep -c 'connections at most')" 10
