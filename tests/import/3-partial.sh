# A field that is not in the file, or that is not understood, takes nothing away; null,
# "" and an empty list do.  What would empty over a tenth of a source asks.
whole='"perimeter": "France", "targeted_audiences": ["Commune", "Région"], "aid_types": ["Subvention"],
 "financers": ["Porteur entier"], "instructors": ["Instructeur entier"], "programs": ["Programme entier"],
 "categories": ["Forêts"], "recurrence": "Ponctuelle", "european_aid": "sectorial", "is_charged": true,
 "submission_deadline": "2027-05-01", "subvention_rate_upper_bound": 40, "loan_amount": 1000,
 "origin_url": "https://example.fr/", "eligibility": "Toutes", "date_published": "2026-01-02"'
for row in $(seq 20); do
	echo "{\"id\": 9091$((300 + row)), \"slug\": \"partiel-$row\", \"name\": \"Aide $row\", \"description\": \"d\", $whole}"
done | tr '\n' ' ' | sed 's/} {/}\n{/g' > "$files/whole.jsonl"
# what the base holds of them but their name and description
had() {
	sql "SELECT a.source_id, slug, status, perimeter_id, perimeter_asked, perimeter_inferred, recurrence_id,
	    european, is_charged, closes_on, rate_max, loan_amount, origin_url, eligibility, published_at,
	    (SELECT GROUP_CONCAT(audience_id ORDER BY 1) FROM aid_audience WHERE aid_id = a.id),
	    (SELECT GROUP_CONCAT(type_id ORDER BY 1) FROM aid_has_type WHERE aid_id = a.id),
	    (SELECT GROUP_CONCAT(category_id ORDER BY 1) FROM aid_category WHERE aid_id = a.id),
	    (SELECT GROUP_CONCAT(program_id ORDER BY 1) FROM aid_program WHERE aid_id = a.id),
	    (SELECT GROUP_CONCAT(backer_id, role ORDER BY 1) FROM aid_backer WHERE aid_id = a.id)
	    FROM aid a WHERE source = 'partial' ORDER BY a.id"
}
take partial "$files/whole.jsonl"
is 'whole aids' $left 0
before=$(had)
for row in $(seq 20); do echo "{\"id\": 9091$((300 + row)), \"name\": \"Autre nom $row\", \"description\": \"autre\"}"; done > "$files/partial.jsonl"
take partial "$files/partial.jsonl"
is 'a file with fewer fields: exit 0' $left 0
matches 'they are changed' "$said" '0 added, 20 changed, 0 the same, 0 refused'
is 'and lose nothing' "$(had)" "$before"
is 'what it says is taken' "$(sql "SELECT name, description FROM aid WHERE id = 9091301")" "$(printf 'Autre nom 1\t<p>autre</p>')"

# Each column of an aid is kept where its file says nothing of it, whatever columns the
# table has: three aids fill them all.
cat > "$files/full.jsonl" <<'JSON'
{"id": 9091341, "slug": "pleine-1", "name": "Pleine", "name_initial": "Dite avant", "short_title": "P", "description": "d", "eligibility": "e", "project_examples": "x", "contact": "c", "is_call_for_project": true, "is_charged": true, "is_generic": true, "start_date": "2026-01-01", "predeposit_date": "2026-02-01", "submission_deadline": "2027-05-01", "date_created": "2026-01-01", "date_published": "2026-01-02", "date_updated": "2026-01-03", "subvention_rate_lower_bound": 10, "subvention_rate_upper_bound": 40, "subvention_comment": "s", "loan_amount": 1000, "recoverable_advance_amount": 2000, "other_financial_aid_comment": "o", "origin_url": "https://example.fr/", "application_url": "https://example.fr/a", "import_data_url": "https://example.fr/i", "import_data_mention": "m", "import_share_licence": "l", "recurrence": "Ponctuelle", "european_aid": "sectorial", "perimeter": "France"}
{"id": 9091342, "slug": "pleine-2", "name": "Autre", "description": "d", "generic_aid": "pleine-1", "submission_deadline": "mai", "perimeter": "Pays de nulle part ailleurs"}
{"id": 9091343, "slug": "pleine-3", "name": "Déduite", "description": "d", "financers": ["Conseil régional de Bretagne"]}
JSON
take full "$files/full.jsonl"
# Of each column that stays, what a line of SQL makes: $1, where % is the column.
columns() {
	sql "SELECT GROUP_CONCAT(REPLACE('$1', '%', column_name) ORDER BY ordinal_position) FROM information_schema.columns
	    WHERE table_schema = DATABASE() AND table_name = 'aid'
	    AND column_name NOT IN ('name', 'description', 'digest', 'importer', 'changed_at', 'changed_version', 'gone_on', 'merged_into')"
}
kept() { sql "SELECT $(columns %) FROM aid WHERE source = 'full' ORDER BY id"; }
is 'each column of an aid is filled' "$(sql "SELECT CONCAT_WS(' ', $(columns \
    'IF(SUM(COALESCE(CAST(% AS CHAR), "") NOT IN ("", "0")) = 0, "%", NULL)')) FROM aid WHERE source = 'full'")" ''
