<?xml version="1.0" encoding="UTF-8"?>
<!-- schema.xsl - the columns of a table, as a Table Schema: /api/schemas/aids.json.
  Lists are texts parted by "|". -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/json-key.xsl"/>
<xsl:include href="lib/file.xsl"/>

<xsl:template match="/page">
  <xsl:text>{"$schema":"https://specs.frictionlessdata.io/schemas/table-schema.json","name":"</xsl:text>
  <xsl:value-of select="concat(@table, '&quot;,&quot;title&quot;:')"/>
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="$title"/></xsl:call-template>
  <xsl:text>,"licenses":[{"name":"etalab-2.0","title":"Licence Ouverte 2.0","path":"https://spdx.org/licenses/etalab-2.0.html"}],"missingValues":[""],"primaryKey":"id","fields":[</xsl:text>
  <xsl:for-each select="field">
    <xsl:if test="position() != 1">,</xsl:if>
    <xsl:value-of select="concat('{&quot;name&quot;:&quot;', @name, '&quot;,&quot;type&quot;:&quot;')"/>
    <xsl:choose>
      <xsl:when test="@type = 'list' or @type = 'json'">string</xsl:when>
      <xsl:otherwise><xsl:value-of select="@type"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text>"</xsl:text>
    <xsl:if test="@type = 'datetime'">,"format":"%Y-%m-%dT%H:%M:%S+00:00"</xsl:if>
    <xsl:if test="@type = 'boolean'">,"trueValues":["true"],"falseValues":["false"]</xsl:if>
    <xsl:if test="@required">,"constraints":{"required":true}</xsl:if>
    <xsl:text>}</xsl:text>
  </xsl:for-each>
  <xsl:text>]}&#10;</xsl:text>
</xsl:template>

</xsl:stylesheet>
