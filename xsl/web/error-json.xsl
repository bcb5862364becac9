<?xml version="1.0" encoding="UTF-8"?>
<!-- error-json.xsl - an error to a program that is not of AT's API: that of
  error-api.xsl, and {"error", "param", "reason"}, which was all of it once. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="error-api.xsl"/>

<xsl:output method="text" encoding="UTF-8" media-type="application/problem+json"/>

<!-- A page may carry it. -->
<xsl:template name="json-text">
  <xsl:param name="s" select="."/>
  <xsl:call-template name="json-string"><xsl:with-param name="s" select="$s"/></xsl:call-template>
</xsl:template>

<xsl:template match="error" mode="more">
  <xsl:variable name="title"><xsl:apply-templates select="." mode="title"/></xsl:variable>
  <xsl:text>,"error":</xsl:text>
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="$title"/></xsl:call-template>
  <xsl:apply-templates select="param[1]" mode="first"/>
</xsl:template>

<xsl:template match="param" mode="first">
  <xsl:variable name="reason"><xsl:apply-templates select="@reason"/></xsl:variable>
  <xsl:text>,"param":</xsl:text>
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="@name"/></xsl:call-template>
  <xsl:text>,"reason":</xsl:text>
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="$reason"/></xsl:call-template>
</xsl:template>

</xsl:stylesheet>
