# "guichet check" of the exports: why there are none, and whether nginx gives
# them.
conf=$site/etc/guichet.conf
cp -p "$conf" "$work/conf"
# exports DIR: the setting.
exports() { sed "s|^exports_dir.*|exports_dir = $1|" "$work/conf" > "$conf"; }
exports /nothing/a/b/c
fault 'no exports, nor a folder for them' 'the exports are made: /nothing/a/b: No such' \
    'mkdir -p /nothing/a/b/c, or correct exports_dir'
exports "$work/conf"
fault 'a file in its place' "the exports are made: $work/conf is no folder" 'correct exports_dir in .*guichet.conf'
rm -rf "$work/nofiles"
exports "$work/nofiles"
fault 'no exports' "the exports are made: none is in $work/nofiles" \
    '(guichet-bulk.timer, or guichet bulk|ReadWritePaths=)'
mkdir -p "$work/nofiles/current"
echo '{}' > "$work/nofiles/current/exports.json"
fault 'nginx gives files of another folder' \
    "nginx gives the exports: .*/api/exports/ is not $work/nofiles" "alias $work/nofiles/current/;"
# With its date: programs have read it since.
cp -p "$work/conf" "$conf"
check
is 'all is well again' $left 0

# Files of before: a run that failed, or none.  They are those of the site, so that nginx
# gives the same.  stamp VERSION MADE TOOK: as a run left it, MADE seconds ago.
rm -rf "$work/stale"
cp -a "$site/exports" "$work/stale"
exports "$work/stale"
stamp=$work/stale/current/stamp
first=$(sed -n '1s/^[0-9]* //p' "$stamp")
stamp() { printf '%s %s\n%s %s\n' "$1" "$first" $(($(date +%s) - $2)) "$3" > "$stamp"; }
good() {
	check
	matches "$1" "$said" '^ok     the exports are made$'
}
had=$(sql 'SELECT changed_at FROM data_version')
now=$(sql 'SELECT version FROM data_version')
ln -s "$(($(date +%s) - 120))-1.000" "$work/stale/failed"
fault 'the last run failed' 'the exports are made: the last run failed, 2 min ago' \
    "df $work/stale .*then guichet bulk --force"
rm "$work/stale/failed"
stamp "$now" 90000 1
good 'of the same data, however old'
sql 'UPDATE data_version SET changed_at = UNIX_TIMESTAMP() - 900'
stamp 1 3600 1
fault 'the job does not run' 'the exports are made: they lack what changed 15 min ago' \
    'systemctl status guichet-bulk.timer'
stamp 1 900 90
good 'a long run rests'
sql 'UPDATE data_version SET changed_at = UNIX_TIMESTAMP() - 100'
stamp 1 3600 1
good 'the job has its minute'
sql "UPDATE data_version SET changed_at = $had"
mkdir -p "$work/tiny-disk"
if mount -t tmpfs -o size=1m none "$work/tiny-disk" 2> /dev/null; then
	exports "$work/tiny-disk"
	fault 'their disk is full' "room on the disk: .* left in $work/tiny-disk: no export can be made" "df $work/tiny-disk "
	matches 'status tells that disk' "$(guichet status)" "^disk +$work/tiny-disk: [0-9]+ MB left"
	umount "$work/tiny-disk"
fi
cp -p "$work/conf" "$conf"
# The journal has no line a minute of what needs nothing; who asks is told.
guichet bulk --force > /dev/null 2>&1
matches 'nothing to do: who asks is told' "$(guichet bulk)" 'nothing changed'
journal=$work/journal
: > "$journal"
JOURNAL_STREAM=$(stat -c %d:%i "$journal") guichet bulk > "$journal" 2>&1
is 'the job says nothing' "$(cat "$journal")" ''
check
is 'all is well at the end' $left 0
