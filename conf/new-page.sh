#!/bin/sh
# new-page.sh NAME [PROGRAM] - writes the files of a new page, /NAME/ of PROGRAM
# (search unless it is said): a list with a filter, that works and passes the
# tests as it is, to be edited.  What it writes, and what to edit then, is said.
#
# NAME is the page's address and the name of its document, its sheet and its
# tests: lower-case letters, digits and hyphens.
set -eu

cd "$(dirname "$0")/.."
name=${1:-} program=${2:-search}

refuse() {
	echo "make page: $*" >&2
	exit 1
}

# ---- is NAME one, and free? ----

usage='make page NAME=financeurs'
[ -n "$name" ] || refuse "it needs a name: $usage"
case $name in
*[!a-z0-9-]* | [!a-z]* | *- | *--*)
	refuse "\"$name\" cannot be an address: write lower-case letters," \
	    "digits and single hyphens, a letter first, as in $usage" ;;
esac
# Its words become names of C, of which these are not free.
case $name in
none | max | main | auto | break | case | char | const | continue | default | do | \
    double | else | enum | extern | float | for | goto | if | inline | int | long | \
    register | restrict | return | short | signed | sizeof | static | struct | \
    switch | typedef | union | unsigned | void | volatile | while | program | \
    route | routes | *-row)
	refuse "\"$name\" is a word of C, or a name that the house keeps:" \
	    "choose another" ;;
guichet-*)
	refuse "\"$name\" begins as the constant pages of nginx do" \
	    "(/guichet-404.html): choose another" ;;
esac
[ ${#name} -le 40 ] ||
    refuse "\"$name\" is too long for a name: write 40 characters or fewer"
conf/programs.sh names program | grep -qx "$program" ||
    refuse "\"$program\" is no program of conf/programs: write" \
	"$(conf/programs.sh names program | sed 's/^/PROGRAM=/' | paste -sd '|' |
	    sed 's/|/ or /g')"
# The room of its sheet is the program's own, or the first that it lists.
sheets=$(conf/programs.sh get "$program" sheets)
room=${sheets%% *}
case " $sheets " in *" $program "*) room=$program ;; esac
c=cgi-bin/$program.c
sql=sql/queries/$name.sql
xsl=xsl/$room/$name.xsl
rng=xsl/$room/$room.rng
pair=tests/xsl/$room/$name
pages=tests/pages/$name
under=$(echo "$name" | tr - _)
capitals=$(echo "$under" | tr '[:lower:]' '[:upper:]')
title=$(echo "$name" | tr - ' ' | sed 's/^./\U&/')
for file in "$sql" "xsl/*/$name.xsl" "xsl/*/lib/$name.xsl" "$pair.*" \
    "$pages.ask" "$pages.want"; do
	# shellcheck disable=SC2086 # a pattern
	taken=$(ls -d $file 2> /dev/null | head -n 1)
	[ -z "$taken" ] ||
	    refuse "the name \"$name\" is taken by $taken: choose another"
