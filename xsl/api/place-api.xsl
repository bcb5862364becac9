<?xml version="1.0" encoding="UTF-8"?>
<!-- place-api.xsl - one place, without an envelope. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/json-key.xsl"/>
<xsl:include href="lib/place.xsl"/>

<xsl:template match="/page">
  <xsl:apply-templates select="list/perimeter"/>
  <xsl:text>&#10;</xsl:text>
</xsl:template>

</xsl:stylesheet>
