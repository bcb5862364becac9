# Words, project types, funded projects: tables that an administrator edits.

guichet export keywords > "$work/words.csv"
is 'the first line names the columns, after a byte order mark' \
    "$(head -n 1 "$work/words.csv")" "${bom}type;terme;synonymes"
families=$(($(wc -l < "$work/words.csv") - 1))
matches 'what goes out comes in' "$(guichet import keywords "$work/words.csv" 2>&1)" \
    "^$families families of words"
guichet export keywords | cmp -s - "$work/words.csv"
tap 'and is the same' $?

# In effect at once: "zinzolin" means roofs.
is 'an unknown word finds nothing' "$(total 'keyword=%22zinzolin%22')" 0
{ cat "$work/words.csv"; echo 'objet;zinzolin;toiture | "toit'; } | sed '$s/"//' \
    > "$work/more.csv"
guichet import keywords "$work/more.csv" > /dev/null
[ "$(total keyword=zinzolin)" -gt 0 ]
tap 'a new family finds at the next request' $?
# "postale", which no aid bears, is no mistake: "agence postale" is a family.
total keyword=agence+postale > /dev/null
! grep -q '<mended' "$work/total.xml"
tap 'the last word of a wording is not mended' $?

# What many families have is a broad word: it is found for theirs, not they for it.
# Each asks in letters of its own: an answer may be kept for a second.
families() {
	head -n 1 "$work/words.csv"
	for i in $(seq "$1"); do
		echo "objet;zinzolin$i;carabistouille | toiture"
	done
}
families 7 > "$work/seven.csv"
families 8 > "$work/eight.csv"
guichet import keywords --force "$work/seven.csv" > /dev/null
[ "$(total keyword=carabistouille)" -gt 0 ]
tap 'a word of seven families finds what they are' $?
guichet import keywords "$work/eight.csv" > /dev/null
is 'one of eight does not' "$(total keyword=Carabistouille)" 0
[ "$(total keyword=zinzolin8)" -gt 0 ]
tap 'and is found for each of them' $?
echo 'objet;carabistouille;toiture' >> "$work/eight.csv"
guichet import keywords "$work/eight.csv" > /dev/null
[ "$(total keyword=CARABISTOUILLE)" -gt 0 ]
tap 'but for a family of its own name' $?
guichet import keywords "$work/words.csv" > /dev/null

bad_table 'type;terme;synonymes\nchose;toit;toiture\n' 'line 2: the type "chose"' \
    'a type that is none' keywords
bad_table 'type;terme\nobjet;toit\n' 'fields instead of' 'a column too few' keywords
bad_table 'type;terme;synonymes\nobjet;toit\n' 'line 2 refused: 2 fields' 'a field too few' keywords
bad_table 'type;terme;synonymes\nobjet;;x\n' 'line 2: "terme" has 1' 'no term' keywords
bad_table "type;terme;synonymes\nobjet;$(printf '%0101d' 1);x\n" 'line 2: "terme" has 1 to 100' \
    'a long term' keywords
bad_table "type;terme;synonymes\nobjet;x;$(printf '%02001d' 1)\n" 'line 2: "synonymes" has 1' \
    'long synonyms' keywords
bad_table 'type;terme;synonymes\nobjet;\0201;x\n' 'UTF-8' 'no text' keywords
bad_table 'type;terme;synonymes\nobjet;\0303\0251;\0377\n' 'UTF-8' 'damaged UTF-8' keywords
bad_table 'type;terme;synonymes\nobjet;toit;"x\n' 'line 2: a quotation mark' 'an open quote' keywords
bad_table 'type;terme;synonymes\nobjet;toit;a\nsigle;toit;b\nobjet; toit ;c\n' \
    'line 4: "objet;toit" is in line 2 already' 'a term twice' keywords
bad_table "type;terme;synonymes\nobjet;toit;$(seq -s '|' 64)\n" \
    'line 2: "toit": more than 64 terms' 'a synonym too many' keywords

