#!/bin/sh
# run.sh - three nodes of MariaDB, two machines with programs and nginx, and a balancer,
# each in a network of its own, while readers read and writers write: what they meet
# when one of these breaks.  TAP; then, for each fault, what was tried, failed, wrong and
# doubled, the slowest answer, and how long it lasted, beside its bar.
#
# By the settings that are installed: conf/galera.cnf, haproxy-base.cfg, haproxy-site.cfg.
# steps/NAME.sh plays a fault, by the functions below.  Only some: run.sh NAME...
cd "$(dirname "$0")" || exit 1
root=$(cd ../.. && pwd)
# As other suites, whose base is copied.
export GUICHET_TODAY=2026-11-22
for tool in haproxy wsrep_sst_rsync rsync ip unshare; do
	command -v $tool > /dev/null || PATH=$PATH:/usr/sbin:/sbin
	command -v $tool > /dev/null || { echo "1..0 # SKIP $tool is missing"; exit 0; }
done
[ "$(id -u)" -eq 0 ] || { echo '1..0 # SKIP only root makes networks'; exit 0; }
if [ -z "${CLUSTER_NETWORK:-}" ]; then
	CLUSTER_NETWORK=yes exec unshare --net --mount --pid --fork --mount-proc --kill-child ./run.sh "$@"
fi
. "$root/tests/lib.sh"
command -v node > /dev/null || skip_all 'node is missing'

# ---- networks ----

mount -t tmpfs tmpfs /run
mkdir /run/netns
# Names are not asked of a server that is not there.
mount --bind /dev/null /etc/resolv.conf
ip link set lo up
ip link add name between type bridge
ip link set between up
# network NAME ADDRESS: where one of the machines is.
network() {
	ip netns add "$1"
	ip link add "to-$1" type veth peer name eth0 netns "$1"
	ip link set "to-$1" master between up
	ip -n "$1" link set lo up
	ip -n "$1" address add "$2/8" dev eth0
	ip -n "$1" link set eth0 up
}
at() { ip netns exec "$@"; }
for i in 1 2 3; do network node$i 10.1.0.1$i; done
for i in 1 2; do network host$i 10.1.0.2$i; done
network front 10.1.0.30
network readers 10.1.0.40
readers=$(for i in $(seq 8); do echo 10.$((i + 1)).1.1; done)
applicants=$(for i in $(seq 20 69); do echo 10.$i.1.1; done)
for address in $readers $applicants; do ip -n readers address add "$address/8" dev eth0; done

# ---- nodes ----

# They run as the user of MariaDB, who may not enter every folder.
nodes=$(mktemp -d /tmp/nodes-XXXXXX)
chmod 755 "$nodes"
end() {
	for name in node1 node2 node3; do ip netns pids $name | xargs -r kill -9; done
	sleep 0.5
	rm -rf "$nodes"
}
trap end EXIT
# node N [OPTION]: starts it.
node() {
	of=$nodes/$1
	mkdir -p "$of/mysql"
	sed -e "s/@NODES@/10.1.0.11,10.1.0.12,10.1.0.13/; s/@NODE@/10.1.0.1$1/" \
	    "$root/conf/galera.cnf" > "$of/galera.cnf"
	chown -R mysql "$of"
	at "node$1" setsid mariadbd --defaults-file="$of/galera.cnf" --user=mysql \
	    --datadir="$of/mysql" --tmpdir="$of" --socket="$of/sock" --pid-file="$of/pid" \
	    --character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_520_ci \
	    --innodb-buffer-pool-size=128M --max-connections=300 \
	    ${2:+"$2"} > "$work/node$1.log" 2>&1 < /dev/null &
}
# of N SQL: what a node answers.
of() {
	mariadb --no-defaults --socket="$nodes/$1/sock" -u root -p"$secret" -N -B guichet \
	    -e "$2" 2>&1
}
is_synced() { [ "$(of "$1" "SHOW STATUS LIKE 'wsrep_local_state_comment'" | cut -f2)" = Synced ]; }
joined() { until_true is_synced "$1" || until_true is_synced "$1" || bail "node $1: $(tail -n 2 "$work/node$1.log")"; }
now() { date +%s%3N; }
pid_of() { cat "$nodes/$1/pid"; }

