# peak.sh - how long the files of the whole catalogue take, and in how much memory.
# Read by api.sh and growth.sh, which set build.

# peak COMMAND...: its seconds, the most memory that it had at a time, in kB, and
# its processor time in seconds.
peak() {
	begun=$(date +%s%N)
	"$@" > /dev/null &
	top=0 spent=
	while now=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\) kB/\1/p' \
	    "/proc/$!/status" 2> /dev/null) && [ -n "$now" ]; do
		top=$now
		spent=$(cat "/proc/$!/stat" 2> /dev/null) || break
		sleep 0.02
	done
	wait $!
	echo "$begun $(date +%s%N) $top ${spent##*) }" |
	    awk -v tick="$(getconf CLK_TCK)" '{ printf "%.2f %d %.2f\n",
	        ($2 - $1) / 1e9, $3, ($15 + $16) / tick }'
}

# bulk_peak SITE: seconds, MB above those of a process that finds nothing to do, and
# seconds of processor time, without MariaDB's.
bulk_peak() {
	made=$(GUICHET_CONF=$1/etc/guichet.conf peak "$build/guichet" bulk --force)
	none=$(GUICHET_CONF=$1/etc/guichet.conf peak "$build/guichet" bulk)
	echo "$made $none" |
	    awk '{ printf "%s %.1f %s\n", $1, ($2 - $5) / 1024, $3 }'
}
