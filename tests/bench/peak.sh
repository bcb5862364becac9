# peak.sh - how long the exports take, and in how much memory.
# Read by api.sh and growth.sh, which set build and root.

# peak SITE ARGUMENT...: as peak.py tells of guichet bulk.
peak() {
	conf=$1/etc/guichet.conf
	shift
	GUICHET_CONF=$conf python3 "$root/tests/peak.py" "$build/guichet" bulk "$@"
}

# bulk_peak SITE: seconds; MB above those of a process that finds nothing to do, when it
# makes territories again too, which it only does when they changed; and seconds of
# processor time, without MariaDB's.
bulk_peak() {
	made=$(peak "$1" --force)
	rm -f "$1/exports/current/files.facts"
	most=$(peak "$1" --force)
	none=$(peak "$1")
	echo "$made $most $none" |
	    awk '{ printf "%s %.1f %s\n", $1, ($5 - $8) / 1024, $3 }'
}
