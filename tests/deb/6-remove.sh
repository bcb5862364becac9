# Removal keeps data; purge deletes them, says what, and saves the base first.

machine gone "$work/installed"
said=$(on 'apt remove -y guichet-theme-etat guichet 2>&1')
is 'no process is left' "$(on 'pgrep -x search; pgrep -x prefill')" ''
on nginx -t 2> "$work/log"
tap 'nginx still starts' $?
is 'with the other site' "$(on curl -s http://autre.example/)" 'autre site'
matches 'what became of its own is said' "$said" 'conf.d/guichet.conf.off'
[ -e "$files/etc/guichet/guichet.conf" ]
tap 'settings stay' $?
is 'the base stays' "$(on "mariadb -Ne 'SELECT COUNT(*) > 30000 FROM guichet.perimeter'")" 1

on 'apt install -y ./guichet_*.deb ./guichet-theme-etat_*.deb' > "$work/log" 2>&1
tap 'it is installed again' $?
is 'with its pages, at once' "$(status_of /aides/)" 200

said=$(on 'apt purge -y guichet-theme-etat guichet 2>&1' | tr -d '\r')
for path in /etc/guichet /var/lib/guichet; do
	matches "purge says that it deletes $path" "$said" "deleted: $path\$"
	[ ! -e "$files$path" ]
	tap 'and does' $?
done
matches 'and that the base is saved' "$said" \
    'saved in /var/backups/guichet/guichet-purge-'
is 'before it goes' "$(on "mariadb -Ne \"SHOW DATABASES LIKE 'guichet'\"")" ''
is 'with its accounts' "$(on "mariadb -Ne \"SELECT COUNT(*) FROM mysql.user
    WHERE user LIKE 'guichet%'\"")" 0
is 'nothing of systemd is left' "$(on 'find /etc/systemd/system -name "guichet*"')" ''
on nginx -t 2> "$work/log"
tap 'nginx still starts after it' $?
on 'apt install -y ./guichet_*.deb' > "$work/log" 2>&1
on 'zcat /var/backups/guichet/guichet-purge-*.gz | mariadb guichet && guichet setup' \
    > "$work/log" 2>&1
matches 'the copy can be given back' "$(on guichet check 2>&1)" '^ok +[0-9]{3,} aids'
host_drop gone
