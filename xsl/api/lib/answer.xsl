<?xml version="1.0" encoding="UTF-8"?>
<!-- answer.xsl - the envelope of lists: {"count", "previous", "next", "results"}.
  What carries a token says it first, for callers who read no more. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../../lib/json-key.xsl"/>

<xsl:template match="/page">
  <xsl:text>{</xsl:text>
  <xsl:apply-templates select="answer/@token"/>
  <xsl:value-of select="concat('&quot;count&quot;:', answer/@count)"/>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'previous'"/><xsl:with-param name="of" select="answer/@previous"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'next'"/><xsl:with-param name="of" select="answer/@next"/></xsl:call-template>
  <xsl:text>,"results":[</xsl:text>
  <xsl:apply-templates select="." mode="results"/>
  <xsl:text>]</xsl:text>
  <xsl:apply-templates select="answer/@cursor"/>
  <xsl:apply-templates select="ignored"/>
  <xsl:text>}&#10;</xsl:text>
</xsl:template>

<xsl:template match="@token"><xsl:value-of select="concat('&quot;token&quot;:&quot;', ., '&quot;,')"/></xsl:template>
<xsl:template match="@cursor"><xsl:value-of select="concat(',&quot;cursor&quot;:&quot;', ., '&quot;')"/></xsl:template>

<!-- For who prefers to be told what was left out. -->
<xsl:template match="ignored">
  <xsl:call-template name="key-list"><xsl:with-param name="key" select="'ignored'"/><xsl:with-param name="of" select="param/@name"/></xsl:call-template>
</xsl:template>

</xsl:stylesheet>
