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

printf 'insee_com,lib_com\n79191,Niort\nNiort,79191\n,\n' > "$files/bad.csv"
members $slug "$files/bad.csv" 2026 ANCT
is 'a line without a code: exit 1' $left 1
matches 'a line without a code: which' "$said" 'line 3, column 1: "Niort" is neither an INSEE code nor a SIREN'
matches 'and the others' "$said" 'line 4'
members $slug "$files/list.csv" 2026 ANCT
is 'half of the members lost: exit 1' $left 1
is 'and the list is as it was' "$(members_held)" '200041317 2A004 79109 79191|avril 2027|DDT'
members --force $slug "$files/list.csv" 2026 ANCT
is 'but with --force' "$(members_held)" '01004 79191|2026|ANCT'
echo 99999 > "$files/none.txt"
members --force $slug "$files/none.txt" 2026 ANCT
matches 'no code of today' "$said" 'no code leads to a territory of today'
members rien "$files/list.csv" 2026 ANCT
matches 'no such programme' "$said" 'no programme has the address "rien"'
members $slug "$files/list.csv" '' ANCT
matches 'a list without a date' "$said" 'the date has 1 to 40 bytes'
sql "DELETE l FROM program_list l JOIN program p ON p.id = l.program_id WHERE p.slug = '$slug'"
