# A feed of a kind never seen: its shape is rows of this installation's own.
feed=$files/strange.json
cat > "$feed" <<'JSON'
{"fiches": [{"numero": "Z-1", "intitule": "Clore le cimetière", "presentation": {"longue": "<p>Une aide pour clore le cimetière</p>"}, "publics": ["villages", "inconnus"], "ou": "Bretagne", "fin": "31/05/2027"}]}
JSON
guichet feed add etrange "$feed" > /dev/null
said=$(guichet feed test etrange 2>&1)
is 'before: nothing of it is an aid' $? 1
cat > "$files/shapes.csv" <<'CSV'
forme;champ;chemin;devient
fiches;liste;fiches;
fiches;si;numero, intitule;
fiches;id;numero;
fiches;name;intitule;
fiches;description;presentation.longue;
fiches;targeted_audiences;publics;
fiches;targeted_audiences;villages;Communes
fiches;perimeter;ou;
CSV
guichet import shapes "$files/shapes.csv" > /dev/null
is 'shapes: exit 0' $? 0
said=$(guichet feed test etrange 2>&1)
is 'then: exit 0' $? 0
matches 'its shape is told' "$said" 'record 1, of the shape "fiches"'
matches 'what a field became' "$said" 'name +Clore le cimetière'
matches 'a word that is not understood' "$said" 'inconnus'
matches 'a key that nothing reads' "$said" 'fin: 31/05/2027'
guichet harvest etrange > /dev/null 2>&1
is 'it is an aid' "$(sql "SELECT CONCAT(source_id, ' ', name, ' ', perimeter_id IS NOT NULL, ' ', (SELECT COUNT(*) FROM aid_audience x WHERE x.aid_id = a.id)) FROM aid a WHERE source = 'etrange'")" 'Z-1 Clore le cimetière 1 1'
guichet export shapes > "$files/shapes-2.csv"
is 'what goes out is what came in' "$(tail -n +2 "$files/shapes-2.csv" | tr -d '"')" "$(tail -n +2 "$files/shapes.csv")"
sed -i 's/^fiches;perimeter.*/&\nfiches;submission_deadline;fin;/' "$files/shapes.csv"
guichet import shapes "$files/shapes.csv" > /dev/null
guichet harvest --force etrange > /dev/null 2>&1
is 'a row more: the aid is read again' "$(sql "SELECT closes_on FROM aid WHERE source = 'etrange'")" 2027-05-31
for wrong in 'fiches;name' 'fiches;;intitule;' 'fiches;name;;'; do
	printf 'forme;champ;chemin;devient\n%s\n' "$wrong" > "$files/wrong.csv"
	guichet import shapes "$files/wrong.csv" > /dev/null 2>&1
	is "\"$wrong\": exit 1" $? 1
done
is 'nothing of these is written' "$(sql 'SELECT COUNT(*) FROM feed_shape_row')" 9
printf 'forme;champ;chemin;devient\n' > "$files/none.csv"
guichet import shapes "$files/none.csv" > /dev/null 2>&1
is 'an empty table takes them away' "$(sql 'SELECT COUNT(*) FROM feed_shape_row')" 0
# What of a source is read, place by place.
cat > "$files/places.json" <<'JSON'
{"fiches": [{"numero": "P-1", "intitule": "Planter", "presentation": {"longue": "Une haie", "courte": "Haie"}, "publics": [{"nom": "villages", "code": 3}, {"nom": "inconnus", "code": 4}], "divers": {"a": 1, "b": [{"c": 2}]}, "vide": ""},
 {"numero": "P-2", "intitule": "Semer", "presentation": {"longue": "Un pré"}, "divers": {"a": 1}}]}
JSON
cat > "$files/shapes.csv" <<'CSV'
forme;champ;chemin;devient
fiches;liste;fiches;
fiches;si;numero, intitule;
fiches;id;numero;
fiches;name;intitule;
fiches;description;presentation.longue;
fiches;targeted_audiences;publics;
fiches;targeted_audiences;villages;Communes
CSV
guichet import shapes "$files/shapes.csv" > /dev/null
said=$(guichet feed test --fields "$files/places.json" 2>&1)
is 'fields: exit 0' $? 0
is 'each place: records, what it becomes, what was not understood' "$(printf '%s\n' "$said" | sed -n '/^2 records/,$p' | tail -n +2 | tr -s ' ')" ' numero 2 id 0 P-1
 intitule 2 name 0 Planter
 presentation.longue 2 description 0 Une haie
 presentation.courte 1 (nothing reads it) 0 Haie
 publics.nom 1 targeted_audiences 1 villages
 publics.code 1 targeted_audiences 1 3
 divers 2 (nothing reads it) 0 1'
is 'nothing is written' "$(sql "SELECT COUNT(*) FROM aid WHERE source = 'essai'")" 0
said=$(guichet feed test "$files/places.json" 2>&1)
matches 'a trial tells keys within others' "$said" 'presentation.courte: Haie'
guichet feed add lieux "$files/places.json" > /dev/null
said=$(guichet harvest lieux 2>&1)
matches 'so does a run' "$said" '"divers" \(2 times\)'
