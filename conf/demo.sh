#!/bin/sh
# demo.sh FOLDER PORT - a whole Guichet in one folder, in the foreground: its own
# MariaDB, its programs and its nginx.  It stops all of it when it is told to
# (Ctrl-C, SIGTERM), and finds its data again at the next start.
#
# From the environment: BUILD, where the programs were built; AIDS, a file of
# aids instead of the sample; WORKERS, processes of each program that has so many a
# core, and MOST, the most that any has; DS_URL, the address of Démarches
# simplifiées, instead of a stand-in that the demo starts; LOAD, for tests:
# "territories" or "aids" loads no more than that, and serves nothing; COUNTS, sample
# counts too, when it is not empty; DOOR, the web server: nginx, apache or lighttpd;
# SOCKET, of a base that others start, whose accounts FOLDER/etc has already, and
# ACCOUNT_HOST, their host part there.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "${BUILD:-$here/build}" && pwd)
mkdir -p "$1"
dir=$(cd "$1" && pwd)
port=$2
aids=${AIDS:-}
log=$dir/log run=$dir/run
mysql_pid='' programs_pid='' door_pid='' ds_pid=''

mkdir -p "$log" "$run" "$dir/cache" "$dir/etc" "$dir/tmp"
umask 077
start=$(date +%s)

say() { printf '%3d s  %s\n' "$(($(date +%s) - start))" "$*"; }

fail() {
	echo "the demo does not start: $*" >&2
	exit 1
}

# Each runs in a session of its own (setsid): a Ctrl-C is for this script alone.

# stop PID: ends a process and waits for it.
stop() {
	[ -n "$1" ] || return 0
	kill "$1" 2> /dev/null || return 0
	for _ in $(seq 100); do
		kill -0 "$1" 2> /dev/null || return 0
		sleep 0.1
	done
	kill -9 "$1" 2> /dev/null || true
}

stop_all() {
	trap '' INT TERM PIPE
	stop "$door_pid"
	for pid in $programs_pid $ds_pid; do stop "$pid"; done
	stop "$mysql_pid"
	rm -f "$dir/pid"
}
trap stop_all EXIT
trap 'exit 0' INT TERM HUP PIPE

# A folder serves one demo at a time.
if [ -s "$dir/pid" ] && kill -0 "$(cat "$dir/pid")" 2> /dev/null; then
	trap - EXIT
	fail "one runs already in $1 (process $(cat "$dir/pid"))"
fi
echo $$ > "$dir/pid"

