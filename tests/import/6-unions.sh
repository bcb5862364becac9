# Several territories in one field are one perimeter together: made once, found by all
# that lies in it, by no other, and no place that a reader could ask for.
cat > "$files/unions.jsonl" <<'JSON'
{"id": 1401, "name": "Union une", "description": "uniondessai", "perimeter": "Jura, Seine-et-Marne"}
{"id": 1402, "name": "Union deux", "description": "d", "perimeter": ["Seine-et-Marne", {"name": "Jura", "scale": "Département"}]}
{"id": 1403, "name": "Codes", "description": "d", "perimeter_code": ["39", 77], "perimeter_scale": "Département"}
{"id": 1404, "name": "Ancienne région", "description": "d", "perimeter": "Franche-Comté (Région)"}
{"id": 1405, "name": "Toute la France", "description": "d", "perimeter": ["France métropolitaine", "Outre-mer"]}
{"id": 1406, "name": "La plus large", "description": "d", "perimeter": "Bretagne, France"}
{"id": 1407, "name": "Un des deux inconnu", "description": "d", "perimeter": "Bretagne ; Pays d’aucun lieu"}
{"id": 1408, "name": "Le même deux fois", "description": "d", "perimeter": "Bretagne, Bretagne"}
{"id": 1409, "name": "Une commune, un département", "description": "d", "perimeter": "Saint-Martin, Isère"}
{"id": 1410, "name": "Son nom a une virgule", "description": "d", "perimeter": "Niort, Deux-Sèvres"}
{"id": 1411, "name": "Communes", "description": "d", "perimeter": "Niort et Échiré"}
{"id": 1413, "name": "Homonymes", "description": "d", "perimeter": "Doubs, Jura, Landes"}
{"id": 1412, "name": "Encore inconnu", "description": "d", "perimeter": "Bretagne ; Pays d’aucun lieu"}
JSON
take unions "$files/unions.jsonl"
is 'several territories: exit 0' $left 0
is 'which perimeter each has' "$(sql "SELECT a.source_id, IFNULL(p.name, '-'), IF(p.kind = 'union', 'union', IFNULL(p.code, '-'))
    FROM aid a LEFT JOIN perimeter p ON p.id = a.perimeter_id WHERE a.source = 'unions' ORDER BY a.source_id")" "$(tr '|' '\t' <<'ROWS'
1401|Jura, Seine-et-Marne|union
1402|Jura, Seine-et-Marne|union
1403|Jura, Seine-et-Marne|union
1404|Doubs, Haute-Saône, Jura, Territoire de Belfort|union
1405|France|FRA
1406|France|FRA
1407|-|-
1408|Bretagne|R53
1409|-|-
1410|Niort|79191
1411|Niort, Échiré|union
1412|-|-
1413|Doubs, Jura, Landes|union
ROWS
)"
is 'each is made once' "$(sql "SELECT COUNT(*) FROM perimeter WHERE name = 'Jura, Seine-et-Marne'")" 1
matches 'what is not known is told once, with its count' "$said" '"Bretagne ; Pays d’aucun lieu" \(2 times\)'
is 'and once only' "$(echo "$said" | grep -c 'aucun lieu')" 1
matches 'what it may be' "$said" '"Saint-Martin, Isère" \(1 time\): is it .*Saint-Martin'
matches 'what to do' "$said" 'guichet perimeter add'
in_union() { total "keyword=uniondessai&perimeter_codes[]=$1"; }
for code in 39300 77288 39 77 R27 FRA; do is "$code finds the aid of the union" "$(in_union $code)" 1; done
for code in 79191 75 R53; do is "$code does not" "$(in_union $code)" 0; done
is 'a region of which a member is a part is told as one' "$(sql "SELECT c.code, l.is_part FROM perimeter_link l
    JOIN perimeter c ON c.id = l.contained_id AND c.scale IN (10, 15) JOIN perimeter p ON p.id = l.container_id
    WHERE p.name = 'Jura, Seine-et-Marne' ORDER BY c.scale, c.code" | tr '\t\n' ' ;')" '39 0;77 0;R11 1;R27 1;'
is 'it is no place that could be asked for' \
    "$(get '/territoires/?q=jura+seine+et+marne&format=xml' | grep -c 'code="U-')" 0
before=$(state)
take unions "$files/unions.jsonl"
matches 'again: nothing changes' "$said" '0 added, 0 changed, 13 the same'
is 'again: nothing is written but the version' "$(state | cut -f2-)" "$(echo "$before" | cut -f2-)"
