<?xml version="1.0" encoding="UTF-8"?>
<!-- aids-api.xsl - aids, which come ready made (fragment-record.xsl), and what is
  gone of a copy. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="lib/answer.xsl"/>

<xsl:template match="page" mode="results">
  <xsl:for-each select="answer/ready|answer/gone">
    <xsl:if test="position() != 1">,</xsl:if>
    <xsl:apply-templates select="."/>
  </xsl:for-each>
</xsl:template>

<xsl:template match="ready">
  <xsl:variable name="score" select="following-sibling::*[1][self::score]"/>
  <xsl:choose>
    <xsl:when test="$score">
      <xsl:value-of select="substring(., 1, string-length(.) - 1)"/>
      <xsl:apply-templates select="$score"/>
      <xsl:text>}</xsl:text>
    </xsl:when>
    <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- Why it is there: what each word that was said gives it; how far its territory is
  from the place, 0 being there; by what it was multiplied for its audience; what is
  near in sense. -->
<xsl:template match="score">
  <xsl:value-of select="concat(',&quot;score&quot;:{&quot;words&quot;:', @words, ',&quot;distance&quot;:', @far)"/>
  <xsl:call-template name="key-number"><xsl:with-param name="key" select="'audience'"/><xsl:with-param name="of" select="@audience"/></xsl:call-template>
  <xsl:call-template name="key-list"><xsl:with-param name="key" select="'parts'"/><xsl:with-param name="of" select="part"/></xsl:call-template>
  <xsl:call-template name="key-list"><xsl:with-param name="key" select="'near'"/><xsl:with-param name="of" select="near|aim"/></xsl:call-template>
  <xsl:text>}</xsl:text>
</xsl:template>

<xsl:template match="score/*" mode="json">
  <xsl:text>{"word":</xsl:text>
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="substring-after(., ' ')"/></xsl:call-template>
  <xsl:value-of select="concat(',&quot;score&quot;:', substring-before(., ' '), '}')"/>
</xsl:template>

<xsl:template match="gone">
  <xsl:value-of select="concat('{&quot;id&quot;:', @id, ',&quot;slug&quot;:&quot;', @slug, '&quot;,&quot;status&quot;:&quot;', @status, '&quot;,&quot;date_withdrawn&quot;:&quot;', @date, '+00:00&quot;,&quot;replaced_by&quot;:', @into, substring('null', 1, 4 * not(@into)), '}')"/>
</xsl:template>

</xsl:stylesheet>
