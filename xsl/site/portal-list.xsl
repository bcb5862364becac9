<?xml version="1.0" encoding="UTF-8"?>
<!-- portal-list.xsl - the portals. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/page.xsl"/>

<xsl:template match="page" mode="title">Portails</xsl:template>
<xsl:template match="page" mode="description">Les portails d’aides publiques de préfectures, de départements, de régions et d’agences.</xsl:template>

<xsl:template match="page" mode="main">
  <h1>Portails</h1>
  <p class="fr-text--lead">Chaque portail rassemble les aides d’un territoire ou d’un programme, sous le nom de qui le propose.</p>
  <xsl:apply-templates select="portals"/>
</xsl:template>
<xsl:template match="page[not(portals/portal)]" mode="main">
  <h1>Portails</h1>
  <p>Aucun portail n’est ouvert pour le moment.</p>
</xsl:template>

<xsl:template match="portals"><ul class="g-list"><xsl:apply-templates select="portal"/></ul></xsl:template>
<xsl:template match="portal">
  <li>
    <h2><a href="/portails/{@slug}/"><xsl:value-of select="@name"/></a></h2>
    <xsl:apply-templates select="@description"/>
  </li>
</xsl:template>
<xsl:template match="@description"><p><xsl:value-of select="."/></p></xsl:template>

</xsl:stylesheet>
