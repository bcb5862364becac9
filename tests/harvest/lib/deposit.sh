# deposit.sh - files of backers, for the parts of harvest.sh that deposit some.
folder=$files/deposit
# What the page shows is French.
export TEXTDOMAINDIR="$build/locale"
mkdir -p "$folder"
head=$work/deposit.head body=$work/deposit.xml
xpath() { xmllint --xpath "string($1)" "$body" 2> /dev/null; }
# link SOURCE [FIELD=VALUE...]: a link; its path is $at, its number $link.
link() {
	of=$1
	shift
	said=$(guichet deposit add "$of" 'Camille Petit <c.petit@region.example>' "$@" 2>&1)
	at=$(echo "$said" | sed -n "s|^http://[^/]*\(/depot~[0-9a-f]*/\)$|\1|p")
	link=$(echo "$said" | sed -n 's/^link \([0-9]*\),.*/\1/p')
}
# look: the document of the page; $status.
look() {
	status=$(curl -s -D "$head" -o "$body" -w '%{http_code}' "$base$at?format=xml")
	xmllint --nonet --noout --relaxng "$root/xsl/page.rng" "$body" 2> /dev/null ||
	    note "the document is not valid: $(xmllint --nonet --noout --relaxng "$root/xsl/page.rng" "$body" 2>&1 | head -n 3)"
}
# send FILE [yes]: deposits it; $status.
send() {
	status=$(curl -s -o "$work/sent.html" -w '%{http_code}' --max-time 60 "$base$at" \
	    -F "file=@$1" -F "whole=${2:-no}")
}
# say confirm|cancel: answers what the page shows.
answer() {
	look
	status=$(curl -s -o "$work/sent.html" -w '%{http_code}' "$base${at}reponse/" -d "step=$1" \
	    -d "deposit=$(xpath /page/deposit/@id)" -d "round=$(xpath /page/deposit/@round)")
}
# run: the job, unless another one runs: the site has a loop of its own.
run() {
	for _ in 1 2 3 4 5 6 7 8 9; do
		guichet deposit run > "$work/run.log" 2>&1
		grep -q 'another "guichet deposit run" runs' "$work/run.log" || return 0
		sleep 1
	done
}
counts() { xpath 'concat(//deposit/@state, " ", //deposit/@added, " ", //deposit/@changed, " ", //deposit/@same, " ", //deposit/@refused, " ", //deposit/@faults, " ", //deposit/@absent, " ", //deposit/@withdrawn)'; }
held() { sql "SELECT GROUP_CONCAT(source_id, ':', name, IF(status = 'published', '', CONCAT(':', status)) ORDER BY source_id SEPARATOR '; ') FROM aid WHERE source = '${1:-depot}'"; }

cat > "$folder/make.py" <<'PY'
import sys, zipfile, openpyxl
to = sys.argv[1]
titles = ['Identifiant', 'Nom de l’aide', 'Description', 'Territoire', 'Bénéficiaires', 'Date limite', 'Taux maximal (%)', 'Financeurs']
def aid(n, name=None, end='2027-03-31', who='Communes', rate=40):
    return [f'A{n}', name or f'Aide déposée {n}', 'Un texte.\nDeux lignes.', 'Deux-Sèvres', who, end, rate, 'Région de l’essai']
def book(path, rows):
    w = openpyxl.Workbook()
    w.active.append(titles)
    for row in rows:
        w.active.append(row)
    w.save(to + path)
book('one.xlsx', [aid(n) for n in range(1, 13)])
two = [aid(n) for n in range(1, 13)]
two[1] = aid(2, 'Aide changée 2', '2027-04-30', 'Communes; Départements')
two[2] = aid(3, end='31/02/2027', who='Communes; Sorciers')
two[3][0], two[3][1] = 'A4', None
two.append(aid(14, 'Aide nouvelle 14'))
book('two.xlsx', two)
book('less.xlsx', [aid(n) for n in range(1, 12)])
book('least.xlsx', [aid(n) for n in range(1, 3)])
book('last.xlsx', [aid(20)])
def text(row):
    return ';'.join('"%s"' % str(v if v is not None else '').replace('"', '""') for v in row)
open(to + 'two.csv', 'w', encoding='cp1252').write('\r\n'.join(map(text, [titles] + two)))
with zipfile.ZipFile(to + 'one.xlsx') as good, zipfile.ZipFile(to + 'bomb.xlsx', 'w', zipfile.ZIP_DEFLATED) as bomb:
    for name in good.namelist():
        if name != 'xl/worksheets/sheet1.xml':
            bomb.writestr(name, good.read(name))
    with bomb.open('xl/worksheets/sheet1.xml', 'w') as part:
        for i in range(600):
            part.write(b' ' * (1 << 20))
open(to + 'page.xlsx', 'w').write('<!DOCTYPE html><html><body>Connexion</body></html>')
open(to + 'large.xlsx', 'wb').write(b'PK\3\4' + bytes(8 << 20))
open(to + 'large-8.xlsx', 'wb').write(b'PK\3\4' + bytes((8 << 20) - 4))
open(to + 'huge.xlsx', 'wb').write(b'PK\3\4' + bytes(10 << 20))
open(to + 'empty.csv', 'w')
open(to + 'noise.csv', 'wb').write(open('/dev/urandom', 'rb').read(2000))
PY
/usr/bin/python3 "$folder/make.py" "$folder/"
