# Portals as files: what is wrong is refused with its line and what mends it, and what
# goes wrong later is told by guichet check.

folder=$files/portals
mkdir -p "$folder"

# refused_portal NAME LINE PATTERN ELEMENTS [ATTRIBUTES]
refused_portal() {
	portal "$4" "${5:-}"
	take_portal
	[ "$left" -eq 1 ] && printf '%s\n' "$said" | grep -qE -- "portal.xml, line $2, column [0-9]+[,:].*$3"
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
portal '<page slug="a" title="b" file="rien.html"/><page slug="b" title="b"> </page>'
take_portal
is 'which is one fault, and that of an empty text another' "$(printf '%s\n' "$said" | grep -cE 'cannot read|it is empty') $(printf '%s\n' "$said" | tail -n 1)" \
    '2 guichet: 2 faults: nothing was written'
refused_portal 'a text that is none' 3 'cut.png", line 1, column 1: it is not in UTF-8, .* byte 0x89' '<more file="cut.png"/>'
printf '<p>Une\ncommune de la Vend\351e</p>' > "$folder/latin.html"
refused_portal 'a text of another encoding' 3 'latin.html", line 2, column 19: .* byte 0xE9' '<more file="latin.html"/>'
echo '<p>b</p>' > "$folder/contacts.html"
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
# As long as its numbers of communes are not imported.
sql 'DELETE FROM perimeter_at WHERE scale = 1'
refused_portal 'a code where Aides-territoires has a number' 3 '"79202" is the code of Parthenay, or a number .*write perimeter_codes=79202' '<query>perimeter=79202</query>'
refused_portal 'a name that is near one' 3 'no place is "Hazebrouk", but Hazebrouck is near.*perimeter_codes=59295' '<query>perimeter_q=Hazebrouk</query>'
refused_portal 'a value that is none, of a name that is another’s' 3 'parameter "aidType": the search knows no "nonesuch"' '<query>aidType=nonesuch</query>'
refused_portal 'an ampersand alone' 3 'well-formed XML: a "&" stands alone: write &amp;' '<query>perimeter_codes=79&keyword=toit</query>'
refused_portal 'an aid that is none, with near ones' 3 'begin alike: detr-deux-sevres' '<highlighted>detr-deux-sevre</highlighted>'
refused_portal 'ten aids in front' 12 '10 aids are highlighted, and 9' "$(for i in $(seq 10); do echo '<highlighted>detr-deux-sevres</highlighted>'; done)"
refused_portal 'an aid that is shown and excluded' 4 'is on line 3 already' '<highlighted>detr-deux-sevres</highlighted>
<excluded>detr-deux-sevres</excluded>'
refused_portal 'a filter that is none' 3 'no filter "price"; it has: keyword' '<filter name="price"/>'
refused_portal 'a filter that the form has not, as it is written' 3 'no filter "backers"; it has: keyword' '<filter name="backers"/>'
refused_portal 'a filter twice, as it is written' 4 '"themes" is on line 3 already' '<filter name="category_slugs"/>
<filter name="themes"/>'
refused_portal 'an element that is none' 3 'did you mean "title"' '<titel>x</titel>'
refused_portal 'an attribute that is written as an element' 3 'an attribute of "portal", and no element: write public="..."' '<public>yes</public>'
printf '<portal slug="essai-fichier"><name>x</name></portal>' > "$folder/portal.xml"
take_portal
matches 'a root without its namespace' "$left $said" '^1 .*begins with the element "portal", whose tag has xmlns="urn:guichet:portal"'
refused_portal 'an element of HTML in a name' 3 'no element "b"' '<tagline><b>x</b></tagline>'
printf '<portal xmlns="urn:guichet:portal"\n slug=" essai-fichier"><name>x</name></portal>' > "$folder/portal.xml"
take_portal
matches 'a slug with a blank' "$left $said" '^1 .*line 1, column 1, "slug": its address is a slug'
refused_portal 'an attribute that is none' 1 'no attribute "colour"' '' 'colour="red"'
refused_portal 'a page twice' 4 'on line 3 already' '<page slug="a" title="A">a</page>
<page slug="a" title="B">b</page>'
printf '%s\n' '<!DOCTYPE portal [<!ENTITY a SYSTEM "file:///etc/hostname">]>' \
    '<portal xmlns="urn:guichet:portal" slug="essai-fichier"><name>&a;</name></portal>' > "$folder/portal.xml"
take_portal
matches 'an entity' "$left $said" 'line 1, column 1: a document type is not taken'
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
portal '<accent
 >red</accent> <nom>x</nom>
  <theme>a</theme> perdu'
take_portal
is 'each where it begins' "$(printf '%s\n' "$said" | sed -n 's/.*line \([0-9]*\), column \([0-9]*\).*/\1:\2/p' | tr '\n' ' ')" \
    '3:1 4:16 5:3 5:20 '
printf '<portal>\n<name>Essai</nom>\n</portal>\n' > "$folder/portal.xml"
matches 'a broken file is told in French' "$(LANGUAGE=fr TEXTDOMAINDIR=$build/locale guichet portal import "$folder/portal.xml" 2>&1)" \
    'ligne 2, colonne [0-9]+.: .*«.name.», ouvert ligne 2, est fermé par «.nom.».: écrivez'
portal '<tagline>"}body{display:none}&lt;/style>&lt;script></tagline>
<summary><p onclick="x()">a<script>b</script><a href="javascript:c">d</a></p></summary>' 'public="yes"'
take_portal
matches 'what is taken out of a text is told' "$said" 'line 4, column 1, "summary": taken out.*onclick script href'
matches 'CSS in a text is text' "$(get /portails/essai-fichier/)" '&lt;/style&gt;&lt;script&gt;'
matches 'a script in a text is gone' "$(get /portails/essai-fichier/)" '<p>ad</p>'

# The file itself, in another encoding than it says.
printf '<portal xmlns="urn:guichet:portal" slug="essai-fichier">\n<name>D\303\251partement de la Vend\351e</name></portal>' > "$folder/portal.xml"
matches 'a file of another encoding is told by its first byte' \
    "$(LANGUAGE=fr TEXTDOMAINDIR=$build/locale guichet portal import "$folder/portal.xml" 2>&1)" \
    "ligne 2, colonne 29.: il n'est pas en UTF-8, .*l'octet 0xE9"

# The grammar has the last word.
printf '<portal xmlns="urn:guichet:portal" xmlns:x="urn:x" slug="essai-fichier" x:slug="y"><name>x</name></portal>' > "$folder/portal.xml"
take_portal
matches 'what the grammar alone refuses' "$left $said" \
    '^1 .*line 1, column 1: .*not as guichet-portail\(5\) says; its grammar finds: the attribute "slug" has no place in the element "portal"'

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
guichet portal delete --yes essai-fichier > "$work/end"
matches 'check: all is well again' "$(guichet check 2>&1)" "^ok +$(sql 'SELECT COUNT(*) FROM portal') portal"
