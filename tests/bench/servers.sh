# servers.sh - what the bench starts, and stops by pid.  Read by run.sh.
#
# Who reads it sets program, the one that is measured, and groups, which the bench
# starts beside it, and has contender_locations, which writes where nginx finds them.
# nginx has three servers: as in production (port), the same with nothing kept
# (port + 1), and that one over a worker that tells its times (port + 2).

# Each in a session of its own: Ctrl-C reaches only this script, which stops them
# in order.
pids=

stop_all() {
	trap '' INT TERM HUP PIPE
	for pid in $pids; do	# the last started goes first
		kill "$pid" 2> /dev/null || continue
		wait "$pid" 2> /dev/null || true
	done
	pids=
}
trap stop_all EXIT
trap 'exit 130' INT TERM HUP PIPE

started() { pids="$1 $pids"; }

# wait_for FILE PID LOG
wait_for() {
	for _ in $(seq 1200); do
		[ ! -e "$1" ] || return 0
		kill -0 "$2" 2> /dev/null || break
		sleep 0.1
	done
	refuse "$(basename "$1") did not come, see $3:" \
	    "$(tail -n 1 "$3" 2> /dev/null)"
}

# free PORT: nobody answers there.
free() {
	curl -s -o /dev/null --max-time 1 "http://127.0.0.1:$1/" && return 1
	[ $? -eq 7 ]
}

# Four ports in a row: the site's own nginx, and the bench's three servers.
pick_ports() {
	first=${BENCH_PORT:-18200}
	last=${BENCH_PORT:-18990}
	while [ "$first" -le "$last" ]; do
		if free "$first" && free $((first + 1)) &&
		    free $((first + 2)) && free $((first + 3)); then
			site_port=$first port=$((first + 1))
			kept=http://127.0.0.1:$port
			bare=http://127.0.0.1:$((port + 1))
			told=http://127.0.0.1:$((port + 2))
			return 0
		fi
		first=$((first + 10))
	done
	refuse "no four free ports in a row from ${BENCH_PORT:-18200}:" \
	    "set BENCH_PORT to the first of four that are"
}

# The base is found again at the next run, when its corpus is the same.
start_site() {
	corpus=$(echo "$aids"; cat "${aids:-$root/sql/data/sample-aids.jsonl}" |
	    cksum)
	[ "$(cat "$work/corpus" 2> /dev/null)" = "$corpus" ] ||
	    rm -rf "$site"
	echo "$corpus" > "$work/corpus"
	rm -f "$site/run/ready"
	mkdir -p "$site"
	setsid env -u GUICHET_TIMING -u GUICHET_TODAY BUILD="$build" AIDS="$aids" \
	    WORKERS="$workers" \
	    sh "$root/conf/demo.sh" "$site" "$site_port" > "$log/site.log" 2>&1 &
	started $!
	wait_for "$site/run/ready" $! "$log/site.log"
	for unit in $("$root/conf/programs.sh" units); do
		ln -sf "$site/run/$unit.sock" "$run"
	done
}

base() {
	mariadb --no-defaults --socket="$site/run/mysql.sock" -u root \
	    -p"$(cat "$site/etc/root")" guichet -N -B -e "$1"
}

