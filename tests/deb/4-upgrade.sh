# A new version, while readers read; then without room for it.

machine upgrade "$work/installed"
echo 'site_name = Chez nous' >> "$files/etc/guichet/guichet.conf"
style=$(cd "$files/usr/share/guichet" && ls static/neutral.*.css)
again 9.0 "$new" "$new_theme"
cp readers.sh "$root"/tests/ds/schemas/900002-*.json "$files/root/"
on 'guichet import demarche 900002-*.json' > "$work/log" 2>&1

# A unit that was edited, and what was disabled, stay as they are.
mkdir -p "$files/etc/systemd/system/guichet-search@.service.d"
printf '[Service]\nNice=3\n' \
    > "$files/etc/systemd/system/guichet-search@.service.d/ours.conf"
on 'systemctl disable --now guichet-drafts.timer guichet-search@2' > "$work/log" 2>&1

# served NAME COMMAND: no reader is refused while it runs; what it says is in "said".
served() {
	on sh readers.sh > "$work/answers" &
	reader=$!
	said=$(on "$2" | tr -d '\r')
	on touch stop
	wait $reader
	note "$1: $(cut -d' ' -f1,3 "$work/answers" | sort | uniq -c | tr -s ' \n' ' ')" \
	    "slowest $(cut -d' ' -f2 "$work/answers" | sort -n | tail -n 1) s"
	is "$1: no reader is refused" "$(grep -v '^200' "$work/answers" | head -n 5)" ''
	for kind in search page file form send; do
		[ "$(grep -c " $kind " "$work/answers")" -ge 10 ]
		tap "$1: and many of each asked: $kind" $?
	done
}
# The theme that is shown is of its own version.
state=$(style)
said=$(on 'apt install -y ./guichet_9.0.deb 2>&1')
matches 'a new version without its theme is refused, with a word' "$said" \
    'theme-etat stays.*give apt both packages'
is 'and pages keep their styles' "$(status_of "${state:-/none}")" 200
served '20 reloads of nginx' 'for _ in $(seq 20); do
    systemctl reload nginx; sleep 0.3; done'
# As a job does whose hour comes before the schema follows.
is 'a job fails' "$(on 'mv /etc/guichet/count.cnf . && systemctl start guichet-count 2> log
    mv count.cnf /etc/guichet; systemctl is-failed guichet-count')" failed
served 'an upgrade' 'apt install -y ./guichet*_9.0.deb 2>&1'
[ "$bad" -eq 0 ] || note "$(on 'journalctl -q -o short-precise --no-pager \
    -t guichet-search -t guichet-prefill | tail -n 15')"
# When each began and when it said that it answers, in us, in the order of restarts.
on 'for i in 1 3 4; do for of in InactiveExit ActiveEnter; do
    systemctl show -P ${of}TimestampMonotonic guichet-search@$i; done; done' \
    > "$work/times"
sort -nc "$work/times" 2> "$work/log"
tap 'no process is restarted before the one before it answers' $?
[ $(($(sed -n 2p "$work/times") - $(sed -n 1p "$work/times"))) -gt 20000 ]
tap 'which takes it a moment' $?
matches 'the base is saved, and where is said' "$said" \
    'saved before its schema changes: /var/backups/guichet/guichet-[0-9-]*'
on 'zcat /var/backups/guichet/guichet-2*.sql.gz | tail -n 1' |
    grep -q '^-- Dump completed'
tap 'the copy is whole' $?
is 'for root alone' "$(on 'stat -c %a /var/backups/guichet/guichet-2*.gz')" 600
matches 'the schema follows' "$said" '990-later.sql applied'
matches 'what older sheets rendered is made again' "$said" 'aids indexed'
matches 'nginx has read its new files' "$(on curl -skI https://NOM/aides/)" '^[Ll]ater: yes'
is 'settings stay' "$(on tail -n 1 /etc/guichet/guichet.conf)" \
    'site_name = Chez nous'
