<?xml version="1.0" encoding="UTF-8"?>
<!-- place.xsl - a place, as AT's API gives it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="perimeter">
  <xsl:variable name="said"><xsl:apply-templates select="." mode="said"/></xsl:variable>
  <xsl:value-of select="concat('{&quot;id&quot;:&quot;', @id, '-', @slug, '&quot;,&quot;text&quot;:')"/>
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="$said"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'name'"/><xsl:with-param name="of" select="@name"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'scale'"/><xsl:with-param name="of" select="@scale"/></xsl:call-template>
  <xsl:call-template name="key-list"><xsl:with-param name="key" select="'zipcodes'"/><xsl:with-param name="of" select="zip"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'code'"/><xsl:with-param name="of" select="@code"/></xsl:call-template>
  <xsl:text>}</xsl:text>
</xsl:template>

<!-- "Niort (Commune - 79000)", "France (Pays)". -->
<xsl:template match="perimeter" mode="said">
  <xsl:value-of select="concat(@name, ' (', @scale)"/>
  <xsl:for-each select="zip">
    <xsl:choose>
      <xsl:when test="position() = 1"> - </xsl:when>
      <xsl:otherwise>, </xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="."/>
  </xsl:for-each>
  <xsl:text>)</xsl:text>
</xsl:template>

</xsl:stylesheet>
