<?xml version="1.0" encoding="UTF-8"?>
<!-- fragment-terms.xsl - what each acronym of terms.xsl means, for those that stand in
  an excerpt: which ones is known when a list is asked. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="../lib/terms.xsl"/>

<xsl:output method="html" encoding="UTF-8" indent="no"/>

<!-- Of a text that holds all of them. -->
<xsl:template match="/page">
  <xsl:call-template name="acronyms">
    <xsl:with-param name="ahead" select="true()"/>
    <xsl:with-param name="text" select="$terms"/>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
