<?xml version="1.0" encoding="UTF-8"?>
<!-- portal-home.xsl - the first page of a portal: what it says, its search, its aids. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/fact-page.xsl"/>
<xsl:include href="../lib/search.xsl"/>
<xsl:include href="../lib/when.xsl"/>
<xsl:include href="../lib/carried.xsl"/>
<xsl:include href="../lib/sections.xsl"/>
<xsl:include href="../aids/lib/card.xsl"/>

<xsl:template match="page" mode="canonical-site" priority="1"><xsl:value-of select="site/@base"/></xsl:template>
<xsl:template match="page" mode="title">Trouver une aide</xsl:template>
<xsl:template match="page[welcome/@title]" mode="title"><xsl:value-of select="welcome/@title"/></xsl:template>
<xsl:template match="page[welcome/@description]" mode="description"><xsl:value-of select="welcome/@description"/></xsl:template>
<xsl:template match="page" mode="path"/>
<xsl:template name="header-search"/>

<xsl:template match="page" mode="main">
  <section class="g-hero">
    <h1><xsl:apply-templates select="." mode="title"/></h1>
    <xsl:apply-templates select="welcome/summary"/>
    <form class="g-search" id="recherche" role="search" action="/aides/">
      <xsl:apply-templates select="asked" mode="search-fields"/>
      <button class="fr-btn fr-btn--lg">Chercher</button>
    </form>
  </section>
  <xsl:apply-templates select="shown|aids"/>
  <xsl:call-template name="sections"/>
  <xsl:apply-templates select="welcome/more"/>
</xsl:template>

<xsl:template match="summary|more">
  <div class="g-rich g-text"><xsl:copy-of select="text()"/></div>
</xsl:template>

<xsl:template match="aids">
  <xsl:apply-templates select="cards" mode="newest"/>
  <p>
    <a class="fr-link g-more" href="/aides/">
      <xsl:text>Voir toutes les aides (</xsl:text>
      <xsl:apply-templates select="@total" mode="number"/>
      <xsl:text>)</xsl:text>
    </a>
  </p>
</xsl:template>
<xsl:template match="cards" mode="newest">
  <h2>Les aides les plus récentes</h2>
  <xsl:apply-templates select="."/>
</xsl:template>
<xsl:template match="aids[@total = 0]">
  <p>Aucune aide n’est ouverte aujourd’hui.</p>
</xsl:template>

</xsl:stylesheet>
