# Aids that look the same: the name must, and then what else; what somebody said of two is
# not asked again.
feed=$files/doubles.json
text='<p>Le fonds soutient les travaux de rénovation énergétique des écoles, gymnases et mairies des communes rurales : isolation des murs, toitures, menuiseries, chaudières, ventilation, avec un diagnostic préalable et un suivi des consommations pendant trois ans.</p>'
cat > "$feed" <<JSON
[{"id": 44401, "name": "Rénover les écoles et les gymnases des communes rurales", "description": "$text", "perimeter_code": "FRA", "origin_url": "https://www.exemple.fr/renover/", "financers": ["Agence des écoles"]},
 {"id": 44402, "name": "Rénover les écoles et gymnases de communes rurales", "description": "$text", "perimeter_code": "FRA", "origin_url": "http://exemple.fr/renover", "financers": ["Agence des écoles"]},
 {"id": 44403, "name": "Planter des haies le long des chemins", "description": "$text", "perimeter_code": "FRA", "origin_url": "https://www.exemple.fr/renover/", "financers": ["Agence des écoles"]},
 {"id": 44404, "name": "Rénover les écoles et les gymnases des communes rurales", "description": "$text", "perimeter": "Bretagne (Région)", "financers": ["Autre agence"]},
 {"id": 44405, "name": "Rénover les écoles et les gymnases des communes rurales", "description": "<p>Concours photographique ouvert aux lycéens qui aiment la montagne, les lacs, les sentiers, la neige, les refuges et les marmottes, doté de prix en matériel remis au printemps par un jury de guides, de libraires et de professeurs de dessin.</p>", "perimeter_code": "FRA"}]
JSON
guichet feed add doubles "$feed" > /dev/null
guichet harvest doubles > /dev/null 2>&1
id_of() { sql "SELECT id FROM aid WHERE source = 'doubles' AND source_id = '$1'"; }
one=$(id_of 44401) two=$(id_of 44402) other=$(id_of 44403) local=$(id_of 44404) photo=$(id_of 44405)
said=$(guichet duplicates)
is 'duplicates: exit 0' $? 0
matches 'the same, with reasons' "$(printf '%s' "$said" | tr '\n' ' ')" "$one  Rénover.*$two  Rénover[^%]*name 100 %, text [0-9]+ %, same territory, same address, same backer"
matches 'one of a wider territory is told' "$(printf '%s' "$said" | tr '\n' ' ')" "$local  Rénover[^%]*name 100 %, text 9[0-9] %, one of a wider territory"
is 'another name at the same address is none' "$(printf '%s' "$said" | grep -c "$other")" 0
is 'another text under the same name is none' "$(printf '%s' "$said" | grep -c "$photo")" 0
guichet duplicates version "$local" "$one" > /dev/null 2>&1
is 'a version: exit 0' $? 0
is 'it is local to the other' "$(sql "SELECT generic_id FROM aid WHERE id = $local")" "$one"
guichet duplicates same "$two" "$one" > /dev/null 2>&1
is 'the same: exit 0' $? 0
slug=$(sql "SELECT slug FROM aid WHERE id = $two")
is 'both addresses lead to one' "$(status_of "/aides/$slug/")" 301
is 'nothing is asked again' "$(guichet duplicates | grep -cE "$one|$two|$local")" 0
guichet harvest --force doubles > /dev/null 2>&1
is 'nor after a run' "$(guichet duplicates | grep -cE "$one|$two|$local")" 0
is 'which leaves them merged' "$(sql "SELECT CONCAT(status, ' ', merged_into) FROM aid WHERE id = $two")" "merged $one"
