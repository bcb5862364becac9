#!/bin/sh
# import.sh - what the administrator's command takes, refuses and says, over a
# site of its own: import/*.sh in turn.  Prints TAP.  Only some: import.sh NAME...
cd "$(dirname "$0")" || exit 1
root=$(cd .. && pwd)
export GUICHET_TODAY=2026-11-22 LC_ALL=C.UTF-8
. "$root/tests/lib.sh"

# What the base holds: the version of the data, rows of what an import writes.
state() {
	sql "SELECT (SELECT version FROM data_version), (SELECT COUNT(*) FROM aid),
	    (SELECT COUNT(*) FROM aid_index), (SELECT COUNT(*) FROM posting),
	    (SELECT COUNT(*) FROM backer), (SELECT COUNT(*) FROM program),
	    (SELECT COUNT(*) FROM aid_category), (SELECT COUNT(*) FROM aid_old_slug),
	    (SELECT COUNT(*) FROM perimeter), (SELECT COUNT(*) FROM perimeter_link),
	    (SELECT COUNT(*) FROM perimeter_name)"
}
# take SOURCE FILE: an import; its words go to $said, its status to $left.
take() {
	said=$(guichet import aids --source "$1" "$2" 2>&1)
	left=$?
}
# refused NAME FILE PATTERN: exit 1, words that say why, nothing written.
refused() {
	before=$(state)
	take refused "$2"
	is "$1: exit 1" $left 1
	matches "$1: why" "$said" "$3"
	is "$1: nothing is written" "$(state)" "$before"
}

start import
files=$site/files
mkdir -p "$files"
for part in import/*.sh; do
	name=$(basename "$part" .sh)
	case " ${*:-$name} " in
	*" $name "*) . "./$part" ;;
	esac
done
finish
