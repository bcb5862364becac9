#!/bin/sh
# programs.sh - a program is one paragraph of conf/programs, and a page is made by
# "make page": in a copy of the tree both are added, built, installed, started,
# asked and started again; then the list is spoilt, and each fault stops the build
# with its line and the remedy.  Prints TAP.
cd "$(dirname "$0")/.." || exit 1
tree=$PWD
build=$(cd "${BUILD:-build}" && pwd) || exit 1
copy=$build/check/programs
rm -rf "$copy"
mkdir -p "$copy"
# What was built comes with its dates, so that only the new is built.
tar cf - --exclude=./build --exclude=./demo --exclude=./.git . |
    tar xf - -C "$copy"
mkdir "$copy/build"
(cd "$build" && find . -maxdepth 1 -type f | tar cf - -T - lib gen assets locale) |
    tar xf - -C "$copy/build"
cd "$copy" || exit 1
# Read by lib.sh.
# The base is the one that the tree's own programs filled.
export root="$copy" BUILD=build LOADER="$build"
. "$copy/tests/lib.sh"
# What is compiled is compiled as fast as it can be, and linked by LLVM's linker.
LDFLAGS=$(command -v ld.lld > /dev/null && echo -fuse-ld=lld)
export CFLAGS=-O0 LDFLAGS
run_make() { env -u MAKEFLAGS -u MFLAGS make -s -j2 --no-print-directory "$@"; }
# What make runs takes a tenth of its time: after the first of a kind, by itself.
through_make() { [ -n "${FULL:-}" ] || [ -z "${once:-}" ]; }
# stops: whether the build stops at the lists, and why.
stops() {
	if through_make; then said=$(run_make all 2>&1); else said=$(conf/programs.sh check 2>&1); fi
	[ $? -ne 0 ]
}

# ---- the program's own files ----

mkdir -p xsl/trial tests/xsl/trial
cat > cgi-bin/trial.c <<'C'
/* trial.c - the scales of territories. */

#include "gen/programs.h"
#include "process/health.h"
#include "process/program.h"

static const struct route routes[] = {
	{ "/essai/", "trial", .queries = QUERIES(Q_ZONE_SCALES) },
	HEALTH_ROUTES,
	{ 0 }
};

int
main(int argc, char **argv)
{
	static const struct program trial = { .name = "trial",
	    .routes = routes, .sheets = trial_sheets };

	return program_main(&trial, argc, argv);
}
C
cat > sql/queries/trial.sql <<'SQL'
-- zone_scales: the scales of territories
-- makes: scale in scales
SELECT name FROM scale ORDER BY name LIMIT 20;
SQL
cat > sql/accounts/trial.sql <<'SQL'
-- with site
-- with territory
SQL
cat > xsl/trial/trial.xsl <<'XSL'
<?xml version="1.0" encoding="UTF-8"?>
<!-- trial.xsl - the scales of territories. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/page.xsl"/>

<xsl:template match="page" mode="title">Échelles</xsl:template>

<xsl:template match="page" mode="main">
  <h1>Échelles</h1>
  <ul><xsl:apply-templates select="scales/scale"/></ul>
</xsl:template>

<xsl:template match="scale">
  <li><xsl:value-of select="name"/></li>
</xsl:template>

</xsl:stylesheet>
XSL
cat > xsl/trial/trial.rng <<'RNG'
<?xml version="1.0" encoding="UTF-8"?>
<!-- trial.rng - the scales of territories: see page.rng. -->
<grammar xmlns="http://relaxng.org/ns/structure/1.0">

<start combine="choice"><ref name="trial"/></start>

<define name="trial">
  <element name="page">
    <attribute name="name"><value>trial</value></attribute>
    <optional><ref name="site"/></optional>
    <ref name="request"/>
    <optional><ref name="parts"/></optional>
    <element name="asked"><empty/></element>
    <element name="scales"><oneOrMore><ref name="trial-scale"/></oneOrMore></element>
  </element>
</define>
<define name="trial-scale">
  <element name="scale">
    <element name="name"><text/></element>
  </element>
</define>

</grammar>
RNG
cat > tests/xsl/trial/trial.two.in.xml <<'XML'
<page name="trial">
  <site name="Guichet" theme="neutral" base="https://guichet.example.gouv.fr"/>
  <request id="7f3a09c2" path="/essai/" url="/essai/" today="2026-11-22" version="1"/>
  <asked/>
  <scales><scale><name>Commune</name></scale></scales>
