# Workbooks: the first sheet in sight is a table, as if it had been saved in CSV; what is
# wrong is told by its row; what is no workbook, or too much, is refused.
cat > "$files/xlsx.py" <<'PY'
import datetime, sys, zipfile
import openpyxl
to = sys.argv[1]
book = openpyxl.Workbook()
notes, sheet = book.active, book.create_sheet('Aides')
notes.title, notes.sheet_state = 'Notes', 'hidden'
notes.append(['name', 'id'])
notes.append(['Cachée', '9'])
book.active = 1
sheet.append(['Aides de l’été\nsur deux lignes'])
sheet.merge_cells('A1:D1')
sheet.append([])
sheet.append(['ID', 'Name', 'Description', 'Perimeter code', 'Submission deadline', 'Subvention rate upper bound', 'Targeted audiences', 'Is call for project'])
sheet.append([1, 'L’eau ; "le sol"', 'Un texte.\n\nUn autre.', '79', datetime.date(2027, 3, 31), 0.8, 'Communes;Départements', True])
sheet.append([2, 'Masquée', 'x', '79'])
sheet.append([3, 'Le vent', '=1+1', 'FRA', datetime.datetime(2027, 4, 1, 10, 30), 40, 'Communes', False])
sheet['E4'].number_format, sheet['F4'].number_format = 'dd/mm/yyyy', '0%'
sheet.row_dimensions[5].hidden = True
book.save(to + 'good.xlsx')
zip = zipfile.ZipFile(to + 'ods.xlsx', 'w')
zip.writestr('mimetype', 'application/vnd.oasis.opendocument.spreadsheet')
zip.close()
with zipfile.ZipFile(to + 'good.xlsx') as good, zipfile.ZipFile(to + 'bomb.xlsx', 'w', zipfile.ZIP_DEFLATED) as bomb:
    for name in good.namelist():
        bomb.writestr(name, good.read(name))
    with bomb.open('xl/media.xml', 'w') as part:
        for i in range(600):
            part.write(bytes(1 << 20))
PY
/usr/bin/python3 "$files/xlsx.py" "$files/"
take xlsx "$files/good.xlsx"
is 'a workbook: exit 0' $left 0
matches 'what is passed over is told' "$said" '^sheet "Aides" is read; passed over: hidden sheets: 1, hidden rows: 1$'
is 'its aids' "$(sql "SELECT CONCAT_WS('|', source_id, name, REPLACE(description, '\n', ''), closes_on, rate_max,
    is_call_for_project, (SELECT COUNT(*) FROM aid_audience x WHERE x.aid_id = a.id)) FROM aid a WHERE source = 'xlsx' ORDER BY id")" \
    '1|L’eau ; "le sol"|<p>Un texte.</p><p>Un autre.</p>|2027-03-31|80|1|2
3|Le vent|2027-04-01|40|0|1'
before=$(state)
take xlsx "$files/good.xlsx"
is 'again: nothing is written' "$(state)" "$before"

# The same whether it was saved as a workbook or as CSV.
get '/aides/?format=csv' | head -n 40 > "$files/xlsx-own.csv"
get '/aides/?format=xlsx' > "$files/xlsx-own.xlsx"
take xlsx-own "$files/xlsx-own.csv"
read=$(echo "$said" | sed -n 's/^\([0-9]*\) aids read: .*/\1/p')
take xlsx-own "$files/xlsx-own.xlsx"
matches 'a workbook of the site, after its table' "$said" ", $read the same"

head -c 3000 "$files/good.xlsx" > "$files/cut.xlsx"
refused 'a workbook that is cut' "$files/cut.xlsx" 'it is cut short, or no ZIP'
refused 'a workbook of ODS' "$files/ods.xlsx" 'it is no workbook of XLSX'
refused 'a bomb' "$files/bomb.xlsx" 'unpacked it would be over 512 MB'

# Names that commas part, some of which have commas: the longest that is known counts.
printf 'id;name;perimeter_code;targeted_audiences\n%s\n%s\n%s\n' \
    '1;Une;79;"Communes, Établissements publics (écoles, bibliothèques…), Départements"' \
    '2;Deux;79;"Établissements publics (écoles, bibliothèques…)"' \
    '3;Trois;79;"Communes, Rien de connu, Régions"' > "$files/commas.csv"
take commas "$files/commas.csv"
is 'names with commas' "$(sql "SELECT CONCAT_WS(' ', a.source_id, (SELECT COUNT(*) FROM aid_audience x WHERE x.aid_id = a.id))
    FROM aid a WHERE source = 'commas' ORDER BY a.id")" '1 3
2 1
3 2'
matches 'the one that is not known is told alone' "$said" '"Rien de connu" \(1 time\)'

# A fault is told by its cell, of AT's keys and of titles in French.
cat > "$files/cells.py" <<'PY'
import sys, openpyxl
book = openpyxl.Workbook()
for title in 'at', 'modele':
    sheet = book.active
    sheet.title = title
    sheet.delete_rows(1, 99)
    sheet.append(['Un titre'])
    sheet.append(['id', 'name', 'perimeter_code', 'submission_deadline', 'targeted_audiences'] if title == 'at' else
        ['Identifiant', 'Description', 'Territoire', 'Date limite', 'Bénéficiaires', 'Nom de l’aide'])
    sheet.append([])
    sheet.append([1, 'Une', '79', '31/02/2027', 'Communes;Rien', 'Une'][:sheet.max_column])
    sheet.append([2, None, '79', None, 'Communes', None])
    book.save(sys.argv[1] + 'cells-' + title + '.xlsx')
PY
/usr/bin/python3 "$files/cells.py" "$files/"
for file in at modele; do
	said=$(guichet import aids --source "cells-$file" --refused "$work/cells" "$files/cells-$file.xlsx" 2>&1)
	is "$file: faults by their cells" "$(echo "$said" | grep -oE '^  [A-Z]*[0-9]+, aid [0-9]+, "[a-zé_]+": [^:]*')" \
	    '  D4, aid 1, "submission_deadline": no such day
  E4, aid 1, "targeted_audiences": unknown value
  5, aid 2, "refused": it has no "name"'
	is "$file: and in the report" "$(jq -r .cell "$work/cells" | tr '\n' ' ')" 'D4 E4 5 '
done
