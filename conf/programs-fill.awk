# programs-fill.awk - prints a template with what the list of programs says.  The
# list comes first, as programs.sh reads it, then the template.  Called with
# -v name=NAME, the one of the list that the template is for, or "".  NAME-files is
# for the processes that it has for files.
#
# In a template
#
#	@NAME@		is the name, @KEY@ what the list says under that key,
#	@LOCATION@	the locations, as nginx matches them,
#	@PATHS@		the same as a regular expression alone,
#	@DEAR@		that of the pages that the processes for files answer,
#	@UNIT@		the name, or NAME-files: of the socket and its processes,
#	@STOP@		five seconds more than the timeout,
#	@BODY@		how large a form may be;
#	@get TEXT	is left out unless the method is get; so with @post and @api,
#			and with @none and @open for the network;
#	@groups TEXT	is left out unless the job has groups; so with @state;
#	@files TEXT	is left out unless there are processes for files, or unless
#			the template is for them;
#	@dear TEXT	is left out unless there are such pages;
#	@each		begins lines that are repeated for each program of the list,
#			"@each other" for each but NAME; @end ends them.
#
# Any other @WORD@ stays: the paths are filled in later.

BEGIN { lane = sub(/-files$/, "", name) }

# One path, as an expression that begins after the first slash.
function expression(path) {
	sub(/^\//, "", path)
	gsub(/[.]/, "\\.", path)
	gsub(/[*]/, "[^/]+", path)
	return path (path ~ /\/$/ ? "" : "(/|$)")
}

# Below a portal the same (cgi-bin/lib/site/portal.h); no form is in a frame.
function paths(program, key,   path, n, i, all) {
	n = split(said[program, key], path, " ")
	if (path[1] == "/")
		return "^/"
	for (i = 1; i <= n; i++)
		all = all (i > 1 ? "|" : "") expression(path[i])
	return "^(/portails/[^/]+)?/(" all ")"
}
function location(program) {
	return said[program, "locations"] ~ "^/( |$)" ? "/" : "~ " paths(program, "locations")
}

# text with each @word@ replaced.
function put(text, word, value,   at) {
	while ((at = index(text, "@" word "@")) > 0)
		text = substr(text, 1, at - 1) value \
		    substr(text, at + length(word) + 2)
	return text
}

# Whether a line that begins with that word is of the program.
function holds(word, of) {
	if (word == "groups" || word == "state")
		return said[of, word] != ""
	if (word == "dear")
		return said[of, "files"] > 0 && said[of, "dear"] != ""
	if (word == "files")
		return name == "" ? said[of, "files"] > 0 : lane
	return said[of, "method"] == word || said[of, "network"] == word
}

function show(text, of,   i) {
	while (match(text, /^@(get|post|api|none|open|files|dear|groups|state)/)) {
		if (!holds(substr(text, 2, RLENGTH - 1), of))
			return
		text = substr(text, RLENGTH + 1)
		sub(/^ /, "", text)
	}
	text = put(put(text, "NAME", of), "LOCATION", location(of))
	text = put(text, "PATHS", paths(of, "locations"))
	text = put(text, "DEAR", paths(of, "dear"))
	text = put(text, "UNIT", of (lane ? "-files" : ""))
	text = put(text, "STOP", said[of, "timeout"] + 5)
	text = put(text, "BODY", said[of, "body"] == "" ? "1m" : said[of, "body"])
	if (lane) {
		text = put(text, "WORKERS", said[of, "files"])
		text = put(text, "BACKLOG", 16 * said[of, "files"])
	}
	for (i = 1; i <= keys; i++)
		text = put(text, toupper(key[i]), said[of, key[i]])
	print text
}

# A manual names the others by the alphabet.
function sort(list, n,   i, k, one) {
	for (i = 2; i <= n; i++) {
		one = list[i]
		for (k = i - 1; k > 0 && list[k] > one; k--)
			list[k + 1] = list[k]
		list[k + 1] = one
	}
}

FILENAME == "-" && $3 == "" {
	order[++names] = $2
	next
}
FILENAME == "-" {
	said[$2, $3] = $4
	if (!($3 in known))
		key[++keys] = $3
	known[$3] = 1
	next
}

/^@each/ {
	lines = 0
	inside = 1
	but = / other$/ ? name : ""
	next
}
/^@end$/ {
	inside = n = 0
	for (i = 1; i <= names; i++)
		if ((order[i], "locations") in said && order[i] != but)
			each[++n] = order[i]
	if (FILENAME ~ /[.][1-9]$/)
		sort(each, n)
	for (i = 1; i <= n; i++)
		for (l = 1; l <= lines; l++)
			show(line[l], each[i])
	next
}
inside {
	line[++lines] = $0
	next
}
name != "" {
	show($0, name)
	next
}
{ print }