was=$(kept)
for id in 9091341 9091342 9091343; do echo "{\"id\": $id, \"name\": \"Autrement\", \"description\": \"autre\"}"; done > "$files/less.jsonl"
take full "$files/less.jsonl"
matches 'a file of names: they are changed' "$said" '0 added, 3 changed'
is 'and each column is as before' "$(kept)" "$was"

# one line of a table, whose columns are there and empty, or not there
printf 'id;name;description;financers\n9091301;Du tableau;d;Porteur de table\n' > "$files/partial.csv"
take partial "$files/partial.csv"
is 'a table with fewer columns takes nothing away' "$(had | sed 1d)" "$(echo "$before" | sed 1d)"
is 'but the backer that it replaces' "$(sql "SELECT b.name, x.role FROM aid_backer x JOIN backer b ON b.id = x.backer_id
    WHERE x.aid_id = 9091301 ORDER BY x.role" | tr '\t\n' '  ')" 'Porteur de table financer Instructeur entier instructor '

# other types of JSON: understood where they can be, else kept and told
take partial "$files/whole.jsonl"
cat > "$files/types.jsonl" <<'JSON'
{"id": 9091301, "name": "Types", "description": ["d"], "perimeter": ["Bretagne"], "recurrence": {"name": "Récurrente"}, "status": ["published"], "is_live": [true], "yearly_deadline": ["05-31"], "european_aid": ["Sectorial"], "slug": ["partiel-1"], "financers": [null, "", "Porteur A; Porteur B"], "targeted_audiences": [null, "", {"label": "Commune"}]}
{"id": 9091302, "name": "Types refusés", "description": [{"a": 1}, 2], "perimeter": [true], "recurrence": [1, 2], "status": {"x": 1}, "is_live": {}, "yearly_deadline": [1, 2], "submission_deadline": [], "european_aid": {"x": 1}, "financers": [{"id": 12}], "targeted_audiences": [12], "loan_amount": {"x": 1}, "subvention_rate_upper_bound": true, "origin_url": {"x": 1}, "is_charged": [], "date_published": {"x": 1}}
JSON
guichet import aids --source partial --refused "$files/types.refused" "$files/types.jsonl" > "$work/types" 2>&1
is 'a list of one and an object are what they name' "$(sql "SELECT p.code, r.slug, a.status, closes_on, european, a.slug,
    (SELECT GROUP_CONCAT(b.name ORDER BY position) FROM aid_backer x JOIN backer b ON b.id = x.backer_id
	WHERE aid_id = a.id AND role = 'financer'),
    (SELECT GROUP_CONCAT(audience_id) FROM aid_audience WHERE aid_id = a.id)
    FROM aid a JOIN perimeter p ON p.id = a.perimeter_id JOIN recurrence r ON r.id = a.recurrence_id WHERE a.id = 9091301")" \
    "$(printf 'R53\trecurring\tpublished\t2027-05-31\tsectorial\tpartiel-1\tPorteur A,Porteur B\t1')"
is 'what is of no type to read is kept' "$(had | sed -n 2p | cut -f 1-9,11-)" \
    "$(echo "$before" | sed -n 2p | cut -f 1-8 )$(printf '\t0\t')$(echo "$before" | sed -n 2p | cut -f 11-)"
is 'and each is told' "$(jq -r 'select(.record == 2) | .field' "$files/types.refused" | sort | tr '\n' ' ')" \
    'date_published description european_aid financers is_live loan_amount origin_url perimeter recurrence status subvention_rate_upper_bound targeted_audiences yearly_deadline '

