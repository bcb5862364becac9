# Backers as files: what is imported is shown and exported; feeds change it no more.

folder=$files/backers
mkdir -p "$folder"
# backer ELEMENTS [ATTRIBUTES]: writes a file of a backer, its elements from line 3 on.
backer() {
	printf '<backer xmlns="urn:guichet:backer" slug="ademe" %s>\n<name>ADEME</name>\n%s\n</backer>\n' \
	    "${2:-}" "$1" > "$folder/backer.xml"
}
take_backer() {
	said=$(guichet backer import "$@" "$folder/backer.xml" 2>&1)
	left=$?
}
# page_of SLUG: the path of its page; page SLUG: the page.
page_of() { sql "SELECT CONCAT('/partenaires/', id, '-', slug, '/') FROM backer WHERE slug = '$1'"; }
page() { get "$(page_of "$1")"; }

# ---- one that no aid names: the manual's example, whole ----

sed -n '/^<backer/,/^<\/backer>/p' "$root/conf/man/guichet-fiche.5" > "$folder/backer.xml"
xmllint --noout --relaxng "$root/xsl/backers/backer.rng" "$folder/backer.xml" 2> "$work/rng"
tap 'the example of the manual is as the grammar says' $?
sed -i 's|</description>|<h4>Détail</h4><p>Un.</p></description>|' "$folder/backer.xml"
take_backer
matches 'it is added' "$left $said" '^0 backer "agence-de-l-exemple": added'
new=$(page agence-de-l-exemple)
for said in '<h1>Agence de l’exemple</h1>' '<strong>gratuitement</strong>' \
    '<h2>Exemples de projets</h2>' '<h3>Détail</h3>' 'Deux-Sèvres' 'Syndicat mixte' 'alt="Un carré rouge"'; do
	matches "its page says: $said" "$new" "$said"
done
get "$(page_of agence-de-l-exemple)?format=xml" > "$work/backer.xml"
is 'its document is sound' "$(xmllint --noout --relaxng "$root/xsl/page.rng" "$work/backer.xml" 2>&1)" "$work/backer.xml validates"
matches 'its picture is a drawing' "$(get "$(page_of agence-de-l-exemple)logo")" '^<svg xmlns="http://www.w3.org/2000/svg"'
matches 'a portal shows it too' "$(curl -s -H "Host: region.localhost:${base##*:}" \
    "$base$(page_of agence-de-l-exemple)")" 'agence-de-l-exemple/logo\?v=[0-9a-f]{16}'
guichet backer export agence-de-l-exemple > "$folder/again.xml"
xmllint --noout --relaxng "$root/xsl/backers/backer.rng" "$folder/again.xml" 2> "$work/rng"
tap 'what is exported is as the grammar says' $?
matches 'headings are as they were written' "$(grep -o '<h[0-9]>[^<]*' "$folder/again.xml" | tr '\n' ' ')" '^<h4>Détail $'
cp "$folder/again.xml" "$folder/backer.xml"
before=$(sql 'SELECT version FROM data_version')
take_backer
matches 'what goes out comes in' "$said" 'nothing changed'
is 'and is no new version of the data' "$(sql 'SELECT version FROM data_version')" "$before"
matches 'delete: nobody can be asked' "$(guichet backer delete agence-de-l-exemple 2>&1 < /dev/null)" 'add --yes'
guichet backer delete --yes agence-de-l-exemple > "$work/end"
is 'without aids it is deleted' "$(page_of agence-de-l-exemple)" ''

guichet backer create 'Agence & <autre>' > "$folder/backer.xml"
take_backer
matches 'a new one by its name alone' "$left $said" '^0 backer "agence-autre": added'
matches 'that is there: its file' "$(guichet backer create 'AGENCE autre' 2>&1)" 'guichet backer export agence-autre'
guichet backer delete --yes agence-autre > "$work/end"

# ---- a name of several territories ----

backer '<perimeter>Saint-Denis</perimeter>'
take_backer --dry-run
matches 'each is told by its code' "$said" 'write the code of one: .*93066 \(Saint-Denis, '
backer '<perimeter>93066</perimeter>'
take_backer
matches 'which is what is exported' "$(guichet backer export ademe)" '<perimeter>93066</perimeter>'
guichet backer delete --yes ademe > "$work/end"

# ---- one of aids ----

