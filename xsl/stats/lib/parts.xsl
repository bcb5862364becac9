<?xml version="1.0" encoding="UTF-8"?>
<!-- parts.xsl - searches by kinds of bodies, departments, words and territories: by whole
  months, and without the counts that could be of one person. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="parts">
  <h2 id="qui">Qui cherche, où, et quoi</h2>
  <p><xsl:apply-templates select="." mode="when"/>&#xA0;: <xsl:apply-templates select="@searches" mode="number"/>&#xA0;recherche<xsl:apply-templates select="@searches" mode="s"/> en tout.</p>
  <xsl:apply-templates select="." mode="told"/>
</xsl:template>
<xsl:template match="parts[@searches = 0]" mode="told">
  <xsl:apply-templates select="../asked" mode="taken"/>
</xsl:template>
<xsl:template match="parts" mode="told">
  <xsl:apply-templates select="." mode="rounded"/>
  <xsl:apply-templates select="../asked" mode="taken"/>
  <div class="g-parts">
    <xsl:apply-templates select="kinds"/>
    <xsl:apply-templates select="departments"/>
    <xsl:apply-templates select="words"/>
    <xsl:apply-templates select="missed"/>
    <xsl:apply-templates select="places"/>
  </div>
</xsl:template>

<!-- What else the page tells is of all searches. -->
<xsl:template match="kind|department" mode="note">
  <p class="g-note"><xsl:value-of select="concat('«&#xA0;', @name, '&#xA0;» ne vaut que pour la partie «&#xA0;')"/><a href="#qui">Qui cherche, où, et quoi</a>&#xA0;»&#xA0;: le reste est de toutes les recherches.</p>
</xsl:template>

<!-- Filters that are on, to take off. -->
<xsl:template match="asked" mode="taken"/>
<xsl:template match="asked[kind or department]" mode="taken">
  <ul class="fr-tags-group"><xsl:apply-templates select="kind|department" mode="taken"/></ul>
</xsl:template>
<xsl:template match="kind|department" mode="taken">
  <li>
    <a class="fr-tag fr-tag--dismiss" title="Retirer le filtre {@name}">
      <xsl:attribute name="href"><xsl:apply-templates select="." mode="others"/>#qui</xsl:attribute>
      <xsl:value-of select="@name"/>
    </a>
  </li>
</xsl:template>

<!-- ==== a table, each row with its bar -->

<xsl:template match="kinds|departments|words|missed|places">
  <xsl:variable name="rows" select="*[position() &lt;= 20]"/>
  <xsl:variable name="most"><xsl:apply-templates select="*/@searches" mode="most"><xsl:sort data-type="number" order="descending"/></xsl:apply-templates></xsl:variable>
  <div>
    <table class="g-table g-bars">
      <caption><xsl:apply-templates select="." mode="caption"/></caption>
      <thead>
        <tr><th scope="col"><xsl:apply-templates select="." mode="unit"/></th><th scope="col">Recherches</th></tr>
      </thead>
      <tbody><xsl:apply-templates select="$rows" mode="row"><xsl:with-param name="most" select="$most"/></xsl:apply-templates></tbody>
    </table>
    <xsl:apply-templates select="*[21]" mode="more"/>
  </div>
</xsl:template>
<xsl:template match="departments[not(*)]|words[not(*)]|missed[not(*)]|places[not(*)]">
  <div>
    <h3 class="fr-h6"><xsl:apply-templates select="." mode="caption"/></h3>
    <p><xsl:value-of select="concat('Aucun n’atteint ', ../@least, '&#xA0;recherches, de plusieurs réseaux, en un mois.')"/></p>
  </div>
</xsl:template>

<xsl:template match="kinds" mode="caption">Par type de structure</xsl:template>
<xsl:template match="departments" mode="caption">Par département du territoire demandé</xsl:template>
<xsl:template match="words" mode="caption">Mots demandés, tels que la recherche les lit</xsl:template>
<xsl:template match="missed" mode="caption">Mots qui n’ont trouvé aucune aide</xsl:template>
<xsl:template match="places" mode="caption">Territoires demandés</xsl:template>
<xsl:template match="kinds" mode="unit">Structure</xsl:template>
<xsl:template match="departments" mode="unit">Département</xsl:template>
<xsl:template match="words|missed" mode="unit">Mots</xsl:template>
<xsl:template match="places" mode="unit">Territoire</xsl:template>

<xsl:template match="*" mode="row">
  <xsl:param name="most"/>
  <tr>
    <th scope="row"><xsl:apply-templates select="." mode="label"/></th>
    <td>
      <xsl:apply-templates select="@searches" mode="bar-of"><xsl:with-param name="most" select="$most"/></xsl:apply-templates>
      <xsl:apply-templates select="@searches" mode="number"/>
    </td>
  </tr>
</xsl:template>
<xsl:template match="@searches[. = 'less']" mode="bar-of"/>
<xsl:template match="@searches" mode="bar-of">
  <xsl:param name="most"/>
  <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><path d="M0 0h{round(100 * . div $most)}v1H0z"/></svg>
</xsl:template>

<!-- A kind and a department filter the rest. -->
<xsl:template match="kind|department" mode="label">
  <a>
    <xsl:attribute name="href"><xsl:apply-templates select="." mode="others"/><xsl:value-of select="concat(name(), '=', @slug, @code, '#qui')"/></xsl:attribute>
    <xsl:value-of select="@name"/>
  </a>
</xsl:template>
<!-- This page with the filters of another name. -->
<xsl:template match="kind|department" mode="others">
  <xsl:value-of select="concat(/page/request/@path, '?', $period)"/>
  <xsl:apply-templates select="(/page/asked/kind|/page/asked/department)[name() != name(current())]" mode="query"/>
</xsl:template>
<xsl:template match="kind[@searches = 'less']" mode="label"><xsl:value-of select="@name"/></xsl:template>
<xsl:template match="kind[@slug = /page/asked/kind/@value]|department[@code = /page/asked/department/@value]" mode="label">
  <strong><xsl:value-of select="@name"/></strong>
</xsl:template>
<xsl:template match="kind[not(@slug)]" mode="label">Sans type de structure</xsl:template>
<xsl:template match="department[not(@code)]" mode="label">Aucun département, ou plusieurs</xsl:template>
<xsl:template match="word" mode="label"><xsl:value-of select="@text"/></xsl:template>
<xsl:template match="place" mode="label">
  <xsl:value-of select="@name"/>
  <xsl:text> </xsl:text>
  <span class="g-note"><xsl:apply-templates select="." mode="scale"/></span>
</xsl:template>

</xsl:stylesheet>
