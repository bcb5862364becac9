<?xml version="1.0" encoding="UTF-8"?>
<!-- backer-stats.xsl - what readers did with the aids of a backer. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="lib/numbers.xsl"/>

<xsl:template match="page" mode="whose"><xsl:value-of select="concat('Statistiques de «&#xA0;', backer/name, '&#xA0;»')"/></xsl:template>
<xsl:template match="page" mode="canonical"><xsl:value-of select="concat('/partenaires/', backer/@id, '-', backer/@slug, '/stats/')"/></xsl:template>
<xsl:template match="page" mode="description">
  <xsl:value-of select="concat('Combien de fois les aides de «&#xA0;', backer/name, '&#xA0;» sont lues et demandées, par période.')"/>
</xsl:template>
<xsl:template match="page" mode="crumbs">
  <li><a class="fr-breadcrumb__link" href="/partenaires/">Porteurs d’aides</a></li>
  <li><a class="fr-breadcrumb__link" href="/partenaires/{backer/@id}-{backer/@slug}/"><xsl:value-of select="backer/name"/></a></li>
</xsl:template>
<xsl:template match="page" mode="of">Les visites de sa page et de ses aides, sur ce site et dans les portails dont les chiffres sont publics.</xsl:template>

<xsl:template match="page" mode="numbers">
  <section>
    <h2>Les lectures de ses aides</h2>
    <xsl:apply-templates select="steps" mode="views"/>
  </section>
  <section>
    <h2>Sa page et ses aides</h2>
    <xsl:apply-templates select="parts" mode="done"/>
  </section>
</xsl:template>

<xsl:template match="total" mode="said">
  <ul class="g-said"><xsl:apply-templates select="@views" mode="item"/></ul>
</xsl:template>
<xsl:template match="@page" mode="name">
  <xsl:text>visite</xsl:text>
  <xsl:apply-templates select="." mode="s"/>
  <xsl:text> de sa page</xsl:text>
</xsl:template>

</xsl:stylesheet>