guichet export projects > "$work/projects.csv"
before=$(version)
said=$(guichet import funded essai "$work/projects.csv" 2>&1)
is 'funded: other columns fail' "$?" 1
matches 'funded: it says why, and which are' "$(echo "$said" | tr '\n' '|')" '\|  projet;annee;dispositif;beneficiaire;siren;insee;departement;cout;subvention\|.*these are not the columns'
is 'funded: nothing is written' "$(version)" "$before"
guichet import funded 'Pas Bon' "$work/projects.csv" > /dev/null 2>&1
is 'funded: a source is a name' "$?" 1
cat > "$work/vert.csv" <<'CSV'
nom_region;code_departement;nom_departement;code_commune;nom_commune;axe;numero_demarche_ds;nom_demarche_ds;numero_dossier_ds;nom_du_projet;nom_beneficiaire_principal;siren;montant_engage
Auvergne;1;Ain;1004;AMBERIEU EN BUGEY;3;1;Renaturation;1;Planter des arbres;COMMUNE;;"21 667,50 €"
Nouvelle-Aquitaine;79;Deux-Sèvres;79109;ECHIRE;3;1;Renaturation;2;Ombrager la cour;ECHIRE;217901099;1000
Nouvelle-Aquitaine;79;Deux-Sèvres;;;3;1;Renaturation;3;;SANS TITRE;;1000
CSV
matches 'funded: the laureates' "$(guichet import funded vert "$work/vert.csv" 2>&1)" \
    '^2 funded projects, of a known beneficiary: 2'
is 'funded: noughts and cents' "$(sql "SELECT CONCAT(department, ' ', insee, ' ', amount)
    FROM funded WHERE source = 'vert' AND title LIKE 'Planter%'")" '01 01004 21668'
guichet import funded vert "$work/vert.csv" > /dev/null
is 'funded: a second time replaces' "$(sql "SELECT COUNT(*) FROM funded WHERE source = 'vert'")" 2

# A line that lost its end is refused, and the others are taken; a table saved as a
# workbook, or whose quotation mark never ends, is not.
sed '2s/;3;1;Ren.*/;3/' "$work/vert.csv" > "$work/short.csv"
said=$(guichet import funded court "$work/short.csv" 2>&1)
is 'funded: a short line: exit 0' $? 0
matches 'funded: a short line is told' "$said" 'line 2, .*too many or too few fields: "6/13"'
is 'funded: and the others are there' "$(sql "SELECT GROUP_CONCAT(title) FROM funded
    WHERE source = 'court'")" 'Ombrager la cour'
sed '3s/Ombrager/"Ombrager/' "$work/vert.csv" > "$work/quote.csv"
matches 'funded: a quotation mark says its line' \
    "$(guichet import funded essai "$work/quote.csv" 2>&1)" 'line 3: a quotation mark'
printf 'PK\003\004\024' > "$work/book.csv"
is 'funded: a workbook is said, once' \
    "$(guichet import funded essai "$work/book.csv" 2>&1 | grep -c 'workbook')" 1
{ printf 'Laureats, 2023;;\r\n\r\n'; cat "$work/vert.csv"; printf '\032'; } > "$work/title.csv"
matches 'funded: a title before, a mark of the end' \
    "$(guichet import funded court "$work/title.csv" 2>&1)" '^2 funded projects'
sql "DELETE FROM funded WHERE source = 'court'"
{ cat "$work/words.csv"; echo 'objet;parapluie'; } > "$work/short.csv"
matches 'keywords: a short line is told, the others taken' \
    "$(guichet import keywords "$work/short.csv" 2>&1 | tr '\n' ' ')" \
    "line $((families + 2)) refused: 2 fields instead of 3 .*$families families"

# What is no amount is not read as another; codes are codes, or none.
head -n 1 "$work/vert.csv" > "$work/bad.csv"
# row AMOUNT DEPARTMENT INSEE SIREN TITLE
row() {
	printf ';%s;;%s;;3;1;Mesure;1;%s;BENEFICIAIRE;%s;%s\n' "$2" "$3" "$5" "$4" \
	    "$1" >> "$work/bad.csv"
}
for amount in -5000 1.5E+5 9999999999999999999 5000EUR 1.234.567 '' 0 ',5' '5 000 - 1'; do
	row "$amount" 79 79109 217901099 "Montant $amount"
