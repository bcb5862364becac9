# Feeds of XML: RSS, Atom, and a list of another's, whose elements are rows of
# sql/data/feed-shapes.csv; and what is no feed.
cat > "$files/rss.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>Les aides d’un département</title><link>https://example.fr/</link>
<atom:link href="https://example.fr/rss" rel="self"/>
<item>
<title>Planter des haies &amp; des arbres</title>
<link>https://example.fr/aides/haies/</link>
<guid isPermaLink="false">example-12</guid>
<pubDate>Tue, 03 Mar 2026 10:00:00 +0100</pubDate>
<category>Biodiversité</category><category><![CDATA[Forêts]]></category>
<description>Un résumé</description>
<content:encoded><![CDATA[<p>Le conseil aide à <strong>planter</strong>.</p>]]></content:encoded>
</item>
<item><title>Rénover une école</title><link>https://example.fr/aides/ecole/</link><description>&lt;p&gt;Une aide aux travaux&lt;/p&gt;</description></item>
</channel></rss>
XML
cat > "$files/atom.xml" <<'XML'
<feed xmlns="http://www.w3.org/2005/Atom"><title>Aides</title><id>https://example.fr/atom</id><updated>2026-03-01T00:00:00Z</updated>
<entry><title type="html">L&amp;#8217;eau</title><id>tag:example.fr,2026:7</id><updated>2026-03-04T09:00:00Z</updated><published>2026-03-01T09:00:00Z</published>
<link rel="self" href="https://example.fr/api/7"/><link rel="alternate" type="text/html" href="https://example.fr/eau"/>
<category term="eau" label="Eau potable"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Un <em>réseau</em> neuf.</p></div></content></entry>
<entry><title>Sans lien qui le dise</title><id>tag:example.fr,2026:8</id><updated>2026-03-04T09:00:00Z</updated><link href="https://example.fr/8"/><summary>Court</summary></entry>
</feed>
XML
sed 's/UTF-8/ISO-8859-15/' "$files/rss.xml" | iconv -f UTF-8 -t ISO-8859-15//TRANSLIT > "$files/rss-latin9.xml"
gzip -k "$files/rss.xml"
# written SOURCE: what the base holds of each of its aids.
written() {
	sql "SELECT CONCAT_WS('|', a.source_id, a.name, a.origin_url, DATE(a.published_at), a.description,
	    (SELECT GROUP_CONCAT(c.name ORDER BY c.name) FROM aid_category x JOIN category c ON c.id = x.category_id WHERE x.aid_id = a.id))
	    FROM aid a WHERE a.source = '$1' ORDER BY a.id"
}
haies='example-12|Planter des haies & des arbres|https://example.fr/aides/haies/|2026-03-03|<p>Le conseil aide à <strong>planter</strong>.</p>|Biodiversité,Forêts'
for file in rss.xml rss.xml.gz rss-latin9.xml; do
	source=xml-$(echo "$file" | tr '.' '-')
	take "$source" "$files/$file"
	is "$file: exit 0" $left 0
	is "$file: its first aid" "$(written "$source" | head -n 1)" "$haies"
done
matches 'RSS: an aid without a number is known by its address' "$(written xml-rss-xml | tail -n 1)" \
    '^https://example.fr/aides/ecole/[|]Rénover une école[|]https://example.fr/aides/ecole/[|][0-9-]*[|]<p>Une aide aux travaux</p>'
take xml-atom "$files/atom.xml"
is 'Atom: exit 0' $left 0
is 'Atom: the aids' "$(written xml-atom | sed 's/|2026-1[0-9-]*|/|today|/')" "tag:example.fr,2026:7|L’eau|https://example.fr/eau|2026-03-01|<p>Un <em>réseau</em> neuf.</p>|Eau potable
tag:example.fr,2026:8|Sans lien qui le dise|https://example.fr/8|today|<p>Court</p>"
before=$(state)
take xml-atom "$files/atom.xml"
is 'again: nothing is written' "$(state)" "$before"

# A record over the bounds is refused alone; a file that is no feed whole.
{
	printf '<rss><channel><item><title>Longue</title><guid>1</guid><description>'
	head -c 9000000 /dev/zero | tr '\0' 'x'
	printf '</description></item><item><title>Courte</title><guid>2</guid><description>Oui</description></item></channel></rss>'
} > "$files/long.xml"
take xml-long "$files/long.xml"
matches 'an aid over 8 MB is refused alone' "$said" '2 aids read: 1 added, 0 changed, 0 the same, 1 refused'
printf '<!DOCTYPE html>\n<html><head><title>Connexion</title></head><body><form></form></body></html>' > "$files/login.html"
refused 'a page of the web' "$files/login.html" 'page of the web'
{
	printf '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
	for pair in a:b b:c c:d d:e e:f f:g; do
		printf '<!ENTITY %s "' "${pair#*:}"
		for _ in 1 2 3 4 5 6 7 8 9 10; do printf '&%s;' "${pair%:*}"; done
		printf '">'
	done
	printf ']><rss><channel><item><title>&g;</title><guid>1</guid></item></channel></rss>'
} > "$files/laughs.xml"
refused 'a document type' "$files/laughs.xml" 'DOCTYPE'
head -c 700 "$files/rss.xml" > "$files/cut.xml"
refused 'a feed cut short' "$files/cut.xml" 'line [0-9]*: '
printf '<catalogue><fiche><nom>Un</nom></fiche><fiche><nom>Deux</nom></fiche></catalogue>' > "$files/unknown.xml"
refused 'a list that no row names' "$files/unknown.xml" '"catalogue.fiche"'
