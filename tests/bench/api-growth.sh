# api-growth.sh - what the API must reach as the catalogue grows, and the files of the
# whole catalogue.  Read by growth.sh.

. "$here/peak.sh"

# growth_bar WHAT MEASURED BAR
growth_bar() {
	awk -v what="$1" -v got="$2" -v bar="$3" 'BEGIN {
	    printf "| %s | %s | <= %s | %s |\n", what, got, bar,
	        got + 0 <= bar ? "yes" : "no" }'
}

# slowest N FILE: of the pages, the most times that of the corpus.
slowest() {
	awk -v n="$1" '$2 == "corpus" { of[$1] = $3 } $2 == n { at[$1] = $3 }
	    END { for (q in at) if (at[q] / of[q] > most) most = at[q] / of[q]
	        printf "%.2f", most }' "$work/$2"
}

report_growth() {	# N...
	printf '\n| | measured | bar | met |\n|---|--:|--:|---|\n'
	for n in "$@"; do
		most=$([ "$n" -gt 20000 ] && echo 4 || echo 2)
		growth_bar "slowest page at $n aids, times that of the corpus" \
		    "$(slowest "$n" p50)" "$most"
		growth_bar "the same by processor time, MariaDB's too" \
		    "$(slowest "$n" cpu)" "$most"
	done
	for n in corpus "$@"; do
		bulk_peak "$work/$n" > "$work/bulk"
		read -r took above spent < "$work/bulk"
		growth_bar "guichet bulk --force, $n: s ($spent of processor time)" \
		    "$took" "$([ "$n" = corpus ] && echo 1 || echo 60)"
		growth_bar "the same: MB above an idle process" "$above" 16
	done
}
