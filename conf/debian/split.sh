#!/bin/sh
# split.sh SHARE THEME - moves what the State's theme alone needs from an
# installed share folder to another: its files, and its lines of the manifest, which
# become manifest-state.
set -eu

mkdir -p "$2/static"
grep -- '-state ' "$1/manifest" > "$2/manifest-state"
grep -v -- '-state ' "$1/manifest" > "$1/manifest.new"
mv "$1/manifest.new" "$1/manifest"
for file in "$1"/static/*; do
	name=${file##*/}
	grep -q " /static/${name%.gz}\$" "$1/manifest" || mv "$file" "$2/static"
done
