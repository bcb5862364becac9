<?xml version="1.0" encoding="UTF-8"?>
<!-- words-api.xsl - families of words for a field that completes: [{"id", "text"}],
  without an envelope. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/json-key.xsl"/>
<xsl:include href="lib/synonym.xsl"/>

<xsl:template match="/page">
  <xsl:text>[</xsl:text>
  <xsl:for-each select="list/synonym">
    <xsl:if test="position() != 1">,</xsl:if>
    <xsl:apply-templates select="."/>
    <xsl:text>}</xsl:text>
  </xsl:for-each>
  <xsl:text>]&#10;</xsl:text>
</xsl:template>

</xsl:stylesheet>
