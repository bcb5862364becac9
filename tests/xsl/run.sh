#!/bin/sh
# run.sh - each stylesheet against its pairs: ROOM/NAME.CASE.in.xml, of the sheet
# xsl/ROOM/NAME.xsl, gives .want.
# Prints TAP.  Only the pairs of some rooms: run.sh ROOM...  UPDATE=1 writes the .want
# again and prints what changed in each: read it, for nothing else will.
# A document is also checked against the grammar, and the sheets against what
# they may not do.
cd "$(dirname "$0")" || exit 1
xsl=../../xsl
got=$(mktemp) lines=$(mktemp -d)
trap 'rm -rf "$got" "$lines"' EXIT
n=0
bad=0

# tap NAME STATUS
tap() {
	n=$((n + 1))
	if [ "$2" -eq 0 ]; then
		echo "ok $n - $1"
	else
		echo "not ok $n - $1"
		bad=1
	fi
}

# differs CASE: what changed in it, a tag a line: a page is one line.
differs() {
	sed 's/></>\n</g' "$1.want" > "$lines/want" 2> /dev/null
	sed 's/></>\n</g' "$got" > "$lines/got"
	diff -u -L "$1.want" -L "$1" "$lines/want" "$lines/got" | sed 's/^/# /'
}

# absent NAME PATTERN FILE…: no file holds the pattern.
absent() {
	name=$1; pattern=$2; shift 2
	found=$(grep -nE "$pattern" "$@")
	[ -z "$found" ] || echo "$found" | sed 's/^/# /'
	[ -z "$found" ]
	tap "$name" $?
}

if ! command -v xsltproc > /dev/null || ! command -v xmllint > /dev/null; then
	echo '1..0 # SKIP xsltproc or xmllint is missing'
	exit 0
fi

for room in "$@"; do
	ls "$room"/*.in.xml > /dev/null 2>&1 || { echo "Bail out!  no pair in \"$room\""; exit 1; }
done
for in in */*.in.xml; do
	case " ${*:-${in%%/*}} " in *" ${in%%/*} "*) ;; *) continue ;; esac
	case=${in%.in.xml}
	xmllint --nonet --noout --relaxng $xsl/page.rng "$in" 2>&1 |
	    grep -v ' validates$' | sed 's/^/# /' > "$got"
	cat "$got"
	[ ! -s "$got" ]
	tap "$case: grammar" $?

	xsltproc --nonet "$xsl/${case%%.*}.xsl" "$in" > "$got" 2>&1
	if [ -n "$UPDATE" ] && ! cmp -s "$case.want" "$got"; then
		echo "# $case.want is rewritten:"
		differs "$case"
		cp "$got" "$case.want"
	fi
	cmp -s "$case.want" "$got" || differs "$case"
	cmp -s "$case.want" "$got"
	tap "$case" $?
done

# A draft: how its title begins, by its end.
for end in sending made waits refused gone busy down unsure crowded none; do
	case $end in
	sending | made) begins='Étape 3 sur 3 – Préparer' ;;
	waits) begins='En attente – Préparer' ;;
	*) begins='Erreur.*: Étape 3 sur 3 – Préparer' ;;
	esac
	sed "s/end=\"waits\"/end=\"$end\"/" apply/prefill-apply.wait-waits.in.xml |
	    xsltproc --nonet $xsl/apply/prefill-apply.xsl - |
	    grep -q "<title>$begins"
	tap "title of a draft: $end" $?
done

# Tables, by a strict reader that is not ours.
for want in */*-csv.*.want; do
	../tables.py "$want" | sed 's/^/# /' > "$got"
	cat "$got"
	[ ! -s "$got" ]
	tap "${want%.want}: cells under titles" $?
done

for sheet in $xsl/*/*.xsl; do
	case $sheet in $xsl/lib/*) continue ;; esac
	name=${sheet#$xsl/} name=${name%.xsl}
	ls "$name".*.in.xml > /dev/null 2>&1
	tap "$name has a pair" $?
done

absent 'no escaping left out' 'disable-output-escaping' \
    $xsl/*/*.xsl $xsl/*/lib/*.xsl
absent 'no document read, no parameter taken' 'document\(|<xsl:document|^<xsl:param' \
    $xsl/*/*.xsl $xsl/*/lib/*.xsl
absent 'no SQL' '\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|JOIN)\b' \
    $xsl/*/*.xsl $xsl/*/lib/*.xsl
absent 'no style or script in the markup' ' style="| on[a-z]+="|<style|<script>' \
    $xsl/*/*.xsl $xsl/*/lib/*.xsl */*.want

for sheet in $xsl/*/*.xsl $xsl/*/lib/*.xsl; do
	[ "$(wc -l < "$sheet")" -lt 200 ]
	tap "$(basename "$sheet"): under 200 lines" $?

	awk '/<xsl:template / { start = FNR; name = $0 }
	    /<\/xsl:template>/ && FNR - start >= 25 { print "# " name; long = 1 }
	    END { exit long }' "$sheet"
	tap "$(basename "$sheet"): templates under 26 lines" $?
done

echo "1..$n"
exit $bad