is 'pages that were sent still find their style' "$(status_of "/$style")" 200
is 'with the theme too' "$(status_of "$state")" 200
is 'new ones theirs' "$(style)$(status_of "$(style)")" /static/state.00000000.css200
is 'and of the other theme' "$(status_of /static/neutral.00000000.css)" 200
is 'guichet check finds no fault, but that no network leads to DS' "$(on guichet check 2>&1 |
    grep ^FAULT | sed 's|: .*||')" 'FAULT  Démarches simplifiées answers'
is 'the job that failed began again' "$(on systemctl show -P Result guichet-count)" success
is 'a unit stays as it was edited' \
    "$(on systemctl show -P Nice guichet-search@1 guichet-search@3)" "$(printf '3\n\n3')"
is 'what was disabled stays so' "$(on systemctl is-active guichet-drafts.timer \
    guichet-search@2)" "$(printf 'inactive\ninactive')"
host_drop upgrade

# ---- no room ----

machine full "$work/installed"
again 9.0 "$new" "$new_theme"
# All of /var is a disk of its own, with nothing left on it.
on 'systemctl stop mariadb nginx; mkdir /disk
    mount -t tmpfs -o size=$(($(du -sm /var | cut -f1) + 40))m tmpfs /disk &&
    cp -a /var/. /disk && mount --bind /disk /var && systemctl start mariadb nginx
    dd if=/dev/zero of=/var/full bs=1M; dd if=/dev/zero bs=512 >> /var/full' \
    > "$work/log" 2>&1
is 'nothing is left of /var' "$(on "df --output=avail /var | tail -n 1 | tr -d ' '")" 0
# From the second time on nginx would keep a page.
for path in /aides/ '/aides/?keyword=ecole+durable' /demarches/; do
	is "a full /var: readers read $path, each time" \
	    "$(for _ in 1 2 3 4; do status_of "$path"; done)" 200200200200
done
on 'apt install -y ./guichet*_9.0.deb' > "$work/log" 2>&1
[ $? -ne 0 ]
tap 'a full /var: apt cannot' $?
for path in /aides/ '/aides/?keyword=ecole+neuve'; do
	is "a full /var: readers go on, $path" \
	    "$(for _ in 1 2 3 4; do status_of "$path"; done)" 200200200200
done
matches 'a full /var: guichet check says what is not kept' "$(on guichet check 2>&1)" \
    'left in /var/cache/guichet: nginx keeps no page'
guide 'dpkg --configure -a' > "$work/commands"
on "mount -o remount,size=8g /disk; rm /var/full; rm guichet*_0*.deb; $(tr '\n' ';' < "$work/commands")" > "$work/log" 2>&1
status=$?
[ $status -eq 0 ] || note "$(cat "$work/log")"
tap 'once there is room, the guide finishes' $status
is 'the new version is there' "$(on "dpkg-query -W -f '\${Version}' guichet")" 9.0
on guichet check > "$work/log" 2>&1
status=$?
[ $status -eq 0 ] || note "$(grep -v ^ok "$work/log")"
tap 'and whole' $status
host_drop full

machine full "$work/installed"
again 9.0 "$new" "$new_theme"
on 'mkdir -p /var/backups/guichet &&
    mount -t tmpfs -o size=64k tmpfs /var/backups/guichet'
said=$(on 'apt install -y ./guichet*_9.0.deb 2>&1' | tr -d '\r')
is 'no room: the package is configured' "$(installed)" installed
matches 'no room: the schema stays, and why is said' "$said" \
    'could not be saved: its schema stays'
is 'readers go on' "$(status_of /aides/)" 200
is 'no piece of a copy is left' "$(on ls /var/backups/guichet)" ''
on 'umount /var/backups/guichet && guichet setup' > "$work/log" 2>&1
tap 'once there is room, guichet setup finishes' $?
host_drop full
