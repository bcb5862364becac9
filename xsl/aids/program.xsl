<?xml version="1.0" encoding="UTF-8"?>
<!-- program.xsl - one programme and its aids. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/fact-page.xsl"/>
<xsl:include href="lib/card.xsl"/>
<xsl:include href="lib/links.xsl"/>
<xsl:include href="../lib/ignored.xsl"/>
<xsl:include href="../territory/lib/choices.xsl"/>

<xsl:template match="page" mode="title"><xsl:value-of select="program/name"/></xsl:template>
<xsl:template match="page[program/short-description]" mode="description"><xsl:value-of select="program/short-description"/></xsl:template>
<xsl:template match="page" mode="head">
  <xsl:apply-templates select="links" mode="head"/>
</xsl:template>
<xsl:template match="page" mode="crumbs">
  <li><a class="fr-breadcrumb__link" href="/programmes/">Programmes</a></li>
</xsl:template>

<xsl:template match="page" mode="main">
  <xsl:apply-templates select="program|backer"/>
  <xsl:apply-templates select="asked/ignored"/>
  <p class="fr-text--lead"><xsl:apply-templates select="aids/@total" mode="aids"/></p>
  <xsl:apply-templates select="aids/@search"/>
  <xsl:apply-templates select="aids"/>
</xsl:template>
<xsl:template match="page[choices]" mode="main">
  <xsl:apply-templates select="program|backer"/>
  <h2><xsl:apply-templates select="choices" mode="title"/></h2>
  <xsl:apply-templates select="choices"/>
</xsl:template>

<!-- With all the filters of the search, the place kept. -->
<xsl:template match="aids/@search">
  <p><a class="fr-link" href="{.}">Chercher parmi ces aides</a></p>
</xsl:template>

<xsl:template match="program">
  <h1><xsl:value-of select="name"/></h1>
  <xsl:apply-templates select="short-description|description"/>
</xsl:template>
<xsl:template match="short-description">
  <p class="fr-text--lead"><xsl:value-of select="."/></p>
</xsl:template>
<xsl:template match="description">
  <div class="g-rich g-text"><xsl:copy-of select="text()"/></div>
</xsl:template>

<xsl:template match="aids">
  <xsl:call-template name="cards"/>
  <xsl:apply-templates select="../links"/>
</xsl:template>
<xsl:template match="aids[not(cards)]">
  <p>Ce programme n’a pas d’aide ouverte aujourd’hui.</p>
  <p><a class="fr-link" href="/aides/">Voir toutes les aides</a></p>
</xsl:template>

</xsl:stylesheet>
