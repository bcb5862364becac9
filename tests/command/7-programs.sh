# Lists of the territories of programmes.
slug=action-coeur-de-ville
# members FILE...: the list of that programme.
members() { said=$(guichet program members "$@" 2>&1); left=$?; }
# members_held: the codes of its members, and of when and whose its list is.
members_held() {
	sql "SELECT GROUP_CONCAT(t.code ORDER BY t.code SEPARATOR ' '), l.vintage, l.source
	    FROM program p JOIN program_list l ON l.program_id = p.id
	    JOIN program_member m ON m.program_id = p.id JOIN perimeter t ON t.id = m.perimeter_id
	    WHERE p.slug = '$slug'" | tr '\t' '|'
}
printf '\357\273\277N°;Code INSEE;"Commune; nom"\r\n1;79191;"Niort; ville"\r\n2;"1004";Ambérieu\r\n\r\n3;99999;Nulle part\r\n' > "$files/list.csv"
members --dry-run $slug "$files/list.csv" 2026 ANCT
is 'a list that is tried: exit 0' $left 0
is 'a list that is tried is not kept' "$(members_held)" 'NULL|NULL|NULL'
members $slug "$files/list.csv" 2026 ANCT
matches 'a table: how many' "$said" '"action-coeur-de-ville": 2 territories'
matches 'a table: codes that lead nowhere' "$said" 'lead to no territory of today: 99999'
is 'a table: who is there, since when, by whom' "$(members_held)" '01004 79191|2026|ANCT'
printf '# EPCI\n200041317\n79109, Échiré\n2A004\n79191\n217901917\n' > "$files/codes.txt"
members $slug "$files/codes.txt" 'avril 2027' DDT
is 'codes, a line each' "$(members_held)" '200041317 2A004 79109 79191|avril 2027|DDT'
matches 'its page answers at once' "$(curl -s "$base/programmes/$slug/?perimeter_codes=79109")" '<strong>Oui</strong>.*DDT, avril 2027'

printf 'insee_com,lib_com\n79191,Niort\nNiort,79191\n,\n,Melle\n' > "$files/bad.csv"
members $slug "$files/bad.csv" 2026 ANCT
is 'a line without a code: exit 1' $left 1
matches 'a line without a code: which' "$said" 'line 3, column 1: "Niort" is neither an INSEE code nor a SIREN'
matches 'and the others' "$said" '2 lines have no code: each wants one such as 79191'
members $slug "$files/list.csv" 2026 ANCT
is 'half of the members lost: exit 1' $left 1
is 'and the list is as it was' "$(members_held)" '200041317 2A004 79109 79191|avril 2027|DDT'
members --force $slug "$files/list.csv" 2026 ANCT
is 'but with --force' "$(members_held)" '01004 79191|2026|ANCT'
echo 99999 > "$files/none.txt"
members --force $slug "$files/none.txt" 2026 ANCT
matches 'no code of today' "$said" 'no code leads to a territory of today'
printf 'sep=;\r\n\302\253 Liste \302\273;\r\n;\r\nNom;SIREN\r\nNiortais;200 041 317\r\n;\r\nNiort;217901917\r\n' > "$files/excel.csv"
iconv -f UTF-8 -t UTF-16 "$files/excel.csv" > "$files/unicode.txt"
for one in excel.csv unicode.txt; do
	members --force $slug "$files/$one" 2026 ANCT
	is "as Excel saves it: $one" "$left $(members_held)" '0 200041317 79191|2026|ANCT'
done
printf 'PK\003\004\024\000\006\000' > "$files/list.xlsx"
members $slug "$files/list.xlsx" 2026 ANCT
matches 'a workbook' "$left $said" '^1 .*this is a workbook .*: save it as CSV'
members rien "$files/list.csv" 2026 ANCT
matches 'no such programme' "$said" 'no programme has the address "rien": guichet program list'
members crte "$files/list.csv" 2026 ANCT
matches 'the CRTE come with the territories' "$left $said" '^1 .*come with the territories: guichet import perimeters'
is 'which program show counts' "$(guichet program show crte | sed -n 's/^members *//p')" \
    "$(sql 'SELECT COUNT(*) FROM perimeter WHERE crte IS NOT NULL AND NOT is_obsolete')"
