# table.sh - the table of what was measured.  Read by run.sh.

row() {	# NAME WHAT
	printf '| %s | %.0f | %s | %.2f | %.2f | %.3f | %.3f |\n' "$2" \
	    "$(median "$1" 4)" "$(range "$1")" "$(median "$1" 5)" \
	    "$(median "$1" 6)" "$(median "$1" 8)" "$(median "$1" 9)"
}

# bar WHAT MEASURED CPU SIGN BAR: "no" says that the bar is missed.
bar() {
	met=$(awk "BEGIN { print ((${2%[%x]} + 0) $4 (${5%[%x]} + 0)) ? \"yes\" : \"no\" }")
	printf '| %s | %s | %s | %s %s | %s |\n' "$1" "$2" "$3" "$4" "$5" "$met"
}
# paired A FIELD B FIELD: the median of the quotients of each round, for what
# disturbs a round disturbs all that is measured in it.
paired() {
	awk -v a="$1" -v f="$2" -v b="$3" -v g="$4" '
	    $1 == a { x[++n] = $f } $1 == b { y[++m] = $g }
	    END { for (i = 1; i <= n; i++) print x[i] / y[i] }' \
	    "$work/rounds.txt" | middle
}
ratio() { calc "$(paired "$1" 4 "$2" 4)" %.2fx; }
percent() { calc "100 * $(paired "$1" 4 "$2" 4)" %.0f%%; }
# The same by processor time.
cpu_ratio() { calc "$(paired "$2" 8 "$1" 8)" %.2fx; }
cpu_percent() { calc "100 * $(paired "$2" 8 "$1" 8)" %.0f%%; }

best_php() {
	awk "BEGIN { print ($(median php-1 4) >= $(median php-2 4)) ? \"php-1\" : \"php-2\" }"
}

report_rates() {
	echo "| $rounds rounds of $seconds s, $connections connections | pages/s, median | min–max | p50 ms | p99 ms | CPU ms a page | of MariaDB |"
	echo '|---|--:|--:|--:|--:|--:|--:|'
	row page "page of results, uncached: each at another address, nginx's cache looked into"
	row page-bare "page of results, nginx without a cache"
	row page-mix "the same, each of $(wc -l < "$work/questions") questions at random"
	row communes "each of $(wc -l < "$work/every-commune") communes with $(wc -l < "$work/needs") needs, nothing warmed"
	row hello-communes "hello of the same bytes ($(wc -c < "$pages/commune.html"))"
	row hello "hello of the same bytes ($(wc -c < "$pages/list.html"))"
	row hello-kept "the same, each at another address, nginx's cache looked into"
	row php-1 "PHP-FPM and Twig, $workers processes"
	row php-2 "PHP-FPM and Twig, $((workers * 2)) processes"
	row omega "Omega, a process a request"
	row omega-mix "the same, each of $(wc -l < "$work/omega-asked") questions at random"
	row xapian "Xapian in processes that stay"
	row xapian-mix "the same, each of the questions at random"
	row file "file of the same bytes"
	row aid "page of an aid, uncached"
	row aid-mix "the same, each of $(wc -l < "$work/aids") aids at random"
	row hello-aid "hello of the same bytes ($(wc -c < "$pages/aid.html"))"
	row file-aid "file of the same bytes"
	row portal "page of results below a portal"
	row hello-portal "hello of the same bytes ($(wc -c < "$pages/portal.html"))"
	row backer "page of a backer"
	row hello-backer "hello of the same bytes ($(wc -c < "$pages/backer.html"))"
	row map "map of departments"
	row hello-map "hello of the same bytes ($(wc -c < "$pages/map.html"))"
	row kept "page of results, kept by nginx and revalidated"
	row payload "payload of démarche $demarche, $champs champs of a SIREN and a sheet"
}

