# measure.sh - the measures.  Read by run.sh.

# NAME  URL  what makes each address another one, or @ and a file of them, or = and
# a file to go on in, or + and a file to send, or ^ and the ETag that the reader has
contenders() {
	cat <<-LIST
	page $kept$list format
	page-bare $bare$list -
	hello $bare/bench/hello/list.html -
	hello-kept $kept/bench/hello/list.html? format
	php-1 $bare/bench/php-1$list -
	php-2 $bare/bench/php-2$list -
	omega $bare/bench/omega/$omega_list -
	xapian $bare/bench/xapian/$omega_list -
	file $bare/bench/static/list.html -
	page-mix $bare/ @$work/questions
	communes $bare/ =$work/communes-asked
	hello-communes $bare/bench/hello/commune.html -
	omega-mix $bare/ @$work/omega-asked
	xapian-mix $bare/ @$work/xapian-asked
	aid $bare$aid -
	aid-mix $bare/ @$work/aids
	hello-aid $bare/bench/hello/aid.html -
	file-aid $bare/bench/static/aid.html -
	portal $bare$portal -
	hello-portal $bare/bench/hello/portal.html -
	backer $bare$backer -
	hello-backer $bare/bench/hello/backer.html -
	map $bare$map -
	hello-map $bare/bench/hello/map.html -
	kept $kept$list -
	payload $payload +$here/facts.json
	LIST
}

# load URL UNIQUE SECONDS CONNECTIONS [PAUSE]: the line of wrk.lua, less "BENCH".
load() {
	unique=$2 choice='' body='' from='' has=''
	case $unique in
	=*) choice=${unique#=} unique='' from=$(cat "$work/asked-so-far") ;;
	+*) body=${unique#+} unique= ;;
	^*) has=${unique#^} unique= ;;
	-) unique= ;;
	@*) choice=${unique#@} unique= ;;
	esac
	BENCH_LIST=$choice BENCH_FROM=$from BENCH_BODY=$body BENCH_HAS=$has BENCH_PATH=/${1#http://*/} BENCH_UNIQUE=$unique BENCH_PAUSE=${5:-0} \
	    wrk -t1 -c"$4" -d"$3s" --timeout 10s -s "$here/wrk.lua" "$1" \
	    > "$work/wrk.out" 2>&1 || refuse "wrk failed, see $work/wrk.out"
	line=$(sed -n 's/^BENCH //p' "$work/wrk.out")
	# Those under way at the end were asked too.
	[ -z "$from" ] || echo $((from + ${line%% *} + $4)) > "$work/asked-so-far"
	echo "$line"
}

# Processor time of all that was started, those that ended included, and that
# of MariaDB alone, in ms.
spent() {
	{
		echo 'MariaDB'
		cat "/proc/$(cat "$site/run/mysql.pid")/stat"
		echo 'all'
		all_of $pids
	} | awk -v tick="$(getconf CLK_TCK)" 'NF == 1 { part = $1; next }
	    { sub(/.*\) /, ""); n[part] += $12 + $13 + $14 + $15 }
	    END { print n["all"] * 1000 / tick, n["MariaDB"] * 1000 / tick }'
}
# all_of PID...: the lines "stat" of the processes and of those under them.
all_of() {
	for parent in "$@"; do
		cat "/proc/$parent/stat" 2> /dev/null || continue
		# shellcheck disable=SC2046
		all_of $(children "$parent")
	done
}
children() { cat "/proc/$1/task/$1/children" 2> /dev/null || true; }

# busy: how much of the machine is in use, of 100, while we ask for nothing.
busy() {
	stat=$(head -n 1 /proc/stat)
	sleep 2
	{ echo "$stat"; head -n 1 /proc/stat; } | awk '{ n = 0
	    for (i = 2; i <= NF; i++) n += $i
	    if (NR == 1) { all = n; idle = $5 + $6 } }
	    END { printf "%.0f", 100 - 100 * ($5 + $6 - idle) / (n - all) }'
}