done
for department in '' 0 XX 123 '7 9' 2C 9755; do
	row 1000 "$department" 79109 217901099 "Departement $department"
done
row '1 000,49 €' 1 NULL '#N/D' 'a'
row '999 999 999 999 999' 02A 2A004 1e8 'b'
row 5000,5 20b 2C004 12345678 'c'
row 5000.49 971 1004 1234567890 'd'
row 1 67A '' '' 'e'
matches 'funded: senseless lines are counted' \
    "$(guichet import funded mauvais "$work/bad.csv" 2>&1 | tr '\n' ' ')" \
    'line 2, "montant_engage": this is no amount: "-5000".* code_departement: this is no department .7 times.*montant_engage: this is no amount .7 times.* 7 funded projects, .* 14 lines left out'
is 'funded: amounts, departments and codes' "$(sql "SELECT GROUP_CONCAT(CONCAT_WS(' ', title,
    amount, department, IFNULL(insee, '-'), IFNULL(siren, '-')) ORDER BY title)
    FROM funded WHERE source = 'mauvais'")" \
    'a 1000 01 - -,b 999999999999999 2A 2A004 -,c 5001 2B - 012345678,d 5000 01 01004 -,e 1 67 - -,Montant 1.234.567 1234567 79 79109 217901099,Montant 5000EUR 5000 79 79109 217901099'
# A department is its number or its name; what is refused goes to a file.
head -n 1 "$work/vert.csv" > "$work/bad.csv"
for name in Ain 'Ain (01)' "Département de l'Ain" 01 'Nulle part'; do row 1000 "$name" '' '' "Nom"; done
guichet import funded noms --refused "$work/refused" "$work/bad.csv" > "$work/said" 2>&1
is 'funded: departments by their names' "$(sql "SELECT GROUP_CONCAT(department) FROM funded WHERE source = 'noms'")" \
    01,01,01,01
is 'funded: a line a fault' "$(jq -c '[.record, .field, .value]' "$work/refused")" '[6,"code_departement","Nulle part"]'
sql "DELETE FROM funded WHERE source = 'noms'"
cat > "$work/dgcl.csv" <<'CSV'
exercice;dispositif;programme;beneficiaire_type;beneficiaire_siren;beneficiaire_dep;beneficiaire_nom;beneficiaire_code_insee;intitule;cout_ht;subvention;taux
2019;DETR;119;;;67A;Colmar;68066;En Haut-Rhin;-3;1000,0;1
99999;DETR;119;;;067;Strasbourg;67482;Une autre année;1E9;1000,0;1
CSV
gzip -f "$work/dgcl.csv"
is 'funded: a year and costs unread are told' "$(guichet import funded dgcl "$work/dgcl.csv.gz" 2>&1 | grep -c '^  line')" 3
is 'funded: a file of gzip; years, costs, the department of the beneficiary' \
    "$(sql "SELECT GROUP_CONCAT(CONCAT_WS(' ', IFNULL(year, '-'), IFNULL(cost, '-'), department)
    ORDER BY insee) FROM funded WHERE source = 'dgcl'")" '- - 67,2019 - 68'
before=$(version)
head -c 150 "$work/dgcl.csv.gz" > "$work/cut.csv.gz"
said=$(guichet import funded dgcl "$work/cut.csv.gz" 2>&1)
is 'funded: a file that is cut fails' "$?" 1
matches 'funded: it names the file' "$said" 'cut.csv.gz'
is 'funded: nothing is written of it' "$(version)" "$before"

