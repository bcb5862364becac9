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
    <h2><a href="/aides/{@slug}/"><xsl:apply-templates select="name"/></a></h2>
    <xsl:copy-of select="card/text()"/>
    <xsl:apply-templates select="." mode="when"/>
    <xsl:apply-templates select="why"/>
  </li>
</xsl:template>
<xsl:template match="why"><p class="g-why"><xsl:apply-templates/></p></xsl:template>

<!-- An item cut out of a list has no need of its semicolon. -->
<xsl:template match="why/text()[not(following-sibling::node())]">
  <xsl:variable name="all" select="normalize-space(.)"/>
  <xsl:variable name="last" select="string-length($all)"/>
  <xsl:choose>
    <xsl:when test="substring($all, $last) = ';'">
      <xsl:value-of select="concat(substring(' ', 1 + not(starts-with(., ' '))), substring($all, 1, $last - 1))"/>
    </xsl:when>
    <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
  </xsl:choose>
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
