# "guichet setup" when MariaDB is on another machine: what acts on this one is a
# script of the test's own.
if [ "$(id -u)" -eq 0 ]; then

machine=$build/check/machine/lib/guichet
mkdir -p "$machine"
cat > "$machine/setup" <<SH
#!/bin/sh
# MariaDB does not answer here.
echo "\$1" >> "$work/machine"
[ "\$1" != accounts ] || exit 3
# What nginx finds wrong, when it does.
case \$1 in reload | try) ! cat "$work/unread" 2> /dev/null || exit 1 ;; esac
# What does not run, and who cannot read the settings.
case \$1 in idle | unread) cat "$work/\$1.said" 2> /dev/null ;; esac
SH
chmod 755 "$machine/setup"
conf=$site/etc/guichet.conf
cp "$conf" "$work/setup.conf"
# setup: its words in $said, its status in $left, what the machine was asked in $asked.
setup() {
	: > "$work/machine"
	said=$(GUICHET_CONF=$conf "$build/guichet-machine" setup 2>&1)
	left=$?
	asked=$(tr '\n' ' ' < "$work/machine")
}
# The SQL that accounts.sh prints gives rights to the owner alone.
for name in search prefill drafts count; do
	sql "REVOKE ALL PRIVILEGES, GRANT OPTION FROM 'guichet-$name'@localhost"
done
setup
is 'setup: accounts as they were made, without a right yet: it finishes' $left 0
[ $left -eq 0 ] || note "$said"
is 'setup: and starts the programs, then has nginx read its files' "$asked" 'users accounts start reload '
matches 'setup: the rights are there' "$(guichet check 2>&1)" '^ok +account guichet-prefill reads'

# A table of a version before follows, unless it is the administrator's.
for table in projects keywords; do
	case $table in projects) rows=project_type ;; keywords) rows=keyword ;; esac
	all=$(sql "SELECT COUNT(*) FROM $rows")
	for from in own other; do
		sql "REPLACE INTO page_fragment (name, html) VALUES ('supplied-$table', '$from');
		    DELETE FROM $rows LIMIT 3"
		setup
		is "setup: $table, $from" "$(sql "SELECT COUNT(*) FROM $rows")" \
		    "$([ $from = own ] && echo $((all - 3)) || echo "$all")"
	done
done

cp "$site/etc/search.cnf" "$work/search.cnf"
sed -i 's|^password=.*|password=other|' "$site/etc/search.cnf"
setup
is 'setup: a program that is not let in: exit 1' $left 1
matches 'setup: which' "$said" 'cannot connect as "guichet-search"'
matches 'setup: and where it is told' "$said" 'not let in by MariaDB: .*guichet\(1\)'
is 'setup: nothing is started' "$asked" 'users accounts '
cp "$work/search.cnf" "$site/etc/search.cnf"
cp "$site/etc/owner.cnf" "$work/owner"
sed -i 's|^password=.*|password=other|' "$site/etc/owner.cnf"
setup
is 'setup: nor is the owner: exit 1' $left 1
matches 'setup: who' "$said" 'cannot connect as "guichet"'
cp "$work/owner" "$site/etc/owner.cnf"
cp "$work/setup.conf" "$conf"

# A theme whose styles are not there would serve bare pages.
rm -f "$work/manifest-state"
grep -v '^css-state ' "$build/assets/manifest" > "$work/manifest"
sed -i "s|^static_manifest.*|static_manifest = $work/manifest|; s|^theme.*|theme = state|" "$conf"
setup
is 'setup: without the styles of the theme: exit 1' $left 1
matches 'setup: what to install' "$said" 'not started again: .*"state".*install guichet-theme-etat'
is 'setup: what runs is not started again' "$asked" 'users accounts '
echo 'css-state /static/state.css' > "$work/manifest-state"
setup
is 'setup: once they are there' "$left $asked" '0 users accounts start reload '
matches 'setup: what to edit, and where it is told' "$said" \
    "^to edit: $conf, .*guichet-install\(7\)"
