# The report as pages in a folder: each is whole, leads to what is there, and tells nothing of
# a key; what a report before left is removed, and nothing else.
folder=$files/pages
report=$folder/report
mkdir -p "$folder"
printf 'X-AUTH-TOKEN: clef-du-rapport\n' > "$folder/clef-du-flux"
chmod 600 "$folder/clef-du-flux"
cat > "$folder/aids.json" <<'JSON'
[{"id": 88801, "name": "Planter des haies & des arbres", "description": "<p>Une aide</p>", "perimeter_code": "FRA", "targeted_audiences": ["Comunes"]},
 {"id": 88802, "name": "Refaire un <toit>", "description": "<p>Une aide</p>", "perimeter": "Echirey", "start_date": "bientôt"},
 {"id": 88803, "description": "<p>Sans nom</p>", "perimeter_code": "FRA"}]
JSON
guichet feed add rapport "$folder/aids.json" "key_file=$folder/clef-du-flux" token_address=https://jetons.example/secret/ contact=aides@rapport.example > /dev/null
guichet harvest rapport > /dev/null 2>&1
first=$(sql "SELECT MAX(id) FROM import_log WHERE source = 'rapport'")
guichet feed add perdu "http://127.0.0.1:1/nulle-part.json?clef=clef-du-rapport" private=1 > /dev/null
guichet harvest perdu > /dev/null 2>&1
said=$(guichet harvest report 2>&1)
is 'no folder: exit 1' $? 1
matches 'no folder: said' "$said" 'in which folder\? --html FOLDER'
said=$(guichet harvest report --html "$report" 2>&1)
is 'a report: exit 0' $? 0
pages=$(find "$report" -name '*.html' | wc -l)
matches 'how many pages, and where' "$said" "^$pages pages: $report/index.html"
page() { cat "$report/$1"; }
# What each address of the pages names, but for those of the site and of sources.
grep -ohE '(href|src)="[^"]*"' "$report"/*.html | sed 's/^[a-z]*="//; s/"$//' | sort -u |
    grep -vE '^(https?://|#)' > "$folder/named"
grep -ohE 'url\([^)]*\)' "$report"/*.css | grep -v data: | sed 's/^url(//; s/)$//' >> "$folder/named"
is 'every address is of a file that is there' \
    "$(while read -r name; do [ -s "$report/$name" ] || echo "$name"; done < "$folder/named")" ''
matches 'there are styles' "$(cat "$folder/named")" '\.css$'
is 'nothing of a key' "$(cat "$report"/*.html "$report/.guichet-report" | grep -cE 'clef-du|jetons\.example')" 0
matches 'the first page leads to each source' "$(page index.html)" '<a href="source-rapport.html">rapport</a>'
matches 'it counts' "$(page index.html)" "import-$first.html\">[^<]*</a>.: 2.nouvelles, 1.refusée.; [0-9].remarques"
matches 'a feed that failed says why' "$(page source-perdu.html)" 'Échec.: rien n’a été pris'
matches 'an import: what is new, which leads to the site' "$(page "import-$first.html")" \
    'Nouvelles aides</h2><ul><li><a href="http://localhost[^"]*/aides/planter-des-haies[^"]*">Planter des haies &amp; des arbres</a>'
matches 'markup in a name is text' "$(page "import-$first.html")" 'Refaire un &lt;toit&gt;'
matches 'what was refused, with its record' "$(page "import-$first.html")" 'Fiches refusées</h2><ul><li>[^<]*<span class="g-note"> fiche 3'
matches 'a word, and its nearest' "$(page "import-$first.html")" '«.Comunes.».: [^<]*ressemble à.: Commune<'
matches 'a territory, and its nearest' "$(page "import-$first.html")" '«.Echirey.».: [^<]*ressemble à.: Échiré \(79109\)'

# Again, once more happened and something is gone.
echo 'à moi' > "$report/notes.txt"
sql "DELETE FROM import_log WHERE source = 'perdu'; DELETE FROM feed WHERE name = 'perdu'"
guichet harvest report --html "$report" > /dev/null 2>&1
is 'again: exit 0' $? 0
is 'what is no more is removed' "$(find "$report" -name 'source-perdu.html')" ''
is 'what is of somebody else stays' "$(cat "$report/notes.txt")" 'à moi'
is 'no part of a file stays' "$(find "$report" -name '.*.new')" ''
is 'the list names what is there' "$(sort "$report/.guichet-report" | paste -sd' ')" \
    "$(find "$report" -type f ! -name notes.txt ! -name .guichet-report -printf '%f\n' | sort | paste -sd' ')"
(
	flock 9
	guichet harvest report --html "$report" > "$folder/busy" 2>&1
	echo $? >> "$folder/busy"
) 9>> "$report/.guichet-report"
matches 'two at a time: said' "$(cat "$folder/busy")" 'another report is being written'
is 'two at a time: exit 1' "$(tail -n 1 "$folder/busy")" 1
said=$(guichet harvest report --html /proc/nulle-part 2>&1)
is 'a folder that cannot be: exit 1' $? 1
matches 'a folder that cannot be: said' "$said" 'cannot write "/proc/nulle-part'
