<?xml version="1.0" encoding="UTF-8"?>
<!-- fragment-entry.xsl - an aid as an entry of a feed (RFC 4287), made when the
  aid changes.  Its id is that of the aid for ever, whatever its address. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/base.xsl"/>
<xsl:include href="../lib/format.xsl"/>

<xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes"/>
<xsl:strip-space elements="*"/>

<xsl:template match="/page"><xsl:apply-templates select="aid"/></xsl:template>

<xsl:template match="aid">
  <entry>
    <title><xsl:value-of select="name"/></title>
    <id><xsl:value-of select="concat('urn:uuid:', @uid)"/></id>
    <link rel="alternate" type="text/html" href="{$base}/aides/{@slug}/"/>
    <xsl:apply-templates select="published"/>
    <updated><xsl:apply-templates select="." mode="changed"/></updated>
    <xsl:apply-templates select="financer|type"/>
    <xsl:if test="closes or summary">
      <summary>
        <xsl:apply-templates select="closes"/>
        <xsl:if test="closes and summary"><xsl:text> </xsl:text></xsl:if>
        <xsl:value-of select="summary"/>
      </summary>
    </xsl:if>
  </entry>
</xsl:template>

<xsl:template match="published"><published><xsl:value-of select="concat(., 'Z')"/></published></xsl:template>

<!-- Its content changed here, or at its source: the later of the two. -->
<xsl:template match="aid" mode="changed"><xsl:value-of select="concat(@changed, 'Z')"/></xsl:template>

<xsl:template match="financer"><author><name><xsl:value-of select="."/></name></author></xsl:template>
<xsl:template match="type"><category term="{@slug}" label="{.}"/></xsl:template>
<xsl:template match="closes">
  <xsl:text>Jusqu’au </xsl:text>
  <xsl:apply-templates select="." mode="date"/>
  <xsl:text>.</xsl:text>
</xsl:template>

</xsl:stylesheet>
