#!/bin/sh
# run.sh - three nodes of MariaDB, two machines with programs and nginx, and a balancer,
# each in a network of its own, while readers read and writers write: what they meet
# when one of these breaks.  TAP; then, for each fault, what was tried, failed, wrong and
# doubled, the slowest answer, and how long it lasted, beside its bar.
#
# By the settings that are installed: conf/galera.cnf, haproxy-base.cfg, haproxy-site.cfg.
# steps/NAME.sh plays a fault, by the functions of load.sh.  Only some: run.sh NAME...
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

. ./machines.sh

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

{
	cat "$root/conf/haproxy-site.cfg"
	printf 'listen ds\n\tbind 10.1.0.30:8081\n\tserver ds 127.0.0.1:8081\n'
} > "$work/front.cfg"
ip netns exec front setsid haproxy -db -f "$work/front.cfg" > "$work/front.log" 2>&1 &
asked() { at readers curl -s -o /dev/null --max-time 10 -w '%{http_code}' "http://10.1.0.30$1"; }
answers() { [ "$(asked "$1")" = 200 ]; }
until_true answers '/aides/?keyword=toit'
status=$?
tap 'a reader reads through the balancer' $status
[ $status -eq 0 ] || finish

. ./load.sh
for step in steps/*.sh; do
	name=${step#steps/}
	case " $* " in '  ' | *" ${name%.sh} "*) . "./$step" ;; esac
done
cat "$work/table"
finish
