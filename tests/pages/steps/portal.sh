# Portals: each of their pages keeps their name and their aids, by the path and by a
# host name, and nothing else does.
# change SQL: as the administrator's command changes what pages show.
change() {
	sql "$1; UPDATE data_version SET version = version + 1"
	echo >> "$site/run/notice"
}
change "INSERT INTO portal (slug, is_public, query, name, theme, accent) VALUES
    ('essai', 1, 'perimeter_codes=79&targeted_audiences=commune', 'Portail d’essai', 'neutral', '#7a1f5c'),
    ('cache', 0, '', 'Portail caché', 'neutral', NULL), ('vide', 1, 'keyword=xyzxyz', 'Portail vide', 'neutral', NULL);
    INSERT INTO portal (slug, host, is_public, query, name, theme, accent) VALUES
    ('hote', 'hote.localhost', 1, 'programs=action-coeur-de-ville', 'Portail hôte', 'state', NULL);
    UPDATE portal SET own_canonical = 1; UPDATE portal SET preview = SHA2('mot', 256) WHERE slug = 'cache'; UPDATE portal SET stats_public = 1 WHERE slug = 'hote';
    INSERT INTO portal_page SELECT id, 1, 'contact', 'Contact', '<p>Voir <a href=\"/aides/\">les aides</a>.</p>' FROM portal
        WHERE slug IN ('essai', 'cache', 'vide', 'hote');
    INSERT INTO portal_site SELECT id, 'http://autre.example' FROM portal WHERE slug IN ('essai', 'hote');
    INSERT INTO portal_aid SELECT p.id, a.id, 1, 1 FROM portal p, aid a WHERE p.slug = 'hote' AND a.slug = 'detr-deux-sevres';
    INSERT INTO portal_aid SELECT p.id, a.id, 0, 1 FROM portal p, aid a WHERE p.slug = 'hote' AND a.slug = 'action-coeur-de-ville'"
