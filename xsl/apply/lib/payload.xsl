<?xml version="1.0" encoding="UTF-8"?>
<!-- payload.xsl - a payload as the flat JSON object that Démarches simplifiées takes:
  texts, arrays for lists and territories, arrays of objects for blocks. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="../../lib/json.xsl"/>

<xsl:template match="payload">
  <xsl:text>{</xsl:text>
  <xsl:apply-templates select="champ"/>
  <xsl:text>}</xsl:text>
</xsl:template>

<xsl:template match="champ">
  <xsl:if test="position() != 1">,</xsl:if>
  <xsl:call-template name="json-string"><xsl:with-param name="s" select="@key"/></xsl:call-template>
  <xsl:text>:</xsl:text>
  <xsl:apply-templates select="." mode="value"/>
</xsl:template>

<xsl:template match="champ" mode="value">
  <xsl:call-template name="json-string"><xsl:with-param name="s" select="value"/></xsl:call-template>
</xsl:template>
<xsl:template match="champ[item]" mode="value">
  <xsl:text>[</xsl:text>
  <xsl:apply-templates select="item"/>
  <xsl:text>]</xsl:text>
</xsl:template>
<xsl:template match="champ[row]" mode="value">
  <xsl:text>[</xsl:text>
  <xsl:apply-templates select="row"/>
  <xsl:text>]</xsl:text>
</xsl:template>

<xsl:template match="item">
  <xsl:if test="position() != 1">,</xsl:if>
  <xsl:call-template name="json-string"/>
</xsl:template>
<xsl:template match="row">
  <xsl:if test="position() != 1">,</xsl:if>
  <xsl:text>{</xsl:text>
  <xsl:apply-templates select="champ"/>
  <xsl:text>}</xsl:text>
</xsl:template>

</xsl:stylesheet>
