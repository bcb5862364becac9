<?xml version="1.0" encoding="UTF-8"?>
<!-- card.xsl - the cards of a page of results, which come ready made
  (fragment-card.xsl), and its pagination. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template name="cards">
  <xsl:apply-templates select="cards"/>
  <xsl:if test="not(cards)"><p>Toutes sont à la une, ci-dessus.</p></xsl:if>
  <xsl:if test="@pages &gt; 1"><xsl:call-template name="pagination"/></xsl:if>
</xsl:template>

<!-- The weak say the words asked by broader ones alone, or are near in sense. -->
<xsl:template match="cards">
  <xsl:if test="@weak"><xsl:call-template name="weak"/></xsl:if>
  <ul class="g-aids"><xsl:copy-of select="text()"/></ul>
</xsl:template>
<xsl:template name="weak">
  <h2 class="g-apart">Moins proches</h2>
  <p class="g-note">Ces aides ne parlent pas de votre projet en ces mots&#xA0;: elles paient plus largement, par exemple des investissements de toutes sortes, ou en sont proches par le sens.</p>
</xsl:template>

<!-- Those that a portal shows first, whatever is asked. -->
<xsl:template match="shown[cards]">
  <section class="g-shown" aria-labelledby="une">
    <h2 id="une">À la une</h2>
    <xsl:apply-templates select="cards"/>
  </section>
</xsl:template>
<xsl:template match="shown"/>

<xsl:template name="pagination">
  <nav class="fr-pagination" aria-label="Pages de résultats">
    <ul class="fr-pagination__list">
      <xsl:if test="@previous">
        <li><a class="fr-pagination__link fr-pagination__link--first" href="{@base}">Première page</a></li>
        <li><a class="fr-pagination__link fr-pagination__link--prev fr-pagination__link--label" rel="prev" href="{@previous}">Page précédente</a></li>
      </xsl:if>
      <li>
        <a class="fr-pagination__link" aria-current="page">
          <xsl:text>Page </xsl:text>
          <xsl:apply-templates select="@page" mode="number"/>
          <xsl:text> sur </xsl:text>
          <xsl:apply-templates select="@pages" mode="number"/>
        </a>
      </li>
      <xsl:if test="@next">
        <li><a class="fr-pagination__link fr-pagination__link--next fr-pagination__link--label" rel="next" href="{@next}">Page suivante</a></li>
        <li><a class="fr-pagination__link fr-pagination__link--last" href="{concat(substring-before(@next, 'page='), 'page=', @pages)}">Dernière page</a></li>
      </xsl:if>
    </ul>
  </nav>
</xsl:template>

</xsl:stylesheet>
