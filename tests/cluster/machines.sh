# machines.sh - the networks of a cluster, its nodes, and its machines with programs, for
# run.sh to read.

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
# shellcheck disable=SC2086 # lists
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
	sed "/bind-address\|node_address/s/10.1.0.11/10.1.0.1$1/" "$root/conf/galera.cnf" > "$of/galera.cnf"
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
	sed "s|/run/haproxy|$site/run|" "$root/conf/haproxy-base.cfg" > "$site/etc/haproxy-base.cfg"
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
