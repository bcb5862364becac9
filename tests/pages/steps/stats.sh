# Pages of what readers did: none counted, then some; who may read them; and what could be
# of one person, which no page, period or total tells.
matches 'nothing is counted, and how to count is said' "$(get /stats/)" '<code>guichet count</code>'
get '/stats/?format=xml' > "$body"
is 'its document is sound' "$(xmllint --noout --relaxng "$root/xsl/page.rng" "$body" 2>&1)" "$body validates"
is 'a backer of whom nothing is counted' "$(get '/partenaires/9000001-ademe/stats/' |
    grep -c 'Rien n’est encore compté')" 1
# Of October 2026 and September 2026, on the site (0) and a portal (of id 900).
sql "INSERT INTO portal (id, slug, is_public, query, name, theme) VALUES (900, 'chiffres', 1, '', 'Portail des chiffres', 'neutral');
    UPDATE data_version SET version = version + 1;
    INSERT INTO count_search VALUES (0, '2026-07-01', '', '', 1, 0, ~0), (0, '2026-08-05', 'region', '79', 20, 0, 15),
        (0, '2026-09-10', 'commune', '79', 14, 2, ~0),
        (0, '2026-09-11', 'epci', '79', 4, 0, ~0), (0, '2026-10-24', 'commune', '79', 7, 0, 3), (0, '2026-10-25', 'epci', '79', 4, 1, ~0),
        (0, '2026-10-26', 'commune', '79', 0, 0, 28), (0, '2026-10-26', 'epci', '86', 1, 0, ~0), (0, '2026-11-02', '', '', 40, 10, ~0),
        (900, '2026-11-02', 'commune', '79', 3, 0, ~0);
    INSERT INTO count_word VALUES (0, '2026-09-01', 'toit', 9, 0, ~0), (0, '2026-10-01', 'toit', 11, 0, 31), (0, '2026-09-01', 'nom rare', 4, 4, ~0),
        (0, '2026-10-01', 'nom rare', 50, 50, 15), (0, '2026-10-01', 'padel', 6, 5, ~0);
    INSERT INTO count_place SELECT 0, '2026-10-01', id, IF(code = '79191', 12, 40), 0, IF(code = '79191', 31, 7) FROM perimeter
        WHERE code IN ('79191', '79049') AND scale = 1;
    INSERT INTO count_aid SELECT p.id, '2026-10-26', a.id, 30, 14, 7, 4, ~0 FROM aid a, (SELECT 0 AS id UNION SELECT 900) p
        WHERE a.slug = 'fonds-vert-renovation-energetique-batiments-publics';
    INSERT INTO count_aid SELECT 0, '2026-09-20', a.id, 4, 4, 5, 0, ~0 FROM aid a WHERE a.slug = 'fonds-vert-renovation-energetique-batiments-publics';
    INSERT INTO count_aid SELECT 0, '2026-08-20', a.id, 9, 60, 6, 0, 15 FROM aid a WHERE a.slug = 'fonds-vert-renovation-energetique-batiments-publics';
    INSERT INTO count_aid SELECT 900, '2026-10-27', a.id, 8, 0, 0, 4, ~0 FROM aid a WHERE a.slug = 'fonds-vert-covoiturage';
    INSERT INTO count_aid SELECT 0, '2026-10-27', a.id, 6, 0, 0, 0, ~0 FROM aid a WHERE a.status = 'deleted' ORDER BY a.id LIMIT 1;
    INSERT INTO portal_aid SELECT 900, a.id, 0, 1 FROM aid a WHERE a.slug = 'fonds-vert-covoiturage';
    INSERT INTO count_page VALUES (0, '2026-11-02', 'backer', 9000001, 8, ~0), (0, '2026-08-02', 'backer', 9000001, 80, 15)"
