# An installation by "make install" in /usr/local, with its settings, its units, its
# site of nginx and its base, becomes the package's.

machine before
local=$files/usr/local
rm -rf "$work/again"
dpkg-deb -x "$deb" "$work/again"
mkdir -p "$local/lib/systemd/system" "$local/share/doc"
cp -r "$work/again/usr/bin" "$work/again/usr/lib" "$work/again/usr/share" "$local"
[ ! -d "$work/again/lib" ] || cp -r "$work/again/lib" "$local"
sed -i 's|/usr/lib/guichet|/usr/local/lib/guichet|; s|/usr/bin|/usr/local/bin|' \
    "$local"/lib/systemd/system/guichet-*
sed -i 's|/usr/share/guichet|/usr/local/share/guichet|' "$local"/share/guichet/*.conf \
    "$local/share/doc/guichet/nginx-site.conf"
mkdir -p "$files/etc/guichet"
printf '%s\n' 'share_dir = /usr/local/share/guichet' 'site_name = Chez nous' \
    'static_manifest = /usr/local/share/guichet/manifest' \
    > "$files/etc/guichet/guichet.conf"
on 'systemd-sysusers guichet.conf
    /usr/local/lib/guichet/accounts /etc/guichet | mariadb
    guichet migrate && guichet import perimeters && guichet import keywords &&
	guichet import aids --source exemples \
	/usr/local/share/guichet/sql/data/sample-aids.jsonl
    mkdir -p /var/log/guichet
    systemctl daemon-reload
    systemctl enable --now guichet-search.socket guichet-search@1 guichet-search@2 \
	guichet-search@3 guichet-prefill.socket guichet-prefill@1
    sed s/aides.example.gouv.fr/NOM/ /usr/local/share/doc/guichet/nginx-site.conf \
	> /etc/nginx/conf.d/guichet.conf
    nginx -t && systemctl reload nginx' > "$work/log" 2>&1
# A process that has just started may still be reading the catalogue.
on "curl -sk --retry 100 --retry-delay 1 -o /dev/null https://NOM/aides/"
found=$(page /aides/ | grep -o 'href="/aides/[a-z]' | wc -l)
[ "$found" -gt 5 ] || note "$(cat "$work/log")"
[ "$found" -gt 5 ]
tap 'the older installation serves' $?

said=$(on 'apt install -y ./guichet_*.deb 2>&1' | tr -d '\r')
matches 'it is taken over, and its files are said' "$said" \
    'in /usr/local is taken over: its files are in /var/backups/guichet/usr-local'
is 'its aids are there' "$(page /aides/ | grep -o 'href="/aides/[a-z]' | wc -l)" "$found"
is 'and its settings' "$(on grep ^site_name /etc/guichet/guichet.conf)" \
    'site_name = Chez nous'
is 'which name the package' "$(on grep ^share_dir /etc/guichet/guichet.conf)" \
    'share_dir = /usr/share/guichet'
is 'the processes are the package'\''s' "$(on 'for pid in $(pgrep -x search)
    do readlink /proc/$pid/exe; done | sort -u')" /usr/lib/guichet/search
is 'as many as were enabled' "$(on "systemctl --plain --no-legend list-units \
    --state=active 'guichet-search@*' | wc -l")" 3
on nginx -t 2> "$work/log"
tap 'nginx takes its site as it is' $?
is 'an old path of the command leads to the new one' \
    "$(on readlink -f /usr/local/bin/guichet)" /usr/bin/guichet
host_drop before
