# From "apt install" to a page with real aids: the four commands of the guide.

machine new
on mariadb -e \"CREATE DATABASE autre\" 
guide 'apt install ./guichet_*.deb
guichet import' > "$work/commands"
is 'the guide has four commands' "$(wc -l < "$work/commands")" 4
start=$(date +%s)
line=0
while IFS= read -r command; do
	line=$((line + 1))
	on "$command" > "$work/said-$line" 2>&1 < /dev/null
	status=$?
	[ $status -eq 0 ] || note "$(cat "$work/said-$line")"
	tap "$command" $status
done < "$work/commands"
# nginx takes its new site some moments after it is told to.
on 'curl -sk --retry 10 --retry-delay 1 --retry-connrefused -o /dev/null https://NOM/'
found=$(page '/aides/?keyword=&perimeter_codes[]=79191')
seconds=$(($(date +%s) - start))
matches 'a page with aids' "$found" '<article|<h2|fr-card'
matches 'real ones' "$found" 'href="/aides/[a-z0-9-]+/'
echo "# $suite: $seconds s from apt install to a page with aids"
[ $seconds -lt 180 ]
tap 'in under three minutes' $?

# dpkg writes to a terminal of apt.
said=$(tr -d '\r' < "$work/said-1")
matches 'apt ends with what to edit' "$(printf '%s\n' "$said" | tail -n 2)" \
    '^to edit: /etc/guichet/guichet.conf'
matches 'and with guichet check' "$(printf '%s\n' "$said" | tail -n 1)" \
    '^next: guichet check$'
is 'the other site is as it was' "$(on curl -s http://autre.example/)" 'autre site'
is 'and the other base' "$(on "mariadb -Ne \"SHOW DATABASES LIKE 'autre'\"")" autre
is 'no password is in a file that others may read' \
    "$(on 'find /etc/guichet -perm /077 -type f | xargs grep -l ^password=')" ''
for program in $("$root/conf/programs.sh" names program); do
	is "$program runs" "$(on systemctl is-active "guichet-$program@1")" active
	is 'at each start of the machine' \
	    "$(on systemctl is-enabled "guichet-$program.socket")" enabled
done
for job in $("$root/conf/programs.sh" names job); do
	is "$job has its timer" "$(on systemctl is-active "guichet-$job.timer")" active
done
is 'no unit failed' "$(on "systemctl list-units --failed --plain --no-legend 'guichet*'")" ''

# ---- what systemd holds of each ----

search=$(on systemctl show -P MainPID guichet-search@1)
for program in $("$root/conf/programs.sh" names program); do
	pid=$(on systemctl show -P MainPID "guichet-$program@1")
	is "$program is a user of its own" "$(on stat -c %U "/proc/$pid")" "guichet-$program"
	is 'with no more rights, and few calls of the system' \
	    "$(on "grep -cE '^(NoNewPrivs:.1|Seccomp:.2|CapEff:.0+)$' /proc/$pid/status")" 3
	is 'its account is handed over' "$(on ls "/run/credentials/guichet-$program@1.service")" \
	    database.cnf
	on "nsenter -m -t $pid touch /var/lib/guichet/x" 2> "$work/log"
	matches 'it writes nowhere but in its folder' "$(cat "$work/log")" 'Read-only'
done
matches "no program has another's account" "$(on 'runuser -u guichet-search -- \
    mariadb -u guichet-prefill guichet -e "DO 1" 2>&1')" 'Access denied'
