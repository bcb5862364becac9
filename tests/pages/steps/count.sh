# What is counted: nginx writes a line of each page that says so, and neither its address
# nor its question; readers do not get what it says.
browser='Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
# visit PATH [OPTION...]: as a browser asks; the answer's status and where it leads.
visit() {
	at=$1
	shift
	curl -s -g -A "$browser" -D "$head" -o "$body" --max-time 60 \
	    -w '%{http_code} %{redirect_url}' "$@" "$base$at"
}
log=$site/log/count.log
# counted: what the log says, without repeats, of the pages that were asked since.
counted() { sed 's/.*"count":"\(.*\)"}$/\1/' "$log" | sort -u; }
has_lines() { [ "$(wc -l < "$log")" -ge "$1" ]; }

search='/aides/?keyword=R%C3%A9nover+les+%C3%A9coles&perimeter_codes[]=79191&organization_type_slugs=commune'
for _ in 1 2 3; do visit "$search" > /dev/null; done
is 'readers do not get it' "$(grep -i '^Guichet-' "$head")" ''
visit '/aides/?keyword=zzzzqqqq&perimeter_codes[]=79' > /dev/null
visit '/aides/?page=2' > /dev/null
visit '/aides/detr-deux-sevres/' > /dev/null
visit '/partenaires/9000001-ademe/' > /dev/null
visit '/programmes/fonds-vert/' > /dev/null
info=$(sql "SELECT origin_url FROM aid WHERE slug = 'detr-deux-sevres'")
apply=fonds-vert-covoiturage
sql "UPDATE aid SET application_url = 'https://demarches.example.fr/a?b=1&c=%C3%A9' WHERE slug = '$apply'"
is 'a link leads to the address of its aid' \
    "$(visit /aides/detr-deux-sevres/vers/informations/)" "303 $info"
is 'the other one too' "$(visit "/aides/$apply/vers/candidature/")" \
    '303 https://demarches.example.fr/a?b=1&c=%C3%A9'
is 'that it has not leads nowhere' "$(visit /aides/detr-deux-sevres/vers/candidature/)" '404 '
is 'nor one of no aid' "$(visit /aides/aucune/vers/informations/)" '404 '
is 'nor one that is another word' "$(visit /aides/detr-deux-sevres/vers/ailleurs/)" '404 '
matches 'an aid leads there by it' "$(get /aides/detr-deux-sevres/)" \
    '<a [^>]*href="/aides/detr-deux-sevres/vers/informations/" title="Lire la page du financeur, sur [a-z.-]*">'
is 'programs have the true address' \
    "$(get '/aides/detr-deux-sevres/?format=xml' > "$body"; xpath //origin-url)" "$info"
visit /aides/detr-deux-sevres/candidater/ > /dev/null
# None of these is counted.
visit '/aides/detr-deux-sevres/candidater/?authority=217901099' > /dev/null
visit '/aides/?keyword=robot' -A 'Mozilla/5.0 (compatible; Googlebot/2.1)' > /dev/null
visit '/aides/?keyword=robot' -A '' > /dev/null
visit '/aides/?keyword=machine&format=xml' > /dev/null
visit '/aides/?keyword=machine&format=atom' > /dev/null
visit '/aides/?keyword=entete' -I > /dev/null
visit '/aides/?keyword=ici&perimeter_q=saint-denis' > /dev/null
for of in 'Dest: image' 'Dest: script' 'Dest: empty' 'Purpose: prefetch'; do
	visit '/aides/?keyword=ailleurs' -H "Sec-$(echo "$of" | sed 's/^Dest/Fetch-&/')" > /dev/null
done
# But this is, of which no more is written than one screen.
long=$(printf '%3000s' '' | tr ' ' '\001')
visit '/aides/?keyword=zzzzqqqq&perimeter_codes[]=79' -A "$browser $(printf '%500s' '' | tr ' ' x)" \
    -H 'Sec-Fetch-Dest: document' > /dev/null
visit '/aides/?keyword=zzzzqqqq&perimeter_codes[]=79' -A "$browser $long" -H 'Sec-Fetch-Dest: iframe' > /dev/null
visit "/aides/$(printf '%5000s' '' | tr ' ' y)/" > /dev/null
visit "/aides/$(printf '%1000s' '' | sed 's/ /%01/g')/" > /dev/null
until_true has_lines 12
id_of() { sql "SELECT id FROM $1 WHERE slug = '$2'"; }
niort=$(sql "SELECT id FROM perimeter WHERE code = '79191' AND scale = 1")
deux_sevres=$(sql "SELECT id FROM perimeter WHERE code = '79' AND scale = 10")
is 'the log says what was done, and nothing else' "$(counted)" "$(sort <<-END
	event=aid; aid=$(id_of aid detr-deux-sevres)
	event=apply; aid=$(id_of aid detr-deux-sevres)
	event=apply; aid=$(id_of aid "$apply")
	event=backer; backer=9000001
	event=more; aid=$(id_of aid detr-deux-sevres)
	event=program; program=$(id_of program fonds-vert)
	event=search; kind=commune; place=$niort; department=79; words=renover+ecoles; found=$(total "${search#*\?}")
	event=search; place=$deux_sevres; department=79; words=zzzzqqqq; found=0
	END
)"
is 'of a page that nginx kept too' "$(grep -c renover "$log")" 3
is 'of a page of a frame too' "$(grep -c zzzzqqqq "$log")" 3
is 'a line is short, whatever readers say' "$(cat "$log" "$site/log/access.log" | awk 'length > 800' | wc -l)" 0
is 'no address whole, of reader or page' "$(grep -cE '"address":"127\.0\.0\.1|/aides|keyword' "$log")" 0
sql "UPDATE aid SET application_url = NULL WHERE slug = '$apply'"
