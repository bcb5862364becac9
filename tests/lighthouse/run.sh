#!/bin/sh
# run.sh - Lighthouse over the public pages.  Prints TAP; its logs go to
# BUILD/check/lighthouse.  Its tools weigh 170 MB: make check-all alone runs it.
#
# From the environment: what tests/lib.sh takes; CHROMIUM, ONLY, THEME.
cd "$(dirname "$0")" || exit 1
root=$(cd ../.. && pwd)
export GUICHET_TODAY=2026-11-22
. "$root/tests/lib.sh"
CHROMIUM=${CHROMIUM:-$(command -v chromium-headless-shell || command -v chromium ||
    true)}
export CHROMIUM
tools=$build/lighthouse

for name in npm node; do
	command -v $name > /dev/null || skip_all "$name is missing"
done
[ -x "$CHROMIUM" ] || skip_all 'chromium is missing'
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] ||
    skip_all 'Node 20 or newer is missing'

# The tools are those of the lock file, fetched when it changes.
mkdir -p "$tools"
if ! cmp -s package-lock.json "$tools/done"; then
	cp package.json package-lock.json .npmrc "$tools"
	(cd "$tools" && npm ci) > "$work/npm.log" 2>&1 ||
	    skip_all "npm does not get its packages, see $work/npm.log"
	cp package-lock.json "$tools/done"
fi

start lighthouse
# In the background, for a signal to be heard meanwhile.
node lighthouse.mjs "$tools" "http://localhost:$port" &
sites="$sites $!"
wait $!
