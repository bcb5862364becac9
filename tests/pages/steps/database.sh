# MariaDB goes away and comes back: a page says so, soon, and all is well again
# without a restart of the programs.
mariadb_pid=$(cat "$site/run/mysql.pid")
pids=$(workers)

# away NAME: what readers get now, and how soon.
away() {
	head=$(curl -s -D - -o "$body" --max-time 20 -w '%{time_total}' \
	    "$base/aides/?keyword=$1")
	matches "$1: 503" "$head" '^HTTP/1.1 503'
	matches "$1: Retry-After" "$head" '^Retry-After: [0-9]'
	matches "$1: not kept" "$head" '^Cache-Control: no-store'
	matches "$1: within two seconds" "$(echo "$head" | tail -n 1)" '^[01]\.'
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

kill -STOP "$mariadb_pid"
away stopped
kill -CONT "$mariadb_pid"
back stopped

kill -KILL "$mariadb_pid"
while kill -0 "$mariadb_pid" 2> /dev/null; do sleep 0.1; done
away killed
mariadbd --no-defaults --user="$(id -un)" --datadir="$site/mysql" \
    --tmpdir="$site/tmp" --socket="$site/run/mysql.sock" --pid-file="$site/run/mysql.pid" \
    --skip-networking --character-set-server=utf8mb4 \
    --collation-server=utf8mb4_unicode_520_ci > "$site/log/again.log" 2>&1 &
sites="$sites $!"
back killed
head=$work/pages.head
