# Portals as files: what is imported is shown and exported, what is wrong is refused
# with its line and what mends it.

folder=$files/portals
mkdir -p "$folder"
port=${base##*:}
version() { sql 'SELECT version FROM data_version'; }
# portal ELEMENTS [ATTRIBUTES]: writes a file of a portal, its elements from line 3 on.
portal() {
	printf '<portal xmlns="urn:guichet:portal" slug="essai-fichier" %s>\n<name>Essai</name>\n%s\n</portal>\n' \
	    "${2:-}" "$1" > "$folder/portal.xml"
}
take_portal() {
	said=$(guichet portal import "$folder/portal.xml" 2>&1)
	left=$?
}

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
guichet portal preview --end essai-fichier > "$work/end"
is 'it is closed' "$(status_of "${address#http://*:"$port"}")" 404
guichet portal publish essai-fichier > "$work/end"
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
portal '<page slug="contacts" title="Contacts" file="contacts.html"/><site>https://un.example</site><link href="/aides/">Aides</link>'
take_portal
matches 'a text from a file beside' "$(get /portails/essai-fichier/pages/contacts/)" '<p>À <strong>nous</strong></p>'
matches 'what is taken out of it is told' "$said" 'line 3, "page": taken out.*script'
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
guichet portal hide essai-fichier > "$work/end"
is 'it is hidden' "$(status_of /portails/essai-fichier/)" 404
said=$(guichet portal delete essai-fichier 2>&1 < /dev/null)
matches 'nobody can be asked: it is not deleted' "$? $said" '^1 .*--yes'
said=$(guichet portal show essai-fichie 2>&1)
matches 'no such portal: near ones' "$? $said" '^1 .*begin alike: essai-fichier'
guichet portal delete --yes essai-fichier > "$work/end"
is 'it is deleted' "$(sql "SELECT COUNT(*) FROM portal WHERE slug = 'essai-fichier'")" 0

guichet portal nginx region > "$work/nginx" 2> "$work/next"
is 'nginx: two server blocks of its name' "$(grep -c 'server_name region.localhost;' "$work/nginx")" 2
is 'nginx: TLS as the site has it' \
    "$(grep -E '^.ssl_(protocols|ciphers|prefer|session)' "$work/nginx")" \
    "$(grep -E '^.ssl_(protocols|ciphers|prefer|session)' "$root/conf/nginx-site.conf")"
matches 'nginx: what comes next' "$(cat "$work/next")" 'nginx -t'
# In an nginx, with a certificate, and ports that anybody may have.
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 \
    -subj /CN=region.localhost -keyout "$work/key.pem" -out "$work/cert.pem" 2> "$work/log"
plain=$((port + 15)) tls=$((port + 16))
sed "s|include .*/nginx-host.conf|include $site/etc/nginx-host.conf|; /listen \[::\]/d
    s|/etc/ssl/certs/.*|$work/cert.pem;|; s|/etc/ssl/private/.*|$work/key.pem;|
    s|listen 80|listen 127.0.0.1:$plain|; s|listen 443|listen 127.0.0.1:$tls|" \
    "$work/nginx" > "$work/block.conf"
mkdir -p "$work/cache"
sed "s|^pid .*|pid $work/nginx.pid;|; s|$port|$((port + 17))|g; \$s|^}|include $work/block.conf;\n}|" \
    "$site/etc/nginx-demo.conf" > "$work/nginx.conf"
sed "s|$site/cache|$work/cache|" "$site/etc/nginx-http.conf" > "$work/nginx-http.conf"
sed -i "s|include .*/nginx-http.conf|include $work/nginx-http.conf|" "$work/nginx.conf"
nginx -e "$work/nginx.log" -p "$site" -c "$work/nginx.conf" 2>> "$work/nginx.log" &
sites="$sites $!"
until_true test -s "$work/nginx.pid"
is 'nginx: who asks by http is sent to https' "$(curl -s -o /dev/null -w '%{http_code} %{redirect_url}' \
    "http://region.localhost:$plain/aides/?page=2")" '301 https://region.localhost/aides/?page=2'
matches 'nginx: the portal answers by https' \
    "$(curl -s --cacert "$work/cert.pem" "https://region.localhost:$tls/")" 'Aides en Nouvelle-Aquitaine'
kill "$(cat "$work/nginx.pid")"

# ---- what is refused ----

# refused_portal NAME LINE PATTERN ELEMENTS [ATTRIBUTES]
refused_portal() {
	portal "$4" "${5:-}"
	take_portal
	[ "$left" -eq 1 ] && printf '%s\n' "$said" | grep -qE -- "portal.xml, line $2[,:].*$3"
	status=$?
	[ $status -eq 0 ] || note "$said"
	tap "$1" $status
}
png() { printf '\211PNG\r\n\032\n' > "$folder/$1"; }
png cut.png
head -c 20000000 /dev/zero > "$folder/large.png"
echo '%PDF-1.7' > "$folder/logo.png"
echo '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>' > "$folder/script.svg"
before=$(version)
refused_portal 'a colour as url()' 3 '"accent": "url\(.*# and six digits' '<accent>url(https://x/)</accent>'
refused_portal 'a colour with more CSS' 3 '# and six digits' '<accent>#1f5f74;}a{color:red</accent>'
refused_portal 'a colour that nobody reads' 3 '#767676 .* 4.08 to 1.*#6f6f6f is near' '<accent>#767676</accent>'
refused_portal 'a dark one' 3 '2.16 to 1.*#3196b7 is near' '<accent-dark>#1F5F74</accent-dark>'
refused_portal 'a colour in the theme of the State' 4 'theme of the State' '<theme>state</theme>
<accent>#7a1f4b</accent>'
refused_portal 'CSS in a font' 3 'must be "serif" or "system"' '<font>serif; } body { display: none</font>'
refused_portal 'a picture that is none' 3 'it is no picture' '<logo label="l" file="logo.png"/>'
refused_portal 'a picture that is cut' 3 'cut or broken' '<logo label="l" file="cut.png"/>'
refused_portal 'a picture of 20 MB' 3 '512 kB at most' '<logo label="l" file="large.png"/>'
refused_portal 'an SVG of a script alone' 3 'something to draw' '<logo label="l" file="script.svg"/>'
refused_portal 'a picture of another folder' 3 'give its name alone' '<logo label="l" file="../guichet.conf"/>'
refused_portal 'a text of another folder' 3 'give its name alone' '<page slug="a" title="b" file="../guichet.conf"/>'
refused_portal 'a text that is not there' 3 'cannot read .*rien.html' '<more file="rien.html"/>'
refused_portal 'a text that is none' 3 'no HTML in UTF-8' '<more file="cut.png"/>'
ln -s "$site/etc/guichet.conf" "$folder/link.html"
ln -s contacts.html "$folder/near.html"
mkfifo "$folder/pipe.html"
refused_portal 'a text that leads elsewhere' 3 'is a link, or no file' '<more file="link.html"/>'
refused_portal 'a text that leads to one beside' 3 'is a link, or no file' '<more file="near.html"/>'
refused_portal 'a picture that leads elsewhere' 3 'is a link, or no file' '<logo label="l" file="link.html"/>'
refused_portal 'a text of a pipe' 3 'is a link, or no file' '<more file="pipe.html"/>'
refused_portal 'a text of a folder' 3 'is a link, or no file' '<more file="."/>'
refused_portal 'a text twice' 3 'not in both' '<more file="contacts.html">a</more>'
refused_portal 'a picture that says nothing' 3 '"label" is missing' '<logo file="cut.png"/>'
refused_portal 'the host of another portal' 3 'host of the portal "region"' '<host>Region.localhost</host>'
echo 'other_hosts = aides.essai.example' >> "$site/etc/guichet.conf"
refused_portal 'the host of the site' 3 "site's own name" '<host>aides.essai.example</host>'
sed -i '/^other_hosts/d' "$site/etc/guichet.conf"
refused_portal 'no name of a host' 3 'no name of a host' '<host>https://x.example/</host>'
refused_portal 'a site by http' 3 'for localhost alone' '<site>http://www.example.fr</site>'
refused_portal 'a link that runs' 3 'no address' '<link href="javascript:alert(1)">l</link>'
refused_portal 'a contact that runs' 3 'neither mailto' '<contact>javascript:alert(1)</contact>'
refused_portal 'a parameter that is none' 3 '"perimetre_codes"; did you mean "perimeter_codes"' '<query>perimetre_codes=79</query>'
refused_portal 'a value that is none' 3 'aid_type_slugs.*knows no "nonesuch"' '<query>aid_type_slugs=nonesuch</query>'
refused_portal 'a wrong type' 3 'apply_before.*a day, such as' '<query>apply_before=demain</query>'
refused_portal 'a place that may be several' 3 'several places: Saint-Denis \([0-9]+\)' '<query>perimeter_q=Saint-Denis</query>'
refused_portal 'an ampersand alone' 3 'column [0-9]+.*write &amp;' '<query>perimeter_codes=79&keyword=toit</query>'
refused_portal 'an aid that is none, with near ones' 3 'begin alike: detr-deux-sevres' '<highlighted>detr-deux-sevre</highlighted>'
refused_portal 'ten aids in front' 12 '10 aids are highlighted, and 9' "$(for i in $(seq 10); do echo '<highlighted>detr-deux-sevres</highlighted>'; done)"
refused_portal 'an aid that is shown and excluded' 4 'is on line 3 already' '<highlighted>detr-deux-sevres</highlighted>
<excluded>detr-deux-sevres</excluded>'
refused_portal 'a filter that is none' 3 'no filter "price"; it has: keyword' '<filter name="price"/>'
refused_portal 'an element that is none' 3 'did you mean "title"' '<titel>x</titel>'
refused_portal 'an element of HTML in a name' 3 'no element "b"' '<tagline><b>x</b></tagline>'
refused_portal 'an attribute that is none' 1 'no attribute "colour"' '' 'colour="red"'
refused_portal 'a page twice' 4 'on line 3 already' '<page slug="a" title="A">a</page>
<page slug="a" title="B">b</page>'
printf '%s\n' '<!DOCTYPE portal [<!ENTITY a SYSTEM "file:///etc/hostname">]>' \
    '<portal xmlns="urn:guichet:portal" slug="essai-fichier"><name>&a;</name></portal>' > "$folder/portal.xml"
take_portal
matches 'an entity' "$left $said" 'a document type is not taken'
{
	printf '<portal xmlns="urn:guichet:portal" slug="essai-fichier"'
	seq -f 'a%.0f=""' 20000
	printf '><name>x</name></portal>'
} > "$folder/portal.xml"
take_portal
matches 'a tag of 20 000 attributes' "$left $said" '^1 .*thousands of attributes'
head -c 21000000 /dev/zero | tr '\0' ' ' > "$folder/portal.xml"
take_portal
matches 'a file of 21 MB' "$left $said" '^1 .*too big'
rm "$folder/large.png"
portal '<accent>red</accent>
<nom>x</nom>
<query>keyword=a&amp;perimetre=1</query>
<highlighted>zzz</highlighted>'
take_portal
is 'all faults are told at once, in their order' \
    "$(printf '%s\n' "$said" | sed -n 's/.*line \([0-9]*\),.*/\1/p' | tr '\n' ' ')" '3 4 5 6 '
matches 'and how many' "$said" '4 faults: nothing was written'
is 'nothing of these was written' "$(version)" "$before"
portal '<tagline>"}body{display:none}&lt;/style>&lt;script></tagline>
<summary><p onclick="x()">a<script>b</script><a href="javascript:c">d</a></p></summary>' 'public="yes"'
take_portal
matches 'what is taken out of a text is told' "$said" 'line 4, "summary": taken out.*onclick script href'
matches 'CSS in a text is text' "$(get /portails/essai-fichier/)" '&lt;/style&gt;&lt;script&gt;'
matches 'a script in a text is gone' "$(get /portails/essai-fichier/)" '<p>ad</p>'

# The grammar has the last word.
printf '<portal xmlns="urn:guichet:portal" slug=" essai-fichier"><name>x</name></portal>' > "$folder/portal.xml"
take_portal
matches 'what the grammar alone refuses' "$left $said" '^1 .*not as guichet-portail\(5\) says: line 1'

# ---- guichet check ----

fault_of() { said=$(guichet check 2>&1); matches "check: $1" "$said" "FAULT +portal essai-fichier: .*$2"; }
change() { sql "UPDATE portal SET $1 WHERE slug = 'essai-fichier'"; }
change "query = 'aid_type_slugs=retired'"
fault_of 'a question that can no longer be read' 'knows no "retired"'
change "query = '', logo = 'x', logo_type = 'image/png'"
fault_of 'a picture that cannot be read' 'its picture cannot be read'
change "logo = NULL, host = 'personne.invalid'"
fault_of 'a host that does not answer' 'personne.invalid.*cannot be reached'
change "host = NULL"
sed '/-state /d' "$build/assets/manifest" > "$work/manifest-alone"
cp "$site/etc/guichet.conf" "$work/conf"
sed -i "s|^static_manifest.*|static_manifest = $work/manifest-alone|; s|^theme.*|theme = neutral|" "$site/etc/guichet.conf"
change "theme = 'state'"
fault_of 'the theme of the State without its package' 'the theme "state" are not there'
matches 'check: the mend' "$said" 'install guichet-theme-etat'
change "theme = 'neutral', host = 'aides.essai.example'"
echo 'other_hosts = aides.essai.example' >> "$site/etc/guichet.conf"
fault_of 'a host that the settings took since' "host name is the site's own: aides.essai.example"
cp "$work/conf" "$site/etc/guichet.conf"
change "host = NULL"
sql "INSERT INTO portal_aid SELECT p.id, a.id, 1, 1 FROM portal p, aid a WHERE p.slug = 'essai-fichier' AND a.slug = 'fonds-vert-covoiturage';
    UPDATE aid SET status = 'deleted' WHERE slug = 'fonds-vert-covoiturage'"
fault_of 'an aid in front that is gone' 'gone: fonds-vert-covoiturage'
sql "UPDATE aid SET status = 'published' WHERE slug = 'fonds-vert-covoiturage'"
for slug in essai-fichier exemple; do guichet portal delete --yes $slug > "$work/end"; done
matches 'check: all is well again' "$(guichet check 2>&1)" "^ok +$all portal"
