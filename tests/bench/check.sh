# check.sh - that all contenders send the same page.  Read by run.sh.

# fetch URL FILE
fetch() {
	for _ in $(seq 50); do
		status=$(curl -s -g -o "$2" -w '%{http_code}' --max-time 10 "$1") ||
		    true
		[ "$status" != 200 ] || return 0
		sleep 0.1
	done
	refuse "$1 answers $status instead of 200, see $log and $site/log"
}

# fetch_middle FILE: of 21 pages of communes, the one of middle size.
fetch_middle() {
	tail -n 21 "$work/communes-asked" | while read -r address; do
		fetch "$bare$address" "$work/got"
		echo "$(wc -c < "$work/got") $address"
	done | sort -n | sed -n 11p > "$work/middle"
	fetch "$bare$(cut -d' ' -f2 "$work/middle")" "$1"
}

# The addresses of the cards, in their order, without who asks.
titles() { grep -o '<h2><a href="/aides/[^"?]*' "$1" | cut -d'"' -f2; }

# same NAME URL FILE: the address sends the bytes of the file.
same() {
	fetch "$2" "$work/got"
	cmp -s "$3" "$work/got" || refuse "$1 does not send the bytes of" \
	    "$3: compare it with $work/got"
}

# PHP makes the page with less: it does not know the kin of words, counts no
# facets, shows no funded projects and sets no display (notes.md).  It has as many cards, and a
# page of about that size; one that is far off is no contender.
check_php() {
	fetch "$bare/bench/$1$list" "$work/$1.html"
	[ "$(titles "$work/$1.html" | wc -l)" -eq 18 ] ||
	    refuse "$1 does not show 18 aids: see $work/$1.html"
	ours=$(wc -c < "$pages/list.html")
	theirs=$(wc -c < "$work/$1.html")
	php_same="18 cards too, $theirs bytes for $ours"
	[ $((theirs * 100)) -gt $((ours * 80)) ] &&
	    [ $((theirs * 100)) -lt $((ours * 115)) ] ||
	    refuse "the page of PHP is too far from ours: $php_same"
}

# Omega's page is plain: no form of choices, no styles, no kinds of aids.
check_omega() {
	fetch "$bare/bench/$1/$omega_list" "$work/$1.html"
	[ "$(titles "$work/$1.html" | wc -l)" -eq 18 ] ||
	    refuse "$1 does not show 18 aids: see $work/$1.html"
	# Some aids bear the words in their names alone.
	[ "$(grep -c '<p>.*<strong>.*</p>' "$work/$1.html")" -gt 9 ] ||
	    refuse "$1 does not mark the words: see $work/$1.html"
	grep -q '<h1>.*[0-9] aides' "$work/$1.html" &&
	    grep -q '<a href="?P=.*TOPDOC=18' "$work/$1.html" ||
	    refuse "$1 has no total or no links: see $work/$1.html"
}

check_all() {
	[ "$(titles "$pages/list.html" | wc -l)" -eq 18 ] ||
	    refuse "the page of results does not have 18 aids:" \
	        "see $pages/list.html"
	same "the page of results" "$bare$list" "$pages/list.html"
	same "the page kept by nginx" "$kept$list" "$pages/list.html"
	same "the aid's page" "$bare$aid" "$pages/aid.html"
	for page in list aid portal backer map; do
		same "hello" "$bare/bench/hello/$page.html" "$pages/$page.html"
		same "the file" "$bare/bench/static/$page.html" \
		    "$pages/$page.html"
	done
	check_php php-1
	check_php php-2
	check_omega omega
	check_omega xapian
	titles "$work/omega.html" > "$work/titles"
	titles "$work/xapian.html" | cmp -s - "$work/titles" ||
	    refuse "Omega and Xapian do not show the same aids:" \
	        "compare $work/omega.html with $work/xapian.html"
}
