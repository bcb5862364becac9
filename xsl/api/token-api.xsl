<?xml version="1.0" encoding="UTF-8"?>
<!-- token-api.xsl - {"token": "..."}. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/json-key.xsl"/>

<xsl:template match="/page"><xsl:value-of select="concat('{&quot;token&quot;:&quot;', answer/@token, '&quot;}&#10;')"/></xsl:template>

</xsl:stylesheet>
