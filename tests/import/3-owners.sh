# What belongs to another source stays as it is: its backers, its former addresses, its ids.
told() { printf '{"id": "%s", "name": "%s", "description": "d", "perimeter_code": "FRA"%s}\n' "$@"; }
said_of() { sql "SELECT CONCAT_WS('|', IFNULL(website, '-'), IFNULL(contact, '-'), IFNULL(source, '-')) FROM backer WHERE slug = '$1'"; }
backer() { printf ', "financers": ["%s"], "financers_full": [{"name": "%s", "external_link": "%s", "contact": "%s"}]' "$1" "$1" "$2" "$3"; }
told a-1 'Aide du fabricant' "$(backer 'Agence des possessions' www.vrai.example contact@vrai.example)" > "$files/maker.jsonl"
take maker "$files/maker.jsonl"
is 'who made a backer says of it' "$(said_of agence-des-possessions)" 'https://www.vrai.example|contact@vrai.example|maker'
told b-1 'Aide d’un autre' "$(backer 'Agence des Possessions' evil.example contact@evil.example)" > "$files/other.jsonl"
take other "$files/other.jsonl"
is 'another source changes nothing of it' "$(said_of agence-des-possessions)" 'https://www.vrai.example|contact@vrai.example|maker'
matches 'what differs is told' "$said" '"financers_full": this feed did not make the backer.*Agence des possessions: https://evil.example"'
matches 'each of it' "$said" 'Agence des possessions: contact@evil.example'
told a-1 'Aide du fabricant' "$(backer 'Agence des possessions' www.neuf.example contact@vrai.example)" > "$files/maker.jsonl"
take maker "$files/maker.jsonl"
is 'who made it changes it' "$(said_of agence-des-possessions)" 'https://www.neuf.example|contact@vrai.example|maker'
sql "INSERT INTO backer (name, slug) VALUES ('Porteur sans rien', 'porteur-sans-rien')"
told b-2 'Aide à remplir' "$(backer 'Porteur sans rien' www.plein.example plein@example.fr)" > "$files/other.jsonl"
take other "$files/other.jsonl"
is 'what nobody said is filled' "$(said_of porteur-sans-rien)" 'https://www.plein.example|plein@example.fr|-'
sql "UPDATE backer SET website = NULL WHERE slug = 'porteur-sans-rien'"
told b-3 'Aide cachée' "$(backer 'Porteur sans rien' cache.example '' | sed 's/$/, "is_live": false/')" > "$files/other.jsonl"
take other "$files/other.jsonl"
is 'an aid that is not shown says nothing of backers' "$(said_of porteur-sans-rien)" '-|plein@example.fr|-'

# A former address leads to its aid, whoever would like to have it.
told s-1 'Une aide' ', "slug": "adresse-ancienne"' > "$files/maker.jsonl"
take maker "$files/maker.jsonl"
told s-1 'Une aide' ', "slug": "adresse-neuve"' > "$files/maker.jsonl"
take maker "$files/maker.jsonl"
told t-1 'Une autre' ', "slug": "adresse-ancienne"' > "$files/other.jsonl"
take other "$files/other.jsonl"
is 'a former address is taken' "$(sql "SELECT slug FROM aid WHERE source = 'other' AND source_id = 't-1'")" adresse-ancienne-t-1
is 'it leads where it led' "$(sql "SELECT a.source_id FROM aid_old_slug o JOIN aid a ON a.id = o.aid_id WHERE o.slug = 'adresse-ancienne'")" s-1
is 'by the page' "$(curl -s -o /dev/null -w '%{http_code} %{redirect_url}' "$base/aides/adresse-ancienne/" | sed 's|http://[^/]*||')" '301 /aides/adresse-neuve/'
told s-1 'Une aide' ', "slug": "adresse-ancienne"' > "$files/maker.jsonl"
take maker "$files/maker.jsonl"
is 'who had it may take it back' "$(sql "SELECT slug FROM aid WHERE source = 'maker' AND source_id = 's-1'")" adresse-ancienne

# Names without end: the aid that is one too many is refused, and told.
node -e 'const a = []
for (let i = 0; i < 101; i++)
	a.push(JSON.stringify({ id: `n-${i}`, name: `Aide ${i}`, description: "d", financers: Array.from({ length: 50 }, (_, k) => `Porteur sans fin ${i} ${k}`) }))
console.log(a.join("\n"))' > "$files/endless.jsonl"
before=$(sql 'SELECT COUNT(*) FROM backer')
take endless "$files/endless.jsonl"
matches 'over 5,000 backers of an import' "$said" 'aid 101 of the file refused: an import makes no more than 5,000'
is 'it makes no more' $(($(sql 'SELECT COUNT(*) FROM backer') - before)) 5000
sql "DELETE FROM aid_backer WHERE aid_id IN (SELECT id FROM aid WHERE source = 'endless'); DELETE FROM backer WHERE source = 'endless' AND slug LIKE 'porteur-sans-fin%'"