port=${base##*:}
# within HOST PREFIX: the slugs of the aids of a portal, a line each; its list has the
# general one of several versions alone.
within() {
	curl -s -H "Host: $1:$port" "$base$2/sitemap.xml" | tr '<' '\n' |
	    sed -n 's|^loc>.*/aides/\(..*\)/$|\1|p' | sort -u
}
# crawl HOST PREFIX NAME: what is wrong below a portal.
crawl() {
	within "$1" "$2" > "$work/within"
	node crawl.mjs "$base" "$1" "$2" "$3" "$work/within" > "$work/crawl"
	note "$(grep '^#' "$work/crawl" | sed 's/^# //')"
	is "$3: a crawl of its pages, of $(wc -l < "$work/within") aids" \
	    "$(grep -v '^#' "$work/crawl" | head -n 10)" ''
	[ "$(grep -c '^#' "$work/crawl")" -ge 12 ]
	tap 'of twelve kinds of pages at least' $?
}
# Under sanitizers one of the two, for each page is slow there.
if [ -z "${SANITIZED:-}" ] || [ -n "${FULL:-}" ]; then
	crawl localhost /portails/essai 'Portail d’essai'
fi
crawl hote.localhost '' 'Portail hôte'
matches 'an aid that it shows all the same is within' "$(cat "$work/within")" '^detr-deux-sevres$'
is 'one that it never shows is not' "$(grep -x action-coeur-de-ville "$work/within")" ''

# of HOST PATH: the status and the name that the answer is under.
of() {
	curl -s -H "Host: $1:$port" -w '\n%{http_code}\n' "$base$2" |
	    sed -n 's|.*fr-header__service-title">\([^<]*\)<.*|\1|p; $p' |
	    tr '\n' '\t' | sed 's/\t$//'
}
# listed HOST PATH: the addresses of a sitemap, or of an index of them, but for pages of
# one aid, backer, programme or department.
listed() {
	curl -s -H "Host: $1:$port" "$base$2" | tr '<' '\n' |
	    sed -n 's|^loc>http://\(.*\)$|\1|p' | grep -vE '/(aides|partenaires|programmes|cartographie)/.' |
	    grep -v '/portails/[^/]*\(deux-sevres\|fonds-vert\|petites-villes\)' | tr '\n' ' '
}
alike='/aides/ /calendrier/ /programmes/ /partenaires/ /cartographie/ /projets-references/ /projets-finances/ /demarches/ /plan-du-site/ /accessibilite/ /mentions-legales/ /donnees-personnelles/'
# under WHERE PATH...: the addresses there, as they are listed.
under() {
	at=$1
	shift
	printf "$at%s " "$@"
}
# shellcheck disable=SC2086
is 'a sitemap: all that search engines are shown of a portal' "$(listed hote.localhost /sitemap.xml)" \
    "$(under "hote.localhost:$port" / /pages/contact/ $alike)"
# shellcheck disable=SC2086
is 'that of the site: its portals too' "$(listed localhost /sitemap.xml)" \
    "$(under "localhost:$port" / /portails/ /portails/essai/ /portails/vide/ /portails/essai/pages/contact/ /portails/vide/pages/contact/ $alike)"
is 'the index of sitemaps: those of this host' "$(listed localhost /sitemap-index.xml)" \
    "$(under "localhost:$port" /sitemap.xml /portails/essai/sitemap.xml /portails/vide/sitemap.xml)"
for at in hote.localhost localhost/portails/essai; do
	host=${at%%/*} path=${at#"${at%%/*}"}
	is "a portal has one of its own: $at" "$(listed "$host" "$path/sitemap-index.xml")" "$host:$port$path/sitemap.xml "
	is 'where its robots.txt leads' "$(curl -s -H "Host: $host:$port" "$base$path/robots.txt" | sed -n 's/^Sitemap: //p')" \
	    "http://$host:$port$path/sitemap-index.xml"
done
is 'its departments' "$(get /portails/essai/sitemap.xml | grep -o '/cartographie/[0-9][^<]*' | tr '\n' ' ')" \
    '/cartographie/79-deux-sevres/ '
change "UPDATE portal SET own_canonical = 0 WHERE slug IN ('essai', 'hote')"
is 'a portal whose pages are the site’s lists its own' "$(listed localhost /portails/essai/sitemap.xml)" \
    "$(under "localhost:$port/portails/essai" / /pages/contact/)"
is 'and no aid' "$(within localhost /portails/essai)" ''
is 'by its host too' "$(listed hote.localhost /sitemap.xml)" "$(under "hote.localhost:$port" / /pages/contact/)"
is 'nor is it in the index' "$(listed localhost /sitemap-index.xml)" \
    "$(under "localhost:$port" /sitemap.xml /portails/vide/sitemap.xml)"
is 'robots.txt leads there' "$(curl -s -H "Host: localhost:$port" "$base/robots.txt" | sed -n 's/^Sitemap: //p')" \
    "http://localhost:$port/sitemap-index.xml"

curl -s -H "Host: hote.localhost:$port" "$base/aides/?keyword=piscine" > "$work/shown"
is 'it is shown first, whatever is asked' "$(tr '<' '\n' < "$work/shown" |
    sed -n '/^h2 id="une"/,/^\/section/s|^a .*href="/aides/\([^/]*\)/.*|\1|p')" detr-deux-sevres
# cards PATH: the aids of the cards of a page, those of its list as it counts them.
cards() {
	curl -s -H "Host: hote.localhost:$port" "$base$1" | tr '<' '\n' |
	    sed -n 's|^a .*href="/aides/\([a-z][^/]*\)/.*|\1|p'
}
for path in / /aides/; do
	is "and once on the page $path" "$(cards $path | grep -cx detr-deux-sevres) $(cards $path | sort | uniq -d | tr '\n' ' ')" '1 '
done
is 'it counts all the same' "$(curl -s -H "Host: hote.localhost:$port" "$base/aides/?keyword=detr&format=xml" | xmllint --xpath 'string(//aids/@total)' -) $(
    curl -s -H "Host: hote.localhost:$port" "$base/aides/?keyword=detr" | sed -n 's/.*<h1[^>]*>\([0-9]*\).*/\1/p')" '1 1'

is 'an aid of the site is not found below a portal without it' \
    "$(of hote.localhost /aides/action-coeur-de-ville/)" 'Portail hôte	404'
for format in xml ics; do
	is "nor as $format" "$(curl -s -H "Host: hote.localhost:$port" -o /dev/null \
	    -w '%{http_code}' "$base/aides/action-coeur-de-ville/?format=$format")" 404
done
is 'a calendar bears its name, and its file its slug' "$(curl -s -i "$base/portails/essai/aides/?format=ics" | tr -d '\r' |
    sed -n 's/^X-WR-CALNAME://p; s/^Content-Disposition: attachment; filename=//p')" \
    "\"essai-aides-$GUICHET_TODAY.ics\"
Échéances – Portail d’essai"
is 'by its host too' "$(curl -s -i -H "Host: hote.localhost:$port" "$base/aides/?format=csv" | tr -d '\r' |
    sed -n 's/^Content-Disposition: attachment; filename=//p')" "\"hote-aides-$GUICHET_TODAY.csv\""
