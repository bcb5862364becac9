<?xml version="1.0" encoding="UTF-8"?>
<!-- sentence.xsl - the answer in one sentence:
  23 aides pour « toit école » à Échiré (Deux-Sèvres) -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="page" mode="sentence">
  <xsl:apply-templates select="aids/@total" mode="aids"/>
  <xsl:apply-templates select="asked/keyword[. != '']" mode="sentence"/>
  <xsl:apply-templates select="asked" mode="sentence-where"/>
</xsl:template>

<xsl:template match="keyword" mode="sentence">
  <xsl:value-of select="concat(' pour «&#xA0;', ., '&#xA0;»')"/>
</xsl:template>

<xsl:template match="asked" mode="sentence-where"/>
<xsl:template match="asked[count(perimeter) = 1]" mode="sentence-where">
  <xsl:apply-templates select="perimeter" mode="sentence"/>
</xsl:template>
<xsl:template match="asked[count(perimeter) &gt; 1]" mode="sentence-where">
  <xsl:text> sur </xsl:text>
  <xsl:value-of select="count(perimeter)"/>
  <xsl:text> territoires</xsl:text>
</xsl:template>

<!-- « à Échiré », « au Mans », « aux Herbiers », « à la Rochelle ». -->
<xsl:template match="perimeter[@scale = 'commune']" mode="sentence">
  <xsl:choose>
    <xsl:when test="starts-with(@name, 'Le ')"> au <xsl:value-of select="substring(@name, 4)"/></xsl:when>
    <xsl:when test="starts-with(@name, 'Les ')"> aux <xsl:value-of select="substring(@name, 5)"/></xsl:when>
    <xsl:otherwise> à <xsl:value-of select="@name"/></xsl:otherwise>
  </xsl:choose>
  <xsl:apply-templates select="." mode="in-department"/>
</xsl:template>

<!-- Other names would need an article that the data lacks. -->
<xsl:template match="perimeter" mode="sentence">
  <xsl:value-of select="concat(' – ', @name, ' (')"/>
  <xsl:apply-templates select="." mode="scale"/>
  <xsl:text>)</xsl:text>
</xsl:template>
<xsl:template match="perimeter[@code = 'FRA']" mode="sentence"> dans toute la France</xsl:template>

<xsl:template match="perimeter" mode="in-department">
  <xsl:if test="@department"> (<xsl:value-of select="@department"/>)</xsl:if>
</xsl:template>
<xsl:template match="perimeter[container/@scale = 'department']" mode="in-department" priority="1">
  <xsl:value-of select="concat(' (', container[@scale = 'department']/@name, ')')"/>
</xsl:template>
<xsl:template match="perimeter[@department-name]" mode="in-department" priority="2">
  <xsl:value-of select="concat(' (', @department-name, ')')"/>
</xsl:template>

</xsl:stylesheet>
