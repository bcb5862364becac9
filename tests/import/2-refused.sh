# A file that is broken is refused whole, with its place and its cause.
row='{"id": 900, "name": "Aide neuf cents"}'
for _ in $(seq 50); do echo "$row"; done > "$files/fifty"
head -c 1000 "$files/fifty" > "$files/cut.jsonl"
printf '[%s,' "$row" > "$files/cut.json"
gzip -c "$files/fifty" | head -c 60 > "$files/cut.jsonl.gz"
{ echo "$row"; echo 'not json'; } > "$files/not.jsonl"
echo '{"aids": 12}' > "$files/shape.json"
echo '"aides"' > "$files/string.json"
: > "$files/empty.json"
printf '{"id": 901, "name": "a\0b"}\n' > "$files/nul.json"
{ head -c 100000 /dev/zero | tr '\0' '['; } > "$files/deep.json"
printf '%s\n' '{"id": 903, "name": "a", "name": "b"}' > "$files/twice.json"
refused 'cut lines' "$files/cut.jsonl" 'line [0-9]+'
refused 'cut array' "$files/cut.json" 'cut.json'
refused 'cut gzip' "$files/cut.jsonl.gz" 'cut short or damaged'
refused 'not JSON' "$files/not.jsonl" 'line 2'
refused 'another shape' "$files/shape.json" 'neither an aid nor a list|no "name"'
refused 'a string' "$files/string.json" 'string.json'
refused 'empty' "$files/empty.json" 'empty'
refused 'a NUL byte' "$files/nul.json" 'NUL'
refused 'very deep' "$files/deep.json" 'deep.json'
refused 'a key twice' "$files/twice.json" 'twice.json'
refused 'no such file' "$files/none.json" 'none.json'
refused 'a folder' "$files" 'files'

# One line of 200 MB, of JSON and of a table: refused soon, in bounded memory.  What is
# compressed apart is one text when it is put together.
head -c 10000000 /dev/zero | tr '\0' a | gzip -1 > "$files/letters"
mega() { for _ in $(seq 20); do cat "$files/letters"; done; }
{ printf '{"name": "' | gzip; mega; echo '"}' | gzip; } > "$files/long.jsonl.gz"
{ printf 'id;name;url\n1;"' | gzip; mega; } > "$files/long.csv.gz"
for long in jsonl csv; do
	before=$(state) started=$(date +%s)
	measure long "$files/long.$long.gz" "$files/long.refused"
	is "a line of 200 MB, $long: exit 1" $left 1
	matches "a line of 200 MB, $long: why" "$said" 'over 8 MB'
	[ $(($(date +%s) - started)) -lt 60 ]
	tap "a line of 200 MB, $long: soon" $?
	note "$long: $peak kB"
	[ "$peak" -lt 64000 ]
	tap "a line of 200 MB, $long: under 64 MB of memory" $?
	is "a line of 200 MB, $long: nothing is written" "$(state)" "$before"
done

# A table that a server cut where it had announced no length.
printf 'id;name;perimeter_code;description\n1;Une;79;Un texte\n2;Deux;7' > "$files/cut-table.csv"
refused 'a table cut amid a row' "$files/cut-table.csv" 'line 3: it has no end, and fewer cells than titles: the file is cut short'
printf 'id;name;perimeter_code;description\n1;Une;79;Un texte\n2;Deux;79\n' > "$files/short-table.csv"
take short-table "$files/short-table.csv"
matches 'a short row that has its end is an aid' "$said" '2 aids read: 2 added'
printf 'id;name;perimeter_code;description\n1;Une;79;Un texte\n2;Deux;79;Fin' > "$files/whole-table.csv"
take whole-table "$files/whole-table.csv"
matches 'so is a last row with all its cells' "$said" '2 aids read: 2 added'