is 'a portal without aids says so' "$(of localhost /portails/vide/)" 'Portail vide	200'
is 'one that is hidden is not found' "$(of localhost /portails/cache/)" 'Guichet des aides	404'
is 'but by its word' "$(of localhost /portails/cache~mot/)" 'Portail caché	200'
is 'and by no other' "$(of localhost /portails/cache~mots/)" 'Guichet des aides	404'
matches 'a preview says that not all see it' "$(get /portails/cache~mot/aides/)" '>Aperçu, pas encore public<'
is 'a public portal does not' "$(get /portails/essai/aides/ | grep -c 'Aperçu, pas')" 0
is 'one that nobody made is not found' "$(of localhost /portails/rien/)" 'Guichet des aides	404'
# brand HOST PATH: as its document says it.
brand() {
	curl -s -H "Host: $1:$port" "$base$2?format=xml" |
	    xmllint --xpath 'string(/page/site/@block)' - | paste -sd '|'
}
change "UPDATE portal SET brand = 'Préfet|de l’essai' WHERE slug = 'hote'"
is 'the document of a portal has its brand' "$(brand hote.localhost /aides/)" 'Préfet|de l’essai'
is 'or none' "$(brand localhost /portails/essai/aides/)" ''
is 'and not that of the site' "$(brand localhost /aides/)" 'Préfecture|de démonstration'
matches 'its pages too' "$(curl -s -H "Host: hote.localhost:$port" "$base/aides/")" 'Préfet<br>de l’essai'
# What its own host has not, it says under its name.
for path in portails/essai/ portails/hote/ portails/hote~mot/ portails/ rien \
    stats~mot/ partenaires/9000001-ademe/stats/ demarches/rien/ aides/rien/candidater/; do
	is "the host of a portal has no /$path" "$(of hote.localhost "/$path")" 'Portail hôte	404'
done
matches 'and leads to its own pages' "$(curl -s -H "Host: hote.localhost:$port" "$base/portails/essai/aides/")" \
    '<a class="fr-btn" href="/">'
for path in portails/essai/ rien sante/ favicon.ico static/rien.css guichet-tables/; do
	is "nor under that of the site: /$path" "$(curl -s -H "Host: hote.localhost:$port" \
	    -H 'X-Forwarded-For: 192.0.2.1' "$base/$path" | grep -cE '<h1>Page introuvable|Guichet des aides')" 1
done
is 'a host that is nobody’s' "$(of rien.localhost /)" 'Guichet des aides	421'
curl -s -o /dev/null -D "$work/framed" "$base/portails/essai/cadre/aides/"
matches 'a frame is allowed in the sites that the portal names' "$(cat "$work/framed")" \
    "frame-ancestors http://autre.example.$"
is 'the page around has no other policy' "$(grep -ci content-security "$work/framed")" 1
is 'a portal that names none has no frame' "$(of localhost /portails/vide/cadre/)" 'Portail vide	404'
matches 'and leads out of it' "$(get /portails/vide/cadre/aides/)" '<a class="fr-btn" href="/portails/vide/">'
change "UPDATE portal SET is_public = 0 WHERE slug = 'hote'"
is 'the host of a hidden portal is nobody’s' "$(of hote.localhost /)" 'Guichet des aides	421'
change "UPDATE portal SET is_public = 1 WHERE slug = 'hote'"
curl -s -o /dev/null -D "$work/framed" "$base/portails/essai/aides/"
matches 'its own pages are in no frame' "$(cat "$work/framed")" "frame-ancestors 'none'"
curl -s "$base/portails/essai/cadre/aides/" > "$work/framed"
is 'in a frame, what leads out opens above' "$(grep -o '<a [^>]*href="[^"]*"' "$work/framed" |
    grep -vE 'href="(/portails/essai/cadre/|#|\?)' | grep -v 'target="_top"')" ''
