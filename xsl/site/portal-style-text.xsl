<?xml version="1.0" encoding="UTF-8"?>
<!-- portal-style-text.xsl - the colours and letters of a portal. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:output method="text" encoding="UTF-8" media-type="text/css"/>
<xsl:strip-space elements="*"/>

<xsl:template match="/page"><xsl:apply-templates select="portal/@accent|portal/@accent-dark|portal/@font"/></xsl:template>
<xsl:template match="/page[error]"/>

<xsl:template match="@accent">
  <xsl:value-of select="concat(':root { --g-accent: ', ., '; }&#10;')"/>
</xsl:template>
<xsl:template match="@accent-dark">
  <xsl:value-of select="concat('@media screen and (prefers-color-scheme: dark) { :root:not([data-fr-theme=&quot;light&quot;]) { --g-accent: ', ., '; } }&#10;')"/>
  <xsl:value-of select="concat('@media screen { :root[data-fr-theme=&quot;dark&quot;] { --g-accent: ', ., '; } }&#10;')"/>
</xsl:template>
<xsl:template match="@font[. = 'serif']">
  <xsl:text>body, .fr-btn, .fr-input, .fr-select { font-family: "Iowan Old Style", Palatino, "Noto Serif", Georgia, serif; }&#10;</xsl:text>
</xsl:template>

</xsl:stylesheet>