# ---- machines with programs ----

# machine N: a site whose base is behind a proxy of its own.
machine() {
	site=$work/host$1
	mkdir -p "$site/run"
	sed -e "s|@RUN@|$site/run|" -e 's/@NODE1@/10.1.0.11/; s/@NODE2@/10.1.0.12/; s/@NODE3@/10.1.0.13/' \
	    "$root/conf/haproxy-base.cfg" > "$site/etc/haproxy-base.cfg"
	printf 'listen ds\n\tbind 127.0.0.1:8081\n\tserver ds 10.1.0.30:8081\n' >> "$site/etc/haproxy-base.cfg"
	ip netns exec "host$1" setsid haproxy -db -f "$site/etc/haproxy-base.cfg" > "$work/proxy$1.log" 2>&1 &
	echo $! > "$site/proxy.pid"
	until_true [ -S "$site/run/base.sock" ]
	BUILD=$build WORKERS=2 SOCKET=$site/run/base.sock ACCOUNT_HOST='10.1.%' \
	    DS_URL=$ds at "host$1" setsid sh "$root/conf/demo.sh" "$site" 8080 \
	    > "$site/demo.log" 2>&1 < /dev/null &
	echo $! > "$site/demo.pid"
}
ready() {
	until_true [ -s "$work/host$1/run/ready" ] || until_true [ -s "$work/host$1/run/ready" ] ||
	    bail "host $1: $(tail -n 3 "$work/host$1/demo.log")"
	# The demo's nginx is for its own machine; this one is for the balancer.
	sed -i "s/listen 127.0.0.1:8080 backlog=4096;/&\n		listen 10.1.0.2$1:8080;\n		set_real_ip_from 10.1.0.30;\n		real_ip_header X-Forwarded-For;/" \
	    "$work/host$1/etc/nginx-demo.conf"
	echo 'allow 10.1.0.30;' > "$work/host$1/etc/health-allow.conf"
	kill -HUP "$(cat "$work/host$1/run/nginx.pid")"
}
# guichet_at N ARGUMENT...: the administrator's command there.
guichet_at() {
	of=host$1
	shift
	GUICHET_CONF=$work/$of/etc/guichet.conf at "$of" "$build/guichet" "$@"
}

# ---- start ----

# What stands for Démarches simplifiées is where the balancer is.  Each machine reaches
# it at the address that it says, by a relay.
ip netns exec front setsid node "$root/tests/ds/stand-in.mjs" --port 8081 \
    --schemas "$root/tests/ds/schemas" > "$work/ds" 2> "$work/ds.log" &
until_true grep -q ready "$work/ds"
ds=http://127.0.0.1:8081
{
	flock 9
	mkdir -p "$work/host1" "$nodes/1"
	rm -rf "$work/host1" "$work/host2"
	mkdir -p "$work/host1" "$work/host2" "$nodes/1"
	load "$work/host1" aids
} 9> "$loader/check/lock"
mv "$work/host1/mysql" "$nodes/1/"
secret=$(cat "$work/host1/etc/root")
node 1 --wsrep-new-cluster
joined 1
echo 'account_host = 10.1.%' > "$work/host1/etc/guichet.conf"
"$root/conf/accounts.sh" "$work/host1/etc" "$work/host1/run/base.sock" > "$work/accounts.sql"
mariadb --no-defaults --socket="$nodes/1/sock" -u root -p"$secret" < "$work/accounts.sql" ||
    bail 'no accounts'

