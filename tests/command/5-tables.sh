# The tables of the whole catalogue are files of today, which nginx gives without a program.
tables=$site/tables
day=$(date +%F)
said=$(unset GUICHET_TODAY; guichet index 2>&1)
is 'tables: guichet index exits 0' $? 0
is 'tables: the files of today' "$(cd "$tables" && echo *)" \
    "aides-$day.csv aides-$day.csv.gz aides-$day.xlsx"
gunzip -c "$tables/aides-$day.csv.gz" | cmp -s - "$tables/aides-$day.csv"
tap 'tables: the packed one is the same' $?
matches 'tables: a line an aid, and the titles' "$(head -n 1 "$tables/aides-$day.csv")" 'Nom;Nom court;'
get '/aides/?format=csv' | cmp -s - "$tables/aides-$day.csv"
tap 'tables: nginx gives the CSV' $?
get '/aides/?format=xlsx' | cmp -s - "$tables/aides-$day.xlsx"
tap 'tables: nginx gives the workbook' $?
curl -s -H 'Accept-Encoding: gzip' "$base/aides/?format=csv" | cmp -s - "$tables/aides-$day.csv.gz"
tap 'tables: packed, as it is' $?
matches 'tables: under the name of the day' "$(curl -sI "$base/aides/?format=csv")" \
    "filename=\"aides-$day.csv\""
matches 'tables: as the text that it is' "$(curl -sI "$base/aides/?format=csv")" \
    'Content-Type: text/csv; charset=utf-8'
is 'tables: their place has no address' "$(status_of "/guichet-tables/aides-$day.csv")" 404
echo one >> "$tables/aides-$day.csv"
is 'tables: a question is answered by the program' "$(get '/aides/?keyword=toit&format=csv' | grep -c '^one')" 0
# Without the file, and with one of another day, the program answers.
mv "$tables/aides-$day.csv" "$tables/aides-2020-01-01.csv"
rm "$tables/aides-$day.csv.gz"
matches 'tables: without the file the program answers' "$(curl -sI "$base/aides/?format=csv")" '^ETag: "[0-9a-f]{16}"'
is 'tables: and all is there' "$(get '/aides/?format=csv' | head -c 3)" "$bom"
( unset GUICHET_TODAY; guichet index > "$work/tables" 2>&1 )
is 'tables: those of another day go' "$(cd "$tables" && echo *.csv)" "aides-$day.csv"
is 'tables: a source without funded projects is no empty table' "$(guichet export funded rien 2>&1; echo $?)" \
    'guichet: no funded project has the source "rien"
1'