# null empties; over a tenth of a source asks, field by field
take partial "$files/whole.jsonl"
before=$(state)
for row in $(seq 5); do echo "{\"id\": 9091$((300 + row)), \"name\": \"Vide\", \"description\": \"d\", \"perimeter\": null, \"targeted_audiences\": [], \"financers\": \"\", \"submission_deadline\": null, \"subvention_rate_upper_bound\": null, \"loan_amount\": \"\"}"; done > "$files/void.jsonl"
take partial "$files/void.jsonl"
is 'five of twenty would be emptied: exit 1' $left 1
for what in territory audiences backers deadline 'rates and amounts'; do
	matches "it says so of their $what" "$said" "5 of 20 aids would lose their $what"
done
is 'five of twenty: nothing is written' "$(state)" "$before"
guichet import aids --source partial --force "$files/void.jsonl" > "$work/void" 2>&1
is 'they are emptied, when it is confirmed' "$?$(sql "SELECT COUNT(*) FROM aid a WHERE source = 'partial' AND perimeter_id IS NULL
    AND closes_on IS NULL AND rate_max IS NULL AND loan_amount IS NULL AND eligibility IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM aid_audience WHERE aid_id = a.id)
    AND NOT EXISTS (SELECT 1 FROM aid_backer WHERE aid_id = a.id AND role = 'financer')")" 05

# What is not published is not shown, in whatever words.
for word in Draft REVIEWABLE unpublished archived Deleted merged Brouillon 'Hors ligne' 'Supprimée' 'Archivé' 'Rêvé'; do
	echo "{\"id\": \"w-$word\", \"name\": \"Mot $word\", \"description\": \"d\", \"status\": \"$word\"}"
done > "$files/status.jsonl"
for word in Published 'en ligne' 'Publiée' ''; do
	echo "{\"id\": \"p-$word\", \"name\": \"Montrée $word\", \"description\": \"d\", \"status\": \"$word\"}"
done >> "$files/status.jsonl"
take status "$files/status.jsonl"
is 'what is not published is not shown' "$(sql "SELECT SUM(name LIKE 'Montrée%'), COUNT(*) FROM aid
    WHERE source = 'status' AND status = 'published'" | tr '\t' ' ')" '4 4'
matches 'the report says how many are not' "$said" '^of those added or changed, not shown: 11$'
matches 'a status that nobody knows is told' "$said" '"Rêvé" \(1 time\)'
sed -i 's/"status": "[^"]*"/"status": "Rêvé"/; s/"d"/"e"/' "$files/status.jsonl"
take status "$files/status.jsonl"
is 'and changes nothing' "$(sql "SELECT SUM(name LIKE 'Montrée%'), COUNT(*) FROM aid
    WHERE source = 'status' AND status = 'published' AND description LIKE '%e%'" | tr '\t' ' ')" '4 4'

# An aid is linked with its generic one by its id, its slug, or an object that has one.
cat > "$files/generic.jsonl" <<'JSON'
{"id": "g-1", "slug": "generique-essai", "name": "Générique", "description": "d", "is_generic": true, "subvention_rate_lower_bound": 80, "subvention_rate_upper_bound": 20}
{"id": "g-2", "name": "Par objet", "description": "d", "generic_aid": {"id": "g-1"}}
{"id": "g-3", "name": "Par adresse", "description": "d", "generic_aid": "generique-essai"}
JSON
take generic "$files/generic.jsonl"
is 'locals have their generic aid' "$(sql "SELECT COUNT(*) FROM aid a JOIN aid g ON g.id = a.generic_id
    WHERE a.source = 'generic' AND g.source_id = 'g-1'")" 2
matches 'a lower rate over the upper one is told' "$said" '"subvention_rate_lower_bound": over the upper bound: the two are exchanged: "80"'
is 'and they are exchanged' "$(sql "SELECT rate_min, rate_max FROM aid WHERE source = 'generic' AND source_id = 'g-1'" | tr '\t' ' ')" '20 80'
sed 's/, "generic_aid": [^,]*}$/}/; s/"d"/"e"/' "$files/generic.jsonl" > "$files/generic-2.jsonl"
take generic "$files/generic-2.jsonl"
is 'and keep it where the file says nothing of it' "$(sql "SELECT COUNT(*) FROM aid a JOIN aid g ON g.id = a.generic_id
    WHERE a.source = 'generic' AND g.source_id = 'g-1'")" 2
