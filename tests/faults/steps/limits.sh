# One network has one limit, however many addresses it asks from; others have
# theirs.

# burst N URL ADDRESS...: asks N of each at once; the statuses.
burst() {
	each=$1 url=$2
	shift 2
	for address in "$@"; do together "$each" "$url" --interface "$address" & done | tally
}
of() { echo "$1" | sed -n "s/.*$2:\([0-9]*\).*/\1/p"; }
# shared NAME URL LEAST MOST ADDRESS ADDRESS OTHER: two of a network, and another.  Of
# each second that it takes, thirty more pass.
shared() {
	began=$(date +%s)
	said=$(burst 150 "$2" "$5" "$6")
	passed=$(of "$said" 200)
	most=$(($4 + 30 * ($(date +%s) - began)))
	[ "${passed:-0}" -ge "$3" ] && [ "${passed:-0}" -le $most ]
	status=$?
	[ $status -eq 0 ] || note "$1: $said"
	[ $status -eq 0 ]
	tap "$1: two addresses share one limit" $?
	is "$1: another network has its own" \
	    "$(curl -s -g -o /dev/null -w '%{http_code}' --interface "$7" "$2")" 200
}
shared 'a /24' "$base/robots.txt" 80 160 10.9.1.1 10.9.1.254 10.9.2.1
if curl -s -g -o /dev/null --interface 2001:db8:1:100::1 "http://[::1]:$port/robots.txt"; then
	shared 'a /56' "http://[::1]:$port/robots.txt" 80 160 \
	    2001:db8:1:100::1 2001:db8:1:1ff::9 2001:db8:1:200::1
else
	tap 'a /56 # SKIP no IPv6' 0
fi
for page in /stats/ /portails/aucun/stats/ /partenaires/9000001-ademe/stats/; do
	burst 24 "$base$page?z=%n" "10.9.$((${#page} + 20)).1" > "$work/dear.${#page}" &
	dear="${dear:-} $page" dear_pids="${dear_pids:-} $!"
done
said=$(burst 24 "$base/aides/?keyword=toit&format=atom" 10.9.3.1)
# shellcheck disable=SC2086 # numbers
wait $dear_pids
for page in $dear; do
	[ "$(of "$(cat "$work/dear.${#page}")" 429)" -ge 5 ]
	tap "so has $page: $(cat "$work/dear.${#page}")" $?
done
[ "$(of "$said" 429)" -ge 5 ] && [ "$(of "$said" 200)" -ge 5 ]
tap "files have a limit of their own: $said" $?
is 'pages are asked for meanwhile' \
    "$(together 20 "$base/robots.txt" --interface 10.9.3.1 | tally)" 200:20
together 500 "$base/robots.txt" --interface 10.9.4.1 -D "$work/head" | tally > "$work/said"
matches 'a refusal says when' "$(grep -A20 '^HTTP/1.1 429' "$work/head")" '^Retry-After: 5'
is 'this machine is exempt' "$(together 300 "$base/robots.txt" | tally)" 200:300
