<?xml version="1.0" encoding="UTF-8"?>
<!-- exports.xsl - the files of the whole catalogue, as the API lists them:
  /api/exports/. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/json-key.xsl"/>
<xsl:include href="lib/file.xsl"/>

<xsl:template match="/page">
  <xsl:value-of select="concat('{&quot;count&quot;:', count(file), ',&quot;previous&quot;:null,&quot;next&quot;:null,&quot;results&quot;:[')"/>
  <xsl:for-each select="file">
    <xsl:if test="position() != 1">,</xsl:if>
    <xsl:value-of select="concat('{&quot;name&quot;:&quot;', @name, '&quot;,&quot;url&quot;:&quot;', ../site/@base, '/api/', @name, '&quot;,&quot;media_type&quot;:&quot;', @media, '&quot;,&quot;date&quot;:&quot;', @date, '+00:00&quot;,&quot;bytes&quot;:', @bytes, ',&quot;gzip_bytes&quot;:', @packed, ',&quot;rows&quot;:', @rows, ',&quot;rows_left_out&quot;:', @left-out, ',&quot;sha256&quot;:&quot;', @sha256, '&quot;')"/>
    <xsl:variable name="schema"><xsl:apply-templates select="." mode="schema"/></xsl:variable>
    <xsl:text>,"schema":</xsl:text><xsl:choose><xsl:when test="$schema != ''"><xsl:value-of select="concat('&quot;', $schema, '&quot;')"/></xsl:when><xsl:otherwise>null</xsl:otherwise></xsl:choose>
    <xsl:text>,"licence":"etalab-2.0"}</xsl:text>
  </xsl:for-each>
  <xsl:text>]}&#10;</xsl:text>
</xsl:template>

</xsl:stylesheet>
