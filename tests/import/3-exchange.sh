# The State's exchange format of aids (etalab/schema-dispositif-aide): as others write it,
# and as Guichet does.
# carried WHERE: of each aid what the format carries, by its name.
carried() {
	sql "SELECT CONCAT_WS('|', a.name, IFNULL(p.code, '-'), IFNULL(a.opens_on, '-'), IFNULL(a.closes_on, '-'), a.updated_at, IFNULL(a.origin_url, '-'),
	    (SELECT GROUP_CONCAT(DISTINCT g.slug ORDER BY g.id) FROM aid_has_type x JOIN aid_type t ON t.id = x.type_id JOIN aid_type_group g ON g.id = t.group_id WHERE x.aid_id = a.id),
	    (SELECT GROUP_CONCAT(DISTINCT CASE WHEN u.slug IN ('private-sector', 'farmer') THEN 1 WHEN u.slug = 'private-person' THEN 2 WHEN u.slug = 'association' THEN 3 WHEN u.slug = 'researcher' THEN NULL ELSE 4 END ORDER BY 1)
	        FROM aid_audience x JOIN audience u ON u.id = x.audience_id WHERE x.aid_id = a.id),
	    (SELECT GROUP_CONCAT(CONCAT(x.role, ' ', b.name) ORDER BY x.role, x.position) FROM aid_backer x JOIN backer b ON b.id = x.backer_id WHERE x.aid_id = a.id),
	    IFNULL((SELECT GROUP_CONCAT(g.name ORDER BY g.name) FROM aid_program x JOIN program g ON g.id = x.program_id WHERE x.aid_id = a.id), '-'))
	    FROM aid a LEFT JOIN perimeter p ON p.id = a.perimeter_id WHERE $1 ORDER BY a.name, a.id"
}
titles='id,titre,promesse,description,eligibilite,types_aides,porteurs,programmes_parents,url_source,cibles,eligibilite_geographique,eligibilite_geographique_exclusions,date_ouverture,date_cloture,date_mise_a_jour'
{
	echo "$titles"
	echo "65d5b6c7-102c-4440-ac3b-768f708edc0a,Jouer dehors,Construisez un terrain,\"Un terrain
de plein air\",Être un club,financement|accompagnement,\"[{ nom: 'L\\'Agence', siren: '385290309', roles: [ 'instructeur' ]}, { nom: 'La Banque (BQ)', siren: '320252489', roles: [ 'financeur' ]}]\",Premier programme|Second programme,https://example.fr/terrain,professionnels|associations,REG-84|DEP-2A,DEP-01,2025-10-15T15:00:00Z,2027-10-15T15:00:00Z,2025-10-16T15:00:00Z"
} > "$files/exchange.csv"
take exchange "$files/exchange.csv"
is 'the exchange format, CSV: all is understood' "$(echo "$said" | grep -cE '^  (aid |[a-z_]+: )')" 0
want="Jouer dehors|union|2025-10-15|2027-10-15|2025-10-16 15:00:00|https://example.fr/terrain|financial-group,technical-group|1,3|financer La Banque (BQ),instructor L'Agence|Premier programme,Second programme"
is 'each of its columns' "$(carried "a.source = 'exchange'" | sed 's/|U-[0-9a-f]*|/|union|/')" "$want"
is 'its texts' "$(sql "SELECT CONCAT_WS('|', source_id, short_title, description, eligibility) FROM aid WHERE source = 'exchange'")" \
    '65d5b6c7-102c-4440-ac3b-768f708edc0a|Construisez un terrain|<p>Un terrain<br/>de plein air</p>|<p>Être un club</p><p>Territoires exclus : DEP-01</p>'
is 'its territories' "$(sql "SELECT p.name FROM aid a JOIN perimeter p ON p.id = a.perimeter_id WHERE a.source = 'exchange'")" \
    'Auvergne-Rhône-Alpes, Corse-du-Sud'
# Version 0.1.0, as JSON.
cat > "$files/exchange.json" <<'JSON'
[{"id": "b-1", "titre": "Isoler", "description": "<p>Un toit</p>", "eligibilite": "Tous", "types_aides": ["financement"],
 "porteurs": [{"nom": "La Banque (BQ)", "roles": ["financeur"]}], "cibles": ["secteur public"], "eligibilite_geographique": "PAYS-99100",
 "date_mise_a_jour": "2025-10-15T15:00:00Z"},
 {"id": "b-2", "titre": "Peindre", "description": "Un mur", "eligibilite": "Tous", "types_aides": "financement",
 "porteurs": [{"nom": "La Banque (BQ)", "roles": ["financeur", "instructeur"]}], "cibles": "particuliers", "eligibilite_geographique": "COM-79191",
 "date_mise_a_jour": "2025-10-15T15:00:00Z"}]
JSON
take exchange-json "$files/exchange.json"
is 'the exchange format, JSON: all is understood' "$(echo "$said" | grep -c '^  ')" 0
is 'each of its keys' "$(carried "a.source = 'exchange-json'")" \
    'Isoler|FRA|-|-|2025-10-15 15:00:00|-|financial-group|4|financer La Banque (BQ)|-
Peindre|79191|-|-|2025-10-15 15:00:00|-|financial-group|2|financer La Banque (BQ),instructor La Banque (BQ)|-'

# What Guichet writes, another source takes, as far as the format carries it.
guichet bulk --force > /dev/null 2>&1
cp "$site/exports/current/dispositif-aide.csv" "$files/own-exchange.csv"
rows=$(node -e '
	const s = require("fs").readFileSync(process.argv[1], "utf8"), ids = [];
	for (const m of s.matchAll(/^([0-9a-f]{8}-[0-9a-f-]{27}),/gm)) ids.push(m[1]);
	console.log(ids.length);' "$files/own-exchange.csv")
take own-exchange "$files/own-exchange.csv"
matches 'the file that Guichet writes comes back' "$said" \
    "^$rows aids read: $rows added, 0 changed, 0 the same, 0 refused; 0 with an unknown perimeter"
is 'all of it is understood' "$(echo "$said" | grep -c '^  ')" 0
carried "a.source = 'own-exchange'" > "$work/came"
# The id that it gives an aid: queries/index.sql.
carried "a.source <> 'own-exchange' AND CONVERT(INSERT(INSERT(INSERT(INSERT(LEFT(SHA1(CONCAT(UNHEX('6ba7b8119dad11d180b400c04fd430c8'),
    'guichet:', a.source, ':', a.source_id)), 32), 21, 0, '-'), 17, 1, '-a'), 13, 1, '-5'), 9, 0, '-') USING ascii)
    IN (SELECT source_id FROM aid WHERE source = 'own-exchange')" > "$work/went"
is 'the same fields of each aid' "$(diff "$work/went" "$work/came" | head -n 6)" ''
is 'each has its texts' "$(sql "SELECT COUNT(*) FROM aid WHERE source = 'own-exchange' AND (IFNULL(description, '') = '' OR IFNULL(eligibility, '') = '')")" 0
is 'they are some' "$([ "$(wc -l < "$work/came")" -ge 20 ] && echo some)" some
