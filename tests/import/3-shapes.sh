# Files that are not AT's: tables, other encodings, and feeds whose fields have other
# names (sql/data/feed-shapes.csv).
# aid_of SOURCE: what the base holds of each of its aids.
aid_of() {
	sql "SELECT a.source_id, a.name, IFNULL(p.code, '-'), a.opens_on, a.closes_on, a.origin_url,
	    (SELECT GROUP_CONCAT(audience_id ORDER BY audience_id) FROM aid_audience WHERE aid_id = a.id),
	    (SELECT GROUP_CONCAT(b.name ORDER BY x.position) FROM aid_backer x JOIN backer b ON b.id = x.backer_id WHERE aid_id = a.id)
	    FROM aid a LEFT JOIN perimeter p ON p.id = a.perimeter_id WHERE a.source = '$1' ORDER BY a.id"
}
row=$(printf '1\tL’eau & le sol\t79\tNULL\t2026-12-31\thttps://example.fr/a\t1,3\tUn porteur')
heads='id;name;perimeter_code;submission_deadline;origin_url;targeted_audiences;financers;description'
cells='1;L’eau & le sol;79;31 déc. 2026;example.fr/a;Commune, Département;Un porteur;Un texte'
printf '%s\n%s\n' "$heads" "$cells" > "$files/table.csv"
printf '%s\n%s\n' "$heads" "$cells" | tr ';' '\t' > "$files/tabs.txt"
printf '%s\r\n"%s"\r\n\r\n' "$heads" "$(echo "$cells" | sed 's/;/";"/g')" > "$files/quoted.csv"
iconv -f UTF-8 -t WINDOWS-1252 "$files/quoted.csv" > "$files/windows.csv"
{ printf '\377\376'; iconv -f UTF-8 -t UTF-16LE "$files/table.csv"; } > "$files/utf16.csv"
gzip -c "$files/table.csv" > "$files/packed.csv.gz"
echo '[{"id": 1, "name": "L&rsquo;eau &amp; le sol", "perimeter": {"name": "Deux-Sèvres", "scale": "Département"},
 "submission_deadline": "20261231", "origin_url": "example.fr/a", "targeted_audiences": "Commune;Département",
 "financers": {"name": "Un porteur"}, "description": ["Un texte", "en deux"]}]' > "$files/json.json"
{ printf '\377\376'; iconv -f UTF-8 -t UTF-16LE "$files/json.json"; } > "$files/wide.json"
mkfifo "$files/fifo"
for file in table.csv tabs.txt quoted.csv windows.csv utf16.csv packed.csv.gz json.json wide.json fifo; do
	[ $file != fifo ] || cat "$files/table.csv" > "$files/fifo" &
	take "form-${file%%.*}" "$files/$file"
	is "$file: exit 0" $left 0
	is "$file: the aid" "$(aid_of "form-${file%%.*}")" "$row"
done

cat > "$files/ademe.json" <<'JSON'
{"success": true, "ListeDispositifs": [{"id": "a1", "titre": "Étudier l’hydrogène", "date_debut": "2023-01-01T00:00:00+01:00",
 "date_fin": "2023-12-31T23:59:59+01:00", "description_longue": "<p>Oui</p>", "cible_projet": ["SCA3", "SCA1"],
 "couverture_geo": {"code": "1", "libelle": "National"}, "url_agir": "https://example.fr/h"}]}
JSON
cat > "$files/manche.json" <<'JSON'
{"count": 1, "aides": [{"id": "36", "name": "Mise en place d&rsquo;un centre", "targeted_audiences": ["Communes", "EPCI à fiscalité propre"],
 "categories": ["Cimetière / Enclos paroissiaux"], "contact_phone": "0200000000", "submission_deadline": null}]}
JSON
cat > "$files/idf.json" <<'JSON'
[{"title": "Radios locales", "reference": "Sy2", "referenceAdministrative": "3", "statut": "PUBLIEE", "entete": "Un", "objectif": "Deux",
 "publicsBeneficiaire": [{"title": "Associations"}, {"title": "Collectivités - Institutions"}], "dateFinCampagne": "2019-07-07T22:00:00.000Z"}]
JSON
cat > "$files/culture.json" <<'JSON'
[{"id": 303, "title": "Résidences", "deadline": "15 août 2022", "eztag_region": ["Mayotte"], "eztag_theme": [], "type": [],
 "public": "Associations, Entreprises privées, Particuliers", "summary": "<p>Le parc</p>", "url": "https://example.fr/r"}]
JSON
cat > "$files/europe.json" <<'JSON'
[{"ID": "42", "post_title": "Marché unique", "deadline1": "20230214", "dates_open-1": "20221108", "info_responsible": "Commission européenne",
 "filtres_beneficiaries": "Association &amp; ONG", "permalink": "https://example.eu/s", "banner_chapeau": "Oui", "info_categorie": "Appel à proposition"}]
