#!/bin/sh
# run.sh - Guichet in a real browser: a site for each theme, then browser.mjs over
# both.  Prints TAP; its logs go to BUILD/check/browser.
#
# From the environment: what tests/lib.sh takes; CHROMIUM.  With --screenshot the
# picture of the README is made instead.
cd "$(dirname "$0")" || exit 1
root=$(cd ../.. && pwd)
export GUICHET_TODAY=2026-11-22
. "$root/tests/lib.sh"
# Without the windows that nobody sees, the same engine works two thirds as long.
CHROMIUM=${CHROMIUM:-$(command -v chromium-headless-shell || command -v chromium ||
    true)}
export CHROMIUM
tools=$build/browser

for name in npm node java; do
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

themes=
for theme in state neutral; do
	grep -q "^css-$theme " "$build/assets/manifest" || continue
	export THEME=$theme
	begin "$theme"
	themes="$themes $theme=http://localhost:$port"
	PORTS=$((port + 1))
done
for theme in $themes; do
	site=$work/${theme%%=*}
	base=http://127.0.0.1:${theme##*:}
	await
	sql "SET @today = '$GUICHET_TODAY', @days = 70; $(cat "$root/sql/data/sample-counts.sql")" ||
	    bail 'no sample counts'
done

option=
[ "${1:-}" != --screenshot ] || option="--screenshot $PWD/screenshot.png"
# Which theme begins, and which views.
TURN=$(turn_among 4)
export TURN
# The sites, for who stops their programs.
GUICHET=$build/guichet
export SITES="$work" GUICHET
# In the background, for a signal to be heard meanwhile.
# shellcheck disable=SC2086
node browser.mjs $option "$tools" $themes &
sites="$sites $!"
wait $!
