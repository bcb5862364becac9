<?xml version="1.0" encoding="UTF-8"?>
<!-- program-list.xsl - the programmes that gather aids. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/fact-page.xsl"/>
<xsl:include href="../lib/carried.xsl"/>
<xsl:include href="lib/program.xsl"/>

<xsl:variable name="in-programs" select="'page'"/>
<xsl:template match="page" mode="title">Programmes</xsl:template>

<xsl:template match="page" mode="main">
  <h1>Programmes</h1>
  <p class="fr-text--lead">Un programme réunit plusieurs aides autour d’un même but.</p>
  <xsl:apply-templates select="programs"/>
</xsl:template>

<xsl:template match="programs">
  <xsl:apply-templates select="../asked/@carry" mode="everywhere"/>
  <ul class="g-tiles"><xsl:apply-templates select="program"/></ul>
</xsl:template>
<xsl:template match="programs[not(program)]">
  <p>Aucun programme pour l’instant.</p>
  <p><a class="fr-link" href="/aides/{$carry}">Voir toutes les aides</a></p>
</xsl:template>

<!-- Right under the h1: a heading of level 2. -->
<xsl:template match="programs/program">
  <li>
    <h2><a href="/programmes/{@slug}/{$carry}"><xsl:value-of select="name"/></a></h2>
    <xsl:apply-templates select="short-description"/>
    <p class="g-note"><xsl:apply-templates select="@aids" mode="aids"/></p>
  </li>
</xsl:template>

</xsl:stylesheet>
