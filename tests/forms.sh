#!/bin/sh
# forms.sh - a singular and its plural, a masculine and its feminine have one stem:
# all those that the sample aids write, and a real corpus when it is beside the
# project.  What sql/data/word-stems.csv parts on purpose is listed.  TAP.
cd "$(dirname "$0")/.." || exit 1
build=${BUILD:-build}
corpus=../shared/data/aids/aids-merged.jsonl.gz
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
n=0 bad=0

# forms NAME LEAST: the aids of standard input; of so many pairs at least.
forms() {
	"$build/forms" > "$work/forms" || exit 1
	pairs=$(sed -n 's/^# \([0-9]*\) pairs$/\1/p' "$work/forms")
	sed 1d sql/data/word-stems.csv | cut -d ';' -f 1 | sort > "$work/rows"
	# A pair is listed when the table has one of its words.
	grep -v '^#' "$work/forms" | awk 'NR == FNR { row[$1]; next }
	    { print ($1 in row || $2 in row ? "listed" : "split"), $0 }' \
	    "$work/rows" - > "$work/told"
	sed 's/^/# /' "$work/told"
	n=$((n + 1))
	if [ "${pairs:-0}" -ge "$2" ] && ! grep -q '^split' "$work/told"; then
		echo "ok $n - $1: $pairs pairs, $(grep -c . "$work/told") parted by the table"
	else
		echo "not ok $n - $1: ${pairs:-no} pairs, $(grep -c '^split' "$work/told") split"
		bad=1
	fi
}

forms 'sample aids' 500 < sql/data/sample-aids.jsonl
if [ -f "$corpus" ]; then
	zcat "$corpus" > "$work/corpus"
	forms 'a real corpus' 3000 < "$work/corpus"
else
	n=$((n + 1))
	echo "ok $n - a real corpus # SKIP no $corpus"
fi
echo "1..$n"
exit $bad
