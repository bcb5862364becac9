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
kept() { find "$site/cache" -type f | wc -l; }
full_cache() {
	first='/aides/?keyword=plein'
	answers "$first" > "$work/first"
	is 'a disk with room: pages are kept' "$(cat "$work/first") $(kept)" '4:200 0 1'
	# By a file without a name: a minute after it starts, nginx removes those that
	# are no pages.
	exec 7> "$site/cache/full"
	rm "$site/cache/full"
	dd if=/dev/zero bs=1M >&7 2> "$work/dd"
	dd if=/dev/zero bs=512 >&7 2>> "$work/dd"
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
	exec 7>&-
	sleep 1.1
	answers "$first" '/aides/?keyword=plein+b' > "$work/again"
	is 'room again: pages are kept again' "$(cat "$work/again") $(kept)" '8:200 0 2'
}
# A reader who takes a long page slowly, by buffers as small as a line far away has.
slow_reader() {
	{
		printf '{"id": 9700001, "slug": "longue", "name": "Aide longue", "perimeter": "France", "perimeter_scale": "Pays", "perimeter_code": "FRA", "date_published": "2026-01-01T10:00:00", "description": "<p>'
		yes 'Une phrase de plus.' | head -n 12000 | tr '\n' ' '
		printf '</p>", "eligibility": "<p>'
		yes 'Une phrase de plus.' | head -n 12000 | tr '\n' ' '
		echo '</p>"}'
	} > "$work/long.jsonl"
	guichet import aids --source longues "$work/long.jsonl" > "$work/long.log"
	for memory in tcp_wmem tcp_rmem; do
		cp /proc/sys/net/ipv4/$memory "$work/$memory"
		echo '4096 16384 65536' > /proc/sys/net/ipv4/$memory
	done
	dd if=/dev/zero of="$site/run/fastcgi/full" bs=512 2> "$work/dd"
	is 'a full disk: a long page that is read slowly' "$(curl -s --limit-rate 300k \
	    -o "$work/body" -w '%{http_code} %{exitcode}' "$base/aides/longue/")" '200 0'
	[ "$(wc -c < "$work/body")" -gt 400000 ]
	tap 'which is long' $?
	for memory in tcp_wmem tcp_rmem; do
		cat "$work/$memory" > /proc/sys/net/ipv4/$memory
	done
}
if mount -t tmpfs -o size=80m tmpfs "$site/cache" 2> "$work/mount"; then
	mount -t tmpfs -o size=64k tmpfs "$site/run/fastcgi"
	trap 'umount -l "$site/cache" "$site/run/fastcgi"; stop' EXIT
	full_cache
	slow_reader
	umount -l "$site/cache" "$site/run/fastcgi"
	trap stop EXIT
else
	tap "a full disk # SKIP it takes a disk of its own: be root" 0
fi
