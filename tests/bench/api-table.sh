# api-table.sh - measures that only the API has, and the table of them.  Read by
# api.sh.

# ---- one at a time ----

# In turns too: NAME and the line of wrk.lua, into alone.txt.
measure_alone() {
	say "one at a time"
	: > "$work/alone.txt"
	for _ in $(seq "$rounds"); do
		while read -r name url unique; do
			echo "$name $(load "$url" "$unique" 1 1)" \
			    >> "$work/alone.txt"
		done < "$work/contenders"
	done
}
# alone NAME FIELD: the median of the rounds; 5 is p50, 6 is p99.
alone() {
	awk -v n="$1" -v f="$2" '$1 == n { print $f }' "$work/alone.txt" | middle
}

# measure_process NAME PATH: 500 requests to the process that tells its times, in
# NAME.times: median and 99th percentile in ms, processor time of each in ms.
measure_process() {
	say "in its process: $1"
	pid=$(workers_of "$run/timing")
	curl -s -g -o /dev/null "$told$2&#[1-100]"
	before=$(cut -d' ' -f1 "/proc/$pid/schedstat")
	curl -s -o /dev/null -D "$work/told.txt" "$told$2&#[1-500]"
	after=$(cut -d' ' -f1 "/proc/$pid/schedstat")
	sed -n 's/^Server-Timing:.*all;dur=\([0-9.]*\).*/\1/p' "$work/told.txt" |
	    sort -n | awk -v cpu=$((after - before)) '{ t[NR] = $1 }
	    END { if (NR != 500) exit 1
	        printf "%.3f %.3f %.3f\n", (t[250] + t[251]) / 2, t[495], cpu / 500e6 }' \
	    > "$work/$1.times" || refuse "no Server-Timing, see $work/told.txt"
}
# process NAME FIELD
process() { cut -d' ' -f"$2" "$work/$1.times"; }

# ---- the table ----

report_api_rates() {
	echo "| $rounds rounds of $seconds s, $connections connections | a second, median |" \
	    "min–max | p50 ms | p99 ms | CPU ms each | of MariaDB | alone p50 ms | p99 ms |"
	echo '|---|--:|--:|--:|--:|--:|--:|--:|--:|'
	while read -r name what; do
		row "$name" "$what" | sed "s/\$/ $(alone "$name" 5) | $(alone "$name" 6) |/"
	done <<-LIST
	at page of 100 with AT's keys ($(wc -c < "$pages/at.json") bytes), each at another address
	hello-at hello of the same bytes
	php-1 the same JSON by PHP-FPM, $workers processes
	php-2 the same JSON by PHP-FPM, $((workers * 2)) processes
	at-mix each of the $last pages at random
	ours page of 100 with what is served by default ($(wc -c < "$pages/ours.json") bytes)
	hello-ours hello of the same bytes
	one one aid ($(wc -c < "$pages/one.json") bytes)
	hello-one hello of the same bytes
	same 304 of a page of 100
	hello-same 304 of hello
	file-same 304 of a file, of nginx's own
	table-same 304 of the site's table of all aids, which nginx does not hold
	bulk-same 304 of an export, /api/aids.json
	LIST
}

# both WHAT NAME OTHER BAR: by rates and by processor time.
both() {
	rate=$(percent "$2" "$3") cpu=$(cpu_percent "$2" "$3")
	met=$(awk "BEGIN { print (${rate%\%} >= ${4%\%} &&
	    ${cpu%\%} >= ${4%\%}) ? \"yes\" : \"no\" }")
	echo "| $1 | $rate | $cpu | >= $4 | $met |"
}

report_api_bars() {
	best=$(best_php)
	set -- $bulk
	echo '| | measured | of CPU | bar | met |'
	echo '|---|--:|--:|--:|---|'
	bar "page of 100 with AT's keys, in its process: median, ms (99th percentile $(process at 2))" \
	    "$(process at 1)" "$(process at 3)" '<=' 4
	bar "page of 100 by default, in its process: median, ms (99th percentile $(process ours 2))" \
	    "$(process ours 1)" "$(process ours 3)" '<=' \
	    "$(calc "4 * $(wc -c < "$pages/ours.json") / $(wc -c < "$pages/at.json")" %.1f)"
	both "page of 100 with AT's keys / hello" at hello-at 30%
	both "page of 100 by default / hello" ours hello-ours 30%
	times_of "page of 100 with AT's keys / PHP ($best)" at "$best" 3x
	bar "one aid, in its process: median, ms (through nginx, one at a time, p50 $(alone one 5))" \
	    "$(process one 1)" "$(process one 3)" '<=' 1
	bar "304 of a page less that of hello, one at a time: p50, ms" \
	    "$(calc "$(alone same 5) - $(alone hello-same 5)" %.3f)" '' '<=' 0.5
	bar "304 of the table of all aids less that of hello: p50, ms" \
	    "$(calc "$(alone table-same 5) - $(alone hello-same 5)" %.3f)" '' '<=' 0.5
	share "304 of an export / nginx's own 304" bulk-same file-same 60%
	bar "guichet bulk --force of $(jq .count "$pages/ours.json") aids, s" "$1" "$3" '<=' 1
	bar "guichet bulk --force, MB above an idle process" "$2" '' '<=' 16
	echo "| one aid / hello | $(percent one hello-one) | $(cpu_percent one hello-one) | | |"
	echo "| 304 of a page / that of hello | $(percent same hello-same) | $(cpu_percent same hello-same) | | |"
	echo "| 304 of a page / nginx's own 304 | $(percent same file-same) | $(cpu_percent same file-same) | | |"
	echo "| page at random / the same page | $(percent at-mix at) | $(cpu_percent at-mix at) | | |"
}

report_api() {
	printf '# Price of the API, %s\n\n' "$(date +%F)"
	report_api_rates
	echo
	report_api_bars
	printf '\n| api process | how many | RSS, MB each | PSS, MB each |\n|---|--:|--:|--:|\n'
	sed 's/|/ | /g; s/^/| /; s/$/ |/' "$work/memory.txt"
	cat <<-NOTES

	- Others used $busy_before % of the machine before the rounds, $busy_after % after them. CPU is
	  processor time of nginx, the program and MariaDB, or of the program alone where its process is said.
	- PHP makes the same JSON, key by key and value by value, of the tables that aids are imported into: a
	  query for each table and all the aids of the page, over one persistent connection; opcache and its
	  JIT are on. Ours were rendered when the aids changed, and processes keep what they read lately.
	- nginx holds no answer of the API: each is made, and so is each 304 but those of files.
	NOTES
}