done
# The route of that very address, rather than one that only begins with it; those that
# programs share are in headers.
taken=$({ grep -nE "\{ (\.path = )?\"/${name}[/.]?\"" cgi-bin/*.c cgi-bin/lib/*/*.h ||
    grep -nE "\{ (\.path = )?\"/${name}[/\".]|\"$name\"|\b${under}_params\b" cgi-bin/*.c
} | cut -d: -f1,2 | head -n 1)
[ -z "$taken" ] ||
    refuse "the name \"$name\" is taken by $taken: choose another"
# What nginx serves by itself, and what portals have below their own addresses.
taken=$({ grep -nE "^location [^/]*/$name/" conf/nginx-*.conf ||
    grep -nE "^#define .*\"/$name\"" cgi-bin/lib/*/*.h; } | cut -d: -f1,2 | head -n 1)
[ -z "$taken" ] ||
    refuse "the address /$name/ is taken by $taken: choose another name"
taken=$(grep -nE "<define name=\"$name\"" xsl/*/*.rng | cut -d: -f1,2)
[ -z "$taken" ] ||
    refuse "the name \"$name\" is taken by $taken: choose another"
taken=$(grep -nE "^-- ${under}_list: " sql/queries/*.sql | cut -d: -f1,2)
[ -z "$taken" ] ||
    refuse "the query ${under}_list is taken by $taken: choose another name"
# Which program nginx passes the address to: one that has it among its paths, or else
# the one that has all others.
owner=$(for of in $(conf/programs.sh names program); do
	paths=$(echo '@PATHS@' | conf/programs.sh fill /dev/fd/3 "$of" 3<&0 < /dev/null)
	! echo "/$name/" | grep -qE "$paths" || echo "${#paths} $of"
done | sort -s -n -r | sed -n '1s/.* //p')
[ "$owner" = "$program" ] ||
    refuse "nginx passes /$name/ to ${owner:-no program}: write" \
	"${owner:+PROGRAM=$owner, or }a name below the locations of [$program] in" \
	"conf/programs ($(conf/programs.sh get "$program" locations)), or add it to these"
grep -q '^static const struct route routes\[\] = {' "$c" ||
    refuse "$c has no table \"static const struct route routes[]\""

# ---- the route ----

awk -v name="$name" -v under="$under" -v capitals="$capitals" '
/^static const struct route routes\[\] = \{/ {
	print "static const struct param " under "_params[] = {"
	print "\t{ .name = \"q\", .type = PARAM_TEXT, .max = 200, .arg = ARG_Q }, { 0 }"
	print "};\n"
	inside = 1
}
inside && (at = index($0, "{ 0 }")) > 0 {
	before = substr($0, 1, at - 1)
	if (before !~ /^[ \t]*$/) { sub(/[ \t]+$/, "", before); print before }
	print "\t{ \"/" name "/\", \"" name "\", " under "_params,"
	print "\t    .queries = QUERIES(Q_" capitals "_LIST) },"
	print "\t" substr($0, at)
	inside = 0
	next
}
{ print }' "$c" > "$c.new"
mv "$c.new" "$c"
! command -v clang-format > /dev/null || clang-format -i "$c"

# ---- the query, the grammar, the sheet ----

mkdir -p "xsl/$room" "tests/xsl/$room"
if [ ! -f "$rng" ]; then
	cat > "$rng" <<-RNG
	<?xml version="1.0" encoding="UTF-8"?>
	<!-- $room.rng - the documents of $room: see page.rng. -->
	<grammar xmlns="http://relaxng.org/ns/structure/1.0"
	  datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">

	</grammar>
	RNG
	last=$(grep -n '^<include ' xsl/page.rng | tail -n 1 | cut -d: -f1)
	sed -i "${last}a <include href=\"$room/$room.rng\"/>" xsl/page.rng
fi

cat > "$sql" <<SQL
-- The page /$name/.
-- The filter: COLLATE finds whatever the case and accents, of utf8mb4_bin columns
-- too; ESCAPE makes % and _ letters like others.

-- ${under}_list: the scales of territories whose name holds what is typed
-- may miss: q
-- makes: scale in scales
SELECT s.slug AS "@slug", s.name AS "name"
FROM scale s
WHERE s.id > 0
  AND s.name COLLATE utf8mb4_unicode_520_ci LIKE CONCAT('%', REPLACE(REPLACE(REPLACE(:q, '!', '!!'), '%', '!%'), '_', '!_'), '%') ESCAPE '!'  -- if q
ORDER BY s.id
LIMIT 100;
SQL

awk -v name="$name" '
/<start combine="choice">/ { start = 1 }
start && !done && /^ *<\/choice>/ { print "    <ref name=\"" name "\"/>"; done = 1 }
/^<\/grammar>/ {
	if (!done) print "<start combine=\"choice\"><ref name=\"" name "\"/></start>\n"
	print "<define name=\"" name "\">"
	print "  <element name=\"page\">"
	print "    <attribute name=\"name\"><value>" name "</value></attribute>"
	print "    <ref name=\"frame\"/>"
	print "    <element name=\"asked\"><optional><element name=\"q\"><text/></element></optional></element>"
	print "    <element name=\"scales\">"
	print "      <zeroOrMore>"
	print "        <element name=\"scale\">"
	print "          <attribute name=\"slug\"/>"
	print "          <element name=\"name\"><text/></element>"
	print "        </element>"
	print "      </zeroOrMore>"
	print "    </element>"
	print "  </element>"
	print "</define>\n"
}
{ print }' "$rng" > "$rng.new"
mv "$rng.new" "$rng"

cat > "$xsl" <<XSL
<?xml version="1.0" encoding="UTF-8"?>
<!-- $name.xsl - the scales of territories. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/page.xsl"/>

<xsl:template match="page" mode="title">$title</xsl:template>

<xsl:template match="page" mode="main">
  <h1>$title</h1>
  <form class="fr-search-bar g-search-one" role="search" action="/$name/">
    <label class="fr-label" for="q">Chercher par le nom</label>
    <input class="fr-input" type="search" id="q" name="q" maxlength="200" value="{asked/q}"/>
    <button class="fr-btn">Chercher</button>
  </form>
  <xsl:apply-templates select="scales"/>
</xsl:template>

<xsl:template match="scales">
  <ul><xsl:apply-templates select="scale"/></ul>
</xsl:template>
<xsl:template match="scales[not(scale)]">
  <p>Aucun nom ne contient ces mots.</p>
  <p><a class="fr-link" href="/$name/">Voir toute la liste</a></p>
</xsl:template>

<xsl:template match="scale">
  <li><xsl:value-of select="name"/></li>
</xsl:template>

</xsl:stylesheet>
XSL

# ---- the tests ----

# document CASE ASKED SCALES: one of the sheet's pairs.
document() {
	cat > "$pair.$1.in.xml" <<-XML
	<?xml version="1.0" encoding="UTF-8"?>
	<page name="$name">
	  <site name="Guichet des aides" theme="neutral" base="https://guichet.example"/>
	  <request id="7f3a09c2" path="/$name/" url="/$name/" today="2026-11-22" version="42"/>
	  <asked>$2</asked>
	  <scales>$3</scales>
	</page>
	XML
	xsltproc --nonet "$xsl" "$pair.$1.in.xml" > "$pair.$1.want"
}
document two '' '<scale slug="commune"><name>Commune</name></scale><scale slug="epci"><name>EPCI</name></scale>'
document none '<q>&lt;rien&gt;</q>' ''

cat > "$pages.ask" <<ASK
# The page /$name/: all, those that a word finds in any case and without its
# accents, none, none for what LIKE takes as "any letter", the document, and a value
# that is refused.
GET /$name/
GET /$name/?q=commun
GET /$name/?q=REGION
GET /$name/?q=introuvable
GET /$name/?q=%25
GET /$name/?format=xml
GET /$name/?q=<<x*201>>
ASK
cat > "$pages.want" <<WANT
-- 1
status 200
header ETag
page
has <li>Commune</li>
has <li>Région</li>
-- 2
status 200
page
has <li>Commune</li>
not <li>Région</li>
has value="commun"
-- 3
status 200
page
has <li>Région</li>
-- 4
status 200
page
has Aucun nom
-- 5
status 200
has Aucun nom
-- 6
status 200
valid
xpath /page/scales/scale[@slug = 'commune']/name = Commune
-- 7
status 400
page
WANT

cat <<SAY
The page /$name/ of $program is written: a list with a filter.  To make it yours:

  $sql
      what is listed: columns are the elements of the document
  $rng
      <define name="$name">: the elements that the document has
  $xsl
      the markup, the title
  $pair.two.in.xml, .none.in.xml
      documents to try it on; then tests/xsl/run.sh compares them with .want,
      and UPDATE=1 tests/xsl/run.sh writes these again
  $pages.ask, $pages.want
      requests, and what is true of their answers
  $c
      ${under}_params: the filters; .arg is the argument of the query
  xsl/search/sitemap-page.xsl, xsl/lib/header.xsl, sql/queries/search.sql (sitemap_…)
      links to it, if readers are to find it

See it: make restart, or make demo, with PORT= if that is not 8080.  Test it: make
check-house check-unit check-names check-xsl, and tests/pages/run.sh $name.
SAY