printf 'insee\n' > "$files/empty.csv"
members $slug "$files/empty.csv" 2026 ANCT
matches 'an empty list is refused' "$left $said" '^1 .*2 of 2 rows would be lost: --force'
members --force $slug "$files/empty.csv" 2026 ANCT
is 'but with --force' "$left $(members_held)" '0 NULL|NULL|NULL'
matches 'and its page says that nobody knows' "$(get /programmes/$slug/)" 'Liste non chargée'
members $slug "$files/empty.csv" 2026 ANCT
matches 'an empty list where there was none' "$left $said" '^1 .*the list has no code: --force'
members $slug "$files/list.csv" 2026 ANCT
members $slug "$files/list.csv" '' ANCT
matches 'a list without a date' "$said" 'the date has 1 to 40 characters'
# é has two bytes.
forty=$(printf '%040d' 0 | sed 's/0/é/g')
members --dry-run $slug "$files/list.csv" "$forty" ANCT
is 'a date of 40 characters' "$left" 0
members --dry-run $slug "$files/list.csv" "${forty}é" ANCT
is 'a date of 41' "$left" 1

# ---- files ----

# program_file ELEMENTS: writes a file of a programme, its elements from line 3 on.
program_file() {
	printf '<program xmlns="urn:guichet:program" slug="%s">\n<name>Action cœur de ville</name>\n%s\n</program>\n' \
	    "${2:-$slug}" "$1" > "$files/program.xml"
}
# fed: what its row says, which feeds or Guichet wrote.
fed() { sql "SELECT name, short_description, description FROM program WHERE slug = '$slug'"; }
sql "UPDATE program SET short_description = 'En bref', description = '<p>Dit par un flux</p>' WHERE slug = '$slug'"
was=$(fed)
take_program() { said=$(guichet program import "$files/program.xml" 2>&1); left=$?; }
shipped=$(guichet program list | sed -n 's/ *Guichet .*//p')
is 'what comes with Guichet' "$(echo "$shipped" | wc -l)" \
    "$(sql 'SELECT COUNT(DISTINCT slug) FROM program_fact WHERE NOT own')"
for one in $shipped; do
	guichet program export $one > "$files/program.xml"
	xmllint --noout --relaxng "$root/xsl/programs/program.rng" "$files/program.xml" 2> "$work/rng"
	tap "$one: what is exported is as the grammar says" $?
	take_program
	matches "$one: what comes with Guichet goes out and comes in" "$left $said" '^0 .*nothing changed'
done
sed -n '/^<program/,/^<\/program>/p' "$root/conf/man/guichet-fiche.5" > "$files/program.xml"
xmllint --noout --relaxng "$root/xsl/programs/program.rng" "$files/program.xml" 2> "$work/rng"
tap 'the example of the manual is as the grammar says' $?
take_program
matches 'it is added' "$left $said" '^0 .*"plan-de-l-exemple": added'
said=$(get /programmes/plan-de-l-exemple/)
for want in '<h2 id="aim">But</h2>' 'href="#onglet-1">Calendrier' '<summary>Qui décide' \
    'plan@exemple.example' 'Source.: Département de l’exemple, 2026'; do
	matches "its page says: $want" "$said" "$want"
done
is 'a new one by its name alone' "$(guichet program create 'Plan B' | sed -n 2,4p | tr -d '\n')" \
    '<!-- to be completed, see guichet-fiche(5); next: guichet program import FILE --><program xmlns="urn:guichet:program" slug="plan-b">  <name>Plan B</name>'
program_file '
<aim vintage="'"$forty"'" source="DDT"><p>Un <script>alert(1)</script><b>autre</b> but</p></aim>'
take_program
matches 'what is taken out of a text is told' "$left $said" '^0 .*line 4, column 1, "aim": taken out.*script'
matches 'its page says it' "$(get /programmes/$slug/)" 'Un <strong>autre</strong> but'
program_file '
<aim vintage="2026" source="DDT"><h5>Quoi</h5><table><tr><th scope="col">Rang</th></tr><tr><td>1</td></tr></table>
<pre>a  &lt; b
 c</pre><p><a href="mailto:a@b.example">a@b.example</a>, <a href="/aides/">là</a>, 05 49 00 00 00</p></aim>'
take_program
is 'a heading, a table and a text with blanks lose nothing' "$left ${said%http*}" \
    "0 programme \"$slug\": changed
"
matches 'its page has them' "$(get /programmes/$slug/ | tr '\n' '~')" \
    '<h3>Quoi</h3><table><tr><th scope="col"><p>Rang</p></th></tr>.*<pre>a  &lt; b~ c</pre>'
