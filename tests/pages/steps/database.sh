# MariaDB goes away and comes back: a page says so, soon, and all is well again
# without a restart of the programs.
mariadb_pid=$(cat "$site/run/mysql.pid")
pids=$(workers)
found() { get '/aides/?keyword=toit' | grep -oE 'href="/aides/[a-z0-9-]{5,}/'; }
aids=$(found)
matches 'a search finds aids' "$aids" 'href'

is_away() { [ "$(status_of "/aides/?keyword=$1-now")" = 503 ]; }
# away NAME: what readers get now, and how soon.
away() {
	# What was read ahead answers for a second: so often is the version asked.
	until_true is_away "$1"
	head=$(curl -s -D - -o "$body" --max-time 20 -w '%{time_total}' \
	    "$base/aides/?keyword=$1")
	matches "$1: 503" "$head" '^HTTP/1.1 503'
	matches "$1: Retry-After" "$head" '^Retry-After: [0-9]'
	matches "$1: not kept" "$head" '^Cache-Control: no-store'
	# A busy machine has four.
	matches "$1: within two seconds" "$(echo "$head" | tail -n 1)" \
	    "^[0-$([ -n "${FULL:-}" ] && echo 1 || echo 3)]\."
	matches "$1: a page with the request's number" "$(cat "$body")" \
	    'référence à donner[^<]*[0-9a-f]{32}'
	is "$1: nothing of how it is made" "$(grep -cE 'MariaDB|mysql|errno|sock' "$body")" 0
}
# back NAME: 200 again within some seconds.
back() {
	for _ in $(seq 300); do
		[ "$(status_of "/aides/?keyword=$1")" = 200 ] && break
		sleep 0.2
	done
	is "$1: back" "$(status_of "/aides/?keyword=$1-again")" 200
	is "$1: the same processes" "$(workers)" "$pids"
}
asked=0
# of_portal STATUS: whether a page that nginx does not hold has the name of a portal.
of_portal() {
	asked=$((asked + 1))
	curl -s -i -H "Host: region.localhost:${base##*:}" "$base/aides/?keyword=asked$asked" > "$body"
	grep -q "^HTTP/1.1 $1" "$body" &&
	    grep -q 'service-title">Aides en Nouvelle-Aquitaine<' "$body"
}

kill -STOP "$mariadb_pid"
away stopped
kill -CONT "$mariadb_pid"
back stopped

# Each process keeps what was asked of it last.
for _ in $(seq 20); do of_portal 200; done
kill -KILL "$mariadb_pid"
while kill -0 "$mariadb_pid" 2> /dev/null; do sleep 0.1; done
away killed
until_true of_portal 503
tap 'killed: a process that knew the name of a portal says so under it' $?
# What watches the site is told what is missing, soon: the best of five, for the
# machine may be busy.
for _ in 1 2 3 4 5; do
	curl -s -o "$body" -w '%{http_code} %{time_total}\n' "$base/sante/"
done | sort | head -n 1 > "$work/health"
matches 'killed: the health page says 503 within 50 ms' "$(cat "$work/health")" '^503 0\.0[0-4]'
is 'killed: and what is missing' "$(jq -r '[.status, .database, .schema] | join(" ")' "$body")" \
    'fail away unknown'
is 'killed: counts are told' "$(get /sante/metrics | grep -c '^guichet_database_up 0$')" 1
# It comes back as other bases of the machine may want it: with other modes, and
# another collation.
mariadbd --no-defaults --sql-mode=ORACLE,EMPTY_STRING_IS_NULL,ONLY_FULL_GROUP_BY \
    --old-mode=NO_DUP_KEY_WARNINGS_WITH_IGNORE,ZERO_DATE_TIME_CAST --user="$(id -un)" --datadir="$site/mysql" \
    --tmpdir="$site/tmp" --socket="$site/run/mysql.sock" --pid-file="$site/run/mysql.pid" \
    --skip-networking --character-set-server=latin1 \
    --collation-server=latin1_swedish_ci > "$site/log/again.log" 2>&1 &
sites="$sites $!"
back killed
is 'under the modes of another: the same aids' "$(found)" "$aids"
sql 'SET GLOBAL sql_mode = DEFAULT'
head=$work/pages.head
