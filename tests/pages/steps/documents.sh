# Every document is as xsl/page.rng says, also those that no address shows: the
# programs work here with sheets that only hand the document on.
mirror=$site/mirror
mkdir -p "$mirror"
cp -R "$root/xsl" "$mirror"
ln -sfn "$root/sql" "$mirror/sql"
sed "s|^share_dir.*|share_dir = $mirror|" "$site/etc/guichet.conf" \
    > "$mirror/guichet.conf"
cat > "$mirror/sheet" <<'XSL'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="@*|node()"><xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy></xsl:template>
<xsl:template match="cards/node()|ready/node()|body/node()|form/*/node()|frame/*/node()|needs/text()">ready</xsl:template>
</xsl:stylesheet>
XSL
# Those whose results are parts of a document are themselves.
for sheet in "$mirror"/xsl/*/*.xsl; do
	case $sheet in
	*/xsl/lib/* | */frame-*.xsl | */fragment-needs.xsl) ;;
	*) cp "$mirror/sheet" "$sheet" ;;
	esac
done

# grammar NAME: the document in $body.
grammar() {
	xmllint --nonet --noout --relaxng "$root/xsl/page.rng" "$body" \
	    2> "$body.rng"
	status=$?
	[ $status -eq 0 ] || head -n 3 "$body.rng" | cut -c1-300 | sed 's/^/# /'
	tap "document: $1" $status
}
conf=$mirror/guichet.conf
# A program that starts under sanitizers takes a second: one address of ten, by turns,
# and no fragments, unless FULL is said.
place=0 each=1 among=0
if [ -n "${SANITIZED:-}" ] && [ -z "${FULL:-}" ]; then
	each=10
	among=$(turn_among $each)
fi
while read -r url; do
	place=$((place + 1))
	[ $((place % each)) -eq $among ] || continue
	case $url in *\?*) ;; *) url=$url\? ;; esac
	alone "$url" 2> /dev/null | sed '1,/^\r*$/d' > "$body"
	grammar "$url"
done <<'URLS'
/
/aides/
/aides/?keyword=toit+ecole&perimeter_codes[]=79109
/aides/?keyword=zzzyyyxxx
/aides/?keyword=essaiprobe&aid_type_slugs=cee
/aides/?keyword=essaiprobe&page=2
/aides/?perimeter_q=saint-denis
/aides/?perimeter_q=79410
/aides/?perimeter_q=introuvable-sur-carte
/aides/?perimeter_codes[]=79109&perimeter_codes[]=34
/aides/?organization_type_slug=commune&aid_type_slugs=financial-group&aid_step_slugs=op&aid_destination_slugs=investment&aid_recurrence_slug=ongoing&category_slugs=eau&european_aid_slug=european&call_for_projects_only=1&is_charged=0&apply_before=2027-01-01&published_after=2020-01-01&backer_ids=1&programs=fonds-vert
/aides/detr-deux-sevres/
/aides/probe-close-hier/
/aides/probe-generique/
/aides/probe-signes/
/aides/detr-deux-sevre/
/aides/zzzyyyxxx/
/programmes/
/programmes/fonds-vert/
/programmes/fonds-vert/?perimeter_q=saint-denis
/territoires/
/territoires/?q=75001
/rien
/aides/?page=0
/aides/?%FF=1
/aides/?perimeter_codes[]=00000
/mentions-legales/
/sitemap.xml
/robots.txt
URLS

conf=
[ $each -eq 1 ] || return 0

# What the sheets of fragments are given, when an aid changes.
(GUICHET_CONF=$mirror/guichet.conf && export GUICHET_CONF && "$build/guichet" index) \
    > "$site/log/mirror.log" 2>&1
is 'the fragments are made by the sheets of the mirror' $? 0
for id in $(sql "SELECT id FROM aid WHERE source = 'essais' OR id % 10 = 1"); do
	sql "SELECT TO_BASE64(card) FROM aid_rendered WHERE aid_id = $id" |
	    sed 's/\\n//g' | base64 -d > "$body"
	grammar "what fragment-card.xsl is given of aid $id"
done
sql "SELECT TO_BASE64(html) FROM page_fragment WHERE name = 'filters'" |
    sed 's/\\n//g' | base64 -d > "$body"
grammar 'what fragment-filters.xsl is given'
guichet index > "$site/log/index.log" 2>&1
