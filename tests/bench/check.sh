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

# The addresses of the cards, in their order.
titles() { grep -o '<h2><a href="/aides/[^"]*"' "$1" | cut -d'"' -f2; }

# Twig writes an apostrophe as an entity, we do not: the same text.
plain() { sed "s/&#039;/'/g" "$1"; }

# same NAME URL FILE: the address sends the bytes of the file.
same() {
	fetch "$2" "$work/got"
	cmp -s "$3" "$work/got" || refuse "$1 does not send the bytes of" \
	    "$3: compare it with $work/got"
}

# PHP shows the same aids in the same order; a page that has changed since its
# templates were written is said, and one that is far off is no contender.
check_php() {
	fetch "$bare/bench/$1$list" "$work/$1.html"
	titles "$pages/list.html" > "$work/titles"
	titles "$work/$1.html" | cmp -s "$work/titles" - ||
	    refuse "$1 shows other aids, or in another order: compare" \
	        "$work/$1.html with $pages/list.html"
	plain "$work/$1.html" > "$work/php.html"
	ours=$(wc -c < "$pages/list.html")
	theirs=$(wc -c < "$work/php.html")
	if cmp -s "$pages/list.html" "$work/php.html"; then
		php_same="the same bytes but for the entity of the apostrophe"
		return 0
	fi
	php_same="the same aids, $theirs bytes for $ours: tests/bench/php/views is behind xsl/"
	say "$php_same"
	[ $((theirs * 100)) -gt $((ours * 97)) ] &&
	    [ $((theirs * 100)) -lt $((ours * 103)) ] ||
	    refuse "the page of PHP is too far from ours"
}

check_all() {
	[ "$(titles "$pages/list.html" | wc -l)" -eq 18 ] ||
	    refuse "the page of results does not have 18 aids:" \
	        "see $pages/list.html"
	same "the page of results" "$bare$list" "$pages/list.html"
	same "the page kept by nginx" "$kept$list" "$pages/list.html"
	same "the aid's page" "$bare$aid" "$pages/aid.html"
	for page in list aid; do
		same "hello" "$bare/bench/hello/$page.html" "$pages/$page.html"
		same "the file" "$bare/bench/static/$page.html" \
		    "$pages/$page.html"
	done
	check_php php-1
	check_php php-2
}