# Funded projects beside the corpus, once; the sample comes with its own.
load_funded() {
	for file in "${aids%/*}"/../subventions/*.csv.gz; do
		[ -n "$aids" ] && [ -s "$file" ] || continue
		source=$(basename "$file" .csv.gz)
		[ "$(base "SELECT COUNT(*) FROM funded
		    WHERE source = '$source'")" = 0 ] || continue
		zcat "$file" > "$work/funded.csv"
		GUICHET_CONF="$site/etc/guichet.conf" "$build/guichet" import \
		    funded "$source" "$work/funded.csv" >> "$log/site.log" 2>&1 ||
		    refuse "no funded projects, see $log/site.log"
	done
}

# The form that payloads are made for: the State's own, when it is at hand.
# A portal of all aids: what it costs beside the site is what it is.
load_portal() {
	cat > "$work/portal.xml" <<-XML
	<portal xmlns="urn:guichet:portal" slug="mesure" public="yes">
	  <name>Mesure</name><theme>neutral</theme>
	</portal>
	XML
	GUICHET_CONF=$site/etc/guichet.conf "$build/guichet" portal import "$work/portal.xml" > /dev/null
}

load_demarche() {
	demarche=900002
	for file in "${aids%/*}"/../ds/detr-dsil-131016-*.json; do
		[ -n "$aids" ] && [ -s "$file" ] || continue
		demarche=131016
		GUICHET_CONF="$site/etc/guichet.conf" "$build/guichet" import \
		    demarche "$file" >> "$log/site.log" 2>&1 ||
		    refuse "no démarche, see $log/site.log"
	done
	payload=$bare/api/demarches/$demarche/payload/
	champs=$(curl -s -H 'Content-Type: application/json' \
	    -d @"$here/facts.json" "http://127.0.0.1:$site_port/api/demarches/$demarche/payload/?format=xml" |
	    xmllint --xpath 'count(//payload/champ)' -)
}

# What many readers ask: two words of an aid's name on a commune of their own,
# 500 of them, and every aid.
write_questions() {
	base "SELECT slug FROM aid WHERE status = 'published'" |
	    sed 's|.*|/aides/&/|' > "$work/aids"
	base "SELECT code FROM perimeter WHERE scale = 1 AND NOT is_obsolete
	    ORDER BY CRC32(code) LIMIT 500" > "$work/communes"
	base "SELECT name FROM aid WHERE status = 'published'
	    ORDER BY CRC32(slug) LIMIT 500" | tr -d '"«»():,' | awk '{
		for (i = 1; i < NF; i++) for (k = i + 1; k <= NF; k++)
			if (length($k) > length($i)) { t = $i; $i = $k; $k = t }
		print $1 " " $2 }' | jq -rR @uri |
	    paste -d ' ' - "$work/communes" | awk 'NF == 2' > "$work/asked"
	awk '{ print "/aides/?keyword=" $1 "&perimeter_codes%5B%5D=" $2 }' \
	    "$work/asked" > "$work/questions"
	write_communes
}

# Each commune with eight needs, which nobody asked before: all communes with one
# need each, then all again with the next, for mixed pages.
write_communes() {
	base "SELECT code FROM perimeter WHERE scale = 1 AND NOT is_obsolete
	    ORDER BY CRC32(code)" > "$work/every-commune"
	printf '%s\n' 'rénovation énergétique' 'toiture école' 'piste cyclable' \
	    assainissement 'éclairage public' 'aire de jeux' médiathèque \
	    'restauration église' | jq -rR @uri > "$work/needs"
	awk 'NR == FNR { need[m++] = $0; next } { code[n++] = $0 }
	    END { for (k = 0; k < m; k++) for (i = 0; i < n; i++)
	        print "/aides/?keyword=" need[(i + k) % m] \
	            "&perimeter_codes%5B%5D=" code[i] }' \
	    "$work/needs" "$work/every-commune" > "$work/communes-asked"
}

# start_group NAME N COMMAND [OPTION of the socket]: N workers over
# $run/NAME.sock, kept as the site's own are.
start_group() {
	rm -rf "${run:?}/$1"
	for i in $(seq "$2"); do
		mkdir -p "$run/$1/$1-$i"
		printf '#!/bin/sh\nexec %s 2>> "%s"\n' "$3" "$log/$1.log" \
		    > "$run/$1/$1-$i/run"
		chmod 700 "$run/$1/$1-$i/run"
	done
	# shellcheck disable=SC2086
	setsid s6-ipcserver-socketbinder ${4:-} -b 1024 -a 0660 "$run/$1.sock" \
	    s6-svscan -t 0 "$run/$1" 2>> "$log/s6.log" &
	started $!
	wait_for "$run/$1.sock" $! "$log/s6.log"
}

# ---- PHP ----

# opcache as a site that cares sets it.
php_options="-d log_errors=1 -d error_log=$log/php.log -d opcache.enable=1 -d opcache.validate_timestamps=0
-d opcache.memory_consumption=128 -d variables_order=EGPCS
-d opcache.jit=${PHP_JIT:-tracing} -d opcache.jit_buffer_size=${PHP_JIT_SIZE:-32M}"

start_php() {
	fpm=$(find /usr/sbin /usr/bin -name 'php-fpm*' | sort | tail -n 1)
	[ -n "$fpm" ] || refuse "no php-fpm: conf/packages.sh bench installs it"
	rm -rf "$php"
	mkdir -p "$php/twig"
	php "$here/php/prepare.php" "$root/sql/queries" "$site" \
	    "$build/assets/manifest" "$php" || refuse "PHP cannot read the site"
	user=
	[ "$(id -u)" -ne 0 ] || user="user = $(id -un)"
	sed -e "s|@RUN@|$run|g" -e "s|@LOG@|$log|g" -e "s|@USER@|$user|g" \
	    -e "s|@DIR@|$php|g" -e "s|@N@|$workers|g" \
	    -e "s|@2N@|$((workers * 2))|g" "$here/php/fpm.conf" > "$php/fpm.conf"
	rm -f "$run/php-1.sock" "$run/php-2.sock"
	setsid "$fpm" -F -R -y "$php/fpm.conf" $php_options > "$log/php.log" 2>&1 &
	started $!
	wait_for "$run/php-2.sock" $! "$log/php.log"
	fpm_pid=$!
}

# ---- nginx ----

# location NAME GROUP [FILE]: that of the program measured, as nginx-host.conf has
# it, for another address and upstream; with nginx's cache when it is read from there.
location() {
	sed -n "/^# $program: /,/^}/p" "${3:-$work/etc/nginx-bare.conf}" |
	    sed -e "s|^location .* {|location /bench/$1/ {|" \
	        -e "s|fastcgi_pass .*|fastcgi_pass bench_$2;|"
}

upstream() {
	sed -n '/^upstream guichet_search /,/^}/p' "$work/etc/nginx-http.conf" |
	    sed "s|guichet_search|bench_$1|; s|search\.sock|$1.sock|"
}

write_nginx() {
	etc=$work/etc
	ds_url=$(sed -n 's/^ds_url = //p' "$site/etc/guichet.conf")
	user=
	[ "$(id -u)" -ne 0 ] || user="user $(id -un) $(id -gn);"
	for file in "$root"/conf/nginx-*.conf; do
		"$root/conf/programs.sh" fill "$file" |
		sed -e "s|@RUN@|$run|g" -e "s|@CACHE@|$work/cache|g" \
		    -e "s|@LOG@|$log|g" -e "s|@PORT@|$port|g" \
		    -e "s|@CONF@|$etc|g" -e "s|@STATIC@|$build/assets|g" \
		    -e "s|@USER@|$user|g" -e "s|@DS@|$ds_url|g" \
		    -e "s|@EXPORTS@|$site/exports|g" \
		    > "$etc/${file##*/}"
	done
	# More addresses a second than any site has readers.
	sed -i 's|keys_zone=guichet:32m|keys_zone=guichet:64m|' "$etc/nginx-http.conf"
	sed '/fastcgi_cache/,/;/d' "$etc/nginx-host.conf" > "$etc/nginx-bare.conf"
	sed "s|fastcgi_pass \\\$*guichet_$program;|fastcgi_pass bench_timing;|" "$etc/nginx-bare.conf" \
	    > "$etc/nginx-told.conf"
	location hello hello "$etc/nginx-host.conf" > "$etc/nginx-hello.conf"
	cat "$etc/nginx-hello.conf" >> "$etc/nginx-host.conf"
	for group in $groups; do
		upstream $group
	done > "$etc/nginx-groups.conf"
	{
		sed "s|@PAGES@|$pages|g; s|@CONF@|$etc|g" "$here/nginx-files.conf"
		contender_locations
	} > "$etc/nginx-contenders.conf"
	sed -e '/^	access_log/d' -e '/listen \[::1\]/d' \
	    "$etc/nginx-demo.conf" | sed '$d' > "$etc/nginx.conf"
	sed -e "s|@CONF@|$etc|g" -e "s|@BARE@|${bare##*:}|g" \
	    -e "s|@TOLD@|${told##*:}|g" "$here/nginx-bench.conf" \
	    >> "$etc/nginx.conf"
}

start_nginx() {
	write_nginx
	rm -rf "$work/cache" "$run/nginx.pid"
	mkdir -p "$work/cache"
	setsid nginx -e "$log/nginx.log" -p "$work" -c "$work/etc/nginx.conf" \
	    2>> "$log/nginx.log" &
	started $!
	nginx_pid=$!
	wait_for "$run/nginx.pid" $! "$log/nginx.log"
	sleep 0.3
}
