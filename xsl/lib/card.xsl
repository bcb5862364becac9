<?xml version="1.0" encoding="UTF-8"?>
<!-- card.xsl - an aid in a list of results, read in three seconds.

  Each node made here is paid once per card and per page: keep it lean.  What
  does not depend on the day or on the words comes ready made in <card>. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="aids">
  <ul class="g-aids"><xsl:apply-templates select="aid"/></ul>
  <xsl:apply-templates select="." mode="pagination"/>
</xsl:template>
<xsl:template match="aids[not(aid)]"/>

<xsl:template match="aids/aid">
  <li>
    <h2><a href="/aides/{@slug}/"><xsl:copy-of select="name/node()"/></a></h2>
    <xsl:copy-of select="card/text()"/>
    <xsl:apply-templates select="." mode="when"/>
    <xsl:if test="why"><p class="g-why"><xsl:copy-of select="why/node()"/></p></xsl:if>
  </li>
</xsl:template>

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
