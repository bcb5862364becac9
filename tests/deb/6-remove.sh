# Removal keeps data; purge deletes them, says what, and saves the base first.

machine gone "$work/installed"
said=$(on 'apt remove -y guichet 2>&1')
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

# /etc/guichet of another machine: accounts with passwords, before guichet setup.
on "cp -p /etc/guichet/owner.cnf . && chmod 600 /etc/guichet/owner.cnf &&
    echo password=other >> /etc/guichet/owner.cnf"
is 'an owner whose file has a password that MariaDB has not: its base is read' \
    "$(on 'guichet check 2>&1' | grep -cE 'No database|steps are missing')" 0
on 'mv owner.cnf /etc/guichet'

# A backup of the night, with its timer, and a site of Apache that includes files of
# the package.
on 'cp /usr/share/doc/guichet/guichet-backup.* /etc/systemd/system
    systemctl enable --now guichet-backup.timer; systemctl start guichet-backup' > "$work/log" 2>&1
is 'the base is saved at night' "$(on 'ls /var/lib/guichet/backup | wc -l')" 1
style=$(style)
on 'mkdir -p /var/lib/guichet/backup && cp aides.json.gz /var/lib/guichet/backup/guichet-2026-01-01.sql.gz
    mkdir -p /etc/apache2/sites-enabled &&
    echo "Include /usr/share/guichet/apache-server.conf" > /etc/apache2/sites-enabled/aides.conf'
said=$(on 'apt remove -y guichet 2>&1' | tr -d '\r')
matches 'a server that includes its files keeps it' "$said" 'stays.*sites-enabled/aides.conf'
is 'and its pages' "$(status_of /aides/)" 200
is 'and their styles' "$(status_of "${style:-/none}")" 200
on 'rm -r /etc/apache2'
matches 'nor does the theme that is shown go alone' "$(on 'apt remove -y guichet-theme-etat 2>&1')" \
    'theme-etat stays.*set theme to neutral'
is 'which is still there' "$(status_of "${style:-/none}")" 200

said=$(on 'apt purge -y guichet-theme-etat guichet 2>&1' | tr -d '\r')
for path in /etc/guichet /var/lib/guichet; do
	matches "purge says that it deletes $path" "$said" "deleted: $path(\$|, but)"
	[ "$(find "$files$path" -type f 2> /dev/null | grep -vc /backup/)" = 0 ]
	tap 'and does' $?
done
[ -e "$files/var/lib/guichet/backup/guichet-2026-01-01.sql.gz" ]
tap 'but no backup' $?
matches 'and that the base is saved' "$said" \
    'saved in /var/backups/guichet/guichet-purge-'
is 'before it goes' "$(on "mariadb -Ne \"SHOW DATABASES LIKE 'guichet'\"")" ''
is 'with its accounts' "$(on "mariadb -Ne \"SELECT COUNT(*) FROM mysql.user
    WHERE user LIKE 'guichet%'\"")" 0
matches 'a timer that was copied is named' "$said" \
    'kept too.*: /etc/systemd/system/guichet-backup.service /etc/systemd/system/guichet-backup.timer$'
on systemctl start guichet-backup > "$work/log" 2>&1
is 'it starts nothing, and nothing fails' "$? $(on systemctl is-failed guichet-backup)" '0 inactive'
on 'systemctl disable --now guichet-backup.timer; rm /etc/systemd/system/guichet-backup.*' > "$work/log" 2>&1
is 'nothing of systemd is left' "$(on 'find /etc/systemd/system -name "guichet*"')" ''
on nginx -t 2> "$work/log"
tap 'nginx still starts after it' $?
on 'apt install -y ./guichet_*.deb' > "$work/log" 2>&1
on 'zcat /var/backups/guichet/guichet-purge-*.gz | mariadb guichet && guichet setup' \
    > "$work/log" 2>&1
matches 'the copy can be given back' "$(on guichet check 2>&1)" '^ok +[0-9]{3,} aids'
host_drop gone
