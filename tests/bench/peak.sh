# peak.sh - how long the files of the whole catalogue take, and in how much memory.
# Read by api.sh and growth.sh, which set build and root.

# peak SITE ARGUMENT...: as peak.py tells of guichet bulk.
peak() {
	conf=$1/etc/guichet.conf
	shift
	GUICHET_CONF=$conf python3 "$root/tests/peak.py" "$build/guichet" bulk "$@"
}

# bulk_peak SITE: seconds, MB above those of a process that finds nothing to do, and
# seconds of processor time, without MariaDB's; of territories too, which are only
# made again when they changed.
bulk_peak() {
	rm -f "$1/exports/current/perimeters.facts"
	made=$(peak "$1" --force)
	none=$(peak "$1")
	echo "$made $none" |
	    awk '{ printf "%s %.1f %s\n", $1, ($2 - $5) / 1024, $3 }'
}
