# Portals as files: what is imported is shown and exported.

folder=$files/portals
mkdir -p "$folder"
port=${base##*:}

# ---- the demo's, and what goes out comes in ----

# Those of the State need its theme.
all=4
grep -q '^css-state ' "$build/assets/manifest" || all=1
guichet portal list > "$work/list"
is 'the portals of the demo are there' "$(grep -c ' public ' "$work/list")" $all
for slug in $(cut -d' ' -f1 "$work/list"); do
	guichet portal export $slug > "$folder/$slug.xml"
	xmllint --noout --relaxng "$root/xsl/portals/portal.rng" "$folder/$slug.xml" 2> "$work/rng"
	tap "$slug: what is exported is as the grammar says" $?
	before=$(version)
	matches 'what goes out comes in' "$(guichet portal import "$folder/$slug.xml")" \
	    "^portal \"$slug\": nothing changed"
	is 'and is no new version of the data' "$(version)" "$before"
	matches 'its aids are told as its page counts them' \
	    "$(guichet portal import --dry-run "$folder/$slug.xml")" \
	    "^its question finds $(sed -n 's|.*<query>\(.*\)</query>.*|\1|p' "$folder/$slug.xml" > "$work/query"; total "$(cat "$work/query")") aids today"
	case $slug in
	deux-sevres) as='Deux-Sèvres (79)' ;;
	region) as='Nouvelle-Aquitaine (R75)' ;;
	petites-villes*) as='Petites villes de demain' ;;
	*) as= ;;
	esac
	[ -z "$as" ] || is 'and what its question is read as' "$(guichet portal import --dry-run "$folder/$slug.xml" |
	    sed -n 's/^it is read as //p') $(guichet portal show $slug | sed -n 's/^read as *//p')" "$as $as"
	guichet portal export $slug | cmp -s - "$folder/$slug.xml"
	tap 'and is the same' $?
done
# of_region PATH: a page of it.
of_region() { curl -s -H "Host: region.localhost:$port" "$base$1"; }
matches 'a portal shows its name' "$(of_region /)" 'Aides en Nouvelle-Aquitaine'
matches 'and its page' "$(of_region /pages/departements/)" 'La région compte douze départements'
of_region /logo > "$work/logo"
matches 'its picture is a drawing' "$(cat "$work/logo")" '^<svg xmlns="http://www.w3.org/2000/svg"'
xmllint --noout "$work/logo"
tap 'well-formed' $?

# The manual's example, whole.
sed -n '/^<?xml/,/^<\/portal>/p' "$root/conf/man/guichet-portail.5" > "$folder/portal.xml"
take_portal
is 'the example of the manual is taken' "$left" 0
xmllint --noout --relaxng "$root/xsl/portals/portal.rng" "$folder/portal.xml" 2> "$work/rng"
tap 'and is as the grammar says' $?
guichet portal export exemple > "$folder/exemple.xml"
matches 'it changes nothing again' "$(guichet portal import "$folder/exemple.xml")" 'nothing changed'
is 'a new one is hidden' "$(status_of /portails/exemple/)" 404

