#!/bin/sh
# programs.sh - a program is one paragraph of conf/programs: in a copy of the tree,
# a program is added, built, installed, started and asked; then the list is spoilt,
# and each fault stops the build with its line and the remedy.  Prints TAP.
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
run_make() { env -u MAKEFLAGS -u MFLAGS make -s --no-print-directory "$@"; }

# ---- the program's own files ----

mkdir -p xsl/trial tests/xsl/trial
cat > cgi-bin/trial.c <<'C'
/* trial.c - the scales of territories. */

#include "gen/programs.h"
#include "web/program.h"

static const struct route routes[] = {
	{ "/essai/", "trial", .queries = (const enum query_id[]){
	    Q_TRIAL_SCALES, Q_NONE } },
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
-- trial_scales: the scales of territories
-- makes: scale in scales
SELECT name FROM scale ORDER BY name LIMIT 20;
SQL
cat > sql/accounts/trial.sql <<'SQL'
-- trial reads territories and writes nothing.
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
sheets      = trial web
ROW
sed -i 's|</grammar>|<include href="trial/trial.rng"/>\n&|' xsl/page.rng

# ---- built, installed ----

run_make all > "$copy/log" 2>&1
tap 'the program is built' $?
[ -x build/trial ] || bail "$(tail -n 3 "$copy/log")"
run_make check-house > "$copy/log" 2>&1
tap 'the rules of the house hold' $?
grep '^not ok\|^#' "$copy/log"
node tests/names.mjs > "$copy/log" 2>&1
tap 'what C, SQL, sheet and grammar share is spelt alike' $?
grep '^not ok\|^#' "$copy/log"
(cd tests/xsl && UPDATE=1 ./run.sh trial > "$copy/log" 2>&1)
tap 'its document is good, its sheet has a pair' $?
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
    "$(cat "$installed/share/guichet/nginx-server.conf")" \
    '^location ~ \^/\(essai\(/\|\$\)\) \{'
matches 'the other manuals name its own' \
    "$(cat "$installed/share/man/man8/guichet-search.8")" '^.Xr guichet-trial 8'
matches 'accounts makes its account' "$(mkdir -p "$copy/etc" &&
    "$installed/lib/guichet/accounts" "$copy/etc")" \
    "CREATE OR REPLACE USER 'guichet-trial'@localhost"
run_make uninstall DESTDIR="$copy/root" > /dev/null 2>&1
is 'it is removed with the others' \
    "$(find "$copy/root" -name '*trial*' | tr '\n' ' ')" ''

# ---- started, asked, checked ----

start site
is 'it answers behind nginx' "$(status_of /essai/)" 200
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
stop

# ---- what it took ----

edited=$(cd "$tree" && find . \( -path ./build -o -path ./demo -o -path ./.git \) \
    -prune -o -type f -print | while read -r file; do
	cmp -s "$file" "$copy/$file" || echo "$file"
done | sort | tr '\n' ' ')
is 'the files edited, beside its own' "$edited" './conf/programs ./xsl/page.rng '

# ---- a list that is wrong ----

cp conf/programs good
# fault NAME SED PATTERN: a list that is edited so stops the build, and says why.
fault() {
	sed "$2" good > conf/programs
	said=$(run_make all 2>&1)
	[ $? -ne 0 ]
	tap "$1: the build stops" $?
	matches "$1: where, and the remedy" "$said" "$3"
	cp good conf/programs
}
line=$(grep -n '^\[trial\]' good | cut -d: -f1)
at=conf/programs:$line
fault 'a location twice' 's|^locations   = /essai|& /demarches/|' \
    "conf/programs:$((line + 2)): location /demarches/ .*\[prefill\], line [0-9]+: leave"
fault 'a folder without sheets' 's|trial web$|trial wbe|' \
    "conf/programs:$((line + 8)): .*xsl/wbe.*: name a folder"
fault 'a name that is there' 's|^\[trial\]|[search]|' "$at: .*choose another"
fault 'a name that is taken' 's|^\[trial\]|[accounts]|' "$at: .*choose another"
fault 'a program without C' 's|^\[trial\]|[essay]|' \
    "$at: \[essay\] has no cgi-bin/essay.c: write"
fault 'a key that is not one' 's|^workers     = 1$|wrokers = 1|' \
    "conf/programs:$((line + 7)): \"wrokers\" is not a key: see"
fault 'a key that is missing' "$((line + 2))d" "$at: .* has no \"locations\": see"
fault 'a value that is not one' 's|^workers     = 1$|workers = many|' \
    "conf/programs:$((line + 7)): workers cannot be \"many\": see"
fault 'a line that is neither' "$((line + 1))s/=/:/" \
    "conf/programs:$((line + 1)): .* is neither"
# rights NAME TEXT PATTERN: so do rights that are so.
rights() {
	cp sql/accounts/trial.sql kept
	printf '%s' "$2" > sql/accounts/trial.sql
	said=$(run_make all 2>&1)
	[ $? -ne 0 ]
	tap "$1: the build stops" $?
	matches "$1: where, and the remedy" "$said" "$3"
	mv kept sql/accounts/trial.sql
}
mine=sql/accounts/trial.sql
rights 'a program without rights' '' "$at: \[trial\] has no $mine: write its rights"
rights 'a file that gives none' '-- none' "$mine:1: it gives no right: see"
rights 'a set that is not there' '-- with everything' "$mine:1: .*: write it"
rights 'a table that is not there' 'GRANT SELECT ON scales TO :account;' \
    "$mine:1: .*table scales"
rights 'rights for someone else' 'GRANT SELECT ON scale TO root;' \
    "$mine:1: write \"GRANT"
cp sql/accounts/trial.sql sql/accounts/nobody.sql
said=$(run_make all 2>&1)
matches 'rights of no program' "$said" 'sql/accounts/nobody.sql:1: .*: add it, or'
rm sql/accounts/nobody.sql

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
