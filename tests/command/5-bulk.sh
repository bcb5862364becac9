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
