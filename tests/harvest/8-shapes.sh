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
# Three odd sources, and what the manual is enough to write of them.
cat > "$files/odd-a.json" <<'JSON'
{"META": {"TOTAL": 2}, "CONTENU": {"DISPOSITIFS": [
 {"CODE_AIDE": 12, "LIBELLE": "Isoler les écoles", "TEXTES": [{"TYPE": "resume", "VALEUR": "Aide à l'isolation"}, {"TYPE": "corps", "VALEUR": "<p>Pour les écoles</p>"}],
  "OUVERTURE": 1767225600000, "FERMETURE": 1798675200000, "MONTANT_MAX": "1 000 €", "TAUX": {"MIN": "20 %", "MAX": "40 %"},
  "PUBLICS": [{"ID": 1, "LABEL": "Communes"}, {"ID": 2, "LABEL": "EPCI"}], "TERRITOIRE": "Département de la Drôme", "FINANCEUR": {"NOM": "Département de la Drôme", "SIGLE": "CD26"}, "ACTIF": "O", "LIEN": "www.ladrome.fr/aide"}]}}
JSON
cat > "$files/odd-b.json" <<'JSON'
[{"uuid": "b7", "infos": {"titre": {"fr": "Planter des haies", "en": "Hedges"}, "chapo": "Des haies"}, "blocs": [[{"t": "h", "c": "Objet"}, {"t": "p", "c": "Planter"}], [{"t": "p", "c": "Plafond"}]],
 "geo": {"insee": ["26362", "26108"]}, "cibles": "Communes / EPCI", "dates": {"debut": "2026-01-05T08:00:00+01:00", "fin": 1798675200}, "themes": [{"label": {"fr": "Biodiversité"}}], "nature": "subv", "contacts": [{"nom": "Mme Martin", "tel": "0475000000", "mail": "a@ladrome.fr"}]}]
JSON
cat > "$files/odd-c.json" <<'JSON'
{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id_disp":"c-3","nom_disp":"Rénover la mairie","desc":"Texte","dep":"26","reg":"84","beneficiaires":"Commune;EPCI","date_limite":"31/12/2026","montant":"De 1 000 € à 5 000 €","statut":"EN COURS"},"geometry":null}]}
JSON
guichet import shapes "$files/none.csv" > /dev/null 2>&1
matches 'of what is no aid all places are shown' "$(guichet feed test "$files/odd-a.json" 2>&1)" 'CONTENU.DISPOSITIFS.TAUX.MAX: 40 %'
cat > "$files/odd.csv" <<'CSV'
forme;champ;chemin;devient
A;liste;CONTENU.DISPOSITIFS;
A;si;CODE_AIDE, LIBELLE;
A;id;CODE_AIDE;
A;name;LIBELLE;
A;description;TEXTES[TYPE=corps].VALEUR;
A;short_title;TEXTES[TYPE=resume].VALEUR;
A;start_date;OUVERTURE;
A;submission_deadline;FERMETURE;
A;loan_amount;MONTANT_MAX;
A;subvention_rate_lower_bound;TAUX.MIN;
A;subvention_rate_upper_bound;TAUX.MAX;
A;targeted_audiences;PUBLICS.LABEL;
A;perimeter;TERRITOIRE;
A;financers;FINANCEUR.NOM;
A;is_live;ACTIF;
A;origin_url;LIEN;
B;si;uuid, infos;
B;id;uuid;
B;name;infos.titre.fr;
B;description;blocs.c;
B;perimeter_code;geo.insee;
B;targeted_audiences;cibles;
B;start_date;dates.debut;
B;submission_deadline;dates.fin;
B;categories;themes.label.fr;
B;aid_types;nature;
B;aid_types;subv;Subvention
B;contact;"contacts.nom + "" "" + contacts.tel";
C;liste;features;
C;si;properties;
C;id;properties.id_disp;
C;name;properties.nom_disp;
C;description;properties.desc;
C;perimeter_code;properties.dep;
C;perimeter_scale;"""Département""";
C;targeted_audiences;properties.beneficiaires;
C;submission_deadline;properties.date_limite;
C;loan_amount;properties.montant;
C;status;properties.statut;
CSV
guichet import shapes "$files/odd.csv" > /dev/null
for file in a b c; do
	guichet feed add "odd-$file" "$files/odd-$file.json" > /dev/null
	guichet harvest "odd-$file" > /dev/null 2>&1
done
is 'each field of the three' "$(sql "SELECT CONCAT_WS('|', a.source_id, a.name, p.code, a.opens_on, a.closes_on, a.rate_min, a.rate_max, a.loan_amount, a.origin_url,
    (SELECT GROUP_CONCAT(audience_id ORDER BY audience_id) FROM aid_audience x WHERE x.aid_id = a.id), a.status)
    FROM aid a LEFT JOIN perimeter p ON p.id = a.perimeter_id WHERE a.source LIKE 'odd-_' ORDER BY a.source" | sed 's/U-[0-9a-f]*/union/')" \
    '12|Isoler les écoles|26|2026-01-01|2026-12-31|20|40|1000|https://www.ladrome.fr/aide|1,2|published
b7|Planter des haies|union|2026-01-05|2026-12-31|published
c-3|Rénover la mairie|26|2026-12-31|1,2|published'
matches 'lists within lists are one' "$(sql "SELECT description FROM aid WHERE source = 'odd-b'")" 'Objet.*Planter.*Plafond'