is 'a page of the site below it keeps to its path' \
    "$(curl -s -o /dev/null -w '%{http_code} %{redirect_url}' "$base/portails/essai/aides?x=1")" \
    "301 $base/portails/essai/aides/?x=1"
is 'its own host is where its path leads' \
    "$(curl -s -o /dev/null -w '%{http_code} %{redirect_url}' "$base/portails/hote/aides/?text=eau")" \
    "301 http://hote.localhost:$port/aides/?text=eau"
for path in '' /portails/essai; do
	get "$path/cartographie/?format=xml" |
	    xmllint --xpath "string(//department[@code = '79']/@aids)" - > "$work/map$(basename "$path")"
done
is 'its map counts its aids' "$(cat "$work/mapessai")" \
    "$(get '/portails/essai/aides/?perimeter_codes=79&format=xml' | xmllint --xpath 'string(//aids/@total)' -)"
[ "$(cat "$work/mapessai")" -lt "$(cat "$work/map")" ]
tap 'and less than the map of the site' $?
matches 'its colour is in its styles' "$(get /portails/essai/style.css)" '--g-accent: #7a1f5c'
for slug in essai vide; do
	is "the type of the styles of $slug" "$(curl -s -o /dev/null -w '%{http_code} %{content_type}' \
	    "$base/portails/$slug/style.css")" '200 text/css; charset=utf-8'
done
matches 'search engines are shown the page of the site' \
    "$(get /portails/essai/aides/detr-deux-sevres/)" \
    "rel=\"canonical\" href=\"http://localhost:$port/aides/detr-deux-sevres/\""
change "UPDATE portal SET own_canonical = 1, operator_name = 'Conseil départemental', publication_director = 'Sa présidente'
    WHERE slug = 'hote'"
matches 'or that of the portal, when its owner wants it' \
    "$(curl -s -H "Host: hote.localhost:$port" "$base/aides/detr-deux-sevres/")" \
    "rel=\"canonical\" href=\"http://hote.localhost:$port/aides/detr-deux-sevres/\""
matches 'it says who answers for it' \
    "$(curl -s -H "Host: hote.localhost:$port" "$base/mentions-legales/")" 'Sa présidente'
# Errors too, whatever they are of, in its frame as well.
for path in rien/ 'aides/?page=abc' 'aides/?apply_before=2027-02-31' ; do
	is "an error is under its name: $path" "$(of localhost "/portails/essai/$path" | sed 's/[0-9]*$//')" \
	    'Portail d’essai	'
	matches 'and in its frame' "$(curl -s -D - -o /dev/null "$base/portails/essai/cadre/$path")" \
	    "frame-ancestors http://autre.example.$"
done
get /portails/essai/cadre/aides/ > "$work/framed"
tag=$(curl -s -D - -o /dev/null "$base/portails/essai/cadre/aides/" | sed -n 's/^ETag: //p' | tr -d '\r')
matches 'a page that the reader has may still be framed' "$(curl -s -D - -o /dev/null \
    -H "If-None-Match: $tag" "$base/portails/essai/cadre/aides/")" 'frame-ancestors http://autre.example.$'
# What the web server keeps for itself, it keeps below a portal.
for prefix in /portails/essai /portails/essai/cadre /cadre; do
	for path in /sante/ /sante/metrics /sante/search/ /guichet-tables/ ; do
		is "$prefix$path is not found" "$(status_of "$prefix$path")" 404
	done
done
is 'no form is in a frame' "$(status_of /portails/essai/cadre/aides/detr-deux-sevres/candidater/)" 404
is 'nor is the list of forms' "$(status_of /portails/essai/cadre/demarches/)" 404
is 'the whole catalogue is not that of a host of nobody' "$(curl -s -H "Host: rien.localhost:$port" \
    -o /dev/null -w '%{http_code}' "$base/aides/?format=csv")" 421
