<?xml version="1.0" encoding="UTF-8"?>
<!-- stats.xsl - what readers of the site, or of a portal, did. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="lib/numbers.xsl"/>
<xsl:include href="lib/parts.xsl"/>

<xsl:template match="page" mode="whose">Statistiques</xsl:template>
<xsl:template match="page" mode="canonical-site" priority="1"><xsl:value-of select="site/@base"/></xsl:template>
<!-- Never the address that a word opens. -->
<xsl:template match="page" mode="canonical">/stats/</xsl:template>
<xsl:template match="page" mode="description">
  <xsl:value-of select="concat('Ce que cherchent les lecteurs de «&#xA0;', site/@name, '&#xA0;», les aides qu’ils lisent et celles qu’ils demandent, par période.')"/>
</xsl:template>
<xsl:template match="page" mode="of">Les visites de ce site. Celles des portails n’y comptent pas&#xA0;: chacun a ses propres chiffres.</xsl:template>
<xsl:template match="page[site/@portal]" mode="of">Les visites de ce portail.</xsl:template>

<xsl:template match="page" mode="numbers">
  <section>
    <h2>Les recherches</h2>
    <xsl:apply-templates select="steps" mode="searches"/>
  </section>
  <section>
    <h2>Les lectures d’aides</h2>
    <xsl:apply-templates select="steps" mode="views"/>
  </section>
  <section>
    <h2>Les aides lues et demandées</h2>
    <xsl:apply-templates select="parts" mode="done"/>
  </section>
  <section><xsl:apply-templates select="parts"/></section>
</xsl:template>

<xsl:template match="total" mode="said">
  <ul class="g-said">
    <li>
      <xsl:apply-templates select="@searches" mode="said"/>
      <xsl:text>recherche</xsl:text>
      <xsl:apply-templates select="@searches" mode="s"/>
      <xsl:apply-templates select="@searches" mode="versus"/>
      <xsl:apply-templates select="@nothing" mode="of-these"/>
    </li>
    <xsl:apply-templates select="@views" mode="item"/>
  </ul>
</xsl:template>
<xsl:template match="@nothing" mode="of-these"/>
<xsl:template match="@nothing[../@searches &gt; 0]" mode="of-these">
  <xsl:text>&#x202F;; </xsl:text>
  <xsl:apply-templates select="." mode="some"/>
  <xsl:value-of select="concat(' trouvé aucune aide (', round(100 * . div ../@searches), '&#xA0;%)')"/>
</xsl:template>
<xsl:template match="@nothing[. = 0 and ../@searches &gt; 0]" mode="of-these" priority="1">&#x202F;; toutes ont trouvé une aide</xsl:template>
<xsl:template match="@nothing" mode="some"><xsl:apply-templates select="." mode="number"/> n’ont</xsl:template>
<xsl:template match="@nothing[. = 1]" mode="some">une n’a</xsl:template>

<!-- ==== the searches, a chart and its table -->

<xsl:template match="steps" mode="searches">
  <xsl:apply-templates select="." mode="chart">
    <xsl:with-param name="of" select="step/@searches"/>
    <xsl:with-param name="id">recherches</xsl:with-param>
    <xsl:with-param name="what">recherches</xsl:with-param>
  </xsl:apply-templates>
  <details class="g-away g-figures">
    <summary>Les mêmes chiffres, <xsl:apply-templates select="@days" mode="by"/></summary>
    <table class="g-table g-numbers">
      <caption>Recherches <xsl:apply-templates select="@days" mode="by"/></caption>
      <thead>
        <tr><th scope="col"><xsl:apply-templates select="@days" mode="unit"/></th><th scope="col">Recherches</th><th scope="col">Sans résultat</th></tr>
      </thead>
      <tbody><xsl:apply-templates select="step" mode="searches"/></tbody>
    </table>
  </details>
</xsl:template>
<xsl:template match="step" mode="searches">
  <tr>
    <th scope="row"><xsl:apply-templates select="." mode="days"/></th>
    <td><xsl:apply-templates select="@searches" mode="number"/></td>
    <td><xsl:apply-templates select="@nothing" mode="number"/></td>
  </tr>
</xsl:template>

</xsl:stylesheet>
