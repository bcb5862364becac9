<?xml version="1.0" encoding="UTF-8"?>
<!-- openapi-api.xsl - the description of the API (OpenAPI 3.1): its addresses and
  parameters are those of the document, its words and schemas those of lib/. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="str">

<xsl:import href="../lib/json-key.xsl"/>
<xsl:include href="lib/words.xsl"/>
<xsl:include href="lib/param-words.xsl"/>
<xsl:include href="lib/field-words.xsl"/>
<xsl:include href="lib/schemas.xsl"/>
<xsl:include href="lib/schema-parts.xsl"/>

<xsl:template match="/page">
  <xsl:text>{"openapi":"3.1.0","info":{"title":"API et données ouvertes"</xsl:text>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'version'"/><xsl:with-param name="of" select="api/@version"/></xsl:call-template>
  <xsl:text>,"summary":"Les aides publiques aux projets des collectivités, comme les sert l’API d’Aides-territoires.","description":"La lecture est ouverte : aucune clé n’est demandée, et celles que l’on envoie sont acceptées. Ce qui n’est pas compris est laissé de côté et nommé par l’en-tête X-Ignored-Parameters ; avec « Prefer: handling=strict », c’est une erreur 400. Une valeur inconnue est null, une liste vide [].","license":{"name":"Licence Ouverte 2.0","identifier":"etalab-2.0"}}</xsl:text>
  <xsl:text>,&#10;"servers":[{"url":</xsl:text>
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="site/@base"/></xsl:call-template>
  <xsl:text>}],"security":[{},{"jeton":[]}],"externalDocs":{"description":"La même chose, à lire et à essayer","url":</xsl:text>
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="concat(site/@base, '/api/')"/></xsl:call-template>
  <xsl:text>},&#10;"paths":{</xsl:text>
  <xsl:apply-templates select="api/route" mode="openapi"/>
  <xsl:text>},&#10;"components":{</xsl:text>
  <xsl:call-template name="component-parts"/>
  <xsl:text>,&#10;"schemas":{</xsl:text>
  <xsl:apply-templates select="api" mode="aid-schemas"/>
  <xsl:call-template name="component-schemas"/>
  <xsl:text>}}}&#10;</xsl:text>
</xsl:template>

<!-- ==== addresses ==== -->

<xsl:template match="route" mode="openapi">
  <xsl:if test="position() != 1">,</xsl:if>
  <xsl:text>&#10;</xsl:text>
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="@path"/></xsl:call-template>
  <xsl:text>:{</xsl:text>
  <xsl:if test="contains(@path, '{slug}')">
    <xsl:text>"parameters":[{"name":"slug","in":"path","required":true,"schema":{"type":"string"}</xsl:text>
    <xsl:call-template name="key-text"><xsl:with-param name="key" select="'description'"/><xsl:with-param name="of"><xsl:apply-templates select="." mode="slug"/></xsl:with-param></xsl:call-template>
    <xsl:text>}],</xsl:text>
  </xsl:if>
  <xsl:apply-templates select="@get|@post" mode="openapi"/>
  <xsl:text>}</xsl:text>
</xsl:template>