matches 'the file of one that has none' "$(guichet backer export ademe)" '<name>ADEME</name>'
sql "UPDATE backer SET group_id = (SELECT MIN(id) FROM backer_group), perimeter_id = NULL WHERE slug = 'ademe'"
backer '<website>https://www.ademe.example/</website><contact>Aux régions</contact>'
take_backer --dry-run
is 'a dry run writes nothing' "$(sql 'SELECT COUNT(*) FROM backer_file')" 0
take_backer
matches 'it is changed, and what was known and is not said is told' "$left $(echo "$said" | head -n 1)" '^0 the file has no more: group$'
cat > "$folder/aids.json" <<-'JSON'
	[{"id": 777001, "name": "Aide du porteur", "financers": ["Ademe"],
	  "financers_full": [{"id": 77, "name": "Ademe", "external_link": "https://other.example/", "contact": "autre"}],
	  "perimeter": "France", "description": "d"}]
JSON
take feed "$folder/aids.json"
is 'a feed that says more of it: exit 0' "$left" 0
is 'what was written stays' "$(sql "SELECT name, website, contact FROM backer WHERE slug = 'ademe'")" \
    "ADEME	https://www.ademe.example/	Aux régions"
aid=/aides/$(sql "SELECT slug FROM aid WHERE source = 'feed' AND source_id = '777001'")/
matches 'its aid leads to its page' "$(get "$aid")" "href=\"$(page_of ademe)\">ADEME"
# What fails halfway leaves all as it was, and the same command mends it.
is 'hide that cannot render its aids fails' "$(stopped backer hide ademe)" ''
is 'and did not hide it' "$(status_of "$(page_of ademe)")" 200
guichet backer hide ademe > "$work/end"
is 'hidden, it has no page' "$(status_of "$(page_of ademe)")" 404
matches 'its aid stays, without a link' "$(get "$aid")" '>ADEME<'
! get /sitemap.xml | grep -qF "$(page_of ademe)"
tap 'nor is it told to search engines' $?
matches 'list' "$(guichet backer list)" '^ademe +hidden +ADEME'
backer '' 'public="yes"'
sed -i 's|<name>ADEME|<name>Ademe, agence|' "$folder/backer.xml"
is 'an import that cannot render its aids fails' "$(stopped backer import "$folder/backer.xml")" ''
is 'and changed no name' "$(sql "SELECT name, is_hidden FROM backer WHERE slug = 'ademe'")" 'ADEME	1'
take_backer
matches 'another name, on its aids at once' "$(get "$aid")" "href=\"$(page_of ademe)\">Ademe, agence"
matches 'show' "$(guichet backer show ademe)" 'website   none'
guichet backer delete --yes ademe > "$work/end"
is 'with aids it stays' "$(status_of "$(page_of ademe)")" 200
is 'without a file' "$(sql 'SELECT COUNT(*) FROM backer_file')" 0
matches 'by the name that feeds give it, on its aids at once' "$(get "$aid")" "href=\"$(page_of ademe)\">ADEME<"
matches 'no such backer: near ones' "$(guichet backer show adem 2>&1)" 'begin alike: ademe'

# ---- what is refused ----

head -c 20000000 /dev/zero > "$folder/large.png"
# refused_backer NAME LINE PATTERN ELEMENTS [ATTRIBUTES]
refused_backer() {
	backer "$4" "${5:-}"
	take_backer
	matches "$1" "$left $said" "^1 .*backer.xml, line $2, column [0-9]+[,:].*$3"
}
refused_backer 'a group that is none, and near ones' 3 'no group "Conseil regionnal".*near: .*Conseil' '<group>Conseil regionnal</group>'
refused_backer 'a place that is none' 3 'no territory is "Nulle part"' '<perimeter>Nulle part</perimeter>'
refused_backer 'a name of several places' 3 'several territories are "Saint-Denis".*[0-9]+ \(Saint-Denis, Commune\)' '<perimeter>Saint-Denis</perimeter>'
refused_backer 'a website that is a script' 3 'is no address' '<website>javascript:alert(1)</website>'
refused_backer 'a picture of 20 MB' 3 '512 kB at most' '<logo label="l" file="large.png"/>'
refused_backer 'a section twice' 4 'line 3 already' '<section title="a">b</section>
<section title="a">c</section>'
refused_backer 'no such element' 3 'did you mean "website"' '<websit>https://a.example/</websit>'
backer ''
sed -i 's|slug="ademe"|slug="autre"|' "$folder/backer.xml"
take_backer
matches 'a name that another has' "$left $said" '^1 .*"name": the backer "ademe" has that name'
printf '<backer xmlns="urn:guichet:backer" slug="a">\n<name>A & b</name></backer>' > "$folder/backer.xml"
take_backer
matches 'XML that is none: line and column' "$left $said" '^1 .*line 2, column [0-9]+: .*&amp;'
