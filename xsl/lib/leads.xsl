<?xml version="1.0" encoding="UTF-8"?>
<!-- leads.xsl - a link to the financer's site, or to the form of an aid: an address of
  ours, which leads there and is counted (search/aid_link.h).

    mode="leads"       a button, with its "text" and "class", whose title names the site
    mode="leads-site"  the name of the site; paper has the whole address
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="*" mode="leads">
  <xsl:param name="text"/>
  <xsl:param name="class" select="'fr-btn'"/>
  <a class="{$class}" rel="external nofollow">
    <xsl:attribute name="href"><xsl:apply-templates select="." mode="leads-href"/></xsl:attribute>
    <xsl:attribute name="title"><xsl:value-of select="concat($text, ', sur ')"/><xsl:apply-templates select="." mode="host"/></xsl:attribute>
    <xsl:value-of select="$text"/>
  </a>
</xsl:template>
<xsl:template match="*" mode="leads-site">
  <a rel="external nofollow" data-to="{.}">
    <xsl:attribute name="href"><xsl:apply-templates select="." mode="leads-href"/></xsl:attribute>
    <xsl:apply-templates select="." mode="host"/>
  </a>
</xsl:template>

<xsl:template match="origin-url" mode="leads-href"><xsl:value-of select="concat('/aides/', ../@slug, '/vers/informations/')"/></xsl:template>
<xsl:template match="application-url" mode="leads-href"><xsl:value-of select="concat('/aides/', ../@slug, '/vers/candidature/')"/></xsl:template>

</xsl:stylesheet>