</page>
XML
printf '%s\n' 'GET /essai/' 'GET /essai/?format=xml' 'POST /essai/' > tests/pages/trial.ask
cat > tests/pages/trial.want <<'WANT'
-- 1
page
has <li>Commune</li>
-- 2
valid
-- 3
status 405
page
WANT
sed 's/guichet-search/guichet-trial/g; s/^\.Dt .*/.Dt GUICHET-TRIAL 8/' \
    conf/man/guichet-search.8 > conf/man/guichet-trial.8

# ---- the files that are there already ----

cat >> conf/programs <<'ROW'

[trial]
description = the scales of territories
locations   = /essai
method      = get
network     = none
timeout     = 30
backlog     = 1024
workers     = 1
connections = 8
sheets      = trial site web
ROW
sed -i 's|</grammar>|<include href="trial/trial.rng"/>\n&|' xsl/page.rng

# ---- what it took ----

edited=$(diff -rq -x build -x demo -x .git "$tree" . | grep -v '^Only in \./\|^Only in \.:' |
    sed 's/^Files .* and \(.*\) differ$/\1/' | tr '\n' ' ')
is 'the files edited, beside its own' "$edited" './conf/programs ./xsl/page.rng '

. "$root/tests/programs-page.sh"

# ---- built, installed ----

