# Many records, and among them one fault of each kind: every good one goes in, each
# fault is one line, what the database itself refuses is undone alone, and memory is
# that of some aids, not of the file.  FULL: 170,000.
many=1000
[ -z "$FULL" ] || many=${MANY:-170000}
good='"perimeter_code": "FRA", "targeted_audiences": ["Commune"], "description": "<p>Une aide parmi d’autres</p>"'
cat > "$files/kinds.jsonl" <<JSON
{"name": "Sans identifiant", $good}
{"id": "k-name", $good}
{"id": "k-alone", "name": "Rien que son nom", "description": null, "financers": null, "perimeter": null, "origin_url": "https://example.fr/"}
["k-array"]
{"id": "k-insert", "name": "Refusée par la base", $good}
{"id": "k-backer", "name": "Porteur refusé par la base", "financers": ["Porteur voisin", "Porteur refusé"], $good}
{"id": "k-perimeter", "name": "Territoire", "perimeter": "Nulle part au monde"}
{"id": "k-deadline", "name": "Échéance", "submission_deadline": "2027-02-30", $good}
{"id": "k-rate", "name": "Taux", "subvention_rate_upper_bound": 300, $good}
{"id": "k-amount", "name": "Montant", "loan_amount": "beaucoup", $good}
{"id": "k-link", "name": "Lien", "origin_url": "voir le site", $good}
{"id": "k-flag", "name": "Drapeau", "is_call_for_project": "peut-être", $good}
{"id": "k-long", "name": "$(head -c 900 /dev/zero | tr '\0' x)", $good}
{"id": "k-text", "name": "Texte", "contact": {"a": 1}, $good}
{"id": "k-type", "name": "Type", "aid_types": ["Martien"], $good}
{"id": "k-recurrence", "name": "Récurrence", "recurrence": "Un jour", $good}
{"id": "k-european", "name": "Europe", "european_aid": "Lunaire", $good}
{"id": "k-status", "name": "État", "status": "Rêvé", $good}
{"id": "k-financer", "name": "Porteur", "financers": [12], $good}
{"id": "k-year", "name": "Chaque année", "yearly_deadline": "31/06", $good}
JSON
awk -v many="$many" -v good="$good" -v kinds="$files/kinds.jsonl" 'BEGIN {
	for (i = 1; i <= many; i++) {
		printf "{\"id\": \"m-%d\", \"name\": \"Aide numéro %d\", \"financers\": [\"Porteur voisin\"], %s}\n", i, i, good
		if (i % 40 == 0 && (getline line < kinds) > 0) print line
	}
}' > "$files/many.jsonl"
sql "CREATE TRIGGER no_aid BEFORE INSERT ON aid FOR EACH ROW
    SET NEW.name = IF(NEW.source_id = 'k-insert', NULL, NEW.name)"
sql "CREATE TRIGGER no_backer BEFORE INSERT ON backer FOR EACH ROW
    SET NEW.name = IF(NEW.slug = 'porteur-refuse', NULL, NEW.name)"
measure many "$files/many.jsonl" "$files/many.refused"
is 'many: exit 0' $left 0
sql 'DROP TRIGGER no_aid; DROP TRIGGER no_backer'
matches 'many: the sum' "$said" \
    "$((many + 20)) aids read: $((many + 14)) added, 0 changed, 0 the same, 6 refused"
is 'many: each good one went in, with its backer' "$(sql "SELECT COUNT(*) FROM aid a
    JOIN aid_backer x ON x.aid_id = a.id JOIN backer b ON b.id = x.backer_id
    JOIN aid_index i ON i.aid_id = a.id
    WHERE a.source = 'many' AND a.source_id LIKE 'm-%' AND b.slug = 'porteur-voisin'")" "$many"
is 'many: a line a fault' "$(jq -r '.id // "-"' "$files/many.refused" | sort | tr '\n' ' ')" \
    '- - k-alone k-amount k-backer k-deadline k-european k-financer k-flag k-insert k-link k-long k-name k-perimeter k-rate k-recurrence k-status k-text k-type k-year '
is 'many: what the database refuses has its reason' "$(jq -r 'select(.id == "k-insert" or .id == "k-backer") |
    .reason' "$files/many.refused" | sort -u)" 'the database refuses it'
note "$many records: $peak kB"
[ "$peak" -lt 64000 ]
tap 'many: in 64 MB' $?

# Such a table, in as much memory.  The same rows in another encoding, by a pipe, which
# cannot be read twice, are the same aids.  FULL: over 300 MB.
awk -v many="$many" 'BEGIN {
	text = "Une note\n\"\"que\"\" rien ne lit ; de l’été 2026."
	while (length(text) < 1700) text = text " " text
	print "id;name;financers;perimeter_code;targeted_audiences;description;remarque"
	for (i = 1; i <= many; i++)
		printf "t-%d;Aide numéro %d;Porteur voisin;FRA;Commune;\"<p>Une aide\nparmi d’autres</p>\";\"%s\"\n", i, i, text
}' | gzip -1 > "$files/many.csv.gz"
note "$(zcat "$files/many.csv.gz" | wc -c) bytes"
mkfifo "$files/many.pipe"
for saved in csv.gz pipe; do
	[ $saved != pipe ] ||
	    zcat "$files/many.csv.gz" | iconv -f UTF-8 -t WINDOWS-1252 > "$files/many.pipe" &
	measure many-rows "$files/many.$saved" "$files/many.refused"
	is "many rows, $saved: exit 0" $left 0
	sum="$many added, 0 changed, 0 the same"
	[ $saved != pipe ] || sum="0 added, 0 changed, $many the same"
	matches "many rows, $saved: the sum" "$said" "$many aids read: $sum, 0 refused"
	note "$many rows, $saved: $peak kB"
	[ "$peak" -lt 100000 ]
	tap "many rows, $saved: in 100 MB" $?
done
rm -f "$files/many.csv.gz"