report_ratios() {
	best=$(best_php)
	echo '| ratio | of rates | of CPU | bar | met |'
	echo '|---|--:|--:|--:|---|'
	cpu_share "page of results / hello, both without a cache" page-bare hello 30%
	share "page of results / hello, nginx's cache looked into" page hello-kept 30%
	cpu_share "page of results, any of the questions / hello" page-mix hello 25%
	cpu_share "each commune with 8 needs / hello" communes hello-communes 20%
	times_of "page of results / PHP ($best)" page-bare \
	    "$best" 2x
	times_of "page of results / Omega" page-bare omega 1x
	times_of "page of results, any of the questions / Omega" page-mix \
	    omega-mix 1x
	share "page of an aid / hello" aid hello-aid 25%
	share "page of an aid, any of them / hello" aid-mix hello-aid 25%
	share "page of results below a portal / that of the site" portal page-bare 90%
	share "page of a backer / hello" backer hello-backer 10%
	share "map / hello" map hello-map 10%
	share "page of results kept / file" kept file 50%
	bar "p99 / p50 at half the rate" "$(calc "$half_p99 / $half_p50")x" '' \
	    '<=' 5x
	bar "payload, one at a time: p50, ms (p99 $payload_p99)" "$payload_p50" '' \
	    '<=' 10
	echo "| page of results / Xapian that stays | $(ratio page-bare xapian) | $(cpu_ratio page-bare xapian) | | |"
	echo "| page of results, any of the questions / Xapian that stays | $(ratio page-mix xapian-mix) | $(cpu_ratio page-mix xapian-mix) | | |"
	echo "| page of results / file | $(percent page-bare file) | $(cpu_percent page-bare file) | | |"
	echo "| page of an aid / file | $(percent aid file-aid) | $(cpu_percent aid file-aid) | | |"
}
# share, times_of WHAT NAME OTHER BAR
share() {
	bar "$1" "$(percent "$2" "$3")" "$(cpu_percent "$2" "$3")" '>=' "$4"
}
# The same, of processor time, which other load disturbs less.
cpu_share() {
	cpu=$(cpu_percent "$2" "$3")
	met=$(awk "BEGIN { print (${cpu%\%} >= ${4%\%}) ? \"yes\" : \"no\" }")
	echo "| $1 | $(percent "$2" "$3") | $cpu | >= $4 of CPU | $met |"
}
times_of() {
	bar "$1" "$(ratio "$2" "$3")" "$(cpu_ratio "$2" "$3")" '>=' "$4"
}

report_sizes() {
	echo '| what search reads | rows | MB |'
	echo '|---|--:|--:|'
	sed 's/|/ | /g; s/^/| /; s/$/ |/' "$work/sizes.txt"
}

report_rest() {
	printf 'At half the highest rate (%.0f pages/s): p50 %s ms, p99 %s ms.\n\n' \
	    "$half_rate" "$half_p50" "$half_p99"
	echo '| process | how many | RSS, MB each | PSS, MB each |'
	echo '|---|--:|--:|--:|'
	sed 's/|/ | /g; s/^/| /; s/$/ |/' "$work/memory.txt"
	# shellcheck disable=SC2086
	set -- $times
	printf '\n| a page in the worker, ms | queries | reading, ranking, XML | XSLT | serialising | all |\n'
	echo '|---|--:|--:|--:|--:|--:|'
	echo "| mean of 500, one at a time | $1 | $2 | $3 | $4 | $5 |"
	printf '\nRSS of one worker: %s MB after 1,000 requests, %s MB after %d.\n' \
	    "$flat_first" "$flat_last" "$flat"
}

report() {
	printf '# Price of a page, %s\n\n' "$(date +%F)"
	report_rates
	echo
	report_ratios
	echo
	report_rest
	echo
	report_sizes
	echo
	sed -e "s|@BUSY@|$busy_before|; s|@AFTER@|$busy_after|" \
	    -e "s|@MIXED@|$mixed|" -e "s|@SAME@|$php_same|" -e "s|@PLAIN@|$(wc -c < "$work/omega.html")|" -e "s|@AIDS@|$(basename "${aids:-the sample}")|" \
	    "$here/notes.md"
}
