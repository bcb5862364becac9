# rights-check.awk - the faults of sql/accounts/*.sql and sql/accounts/sets/*.sql,
# given after sql/schema/*.sql: a line each, with the file, the line, the remedy.
# -v readers has the programs of method get, between blanks: they only read.

function fault(text) { print FILENAME ":" FNR ": " text }

# "guichet migrate" makes it before the first step.
BEGIN { table["schema_step"] = 1 }
# A step makes a table, with a column a line, or adds columns to it.
FILENAME ~ /^sql\/schema\// {
	if (/^CREATE TABLE [a-z_]+/ || /^ALTER TABLE [a-z_]+/)
		table[of = $3] = 1
	sub(/^ALTER TABLE [a-z_]+/, "")
	sub(/^[ \t]*ADD (COLUMN )?/, "\t")
	if (/^[ \t]+[a-z_]+ +[a-zA-Z]/)
		column[of, $1] = 1
	next
}
FNR == 1 { files[FILENAME] = 1 }
/^-- with / {
	set = "sql/accounts/sets/" $3 ".sql"
	if (NF != 3 || system("test -f " (NF == 3 && $3 ~ /^[a-z]+$/ ? set : "''")))
		fault("there is no " set ": write it, or name another set")
	sets[FILENAME] = sets[FILENAME] " " set
	gives[FILENAME] = 1
	next
}
/^(--.*)?$/ { next }
/^GRANT [A-Z]+( \([a-z_]+(, [a-z_]+)*\))?(, [A-Z]+( \([a-z_]+(, [a-z_]+)*\))?)* ON [a-z_]+ TO :account;$/ {
	name = $0
	sub(/.* ON /, "", name)
	sub(/ TO .*/, "", name)
	if (!(name in table))
		fault("no step of sql/schema makes the table " name)
	gives[FILENAME] = 1
	kinds = $0
	sub(/^GRANT /, "", kinds)
	sub(/ ON .*/, "", kinds)
	while (match(kinds, /[(][^)]*[)]/)) {
		n = split(substr(kinds, RSTART + 1, RLENGTH - 2), part, ", ")
		for (i = 1; name in table && i <= n; i++)
			if (!((name, part[i]) in column))
				fault("no step of sql/schema gives the table " name \
				    " a column " part[i])
		kinds = substr(kinds, 1, RSTART - 2) substr(kinds, RSTART + RLENGTH)
	}
	if (kinds !~ /^SELECT(, SELECT)*$/)
		writes[FILENAME] = FILENAME ":" FNR ": "
	next
}
{ fault("write \"GRANT SELECT ON table TO :account;\", with (columns) or without, or \"-- with SET\"") }
# The line that gives more than to read, in the file or its sets; "" for none.
function writer(file, depth,   part, n, i, at) {
	at = writes[file]
	n = split(sets[file], part, " ")
	for (i = 1; at == "" && depth < 9 && i <= n; i++)
		at = writer(part[i], depth + 1)
	return at
}
END {
	n = split(readers, reader, " ")
	for (i = 1; i <= n; i++)
		if ((at = writer("sql/accounts/" reader[i] ".sql", 0)) != "")
			print at "[" reader[i] "] is of method = get and may only " \
			    "read: grant SELECT alone, or write method = post"
	for (file in files)
		if (!(file in gives))
			print file ":1: it gives no right: see sql/accounts/search.sql"
}
