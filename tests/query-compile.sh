#!/bin/sh
# query-compile.sh - what stops the build: each fault of a query or a constant,
# with its file, its line and its remedy.  Prints TAP.
cd "$(dirname "$0")/.." || exit 1
tool=${BUILD:-build}/query-compile
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
n=0 bad=0
tap() {
	n=$((n + 1))
	if [ "$2" -eq 0 ]; then echo "ok $n - $1"; else echo "not ok $n - $1"; bad=1; fi
}
mkdir -p "$work/out/queries"
echo "SCALE_EPCI 5 -- a comment
STATE_OPEN 'publiee'" > "$work/constants"
# compile: the queries of standard input.
compile() {
	cat > "$work/q.sql"
	"$tool" "$work/out" "$work/constants" "$work/q.sql" 2> "$work/error"
}
# says NAME WANT: the message, without its folder.
says() {
	[ "$(sed "s|$work/||g" "$work/error")" = "$2" ]
	status=$?
	[ $status -eq 0 ] || { sed "s|$work/||g; s/^/# got:  /" "$work/error"; echo "# want: $2"; }
	tap "$1" $status
}
# refused NAME WANT: standard input is refused with that message.
refused() {
	compile && echo "not refused" > "$work/error"
	says "$1" "$2"
}
# refuse NAME WANT QUERY: the same of a query, "\n" between its lines.
refuse() {
	printf '%b\n' "$3" > "$work/query"
	refused "$1" "$2" < "$work/query"
}

refuse 'a column twice' 'q.sql:1: "two" has the columns "slug" and "slug", both SLUG in C: give one of them another name with AS' \
    '-- two: slugs\nSELECT a.slug, b.slug FROM a JOIN b LIMIT 1;'
refuse 'columns of one name in C' 'q.sql:1: "two" has the columns "@name" and "name", both NAME in C: give one of them another name with AS' \
    '-- two: names\nSELECT a.name AS "@name", b.name FROM a JOIN b LIMIT 1;'
refuse 'a column without a name' 'q.sql:1: column 2 of "count" has no name: give it one with AS' \
    '-- count: how many\nSELECT id, COUNT(*) FROM a LIMIT 1;'
refuse 'all columns' 'q.sql:1: "all" selects "*": name its columns' \
    '-- all: everything\nSELECT a.* FROM a LIMIT 1;'
refuse 'a column of an INSERT twice' 'q.sql:1: "add" writes the column "b" twice: remove one of them' \
    '-- add: a row\nINSERT INTO t (a, b, c, b) VALUES (1, 2, 3, 4);'
refuse 'an argument never used' 'q.sql:2: "one" never uses "b": remove it from this line' \
    '-- one: a row\n-- in: a, b\nSELECT id FROM t WHERE id = :a LIMIT 1;'
refused 'what is cached has the same columns always' 'q.sql:1: "one" is cached, and a condition leaves out its column "m": remove one of the two' <<EOF
-- one: a row
-- may miss: a
-- cached
SELECT id,
  :a AS m,  -- if a
  n AS n FROM t LIMIT 1;
EOF
for key in cachde 'cached:' 'make: a row'; do
	refuse "no such key: $key" "q.sql:2: \"one\" has \"${key%% *}\", which is no key: they are \"in:\", \"may miss:\", \"makes:\" and \"cached\"" \
	    "-- one: a row\n-- $key\nSELECT id FROM t LIMIT 1;"
done
for table in count_aid draft draft_gate; do
	refuse "cached: $table" "q.sql:1: \"one\" is cached and reads \"$table\", which changes without a version of the data: remove \"cached\"" \
	    "-- one: a row\n-- cached\nSELECT a AS m FROM t\nJOIN $table c LIMIT 1;"
done
refused 'an argument not announced' 'q.sql:4: "one" uses "b", which it does not announce: add it to its line "-- in:"' <<EOF
-- one: a row
-- in: a
SELECT id FROM t WHERE id = :a
  AND c = :b LIMIT 1;
EOF
refuse 'a condition not announced' 'q.sql:2: "one" uses "b", which it does not announce: add it to its line "-- in:"' \
    '-- one: a row\nSELECT id FROM t -- if b\nLIMIT 1;'
refused 'an argument announced twice' 'q.sql:3: "one" announces "a" twice: remove one of them' <<EOF
-- one: a row
-- in: a
-- may miss: a
SELECT id FROM t WHERE id = :a LIMIT 1;
EOF
refuse 'an argument that is no name' 'q.sql:2: "one" announces "?b", which is no name of a parameter' \
    '-- one: a row\n-- in: a, ?b\nSELECT id FROM t WHERE id = :a LIMIT 1;'
refused 'a name taken' 'q.sql:3: there is a query "one" in q.sql:1 already: give this one another name' <<EOF
-- one: a row
DELETE FROM t;
-- one: a row
DELETE FROM u;
EOF
refused 'names of one name in C' 'q.sql:3: there is a query "a_b" in q.sql:1 already: give this one another name' <<EOF
-- a-b: a row
DELETE FROM t;
-- a_b: a row
DELETE FROM u;
EOF
refuse 'a name that is kept' 'q.sql:1: "max" is a name that is kept: give the query another' \
    '-- max: a row\nDELETE FROM t;'
