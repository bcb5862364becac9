#!/bin/sh
# run.sh - the description of the API: valid, complete, and true of its answers; the
# examples of its pages, as they are written.  Prints TAP; logs in BUILD/check/api.
#
# From the environment: what tests/lib.sh takes.
cd "$(dirname "$0")" || exit 1
root=$(cd ../.. && pwd)
export GUICHET_TODAY=2026-11-22
. "$root/tests/lib.sh"
tools=$build/api-tools

for name in npm node; do
	command -v $name > /dev/null || skip_all "$name is missing"
done
# The tools are those of the lock file, fetched when it changes.
mkdir -p "$tools"
if ! cmp -s package-lock.json "$tools/done"; then
	cp package.json package-lock.json .npmrc "$tools"
	(cd "$tools" && npm ci) > "$work/npm.log" 2>&1 ||
	    skip_all "npm does not get its packages, see $work/npm.log"
	cp package-lock.json "$tools/done"
fi

DS_OPTIONS='--strict --no-throttle'
export DS_OPTIONS
start site
guichet import aids --source essais "$root/tests/pages/aids.jsonl" \
    > "$site/log/essais.log" || bail 'the aids of the tests were not imported'
guichet bulk --force > "$site/log/bulk.log" || bail 'the files were not made'
# What the cases of the API ask: whether they are as wanted is for check-pages.
cd "$root/tests/pages" || exit 1
# shellcheck disable=SC2046 # names of cases have no blanks
node cases.mjs "$base" "$work/answers" \
    $(ls api-*.ask prefill-api.ask | sed 's/\.ask$//') > "$work/cases.tap"
cd "$root/tests/api" || exit 1
node api.mjs "$tools" "$base" "$work/answers/asked.json" > "$work/api.tap" || bad=1
cat "$work/api.tap"
node lines.mjs "$base" "$work" > "$work/lines.tap" || bad=1
cat "$work/lines.tap"
node hostile.mjs "$base" > "$work/hostile.tap" || bad=1
cat "$work/hostile.tap"
sed -i 's/^tables_dir.*/tables_dir =/' "$site/etc/guichet.conf"
node bulk.mjs "$tools" "$base" "$site" "$build/guichet" > "$work/bulk.tap" || bad=1
cat "$work/bulk.tap"
node copy.mjs "$base" "$site" "$build/guichet" "${FULL:+2000}" > "$work/copy.tap" || bad=1
cat "$work/copy.tap"
. ./memory.sh