echo >> "$site/run/notice"
tag() { curl -s -o /dev/null -D - "$base$1" | sed -n 's/^ETag: //p' | tr -d '\r'; }
until_true [ "$(status_of /portails/chiffres/)" = 200 ]
held=$(tag /stats/)
is 'a page that was not counted on is held' "$(curl -s -o /dev/null -w '%{http_code}' -H "If-None-Match: $held" "$base/stats/")" 304
sql "INSERT INTO count_log (host, log, position) VALUES ('ici', SHA2('x', 256), 9)"
[ "$(tag /stats/)" != "$held" ]
tap 'and is another once more was counted, without a new version of the data' $?
# numbers PATH XPATH: what a page tells.
numbers() { get "${1}format=xml" | xmllint --xpath "string($2)" - 2> /dev/null; }
is 'thirty days, and the thirty before' "$(numbers '/stats/?' 'concat(//total[1]/@searches, " ", //total[1]/@nothing, " ", //total[2]/@searches)')" '52 11 0'
matches 'compared in words' "$(get '/stats/?from=23/10/2026&to=2026-11-21')" '>52</strong>.recherches, contre aucune du 23.septembre'
matches 'not with a time before the first that was counted' "$(get '/stats/?period=2026-07')" 'Pas encore de comparaison'
is 'each day has its step' "$(numbers '/stats/?period=2026-10&' 'count(//step)')" 31
is 'or each week, from the first day that was counted' \
    "$(numbers '/stats/?period=2026&' 'concat(count(//step), " ", //total/@from, " ", //step[1]/@from, " ", //step[1]/@to, " ", sum(//step/@searches))')" \
    '21 2026-07-01 2026-07-01 2026-07-05 91'
matches 'no zeros for a time before it' "$(get '/stats/?from=2026-06-29&to=2026-06-30')" 'Aucune visite n’était comptée alors'
is 'nor in the data' "$(numbers '/stats/?period=2026-06&' 'count(//total | //step | //parts)')" 0
matches 'a day is compared with the day before' "$(get '/stats/?from=2026-10-26&to=2026-10-26')" 'contre 4 le 25.octobre'
for query in from=hier to=31/2/2026 period=2026-13 period=2027 'from=2025-01-01&to=2026-02-01' 'from=2026-02-01&to=2026-01-01'; do
	is "refused: $query" "$(status_of "/stats/?$query")" 400
done
# What is hidden: 4 and 4 in two months are not 8, and 14 is 10.
kind='string(//kinds/kind[@slug = "commune"]/@searches), " ", string(//kinds/kind[@slug = "epci"]/@searches), "."'
is 'by kinds, rounded in each month' "$(numbers '/stats/?from=2026-09-01&to=2026-10-31&' "concat($kind)")" '15 5.'
is 'within a department' "$(numbers '/stats/?from=2026-09-01&to=2026-10-31&department=79&' "concat($kind)")" '15 less.'
is 'whatever the days: a month is told whole' "$(numbers '/stats/?from=2026-10-24&to=2026-10-24&' "concat($kind)")" '5 5.'
is 'by departments' "$(numbers '/stats/?from=2026-09-01&to=2026-10-31&' \
    'concat(//department[@code = "79"]/@searches, " ", count(//department))')" '25 1'