refuse 'a makes of nothing' 'q.sql:2: "one" makes nothing: say "makes: row in list"' \
    '-- one: a row\n-- makes:\nSELECT id FROM t LIMIT 1;'
refuse 'a makes without its list' 'q.sql:2: "one" makes "r" "in" nothing: say of which element' \
    '-- one: a row\n-- makes: r in\nSELECT id FROM t LIMIT 1;'
refuse 'two statements' 'q.sql:1: "one" has two statements: give each a name of its own' \
    '-- one: a row\nSELECT 1 AS x; SELECT 2 AS y;'
refuse 'a bracket too many' 'q.sql:1: "one" has a bracket too many: remove its ")"' \
    '-- one: a row\nSELECT 1 AS x) FROM t;'
refuse 'a column without a name in C' 'q.sql:1: column 1 of "one", "é", has no name in C: give it one of letters, digits and _ with AS' \
    '-- one: a row\nSELECT 1 AS "é", 2 AS "è";'
refused 'a trigraph' 'q.sql:1: column 1 of "one", "a?b??/", has no name in C: give it one of letters, digits and _ with AS' <<'EOF'
-- one: a row
SELECT 1 AS "a?b??/";
EOF
refuse 'an empty name' 'q.sql:1: column 1 of "one", "", has no name in C: give it one of letters, digits and _ with AS' \
    '-- one: a row\nSELECT 1 AS "";'
refuse 'a column of an INSERT twice, in capitals' 'q.sql:1: "add" writes the column "a" twice: remove one of them' \
    '-- add: a row\nINSERT INTO t (a, A) VALUES (1, 2);'
refused 'a select of nothing' 'q.sql:1: "one" selects nothing: name its columns' <<EOF
-- one: a row
SELECT ;
EOF
refused 'a select of nothing from a table' 'q.sql:1: column 1 of "one" has no name: give it one with AS' <<EOF
-- one: a row
SELECT FROM t LIMIT 1;
EOF
refused 'a query without text' 'q.sql:1: "one" has no text: write it before ";"' <<EOF
-- one: a row
;
EOF
refused 'a condition without a name' 'q.sql:4: "one" has a line kept by nothing: name the parameter behind "if"' <<EOF
-- one: a row
-- in: a
SELECT id FROM t WHERE b = :a
  AND c = 1 -- if
LIMIT 1;
EOF
refused 'a condition in the midst of brackets' 'q.sql:4: "one" may leave out this line, which has a ")" too many: write what goes with it in one line' <<EOF
-- one: a row
-- may miss: a
SELECT id FROM t WHERE b IN ('(',
  :a) -- if a
LIMIT 1;
EOF
refused 'another without a name' 'q.sql:3: "one" has a line kept by nothing: name the parameter behind "unless"' <<EOF
-- one: a row
SELECT id FROM t
WHERE c = 1 -- unless
LIMIT 1;
EOF
refused 'a name without words' 'q.sql:2: "one" does not say what it answers: write it behind the colon' <<EOF
-- Rows.
-- one:
SELECT id FROM t LIMIT 1;
EOF
refused 'a list of no arguments' 'q.sql:2: "one" announces nothing: name its parameters, or remove this line' <<EOF
-- one: a row
-- in:
SELECT id FROM t LIMIT 1;
EOF
refused 'an unknown constant' 'q.sql:2: "one" uses the constant "SCALE_NONE", which is not in the file of constants: add it there' <<EOF
-- one: a row
SELECT id FROM t WHERE scale = :SCALE_NONE LIMIT 1;
EOF
refused 'a string without an end' "q.sql:2: a string has no end: close it with ' in its line" <<EOF
-- one: a row
SELECT id FROM t WHERE name = 'a LIMIT 1;
EOF
refused 'a text without a name' 'q.sql:1: a text without a name: begin it with a line "-- name: what it answers"' <<EOF
SELECT 1;
EOF
refused 'a query without an end' 'q.sql:1: "one" has no end: add ";"' <<EOF
-- one: a row
SELECT id FROM t LIMIT 1
EOF
refused 'an unknown word of makes' 'q.sql:2: "one" makes "aid" "into": say "in" or "under"' <<EOF
-- one: a row
-- makes: aid into aids
SELECT id FROM t LIMIT 1;
EOF

# ---- constants ----

# constants NAME WANT TEXT: refused with that message.
constants() {
	echo "$3" > "$work/bad"
	: > "$work/q.sql"
	"$tool" "$work/out" "$work/bad" "$work/q.sql" 2> "$work/error" &&
	    echo "not refused" > "$work/error"
	says "$1" "$2"
}
constants 'a constant twice' 'bad:2: "A" is in line 1 already: remove one of them' 'A 1
A 2'
constants 'a constant without a value' 'bad:1: "A" has no value: write a number, or a text in single quotes, behind it' 'A -- 1'
constants 'a constant in small letters' 'bad:1: a constant begins with its name, as in "SCALE_EPCI 5"' 'a 1'
constants 'more than a value' 'bad:1: "A" is followed by "2": a comment begins with "-- "' 'A 1 2'

