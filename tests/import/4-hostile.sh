# Markup in every field of an aid, and in every question, makes no element and no
# attribute that a harmless page has not.  But for the status: an unknown one would
# hide the aid.
cat > "$files/payloads" <<'LIST'
<script>alert(1)</script>
"><script>alert(1)</script>
'><img src=x onerror=alert(1)>
<img src=x onerror=alert(1)//
<svg onload=alert(1)>
<svg><script>alert(1)</script></svg>
<math><mi xlink:href="data:x,<script>alert(1)</script>">
<iframe src=javascript:alert(1)></iframe>
<iframe srcdoc="<script>alert(1)</script>">
<object data=data:text/html,<script>alert(1)</script>></object>
<embed src=javascript:alert(1)>
<body onload=alert(1)>
<input onfocus=alert(1) autofocus>
<form action=javascript:alert(1)><button>x</button></form>
<button formaction=javascript:alert(1)>x</button>
<a href=javascript:alert(1)>x</a>
<a href="java&#9;script:alert(1)">x</a>
<a href="&#106;avascript:alert(1)">x</a>
<a href=" javascript:alert(1)">x</a>
<a href="JaVaScRiPt:alert(1)">x</a>
<a href="data:text/html,<script>alert(1)</script>">x</a>
<a href="vbscript:msgbox(1)">x</a>
<a href="//example.com" onclick=alert(1)>x</a>
<p style="background:url(javascript:alert(1))">x</p>
<p style="position:fixed;top:0" class="fr-modal" id="contenu">x</p>
<style>*{display:none}</style>
<link rel=stylesheet href=https://example.com/x.css>
<meta http-equiv=refresh content="0;url=https://example.com">
<base href=https://example.com/>
<video><source onerror=alert(1)></video>
<audio src=x onerror=alert(1)>
<details open ontoggle=alert(1)>
<marquee onstart=alert(1)>
<template><script>alert(1)</script></template>
<noscript><p title="</noscript><script>alert(1)</script>">
<textarea></textarea><script>alert(1)</script>
</title><script>alert(1)</script>
</main></body><script>alert(1)</script>
<!--><script>alert(1)</script-->
<![CDATA[<script>alert(1)</script>]]>
<?xml-stylesheet href="javascript:alert(1)"?>
<scr<script>ipt>alert(1)</scr</script>ipt>
<script/src=https://example.com/x.js></script>
<x onclick=alert(1)>x</x>
<p onclick="alert(1)" onmouseover='alert(1)'>x</p>
&lt;script&gt;alert(1)&lt;/script&gt;
&#60;script&#62;alert(1)&#60;/script&#62;
" onmouseover="alert(1)
' autofocus onfocus='alert(1)
{{constructor.constructor('alert(1)')()}}${alert(1)}
LIST

# The elements, the attributes and the kinds of address of a page, each once.
cat > "$files/names.xsl" <<'XSL'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:output method="text"/>
<xsl:template match="/"><xsl:apply-templates select="//*"/></xsl:template>
<xsl:template match="*">
  <xsl:value-of select="concat(name(), '&#10;')"/>
  <xsl:for-each select="@*"><xsl:value-of select="concat(name(..), '/', name(), '&#10;')"/></xsl:for-each>
  <xsl:for-each select="@href|@src|@action">
    <xsl:if test="not(starts-with(., '/') or starts-with(., '#') or starts-with(., 'http') or starts-with(., 'mailto:'))">
      <xsl:value-of select="concat('address ', ., '&#10;')"/>
    </xsl:if>
  </xsl:for-each>
  <xsl:for-each select="@class|@id"><xsl:if test="contains(., 'modal') or (name() = 'id' and . = 'contenu' and name(..) != 'main')">taken class or id&#10;</xsl:if></xsl:for-each>
</xsl:template>
</xsl:stylesheet>
XSL
names() { xsltproc --html --nonet "$files/names.xsl" "$1" 2> /dev/null | sort -u; }

