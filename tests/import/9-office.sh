# What LibreOffice makes of our workbooks, and we of its own.
if ! command -v soffice > /dev/null; then
	echo "ok $((n = n + 1)) - LibreOffice # SKIP soffice is missing"
else
	office() {
		timeout 120 soffice "-env:UserInstallation=file://$work/office" --headless --convert-to "$1" \
		    --outdir "$work/office-out" "$2" 2>&1
	}
	guichet export aids --source exemples > "$files/office.xlsx"
	guichet export aids --source exemples csv > "$files/office.csv"
	said=$(office 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,1' "$files/office.xlsx")
	is 'LibreOffice opens a workbook without a warning' "$(echo "$said" | grep -v javaldx | grep -ciE 'warn|error|repair|corrupt')" 0
	# cells FILE: those of a table, a line each; a day is the same in either.
	cells() {
		/usr/bin/python3 - "$1" <<'PY'
import csv, glob, re, sys
for row in csv.reader(open(glob.glob(sys.argv[1])[0], encoding='utf-8-sig'), delimiter=';'):
    if any(row):
        print('|'.join(re.sub(r'\s+', ' ', re.sub(r'^(\d\d)/(\d\d)/(\d{4})$', r'\3-\1-\2', cell)).strip() for cell in row))
PY
	}
	is 'it has every value of the table' "$(cells "$work/office-out/office*.csv" | diff - /dev/null | wc -l)" \
	    "$(cells "$files/office.csv" | diff - /dev/null | wc -l)"
	cells "$work/office-out/office*.csv" > "$work/office-a"
	cells "$files/office.csv" > "$work/office-b"
	is 'the same values' "$(diff "$work/office-a" "$work/office-b" | head -n 4)" ''
	rm -rf "$work/office-out"
	office xlsx "$files/office.xlsx" > /dev/null
	take office "$files/office.xlsx"
	matches 'ours is read' "$said" ' 0 refused; 0 with an unknown perimeter'
	take office "$work/office-out/office.xlsx"
	matches 'what LibreOffice writes is read as ours' "$said" ' 0 added, 0 changed, [0-9]* the same, 0 refused'
fi
