<?xml version="1.0" encoding="UTF-8"?>
<!-- program.xsl - a programme in a list of programmes. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="programs/program">
  <li>
    <h3><a href="/programmes/{@slug}/{$carry}"><xsl:value-of select="name"/></a></h3>
    <xsl:apply-templates select="short-description"/>
    <p class="g-note"><xsl:apply-templates select="@aids" mode="aids"/></p>
  </li>
</xsl:template>
<!-- It may have some elsewhere. -->
<xsl:template match="program/@aids[. = 0]" mode="aids">Aucune aide rattachée</xsl:template>
<xsl:template match="short-description">
  <p><xsl:value-of select="."/></p>
</xsl:template>

</xsl:stylesheet>
