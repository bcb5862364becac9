# A new version while readers read, then the same cut short.

# Another schema, another sheet, another style.
# A step that programs of before may read over.
new='printf "%s\n" "-- readers: 018" "CREATE TABLE later (id int PRIMARY KEY);" \
    > usr/share/guichet/sql/schema/990-later.sql
echo "<!-- later -->" >> usr/share/guichet/xsl/lib/page.xsl
cd usr/share/guichet && for file in static/neutral.*.css*; do
	mv "$file" "static/neutral.00000000.css${file#*.css}"; done
sed -i "s|/neutral\.[0-9a-f]*\.css|/neutral.00000000.css|" manifest'

machine upgrade "$work/installed"
echo 'site_name = Chez nous' >> "$files/etc/guichet/guichet.conf"
style=$(cd "$files/usr/share/guichet" && ls static/neutral.*.css)
again 9.0 "$files/root/guichet_9.0.deb" "$new"
cat > "$files/root/read" <<'READ'
i=0
while [ ! -e stop ]; do
	i=$((i + 1))
	curl -sk --max-time 10 -o /dev/null -w '%{http_code}\n' \
	    "https://NOM/aides/?keyword=toit$i"
	curl -sk --max-time 10 -o /dev/null -w '%{http_code}\n' https://NOM/aides/
done > answers
READ
on sh read &
reader=$!
said=$(on 'apt install -y ./guichet_9.0.deb 2>&1' | tr -d '\r')
on touch stop
wait $reader
note "answers: $(on 'sort answers | uniq -c' | tr -s ' \n' ' ')"
is 'no reader is refused' "$(on "grep -vc '^200' answers")" 0
[ "$(on wc -l '< answers')" -gt 50 ]
tap 'and many read' $?
matches 'the base is saved, and where is said' "$said" \
    'saved before its schema changes: /var/backups/guichet/guichet-[0-9-]*'
on 'zcat /var/backups/guichet/guichet-2*.sql.gz | tail -n 1' |
    grep -q '^-- Dump completed'
tap 'the copy is whole' $?
is 'for root alone' "$(on 'stat -c %a /var/backups/guichet/guichet-2*.gz')" 600
matches 'the schema follows' "$said" '990-later.sql applied'
matches 'what older sheets rendered is made again' "$said" 'aids indexed'
is 'settings stay' "$(on tail -n 1 /etc/guichet/guichet.conf)" \
    'site_name = Chez nous'
is 'pages that were sent still find their style' "$(status_of "/$style")" 200
is 'new ones theirs' "$(status_of /static/neutral.00000000.css)" 200
on guichet check > "$work/log" 2>&1
status=$?
[ $status -eq 0 ] || note "$(grep -v ^ok "$work/log")"
tap 'guichet check finds no fault' $status
host_drop upgrade

# ---- no room to save the base ----

machine full "$work/installed"
again 9.0 "$files/root/guichet_9.0.deb" "$new"
on 'mkdir -p /var/backups/guichet &&
    mount -t tmpfs -o size=64k tmpfs /var/backups/guichet'
said=$(on 'apt install -y ./guichet_9.0.deb 2>&1' | tr -d '\r')
is 'no room: the package is configured' "$(installed)" installed
matches 'no room: the schema stays, and why is said' "$said" \
    'could not be saved: its schema stays'
is 'readers go on' "$(status_of /aides/)" 200
is 'no piece of a copy is left' "$(on ls /var/backups/guichet)" ''
on 'umount /var/backups/guichet && guichet setup' > "$work/log" 2>&1
tap 'once there is room, guichet setup finishes' $?
host_drop full

# ---- cut short, then run again as the guide says ----

guide 'dpkg --configure -a' > "$work/commands"
for delay in ${FULL:+0.3 0.6} 1 ${FULL:+1.5 2 3} 4 ${FULL:+6 9 14}; do
	machine cut "$work/installed"
	again 9.0 "$files/root/guichet_9.0.deb" "$new"
	rm "$files/root/$(basename "$deb")"
	on "setsid apt install -y ./guichet_*.deb > log 2>&1 & sleep $delay
	    pkill -9 -x apt; pkill -9 -x dpkg; pkill -9 -f guichet.postinst
	    pkill -9 -x guichet; pkill -9 mariadb-dump; true"
	on "$(tr '\n' ';' < "$work/commands")" > "$work/log" 2>&1 < /dev/null
	status=$?
	[ $status -eq 0 ] || note "$(cat "$work/log")"
	tap "cut after $delay s, then run again" $status
	is 'the new version is there' "$(on "dpkg-query -W -f '\${Version}' guichet")" 9.0
	on guichet check > "$work/log" 2>&1
	status=$?
	[ $status -eq 0 ] || note "$(grep -v ^ok "$work/log")"
	tap 'and whole' $status
	host_drop cut
done
