<?xml version="1.0" encoding="UTF-8"?>
<!-- sitemap-index.xsl - /sitemap-index.xml, where robots.txt leads: the sitemaps of the
  site, or of a portal. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

<xsl:output method="xml" encoding="UTF-8" media-type="application/xml"/>
<xsl:strip-space elements="*"/>

<xsl:template match="/page">
  <sitemapindex><xsl:apply-templates select="url"/></sitemapindex>
</xsl:template>
<xsl:template match="url">
  <sitemap><loc><xsl:value-of select="concat(../site/@base, @path)"/></loc></sitemap>
</xsl:template>

</xsl:stylesheet>
