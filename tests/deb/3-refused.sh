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
again 0.1 true "$new_theme"
style=$(style)
said=$(on 'apt install -y --allow-downgrades ./guichet_0.1.deb 2>&1')
matches 'an older version, without the theme that is shown, is refused' "$said" \
    'theme-etat stays.*give apt both packages'
said=$(on 'apt install -y --allow-downgrades ./guichet*_0.1.deb 2>&1')
matches 'an older version is refused, with a word' "$said" \
    'cannot be replaced by 0.1, which is older'
is 'what was there goes on' "$(status_of /aides/)" 200
is 'and is whole' "$(installed)" installed
is 'with its styles' "$(status_of "${style:-/none}")" 200

# Settings that no process can start by, as after a restart of the machine.
on 'curl -sk --retry 3 -o /dev/null https://NOM/aides/; curl -sk -o /dev/null https://NOM/aides/
    echo tehme = state >> /etc/guichet/guichet.conf
    systemctl restart --no-block "guichet-*@*"; sleep 3'
is 'programs that cannot start: a page that nginx holds' "$(status_of /aides/)" 200
is 'one that it does not' "$(status_of '/aides/?keyword=neuf')" 503
[ "$(on "curl -sk --max-time 10 -o /dev/null -w '%{time_total}' https://NOM/aides/" |
    cut -d. -f1)" -lt 2 ]
tap 'at once' $?
on 'sed -i /^tehme/d /etc/guichet/guichet.conf; systemctl restart "guichet-*@*"' > "$work/log" 2>&1

# As the guide says; the State's theme goes with the package, and is of its version.
on "sed -i 's/^theme = .*/theme = neutral/' /etc/guichet/guichet.conf"
said=$(on 'apt remove -y guichet && apt install -y ./guichet*_0.1.deb 2>&1')
is 'once removed, the older one goes in' "$(installed)" installed
[ -e "$files/etc/guichet/owner.cnf" ]
tap 'by the settings and passwords that were there' $?
on guichet setup > "$work/log" 2>&1
tap 'and finishes' $?
host_drop older
