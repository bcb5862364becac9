# Without the base, or without the programs, what nginx holds is served, and what
# needs no data; the rest says so at once.  A base that hangs is waited for once.

held='/aides/?keyword=toit' other='/aides/?keyword=away'
# said PATH: status, whether it is of another time, and seconds.
said() {
	curl -s -o "$work/body" -D "$work/head" --max-time 20 \
	    -w '%{time_total}' "$base$1" > "$work/time"
	stale=$(tr -d '\r' < "$work/head" | sed -n 's/^Cache-Status: .*detail=\(.*\)/ \1/p')
	echo "$(sed -n '1s/^HTTP[^ ]* \([0-9]*\).*/\1/p' "$work/head")$stale"
}
# soon NAME SECONDS PATH: the last answer came within; or, as the machine may be busy,
# one of four more.
soon() {
	for _ in 1 2 3 4 5; do
		awk -v most="$2" '{ exit !($1 < most) }' "$work/time"
		status=$?
		[ $status -ne 0 ] || break
		said "$3" > "$work/status"
	done
	[ $status -eq 0 ] || note "$(cat "$work/time") s"
	tap "$1: within $2 s" $status
}
# away WHAT STATUS: what readers meet, after the first of each process.
away() {
	is "$1: a held page, and it says so" "$(said "$held")" '200 stale'
	is "$1: a held page has one policy" \
	    "$(grep -ic '^content-security-policy: .*frame-ancestors' "$work/head")" 1
	soon "$1: a held page" 0.5 "$held"
	matches "$1: with the date and hour of its data" "$(cat "$work/body")" \
	    'Données du <time datetime="20[0-9-]{8}T[0-9:]{5}">'
	is "$1: a page that is not held" "$(said "$other")" 503
	soon "$1: a page that is not held" 0.2 "$other"
	matches "$1: it says what to do" "$(cat "$work/body")" 'Réessayez dans quelques minutes'
}
without_data() {
	for path in /mentions-legales/ /donnees-personnelles/ /accessibilite/ /robots.txt; do
		is "$1: $path needs no data" "$(said "$path")" 200
	done
	is "$1: what is not there" "$(said /rien-de-tel/)" 404
}
hold() { for _ in 1 2 3; do said "$held" > /dev/null; done; }

hold
is 'a page, as long as all is well' "$(said "$held")" 200

# Each process waits in vain once; on a busy machine, up to three times.
mariadb_pid=$(cat "$site/run/mysql.pid")
for turn in 1 2 3; do
	sleep 1.1
	kill -STOP "$mariadb_pid"
	together 12 "$base/aides/?keyword=hung$turn%n" > "$work/hung"
	[ -n "$(awk '$2 >= 2' "$work/hung")" ] && [ $turn -lt 3 ] || break
	kill -CONT "$mariadb_pid"
	until_true eval '[ "$(said "$held")" = 200 ]'
done
is 'a base that hangs: nothing over 2 s' "$(awk '$2 >= 2' "$work/hung")" ''
is 'a base that hangs: all say so' "$(cut -d' ' -f1 "$work/hung" | sort -u)" 503
away 'a base that hangs'
without_data 'a base that hangs'
kill -CONT "$mariadb_pid"
until_true eval '[ "$(said "$held")" = 200 ]'
tap 'a base that hung: pages are as before' $?

hold
kill -KILL "$mariadb_pid"
while kill -0 "$mariadb_pid" 2> /dev/null; do sleep 0.1; done
# A process asks for the version once a second.
sleep 1.1
away 'a base that was killed'
without_data 'a base that was killed'
mariadbd --no-defaults --user="$(id -un)" --datadir="$site/mysql" \
    --tmpdir="$site/tmp" --socket="$site/run/mysql.sock" --pid-file="$site/run/mysql.pid" \
    --skip-networking --character-set-server=utf8mb4 \
    --collation-server=utf8mb4_unicode_520_ci > "$site/log/again.log" 2>&1 &
sites="$sites $!"
until_true eval 'sql "SELECT 1" > /dev/null 2>&1'
began=$(date +%s%N)
until_true eval '[ "$(said "/aides/?keyword=back")" = 200 ]'
took=$((($(date +%s%N) - began) / 1000000))
[ $took -lt "$([ -n "${FULL:-}" ] && echo 500 || echo 3000)" ]
tap "a base that is back: the first good answer after $took ms" $?

hold
for unit in search search-files; do
	for worker in "$site/run/$unit"/[0-9]*; do s6-svc -wD -T 5000 -d "$worker"; done
done
mv "$site/run/search.sock" "$site/run/search.hidden"
away 'no program'
matches 'no program: when to come back' "$(cat "$work/head")" '^Retry-After: 10'
mv "$site/run/search.hidden" "$site/run/search.sock"
for unit in search search-files; do
	for worker in "$site/run/$unit"/[0-9]*; do s6-svc -u "$worker"; done
done
until_true eval '[ "$(said "$held")" = 200 ]'
tap 'programs that are back: pages are as before' $?

# Settings that no process can start by: as long as others answer, they do.
hold
echo 'tehme = state' >> "$site/etc/guichet.conf"
s6-svc -r "$site/run/search/1"
sleep 1
is 'one process that cannot start: the others answer' \
    "$(together 60 "$base/aides/?keyword=mixte%n" | tally)" 200:60
for unit in search search-files; do
	for worker in "$site/run/$unit"/[0-9]*; do s6-svc -r "$worker"; done
done
until_true eval '[ "$(said "$held")" = "200 stale" ]'
away 'no program can start'
sed -i '/^tehme/d' "$site/etc/guichet.conf"
for unit in search search-files; do
	for worker in "$site/run/$unit"/[0-9]*; do s6-svc -r "$worker"; done
done
until_true eval '[ "$(said "$held")" = 200 ]'
tap 'programs that can start again: pages are as before' $?
