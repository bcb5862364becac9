# One list of aids in each shape that AT's API and its users know.
{
	printf '{"id": 1, "name": "Aide une", "perimeter_code": "79"}\n'
	printf '{"id": 2, "name": "Aide deux", "perimeter": "Échiré", "perimeter_scale": "commune"}\n\n'
	printf '{"id": "trois", "slug": "aide-trois", "name": "Aide trois", "financers": ["Un porteur"]}\n'
} > "$files/lines.jsonl"
rows=$(sed '/^$/d' "$files/lines.jsonl" | paste -sd, -)
echo "[$rows]" > "$files/array.json"
printf '[\n%s\n]\n' "$rows" > "$files/array-lines.json"
echo "{\"count\": 3, \"next\": null, \"results\": [$rows]}" > "$files/page.json"
printf '{\n"count": 3,\n"results": [\n%s\n]}\n' "$rows" > "$files/page-lines.json"
{ cat "$files/page.json"; cat "$files/page.json"; } > "$files/pages.jsonl"
printf '\n\n  %s\n' "[$rows]" > "$files/blank-first.json"
for file in "$files"/*.json "$files"/*.jsonl; do
	gzip -k "$file"
done
for file in "$files"/*.json* ; do
	name=$(basename "$file")
	source=$(echo "shape-$name" | tr '.' '-')
	take "$source" "$file"
	is "$name: exit 0" $left 0
	is "$name: three aids" \
	    "$(sql "SELECT COUNT(*) FROM aid WHERE source = '$source'")" 3
done
before=$(state)
for file in "$files"/*.json*; do
	take "$(echo "shape-$(basename "$file")" | tr '.' '-')" "$file"
done
matches 'again: the same' "$said" '0 added, 0 changed, (3|6) the same'
is 'again: nothing is written' "$(state)" "$before"

# A shape that nobody knows: it says which keys it has, and which are read.
printf '[{"text": "Une aide"}, {"text": "Une autre"}]' > "$files/other.shape"
take other "$files/other.shape"
is 'another shape: exit 1' $left 1
matches 'another shape: its keys' "$said" '"text" .2 times.'
matches 'another shape: those that are read' "$said" '  ademe: titre, cible_projet'