# What a write costs, alone and with the others.
of 1 'CREATE TABLE written (word CHAR(32) CHARACTER SET ascii PRIMARY KEY)'
cost() {
	began=$(now)
	for i in $(seq 500); do echo "INSERT INTO written VALUES ('$1$i');"; done |
	    mariadb --no-defaults --socket="$nodes/1/sock" -u root -p"$secret" guichet
	echo $((($(now) - began) * 1000 / 500))
}
alone=$(cost alone)
for i in 2 3; do node $i; joined $i; done
note "a write: $alone µs with one node, $(cost three) µs with three"
is 'three nodes take part' "$(of 1 "SHOW STATUS LIKE 'wsrep_cluster_size'" | cut -f2)" 3
machine 1
ready 1
cp -a "$work/host1/etc" "$work/host2/"
machine 2
ready 2

sed 's/@FRONT@/10.1.0.30/; s/@HOST1@/10.1.0.21:8080/; s/@HOST2@/10.1.0.22:8080/' \
    "$root/conf/haproxy-site.cfg" > "$work/front.cfg"
printf 'listen ds\n\tbind 10.1.0.30:8081\n\tserver ds 127.0.0.1:8081\n' >> "$work/front.cfg"
ip netns exec front setsid haproxy -db -f "$work/front.cfg" > "$work/front.log" 2>&1 &
asked() { at readers curl -s -o /dev/null --max-time 10 -w '%{http_code}' "http://10.1.0.30$1"; }
answers() { [ "$(asked "$1")" = 200 ]; }
until_true answers '/aides/?keyword=toit'
status=$?
tap 'a reader reads through the balancer' $status
[ $status -eq 0 ] || finish

# ---- what readers and writers meet ----

