#!/bin/sh
# programs.sh COMMAND - reads the list of programs and jobs (the file programs,
# beside this one), and makes of it what must know them.  It alone reads the list; what
# is installed asks it too, and has no need of the commands from "check" on.
#
#   names [KIND]      the names, a line each; KIND is program or job
#   units             NAME for each program, and NAME-files where it has processes
#                     for files: its sockets
#   workers UNIT      how many processes that one begins with on this machine; what
#                     depends on its cores is WORKERS, when the environment says so
#   get NAME KEY      what the list says
#   check             names each fault of the list, with its line and the remedy;
#                     the exit status is 1 when there is one
#   header            the C that declares the list: gen/programs.h
#   table             the C that defines it
#   fill FILE [UNIT]  prints a template, filled for UNIT or, in its repeated
#                     parts, for each program: see programs-fill.awk
set -eu

here=$(cd "$(dirname "$0")" && pwd)
list=conf/programs # in what is said of it

# The list as it is read: LINE, NAME, KEY, VALUE, separated by tabs.  The line of
# a [NAME] has no key; what cannot be read has the key "?".
fields() {
	awk 'BEGIN { OFS = "\t" }
	/^[ \t]*(#|$)/ { next }
	/^\[.*\]$/ { name = substr($0, 2, length($0) - 2)
		print FNR, name, "", ""; next }
	/^[a-z]+ *= *[^ ]/ { key = value = $0
		sub(/ *=.*/, "", key); sub(/^[a-z]+ *= */, "", value)
		print FNR, name, key, value; next }
	{ gsub(/\t/, " "); print FNR, name, "?", $0 }' "$here/programs"
}

# A job is what has a command.
names() {
	fields | awk -F '\t' -v kind="${1:-}" '
	$3 == "" { name[++n] = $2 }
	$3 == "command" { job[$2] = 1 }
	END { for (i = 1; i <= n; i++)
		if (kind == "" || (kind == "job") == (name[i] in job))
			print name[i] }'
}

get() {
	fields | awk -F '\t' -v name="$1" -v key="$2" '
	$2 == name && $3 == key { print $4 }'
}

units() {
	for name in $(names program); do
		echo "$name"
		[ -z "$(get "$name" files)" ] || echo "$name-files"
	done
}

workers() {
	case $1 in
	*-files) number=$(get "${1%-files}" files) ;;
	*) number=$(get "$1" workers) ;;
	esac
	case $number in
	*/core) echo "${WORKERS:-$((${number%/core} * $(nproc)))}" ;;
	*) echo "$number" ;;
	esac
}

fill() {
	cd "$here/.."
	fields | awk -F '\t' -v name="${2:-}" -f conf/programs-fill.awk - "$1"
}

# ---- the list in C ----

header() {
	cat <<-C
	/* Made from conf/programs by programs.sh. */
	#ifndef PROGRAMS_H
	#define PROGRAMS_H

	/* A program or a job of the list; its account is guichet-NAME. */
	struct program_row {
		const char	*name;
		/* Folders of xsl/, ended by NULL; NULL for a job. */
		const char *const *sheets;
		const char	*page; /* a path; NULL: none is asked for */
	};

	/* The programs, then the jobs; the last has no name. */
	extern const struct program_row program_rows[];
	$(for name in $(names program); do
		echo "extern const char *const ${name}_sheets[];"
	done)

	#endif
	C
}

table() {
	cat <<-C
	/* Made from conf/programs by programs.sh. */
	#include <stddef.h>

	#include "gen/programs.h"

	$(for name in $(names program); do
		echo "const char *const ${name}_sheets[] = {" \
		    "$(get "$name" sheets | sed 's/[a-z][a-z]*/"&",/g') NULL };"
	done)

	const struct program_row program_rows[] = {
	$(for name in $(names program); do
		page=$(get "$name" page)
		echo "{ \"$name\", ${name}_sheets, ${page:+\"}${page:-NULL}${page:+\"} },"
	done
	for name in $(names job); do echo "{ \"$name\", NULL, NULL },"; done)
	{ NULL, NULL, NULL }
	};
	C
}

# ---- faults ----

# want NAME FILE REMEDY: a file that must stand beside a row of the list, and say
# something.
want() {
	[ -s "$2" ] || fields | awk -F '\t' -v name="$1" -v file="$2" \
	    -v remedy="$3" -v list=$list '$2 == name && $3 == "" {
		print list ":" $1 ": [" name "] has no " file ": " remedy }'
}

faults() {
	# Nothing else that would be said of them is of use.
	awk -v list=$list '/\r/ { exit at = FNR }
	END { if (at) print list ":" at ": it ends with CR LF: write the list with LF alone"
		exit at > 0 }' $list || return 0
	fields | awk -F '\t' -v list=$list -f conf/programs-check.awk
	for name in $(names program); do
		want "$name" "cgi-bin/$name.c" 'write the program'
		want "$name" "conf/man/guichet-$name.8" 'write its manual'
	done
	all=$(names | tr '\n' ' ')
	for name in $all; do
		want "$name" "sql/accounts/$name.sql" \
		    'write its rights, see sql/accounts/search.sql'
	done
	for file in sql/accounts/*.sql; do
		name=${file##*/} name=${name%.sql}
		case " $all" in
		*" $name "*) ;;
		*) echo "$file:1: $list has no [$name]: add it, or remove this file" ;;
		esac
	done
	readers=$(fields | awk -F '\t' '$3 == "method" && $4 == "get" {
		printf "%s ", $2 }')
	awk -v readers="$readers" -f conf/rights-check.awk sql/schema/*.sql \
	    sql/accounts/*.sql sql/accounts/sets/*.sql
}

check() {
	cd "$here/.."
	faults=$(faults)
	[ -n "$faults" ] || return 0
	printf '%s\n' "$faults" >&2
	return 1
}

case ${1:-} in
names | units | workers | get | check | header | table | fill) "$@" ;;
*) sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2; exit 2 ;;
esac
