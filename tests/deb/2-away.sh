# MariaDB does not answer when the package is installed, and settings that a hand
# left behind are wrong: it is configured all the same, says what is wrong, and
# "guichet setup" finishes.

machine away
# Its defaults are not those of Debian.
cat > "$files/etc/mysql/mariadb.conf.d/99-autre.cnf" <<'CONF'
[mysqld]
skip-networking
sql_mode = ORACLE,TRADITIONAL,ONLY_FULL_GROUP_BY,NO_BACKSLASH_ESCAPES
character-set-server = latin1
collation-server = latin1_swedish_ci
CONF
on systemctl stop mariadb
said=$(on 'apt install -y ./guichet_*.deb 2>&1' | tr -d '\r')
is 'without MariaDB the package is configured' "$(installed)" installed
matches 'and says so' "$said" 'MariaDB does not answer root on this machine'
matches 'and what finishes' "$(printf '%s\n' "$said" | tail -n 1)" \
    'run guichet setup$'
is 'the other site goes on' "$(on curl -s http://autre.example/)" 'autre site'
on 'guichet setup' > "$work/log" 2>&1
[ $? -ne 0 ]
tap 'guichet setup fails as long as it is away' $?

on systemctl start mariadb
for wrong in 'tema = state' 'theme = state\ntheme = neutral' 'theme = state\r'; do
	on "cp /usr/share/doc/guichet/guichet.conf.example /etc/guichet/guichet.conf &&
	    printf '$wrong\n' >> /etc/guichet/guichet.conf"
	said=$(on 'guichet setup 2>&1')
	matches "settings that are wrong are named: $wrong" "$said" \
	    'guichet.conf" line [0-9]+'
done
on cp /usr/share/doc/guichet/guichet.conf.example /etc/guichet/guichet.conf
is 'it is not finished yet' "$(on 'ls /var/lib/guichet/unfinished')" \
    /var/lib/guichet/unfinished
on 'for unit in /lib /usr/lib; do dpkg-trigger --by-package=mariadb-server \
    $unit/systemd/system/mariadb.service; done; dpkg --triggers-only guichet' \
    > "$work/log" 2>&1
on '[ ! -e /var/lib/guichet/unfinished ]'
tap 'a MariaDB that comes later in the same run finishes it' $?
on 'guichet setup' > "$work/log" 2>&1
status=$?
[ $status -eq 0 ] || note "$(cat "$work/log")"
tap 'guichet setup finishes' $status
matches 'with the territories' "$(on guichet check 2>&1)" \
    '^ok +3[0-9]{4} territories'
for modes in ORACLE '' ANSI; do
	on "mariadb -e \"SET GLOBAL sql_mode = '$modes'\"
	    guichet import perimeters && guichet import aids --source exemples \
	    /usr/share/guichet/sql/data/sample-aids.jsonl" > "$work/log" 2>&1
	status=$?
	[ $status -eq 0 ] || note "$(cat "$work/log")"
	tap "territories and aids come in, whatever its modes and collation: $modes" $status
done
on 'guichet setup & sleep 0.1; guichet setup' > "$work/log" 2>&1
matches 'two at once: the second is told' "$(cat "$work/log")" \
    'another guichet setup, or a restore, is at work'
host_drop away
