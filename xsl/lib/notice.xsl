<?xml version="1.0" encoding="UTF-8"?>
<!-- notice.xsl - what must be read before the rest. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template name="notice">
  <xsl:param name="kind">info</xsl:param>
  <xsl:param name="text"/>
  <div>
    <xsl:attribute name="class">
      <xsl:if test="$kind = 'info'">fr-alert fr-alert--info fr-alert--sm</xsl:if>
      <xsl:if test="$kind = 'warning'">fr-alert fr-alert--warning fr-alert--sm</xsl:if>
    </xsl:attribute>
    <p><xsl:value-of select="$text"/></p>
  </div>
</xsl:template>

</xsl:stylesheet>
