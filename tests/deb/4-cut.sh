# An upgrade cut short, then run again as the guide says.

# Where it may be cut, a name and what tells that it came there; briefly at a few.
cat > "$work/cuts" <<'CUTS'
before the files|[ -d /var/lib/guichet/static ]|
at the first file|[ -e /usr/bin/guichet.dpkg-new ]|
at the last file|[ -e "$last" ]|short
once the files are there|[ -e /var/lib/guichet/unfinished ]|
as the base is saved|[ -n "$(find /var/backups/guichet -name "*.new" 2> /dev/null)" ]|
once it is saved|[ -n "$(find /var/backups/guichet -name "*.gz" 2> /dev/null)" ]|
once the schema changed|grep -q 990-later log|short
as territories are loaded|grep -q "lists and rights" log|
as aids are rendered again|grep -q "perimeters: [0-9]* added" log|
as processes are restarted|grep -q "[0-9] aids indexed" log|
CUTS
guide 'dpkg --configure -a' > "$work/commands"
while IFS='|' read -r cut mark short <&3; do
	[ -n "$short" ] || [ -n "${FULL:-}" ] || continue
	machine cut "$work/installed"
	again 9.0 "$new" "$new_theme"
	rm "$files/root/$(basename "$deb")" "$files/root/$(basename "$theme")"
	cp cut.sh "$files/root/"
	echo "$mark" > "$files/root/mark"
	on 'sh cut.sh "$(cat mark)"' > "$work/log" 2>&1
	status=$?
	[ $status -eq 0 ] || note "$(cat "$work/log" "$files/root/log")"
	tap "an upgrade is cut short $cut" $status
	# apt asks when one of the two packages was unpacked already.
	yes 2> /dev/null | on "$(tr '\n' ';' < "$work/commands")" > "$work/log" 2>&1
	status=$?
	[ $status -eq 0 ] || note "$(cat "$work/log")"
	tap "cut $cut: then run again" $status
	is 'the new version is there' "$(on "dpkg-query -W -f '\${Version}' guichet")" 9.0
	on guichet check > "$work/log" 2>&1
	status=$?
	[ $status -eq 0 ] || note "$(grep -v ^ok "$work/log")"
	tap 'and whole' $status
	is 'readers read' "$(status_of /aides/)" 200
	host_drop cut
done 3< "$work/cuts"