# aid NUMBER STRING: an aid that has the string, a JSON string, in every field.
aid() {
	printf '{"id": %d, "slug": "hostile-%d"' "$1" "$1"
	for key in name name_initial short_title description eligibility \
	    project_examples contact perimeter perimeter_scale origin_url \
	    application_url import_data_url import_data_mention recurrence \
	    import_share_licence subvention_comment european_aid \
	    other_financial_aid_comment start_date submission_deadline; do
		printf ', "%s": "%s"' $key "$2"
	done
	for key in financers instructors programs categories targeted_audiences \
	    aid_types mobilization_steps destinations; do
		printf ', "%s": ["%s"]' $key "$2"
	done
	echo '}'
}
number=2000
aid $number 'Mot <p>un <strong>deux</strong> <em>x</em></p><ul><li><a href=\"https://example.fr/\">lien</a></li></ul><h3>t</h3>' > "$files/hostile.jsonl"
while IFS= read -r payload; do
	number=$((number + 1))
	aid $number "essaihostile $(printf '%s' "$payload" | sed 's/["\\]/\\&/g')"
done < "$files/payloads" >> "$files/hostile.jsonl"
take hostile "$files/hostile.jsonl"
is 'all are taken: they are only text' $left 0
matches 'all are counted' "$said" '51 aids read: 51 added'

get /aides/hostile-2000/ > "$work/plain.html"
get '/aides/?keyword=mot' > "$work/plain-list.html"
names "$work/plain.html" > "$work/plain.names"
get /aides/detr-deux-sevres/ > "$work/plain-2.html"
names "$work/plain-2.html" >> "$work/plain.names"
names "$work/plain-list.html" >> "$work/plain.names"
sort -u "$work/plain.names" -o "$work/plain.names"
# harmless NAME FILE
harmless() {
	names "$2" | comm -13 "$work/plain.names" - > "$work/more"
	[ -s "$2" ] && [ ! -s "$work/more" ]
	result=$?
	[ $result -eq 0 ] || note "$(tr '\n' ' ' < "$work/more")"
	tap "$1" $result
}
number=2000
while IFS= read -r payload; do
	number=$((number + 1))
	get "/aides/hostile-$number/" > "$work/page.html"
	harmless "the page of $payload" "$work/page.html"
	curl -s -G --data-urlencode "keyword=essaihostile $payload" \
	    --data-urlencode "perimeter_q=$payload" "$base/aides/" > "$work/page.html"
	grep -q '<script>' "$work/page.html" && note 'a script'
	curl -s -G --data-urlencode "keyword=essaihostile $payload" \
	    "$base/aides/" > "$work/page.html"
	harmless "the question $payload" "$work/page.html"
	curl -s -G --data-urlencode "q=$payload" "$base/territoires/" \
	    > "$work/page.html"
	[ "$(grep -c '<script>\|onerror=\|onload=alert' "$work/page.html")" -eq 0 ] ||
	    grep -q '&lt;' "$work/page.html"
	tap "the place $payload" $?
done < "$files/payloads"
get '/aides/?keyword=essaihostile&format=xml' > "$work/hostile.xml"
xmllint --nonet --noout --relaxng "$root/xsl/page.rng" "$work/hostile.xml" 2> "$work/more"
tap 'the document of all is valid' $?
for format in csv atom ics; do
	is "the list of all as $format" \
	    "$(status_of "/aides/?keyword=essaihostile&format=$format")" 200
done
get '/aides/?keyword=essaihostile&format=atom' | xmllint --noout - 2> /dev/null
tap 'the feed is XML' $?
get '/aides/?keyword=essaihostile&format=ics' | LC_ALL=C awk 'length > 76 { exit 1 }'
tap 'no line of the calendar is over 75 bytes' $?
is 'no cell of the table is a formula' "$(get '/aides/?format=csv' |
    grep -cE '(^|;)"?[=+@]')" 0

# What a file says is never an order to the terminal, nor a line of its own.
printf '%s\n' '{"id": 2100, "name": "Aide", "description": "Texte", "clé\u001b]0;x\u0007\u009b2J\u202e\n  9 aids lost": 1,
 "recurrence": "toujours\u001b[31m\n  9 aids lost"}' | tr -d '\n' > "$files/terminal.json"
said=$(guichet import aids --dry-run "$files/terminal.json" 2>&1)
matches 'a key is told on one line' "$said" '"clé.*  9 aids lost" \(1 time\)'
matches 'a value is told on one line' "$said" '"toujours.*  9 aids lost" \(1 time\)'
is 'without control characters' "$(printf '%s' "$said" | tr -d '\n' |
    grep -cP '[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80\xae')" 0
