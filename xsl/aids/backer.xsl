<?xml version="1.0" encoding="UTF-8"?>
<!-- backer.xsl - one backer and the aids that it finances, as a programme's. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="program.xsl"/>

<xsl:template match="page" mode="title"><xsl:value-of select="backer/name"/></xsl:template>
<xsl:template match="page" mode="canonical"><xsl:value-of select="concat('/partenaires/', backer/@id, '-', backer/@slug, '/')"/></xsl:template>
<xsl:template match="page" mode="description">
  <xsl:value-of select="concat('Les aides de «&#xA0;', backer/name, '&#xA0;» ouvertes aux collectivités&#xA0;: pour qui, combien, jusqu’à quand.')"/>
</xsl:template>
<xsl:template match="page" mode="crumbs">
  <li><a class="fr-breadcrumb__link" href="/partenaires/{$carry}">Porteurs d’aides</a></li>
</xsl:template>

<xsl:template match="backer">
  <h1><xsl:value-of select="name"/></h1>
</xsl:template>
<xsl:template match="page" mode="this">ce porteur</xsl:template>
<xsl:template match="page" mode="others">
  <p><a class="fr-link" href="/partenaires/{$carry}">Voir les porteurs d’aides</a></p>
</xsl:template>

</xsl:stylesheet>