# Queries are numbered by their names.  These are the last: the others keep their
# numbers, and only what holds how many there are is compiled again, unless a later
# name has come.
names=build/gen/queries/names.h
numbers() { grep -vE '^	Q(_ZONE|UERY__)' "$1"; }
cp -p $names was
run_make build/gen/made > "$copy/log" 2>&1
if [ "$(grep -A1 '^	Q_ZONE' $names | tail -n 1)" = '	QUERY__MAX' ] &&
    [ "$(numbers was)" = "$(numbers $names)" ]; then
	touch -r was $names
	grep -lE '(QUERY|ARG)__MAX' cgi-bin/lib/*/*.c | sed 's|cgi-bin/\(.*\)c$|build/\1o|' |
	    xargs rm
fi
run_make all > "$copy/log" 2>&1
tap 'the program is built' $?
[ -x build/trial ] || bail "$(tail -n 3 "$copy/log")"
run_make check-house > "$copy/log" 2>&1
tap 'the rules of the house hold' $?
grep '^not ok\|^#' "$copy/log"
run_make check-names > "$copy/log" 2>&1
tap 'what C, SQL, sheet and grammar share is spelt alike' $?
grep '^not ok\|^#' "$copy/log"
matches 'UPDATE=1 says what it writes' "$(UPDATE=1 tests/xsl/run.sh trial search 2>&1 | tr '\n' ' ')" \
    '# trial/trial.two.want is rewritten: # --- .*<h1>Échelles</h1>'
tests/xsl/run.sh trial search > "$copy/log" 2>&1
tap 'documents are good, sheets have their pairs' $?
grep '^not ok\|^#' "$copy/log"
is 'its version is the one of the others' "$(build/trial --version)" \
    "$(build/search --version | sed 's/^search/trial/')"
run_make install DESTDIR="$copy/root" > "$copy/log" 2>&1
tap 'it is installed' $?
installed=$copy/root/usr/local
for file in lib/guichet/trial lib/systemd/system/guichet-trial.socket \
    lib/systemd/system/guichet-trial@.service share/man/man8/guichet-trial.8 \
    share/guichet/xsl/trial/trial.xsl share/guichet/sql/accounts/trial.sql; do
	[ -s "$installed/$file" ]
	tap "with $file" $?
done
matches 'nginx passes it its paths' \
    "$(cat "$installed/share/guichet/nginx-host.conf")" \
    '^location ~ \^.*/\(essai\(/\|\$\)\) \{'
matches 'the other manuals name its own' \
    "$(cat "$installed/share/man/man8/guichet-search.8")" '^.Xr guichet-trial 8'
mkdir -p "$copy/etc"
said=$("$installed/lib/guichet/accounts" "$copy/etc")
matches 'accounts makes its account' "$said" \
    "CREATE USER IF NOT EXISTS 'guichet-trial'@'localhost'"
is 'and says the same when it is run again, for a run that was cut short' \
    "$("$installed/lib/guichet/accounts" "$copy/etc")" "$said"
run_make uninstall DESTDIR="$copy/root" > /dev/null 2>&1
is 'it is removed with the others' \
    "$(find "$copy/root" -name '*trial*' | tr '\n' ' ')" ''

# ---- started, asked, checked ----

export MOST=1 GUICHET_TODAY=2026-11-22
start site
is 'it answers behind nginx' "$(status_of /essai/)" 200
is 'and says how it is' "$(status_of /sante/trial/)" 200
matches 'from the base' "$(get /essai/)" '<li>Commune</li>'
get '/essai/?format=xml' > "$copy/page.xml"
xmllint --nonet --noout --relaxng xsl/page.rng "$copy/page.xml" 2> "$copy/log"
tap 'by a document that is of the grammar' $?
matches 'only below its path' "$(get /essais/)" '<title>[^<]*introuvable'
said=$(guichet check 2>&1)
tap 'guichet check is content' $?
matches 'and names it' "$said" '^ok .*account guichet-trial writes nothing'
matches 'and its socket' "$said" '^ok .*trial'
sql "REVOKE SELECT ON guichet.scale FROM 'guichet-trial'@localhost"
matches 'a right that is gone is missed' "$(guichet check 2>&1)" \
    '^FAULT .*guichet-trial.*SELECT on scale'

# ---- started again ----

restart() { BUILD=build conf/restart.sh "$site" 2>&1; }
sed -i 's|<h1>Échelles</h1>|<h1>Barreaux</h1>|' xsl/trial/trial.xsl
said=$(restart)
tap 'make restart' $?
matches 'says what it did' "$said" '^trial: 1 processes'
is 'each program answers' "$(echo "$said" | grep -c 'does not answer')" 0
matches 'a sheet that changed is served' "$(get /essai/)" '<h1>Barreaux</h1>'
for file in sql/queries/index.sql cgi-bin/lib/index/words.c xsl/lib/page.xsl; do
	before=$(conf/sheets-stamp.sh)
	cp $file kept
	echo >> $file
	[ "$(conf/sheets-stamp.sh)" != "$before" ]
	tap "$file changed: parts of pages are rendered again" $?
	cp kept $file
done
sed -i 's|match="scale"|match="scale["|' xsl/trial/trial.xsl
said=$(restart)
[ $? -ne 0 ]
tap 'what does not start is not started' $?
matches 'and why' "$said" 'trial does not start'
is 'those that run stay' "$(status_of /essai/)" 200
sed -i 's|match="scale\["|match="scale"|' xsl/trial/trial.xsl
mv "$site/run/trial" "$site/run/away"
sql "RENAME USER 'guichet-trial'@localhost TO 'away'@localhost"
matches 'a program that the demo started without is named' "$(restart)" \
    'trial is new: stop the demo and start it again'
mv "$site/run/away" "$site/run/trial"
matches 'its port is taken' "$(conf/port-free.sh "${base##*:}" 2>&1)" ' PORT='
stop
conf/port-free.sh "${base##*:}"
tap 'and then is not' $?
matches 'without a demo, the remedy' "$(restart)" 'no demo runs in .*: start one'

# ---- the page and the program, by their own tests ----

tests/pages/run.sh zone-list trial > "$copy/log" 2>&1
tap 'its tests pass as they are, and those of the program' $?
is 'seven requests of the page' "$(grep -c '^ok.* - zone-list:' "$copy/log")" 7
is 'three of the program' "$(grep -c '^ok.* - trial:' "$copy/log")" 3
grep '^not ok\|^#' "$copy/log"

said=$(tests/pages/run.sh zone-lists 2>&1)
[ $? -ne 0 ]
tap 'a case of a name misspelt does not pass' $?
matches 'and is named' "$said" 'no case is named "zone-lists"'

. "$root/tests/programs-list.sh"

# ---- the build id ----

run_make all > "$copy/log" 2>&1
first=$(build/guichet --version)
matches 'a build says its version' "$first" '^guichet [0-9.]+ \([0-9a-f]{16}\)$'
echo '/* more */' >> xsl/assets/guichet.css
run_make all > "$copy/log" 2>&1
second=$(build/guichet --version)
[ "$first" != "$second" ]
tap 'a style that changed changes it' $?
cp "$tree/xsl/assets/guichet.css" xsl/assets/
touch cgi-bin/*.c
run_make all > "$copy/log" 2>&1
is 'what is the same again gives it back' "$(build/guichet --version)" "$first"
finish
