# programs-list.sh - manuals with a program more; a list of programs, and rights, that
# are wrong: the part of programs.sh that it reads, in its copy of the tree.

# No manual has a list of programs of its own.
BUILD=build PREFIX=/usr/local tests/man.sh > "$copy/log" 2>&1
tap 'manuals, settings and installation are as they should be' $?
grep '^not ok\|^#' "$copy/log"

# ---- a list that is wrong ----

cp conf/programs good
# fault NAME SED PATTERN: a list that is edited so stops the build, and says why.
fault() {
	sed "$2" good > conf/programs
	stops
	tap "$1: the build stops" $?
	matches "$1: where, and the remedy" "$said" "$3"
	cp good conf/programs
	once=yes
}
line=$(grep -n '^\[trial\]' good | cut -d: -f1)
at=conf/programs:$line
fault 'a location twice' 's|^locations   = /essai|& /demarches/|' \
    "conf/programs:$((line + 2)): location /demarches/ .*\[prefill\], line [0-9]+: leave"
for path in /static /sante/trial/ /cadre /guichet-tables/; do
	fault "a location that is kept: $path" "s|^locations   = /essai|& $path|" \
	    "conf/programs:$((line + 2)): location [^ ]+ is kept: .*choose another"
done
fault 'a folder without sheets' 's|site web$|site wbe|' \
    "conf/programs:$((line + 9)): .*xsl/wbe.*: name a folder"
fault 'a name that is there' 's|^\[trial\]|[search]|' "$at: .*choose another"
fault 'a name that is taken' 's|^\[trial\]|[setup]|' "$at: .*choose another"
fault 'a program without C' 's|^\[trial\]|[essay]|' \
    "$at: \[essay\] has no cgi-bin/essay.c: write"
fault 'a key that is not one' 's|^workers     = 1$|wrokers = 1|' \
    "conf/programs:$((line + 7)): \"wrokers\" is not a key: see"
fault 'a key that is missing' "$((line + 2))d" "$at: .* has no \"locations\": see"
fault 'a value that is not one' 's|^workers     = 1$|workers = many|' \
    "conf/programs:$((line + 7)): workers cannot be \"many\": see"
fault 'too many workers' 's|^workers     = 1$|workers = 99999999999|' \
    "conf/programs:$((line + 7)): workers cannot be \"99999999999\": see"
fault 'a path with two blanks' 's|^locations   = /essai|&  /autre|' \
    "conf/programs:$((line + 2)): locations cannot be "
fault 'a line that is neither' "$((line + 1))s/=/:/" \
    "conf/programs:$((line + 1)): .* is neither"
sed 's/$/\r/' good > conf/programs
said=$(timeout 20 conf/programs.sh check 2>&1)
is 'lines that end with CR LF: refused, and soon' $? 1
matches 'lines that end with CR LF: where, and the remedy' "$said" \
    '^conf/programs:[0-9]+: .*CR LF: write'
cp good conf/programs
once=
# rights NAME TEXT PATTERN: so do rights that are so.
rights() {
	cp sql/accounts/trial.sql kept
	printf '%s' "$2" > sql/accounts/trial.sql
	stops
	tap "$1: the build stops" $?
	matches "$1: where, and the remedy" "$said" "$3"
	once=yes
	mv kept sql/accounts/trial.sql
}
mine=sql/accounts/trial.sql
sed -i 's/^SELECT name FROM scale/SELECT form AS name FROM vocabulary/' sql/queries/trial.sql
matches 'a query of what it may not read: where, and the remedy' "$(node tests/rights.mjs)" \
    "^# sql/queries/trial.sql:3: \"zone_scales\" of \[trial\] needs SELECT on vocabulary: write .* in $mine"
sed -i 's/^SELECT form AS name FROM vocabulary/SELECT name FROM scale/' sql/queries/trial.sql
rights 'a program without rights' '' "$at: \[trial\] has no $mine: write its rights"
rights 'a file that gives none' '-- none' "$mine:1: it gives no right: see"
rights 'a set that is not there' '-- with everything' "$mine:1: .*: write it"
rights 'a table that is not there' 'GRANT SELECT ON scales TO :account;' \
    "$mine:1: .*table scales"
rights 'a column that is not there' 'GRANT SELECT (id, nom) ON scale TO :account;' \
    "$mine:1: .*the table scale a column nom"
rights 'a reader that writes a column' \
    'GRANT SELECT, UPDATE (name) ON scale TO :account;' \
    "$mine:1: \[trial\] is of method = get and may only read: grant"
rights 'a reader that writes' 'GRANT SELECT, DELETE ON scale TO :account;' \
    "$mine:1: \[trial\] is of method = get and may only read: grant"
echo 'GRANT UPDATE ON scale TO :account;' > sql/accounts/sets/wide.sql
rights 'a reader whose set writes' '-- with wide' \
    'sql/accounts/sets/wide.sql:1: \[trial\] is of method = get '
rm sql/accounts/sets/wide.sql
rights 'rights for someone else' 'GRANT SELECT ON scale TO root;' \
    "$mine:1: write \"GRANT"
cp sql/accounts/trial.sql sql/accounts/nobody.sql
stops
matches 'rights of no program' "$said" 'sql/accounts/nobody.sql:1: .*: add it, or'
rm sql/accounts/nobody.sql
