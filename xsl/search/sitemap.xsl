<?xml version="1.0" encoding="UTF-8"?>
<!-- sitemap.xsl - /sitemap.xml, for search engines. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

<xsl:output method="xml" encoding="UTF-8" media-type="application/xml"/>
<xsl:strip-space elements="*"/>

<xsl:template match="/page">
  <urlset><xsl:apply-templates select="url"/></urlset>
</xsl:template>
<xsl:template match="url">
  <url>
    <loc><xsl:value-of select="concat(../site/@base, @path)"/></loc>
    <xsl:apply-templates select="@updated"/>
  </url>
</xsl:template>
<xsl:template match="@updated"><lastmod><xsl:value-of select="."/></lastmod></xsl:template>

</xsl:stylesheet>