[ "$(on readlink "/proc/$search/ns/net")" != "$(on readlink /proc/1/ns/net)" ]
tap 'the search has no network' $?
on systemctl start guichet-drafts.service > "$work/log" 2>&1
tap 'what a timer starts ends well' $?
on "systemctl stop 'guichet-search@*'" 2> "$work/log"
is 'a socket starts a process' "$(status_of '/aides/?keyword=toit+neuf')" 200
for unit in $(on 'cd /usr/lib/systemd/system; ls guichet-*.service'); do
	of=${unit#guichet-} of=${of%%[@.]*} of=${of%-files}
	most=11
	[ "$("$root/conf/programs.sh" get "$of" network)" = open ] || most=2
	on "systemd-analyze security --offline=true --threshold=$most --no-pager \
	    /usr/lib/systemd/system/$unit" > "$work/log" 2>&1
	status=$?
	[ $status -eq 0 ] || note "$(tail -n 2 "$work/log")"
	tap "$unit: exposure at most $most tenths of 10" $status
done

# ---- settings, and what the guide has next ----

on 'apt install -y ./guichet-theme-etat_*.deb' > "$work/log" 2>&1
tap 'the theme of the State is a package' $?
on "sed -i 's|^#base_url = .*|base_url = https://NOM|; s|^#theme = .*|theme = state|
    s,^#\(operator_name\|operator_address\|publication_director\|host_name\|contact\) =.*,\1 = x,' /etc/guichet/guichet.conf"
guide 'guichet setup
guichet check' > "$work/commands"
on "$(cat "$work/commands")" > "$work/log" 2>&1
status=$?
[ $status -eq 0 ] || note "$(grep -v ^ok "$work/log")"
tap 'guichet setup, then guichet check, which finds no fault' $status
style=$(style)
is 'pages are in that theme' "$(status_of "${style:-/none}")" 200
[ -e "$files/usr/share/man/man7/guichet-install.7.gz" ]
tap 'this guide is among the manuals' $?
# A portal with a host name, by the commands of guichet-portail(5): a name that comes
# before guichet.conf, and a certificate of ten days.
portal=aa.example
certificate $portal 10
cat > "$files/root/portail.xml" <<XML
<portal xmlns="urn:guichet:portal" slug="aa" public="yes"><name>Portail AA</name>
<host>$portal</host></portal>
XML
on "echo 127.0.0.1 $portal >> /etc/hosts
    guichet portal import portail.xml
    guichet portal nginx aa > /etc/guichet/nginx/aa.conf &&
	nginx -t && systemctl reload nginx" > "$work/log" 2>&1
status=$?
[ $status -eq 0 ] || note "$(cat "$work/log")"
tap 'nginx takes the block of a portal' $status
matches 'which answers there' "$(on "curl -sk --retry 10 --retry-delay 1 \
    --retry-connrefused https://$portal/")" 'Portail AA'
on 'guichet setup' > "$work/log" 2>&1
tap 'guichet setup can be run again' $?
matches 'and has nothing to do' "$(cat "$work/log")" 'nothing to apply'
is 'nor has the administrator' "$(grep -c '^to edit' "$work/log")" 0
said=$(on guichet check 2>&1)
matches 'guichet check notes a certificate that ends soon' "$said" \
    "^NOTE +the certificate of https://$portal ends on 2"
matches 'and that nothing saves the base' "$said" '^NOTE +nothing saves the base each night'
is 'and no other' "$(printf '%s\n' "$said" | grep -c ^NOTE)" 2
on 'echo "log_format x y; access_log /dev/null z;" > /etc/nginx/conf.d/aa.conf'
matches 'and what nginx would refuse' "$(on guichet check 2>&1)" \
    '^FAULT +the files of the web server: .*unknown log format "z"'
rm "$files/etc/nginx/conf.d/aa.conf"

# A process that ends each time it begins has not failed, for systemd.
on 'chmod 600 /etc/guichet/guichet.conf; systemctl --no-block restart guichet-search@1; guichet check' > "$work/log" 2>&1
matches 'guichet check says who cannot read the settings' "$(cat "$work/log")" \
    '^FAULT +programs read the settings: /etc/guichet/guichet.conf is closed to .*guichet-search'
matches 'and what does not run' "$(cat "$work/log")" \
    '^FAULT +units of systemd: these are enabled and do not run: guichet-search@1.service$'
on 'chmod 644 /etc/guichet/guichet.conf && guichet setup && guichet check' > "$work/log" 2>&1
tap 'and what it says mends both' $?

# Its journals are for who administers; nginx goes on once they are turned.
for log in access count nginx-error; do
	is "$log.log is not for all to read" "$(on stat -c %a:%G "/var/log/guichet/$log.log")" 640:adm
done
on 'cd /var/log/guichet && mv count.log count.log.1 && install -m 640 -o www-data -g adm /dev/null count.log
    kill -USR1 $(cat /run/nginx.pid); sleep 1; curl -sk -A Mozilla -o /dev/null "https://NOM/aides/?keyword=toit"
    sleep 2; [ -s count.log ]' > "$work/log" 2>&1
tap 'a journal that was turned is written anew' $?
on guichet count > "$work/log" 2>&1
matches 'and counted' "$(cat "$work/log")" '^[1-9][0-9]* new lines? in [12] logs?: [1-9]'
host_keep new installed
