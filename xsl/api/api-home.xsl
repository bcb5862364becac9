<?xml version="1.0" encoding="UTF-8"?>
<!-- api-home.xsl - the API and open data, for who reads them by a program or in a
  spreadsheet: how to begin, then each address. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/page.xsl"/>
<xsl:include href="lib/words.xsl"/>

<xsl:variable name="base" select="/page/site/@base"/>

<xsl:template match="page" mode="title">API et données ouvertes</xsl:template>
<xsl:template match="page" mode="description">Lire toutes les aides par un programme ou dans un tableur, sans clé&#xA0;: adresses, exemples à copier, description OpenAPI.</xsl:template>

<xsl:template match="page" mode="main">
  <div class="g-text">
    <h1>API et données ouvertes</h1>
    <p class="fr-text--lead">Toutes les aides de ce site se lisent par un programme ou dans un tableur. Aucune clé n’est demandée.</p>
    <p>L’API répond comme celle d’Aides-territoires&#xA0;: <a href="/api/depuis-aides-territoires/">venir d’Aides-territoires</a> ne demande que de changer l’adresse. Elle est décrite en <a href="/api/openapi.json">OpenAPI&#xA0;3.1</a>, et ce qui change est dans <a href="/api/nouveautes/">les nouveautés</a>.</p>
    <xsl:call-template name="begin"/>
    <xsl:call-template name="files"/>
    <xsl:call-template name="spreadsheet"/>
    <xsl:call-template name="copy"/>
    <h2>Toutes les adresses</h2>
    <p>Chacune a sa page, où l’essayer.</p>
    <h3>Les aides</h3>
    <ul><xsl:apply-templates select="api/route[starts-with(@path, '/api/aids/')]"/></ul>
    <h3>Le catalogue entier</h3>
    <ul><xsl:apply-templates select="api/route[@media]"/></ul>
    <h3>Les porteurs, les territoires, les projets</h3>
    <ul><xsl:apply-templates select="api/route[not(@media)][starts-with(@path, '/api/backer') or starts-with(@path, '/api/perimeters/') or starts-with(@path, '/api/project')]"/></ul>
    <h3>Les autres listes, et le reste</h3>
    <ul><xsl:apply-templates select="api/route[not(@media or starts-with(@path, '/api/aids/') or starts-with(@path, '/api/backer') or starts-with(@path, '/api/perimeters/') or starts-with(@path, '/api/project'))]"/></ul>
    <xsl:call-template name="errors"/>
    <xsl:call-template name="rules"/>
  </div>
</xsl:template>

<xsl:template match="route">
  <li>
    <a href="/api/adresses/{@name}/"><xsl:apply-templates select="." mode="summary"/></a>
    <xsl:text> </xsl:text>
    <code><xsl:value-of select="@path"/></code>
  </li>
</xsl:template>

<xsl:template name="begin">
  <h2>Premiers pas</h2>
  <p>Une adresse répond par une page de résultats. Sa clé <code>next</code> donne l’adresse de la page suivante, ou <code>null</code> à la dernière.</p>
  <h3>Dans un terminal, avec curl</h3>
  <pre class="g-code"><code class="language-sh"><xsl:value-of select="concat(&quot;curl -G '&quot;, $base, &quot;/api/aids/' --data-urlencode 'keyword=rénovation école' --data-urlencode 'perimeter_codes=79191'&quot;)"/></code></pre>
  <h3>En Python, avec requests&#xA0;: toutes les pages</h3>
  <pre class="g-code"><code class="language-python">import requests
<xsl:value-of select="concat(&quot;adresse = '&quot;, $base, &quot;/api/aids/?itemsPerPage=100'&quot;)"/>
while adresse:
    page = requests.get(adresse).json()
    for aide in page['results']:
        print(aide['id'], aide['name'])
    adresse = page['next']</code></pre>
  <h3>En R, avec httr et jsonlite</h3>
  <pre class="g-code"><code class="language-r">library(httr)
<xsl:value-of select="concat('reponse &lt;- GET(&quot;', $base, '/api/aids/&quot;, query = list(keyword = &quot;toit&quot;))')"/>
aides &lt;- jsonlite::fromJSON(content(reponse, "text", encoding = "UTF-8"))$results
print(aides[, c("id", "name")])</code></pre>
</xsl:template>

