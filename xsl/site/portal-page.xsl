<?xml version="1.0" encoding="UTF-8"?>
<!-- portal-page.xsl - a page of text of a portal. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/page.xsl"/>

<xsl:template match="page" mode="canonical-site" priority="1"><xsl:value-of select="site/@base"/></xsl:template>
<xsl:template match="page" mode="title"><xsl:value-of select="text/@title"/></xsl:template>

<xsl:template match="page" mode="main">
  <h1><xsl:value-of select="text/@title"/></h1>
  <div class="g-rich g-text"><xsl:copy-of select="text/text()"/></div>
</xsl:template>

</xsl:stylesheet>