<xsl:template match="@get|@post" mode="openapi">
  <xsl:if test="name() = 'post' and ../@get">,</xsl:if>
  <xsl:value-of select="concat('&quot;', name(), '&quot;:{&quot;operationId&quot;:&quot;', name(), '-', ../@name, '&quot;')"/>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'summary'"/><xsl:with-param name="of"><xsl:apply-templates select=".." mode="summary"/></xsl:with-param></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'description'"/><xsl:with-param name="of"><xsl:apply-templates select=".." mode="description"/></xsl:with-param></xsl:call-template>
  <xsl:apply-templates select="." mode="asked"/>
  <xsl:text>,"responses":{"200":{"description":"La réponse"</xsl:text>
  <xsl:if test="../@media">,"headers":{"ETag":{"$ref":"#/components/headers/ETag"}}</xsl:if>
  <xsl:if test="name() = 'get' and not(../@media)">,"headers":{"ETag":{"$ref":"#/components/headers/ETag"},"Link":{"$ref":"#/components/headers/Link"},"X-Data-Version":{"$ref":"#/components/headers/X-Data-Version"},"X-Ignored-Parameters":{"$ref":"#/components/headers/X-Ignored-Parameters"},"RateLimit-Policy":{"$ref":"#/components/headers/RateLimit-Policy"}}</xsl:if>
  <xsl:text>,"content":{"</xsl:text>
  <xsl:apply-templates select=".." mode="media"/>
  <xsl:text>":{"schema":</xsl:text>
  <xsl:apply-templates select=".." mode="schema"/>
  <xsl:apply-templates select="." mode="answered"/>
  <xsl:text>}}}</xsl:text>
  <xsl:if test="name() = 'get'">,"304":{"description":"L’ETag donné par If-None-Match est toujours le bon"}</xsl:if>
  <xsl:text>,"default":{"$ref":"#/components/responses/</xsl:text>
  <xsl:apply-templates select=".." mode="fault"/>
  <xsl:text>"}}}</xsl:text>
</xsl:template>

<!-- An answer that is real, at its own address. -->
<xsl:template match="@get|@post" mode="answered"/>
<xsl:template match="route[not(contains(@path, '{slug}'))]/@get|route[@path = '/api/perimeters/{slug}/']/@get" mode="answered">
  <xsl:variable name="asked"><xsl:apply-templates select=".." mode="asked"/></xsl:variable>
  <xsl:text>,"examples":{"answer":{"summary":"Une réponse de ce site","externalValue":</xsl:text>
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="concat(/page/site/@base, $asked)"/></xsl:call-template>
  <xsl:text>}}</xsl:text>
</xsl:template>
<xsl:template match="route" mode="asked"><xsl:value-of select="@path"/></xsl:template>
<xsl:template match="route[param/@name = 'itemsPerPage']" mode="asked"><xsl:value-of select="concat(@path, '?itemsPerPage=2')"/></xsl:template>
<xsl:template match="route[@path = '/api/perimeters/data/']" mode="asked">/api/perimeters/data/?perimeter_id=70956-france</xsl:template>
<xsl:template match="route[@path = '/api/perimeters/{slug}/']" mode="asked">/api/perimeters/70956-france/</xsl:template>

<xsl:template match="route" mode="media">application/json</xsl:template>
<xsl:template match="route[@media]" mode="media"><xsl:value-of select="@media"/></xsl:template>
<xsl:template match="route[@path = '/.well-known/api-catalog']" mode="media">application/linkset+json</xsl:template>
<xsl:template match="route" mode="fault">Problem</xsl:template>
<xsl:template match="route[starts-with(@path, '/api/demarches/')]" mode="fault">Fault</xsl:template>

<!-- What goes with the request. -->
<xsl:template match="@get" mode="asked">
  <xsl:text>,"parameters":[</xsl:text>
  <xsl:apply-templates select="../param|../param/alias" mode="openapi"/>
  <xsl:text>{"$ref":"#/components/parameters/IfNoneMatch"},{"$ref":"#/components/parameters/Prefer"}]</xsl:text>
</xsl:template>
<xsl:template match="route[@media]/@get" mode="asked">,"parameters":[{"$ref":"#/components/parameters/IfNoneMatch"}]</xsl:template>
<xsl:template match="route[@path = '/api/connexion/']/@post" mode="asked">,"security":[{"cle":[]}]</xsl:template>
<xsl:template match="route[starts-with(@path, '/api/demarches/')]/@post" mode="asked">,"requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"object"},"example":{"siren":"217901099","project.title":"Refaire le toit","project.cost":"120 000 €"}}}}</xsl:template>

<!-- ==== parameters: each by its name, and by the others that it is known by ==== -->

<xsl:template match="param" mode="openapi">
  <xsl:text>&#10;</xsl:text>
  <xsl:call-template name="param-name"><xsl:with-param name="words"><xsl:apply-templates select="." mode="said"/></xsl:with-param></xsl:call-template>
  <xsl:if test="@strict">,"x-strict":true</xsl:if>
  <xsl:apply-templates select="." mode="schema"/>
  <xsl:text>},</xsl:text>