# A socket's path has room for 107 bytes.
[ ${#run} -lt 90 ] || fail "the path of $run is too long for a socket"

word() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }

# ---- MariaDB ----

start_mariadb() {
	first=
	# A starting MariaDB empties its tmpdir, were it another's too.
	if [ ! -d "$dir/mysql/mysql" ]; then
		first=yes
		rm -rf "$dir/mysql"
		mariadb-install-db --no-defaults --datadir="$dir/mysql" \
		    --tmpdir="$dir/tmp" \
		    --auth-root-authentication-method=normal \
		    --skip-test-db --skip-name-resolve \
		    > "$log/mariadb-install.log" 2>&1 ||
		    fail "see $log/mariadb-install.log"
	fi
	setsid mariadbd --no-defaults --user="$(id -un)" --datadir="$dir/mysql" \
	    --tmpdir="$dir/tmp" \
	    --socket="$run/mysql.sock" --pid-file="$run/mysql.pid" \
	    --skip-networking --character-set-server=utf8mb4 \
	    --collation-server=utf8mb4_unicode_520_ci \
	    --innodb-buffer-pool-size=256M --innodb-log-file-size=64M \
	    --innodb-flush-log-at-trx-commit=2 --max-connections=100 \
	    --performance-schema=OFF --skip-log-bin \
	    > "$log/mariadb.log" 2>&1 < /dev/null &
	mysql_pid=$!
	for _ in $(seq 300); do
		kill -0 $mysql_pid 2> /dev/null || fail "see $log/mariadb.log"
		if [ -S "$run/mysql.sock" ] && root_sql < /dev/null; then
			return 0
		fi
		sleep 0.1
	done
	fail "MariaDB does not answer, see $log/mariadb.log"
}

root_sql() {
	mariadb --no-defaults --socket="$run/mysql.sock" -u root \
	    ${root_word:+-p"$root_word"} 2>> "$log/mariadb-client.log"
}

# The accounts: the owner of the schema, and one for each program, which may
# read what "guichet migrate" grants.
make_accounts() {
	"$here/conf/accounts.sh" "$dir/etc" "$run/mysql.sock" > "$dir/etc/sql"
	if [ ! -s "$dir/etc/root" ]; then
		admin=$(word)
		echo "ALTER USER root@localhost IDENTIFIED BY '$admin';" \
		    >> "$dir/etc/sql"
	fi
	root_sql < "$dir/etc/sql" || fail "see $log/mariadb-client.log"
	rm "$dir/etc/sql"
	[ -s "$dir/etc/root" ] || echo "$admin" > "$dir/etc/root"
}

if [ -z "${SOCKET:-}" ]; then
	say "starting MariaDB"
	root_word=$(cat "$dir/etc/root" 2> /dev/null || true)
	start_mariadb
	make_accounts
fi
# The folder may have moved since its first start.
sed -i "s|^socket=.*|socket=${SOCKET:-$run/mysql.sock}|
    s|^!include .*/|!include $dir/etc/|" "$dir"/etc/*.cnf

# ---- Démarches simplifiées, or what stands for it ----

ds_url=${DS_URL:-}
if [ -z "$ds_url" ]; then
	say "starting a stand-in for Démarches simplifiées"
	rm -f "$run/ds"
	setsid node "$here/tests/ds/stand-in.mjs" --port "${DS_PORT:-0}" \
	    --schemas "$here/tests/ds/schemas" ${DS_OPTIONS:-} > "$run/ds" \
	    2>> "$log/ds.log" &
	ds_pid=$!
	for _ in $(seq 100); do
		kill -0 $ds_pid 2> /dev/null || fail "see $log/ds.log"
		! grep -q ready "$run/ds" || break
		sleep 0.1
	done
	ds_url=http://127.0.0.1:$(sed -n 's/^ready //p' "$run/ds")
fi

# ---- settings, schema, data ----

theme=${THEME:-state}
grep -q "^css-$theme " "$build/assets/manifest" || theme=neutral
cat > "$dir/etc/guichet.conf" <<CONF
share_dir = $here
static_manifest = $build/assets/manifest
database_options = $dir/etc/database.cnf
account_host = ${ACCOUNT_HOST:-localhost}
notice = $run/notice
tables_dir = $dir/tables
exports_dir = $dir/exports
cache_dir = $dir/cache
count_log = $log/count.log
ds_url = $ds_url
base_url = ${BASE_URL:-http://localhost:$port}
theme = $theme
stats = public
site_name = Guichet des aides
brand = Préfecture|de démonstration
operator_name = Préfecture de démonstration
operator_address = 1 place de la République, 79000 Niort
publication_director = La préfète ou le préfet
host_name = Le serveur de cette machine
host_address = 1 place de la République, 79000 Niort
contact = contact@prefecture.example
dpo = dpo@prefecture.example
log_retention = six mois
CONF
export GUICHET_CONF="$dir/etc/guichet.conf" TEXTDOMAINDIR="$build/locale"

guichet() { "$build/guichet" "$@" >> "$log/guichet.log" ||
    fail "guichet $1 failed, see $log/guichet.log"; }

say "bringing the schema up to date"
guichet migrate
stamp() { cat "$@" | sha256sum | cut -c1-16; }
# once KEY STAMP COMMAND...: runs the command when the stamp is another than at
# the last time.
once() {
	key=$dir/etc/done-$1 now=$2
	shift 2
	[ "$(cat "$key" 2> /dev/null)" != "$now" ] || return 0
	"$@"
	echo "$now" > "$key"
}
load_perimeters() {
	say "loading 36 000 territories"
	guichet import perimeters
}
# Not the program itself: its build id changes with every sheet.
sheets="$(stamp "$build/libguichet.a") $("$here/conf/sheets-stamp.sh")"
load_aids() {
	say "loading aids from ${aids:-the sample}"
	if [ -n "$aids" ]; then
		guichet import aids "$aids"
	else
		guichet import aids --source exemples \
		    "$here/sql/data/sample-aids.jsonl"
		guichet import funded exemples "$here/sql/data/sample-funded.csv"
		guichet demarche offer 900008 action-coeur-de-ville
		guichet program members petites-villes-de-demain "$here/sql/data/sample-members.csv" \
		    novembre\ 2026 "liste inventée pour la démonstration"
		guichet demarche offer 900002 detr-deux-sevres dotation-soutien-investissement-local-dsil \
		    dotation-equipement-territoires-ruraux-detr
	fi
	# The first import rendered them all.
	[ -e "$dir/etc/done-aids" ] || echo "$sheets" > "$dir/etc/done-fragments"
}
render() {
	say "rendering the aids"
	guichet index
}
load_words() {
	guichet import keywords
	guichet import projects
}
load_demarches() {
	say "loading démarches"
	for file in "$here"/tests/ds/schemas/90000[128]-*.json; do
		guichet import demarche "$file"
	done
	guichet import sources "$here/tests/ds/sources.csv"
}
once words "$(stamp "$here"/sql/data/keywords.csv "$here/sql/data/projects.csv")" \
    load_words
once perimeters "$(stamp "$here"/sql/data/perimeters*.tsv "$here/sql/data/centres.tsv" \
    "$here/sql/data/territory-facts.tsv")" load_perimeters
once demarches "$(stamp "$here"/tests/ds/schemas/*.json "$here/tests/ds/sources.csv" "$here/sql/data/facts.sql")" \
    load_demarches
once sources "$(stamp "$here/sql/data/sources.csv")" guichet import sources
[ "${LOAD:-}" != territories ] || exit 0
# Dates of yearly aids follow today's.
once aids "${GUICHET_TODAY:-$(date +%F)} $(stamp "${aids:-$here/sql/data/sample-aids.jsonl}")" \
    load_aids
once fragments "$sheets" render
"$here/conf/sheets-stamp.sh" > "$dir/etc/done-sheets"
. "$here/conf/demo-programs.sh"
[ -z "${LOAD:-}" ] || leave_places

# The portals show some of the sample's aids; the State's need its theme.
load_portals() {
	say "loading portals"
	for file in "$here"/sql/data/sample-portal-*.xml; do
		! grep -q '<theme>state' "$file" ||
		    grep -q '^css-state ' "$build/assets/manifest" || continue
		guichet portal import "$file"
	done
}
[ -n "$aids" ] || once portals "$(stamp "$here"/sql/data/sample-portal-*)" load_portals
load_counts() {
	root_word=$(cat "$dir/etc/root")
	root_sql < "$here/sql/data/sample-counts.sql" || fail "see $log/mariadb-client.log"
}
[ -z "${COUNTS:-}" ] || [ -n "$aids" ] ||
    once counts "$(date +%F) $(stamp "$here/sql/data/sample-counts.sql")" load_counts

# ---- programs ----

units=$("$here/conf/programs.sh" units)
for unit in $units; do
	workers=$("$here/conf/programs.sh" workers "$unit")
	[ "$workers" -le "${MOST:-$workers}" ] || workers=$MOST
	serve "$unit" "$workers"
done

# ---- the web server ----

. "$here/conf/demo-door.sh"

# Programs take requests once they have read what most pages need.
for program in $("$here/conf/programs.sh" names program); do
	"$here/conf/demo-asks.sh" "$port" "$program"
done
# As their timers do of an installed one.
guichet bulk --force
while sleep 60; do
	"$build/guichet" bulk || :
	"$build/guichet" deposit run || :
done >> "$log/guichet.log" 2>&1 &
programs_pid="$programs_pid $!"
say "ready: http://localhost:$port/   (Ctrl-C stops)"
echo "$port" > "$run/ready"
wait $door_pid || true
