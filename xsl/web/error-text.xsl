<?xml version="1.0" encoding="UTF-8"?>
<!-- error-text.xsl - an error to a program that reads text: one line. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="../lib/fault.xsl"/>
<xsl:output method="text" encoding="UTF-8" media-type="text/plain"/>

<xsl:template match="/page">
  <xsl:value-of select="concat(error/@status, ' ')"/>
  <xsl:apply-templates select="error" mode="title"/>
  <xsl:text>&#10;</xsl:text>
</xsl:template>

</xsl:stylesheet>
