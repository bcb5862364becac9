<?xml version="1.0" encoding="UTF-8"?>
<!-- error-json.xsl - an error to a program: {"status", "error", "param", "reason", "request"}. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="../lib/json.xsl"/>
<xsl:include href="../lib/fault.xsl"/>

<xsl:template match="/page">
  <xsl:variable name="title"><xsl:apply-templates select="error" mode="title"/></xsl:variable>
  <xsl:value-of select="concat('{&quot;status&quot;:', error/@status, ',&quot;error&quot;:')"/>
  <xsl:call-template name="json-string"><xsl:with-param name="s" select="$title"/></xsl:call-template>
  <xsl:apply-templates select="error/param" mode="json"/>
  <xsl:text>,"request":</xsl:text>
  <xsl:call-template name="json-string"><xsl:with-param name="s" select="request/@id"/></xsl:call-template>
  <xsl:text>}&#10;</xsl:text>
</xsl:template>

<xsl:template match="param" mode="json">
  <xsl:variable name="reason"><xsl:apply-templates select="@reason"/></xsl:variable>
  <xsl:text>,"param":</xsl:text>
  <xsl:call-template name="json-string"><xsl:with-param name="s" select="@name"/></xsl:call-template>
  <xsl:text>,"reason":</xsl:text>
  <xsl:call-template name="json-string"><xsl:with-param name="s" select="$reason"/></xsl:call-template>
</xsl:template>

</xsl:stylesheet>
