<?xml version="1.0" encoding="UTF-8"?>
<!-- report-reviews.xsl - new aids to be read, and what feeds say otherwise than is set
  here; by which command somebody decides. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="lib/report.xsl"/>

<xsl:template match="page" mode="title">Aides à relire et différences avec les flux</xsl:template>
<xsl:template match="page[not(reviews/review)]" mode="main"><p>Rien à relire.</p></xsl:template>
<xsl:template match="page" mode="main">
  <xsl:apply-templates select="reviews[review[not(@field)]]" mode="new"/>
  <xsl:apply-templates select="reviews[review[@field]]" mode="other"/>
</xsl:template>

<xsl:template match="reviews" mode="new">
  <h2>Nouvelles aides</h2>
  <p><code>guichet aid publish</code> les publie, <code>guichet aid hide</code> les cache.</p>
  <ul><xsl:apply-templates select="review[not(@field)]"/></ul>
</xsl:template>
<xsl:template match="reviews" mode="other">
  <h2>Ce que les flux disent autrement</h2>
  <p><code>guichet review keep</code> garde ce qui est dit ici, <code>guichet review take</code> prend ce que dit le flux.</p>
  <ul><xsl:apply-templates select="review[@field]"/></ul>
</xsl:template>

<xsl:template match="review">
  <li>
    <xsl:value-of select="name"/>
    <span class="g-note"><xsl:value-of select="concat(' n°&#xA0;', @id, ', source ', @source)"/></span>
  </li>
</xsl:template>
<xsl:template match="review[@field]">
  <li>
    <xsl:value-of select="name"/>
    <span class="g-note"><xsl:value-of select="concat(' n°&#xA0;', @id, ', source ', @source, ', champ ')"/><code><xsl:value-of select="@field"/></code></span>
    <dl class="g-facts">
      <dt>Dit ici</dt><dd><xsl:value-of select="value"/></dd>
      <dt>Dit par le flux</dt><dd><xsl:value-of select="fed"/></dd>
    </dl>
  </li>
</xsl:template>

</xsl:stylesheet>