matches 'programmes of its aids' "$(get /portails/essai/programmes/)" 'href="/portails/essai/programmes/[a-z]'
# One that has a local version and not its general one, of the same backer and programme.
both="a.slug IN ('detr-deux-sevres', 'dotation-equipement-territoires-ruraux-detr')"
change "INSERT INTO aid_program (aid_id, program_id) SELECT a.id, p.id FROM aid a, program p WHERE $both AND p.slug = 'crte'"
# counts PATH XPATH: what a document of that portal says.
counts() {
	curl -sL -H "Host: hote.localhost:$port" "$base$1?format=xml" | xmllint --xpath "string($2)" -
}
dgcl=$(counts /partenaires/ "//backer[contains(name, 'DGCL')]/@id")
is 'a backer of a local version alone is listed' "$(counts /partenaires/ "//backer[@id = '$dgcl']/@aids")" 1
is 'and found by a name that is near' \
    "$(curl -s -H "Host: hote.localhost:$port" "$base/partenaires/?format=xml&q=directions+introuvables" |
	xmllint --xpath "string(//near/backer[@id = '$dgcl']/@aids)" -)" 1
is 'its page counts the themes and the types of that aid' \
    "$(counts "/partenaires/$dgcl/" "concat(count(//themes/theme[@aids = 1]), ' ', count(//types/type[@aids = 1]))")" '3 1'
is 'its programme is listed' "$(counts /programmes/ "//program[@slug = 'crte']/@aids")" 1
change "DELETE m FROM aid_program m JOIN aid a ON a.id = m.aid_id WHERE $both"
matches 'forms of its aids' "$(get /portails/essai/demarches/)" 'href="/portails/essai/demarches/[0-9]'
is 'its sitemap has no other backer' "$(curl -s -H "Host: hote.localhost:$port" "$base/sitemap.xml" |
    grep -o '/partenaires/[0-9]' | wc -l | tr -d ' ')" 2
for path in portails/cache~mot PORTAILS/cache~mot portails/cache%7Emot x/y/cache~mot; do get "/$path/" > /dev/null; done
# What is counted names the portal, as long as all may see it.
reader='Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
for path in cache~mot essai essai/cadre; do
	curl -s -o /dev/null -A "$reader" "$base/portails/$path/aides/?keyword=compte"
done
curl -s -o /dev/null -A "$reader" -H "Host: hote.localhost:$port" "$base/aides/?keyword=compte"
counted() { sed -n 's/.*\(event=[^"]*words=compte\).*/\1/p' "$site/log/count.log" | sort; }
three() { [ "$(counted | wc -l)" -ge 3 ]; }
until_true three
is 'searches below it are counted as its own' "$(counted)" 'event=search; portal=essai; words=compte
event=search; portal=essai; words=compte
event=search; portal=hote; words=compte'
matches 'nor for search engines' "$(curl -sI "$base/portails/cache~mot/")" '^X-Robots-Tag: noindex'
# The word of a portal that is public by now leads to it.
change "UPDATE portal SET preview = SHA2('mot', 256) WHERE slug = 'hote'"
for _ in 1 2; do
	curl -s -o /dev/null -D "$work/led" "$base/portails/hote~mot/cadre/aides/?text=eau"
done
is 'a preview leads to the host of the portal, in its frame' \
    "$(sed -n 's/^HTTP[^ ]* //p; s/^\(Location\|Cache-Control\|X-Robots-Tag\): //p' "$work/led" | tr -d '\r' | sort | tr '\n' ' ')" \
    "303 See Other http://hote.localhost:$port/cadre/aides/?text=eau no-store noindex "
led() { grep -q '/portails/hote~/cadre/aides/' "$site/log/access.log"; }
until_true led
is 'the word of a preview is in no log, and in no cache' "$(grep -rl '~mot' "$site/log" "$site/cache")" ''
# The card of one aid, for a frame: all that it leads to is done around it.
get /portails/essai/cadre/aides/detr-deux-sevres/carte/ > "$work/card"
is 'a card: one aid, and out of the frame' "$(grep -c '<ul class="g-aids"><li>' "$work/card") $(grep -oE '<a [^>]*href="/[^"]*"' "$work/card" | sort | tr '\n' ' ')" \
    '1 <a target="_top" href="/portails/essai/" <a target="_top" href="/portails/essai/aides/detr-deux-sevres/" '
matches 'for the sites that the portal names' "$(curl -s -D - -o /dev/null "$base/portails/essai/cadre/aides/detr-deux-sevres/carte/")" 'frame-ancestors http'
is 'of no aid that is not within' "$(of hote.localhost /aides/dotation-soutien-investissement-local-dsil/carte/)" 'Portail hôte	404'
is 'nor of the site' "$(status_of /aides/detr-deux-sevres/carte/)" 404
matches 'the lines to copy' "$(get /portails/essai/integration/)" '/portails/essai/cadre/aides/…/carte/&quot; title=|/portails/essai/cadre/aides/…/carte/" title='
# The filters that it shows, in its order, under its names.
change "INSERT INTO portal_filter SELECT id, 1, 'keyword', 'Votre idée' FROM portal WHERE slug = 'essai';
    INSERT INTO portal_filter SELECT id, 2, 'is_charged', NULL FROM portal WHERE slug = 'essai';
    INSERT INTO portal_filter SELECT id, 3, 'aid_step_slugs', 'Où en & êtes-vous' FROM portal WHERE slug = 'essai'"
is 'its filters alone, in its order, under its names' \
    "$(get '/portails/essai/aides/' | tr '<' '\n' | sed -n '/^form id="recherche"/,/^\/form/s/^label class="fr-label" for="\([^"]*\)">\(.*\)/\1=\2/p' | sed 's/ ([0-9]*)//' | tr '\n' ' ')" \
    'mots=Votre idée is_charged=Sans les aides payantes aid_step_slugs=Où en &amp; êtes-vous '
is 'on its first page too' \
    "$(get '/portails/essai/' | grep -oE '<label class="fr-label" for="(mots|lieu|qui)"')" \
    '<label class="fr-label" for="mots"'
# To the last button: by the path, by the host name, from a frame.
ds=$(sed -n 's/^ds_url = //p' "$site/etc/guichet.conf")
curl -s -o /dev/null -d '{}' "$ds/_control/reset"
# button KEY HOST PREFIX HEADER: the status and where it leads; its page in $body.
button() {
	curl -s -o "$body" -w '%{http_code} %{redirect_url}' --max-time 60 -H "Host: $2:$port" \
	    -H "$4" "$base$3/aides/detr-deux-sevres/candidater/envoi/" -d "form=$(token "$1")" \
	    -d perimeter_id=1032152 -d step=send -d project.title=Toit
}
draft="^303 $ds/commencer/essai-subvention-communale\?prefill_token="
matches 'an application below a portal: the draft' \
    "$(button d0000000000000000000000000000001 localhost /portails/essai 'Sec-Fetch-Site: same-origin')" "$draft"
matches 'by its host name, from its own pages' \
    "$(button d0000000000000000000000000000002 hote.localhost '' "Origin: http://hote.localhost:$port")" "$draft"
is 'the journal names the portal' "$(sql 'SELECT p.slug FROM draft d JOIN portal p ON p.id = d.portal_id
    ORDER BY d.id DESC LIMIT 2' | tr '\n' ' ')" 'hote essai '
is 'not from those of another' \
    "$(button d0000000000000000000000000000003 hote.localhost '' "Origin: http://localhost:$port")" '200 '
matches 'under its name' "$(cat "$body")" 'Portail hôte</p>'
is 'an aid that is not within it has no form' "$(of hote.localhost \
    /aides/dotation-soutien-investissement-local-dsil/candidater/)" 'Portail hôte	404'
matches 'the form says where it leads' "$(curl -s "$base/portails/essai/aides/detr-deux-sevres/candidater/?authority=217901099")" \
    'action="/portails/essai/aides/detr-deux-sevres/candidater/'
# A change is seen at the next request, and nowhere else.
change "UPDATE portal SET name = 'Portail changé' WHERE slug = 'essai'"
is 'a change is seen' "$(of localhost /portails/essai/)" 'Portail changé	200'
is 'not on the site' "$(of localhost /)" 'Guichet des aides	200'
change "DELETE FROM portal WHERE slug IN ('essai', 'cache', 'vide', 'hote')"
