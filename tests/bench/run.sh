#!/bin/sh
# run.sh [ROUNDS [SECONDS]] - what a page costs beside a FastCGI program that
# only says hello, PHP with Twig, Xapian's Omega, and a file: all behind one
# nginx, in turns, in the same run.  Only ratios mean something: the load
# generator, nginx, the workers and MariaDB share the machine.
#
# From the environment: BUILD; AIDS, the corpus (else the merged one, else the
# sample); WORKERS, processes of each program (else one a core); BENCH_PORT, the
# first of four free ports; FLAT, the requests after which a worker's memory is
# looked at again (100000: some minutes); MIXED, those of all kinds before the
# memory of each is looked at (50000).  Leaves rounds.txt and result.md in
# $BUILD/bench.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$(cd "$root" && cd "${BUILD:-build}" && pwd)
rounds=${1:-4}
seconds=${2:-3}
connections=16
workers=${WORKERS:-$(nproc)}
flat=${FLAT:-100000}
mixed=${MIXED:-50000}
work=$build/bench site=$work/site run=$work/run log=$work/log php=$work/php
pages=$work/pages
result=$work/result.md

refuse() {
	echo "bench: $*" >&2
	exit 1
}
say() { echo "bench: $*" >&2; }

PATH=$PATH:/usr/sbin:/sbin
for tool in wrk php curl nginx s6-svscan mariadbd fcgiwrap scriptindex; do
	command -v $tool > /dev/null || refuse "$tool is missing:" \
	    "conf/packages.sh run check bench installs it"
done
[ -x "$build/search" ] || refuse "no $build/search: run \"make bench\""
[ ${#run} -lt 90 ] || refuse "the path of $run is too long for a socket"
case "$rounds$seconds$flat$mixed" in
*[!0-9]*) refuse "ROUNDS, SECONDS, FLAT and MIXED are whole numbers" ;;
esac

aids=${AIDS:-$root/../shared/data/aids/aids-merged.jsonl.gz}
[ -s "$aids" ] || aids=

mkdir -p "$run" "$log" "$pages" "$work/etc"
# Two words, a territory, a full page of 18.
list='/aides/?keyword=r%C3%A9novation%20%C3%A9nergie&perimeter_codes%5B%5D=79109'

program=search groups='hello timing php-1 php-2 omega xapian'
. "$here/servers.sh"
. "$here/xapian.sh"
. "$here/check.sh"
. "$here/measure.sh"
. "$here/asked.sh"
. "$here/table.sh"

# ---- the walk ----

pick_ports
say "starting a site in $site"
start_site
load_funded
load_demarche
load_portal
write_questions
write_xapian
start_nginx
fetch "$kept$list" "$pages/list.html"
aid=$(titles "$pages/list.html" | sed -n 1p)
fetch "$bare$aid" "$pages/aid.html"
# Of the last communes, whose turn does not come: the page of middle size.
fetch_middle "$pages/commune.html"
# The same list below a portal, a backer and the map.
portal=/portails/mesure$list
backer=$(curl -s "$bare/sitemap.xml" | grep -o '/partenaires/[^<]\+' | sed -n 1p)
map=/cartographie/
for name in portal backer map; do
	eval "fetch \"\$bare\$$name\" \"\$pages/$name.html\""
done
start_group hello "$workers" "'$build/hello' '$pages/list.html' '$pages/aid.html' \
    '$pages/commune.html' \
    '$pages/portal.html' '$pages/backer.html' '$pages/map.html'"
export GUICHET_CONF="$site/etc/guichet.conf"
# This worker outlives the count that ends others.
{ cat "$GUICHET_CONF"; echo "max_requests = $((flat + 1000))"; } \
    > "$work/etc/timing.conf"
start_group timing 1 "env GUICHET_TIMING=1 \
    GUICHET_CONF='$work/etc/timing.conf' '$build/search'"
start_php
start_xapian
check_all
measure_rounds
add_omega_time
measure_half
measure_payload
measure_mixed
measure_memory > "$work/memory.txt"
measure_sizes > "$work/sizes.txt"
measure_times
measure_flatness
check_all	# the same pages still
report | tee "$result"
say "kept in $result"
