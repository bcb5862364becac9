<?xml version="1.0" encoding="UTF-8"?>
<!-- perimeter-list-json.xsl - suggestions of places:
  [{"id":1000001,"name":"Échiré","scale":"Commune","detail":"Deux-Sèvres · …"}] -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="../lib/format.xsl"/>
<xsl:include href="../lib/json.xsl"/>
<xsl:include href="lib/choices.xsl"/>

<xsl:template match="/page">
  <xsl:text>[</xsl:text>
  <xsl:apply-templates select="perimeters/perimeter"/>
  <xsl:text>]&#10;</xsl:text>
</xsl:template>

<xsl:template match="perimeter">
  <xsl:if test="position() != 1">,</xsl:if>
  <xsl:value-of select="concat('{&quot;id&quot;:', @id, ',&quot;name&quot;:')"/>
  <xsl:call-template name="json-string"><xsl:with-param name="s" select="@name"/></xsl:call-template>
  <xsl:text>,"scale":</xsl:text>
  <xsl:variable name="scale"><xsl:apply-templates select="." mode="scale"/></xsl:variable>
  <xsl:call-template name="json-string"><xsl:with-param name="s" select="string($scale)"/></xsl:call-template>
  <xsl:text>,"detail":</xsl:text>
  <xsl:variable name="detail">
    <xsl:apply-templates select="." mode="facts"/>
  </xsl:variable>
  <xsl:call-template name="json-string">
    <xsl:with-param name="s" select="substring-after($detail, ' · ')"/>
  </xsl:call-template>
  <xsl:text>}</xsl:text>
</xsl:template>

</xsl:stylesheet>
