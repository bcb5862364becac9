<?xml version="1.0" encoding="UTF-8"?>
<!-- aid-card.xsl - the card of one aid, made for a frame in the page of another site. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/page.xsl"/>
<xsl:include href="lib/card.xsl"/>

<xsl:template match="page" mode="canonical-site" priority="1"><xsl:value-of select="site/@base"/></xsl:template>
<xsl:template match="page" mode="title">Une aide</xsl:template>
<xsl:template match="page" mode="description">La carte d’une aide, pour la page d’un autre site.</xsl:template>

<xsl:template match="page" mode="main">
  <h1 class="g-live"><xsl:value-of select="concat('Une aide – ', site/@name)"/></h1>
  <xsl:apply-templates select="shown" mode="card"/>
  <p class="g-note"><a href="/"><xsl:value-of select="site/@name"/></a></p>
</xsl:template>
<xsl:template match="shown" mode="card"><p>Cette aide n’est plus ouverte.</p></xsl:template>
<xsl:template match="shown[cards]" mode="card"><xsl:apply-templates select="cards"/></xsl:template>

</xsl:stylesheet>
