# A table that another version supplied is told, and no fault; one's own is not.
# supplied WHAT: what is noted of the project types.
supplied() { sql "REPLACE INTO page_fragment (name, html) VALUES ('supplied-projects', '$1')"; }
# noted: checks; $notes are the lines that tell of a newer table.
noted() {
	check
	notes=$(echo "$said" | grep -A 1 --no-group-separator '^NOTE .*comes\? with a newer' |
	    tr -s '\n ' ' ')
}
guichet export projects > "$work/own-projects.csv"
for way in '' "$work/own-projects.csv"; do
	supplied other
	guichet import projects --dry-run ${way:+"$way"} > /dev/null
	noted
	is 'a table of another version: told, a trial or not' "$notes" \
	    'NOTE project types: this version comes with a newer table to mend it: guichet import projects '
	is 'and no fault' $left 0
	guichet import projects ${way:+"$way"} > /dev/null
	noted
	is "once it is imported${way:+ from a file}: not" "$notes" ''
done
sql "DELETE FROM page_fragment WHERE name LIKE 'supplied-%'"
noted
is 'nobody noted which it is: both are told' "$notes" 'NOTE families of words: this version may come with a newer table to mend it: guichet import keywords; or, when the table is yours, guichet import keywords FILE NOTE project types: this version may come with a newer table to mend it: guichet import projects; or, when the table is yours, guichet import projects FILE '
guichet import projects > /dev/null
guichet import keywords > /dev/null
noted
is 'and then not' "$notes" ''
