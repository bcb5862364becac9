<?xml version="1.0" encoding="UTF-8"?>
<!-- card.xsl - the cards of a page of results, which come ready made
  (fragment-card.xsl), and its pagination. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="aids">
  <ul class="g-aids"><xsl:copy-of select="cards/text()"/></ul>
  <xsl:apply-templates select="." mode="pagination"/>
</xsl:template>
<xsl:template match="aids[not(cards)]"/>

<xsl:template match="aids" mode="pagination"/>
<xsl:template match="aids[@previous or @next]" mode="pagination">
  <nav class="fr-pagination" aria-label="Pages de résultats">
    <ul class="fr-pagination__list">
      <xsl:apply-templates select="@base[../@previous]"/>
      <xsl:apply-templates select="@previous"/>
      <li>
        <a class="fr-pagination__link" aria-current="page">
          <xsl:text>Page </xsl:text>
          <xsl:apply-templates select="@page" mode="number"/>
          <xsl:text> sur </xsl:text>
          <xsl:apply-templates select="@pages" mode="number"/>
        </a>
      </li>
      <xsl:apply-templates select="@next"/>
      <xsl:apply-templates select="@base[../@next]" mode="last"/>
    </ul>
  </nav>
</xsl:template>
<xsl:template match="aids/@base">
  <li><a class="fr-pagination__link fr-pagination__link--first" href="{.}">Première page</a></li>
</xsl:template>
<xsl:template match="aids/@previous">
  <li><a class="fr-pagination__link fr-pagination__link--prev fr-pagination__link--label" rel="prev" href="{.}">Page précédente</a></li>
</xsl:template>
<xsl:template match="aids/@next">
  <li><a class="fr-pagination__link fr-pagination__link--next fr-pagination__link--label" rel="next" href="{.}">Page suivante</a></li>
</xsl:template>
<xsl:template match="aids/@base" mode="last">
  <li><a class="fr-pagination__link fr-pagination__link--last" href="{concat(., substring('?&amp;', 1 + contains(., '?'), 1), 'page=', ../@pages)}">Dernière page</a></li>
</xsl:template>

</xsl:stylesheet>
