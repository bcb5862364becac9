<?xml version="1.0" encoding="UTF-8"?>
<!-- exports.xsl - the exports, as the API lists them: /api/exports/. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/json-key.xsl"/>
<xsl:include href="lib/file.xsl"/>

<xsl:template match="/page">
  <xsl:value-of select="concat('{&quot;count&quot;:', count(file), ',&quot;previous&quot;:null,&quot;next&quot;:null,&quot;results&quot;:[')"/>
  <xsl:for-each select="file">
    <xsl:if test="position() != 1">,</xsl:if>
    <xsl:value-of select="concat('{&quot;name&quot;:&quot;', @name, '&quot;,&quot;url&quot;:&quot;', ../site/@base, '/api/', @name, '&quot;,&quot;media_type&quot;:&quot;', @media, '&quot;,&quot;date&quot;:&quot;', @date, '+00:00&quot;,&quot;bytes&quot;:', @bytes, ',&quot;gzip_bytes&quot;:', @packed, ',&quot;rows&quot;:', @rows, ',&quot;rows_left_out&quot;:', @left-out)"/>
    <xsl:call-template name="address">
      <xsl:with-param name="key" select="'rows_left_out_url'"/>
      <xsl:with-param name="of"><xsl:apply-templates select="." mode="left-out"/></xsl:with-param>
    </xsl:call-template>
    <xsl:value-of select="concat(',&quot;sha256&quot;:&quot;', @sha256, '&quot;')"/>
    <xsl:call-template name="address">
      <xsl:with-param name="key" select="'schema'"/>
      <xsl:with-param name="of"><xsl:apply-templates select="." mode="schema"/></xsl:with-param>
    </xsl:call-template>
    <xsl:text>,"licence":"etalab-2.0"}</xsl:text>
  </xsl:for-each>
  <xsl:text>]}&#10;</xsl:text>
</xsl:template>

<!-- An address, or null. -->
<xsl:template name="address">
  <xsl:param name="key"/>
  <xsl:param name="of"/>
  <xsl:value-of select="concat(',&quot;', $key, '&quot;:')"/>
  <xsl:if test="$of = ''">null</xsl:if>
  <xsl:if test="$of != ''"><xsl:value-of select="concat('&quot;', $of, '&quot;')"/></xsl:if>
</xsl:template>

</xsl:stylesheet>
