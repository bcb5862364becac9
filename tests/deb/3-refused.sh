# What could not be undone is refused before any file changes.

machine refused
mkdir -p "$files/etc/systemd/system"
echo 'ExecStart=/opt/guichet/lib/guichet/search' \
    > "$files/etc/systemd/system/guichet-search@.service"
said=$(on 'apt install -y ./guichet_*.deb 2>&1')
matches 'a second installation is refused, with a word' "$said" \
    'another Guichet is installed in /opt/guichet'
[ ! -e "$files/usr/bin/guichet" ]
tap 'and no file is there' $?
host_drop refused

machine older "$work/installed"
again 0.1 "$files/root/older.deb" true
said=$(on 'apt install -y --allow-downgrades ./older.deb 2>&1')
matches 'an older version is refused, with a word' "$said" \
    'cannot be replaced by 0.1, which is older'
is 'what was there goes on' "$(status_of /aides/)" 200
is 'and is whole' "$(installed)" installed
host_drop older
