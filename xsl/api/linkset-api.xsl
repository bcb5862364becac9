<?xml version="1.0" encoding="UTF-8"?>
<!-- linkset-api.xsl - where the API is and what describes it (RFC 9727, RFC 9264). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/json-key.xsl"/>

<xsl:output method="text" encoding="UTF-8" media-type="application/linkset+json"/>

<xsl:template match="/page">
  <xsl:text>{"linkset":[{"anchor":</xsl:text>
  <xsl:apply-templates select="site/@base"><xsl:with-param name="path" select="'/api/'"/></xsl:apply-templates>
  <xsl:call-template name="link"><xsl:with-param name="rel" select="'service-desc'"/><xsl:with-param name="path" select="'/api/openapi.json'"/><xsl:with-param name="media" select="'application/json'"/></xsl:call-template>
  <xsl:call-template name="link"><xsl:with-param name="rel" select="'service-doc'"/><xsl:with-param name="path" select="'/api/'"/><xsl:with-param name="media" select="'text/html'"/></xsl:call-template>
  <xsl:text>}]}&#10;</xsl:text>
</xsl:template>

<xsl:template name="link">
  <xsl:param name="rel"/>
  <xsl:param name="path"/>
  <xsl:param name="media"/>
  <xsl:value-of select="concat(',&quot;', $rel, '&quot;:[{&quot;href&quot;:')"/>
  <xsl:apply-templates select="site/@base"><xsl:with-param name="path" select="$path"/></xsl:apply-templates>
  <xsl:value-of select="concat(',&quot;type&quot;:&quot;', $media, '&quot;}]')"/>
</xsl:template>

<xsl:template match="@base">
  <xsl:param name="path"/>
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="concat(., $path)"/></xsl:call-template>
</xsl:template>

</xsl:stylesheet>