# one NAME URL UNIQUE: a line of rounds.txt
one() {
	before=$(spent)
	case $3 in
	=*) line=$(load_part "$2" "$3") ;;
	*) line=$(load "$2" "$3" "$seconds" $connections) ;;
	esac
	after=$(spent)
	echo "$before $after ${line%% *}" | awk -v line="$1 $line" '{
	    printf "%s %.4f %.4f\n", line, ($3 - $1) / $5, ($4 - $2) / $5 }'
}

# fcgiwrap does not wait for its processes, so that no parent counts their time:
# the mean of a hundred, in ms, from their addresses.
cgi_time() {
	(
		export REQUEST_METHOD=GET OMEGA_CONFIG_FILE="$xapian/omega.conf"
		while read -r url; do
			export QUERY_STRING="${url#*\?}"
			"$omega_program" > /dev/null
		done
		times
	) | awk -F '[ms ]+' 'NR == 2 { print ($1 + $3) * 600 + ($2 + $4) * 10 }'
}
add_cgi_time() {	# NAME MS
	awk -v name="$1" -v ms="$2" '$1 == name { $8 += ms } { print }' \
	    "$work/rounds.txt" > "$work/rounds.new"
	mv "$work/rounds.new" "$work/rounds.txt"
}

add_omega_time() {
	add_cgi_time omega "$(yes "$omega_list" | head -n 100 | cgi_time)"
	add_cgi_time omega-mix "$(head -n 100 "$work/omega-asked" | cgi_time)"
}

# In turns: what disturbs the machine disturbs all.
measure_rounds() {
	: > "$work/rounds.txt"
	echo 0 > "$work/asked-so-far"
	busy_before=$(busy)
	contenders > "$work/contenders"
	while read -r name url unique; do
		case $unique in =*) continue ;; esac	# nothing warmed
		load "$url" "$unique" 1 $connections > /dev/null
	done < "$work/contenders"
	for round in $(seq "$rounds"); do
		say "round $round of $rounds"
		while read -r name url unique; do
			one "$name" "$url" "$unique" >> "$work/rounds.txt"
		done < "$work/contenders"
	done
	busy_after=$(busy)
	awk '$3 > 0 { print $1 ": " $3 " of " $2 " failed"; bad = 1 }
	    END { exit bad }' "$work/rounds.txt" >&2 ||
	    refuse "a contender that fails is not measured"
}

middle() {	# of lines that are numbers
	sort -n | awk '{ v[NR] = $1 } END { m = int((NR + 1) / 2)
	    print NR % 2 ? v[m] : (v[m] + v[m + 1]) / 2 }'
}
# median NAME FIELD of the rounds
median() {
	awk -v n="$1" -v f="$2" '$1 == n { print $f }' "$work/rounds.txt" |
	    middle
}
range() {
	awk -v n="$1" '$1 == n { print $4 }' "$work/rounds.txt" | sort -n |
	    awk 'NR == 1 { a = $1 } { b = $1 } END { printf "%.0f–%.0f", a, b }'
}
# calc EXPRESSION FORMAT
calc() { awk "BEGIN { printf \"${2:-%.2f}\", ($1) }"; }

# Readers who come at random, at half the highest rate: the pause that gives it
# is found by three tries, the last of which counts.
measure_half() {
	say "latency at half the highest rate"
	want=$(calc "$(median page 4) / 2")
	many=32
	pause=$(calc "$many * 1000 / $want")
	for length in 3 3 $((seconds * 3)); do
		half=$(load "$kept$list" format "$length" $many "$pause")
		got=$(echo "$half" | cut -d' ' -f3)
		pause=$(calc "(p = $pause + $many * 1000 * (1 / $want - 1 / $got)) > 1 ? p : 1")
	done
	half_p50=$(echo "$half" | cut -d' ' -f4)
	half_p99=$(echo "$half" | cut -d' ' -f5)
	half_rate=$got
}

# One application at a time.
measure_payload() {
	say "a payload, one at a time"
	alone=$(load "$payload" "+$here/facts.json" "$seconds" 1)
	payload_p50=$(echo "$alone" | cut -d' ' -f4)
	payload_p99=$(echo "$alone" | cut -d' ' -f5)
}

# ---- memory ----

