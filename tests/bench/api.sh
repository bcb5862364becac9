#!/bin/sh
# api.sh [ROUNDS [SECONDS]] - what a page of the API costs beside a FastCGI program
# that only says hello and beside PHP, all behind one nginx, in turns, in the same
# run; what it costs to say that nothing changed; the exports.
#
# From the environment: BUILD, AIDS, WORKERS and BENCH_PORT, as run.sh.  Leaves
# rounds.txt, alone.txt and api.md in $BUILD/bench-api.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$(cd "$root" && cd "${BUILD:-build}" && pwd)
rounds=${1:-4}
seconds=${2:-3}
connections=16
workers=${WORKERS:-$(nproc)}
work=$build/bench-api site=$work/site run=$work/run log=$work/log php=$work/php
pages=$work/pages
result=$work/api.md

refuse() {
	echo "bench: $*" >&2
	exit 1
}
say() { echo "bench: $*" >&2; }

PATH=$PATH:/usr/sbin:/sbin
for tool in wrk php curl jq nginx s6-svscan mariadbd; do
	command -v $tool > /dev/null || refuse "$tool is missing:" \
	    "conf/packages.sh run check bench installs it"
done
[ ${#run} -lt 90 ] || refuse "the path of $run is too long for a socket"
case "$rounds$seconds" in
*[!0-9]*) refuse "ROUNDS and SECONDS are whole numbers" ;;
esac
aids=${AIDS:-$root/../shared/data/aids/aids-merged.jsonl.gz}
[ -s "$aids" ] || aids=
mkdir -p "$run" "$log" "$pages" "$work/etc"

program=api groups='hello timing php-1 php-2'
. "$here/servers.sh"
. "$here/check.sh"
. "$here/measure.sh"
. "$here/table.sh"
. "$here/peak.sh"
. "$here/api-table.sh"

# Where nginx finds all of them.
contender_locations() {
	location hello hello
	for php_pool in php-1 php-2; do
		location $php_pool $php_pool |
		    sed "s|fastcgi_pass .*|&\n	fastcgi_param SCRIPT_FILENAME $here/php/api.php;|"
	done
}

# ---- what is asked ----

# A page of 100, in an order that PHP can make as well.
list='/api/aids/?order_by=publication-date&itemsPerPage=100'

# etag URL: as it is now.
etag() { curl -s -g -I "$1" | tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p'; }

write_pages() {
	fetch "$bare$list" "$pages/ours.json"
	at="$list&fields=$(jq -r '.results[0] | keys_unsorted[:44] | join(",")' \
	    "$pages/ours.json")"
	fetch "$bare$at" "$pages/at.json"
	one=/api/aids/$(jq -r '.results[0].slug' "$pages/ours.json")/
	fetch "$bare$one" "$pages/one.json"
	last=$(jq '.count / 100 | ceil' "$pages/ours.json")
	seq -f "$at&page=%.0f" "$last" > "$work/pages-at"
}

# One round's are in turns; see measure.sh.
contenders() {
	cat <<-LIST
	at $bare$at format
	hello-at $bare/bench/hello/at.json -
	php-1 $bare/bench/php-1$at -
	php-2 $bare/bench/php-2$at -
	at-mix $bare/ @$work/pages-at
	ours $bare$list format
	hello-ours $bare/bench/hello/ours.json -
	one $bare$one -
	hello-one $bare/bench/hello/one.json -
	same $bare$at ^$(etag "$bare$at")
	hello-same $bare/bench/hello/at.json ^"0123456789abcdef"
	file-same $bare/bench/static/at.json ^$(etag "$bare/bench/static/at.json")
	table-same $bare/aides/?format=csv ^$(etag "$bare/aides/?format=csv")
	bulk-same $kept/api/aids.json ^$(etag "$kept/api/aids.json")
	LIST
}

# PHP makes the same JSON of AT's keys; what should not change did not.
check_all() {
	for name in at ours one; do
		same "hello" "$bare/bench/hello/$name.json" "$pages/$name.json"
	done
	same "the page" "$bare$at" "$pages/at.json"
	jq -c '.count, .results[]' "$pages/at.json" > "$work/wanted"
	for php_pool in php-1 php-2; do
		fetch "$bare/bench/$php_pool$at" "$work/$php_pool.json"
		jq -c '.count, .results[]' "$work/$php_pool.json" |
		    cmp -s - "$work/wanted" || refuse "$php_pool makes another" \
			"JSON: compare $work/$php_pool.json with $pages/at.json"
	done
	for name in same hello-same file-same table-same bulk-same; do
		read -r _ address has <<-LINE
		$(contenders | grep "^$name ")
		LINE
		[ "$(curl -s -g -o /dev/null -w '%{http_code}' \
		    -H "If-None-Match: ${has#^}" "$address")" = 304 ] ||
			refuse "$name: $address does not answer 304"
	done
}

# ---- the walk ----

pick_ports
say "starting a site in $site"
start_site
# shellcheck disable=SC2046
memory "at start" $(workers_of "$site/run/api") > "$work/memory.txt"
start_nginx
write_pages
start_group hello "$workers" "'$build/hello' '$pages/at.json' '$pages/ours.json' \
    '$pages/one.json'"
export GUICHET_CONF="$site/etc/guichet.conf"
start_group timing 1 "env GUICHET_TIMING=1 '$build/api'"
start_php
check_all
measure_rounds
measure_alone
measure_process at "$at&format="
measure_process ours "$list&format="
measure_process one "$one?format="
load "$bare$at" format 1 $connections > /dev/null
# shellcheck disable=SC2046
memory "after the rounds" $(workers_of "$site/run/api") >> "$work/memory.txt"
check_all	# the same pages still
bulk=$(bulk_peak "$site")
report_api | tee "$result"
say "kept in $result"