<xsl:template name="files">
  <h2>Le catalogue entier</h2>
  <p>Pour prendre toutes les aides, ne lisez pas les pages l’une après l’autre&#xA0;: prenez un fichier. Il est refait dans la minute qui suit un changement.</p>
  <ul>
    <li>Les aides&#xA0;: <a href="/api/aids.json">JSON</a>, <a href="/api/aids.ndjson">JSON, une aide par ligne</a>, <a href="/api/aids.csv">CSV</a>, <a href="/api/dispositif-aide.csv">format d’échange de l’État</a>, sauf <a href="/api/dispositif-aide-absents.csv">celles qu’il ne peut pas porter, et les colonnes qui leur manquent</a> (combien&#xA0;: <code>rows_left_out</code> de <a href="/api/exports/">la liste des fichiers</a>)</li>
    <li>Les porteurs d’aides&#xA0;: <a href="/api/backers.json">JSON</a>, <a href="/api/backers.csv">CSV</a></li>
    <li>Les territoires&#xA0;: <a href="/api/perimeters.json">JSON</a>, <a href="/api/perimeters.csv">CSV</a></li>
    <li><a href="/api/exports/">Tailles, dates et empreintes de ces fichiers</a></li>
  </ul>
</xsl:template>

<xsl:template name="spreadsheet">
  <h2>Dans un tableur</h2>
  <p>L’adresse de toutes les aides en CSV&#xA0;:</p>
  <pre class="g-code"><code class="language-csv"><xsl:value-of select="concat($base, '/api/aids.csv')"/></code></pre>
  <p>Une recherche du site est aussi un tableau&#xA0;: faites-la, puis prenez l’adresse de son lien «&#xA0;Ouvrir dans un tableur (CSV)&#xA0;», comme&#xA0;:</p>
  <pre class="g-code"><code class="language-csv"><xsl:value-of select="concat($base, '/aides/?format=csv&amp;keyword=toit')"/></code></pre>
  <ul>
    <li>LibreOffice&#xA0;: menu Fichier, Ouvrir&#xA0;; collez l’adresse, et choisissez le type «&#xA0;Texte CSV&#xA0;».</li>
    <li>Google Sheets <em>(non essayé)</em>&#xA0;: <code><xsl:value-of select="concat('=IMPORTDATA(&quot;', $base, '/api/aids.csv&quot;)')"/></code></li>
    <li>Excel, Power Query <em>(non essayé)</em>&#xA0;: onglet Données, À partir du web, puis collez l’adresse.</li>
  </ul>
</xsl:template>

<xsl:template name="copy">
  <h2>Tenir une copie à jour</h2>
  <p>Commencez par <code>updated_after=0</code>&#xA0;: vous recevez tout, page après page. Gardez le <code>cursor</code> de la dernière réponse, et donnez-le la fois suivante&#xA0;: vous ne recevez que ce qui a changé. Une aide close ou retirée vient avec son statut&#xA0;: ôtez-la de votre copie.</p>
  <pre class="g-code"><code class="language-python">import requests
copie, curseur = {}, '0'
while True:
<xsl:value-of select="concat(&quot;    page = requests.get('&quot;, $base, &quot;/api/aids/&quot;)"/>',
        params={'updated_after': curseur,
                'itemsPerPage': 100}).json()
    for aide in page['results']:
        if aide['status'] in ('closed', 'withdrawn'):
            copie.pop(aide['id'], None)
        else:
            copie[aide['id']] = aide
    curseur = page['cursor']
    if page['next'] is None:
        break
print(len(copie), curseur)</code></pre>
</xsl:template>

<xsl:template name="errors">
  <h2>Ce qui n’est pas compris</h2>
  <p>Un paramètre inconnu, ou une valeur qui n’existe pas, est laissé de côté&#xA0;: la réponse vient, et l’en-tête <code>X-Ignored-Parameters</code> le nomme. Pour en faire une erreur, envoyez <code>Prefer: handling=strict</code>.</p>
  <p>Une erreur est du JSON (RFC&#xA0;9457)&#xA0;: <code>status</code>, <code>title</code>, <code>detail</code>, et pour une demande mal faite <code>errors</code>, qui nomme chaque paramètre et dit pourquoi.</p>
</xsl:template>

<xsl:template name="rules">
  <h2>Règles d’usage</h2>
  <ul>
    <li>600 demandes de suite, puis 20 par seconde. Au-delà, la réponse est 429, et <code>Retry-After</code> dit quand revenir.</li>
    <li>Renvoyez l’<code>ETag</code> par <code>If-None-Match</code>&#xA0;: si rien n’a changé, la réponse est 304, sans contenu.</li>
    <li>Les données sont sous <a href="https://www.etalab.gouv.fr/licence-ouverte-open-licence/">licence ouverte Etalab&#xA0;2.0</a>&#xA0;: citez ce site et la source de chaque aide (<code>source</code>).</li>
    <li>Rien n’est gardé des clés que vous envoyez.</li>
  </ul>
</xsl:template>

</xsl:stylesheet>
