# What one record has wrong harms no other: it is taken where it can be, else refused
# alone, with its place.
good() { printf '{"id": "r-%s", "name": "Aide %s", "description": "d"' "$1" "$1"; }
{
	echo '['
	for row in 1 2 3; do good $row; echo '},'; done
	good int; echo ', "loan_amount": 123456789012345678901234567890},'
	good big; echo ', "loan_amount": 1e999},'
	good nul; printf ', "contact": "a%cu0000b"},\n' '\'
	good half; printf ', "contact": "a%cud800b"},\n' '\'
	good twice; echo ', "contact": "un", "contact": "deux"},'
	good latin; printf ', "contact": "\351cole"},\n'
	good line; printf ', "contact": "a\nb"},\n'
	good nan; echo ', "loan_amount": NaN},'
	good key; echo ', "perimeterName": "France", "date_limite": "2027-01-01"}'
	echo ']'
} > "$files/records.json"
before=$(state)
said=$(guichet import aids --source records --refused "$files/records.refused" "$files/records.json" 2>&1)
is 'records that are not JSON: exit 0' $? 0
matches 'they alone are refused' "$said" '12 aids read: 8 added, 0 changed, 0 the same, 4 refused'
is 'which' "$(sql "SELECT GROUP_CONCAT(source_id ORDER BY source_id) FROM aid WHERE source = 'records'")" \
    'r-1,r-2,r-3,r-int,r-key,r-latin,r-nul,r-twice'
is 'a NUL is dropped, a byte of Windows-1252 is read, the last of two counts' \
    "$(sql "SELECT GROUP_CONCAT(contact ORDER BY source_id) FROM aid WHERE source = 'records'")" \
    '<p>école</p>,<p>ab</p>,<p>deux</p>'
matches 'what is not JSON has its line' "$said" 'line 6: not JSON, at column'
matches 'a key that comes twice is told' "$said" 'line 9: a key comes twice'
matches 'and so is a key that nothing reads' "$said" '"perimeterName" \(1 time\)'

# What is rendered of a record may be many times longer than it: 64 backers of 250 "&".
jq -nc '[{id: 2090, name: "Avant"}, {id: 2091, name: "Longue", financers:
    [range(64) | ("&" * 250) + tostring]}, {id: 2092, name: "Après"}] | .[] +
    {perimeter_code: "FRA", url: "https://a.fr/"}' > "$files/long.jsonl"
take long "$files/long.jsonl"
is 'a record of many signs: exit 0' $left 0
matches 'and the others go in' "$said" '3 aids read: 3 added'

# A row of totals is no aid; an empty cell still takes away what a known one had.
cat > "$files/totals.csv" <<'CSV'
id;name;perimeter;targeted_audiences;description
2095;Aide au toit;Deux-Sèvres;Communes;Texte
Total;1 aide;;;
CSV
take totals "$files/totals.csv"
matches 'a row of totals is refused' "$said" '2 aids read: 1 added, 0 changed, 0 the same, 1 refused'
matches 'and told' "$said" 'it says nothing but its name'
printf 'id;name;description\n2095;Aide au toit;\n' > "$files/totals.csv"
take totals "$files/totals.csv"
matches 'an empty cell of a known aid is read' "$said" '1 aids read: 0 added, 1 changed, 0 the same, 0 refused'
is 'and empties' "$(sql "SELECT CONCAT(name, IFNULL(description, ''), perimeter_id IS NULL) FROM aid WHERE source = 'totals'")" 'Aide au toit0'

# A new record of empty texts, of blanks or of tags alone is none either, and says which
# field it lacks; of one that is known the text is taken away.
cat > "$files/blank.jsonl" <<'JSON'
{"id": 2100, "name": "Vide", "description": ""}
{"id": 2101, "name": "Balises", "description": "<p>&nbsp;</p><br>", "financers": [" "], "targeted_audiences": []}
{"id": 2102, "name": "<b> </b>", "description": "Un texte"}
{"id": 2103, "name": "-", "description": "Un texte"}
{"id": " ", "slug": "", "name": "Sans numéro", "description": "Un texte"}
{"id": 2105, "name": "Adresse", "description": "", "origin_url": "https://a.fr/"}
{"id": 2106, "name": "Texte", "description": "Un texte"}
JSON
take blank "$files/blank.jsonl"
matches 'records of empty texts are refused' "$said" '7 aids read: 2 added, 0 changed, 0 the same, 5 refused'
is 'each with what it lacks' "$(echo "$said" | sed -n 's/^ *aid \([1-5]\) of the file refused: //p')" 'it says nothing but its name
it says nothing but its name
it has no "name"
it has no "name"
it has neither "id" nor "slug"'
matches 'and one that is taken is told' "$said" 'aid 6 \(2105\), "description": without a word'
echo '{"id": 2106, "name": "Texte", "description": ""}' > "$files/blank.jsonl"
take blank "$files/blank.jsonl"
matches 'of a known one it is taken' "$said" '1 aids read: 0 added, 1 changed'
