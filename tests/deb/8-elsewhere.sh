# MariaDB is on another machine: here, at another address, with a socket that nobody
# knows.  By what guichet(1) and the units say of it; for a new installation, and for
# one whose base is moved.

# away: MariaDB of that machine.
away() {
	cat > "$files/etc/mysql/mariadb.conf.d/99-autre.cnf" <<-'CONF'
	[mysqld]
	bind-address = 10.9.9.9
	socket = /run/elsewhere/sock
	CONF
	on 'ip address add 10.9.9.9/32 dev lo; install -d -o mysql /run/elsewhere
	    systemctl restart mariadb' > "$work/log" 2>&1
}
# lead_there: accounts, and the units without a network.
lead_there() {
	on "sed -i 's|^#account_host = .*|account_host = 10.9.9.9|' /etc/guichet/guichet.conf
	    /usr/lib/guichet/accounts /etc/guichet 10.9.9.9 > sql &&
		mariadb --socket=/run/elsewhere/sock < sql" > "$work/log" 2>&1
	status=$?
	[ $status -eq 0 ] || note "$(cat "$work/log")"
	tap "$name: its root takes the SQL of accounts" $status
	for unit in search@ search-files@ api@ count bulk; do
		mkdir -p "$files/etc/systemd/system/guichet-$unit.service.d"
		printf '%s\n' '[Service]' PrivateNetwork=no IPAddressAllow=10.9.9.9 \
		    'RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6' \
		    > "$files/etc/systemd/system/guichet-$unit.service.d/base.conf"
		matches "$name: guichet-$unit says so" "$(cat "$files/usr/lib/systemd/system/guichet-$unit.service")" \
		    'base on another machine wants, in a drop-in'
	done
	on 'guichet setup' > "$work/log" 2>&1
	status=$?
	[ $status -eq 0 ] || note "$(cat "$work/log")"
	tap "$name: guichet setup finishes" $status
	is "$name: no password is in a file that others may read" \
	    "$(on 'find /etc/guichet -perm /077 -type f | xargs grep -l ^password=')" ''
}

machine elsewhere
away
said=$(on 'apt install -y ./guichet_*.deb 2>&1' | tr -d '\r')
is 'the base is elsewhere: the package is configured' "$(installed)" installed
matches 'and says where it is written how' "$said" 'another machine.*guichet\(1\)'
lead_there
guide 'apt install ./guichet_*.deb
guichet import' | tail -n 3 > "$work/commands"
on "$(cat "$work/commands")" > "$work/log" 2>&1
on 'curl -sk --retry 10 --retry-delay 1 --retry-connrefused -o /dev/null https://NOM/'
on systemctl start guichet-count.service > "$work/log" 2>&1
status=$?
[ $status -eq 0 ] || note "$(on journalctl -q --no-pager -t guichet-count)"
tap 'what readers do is counted' $status
matches 'a page with aids' "$(page /aides/)" 'href="/aides/[a-z0-9-]{5,}/'
host_drop elsewhere

machine moved "$work/installed"
away
lead_there
matches 'a base that moved: a page with aids' "$(page '/aides/?keyword=toit+neuf')" 'href="/aides/[a-z0-9-]{5,}/'
# Its hour comes each minute, and came while the base was away.
on systemctl start guichet-bulk.service > "$work/log" 2>&1
status=$?
[ $status -eq 0 ] || note "$(on journalctl -q --no-pager -u guichet-bulk)"
tap 'a base that moved: the exports are made' $status
is 'a base that moved: guichet check finds no fault' "$(on guichet check 2>&1 | grep ^FAULT)" ''
host_drop moved