# As documents they are where the beneficiary is; "guichet index" makes all again.
lists() { sql "SELECT COUNT(*), BIT_XOR(CRC32(CONCAT(term, HEX(list)))) FROM posting WHERE term >= '~'
    UNION ALL SELECT COUNT(*), BIT_XOR(CRC32(CONCAT(near, HEX(list)))) FROM funded_list"; }
is 'funded: a term has its project, which is where its beneficiary is' "$(sql "SELECT p.aids,
      HEX(SUBSTR(l.list, 13 + 16 * (SELECT COUNT(*) FROM funded o WHERE o.department = '79' AND o.id < f.id), 4))
    FROM funded f JOIN funded_list l ON l.near = f.department JOIN posting p ON p.term LIKE '~79 ombr%'
    WHERE f.department = '79' AND f.title LIKE '%ombr%'")" "1$(printf '\t')2012D5FF"
before=$(lists)
sql "DELETE FROM funded_list; DELETE FROM posting WHERE term >= '~'"
guichet index > /dev/null
is 'funded: the index makes them again' "$(lists)" "$before"

# What a spreadsheet made of them: another encoding, empty columns, "sep=;".
iconv -f UTF-8 -t WINDOWS-1252 > "$work/old.csv" <<'CSV'
type;terme;synonymes;;
objet;œuvre;peinture à l’huile | 5 €;;
;;;;
CSV
guichet import keywords --force "$work/old.csv" > /dev/null
is 'words: a table of Windows-1252, with empty columns' \
    "$(guichet export keywords | tail -n +2)" 'objet;œuvre;peinture à l’huile | 5 €'
guichet import keywords "$work/words.csv" > /dev/null
sed '$d' "$work/projects.csv" > "$work/fewer.csv"
sed '1s/^\xEF\xBB\xBF/sep=;\n/' "$work/fewer.csv" | iconv -f UTF-8 -t UTF-16 > "$work/unicode.csv"
guichet import projects "$work/unicode.csv" > /dev/null
guichet export projects | cmp -s - "$work/fewer.csv"
tap 'projects: a table of UTF-16, after sep=' $?
guichet import projects "$work/projects.csv" > /dev/null

{ echo 'sep=;'; sed 's/$/;;/' "$work/vert.csv"; } | iconv -f UTF-8 -t WINDOWS-1252 |
    sed 's/$/\r/' > "$work/saved.csv"
guichet import funded saved "$work/saved.csv" > /dev/null
guichet export funded vert > "$work/funded.csv"
is 'funded: what goes out' "$(sed 's/^\xEF\xBB\xBF//' "$work/funded.csv")" \
    'projet;annee;dispositif;beneficiaire;siren;insee;departement;cout;subvention
Planter des arbres;;Renaturation;COMMUNE;;01004;01;;21668
Ombrager la cour;;Renaturation;ECHIRE;217901099;79109;79;;1000'
guichet export funded saved | cmp -s - "$work/funded.csv"
tap 'funded: as saved by a spreadsheet' $?
guichet import funded back "$work/funded.csv" > /dev/null
guichet export funded back | cmp -s - "$work/funded.csv"
tap 'funded: what goes out comes in' $?
curl -s "$base/projets-finances/?keyword=arbres&perimeter_codes=01004&format=csv" \
    > "$work/site.csv"
matches "funded: the site's table comes in" \
    "$(guichet import funded site "$work/site.csv" 2>&1)" '^[1-9][0-9]* funded projects'
is 'funded: as it was' "$(sql "SELECT CONCAT_WS(' ', title, department, amount) FROM funded
    WHERE source = 'site' AND title LIKE 'Planter%' LIMIT 1")" 'Planter des arbres 01 21668'

# Every table that the command writes, by a strict reader; a formula stays text.
sql "INSERT INTO funded (source, scheme, title, beneficiary, folded, department, amount)
    VALUES ('formule', 'DETR', '=1+1', '''@x', 'x', '79', 5)"
guichet export funded formule > "$work/formule.csv"
guichet export sources > "$work/sources.csv"
guichet drafts > "$work/drafts.csv"
"$root/tests/tables.py" "$work/formule.csv" "$work/funded.csv" "$work/words.csv" \
    "$work/projects.csv" "$work/sources.csv" "$work/drafts.csv" "$work/site.csv" > "$work/faults"
is 'every table has equal rows and no formula' "$(cat "$work/faults")" ''
guichet import funded retour "$work/formule.csv" > /dev/null
is 'funded: a formula comes back' "$(sql "SELECT CONCAT_WS(' ', title, beneficiary) FROM funded
    WHERE source = 'retour'")" "=1+1 '@x"
guichet import sources "$work/sources.csv" > /dev/null
guichet export sources | cmp -s - "$work/sources.csv"
tap 'sources: what goes out comes in' $?

# A cut table empties nothing, a trial writes nothing: both say what they would do.
head -n 1 "$work/words.csv" > "$work/title.csv"
head -n 1 "$work/vert.csv" > "$work/no-funded.csv"
kept 'keywords: a title row alone' keyword "$families of $families rows" 1 keywords "$work/title.csv"
kept 'and in a trial' keyword "$families of $families rows" 1 keywords --dry-run "$work/title.csv"
kept 'keywords: a trial' keyword "nothing was written" 0 \
    keywords --dry-run "$work/words.csv"
kept 'keywords: a trial by force' keyword "nothing was written" 0 \
    keywords --dry-run --force "$work/title.csv"
kept 'funded: a title row alone' funded '2 of 2 rows' 1 funded vert "$work/no-funded.csv"
kept 'funded: a trial' funded "nothing was written" 0 funded --dry-run vert "$work/vert.csv"
kept 'sources: a trial' champ_source 'nothing was written' 0 sources --dry-run
kept 'an option that is not one' keyword 'unknown option: --dry-rn' 2 keywords --dry-rn "$work/words.csv"
kept 'a file too many' keyword 'one too many' 2 keywords "$work/words.csv" "$work/title.csv"
guichet import keywords --force "$work/title.csv" > /dev/null
is 'by force, all may go' "$(sql 'SELECT COUNT(*) FROM keyword')" 0
guichet import keywords "$work/words.csv" > /dev/null

# Words of places: what goes out comes in, and a brand name finds at once.
guichet export place-words > "$work/places.csv"
matches 'place-words: what goes out comes in' "$(guichet import place-words "$work/places.csv" 2>&1)" \
    '^[1-9][0-9]* words of places$'
guichet export place-words | cmp -s - "$work/places.csv"
tap 'place-words: and is the same' $?
{ cat "$work/places.csv"; echo 'marque;Le Bel Ensemble;200041317'; echo 'sigle;QZX;99999'; } \
    > "$work/more-places.csv"
matches 'place-words: a code that leads nowhere is told' \
    "$(guichet import place-words "$work/more-places.csv" 2>&1)" '"QZX": no territory.*"99999"'
is 'place-words: a brand name' "$(sql "SELECT meaning FROM place_word
    WHERE kind = 'brand' AND words = 'Le Bel Ensemble'")" 200041317
head -n 1 "$work/places.csv" > "$work/no-place.csv"
{ cat "$work/places.csv"; printf 'sigle;QZX;4\nancien;QZY;1004 79109 4\ncode;1899;1004\n'; } > "$work/more-places.csv"
guichet import place-words "$work/more-places.csv" > /dev/null 2>&1
is 'place-words: lost zeros come back' "$(sql "SELECT GROUP_CONCAT(meaning ORDER BY words)
    FROM place_word WHERE words IN ('QZX', 'QZY', '01899')")" '01004,04,01004 79109 04'
guichet import place-words "$work/places.csv" > /dev/null 2>&1
kept 'place-words: a title row alone' place_word 'rows would be lost' 1 place-words "$work/no-place.csv"
kept 'place-words: a trial' place_word 'nothing was written' 0 place-words --dry-run "$work/places.csv"
bad_table 'type;mots;sens\nnom;x;79\n' 'line 2: "nom": the type' 'a type of no place' place-words
bad_table 'type;mots;sens\nmarque;x;\n' 'line 2: "x": what it means' 'a brand of no place' place-words
bad_table 'type;mots;sens\nsigle;x;79\nsigle;x;17\n' 'line 3: "x": it is there twice' \
    'a word of two places' place-words
guichet import place-words "$work/places.csv" > /dev/null
