#!/bin/sh
# constant-pages.sh OUT - the pages that nginx sends by itself: when no program
# answers (503), when a reader asks too much (429), when a request is refused before any
# program sees it (400 to 421, 501, 505), and when nginx fails (500).  They are made by
# the sheet of every error page, in the neutral theme, with what assets.sh made, and
# under no name: they are those of the site and of portals alike.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
asset() { sed -n "s/^$1 //p" "$2/manifest"; }

page() {
	xsltproc --nonet "$here/xsl/lib/constant.xsl" - > "$1" <<-XML
	<page name="error">
	  <site theme="neutral"/>
	  <assets display="$(asset display "$3")" css="$(asset css-neutral "$3")"
	      js="$(asset js "$3")" icon="$(asset icon-neutral "$3")"/>
	  <error status="$2"/>
	</page>
	XML
}
# To who asks the API, as its programs say it; twice, for lighttpd knows one ending.
problem() {
	xsltproc --nonet "$here/xsl/web/error-api.xsl" - > "$1/guichet-$2.json" <<-XML
	<page name="error"><request id="" path="/api/"/><error status="$2"/></page>
	XML
	cp "$1/guichet-$2.json" "$1/guichet-api-$2.html"
}
for status in 400 404 405 408 412 413 414 416 421 429 500 501 503 505; do
	problem "$1" $status
	page "$1/guichet-$status.html" $status "$1"
done
