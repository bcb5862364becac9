#!/bin/sh
# others.sh URL - which share of the first tens, when no audience is asked, goes to
# aids known to be for others than communes and intercommunalities: of the needs of
# standard input, a line each, over the site at that address.
set -eu

while IFS= read -r need; do
	curl -s -G "$1/aides/" --data-urlencode "keyword=$need" -d format=xml
	echo
done | awk -v RS='<aid ' -v needs=0 '
	/^id="/ && ++n <= 10 {
		places++
		if (/<audience /) {
			told++
			others += !/<audience slug="(commune|epci)"/
		} }
	# Of the next need: it comes after the last aid of the one before.
	/<page / { needs++; n = 0 }
	END { printf "first tens of %d needs: %d places, %d of aids that tell " \
	    "whom they are for, %d for others: %.1f %%\n", needs, places, told,
	    others, 100 * others / (places + !places) }'
