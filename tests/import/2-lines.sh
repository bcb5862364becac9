# A line of a file that cannot be read loses its record alone: it is named, with what
# stands there, and the next ones are taken.
fine='"description": "<p>Une aide</p>", "perimeter_code": "FRA"'
cat > "$files/lines.jsonl" <<JSON
{"id": 1301, "name": "Première", $fine}
n'importe, quoi
{"id": 1303, "name": "Sans guillemet, $fine
{"id": 1304, "name": "Octet nul\\u0000 échappé", $fine}
{"id": 1305, "name": "Sans crochet", "financers": ["Un porteur", $fine}
{"id": 1306, "name": "Coupée", "financers": [{"name": "Un porteur"},
{"id": 1307, "name": "Dernière", $fine}
JSON
said=$(guichet import aids --source lines --refused "$work/lines" "$files/lines.jsonl" 2>&1)
is 'lines that cannot be read: exit 0' $? 0
is 'the others are taken' \
    "$(sql "SELECT GROUP_CONCAT(name ORDER BY id SEPARATOR '; ') FROM aid WHERE source = 'lines'")" \
    'Première; Octet nul échappé; Dernière'
is 'each is a record that is refused, with what stands there' \
    "$(jq -r '"\(.record) \(.reason): \(.value[0:14])"' "$work/lines")" \
    "2 it is not JSON: n'importe, quo
3 another record begins before its end: {\"id\": 1303, \"
5 another record begins before its end: {\"id\": 1305, \"
6 another record begins before its end: {\"id\": 1306, \""
matches 'with its line' "$said" 'lines.jsonl" line 6: another record begins'
cat > "$files/quotes.csv" <<'CSV'
id;name;description;perimeter
1311;Avant;Une aide;France
1312;"Guillemet ouvert;Une aide;France
1313;"Texte de
deux lignes";Une aide;France
1314;Après;Une aide;France
CSV
said=$(guichet import aids --source quotes --refused "$work/lines" "$files/quotes.csv" 2>&1)
is 'a quotation mark that never ends: exit 0' $? 0
matches 'the line where it opened' "$said" 'line 3: a quotation mark never ends'
is 'the other rows are taken' "$(sql "SELECT GROUP_CONCAT(source_id ORDER BY id) FROM aid WHERE source = 'quotes'")" \
    1311,1313,1314
is 'what was lost' "$(jq -r .value "$work/lines")" '1312;"Guillemet ouvert;Une aide;France'

# Texts that are too long: cut, and told.
long() { head -c "$1" /dev/zero | tr '\0' x; }
{
	printf '{"id": 1321, "name": "Longue", "description": "%s"}\n' "$(long 4300000)"
	printf '{"id": 1322, "name": "Trop longue", "_description_format": "text", "description": "mot %s", "contact": "x"}\n' \
	    "$(long 4000000 | tr x '<')"
	printf '{"id": 1323, "name": "Bonne", %s}\n' "$fine"
} > "$files/long.jsonl"
said=$(guichet import aids --source long "$files/long.jsonl" 2>&1)
is 'texts that are too long: exit 0' $? 0
matches 'one that is cut is told' "$said" 'aid 1 \(1321\), "description": too long, cut'
matches 'another is, too' "$said" 'aid 2 \(1322\), "description": too long, cut'
is 'they are taken, as far as 256 kB' "$(sql "SELECT GROUP_CONCAT(source_id, ' ', LENGTH(description) DIV 1000) FROM aid WHERE source = 'long'")" \
    '1321 262,1322 1048,1323 0'
