<?xml version="1.0" encoding="UTF-8"?>
<!-- json-key.xsl - members of an object, each after a comma: ,"key":value.  What
  is not there is null, or an empty list.  Members of "key" mode say their key
  and how they are written. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="str">

<xsl:include href="json.xsl"/>

<!-- A string of an answer that no page carries: "<" stays. -->
<xsl:template name="json-text">
  <xsl:param name="s" select="."/>
  <xsl:variable name="a" select="str:replace(string($s), '\', '\\')"/>
  <xsl:variable name="b" select="str:replace($a, '&quot;', '\&quot;')"/>
  <xsl:variable name="c" select="str:replace($b, '&#9;', '\t')"/>
  <xsl:variable name="d" select="str:replace($c, '&#10;', '\n')"/>
  <xsl:value-of select="concat('&quot;', str:replace($d, '&#13;', '\r'), '&quot;')"/>
</xsl:template>

<xsl:template name="json-key">
  <xsl:param name="key"/>
  <xsl:value-of select="concat(',&quot;', $key, '&quot;:')"/>
</xsl:template>

<!-- A text, or null for no node. -->
<xsl:template name="key-text">
  <xsl:param name="key"/>
  <xsl:param name="of" select="/.."/>
  <xsl:value-of select="concat(',&quot;', $key, '&quot;:')"/>
  <xsl:choose>
    <xsl:when test="$of">
      <xsl:call-template name="json-text"><xsl:with-param name="s" select="$of"/></xsl:call-template>
    </xsl:when>
    <xsl:otherwise>null</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- A number, or null likewise. -->
<xsl:template name="key-number">
  <xsl:param name="key"/>
  <xsl:param name="of" select="/.."/>
  <xsl:value-of select="concat(',&quot;', $key, '&quot;:')"/>
  <xsl:choose>
    <xsl:when test="$of"><xsl:value-of select="$of"/></xsl:when>
    <xsl:otherwise>null</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- true or false. -->
<xsl:template name="key-flag">
  <xsl:param name="key"/>
  <xsl:param name="of" select="false()"/>
  <xsl:value-of select="concat(',&quot;', $key, '&quot;:', boolean($of))"/>
</xsl:template>

<!-- A list of what each node is in mode "json", and by default its text. -->
<xsl:template name="key-list">
  <xsl:param name="key"/>
  <xsl:param name="of" select="/.."/>
  <xsl:value-of select="concat(',&quot;', $key, '&quot;:[')"/>
  <xsl:for-each select="$of">
    <xsl:if test="position() != 1">,</xsl:if>
    <xsl:apply-templates select="." mode="json"/>
  </xsl:for-each>
  <xsl:text>]</xsl:text>
</xsl:template>

<xsl:template match="*|@*" mode="json"><xsl:call-template name="json-text"/></xsl:template>

</xsl:stylesheet>
