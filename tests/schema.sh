# schema.sh - the schema that all steps together make, as one readable text.  Read
# by plans.sh, after lib.sh and the start of a site.

# tables: what the server says of each table of the site, without what it adds
# of its own.
tables() {
	sql "SELECT table_name FROM information_schema.tables
	    WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'
	    ORDER BY table_name" | while read -r table; do
		echo
		sql "SHOW CREATE TABLE $table" | cut -f 2 | sed 's/\\n/\n/g'
	done | sed -E 's/`//g
	    s/ CHARACTER SET utf8mb4//
	    s/ COLLATE (ascii|utf8mb4)_[a-z0-9_]*_ci//
	    s/^\) ENGINE=.*/);/'
}

# schema: the same with the comments of the steps, a later one before an earlier.
schema() {
	cat <<-'END'
	-- The schema as its steps (sql/schema) leave it: to be read, never run.
	-- "make schema" writes it again, and "make check-plans" compares it.
	END
	tables | awk '
	# What a line of a table speaks of: a column, or a key.
	function subject(line,    word) {
		sub(/^ +RENAME KEY IF EXISTS [a-z_]+ TO /, "KEY ", line)
		sub(/^ +((ADD|MODIFY) )?(UNIQUE )?/, "", line)
		split(line, word, /[ (,]+/)
		return word[1] ~ /^(KEY|PRIMARY)$/ ? word[1] " " word[2] : word[1]
	}
	# A table is known here by its first name.
	function first(name) { return name in was ? was[name] : name }
	FILENAME != "-" && /^RENAME TABLE/ { was[substr($NF, 1, length($NF) - 1)] = $(NF - 2) }
	FILENAME != "-" && /^ *-- / { above = above $0 "\n"; next }
	FILENAME != "-" && /^(CREATE|ALTER) TABLE/ {
		table = first($3)
		if ($1 == "CREATE") head[table] = above
	}
	FILENAME != "-" {
		if (/^ /) {
			if (above != "") over[table, subject($0)] = above
			if (match($0, / -- .*/))
				beside[table, subject($0)] = substr($0, RSTART)
		}
		above = ""
		next
	}
	/^CREATE TABLE/ { table = first($3); printf "%s", head[table] }
	/^ / {
		printf "%s", over[table, subject($0)]
		$0 = $0 beside[table, subject($0)]
	}
	{ print }' "$root"/sql/schema/*.sql -
}