guichet program export $slug > "$files/again.xml"
matches 'and it comes back as it went out' "$(guichet program import "$files/again.xml")" 'nothing changed'
program_file '<aim vintage="2026" source="DDT"><dl><dt>a</dt></dl><figure>c</figure></aim>'
take_program
matches 'an element that goes is told, though its words stay' "$left $said" '^0 .*taken out.* dl dt figure'
guichet migrate > "$work/end" 2>&1
! get /programmes/$slug/ | grep -q 'Redonner vie'
tap 'and no more what comes with Guichet, even after guichet migrate' $?
matches 'list: who says it' "$(guichet program list)" "^$slug +file +[0-9]+  Action cœur"
guichet program delete --yes $slug > "$work/end"
matches 'deleted: what comes with Guichet again' "$(get /programmes/$slug/)" 'Redonner vie'
is 'its members stay' "$(members_held | cut -d'|' -f1)" '01004 79191'
matches 'a file that it has not: not deleted' "$(guichet program delete --yes $slug 2>&1)" 'has no file'
matches 'no such programme: near ones' "$(guichet program show action-coeur 2>&1)" "begin alike: $slug"
# Aids that bear its name are rendered again with it, or it keeps its name.
sql "INSERT INTO aid_program (aid_id, program_id)
    SELECT (SELECT MIN(aid_id) FROM aid_body), id FROM program WHERE slug = '$slug'"
program_file ''
sed -i 's|Action cœur|Actions, cœur|' "$files/program.xml"
is 'a name that its aids cannot bear is refused' "$(stopped program import "$files/program.xml")" ''
is 'and it has no file' "$(sql "SELECT p.name, COUNT(f.program_id) FROM program p
    LEFT JOIN program_file f ON f.program_id = p.id WHERE p.slug = '$slug'")" 'Action cœur de ville	0'
take_program
is 'another name is on its aids at once' "$(sql "SELECT COUNT(*) FROM aid_body b
    WHERE b.aid_id = (SELECT MIN(aid_id) FROM aid_body) AND b.body LIKE '%Actions, cœur de ville%'")" 1
guichet program delete --yes $slug > "$work/end"
is 'deleted: it is what it was' "$(fed)" "$was"
is 'and its name is on its aids at once' "$(sql "SELECT b.body LIKE '%Actions, cœur de ville%', b.body LIKE '%Action cœur de ville%'
    FROM aid_body b WHERE b.aid_id = (SELECT MIN(aid_id) FROM aid_body)")" '0	1'
sql "DELETE x FROM aid_program x JOIN program p ON p.id = x.program_id WHERE p.slug = '$slug'"
# refused_program NAME LINE PATTERN ELEMENTS [SLUG]
refused_program() {
	program_file "$4" "${5:-}"
	take_program
	matches "$1" "$left $said" "^1 .*program.xml, line $2, column [0-9]+[,:].*$3"
}
refused_program 'a fact of no date' 3 '"vintage" is missing' '<aim source="DDT">a</aim>'
refused_program 'a fact of nobody' 3 '"source" is missing' '<tab title="a" vintage="2026">a</tab>'
refused_program 'two aims' 4 'there are 1 of them' '<aim source="a" vintage="b">a</aim>
<aim source="a" vintage="b">c</aim>'
refused_program 'a question twice' 4 'line 3 already' '<question title="a" source="a" vintage="b">a</question>
<question title="a" source="a" vintage="b">c</question>'
refused_program 'a long date' 3 '"vintage": 41 characters, and 40 are allowed' "<aim source='a' vintage='${forty}é'>a</aim>"
refused_program 'a name that another has' 2 'has that name' '' montagne
program_file '' autre
sed -i 's|<name>.*</name>|<name>Inconnu</name>|' "$files/program.xml"
take_program
matches 'a new one of another address' "$left $said" '^1 .*address "autre".*address "inconnu"'
one=plan-de-l-exemple
members $one "$files/list.csv" 2026 DDT
matches 'deleted: its list stays, and that is told' "$(guichet program delete --yes $one)" \
    'list of territories stays: --force'
matches 'a list alone is not deleted by chance' "$(guichet program delete --yes $one 2>&1)" \
    'has no file; --force deletes its list'
guichet program delete --yes --force $one > "$work/end"
is 'one that nobody else speaks of goes' "$(status_of /programmes/$one/)" 404
guichet program delete --yes --force $slug > "$work/end"
is 'the list of one that comes with Guichet goes' "$(status_of /programmes/$slug/) $(members_held)" '200 NULL|NULL|NULL'
matches 'what comes with Guichet is not deleted' "$(guichet program delete --yes --force $slug 2>&1)" \
    'has no file: it comes with Guichet'
