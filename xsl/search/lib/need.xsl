<?xml version="1.0" encoding="UTF-8"?>
<!-- need.xsl - a project type, as a need. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="needs/project">
  <li>
    <h3><a href="{@href}"><xsl:value-of select="@name"/></a></h3>
    <xsl:apply-templates select="@total" mode="need"/>
  </li>
</xsl:template>
<xsl:template match="@total" mode="need">
  <p class="g-note"><xsl:apply-templates select="." mode="aids"/></p>
</xsl:template>

</xsl:stylesheet>