sed "s|^base_url.*|base_url = https://aides.invalid|" "$work/setup.conf" > "$conf"
setup
is 'setup: nothing, once that is done' "$left $(printf '%s\n' "$said" | grep -c '^to edit')" '0 0'
sed -i '/^contact/d' "$conf"
setup
matches 'setup: the law wants more' "$said" "^to edit: $conf"
cp "$work/setup.conf" "$conf"

# What nginx finds wrong with its files may be of another site: it is said.
printf '%s\n' 'nginx: [warn] the "listen ... http2" directive is deprecated' \
    'nginx: [emerg] unknown log format "guichet" in /etc/nginx/a.conf:3' > "$work/unread"
setup
is 'setup: nginx cannot read its files: it finishes' "$left $asked" '0 users accounts start reload '
matches 'setup: and says what is to be done' "$said" 'web server has not read its files again: .*systemctl reload nginx'
matches 'check: says what nginx does' "$(GUICHET_CONF=$conf "$build/guichet-machine" check 2>&1)" \
    '^FAULT +the files of the web server: nginx: .emerg. unknown log format'
rm "$work/unread"
is 'check: nothing, when it finds nothing' "$(GUICHET_CONF=$conf "$build/guichet-machine" check 2>&1 | grep -c 'files of the web')" 0

# What failed at night is seen by day.
machine=$build/check/machine
rm -rf "$machine/backup"
printf '#!/bin/sh\n[ -e "%s/failed" ] || exit 0\n%s\n' "$machine" \
    'echo "guichet-backup.service loaded failed failed Guichet: backup of the base"' \
    > "$machine/systemctl"
chmod 755 "$machine/systemctl"
# told COMMAND: what it says with that systemd.
told() { PATH=$machine:$PATH GUICHET_CONF=$conf "$build/guichet-machine" "$1" 2>&1; }
is 'check: a demo wants no backups of the night: no word' "$(told check | grep -c 'saves the base')" 0
sed "s|^base_url.*|base_url = https://aides.invalid|" "$work/setup.conf" > "$conf"
matches 'check: nothing saves the base' "$(told check)" "^NOTE +nothing saves the base each night: there is no $machine/backup"
cp "$work/setup.conf" "$conf"
matches 'status: says that there are none' "$(told status)" '^backup +.*never ran'
mkdir "$machine/backup"
matches 'check: their folder is empty' "$(told check)" '^FAULT +backup of the night: there is none'
: > "$machine/backup/guichet-2026-01-01.sql.gz"
matches 'check: one of this night' "$(told check)" '^ok +backup of the night$'
matches 'status: how old' "$(told status)" '^backup +0 min ago'
touch -d '3 days ago' "$machine/backup/guichet-2026-01-01.sql.gz"
matches 'check: one of three days ago' "$(told check)" '^FAULT +backup of the night: the last is 7[12] hours old'
is 'check: no unit failed' "$(told check | grep -c 'units of systemd')" 0
: > "$machine/failed"
matches 'check: a unit that failed' "$(told check)" '^FAULT +units of systemd: these failed: guichet-backup.service$'
matches 'status: a unit that failed' "$(told status)" '^failed +guichet-backup.service '
rm -rf "$machine/backup" "$machine/failed"

# Nor does a unit fail that systemd starts again and again.
is 'check: all that is enabled runs' "$(told check | grep -c 'enabled and do not run')" 0
printf 'guichet-search@2.service\nguichet-drafts.timer\n' > "$work/idle.said"
matches 'check: a process that ends each time it begins' "$(told check)" \
    '^FAULT +units of systemd: these are enabled and do not run: guichet-search@2.service guichet-drafts.timer$'
rm "$work/idle.said"
is 'check: programs read the settings' "$(told check | grep -c 'closed to')" 0
printf 'guichet-search\n' > "$work/unread.said"
matches 'check: or not' "$(told check)" "^FAULT +programs read the settings: $conf is closed to guichet-search$"
matches 'check: and what mends it' "$(told check)" "to mend it: chmod 644 $conf && guichet setup$"
rm "$work/unread.said"

fi
