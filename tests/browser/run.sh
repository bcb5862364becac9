#!/bin/sh
# run.sh - Guichet in a real browser: a fresh site for each theme, then
# browser.mjs over both.  Prints TAP; the rest goes to BUILD/check-browser.
#
# From the environment: BUILD; PORT, the first of two; CHROMIUM.  With
# --screenshot the picture of the README is made instead.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
mkdir -p "${BUILD:=$root/build}/check-browser"
BUILD=$(cd "$BUILD" && pwd)
CHROMIUM=${CHROMIUM:-$(command -v chromium || true)}
export BUILD CHROMIUM
PORT=${PORT:-8211}
work=$BUILD/check-browser
tools=$BUILD/browser
pids=

skip() {
	echo "1..0 # SKIP $*"
	exit 0
}

for name in npm node java mariadbd nginx s6-svscan; do
	command -v $name > /dev/null || skip "$name is missing"
done
[ -x "$CHROMIUM" ] || skip 'chromium is missing'
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] ||
    skip 'Node 20 or newer is missing'

# The tools are those of the lock file, fetched when it changes.
mkdir -p "$tools"
if ! cmp -s "$here/package-lock.json" "$tools/done"; then
	cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$tools"
	(cd "$tools" && npm ci) > "$work/npm.log" 2>&1 ||
	    skip "npm does not get its packages, see $work/npm.log"
	cp "$here/package-lock.json" "$tools/done"
fi

stop_all() {
	trap '' INT TERM
	# shellcheck disable=SC2086
	[ -z "$pids" ] || kill $pids 2> /dev/null || true
	wait
}
trap stop_all EXIT
trap 'exit 1' INT TERM HUP

# start THEME PORT: a new site, so that no page is older than its stylesheet.
start() {
	rm -rf "${work:?}/$1"
	THEME=$1 AIDS='' GUICHET_TODAY=2026-11-22 WORKERS=2 \
	    "$root/conf/demo.sh" "$work/$1" "$2" > "$work/$1.log" 2>&1 &
	pids="$pids $!"
}

# ready THEME: waits until the site answers.
ready() {
	for _ in $(seq 1200); do
		[ ! -e "$work/$1/run/ready" ] || return 0
		# shellcheck disable=SC2086
		kill -0 $pids 2> /dev/null || break
		sleep 0.25
	done
	echo "Bail out! a site does not start, see $work/*.log"
	exit 1
}

sites=
for theme in state neutral; do
	grep -q "^css-$theme " "$BUILD/assets/manifest" || continue
	start $theme "$PORT"
	sites="$sites $theme=http://localhost:$PORT"
	PORT=$((PORT + 1))
done
for site in $sites; do
	ready "${site%%=*}"
done

option=
[ "${1:-}" != --screenshot ] || option="--screenshot $here/screenshot.png"
# In the background, for a signal to be heard meanwhile.
# shellcheck disable=SC2086
node "$here/browser.mjs" $option "$tools" $sites &
pids="$pids $!"
status=0
wait $! || status=$?
exit $status
