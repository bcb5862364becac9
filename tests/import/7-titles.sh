# Tables as people save them: titles in capitals or without accents, a title above,
# columns in another order, another separator, the plural for the singular.  The aids are the same ones, to the byte
# of what their digest is made of.  FULL: tables that are beside the project, whole.
cat > "$files/titles.py" <<'PY'
import csv, itertools, re, sys, unicodedata
csv.field_size_limit(1 << 30)
table, most, to = sys.argv[1], int(sys.argv[2]), sys.argv[3]
with open(table, encoding='utf-8-sig', newline='') as file:
    first = file.readline()
    file.seek(0)
    rows = list(itertools.islice(csv.reader(file, delimiter=max(';\t,', key=first.count)), most + 1))
rows = [row + [''] * (len(rows[0]) - len(row)) for row in rows]
def bare(title):
    return ''.join(c for c in unicodedata.normalize('NFD', title) if not unicodedata.combining(c))
def save(name, delimiter, titles, above=(), pick=lambda row: row, mark='', **more):
    with open(to + name, 'w', encoding='utf-8', newline='') as file:
        file.write(mark)
        out = csv.writer(file, delimiter=delimiter, **more)
        out.writerows(pick(row) for row in above)
        out.writerow(pick([titles(title) for title in rows[0]]))
        out.writerows(pick(row) for row in rows[1:])
wide = [''] * (len(rows[0]) - 1)
def other(word):
    word = word.group()
    return word[:-1] if word[-1] in 'sS' else word if word[-1] in 'xX' else word + 's'
save('plain', ',', lambda title: title)
save('capitals', ';', str.upper, [['Aides, au 1er janvier'] + wide, [''] + wide], mark='\ufeff', quoting=csv.QUOTE_ALL)
save('bare', '\t', lambda title: bare(title).lower().replace(' ', '_').replace('’', '-').replace("'", '-'),
     [['Liste des aides ; contact'] + wide], lambda row: row + ['', ''])
save('turned', ',', lambda title: ' ' + title.replace('’', "'").replace('_', ' ') + '\u00a0',
     [[], ['Une "aide", une ligne']], lambda row: row[::-1], '\ufeff', lineterminator='\n')
save('number', ';', lambda title: re.sub(r'[^\W\d_]{3,}', other, title))
PY
cat > "$files/titles.csv" <<'CSV'
id;name;perimeter_code;submission_deadline;targeted_audiences;is_live
1;L’eau, le sol;79;31 déc. 2026;"Commune;Région";oui
2;"De deux
lignes";FRA;;Département;oui
CSV
cat > "$files/titles-export.csv" <<'CSV'
Nom,Lien,Financeurs,Bénéficiaire,Types d'aides,AAP/AMI,Récurrence,Descriptif,Date Clôture
Liaisons,https://example.fr/aides/e342-velo/,Conseil départemental du Morbihan,Communes,Subvention,,Permanente,Un texte,01/02/2027
Voies,https://example.fr/aides/e343-voie/,Conseil départemental du Morbihan,Communes,Subvention,,Permanente,Un texte,
CSV
get '/aides/?format=csv' | head -n 31 > "$files/titles-own.csv"
most=300
[ -z "$FULL" ] || most=1000000
for file in "$root"/../shared/data/aids/*.csv.gz; do
	[ ! -f "$file" ] || zcat "$file" > "$files/titles-$(basename "$file" .gz | tr 'A-Z._' 'a-z\-\-')"
done
for file in "$files"/titles*csv; do
	name=$(basename "$file")
	python3 "$files/titles.py" "$file" $most "$files/saved-"
	take "$(echo "$name" | tr '.' '-')" "$files/saved-plain"
	is "$name: exit 0" $left 0
	sum=$(echo "$said" | sed -n 's/^\([0-9]*\) aids read: \([0-9]*\) added, 0 changed, 0 the same, \([0-9]*\) refused.*/\1 read, \2 same, \3 refused/p')
	for saved in capitals bare turned number; do
		take "$(echo "$name" | tr '.' '-')" "$files/saved-$saved"
		is "$name, $saved: the same aids" "$(echo "$said" | sed -n 's/^\([0-9]*\) aids read: 0 added, 0 changed, \([0-9]*\) the same, \([0-9]*\) refused.*/\1 read, \2 same, \3 refused/p')" "${sum:-a sum}"
	done
done

# What nothing reads is said once; of two columns of one title the last that is filled is
# taken; a row that is lost is told by its line in the file, the title's included.
cat > "$files/titles.csv" <<'CSV'
Aides de l’été;;;;;
;;;;;
ID;Nom de l’aide;NAME;Name;Perimeter code;Montant
1;x;Une;Première;79;3
2;y;Deuxième;;79;4
3;z;Troisième;;79;"5
CSV
take titles "$files/titles.csv"
is 'titles: exit 0' $left 0
is 'columns that nothing reads are told' "$(echo "$said" | grep -c '^columns that nothing reads: "Nom de l’aide", "Montant"$')" 1
is 'and not a second time' "$(echo "$said" | grep -c 'Montant')" 1
matches 'so are two of one title' "$said" '^columns 3 and 4, "NAME" and "Name", are one: the last that is filled is taken$'
is 'which is' "$(sql "SELECT GROUP_CONCAT(name ORDER BY id) FROM aid WHERE source = 'titles'")" 'Première,Deuxième'
matches 'the line of a row that is lost' "$said" 'line 6: a quotation mark never ends'

# No title that is read: what is.
printf 'Intitulé;Montant\nUne aide;3\n' > "$files/untitled.csv"
refused 'no title that is read' "$files/untitled.csv" 'none of the first 20 lines has a title that is read'
matches 'what titles are' "$said" '  export-csv: Nom, Lien'

# Titles that are read, and a column that tells the shape is not there: which.
printf 'Aides\nNom;Financeurs;Résumé;Territoire\nUne aide;Un porteur;Un texte;79\n' > "$files/untitled.csv"
refused 'a title is missing' "$files/untitled.csv" \
    'line 2: the titles are like those of "guichet", but these are missing: "Numéro"$'
printf 'Nom;Lien;Financeurs;Public\nUne aide;a.fr;Un porteur;Communes\n' > "$files/untitled.csv"
refused 'a title of another shape is missing' "$files/untitled.csv" \
    'line 1: the titles are like those of "export-csv", but these are missing: "Bénéficiaire"$'

# As people abbreviate a number, and with plurals or without.
number=0
for heads in 'N°;Nom;Financeurs;Résumé;Territoire' 'Numero;Nom;Financeur;Résumé;Territoires' 'nº;Noms;financeurs;RESUMES;territoire'; do
	number=$((number + 1))
	printf '%s\n%s;Une aide;Un porteur;Un texte;79\n' "$heads" "$number" > "$files/number.csv"
	take number "$files/number.csv"
	matches "titles $heads" "$said" '^1 aids read: 1 added, 0 changed, 0 the same, 0 refused; 0 with an unknown perimeter'
	is "$heads: all is read" "$(echo "$said" | grep -c 'nothing reads')" 0
done
is 'their numbers' "$(sql "SELECT GROUP_CONCAT(source_id ORDER BY source_id) FROM aid WHERE source = 'number'")" 1,2,3
