<?xml version="1.0" encoding="UTF-8"?>
<!-- links.xsl - the same list to take away: table, feed, calendar. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="links"/>
<xsl:template match="links[link]">
  <ul class="g-take" aria-label="Emporter cette liste">
    <xsl:apply-templates select="link"/>
  </ul>
</xsl:template>

<xsl:template match="link">
  <li>
    <a class="fr-link" href="{@href}"><xsl:apply-templates select="@format"/></a>
  </li>
</xsl:template>
<xsl:template match="link/@format"><xsl:value-of select="."/></xsl:template>
<xsl:template match="link/@format[. = 'csv']">Ouvrir dans un tableur</xsl:template>
<xsl:template match="link/@format[. = 'atom']">S’abonner aux nouveautés</xsl:template>
<xsl:template match="link/@format[. = 'ics']">Ajouter les échéances à mon agenda</xsl:template>
<xsl:template match="link/@format[. = 'xml']">Voir les données (XML)</xsl:template>

<xsl:template match="link" mode="head"/>
<xsl:template match="link[@format = 'atom']" mode="head">
  <link rel="alternate" type="application/atom+xml" href="{@href}" title="Nouvelles aides pour cette recherche"/>
</xsl:template>

</xsl:stylesheet>