# write MACHINE: a word after another, by its proxy; one that was not acknowledged is
# written again, unless it is there.  A line each: when, how long, ok or not, the word.
write() {
	to=$work/host$1/run/base.sock
	word_of=$(sed -n 's/^password=//p' "$work/host$1/etc/owner.cnf")
	i=0
	while [ -e "$work/load" ]; do
		i=$((i + 1))
		word=$1-$(now)-$i
		for try in 1 2 3 4 5 6 7 8; do
			began=$(now)
			timeout 10 mariadb --no-defaults --socket="$to" -u guichet \
			    -p"$word_of" guichet -e "INSERT IGNORE INTO written VALUES ('$word')" 2> /dev/null
			status=$?
			echo "$began $(($(now) - began)) $([ $status -eq 0 ] && echo 200 || echo failed) true $word"
			[ $status -ne 0 ] || break
			sleep 0.2
		done
		sleep 0.05
	done
}
# apply: a reader after another, each of a network of their own, presses the last
# button of an application, and again when it failed, until a draft is there.
form_secret=$(of 1 'SELECT secret FROM form_secret')
applied=0
apply() {
	while [ -e "$work/load" ]; do
		applied=$((applied + 1))
		form=$(token "$(printf '%032x' $applied)")
		for try in 1 2 3 4 5 6 7 8; do
			began=$(now)
			draft=$(ip netns exec readers curl -s -o /dev/null --max-time 10 \
			    --interface "10.$((20 + applied % 50)).1.1" -H 'Sec-Fetch-Site: same-origin' \
			    -w '%{redirect_url}' -d "step=send&form=$form&authority=217901099&project.title=Toit+$applied." \
			    "http://10.1.0.30/aides/action-coeur-de-ville/candidater/envoi/?demarche=900008")
			case $draft in *prefill_token=*) status=200 ;; *) status=failed ;; esac
			echo "$began $(($(now) - began)) $status true $applied"
			[ $status = failed ] || break
			sleep 0.3
		done
		sleep 1
	done
	echo $applied > "$work/applied"
}
# load_on: readers, applicants, and a writer on each machine, or on those that
# "writers" names, until load_off.
load_on() {
	: > "$work/load"
	# shellcheck disable=SC2086 # a list
	ip netns exec readers node load.mjs http://10.1.0.30 60 $readers > "$work/read" &
	reading=$!
	writing=
	: > "$work/write1"
	for i in ${writers:-1 2}; do
		write "$i" > "$work/write$i" &
		writing="$writing $!"
	done
	apply > "$work/apply" &
	writing="$writing $!"
	sleep 3
}
load_off() {
	rm -f "$work/load"
	kill $reading
	# shellcheck disable=SC2086 # a list
	wait $reading $writing
	applied=$(cat "$work/applied")
	sleep 1
}
# figures FILE FROM: of the requests that were not answered before that moment, how many
# there were, failed, were wrong, and the slowest; and how long after it the last one
# failed or took over a second, in ms.
figures() {
	awk -v from="$2" '
		$1 + $2 < from { next }
		{ n++; if ($2 > slowest) slowest = $2 }
		$3 != 200 { failed++ }
		$3 == 200 && $4 != "true" { wrong++ }
		$3 != 200 || $2 > 1000 { if ($1 + $2 - from > last) last = $1 + $2 - from }
		END { printf "%d %d %d %d %d\n", n, failed, wrong, slowest, last }' "$1"
}
lost() {
	cat "$work/write1" "$work/write2" | awk '$3 == 200 { print $5 }' | sort > "$work/acknowledged"
	of 2 'SELECT word FROM written ORDER BY word' | sort > "$work/there"
	comm -23 "$work/acknowledged" "$work/there" | wc -l
}
# What was acknowledged to applicants and is not there, and what is there twice.
drafts_lost() {
	awk '$3 == 200 { print $5 }' "$work/apply" | sort -u > "$work/acknowledged"
	at front curl -s "$ds/_control/drafts" | grep -o '"Toit [0-9]*\."' | tr -dc '0-9\n' | sort > "$work/drafts"
	sort -u "$work/drafts" | comm -23 "$work/acknowledged" - | wc -l
}
printf '# %-34s %7s %6s %5s %7s %9s %9s  %s\n' fault tried failed wrong 'lost' 'slowest' 'lasted' bar > "$work/table"
# fault NAME BAR READS WRITES COMMAND...: breaks something under load; readers read again within BAR ms,
# of whom so many meet an error at most; nothing that was acknowledged is lost.
fault() {
	name=$1 bar=$2 most=$3
	shift 3
	load_on
	since=$(now)
	"$@"
	sleep $((bar / 1000 + 4))
	load_off
	figures "$work/read" "$since" > "$work/figures"
	read -r tried failed wrong slowest last < "$work/figures"
	gone=$(lost)
	cat "$work/write1" "$work/write2" > "$work/writes"
	figures "$work/writes" "$since" > "$work/figures"
	read -r wtried wfailed _ wslowest wlast < "$work/figures"
	printf '# %-34s %7d %6d %5d %7s %6d ms %6d ms  %d ms\n' "$name: readers" $tried $failed $wrong - $slowest $last $bar >> "$work/table"
	printf '# %-34s %7d %6d %5s %7d %6d ms %6d ms  0 lost\n' "$name: writers" $wtried $wfailed - $gone $wslowest $wlast >> "$work/table"
	unmade=$(drafts_lost) doubled=$(uniq -d "$work/drafts" | wc -l)
	figures "$work/apply" "$since" > "$work/figures"
	read -r atried afailed _ aslowest alast < "$work/figures"
	printf '# %-34s %7d %6d %5s %7s %6d ms %6d ms  0 lost or doubled\n' "$name: applications" $atried $afailed - "$unmade, $doubled" $aslowest $alast >> "$work/table"
	[ "$last" -le "$bar" ]
	tap "$name: readers read again within $bar ms" $?
	[ "$failed" -le "$most" ]
	tap "$name: at most $most of their requests fail" $?
	is "$name: no page is wrong" "$wrong" 0
	is "$name: nothing that was acknowledged is lost" "$gone, $unmade drafts" '0, 0 drafts'
	is "$name: no draft is made twice" "$doubled" 0
}

for step in steps/*.sh; do
	name=${step#steps/}
	case " $* " in '  ' | *" ${name%.sh} "*) . "./$step" ;; esac
done
cat "$work/table"
finish