is 'the whole of them is told' "$(numbers '/stats/?from=2026-09-01&to=2026-10-31&' '//parts/@searches')" 30
is 'words' "$(numbers '/stats/?from=2026-09-01&to=2026-10-31&' 'concat(//words/word[1]/@text, //words/word[1]/@searches, " ", count(//words/word), " ", //missed/word/@text)')" 'toit15 2 padel'
is 'territories' "$(numbers '/stats/?period=2026-10&' 'concat(count(//place), " ", //place/@code, " ", //place/@searches)')" '1 79191 10'
# What is told of an aid, of links and of drafts: 4 and 14 are 10, on whichever days.
done='concat(//parts/total[1]/@more, " ", //parts/total[1]/@apply, " ", //parts/total[1]/@drafts)'
# What four networks did, however often: only how much was done is told.
is 'too few networks: nothing of it' "$(numbers '/stats/?period=2026-08&' "concat(//total/@searches, ' ', count(//department), ' ', //kinds/kind[@slug = 'region']/@searches, ' ', $done, ' ', count(//aid))")" \
    '20 0 less less less less 0'
is 'nor of the page of a backer' "$(numbers '/partenaires/9000001-ademe/stats/?period=2026-08&' '//total/@page')" less
is 'links, rounded in each month' "$(numbers '/stats/?from=2026-09-01&to=2026-10-31&' "$done")" '10 10 less'
is 'whatever the day' "$(numbers '/stats/?from=2026-10-24&to=2026-10-24&' "$done")" '10 5 less'
is 'compared with the month before' "$(numbers '/stats/?period=2026-10&' 'concat(//parts/total[2]/@from, " ", //parts/total[2]/@apply)')" '2026-09-01 5'
aid=/aides/fonds-vert-renovation-energetique-batiments-publics/
is 'and an aid' "$(numbers '/stats/?from=2026-09-01&to=2026-10-31&' 'concat(//aid[1]/@views, " ", //aid[1]/@more, " ", //aid[1]/@apply, " ", //aid[1]/@drafts)')" '30 10 10 less'
is 'no day tells them' "$(get '/stats/?from=2026-10-26&to=2026-10-26&format=csv' | tr -d '\r' | sed -n 's/^"Guichet des aides";"Par jour";//p')" '2026-10-26;2026-10-26;"";"";1;0;;30;;;'
get '/stats/?from=2026-10-26&to=2026-10-26' > "$body"
matches 'an aid that is here has a link' "$(cat "$body")" "<a href=\"$aid\">"
is 'one that is withdrawn has none' "$(grep -o '[^>]*<span class="g-note">n’est plus ici' "$body" | sed 's/ <.*//')" \
    "$(sql "SELECT name FROM aid WHERE status = 'deleted' ORDER BY id LIMIT 1")"
for format in html xml csv; do
	is "a word asked less than five times a month is nowhere in $format" \
	    "$(get "/stats/?period=2026&format=$format" | grep -c 'nom rare')" 0
done
get '/stats/?period=2026-10&department=79&format=csv' > "$body"
matches 'hidden, in a table' "$(cat "$body")" '"Intercommunalité / Pays";"epci";"moins de 5";'
matches 'which says whose it is, and within what' "$(cat "$body")" '^"Guichet des aides";"Par type de structure, Deux-Sèvres";2026-10-01;2026-10-31;"Commune"'
is 'each of its lines of a part has a name' "$(grep -cE '"Par (type|dép)[^;]*;[^;]*;[^;]*;"";' "$body")" 0
# file PATH: the name of a file of numbers.
file() { curl -s -o /dev/null -D - "$base$1" | tr -d '\r' | sed -n 's/^Content-Disposition: attachment; filename=//p'; }
is 'its name has the period' "$(file '/stats/?period=2026-10&department=79&format=csv')" '"stats-2026-10-01-au-2026-10-31.csv"'
is 'and the backer' "$(file '/partenaires/9000001-ademe/stats/?format=csv')" '"partenaires-9000001-ademe-stats-2026-10-23-au-2026-11-21.csv"'
matches 'and on the page' "$(get '/stats/?period=2026-10&department=79')" 'moins de.5</td>'
matches 'what no list knows is left aside' "$(get '/stats/?department=zz&kind=rien')" '«.rien.» n’est plus connu'
# A backer: its aids on the site, and in portals whose numbers are public.
views="concat(/page/total[1]/@views, ' ', $done)"
backer=$(get '/aides/fonds-vert-renovation-energetique-batiments-publics/' | grep -o '/partenaires/[0-9]*-[a-z-]*/' | head -n 1)
is 'a backer, without private portals' "$(numbers "${backer}stats/?" "$views")" '30 10 5 less'
is 'of its aid, by months' "$(numbers "${backer}stats/?from=2026-10-26&to=2026-10-26&" 'concat(//aid/@views, " ", //aid/@more, " ", //aid/@drafts)')" '30 10 less'
is 'its own page' "$(numbers '/partenaires/9000001-ademe/stats/?period=2026-11&' '//total/@page')" 5
is 'its address is one' "$(curl -s -o /dev/null -w '%{redirect_url}' "$base/partenaires/9000001/stats/?period=2026")" \
    "$base/partenaires/9000001-ademe/stats/?period=2026"
# A portal's: private, by a word, or public.
path=/portails/chiffres/stats/
is 'the numbers of a portal are private' "$(status_of $path)" 404
is 'no foot leads there' "$(get /portails/chiffres/ | grep -c '/stats/')" 0
sql "UPDATE portal SET stats_word = SHA2('motdechiffres', 256) WHERE id = 900; UPDATE data_version SET version = version + 1"
echo >> "$site/run/notice"
secret=/portails/chiffres~motdechiffres
until_true [ "$(status_of $secret/stats/)" = 200 ]
is 'its word opens them' "$(numbers "$secret/stats/?" '//total[1]/@searches')" 3
is 'it shows one of the two aids that were read' "$(numbers "$secret/stats/?" 'concat(count(//aid), " ", //aid[@slug]/@views, " ", //aid[not(@slug)]/@views)')" '2 30 5'
is 'a file of it names the portal, and not the word' "$(file "$secret/stats/?period=2026-10&format=csv")" \
    '"chiffres-stats-2026-10-01-au-2026-10-31.csv"'
is 'another does not' "$(status_of /portails/chiffres~motdechiffre/stats/)" 404
curl -s -o /dev/null -D "$head" "$base$secret/stats/"
matches 'nobody may keep what the word opens' "$(grep -iE '^(cache-control|x-robots-tag|etag)' "$head" | tr -d '\r' | tr '\n' ' ')" '^Cache-Control: private, no-cache X-Robots-Tag: noindex $'
is 'the word is in no log' "$(grep -rl motdechiffres "$site/log" | wc -l)" 0
sql "UPDATE portal SET is_public = 0 WHERE id = 900; UPDATE data_version SET version = version + 1"
echo >> "$site/run/notice"
until_true [ "$(status_of /portails/chiffres/)" = 404 ]
is 'of a hidden portal it opens nothing' "$(status_of $secret/)$(status_of $secret/stats/)" 404404
sql "UPDATE portal SET is_public = 1, stats_public = 1 WHERE id = 900; UPDATE data_version SET version = version + 1"
echo >> "$site/run/notice"
until_true [ "$(status_of $path)" = 200 ]
matches 'public, its foot leads there' "$(get /portails/chiffres/)" 'href="/portails/chiffres/stats/">Statistiques'
is 'and they count for the backer' "$(numbers "${backer}stats/?" "$views")" '68 25 10 10'
is 'a backer has no numbers below a portal' "$(status_of "/portails/chiffres${backer}stats/")" 404
# The samples of the demo are of aids that its portals show.
if [ "$(status_of /portails/deux-sevres/)" = 200 ]; then
	sql "TRUNCATE count_aid; SET @today = '$GUICHET_TODAY', @days = 70; $(cat "$root/sql/data/sample-counts.sql")"
	is 'each aid of the samples has a link' "$(numbers '/portails/deux-sevres/stats/?period=2026-10&' \
	    'concat(count(//aid[@slug]) > 5, " ", count(//aid[not(@slug)]))')" 'true 0'
fi
# The site's, by its settings.
conf=$work/private.conf
sed '$a stats = private' "$site/etc/guichet.conf" > "$conf"
alone '/stats/?' > "$body"
is 'private, and no foot leads there' "$(head -n 1 "$body" | tr -d '\r') $(grep -c '/stats/"' "$body")" 'Status: 404 Not Found 0'
# But to who has the word.
sql "INSERT INTO site_word VALUES ('stats', SHA2('motdusite', 256))"
alone '/stats~motdusite/?' > "$body"
is 'private, its word opens them' "$(head -n 1 "$body" | tr -d '\r') $(grep -c 'id="qui"' "$body")" 'Status: 200 OK 1'
unset conf
curl -s -o "$body" -D "$head" "$base/stats~motdusite/?period=2026-10"
matches 'nobody may keep them' "$(grep -iE '^(cache-control|x-robots-tag|etag)' "$head" | tr -d '\r' | tr '\n' ' ')" '^Cache-Control: private, no-cache X-Robots-Tag: noindex $'
is 'their links and forms stay there, but for the one of all' "$(grep -o 'action="/stats~motdusite/"' "$body" | wc -l) $(grep -o 'rel="canonical" href="http://localhost:[0-9]*/stats/"' "$body" | wc -l)" '2 1'
is 'nor is the word in the name of a file' "$(file '/stats~motdusite/?period=2026-10&format=xlsx')" '"stats-2026-10-01-au-2026-10-31.xlsx"'
is 'another word opens nothing, nor this one elsewhere' \
    "$(status_of /stats~motdusites/) $(status_of /stats~/) $(status_of /portails/deux-sevres/stats~motdusite/) $(status_of /partenaires/9000001-ademe/stats~motdusite/)" '404 404 404 404'
is 'it is in no log' "$(grep -rl motdusite "$site/log" | wc -l)" 0
sql "DELETE FROM site_word"
is 'closed, it opens nothing' "$(status_of /stats~motdusite/)" 404
sql "DELETE FROM portal WHERE id = 900; TRUNCATE count_search; TRUNCATE count_word; TRUNCATE count_place; TRUNCATE count_aid;
    TRUNCATE count_page; DELETE FROM count_log; UPDATE data_version SET version = version + 1"
