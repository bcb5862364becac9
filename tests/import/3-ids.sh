# A number means what it means at AT: AT's aids, backers and programmes have theirs, what
# comes from elsewhere has ours, and samples theirs.
ids() { sql "SELECT GROUP_CONCAT(IF(a.id < 10000000, a.id, 'ours') ORDER BY a.source_id)
    FROM aid a WHERE a.source = '$1' AND a.source_id IN ($2)"; }
cat > "$files/ids.jsonl" <<'JSON'
{"id": 162936, "name": "D'ailleurs", "description": "d", "financers_full": [{"id": 505, "name": "Porteur d'ailleurs"}], "financers": ["Porteur d'ailleurs"], "programs": ["Programme d'ailleurs"], "programs_full": [{"id": 8, "name": "Programme d'ailleurs"}]}
{"id": 9900001, "name": "Un essai", "description": "d"}
{"id": 10000001, "name": "Un grand numéro", "description": "d"}
JSON
take ailleurs "$files/ids.jsonl"
is 'aids from elsewhere have ours, samples their own' "$(ids ailleurs '162936, 9900001, 10000001')" 'ours,ours,9900001'
is 'so have backers and programmes' "$(sql "SELECT MIN(b.id) >= 10000000 FROM (SELECT id FROM backer WHERE slug = 'porteur-d-ailleurs'
    UNION SELECT id FROM program WHERE slug = 'programme-d-ailleurs') b")" 1
is 'no number of theirs is told' "$(echo "$said" | grep -c '"id"')" 0
cat > "$files/ids.jsonl" <<'JSON'
{"id": 162936, "name": "D'AT", "description": "d", "financers_full": [{"id": 505, "name": "Porteur d'AT"}], "financers": ["Porteur d'AT"]}
{"id": 9900001, "name": "D'AT aussi", "description": "d"}
JSON
take aides-territoires "$files/ids.jsonl"
is 'those of AT have their own, but one that is taken' "$(ids aides-territoires '162936, 9900001')" '162936,ours'
matches 'which is told' "$said" 'aid 2 \(9900001\), "id": another aid here has it: a new one is given: "9900001"'
is 'a backer of AT has its own' "$(sql "SELECT id FROM backer WHERE slug = 'porteur-d-at'")" 505
