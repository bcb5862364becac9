<?xml version="1.0" encoding="UTF-8"?>
<!-- report-duplicates.xsl - aids that look the same, the surest first, and why. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="lib/report.xsl"/>

<xsl:template match="page" mode="title">Aides qui se ressemblent</xsl:template>
<xsl:template match="page[not(pairs/pair)]" mode="main"><p>Aucune ne ressemble à une autre.</p></xsl:template>
<xsl:template match="page" mode="main">
  <p>Pour chaque paire, dites-le une fois&#xA0;: <code>guichet duplicates same</code> (la même), <code>version</code> (la première est locale) ou <code>different</code>, puis les deux numéros.</p>
  <ul><xsl:apply-templates select="pairs/pair"/></ul>
</xsl:template>

<xsl:template match="pair">
  <li>
    <strong><xsl:value-of select="concat(@certain, '&#xA0;%')"/></strong>
    <xsl:value-of select="concat('&#xA0;: nom ', @names, '&#xA0;%')"/>
    <xsl:apply-templates select="@texts|@perimeter|@address|@backer|@wider"/>
    <ul><xsl:apply-templates select="aid"/></ul>
  </li>
</xsl:template>
<xsl:template match="@texts"><xsl:value-of select="concat(', texte ', ., '&#xA0;%')"/></xsl:template>
<xsl:template match="@perimeter">, même territoire</xsl:template>
<xsl:template match="@address">, même adresse</xsl:template>
<xsl:template match="@backer">, même financeur</xsl:template>
<xsl:template match="@wider">, l’une d’un territoire plus large&#xA0;: une version&#x202F;?</xsl:template>
<xsl:template match="pair/aid">
  <li>
    <xsl:apply-templates select="." mode="link"/>
    <span class="g-note"><xsl:value-of select="concat(' n°&#xA0;', @id, ', source ', @source)"/></span>
  </li>
</xsl:template>

</xsl:stylesheet>
