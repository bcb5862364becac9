# programs-check.awk - the faults of the list of programs, as programs.sh reads it:
# a line each, with the line of the list and the remedy.  -v list is its path.

function fault(at, text) { print list ":" at ": " text }

# The keys of a kind, all of which it must have, but for those that are optional.
function keys_of(kind, keys,   key, n, i) {
	n = split(keys, key, " ")
	for (i = 1; i <= n; i++)
		keys_of_kind[kind, key[i]] = known[key[i]] = 1
}

BEGIN {
	keys_of("program", "description locations method network timeout " \
	    "backlog workers files dear connections body page sheets")
	keys_of("job", "description command groups network calendar spread " \
	    "connections timeout state")
	optional["files"] = optional["dear"] = optional["page"] = 1
	optional["body"] = 1
	optional["groups"] = optional["state"] = 1
	form["state"] = "^[a-z]+$"
	# No repeat of a repeat: it would be tried in endless ways on a fault.
	form["locations"] = "^/[a-z0-9*._/~-]*( /[a-z0-9*._/~-]*)*$"
	form["method"] = "^(get|post|api)$"
	form["network"] = "^(none|open)$"
	form["backlog"] = "^[1-9][0-9]*$"
	form["groups"] = "^[a-z_][a-z0-9_-]*( [a-z_][a-z0-9_-]*)*$"
	form["connections"] = "^[1-9][0-9]*$"
	form["files"] = "^[1-9]$"
	form["dear"] = "^/[a-z0-9*._/~-]*( /[a-z0-9*._/~-]*)*$"
	form["body"] = "^[1-9][0-9]*m$"
	form["page"] = "^/[a-z0-9/-]*$"
	form["sheets"] = "^[a-z]+( [a-z]+)*$"
	form["workers"] = "^[1-9][0-9]?[0-9]?(/core)?$"
	head = ": see the head of the file"
}

# Two programs cannot have one path, whatever its trailing slash.
function check_locations(at, of, locations,   path, n, i, same) {
	n = split(locations, path, " ")
	for (i = 1; i <= n; i++) {
		same = path[i]
		if (same ~ /^\/(static|sante|portails|cadre|guichet-[^\/]*)(\/|$)/)
			fault(at, "location " same " is kept: nginx serves it, or " \
			    "portals are below it: choose another")
		if (same != "/")
			sub(/\/$/, "", same)
		if (same in owner)
			fault(at, "location " path[i] " of [" of "] is there " \
			    "already, of [" owner[same] "], line " line[same] \
			    ": leave it to one of them")
		owner[same] = of
		line[same] = at
	}
}

function check_sheets(at, of, sheets,   folder, n, i) {
	n = split(sheets, folder, " ")
	for (i = 1; i <= n; i++)
		if (system("ls xsl/" folder[i] "/*.xsl > /dev/null 2>&1"))
			fault(at, "[" of "] has sheets in xsl/" folder[i] \
			    ", where there is none: name a folder that has some")
}

$3 == "?" {
	fault($1, "\"" $4 "\" is neither [name] nor \"key = value\"" head)
	next
}
$3 == "" {
	if ($2 !~ /^[a-z][a-z0-9]*$/)
		fault($1, "[" $2 "] is not a name: use small letters and digits")
	# What stands beside the programs once they are installed.
	if ($2 ~ /^(guichet|accounts|programs|setup|backup|database|owner)$/)
		fault($1, "the name " $2 " is taken: choose another")
	if ($2 in begun)
		fault($1, "[" $2 "] is there already, line " begun[$2] \
		    ": choose another name")
	else
		order[++names] = $2
	begun[$2] = $1
	next
}
{
	if (($2, $3) in said)
		fault($1, "[" $2 "] has two \"" $3 "\": keep one of them")
	said[$2, $3] = $4
	if (!($3 in known))
		fault($1, "\"" $3 "\" is not a key" head)
	else if (($3 in form) && $4 !~ form[$3])
		fault($1, $3 " cannot be \"" $4 "\"" head)
	else if ($3 == "locations")
		check_locations($1, $2, $4)
	else if ($3 == "sheets")
		check_sheets($1, $2, $4)
}

END {
	if (names == 0)
		fault(1, "the list is empty" head)
	for (i = 1; i <= names; i++) {
		kind = (order[i], "command") in said ? "job" : "program"
		for (k in known) {
			has = (order[i], k) in said
			if (keys_of_kind[kind, k] && !has && !(k in optional))
				fault(begun[order[i]], "[" order[i] "], a " kind \
				    ", has no \"" k "\"" head)
			if (!keys_of_kind[kind, k] && has)
				fault(begun[order[i]], "[" order[i] "], a " kind \
				    ", cannot have \"" k "\"" head)
		}
		if (kind == "program" &&
		    said[order[i], "timeout"] !~ /^[1-9][0-9]*$/)
			fault(begun[order[i]], "the timeout of [" order[i] \
			    "] is not a number of seconds")
	}
}
