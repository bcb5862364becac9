<?xml version="1.0" encoding="UTF-8"?>
<!-- aid-api.xsl - one aid, which comes ready made, without an envelope. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/json-key.xsl"/>

<xsl:template match="/page">
  <xsl:value-of select="answer/ready"/>
  <xsl:text>&#10;</xsl:text>
</xsl:template>

</xsl:stylesheet>
