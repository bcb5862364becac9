# rights-check.awk - the faults of sql/accounts/*.sql and sql/accounts/sets/*.sql,
# given after sql/schema/*.sql: a line each, with the file, the line, the remedy.

function fault(text) { print FILENAME ":" FNR ": " text }

FILENAME ~ /^sql\/schema\// {
	if (/^CREATE TABLE [a-z_]+/)
		table[$3] = 1
	next
}
FNR == 1 { files[FILENAME] = 1 }
/^-- with / {
	set = "sql/accounts/sets/" $3 ".sql"
	if (NF != 3 || system("test -f " (NF == 3 && $3 ~ /^[a-z]+$/ ? set : "''")))
		fault("there is no " set ": write it, or name another set")
	gives[FILENAME] = 1
	next
}
/^(--.*)?$/ { next }
/^GRANT [A-Z]+(, [A-Z]+)* ON [a-z_]+ TO :account;$/ {
	name = $0
	sub(/.* ON /, "", name)
	sub(/ TO .*/, "", name)
	if (!(name in table))
		fault("no step of sql/schema makes the table " name)
	gives[FILENAME] = 1
	next
}
{ fault("write \"GRANT SELECT ON table TO :account;\" or \"-- with SET\"") }
END {
	for (file in files)
		if (!(file in gives))
			print file ":1: it gives no right: see sql/accounts/search.sql"
}
