#!/bin/sh
# fuzz.sh MINUTES SEED - requests by chance to the API of a site of its own, see fuzz.mjs.
#
# From the environment: what tests/lib.sh takes.
cd "$(dirname "$0")" || exit 1
root=$(cd ../.. && pwd)
export GUICHET_TODAY=2026-11-22
. "$root/tests/lib.sh"
start site
guichet import aids --source essais "$root/tests/pages/aids.jsonl" \
    > "$site/log/essais.log" || bail 'the aids of the tests were not imported'
guichet bulk --force > "$site/log/bulk.log" || bail 'the files were not made'
node fuzz.mjs "$base" "$1" "$2"