guichet portal create 'Les aides <de> L’Île & d’ailleurs, pour tous' > "$folder/portal.xml"
is 'a new one by its name alone' "$(sed -n 's/.*slug="\([^"]*\)".*/\1/p' "$folder/portal.xml")" les-aides-de-l-ile-d-ailleurs
take_portal
matches 'is taken as it is' "$left $said" '^0 portal "les-aides-de-l-ile-d-ailleurs": added'
said=$(guichet portal create 'Les aides <de> L’Île & d’ailleurs, pour tous' 2>&1)
matches 'and not made a second time' "$? $said" '^1 .*there is a portal of that address: .*export les-aides-de-l-ile-d-ailleurs'
guichet portal delete --yes les-aides-de-l-ile-d-ailleurs > "$work/end"

portal "<query>perimeter=71043&amp;organization_type_slugs=commune&amp;backer_ids=$(sql 'SELECT id FROM backer WHERE slug = "ademe"')</query>"
matches 'a number is read as the place that it is' "$(guichet portal import --dry-run "$folder/portal.xml")" \
    '^it is read as Bas-Rhin \(67\); Communes?; ADEME$'

# ---- who sees it ----

portal '<summary><p>Bonjour <b>à <a href="https://x.example/">tous</a></b>, 05 49 00 00 00</p></summary>'
before=$(version)
matches 'a dry run' "$(guichet portal import --dry-run "$folder/portal.xml")" 'nothing was written'
is 'writes nothing' "$(version) $(sql "SELECT COUNT(*) FROM portal WHERE slug = 'essai-fichier'")" "$before 0"
take_portal
matches 'it is added' "$left $said" '^0 .*added'
address=$(guichet portal preview essai-fichier)
is 'its secret address shows it' "$(status_of "${address#http://*:"$port"}")" 200
is 'not to who has another word' "$(status_of "/portails/essai-fichier~0123456789abcdef/")" 404
! sql "SELECT preview FROM portal WHERE slug = 'essai-fichier'" | grep -q "${address##*~}"
tap 'the base does not hold the word' $?
path=${address#http://*:"$port"}
guichet portal publish essai-fichier > "$work/end"
leads() { curl -s -o /dev/null -w '%{http_code} %{redirect_url}' "$base$1"; }
is 'once it is public, that leads to the address of all, and its path is kept' "$(leads "${path}aides/?keyword=eau")" \
    "303 http://localhost:$port/portails/essai-fichier/aides/?keyword=eau"
is 'another word leads nowhere' "$(leads /portails/essai-fichier~0123456789abcdef/)" '404 '
matches 'hidden, it opens the portal again, and that is said' "$(guichet portal hide essai-fichier) $(status_of "$path")" \
    'preview --end essai-fichier closes that 200$'
portal '<summary><p>Bonjour <b>à <a href="https://x.example/">tous</a></b>, 05 49 00 00 00</p></summary>' 'public="yes"'
take_portal
is 'made public by its file, the same' "$(leads "$path")" "303 http://localhost:$port/portails/essai-fichier/"
guichet portal preview --end essai-fichier > "$work/end"
is 'it is closed' "$(status_of "$path")" 404
matches 'it is public' "$(get /portails/essai-fichier/)" '<strong>à <a href="https://x.example/"'
guichet portal export essai-fichier > "$folder/again.xml"
said=$(guichet portal import "$folder/again.xml")
is 'links that were made are made again, and nothing is taken out' \
    "${said%%changed*}" 'portal "essai-fichier": nothing '
address=$(guichet portal stats essai-fichier)
path=${address#http://*:"$port"}
matches 'its numbers have a secret address' "$(status_of "$path") $path" '^200 /portails/essai-fichier~[0-9a-f]{32}/stats/$'
is 'which opens what is public besides' "$(status_of "${path%stats/}aides/")" 200
is 'they are private else' "$(status_of /portails/essai-fichier/stats/)" 404
guichet portal stats --end essai-fichier > "$work/end"
is 'it is closed too' "$(status_of "$path")" 404
portal '<title>Autre</title>' 'stats="public"'
take_portal
is 'its file shows its numbers to all' "$(status_of /portails/essai-fichier/stats/)" 200
matches 'and says so again' "$(guichet portal export essai-fichier)" 'slug="essai-fichier" public="yes" stats="public"'
portal '<title>Autre</title>' 'stats="some"'
take_portal
matches 'or is refused' "$left $said" '^1 .*"some" must be "public" or "private"'
# A text from a file beside; what the file before had is told.
printf '<!DOCTYPE html><html><head><title>t</title><style>a{}</style></head><body><h3>Qui</h3><p onclick="x()">À <b>nous</b><script>x()</script></p></body></html>' > "$folder/contacts.html"
is 'without a site, no page of how to frame it is named' "$(guichet portal show essai-fichier | grep -c integration)" 0
is 'nor in its plan' "$(get /portails/essai-fichier/plan-du-site/ | grep -c integration/)" 0
portal '<page slug="contacts" title="Contacts" file="contacts.html"/><site>https://un.example</site><link href="/aides/">Aides</link>'
take_portal
frame="to frame  http://localhost:$port/portails/essai-fichier/integration/"
is 'with one, it is' "$(printf '%s\n' "$said" | grep 'to frame')" "$frame"
is 'by show, too' "$(guichet portal show essai-fichier | grep 'to frame')" "$frame"
matches 'and in its plan' "$(get /portails/essai-fichier/plan-du-site/)" 'href="/portails/essai-fichier/integration/"'
matches 'a text from a file beside' "$(get /portails/essai-fichier/pages/contacts/)" '<p>À <strong>nous</strong></p>'
matches 'what is taken out of it is told' "$said" 'line 3, column 1, "page": taken out.*script'
matches 'what is lost is told' "$said" 'the file has no more: title$'
portal '<title>Autre</title><tagline>} body { display: none } &lt;/style&gt;</tagline>'
said=$(guichet portal import --dry-run "$folder/portal.xml")
matches 'what would be lost, too' "$said" 'no more: page "contacts", link "/aides/", site "https://un.example"$'
take_portal
matches 'a file without "public" keeps it public' "$(get /portails/essai-fichier/)" '<h1>Autre</h1>'
said=$(guichet portal nginx essai-fichier 2>&1)
matches 'nginx: not without a host name' "$? $said" '^1 .*no host name of its own'
portal '<host>essai.invalid</host>'
take_portal
said=$(guichet portal publish essai-fichier 2>&1)
matches 'published under a name that leads nowhere: it is told' "$said" 'does not answer.*essai.invalid.*guichet portal nginx essai-fichier'
is 'not of one that answers' "$(guichet portal publish region 2>&1)" "all see it now: http://region.localhost:$port/"
sql "UPDATE portal SET query = 'programs=programme-retire' WHERE slug = 'essai-fichier'"
matches 'list: a question that is read no more' "$(guichet portal list 2>&1 > "$work/list")" \
    'portal "essai-fichier": its question can no longer be read: .*programme-retire'
matches 'beside its line' "$(cat "$work/list")" '^essai-fichier +public'
# A commune that was merged: its old code asks for that of today, and its id of then
# leads nowhere.
old=$(sql "SELECT n.code FROM perimeter_name n JOIN perimeter p ON p.id = n.perimeter_id
    WHERE n.kind = 'delegated' AND n.code <> p.code AND p.scale = 1 ORDER BY n.code LIMIT 1")
new=$(sql "SELECT p.code FROM perimeter_name n JOIN perimeter p ON p.id = n.perimeter_id
    WHERE n.kind = 'delegated' AND n.code = '$old' LIMIT 1")
portal "<query>perimeter_codes=$old</query>"
matches 'a merged commune: the aids of that of today' "$(guichet portal import --dry-run "$folder/portal.xml")" \
    "^its question finds $(total "perimeter_codes=$new") aids"
sql "UPDATE portal SET query = CONCAT('perimeter_id=', (SELECT id FROM perimeter WHERE code = '$new' AND scale = 1)) WHERE slug = 'essai-fichier';
    UPDATE perimeter SET is_obsolete = 1 WHERE code = '$new' AND scale = 1"
guichet portal list > "$work/list" 2> "$work/unread"
matches 'one whose territory is no more is told' "$(cat "$work/unread")" 'essai-fichier.*the territory ".*" is no more'
sql "UPDATE perimeter SET is_obsolete = 0 WHERE code = '$new' AND scale = 1"
# An address as the browser shows it.
portal "<query>http://localhost/aides/?keyword=toit&amp;page=2&amp;orderBy=publication-date&amp;utm_source=x&amp;fbclid=y&amp;perimeter_codes=79&amp;programs=</query>"
take_portal
matches 'what filters nothing is left out, and said' "$said" \
    'line 3, column 1, "query": left out of the question, for they filter nothing: page orderBy utm_source fbclid$'
is 'and not stored' "$(sql "SELECT query FROM portal WHERE slug = 'essai-fichier'")" 'keyword=toit&perimeter_codes=79'
guichet portal hide essai-fichier > "$work/end"
is 'it is hidden' "$(status_of /portails/essai-fichier/)" 404
matches 'its numbers have an address that leads nowhere yet: it is told' "$(guichet portal stats essai-fichier 2>&1)" \
    'as long as the portal is hidden: guichet portal publish essai-fichier'
is 'not of one that is public' "$(guichet portal stats region 2>&1 | grep -c hidden)" 0
guichet portal stats --end region > "$work/end"
is 'nor when it is closed' "$(guichet portal stats --end essai-fichier 2>&1)" 'portal "essai-fichier": its secret address is closed'
said=$(guichet portal delete essai-fichier 2>&1 < /dev/null)
matches 'nobody can be asked: it is not deleted' "$? $said" '^1 .*--yes'
said=$(guichet portal show essai-fichie 2>&1)
matches 'no such portal: near ones' "$? $said" '^1 .*begin alike: essai-fichier'
mkdir -p "$site/etc/nginx"
touch "$site/etc/nginx/essai-fichier.conf" "$site/etc/nginx/region.conf"
echo 'server { server_name region.localhost; }' > "$site/etc/nginx/ailleurs.conf"
matches 'what stays of it in nginx is told' "$(guichet portal delete --yes essai-fichier)" \
    "stays in nginx; next: rm $site/etc/nginx/essai-fichier.conf && nginx -t"
is 'by guichet check too, and no other' "$(guichet check 2>&1 | grep 'no portal$')" \
    "NOTE   $site/etc/nginx/essai-fichier.conf belongs to no portal"
rm "$site/etc/nginx/"*.conf
is 'it is deleted' "$(sql "SELECT COUNT(*) FROM portal WHERE slug = 'essai-fichier'")" 0

guichet portal nginx region > "$work/nginx" 2> "$work/next"
is 'nginx: what it includes is there' "$(sed -n 's/^.include \(.*\);/\1/p' "$work/nginx")" \
    "$(ls "$site/etc/nginx-to-https.conf" "$site/etc/nginx-host.conf" | sort -r)"
mkdir -p "$work/alone"
cp "$site/etc/guichet.conf" "$work/alone"
matches 'nginx: or that is said' "$(GUICHET_CONF=$work/alone/guichet.conf "$build/guichet" portal nginx region 2>&1 > "$work/end")" \
    'what the block includes is not there: .*/nginx-host.conf'
is 'nginx: two server blocks of its name' "$(grep -c 'server_name region.localhost;' "$work/nginx")" 2
is 'nginx: TLS as the site has it' \
    "$(grep -E '^.ssl_(protocols|ciphers|prefer|session)' "$work/nginx")" \
    "$(grep -E '^.ssl_(protocols|ciphers|prefer|session)' "$root/conf/nginx-site.conf")"
matches 'nginx: what comes next' "$(cat "$work/next")" "next: have a certificate, .*then save this as $site/etc/nginx/region\.conf, .*nginx -t"
matches 'nginx: readers behind a proxy, too' "$(cat "$work/nginx")" '#set_real_ip_from'
guichet portal delete --yes exemple > "$work/end"
