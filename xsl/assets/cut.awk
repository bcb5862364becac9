# cut.awk - cuts a minified stylesheet down to the classes listed in the
# file `classes`, keeps two weights of the font, and gives the dark scheme to
# readers whose system is dark too, unless they chose the light one: it asks for a
# script in the DSFR.
#
# Records end at "}".  A record is "selectors{declarations"; in front of it may
# stand the opening of one at-rule, "@media …{".

BEGIN {
	while ((getline class < classes) > 0)
		used[class] = 1
	RS = "}"
}

# A selector stays when our pages write all the classes of the DSFR it names.
function wanted(selector,    rest) {
	rest = selector
	gsub(/:not\([^()]*\)/, "", rest)
	while (match(rest, /\.fr-[a-zA-Z0-9_-]+/)) {
		if (!(substr(rest, RSTART + 1, RLENGTH - 1) in used))
			return 0
		rest = substr(rest, RSTART + RLENGTH)
	}
	return 1
}

function add(list, item) {
	return list == "" ? item : list "," item
}

# Splits at the commas that stand outside parentheses.
function split_selectors(text, out,    n, i, depth, c) {
	n = 1; depth = 0; out[1] = ""
	for (i = 1; i <= length(text); i++) {
		c = substr(text, i, 1)
		if (c == "(") depth++
		if (c == ")") depth--
		if (c == "," && depth == 0)
			out[++n] = ""
		else
			out[n] = out[n] c
	}
	return n
}

{
	sub(/^\/\*[^*]*\*+([^\/*][^*]*\*+)*\//, "")
	sub(/^@charset[^;]*;/, "")
	if ($0 == "") {                       # the end of an at-rule
		printf "}"
		next
	}
	open = ""
	if (match($0, /^@(media|supports|layer)[^{]*\{/)) {
		open = substr($0, 1, RLENGTH)
		$0 = substr($0, RLENGTH + 1)
		sub(/^\/\*[^*]*\*+([^\/*][^*]*\*+)*\//, "")
	}
	printf "%s", open
	brace = index($0, "{")
	if (brace == 0) {
		printf "}"
		next
	}
	rule(substr($0, 1, brace - 1), substr($0, brace + 1))
}

# The selector with what stands for its root in the place of "@".
function put_root(selector, root) {
	sub(/@/, root, selector)
	return selector
}

function rule(selectors, body,    n, i, part, light, dark, chosen) {
	if (selectors == "@font-face") {
		if (body ~ /Marianne-(Regular|Bold)\.woff2/)
			printf "%s{%s}", selectors, font(body)
		return
	}
	if (selectors ~ /^@/) {               # keyframes and the like
		printf "%s{%s}", selectors, body
		return
	}
	n = split_selectors(selectors, part)
	for (i = 1; i <= n; i++) {
		if (!wanted(part[i]))
			continue
		if (!sub(/(:root)?\[data-fr-theme=dark\]/, "@", part[i])) {
			light = add(light, part[i])
			continue
		}
		chosen = add(chosen, put_root(part[i], ":root[data-fr-theme=dark]"))
		dark = add(dark, put_root(part[i], ":root:not([data-fr-theme=light])"))
	}
	if (light != "")
		printf "%s{%s}", light, body
	if (dark != "")
		printf "@media screen and (prefers-color-scheme:dark){%s{%s}}" \
		    "@media screen{%s{%s}}", dark, body, chosen, body
}

# Every reader's browser has woff2.  A font that is late waits for the next
# page: no text moves under the reader's finger.
function font(body) {
	sub(/font-display:[a-z]+/, "font-display:optional", body)
	sub(/,url\([^)]*\.woff\) format\("woff"\)/, "", body)
	return body
}
