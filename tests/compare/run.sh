#!/bin/sh
# run.sh BASE - does any answer change?  Builds the commit BASE, starts a site of
# it and one of the working tree over the same data, sends both the same list of
# requests (requests.mjs) and says which answers differ (compare.mjs, whose head
# tells what is left out).  Exits 1 on a difference.
#
# From the environment: BUILD; PORTS, the first of a hundred ports; THEME, of both
# sites (neutral shows the other frame).
set -u

root=$(cd "$(dirname "$0")/../.." && pwd)
build=$(cd "$root" && cd "${BUILD:-build}" && pwd) || exit 2
work=$build/compare
mkdir -p "$work"
# Pages say what day it is.
export GUICHET_TODAY=2026-11-22
. "$root/tests/compare/sites.sh"

PATH=$PATH:/usr/sbin:/sbin
for tool in git node curl mariadbd nginx s6-svscan; do
	command -v $tool > /dev/null || refuse "$tool is missing:" \
	    "conf/packages.sh run check installs it"
done

build_base "${1:-}"
start_both
say "asking both"
node "$root/tests/compare/compare.mjs" "$base_url" "$new_url" \
    "$base_tree/build/assets/manifest" "$build/assets/manifest"
