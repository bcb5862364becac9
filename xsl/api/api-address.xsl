<?xml version="1.0" encoding="UTF-8"?>
<!-- api-address.xsl - one address of the API: what it takes, a form to try it, lines to
  copy, the keys of an aid. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/page.xsl"/>
<xsl:include href="lib/words.xsl"/>
<xsl:include href="lib/param-words.xsl"/>
<xsl:include href="lib/field-words.xsl"/>
<xsl:include href="lib/lines.xsl"/>

<xsl:template match="page" mode="title"><xsl:apply-templates select="api/route" mode="summary"/></xsl:template>
<xsl:template match="page" mode="description"><xsl:apply-templates select="api/route" mode="description"/></xsl:template>
<xsl:template match="page" mode="crumbs"><li><a class="fr-breadcrumb__link" href="/api/">API et données ouvertes</a></li></xsl:template>

<xsl:template match="page" mode="main"><xsl:apply-templates select="api/route"/></xsl:template>

<xsl:template match="route">
  <div class="g-text">
    <h1><xsl:apply-templates select="." mode="summary"/></h1>
    <p><code><xsl:value-of select="concat(substring('GET ', 1, 4 * boolean(@get)), substring('POST ', 1, 5 * boolean(@post)), @path)"/></code></p>
    <p><xsl:apply-templates select="." mode="description"/></p>
    <h2>À copier</h2>
    <xsl:apply-templates select="." mode="lines"/>
    <xsl:apply-templates select="@get" mode="try"/>
    <xsl:apply-templates select="." mode="answer"/>
  </div>
</xsl:template>

<!-- ==== a form ==== -->

<xsl:template match="@get" mode="try">
  <h2>Essayer</h2>
  <form action="{../@path}"><button class="fr-btn">Voir la réponse</button></form>
</xsl:template>
<xsl:template match="route[param or contains(@path, '{slug}')]/@get" mode="try">
  <h2>Essayer</h2>
  <form action="/api/adresses/{../@name}/essayer/">
    <xsl:apply-templates select=".." mode="slug-field"/>
    <xsl:apply-templates select="../param"/>
    <button class="fr-btn">Voir la réponse</button>
  </form>
</xsl:template>

<xsl:template match="route" mode="slug-field"/>
<xsl:template match="route[contains(@path, '{slug}')]" mode="slug-field">
  <xsl:variable name="value"><xsl:apply-templates select="." mode="slug-value"/></xsl:variable>
  <div class="fr-input-group">
    <label class="fr-label" for="p-slug">Dans l’adresse<span class="fr-hint-text"><xsl:apply-templates select="." mode="slug"/></span></label>
    <input class="fr-input" id="p-slug" name="slug" maxlength="255" required="required" value="{$value}"/>
  </div>
</xsl:template>

<xsl:template match="param">
  <div class="fr-input-group">
    <xsl:call-template name="label"/>
    <input class="fr-input" id="p-{@name}" name="{@name}">
      <xsl:apply-templates select="@type|@max" mode="field"/>
    </input>
  </div>
</xsl:template>
<xsl:template match="param[@type = 'flag']">
  <div class="fr-select-group">
    <xsl:call-template name="label"/>
    <select class="fr-select" id="p-{@name}" name="{@name}">
      <option value="">Sans ce filtre</option>
      <option value="true">true (oui)</option>
      <option value="false">false (non)</option>
    </select>
  </div>
</xsl:template>

<xsl:template match="@type|@max" mode="field"/>
<xsl:template match="@type[. = 'day']" mode="field"><xsl:attribute name="type">date</xsl:attribute></xsl:template>
<xsl:template match="@type[. = 'number']" mode="field"><xsl:attribute name="inputmode">numeric</xsl:attribute></xsl:template>
<xsl:template match="param[@type = 'text' and not(@commas)]/@max" mode="field"><xsl:attribute name="maxlength"><xsl:value-of select="."/></xsl:attribute></xsl:template>

<xsl:template name="label">
  <xsl:variable name="example"><xsl:apply-templates select="." mode="example"/></xsl:variable>
  <label class="fr-label" for="p-{@name}">
    <code><xsl:value-of select="@name"/></code>
    <span class="fr-hint-text">
      <xsl:apply-templates select="." mode="said"/>
      <xsl:if test="$example != ''"><xsl:value-of select="concat(' Par exemple&#xA0;: ', $example, '.')"/></xsl:if>
      <xsl:if test="@list"> Plusieurs valeurs sont possibles.</xsl:if>
      <xsl:if test="@strict"> Propre à ce site.</xsl:if>
      <xsl:apply-templates select="alias"/>
    </span>
  </label>
</xsl:template>

<xsl:template match="alias">
  <xsl:if test="position() = 1"> Autres noms&#xA0;: </xsl:if>
  <xsl:value-of select="@name"/>
  <xsl:choose>
    <xsl:when test="position() = last()">.</xsl:when>
    <xsl:otherwise>, </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- ==== what comes back ==== -->

<xsl:template match="route[@media]" mode="answer"/>

<xsl:template match="route" mode="answer">
  <h2>La réponse</h2>
  <p>Du JSON, que <a href="/api/openapi.json">la description OpenAPI</a> dit clé par clé.</p>
</xsl:template>
<xsl:template match="route[@path = '/api/aids/' or @path = '/api/aids/all/' or @path = '/api/aids/{slug}/' or @path = '/api/aids/by-id/{slug}/']" mode="answer">
  <h2>Les clés d’une aide</h2>
  <p>Ce qui n’est pas connu est <code>null</code>, et une liste vide <code>[]</code>. D’abord les clés d’Aides-territoires, dans leur ordre&#xA0;:</p>
  <dl><xsl:apply-templates select="../field[not(@ours)]"/></dl>
  <p>Puis celles de ce site&#xA0;:</p>
  <dl><xsl:apply-templates select="../field[@ours]"/></dl>
</xsl:template>

<xsl:template match="field">
  <dt><code><xsl:value-of select="@name"/></code></dt>
  <dd><xsl:apply-templates select="." mode="said"/></dd>
</xsl:template>

</xsl:stylesheet>
