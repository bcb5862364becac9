#!/bin/sh
# assets.sh OUT - makes the styles, script, fonts and pictures that nginx serves.
#
#   OUT/static/…     files named by their content, each with its .gz beside it
#   OUT/manifest     "css-state /static/state.3f2a1b04.css", one line per asset
#   OUT/.cache       what was downloaded
#
# Files made before stay: pages already sent may still ask for them.
#
# The theme "state" is cut from the State's design system (DSFR), fetched with
# npm at the version below and checked against the digest below: rules whose
# classes no page uses are left out, its dark scheme follows the reader's system.
# Without npm or network only the theme "neutral" is made.
set -eu

DSFR=1.15.3
DIGEST=47d0002d97352df663b72b5664c39a50838759392594167fb1996c2fc4e9299560177a94297b7fb8d621f8bd43d45878a7dd99a96c5bb4d71e6ec8a00597b9a5

[ $# -eq 1 ] || { echo 'usage: assets.sh OUT' >&2; exit 2; }
here=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$1/static" "$1/.cache"
out=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
: > "$work/manifest"

# publish FILE STEM EXT: puts FILE in static under a name made of its content,
# and prints that name.
publish() {
	sum=$(sha256sum < "$1" | cut -c1-8)
	name=/static/$2.$sum.$3
	cp "$1" "$out$name"
	case $3 in woff2) ;; *) gzip -9nc "$1" > "$out$name.gz" ;; esac
	echo "$name"
}

# list KEY NAME: a line of the manifest.
list() { echo "$1 $2" >> "$work/manifest"; }

# fetch: the DSFR's package in the cache, whole and unaltered.
fetch() {
	tgz=$out/.cache/gouvfr-dsfr-$DSFR.tgz
	if [ ! -s "$tgz" ]; then
		command -v npm > /dev/null || return 1
		(cd "$out/.cache" && npm pack --silent "@gouvfr/dsfr@$DSFR") \
		    > /dev/null 2>&1 || return 1
	fi
	if ! echo "$DIGEST  $tgz" | sha512sum -c --status; then
		rm -f "$tgz"
		echo "assets: '$tgz' is not the file expected" >&2
		return 1
	fi
}

# classes: those of the DSFR that our pages write.
classes() {
	cat "$here"/xsl/*/*.xsl "$here"/xsl/*/lib/*.xsl \
	    "$here/xsl/assets/guichet.js" |
	    grep -oE 'fr-[a-z][a-zA-Z0-9_-]*' | sort -u
}

# cut CSS…: the rules our pages may use; the dark scheme without script.
cut_rules() {
	classes > "$work/classes"
	cat "$@" | tr -d '\n' | awk -v classes="$work/classes" \
	    -f "$here/xsl/assets/cut.awk"
}

# point BASE CSS: publishes each file that url(…) names and writes its new name.
point() {
	grep -oE 'url\([a-z][^):]*\)' "$2" | sort -u | sed 's/^url(//; s/)$//' |
	while IFS= read -r path; do
		ext=${path##*.}
		new=$(publish "$1/$path" "$(basename "$path" ".$ext")" "$ext")
		echo "s|url($path)|url($new)|g"
	done > "$work/urls"
	sed -f "$work/urls" "$2" > "$2.new"
	mv "$2.new" "$2"
}

state() {
	fetch || return 1
	tar xzf "$out/.cache/gouvfr-dsfr-$DSFR.tgz" -C "$work" package/dist
	dist=$work/package/dist
	{
		echo "/*! DSFR v$DSFR | Etalab-2.0 | usage réservé à l'État */"
		cut_rules "$dist/dsfr.main.min.css" \
		    "$dist/scheme/scheme.min.css" "$dist/dsfr.print.min.css"
		cat "$here/xsl/assets/state.css" "$here/xsl/assets/guichet.css"
	} > "$work/state.css"
	point "$dist" "$work/state.css"
	for weight in Regular Bold; do
		list "font-$(echo $weight | tr RB rb)-state" "$(grep -oE \
		    "/static/Marianne-${weight}[.0-9a-f]+woff2" "$work/state.css")"
	done
	list css-state "$(publish "$work/state.css" state css)"
	list icon-state "$(publish "$dist/favicon/favicon.svg" state svg)"
}

neutral() {
	cat "$here/xsl/assets/neutral.css" "$here/xsl/assets/guichet.css" \
	    > "$work/neutral.css"
	list css-neutral "$(publish "$work/neutral.css" neutral css)"
	list icon-neutral "$(publish "$here/xsl/assets/icon.svg" neutral svg)"
	list js "$(publish "$here/xsl/assets/guichet.js" guichet js)"
	list display "$(publish "$here/xsl/assets/display.js" display js)"
}

neutral
state || echo 'assets: DSFR not available: neutral theme only'
mv "$work/manifest" "$out/manifest"