</xsl:template>

<xsl:template match="alias" mode="openapi">
  <xsl:call-template name="param-name"><xsl:with-param name="words" select="concat('Autre nom de ', ../@name, '.')"/></xsl:call-template>
  <xsl:value-of select="concat(',&quot;x-alias-of&quot;:&quot;', ../@name, '&quot;')"/>
  <xsl:apply-templates select=".." mode="schema"/>
  <xsl:text>},</xsl:text>
</xsl:template>

<xsl:template name="param-name">
  <xsl:param name="words"/>
  <xsl:value-of select="concat('{&quot;name&quot;:&quot;', @name, '&quot;,&quot;in&quot;:&quot;query&quot;')"/>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'description'"/><xsl:with-param name="of" select="string($words)"/></xsl:call-template>
</xsl:template>

<xsl:template match="param" mode="schema">
  <xsl:if test="@commas">,"style":"form","explode":false</xsl:if>
  <xsl:text>,"schema":</xsl:text>
  <xsl:if test="@list">{"type":"array","items":</xsl:if>
  <xsl:text>{</xsl:text>
  <xsl:apply-templates select="@type" mode="schema"/>
  <xsl:apply-templates select="@max" mode="schema"/>
  <xsl:text>}</xsl:text>
  <xsl:if test="@list">}</xsl:if>
  <xsl:variable name="example"><xsl:apply-templates select="." mode="example"/></xsl:variable>
  <xsl:if test="$example != ''">
    <xsl:text>,"example":</xsl:text>
    <xsl:if test="@list">[</xsl:if>
    <xsl:apply-templates select="@type" mode="quote"/>
    <xsl:choose>
      <xsl:when test="@commas"><xsl:value-of select="str:replace($example, ',', '&quot;,&quot;')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$example"/></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="@type" mode="quote"/>
    <xsl:if test="@list">]</xsl:if>
  </xsl:if>
</xsl:template>

<xsl:template match="@type" mode="schema">"type":"string"</xsl:template>
<xsl:template match="@type[. = 'number']" mode="schema">"type":"integer","minimum":1</xsl:template>
<xsl:template match="@type[. = 'id']" mode="schema">"type":"string","pattern":"^[0-9]+(-.*)?$"</xsl:template>
<xsl:template match="@type[. = 'slug']" mode="schema">"type":"string","pattern":"^[A-Za-z0-9_-]+$"</xsl:template>
<xsl:template match="@type[. = 'code']" mode="schema">"type":"string","pattern":"^[A-Za-z0-9.:-]+$"</xsl:template>
<xsl:template match="@type[. = 'day']" mode="schema">"type":"string","format":"date"</xsl:template>
<xsl:template match="@type[. = 'flag']" mode="schema">"type":"boolean"</xsl:template>
<xsl:template match="@type" mode="quote">"</xsl:template>
<xsl:template match="@type[. = 'number' or . = 'flag']" mode="quote"/>

<!-- The most of an id is a number, and it is text here. -->
<xsl:template match="@max" mode="schema"/>
<xsl:template match="param[@type = 'text']/@max" mode="schema"><xsl:value-of select="concat(',&quot;maxLength&quot;:', .)"/></xsl:template>
<xsl:template match="param[@type = 'number']/@max" mode="schema"><xsl:value-of select="concat(',&quot;maximum&quot;:', .)"/></xsl:template>

</xsl:stylesheet>