nginx_workers() {
	for pid in $(children "$nginx_pid"); do
		! grep -q 'worker process' "/proc/$pid/cmdline" || echo "$pid"
	done
}
workers_of() {	# GROUP-FOLDER
	for dir in "$1"/*[0-9]; do s6-svstat -o pid "$dir"; done
}

# memory NAME PID...: how many, and the mean of each in kB
memory() {
	kind=$1
	shift
	for pid in "$@"; do cat "/proc/$pid/smaps_rollup"; done |
	    awk -v kind="$kind" '/^Rss:/ { rss += $2; n++ } /^Pss:/ { pss += $2 }
	    END { printf "%s|%d|%.1f|%.1f\n", kind, n, rss / n / 1024,
	        pss / n / 1024 }'
}

# shellcheck disable=SC2046
measure_memory() {
	memory "search" $(workers_of "$site/run/search")
	memory "hello" $(workers_of "$run/hello")
	memory "PHP-FPM" $(children $fpm_pid)
	memory "xapian" $(workers_of "$run/xapian")
	memory "nginx" $(nginx_workers)
	memory "mariadbd" "$(cat "$site/run/mysql.pid")"
}

# ---- what search reads ----

# megabytes TABLE...: as MariaDB counts them, indexes included
megabytes() {
	base "SELECT ROUND(SUM(data_length + index_length) / 1e6, 1)
	    FROM information_schema.tables WHERE table_schema = 'guichet'
	      AND table_name IN ('$(echo "$*" | sed "s/ /','/g")')"
}
# documents NAME DATABASE: of Xapian
documents() {
	echo "$1|$(grep -c '^id=' "$xapian/texts")|$(calc "$(cat \
	    "$xapian/data/$2"/* | wc -c) / 1e6" %.1f)"
}
measure_sizes() {
	set -- posting aid_index aid_rendered aid_body aid_text aid_passage \
	    vocabulary funded funded_list
	base "ANALYZE TABLE $(echo "$*" | tr ' ' ',')" > /dev/null
	for table in "$@"; do
		echo "$table|$(base "SELECT COUNT(*) FROM $table")|$(megabytes "$table")"
	done
	echo "all of them||$(megabytes "$@")"
	documents "Xapian's database" default
	documents "the same with the positions that phrases need" phrases
}

# ---- one worker, one request at a time ----

# ask N: the list N times of the worker that tells its times.  Waited for, not
# run in front, so that a signal is heard at once.
ask() {
	curl -s -o /dev/null -D "$work/told.txt" \
	    "$told$list&format=&#[1-$1]" &
	pids="$! $pids"
	wait $!
	pids=${pids#* }
}

# The header "Server-Timing: db;dur=1.2, xslt;dur=0.9, html;dur=0.1, all;dur=3".
measure_times() {
	say "where the time of a page goes"
	ask 100
	ask 500
	times=$(awk 'BEGIN { FS = "[=, ]+" } /^Server-Timing:/ { sub(/\r$/, ""); n++
	    for (i = 2; i < NF; i++) {
	        name = $i; sub(/;dur$/, "", name); sum[name] += $(i + 1) } }
	    END { if (n == 0) exit 1
	        printf "%.3f %.3f %.3f %.3f %.3f", sum["db"] / n,
	        (sum["all"] - sum["db"] - sum["xslt"] - sum["html"]) / n,
	        sum["xslt"] / n, sum["html"] / n, sum["all"] / n }' \
	    "$work/told.txt") || refuse "no Server-Timing, see $work/told.txt"
}

# One life of a worker, which run.sh lets live longer than others.
measure_flatness() {
	say "memory of one worker from 1,000 to $flat requests"
	one_worker=$(workers_of "$run/timing")
	ask 400
	flat_first=$(memory x "$one_worker" | cut -d'|' -f3)
	ask $((flat - 1000))
	now=$(workers_of "$run/timing")
	[ "$one_worker" = "$now" ] ||
	    refuse "the worker $one_worker did not live through $flat requests," \
	        "$now took its place"
	flat_last=$(memory x "$one_worker" | cut -d'|' -f3)
}
