# The disk where nginx keeps pages is full: they are made, and not kept.

# answers PATH...: of each, asked four times, what curl says of it: "200 0" when it
# came whole.
answers() {
	for path; do
		for _ in 1 2 3 4; do
			curl -s -o "$work/body" --max-time 20 \
			    -w '%{http_code} %{exitcode}\n' "$base$path"
		done
	done | sort | uniq -c | awk '{ print $1 ":" $2 " " $3 }'
}
kept() { find "$site/cache" -type f ! -name full | wc -l; }
full_cache() {
	first='/aides/?keyword=plein'
	answers "$first" > "$work/first"
	is 'a disk with room: pages are kept' "$(cat "$work/first") $(kept)" '4:200 0 1'
	dd if=/dev/zero of="$site/cache/full" bs=1M 2> "$work/dd"
	dd if=/dev/zero bs=512 >> "$site/cache/full" 2>> "$work/dd"
	# The programs look once a second.
	sleep 1.1
	is 'a full disk: each page, each time' "$(answers "$first" \
	    '/aides/?keyword=plein+a' /aides/ '/aides/?format=csv' /robots.txt)" '20:200 0'
	is 'a full disk: no more is kept' "$(kept)" 1
	sql 'UPDATE data_version SET version = version + 1'
	sleep 1.1
	is 'a full disk: a page that changed' "$(answers "$first")" '4:200 0'
	is 'a full disk: no piece of a page is left' "$(kept)" 1
	matches 'a full disk: guichet check says so' "$(guichet check 2>&1)" \
	    "left in $site/cache: nginx keeps no page"
	rm "$site/cache/full"
	sleep 1.1
	answers "$first" '/aides/?keyword=plein+b' > "$work/again"
	is 'room again: pages are kept again' "$(cat "$work/again") $(kept)" '8:200 0 2'
}
if mount -t tmpfs -o size=80m tmpfs "$site/cache" 2> "$work/mount"; then
	trap 'umount -l "$site/cache"; stop' EXIT
	full_cache
	umount -l "$site/cache"
	trap stop EXIT
else
	tap "a full disk # SKIP it takes a disk of its own: be root" 0
fi