JSON
cat > "$files/export.csv" <<'CSV'
Nom,Lien,Financeurs,Bénéficiaire,Types d'aides,AAP/AMI,Récurrence,Descriptif,Date Clôture
Liaisons cyclables,https://example.fr/aides/e342-velo/,Conseil départemental du Morbihan,"Communes;Entreprises publiques locales (Sem, Spl, SemOp)",Subvention,,Permanente,Un texte,01/02/2027
CSV
while read -r name want; do
	take "other-${name%%.*}" "$files/$name"
	matches "$name: all is understood" "$said" '1 aids read: 1 added, 0 changed, 0 the same, 0 refused; 0 with an unknown perimeter'
	is "$name: no fault" "$(echo "$said" | grep -cE '^  (aid |[a-z_]+: )')" 0
	is "$name: the aid" "$(aid_of "other-${name%%.*}" | tr '\t' '|')" "$want"
done <<'WANT'
ademe.json a1|Étudier l’hydrogène|FRA|2023-01-01|2023-12-31|https://example.fr/h|8,9|ADEME
manche.json 36|Mise en place d’un centre|50|NULL|NULL|NULL|1,2|Conseil départemental de la Manche
idf.json Sy2|Radios locales|R11|NULL|2019-07-08|NULL|2,8|Région Île-de-France
culture.json 303|Résidences|R06|NULL|2022-08-15|https://example.fr/r|8,9,10|Ministère de la Culture
europe.json 42|Marché unique|EU|2022-11-08|2023-02-14|https://example.eu/s|8|Commission européenne
export.csv e342-velo|Liaisons cyclables|56|NULL|2027-02-01|https://example.fr/aides/e342-velo/|1,7|Conseil départemental du Morbihan
WANT

# The table of the site comes back: what it shows, another source takes.
get '/aides/?format=csv' | head -n 31 > "$files/own.csv"
take own "$files/own.csv"
matches 'the table of the site comes back' "$said" \
    '^30 aids read: 30 added, 0 changed, 0 the same, 0 refused; 0 with an unknown perimeter'
is 'all of it understood' "$(echo "$said" | grep -c '^  ')" 0

# One record that is not JSON, and the next.
printf '[{"id": 1, "name": "a", "name": "b"}, {"id": 2, "name": "a\\u0000"}, {"id": 3, "name": "\\ud83d"},
 {"id": 12345678901234567890123}, {"id": 4, "name": "Bonne", "perimeter": "Département des Deux-Sèvres"}]' > "$files/some.json"
take some "$files/some.json"
matches 'a record that is not JSON is refused alone' "$said" '5 aids read: 1 added, 0 changed, 0 the same, 4 refused; 0 with'
printf '[{"id": 1, "name": "R\351nover", "perimeter": "R\351gion Bretagne"}]' > "$files/latin.json"
take latin "$files/latin.json"
is 'JSON in Windows-1252 is read' "$(sql "SELECT name FROM aid WHERE source = 'latin'")" 'Rénover'

# Territories as people write them.
places='Deux-Sèvres (79)|79
79|79
Niort (79000)|79191
Région Nouvelle-Aquitaine|R75
France entière|FRA
Monde|-
Bretagne ; Normandie|union'
printf '%s\n' "$places" | awk -F'|' '{ printf "{\"id\": \"p%d\", \"name\": \"Aide\", \"perimeter\": \"%s\"}\n", NR, $1 }' > "$files/places.jsonl"
take places "$files/places.jsonl"
is 'territories as people write them' "$(sql "SELECT IFNULL(IF(p.kind = 'union', p.kind, p.code), '-') FROM aid a LEFT JOIN perimeter p ON p.id = a.perimeter_id
    WHERE a.source = 'places' ORDER BY a.id")" "$(printf '%s\n' "$places" | cut -d'|' -f2)"

# Several categories of one cell are all taken; a theme may stand before one.
cells='Tourisme ; Industrie|Industrie,Tourisme
Tourisme, Industrie|Industrie,Tourisme
Tourisme|Tourisme
Développement économique / Industrie|Industrie'
printf '%s\n' "$cells" | awk -F'|' '{ printf "{\"id\": \"c%d\", \"name\": \"Aide\", \"description\": \"Un texte\", \"categories\": \"%s\"}\n", NR, $1 }
    END { print "{\"id\": \"c9\", \"name\": \"Aide\", \"description\": \"Un texte\", \"categories\": [\"Tourisme|Industrie\"]}" }' > "$files/cells.jsonl"
take cells "$files/cells.jsonl"
is 'every category of a cell' "$(sql "SELECT GROUP_CONCAT(c.name ORDER BY c.name) FROM aid a
    JOIN aid_category x ON x.aid_id = a.id JOIN category c ON c.id = x.category_id
    WHERE a.source = 'cells' GROUP BY a.id ORDER BY a.id")" \
    "$(printf '%s\nIndustrie,Tourisme\n' "$(printf '%s\n' "$cells" | cut -d'|' -f2)")"

# Every sample of a feed that is beside the project.
for file in "$root"/../shared/data/aids/importer-samples/*.json "$root"/../shared/data/aids/idf-*.gz; do
	[ -f "$file" ] || continue
	name=$(basename "$file" | tr 'A-Z._' 'a-z\-\-' | cut -c1-40)
	take "sample-$name" "$file"
	is "$name: exit 0" $left 0
	is "$name: no territory, audience, category or type is lost" "$(echo "$said" |
	    grep -cE '^  aid.*"(perimeter|targeted_audiences|categories|aid_types|loan_amount)"')" 0
done