# ---- what is taken ----

compile <<'EOF'
-- many: columns of all kinds; commas, FROM and quotes in strings part nothing
-- in: ids, today; may miss: hint
SELECT DISTINCT a.id AS "@id", p.code AS "perimeter/@code", IF(a.x = ',', 1, 0) AS `flag`, body AS "body|raw", a.kind,
  (SELECT MAX(b.x) FROM b WHERE b.y IN (1, 2)) AS "from, it", CASE WHEN a.z THEN ' FROM ' END AS "^", -- a comment, with a comma
  FIELD(a.id, :ids) AS place,
  :today AS today, -- if hint
  a.last
FROM a WHERE a.scale = :SCALE_EPCI AND a.state = :STATE_OPEN AND a.hint = ':SCALE_EPCI' LIMIT 1;

-- both: of two selects, the first names the columns
(SELECT 1 AS one, 2 AS two) UNION (SELECT 3, 4);

-- inner: what goes before the select is not of it
WITH w AS (SELECT 1 AS inner_one) SELECT inner_one AS outer_one FROM w;

-- add: rows of another table
INSERT INTO t (a, b) SELECT a, a + 1 FROM u;
EOF
tap 'good queries are taken' $?
cat > "$work/want" <<EOF
struct both_row {
	struct value one;
	struct value two;
};
struct inner_row {
	struct value outer_one;
};
struct many_row {
	struct value id;
	struct value perimeter_code;
	struct value flag;
	struct value body;
	struct value kind;
	struct value from_it;
	struct value parent;
	struct value place;
};
EOF
sed -n '/^struct/,/^}/p' "$work/out/queries/q.h" | diff "$work/want" - > "$work/diff"
sed 's/^/# /' "$work/diff"
[ ! -s "$work/diff" ]
tap 'columns, up to one that may be left out' $?
grep -q '^#define MANY_IN_HINT ARG_HINT$' "$work/out/queries/q.h"
tap 'arguments of a query' $?
grep -qF "scale = 5 AND a.state = 'publiee' AND a.hint = ':SCALE_EPCI'" "$work/out/queries.c"
tap 'constants are put in, but not in strings' $?
grep -qF 'SCALE_EPCI = 5,	/* a comment */' "$work/out/constants.h" &&
    grep -qF '#define STATE_OPEN "publiee"' "$work/out/constants.h"
tap 'constants for C' $?

# ---- what does not compile: C that names what its query does not have ----

# c NAME BODY [WORD]: that body of a function over "res" compiles; with a word,
# the compiler refuses it and says the line and the word.
mkdir -p "$work/made/gen"
ln -s "$work/out/queries" "$work/made/gen/queries"
c() {
	printf '%s\n' '#include "gen/queries/q.h"' 'long long f(const struct result *);' \
	    'long long f(const struct result *res) {' "$2" '}' > "$work/f.c"
	"${CC:-cc}" -std=c11 -Werror=incompatible-pointer-types -fsyntax-only \
	    -Icgi-bin/lib -I"$work/made" "$work/f.c" 2> "$work/error"
	status=$?
	if [ -n "${3-}" ]; then
		grep 'f\.c:4:.* error: ' "$work/error" | grep -qw -- "$3" && [ $status -ne 0 ]
		status=$?
	fi
	[ $status -eq 0 ] || sed 's/^/# /' "$work/error"
	tap "$1" $status
}
c 'a column of the query compiles' 'return many_row(res, 0)->flag.i;'
c 'a column of another query does not' 'return both_row(res, 0)->flag.i;' flag
c 'the row of another query does not' \
    'const struct both_row *row = many_row(res, 0); return row->one.i;' many_row
c 'a column that may be left out does not' 'return many_row(res, 0)->last.i;' last
c 'a misspelt argument does not' 'return MANY_IN_DAY;' MANY_IN_DAY
c 'an argument of some query compiles' 'return ARG_TODAY;'
c 'an argument of no query does not' 'return ARG_TODAYS;' ARG_TODAYS
# A header that did not change stays; then more queries than any fixed table.
touch -d '2020-01-01' "$work/out/queries/names.h"
cp "$work/q.sql" "$work/again"
compile < "$work/again"
[ -z "$(find "$work/out/queries/names.h" -newer "$work/constants")" ]
tap 'what is the same is not written again' $?
awk 'BEGIN { for (i = 0; i < 5000; i++) printf "-- q%d: one\nDELETE FROM t%d;\n\n", i, i }' |
    compile && grep -qF 'Q_Q4999,' "$work/out/queries/names.h"
tap 'thousands of queries' $?
echo "1..$n"
exit $bad
