<?xml version="1.0" encoding="UTF-8"?>
<!-- sentence.xsl - the answer in one sentence:
  23 aides pour « toit école » à Échiré (Deux-Sèvres) -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="page" mode="sentence">
  <xsl:apply-templates select="aids/@total" mode="aids"/>
  <xsl:apply-templates select="asked" mode="sentence"/>
</xsl:template>

<!-- Templates that choose, for each page of results says it. -->
<xsl:template match="asked" mode="sentence">
  <xsl:if test="keyword != '' and not(unread/@all)">
    <xsl:value-of select="concat(' pour «&#xA0;', keyword, '&#xA0;»')"/>
  </xsl:if>
  <xsl:choose>
    <xsl:when test="perimeter-unknown"> dont le territoire n’est pas dit</xsl:when>
    <xsl:when test="perimeter[2]"> sur <xsl:value-of select="count(perimeter)"/> territoires</xsl:when>
    <xsl:otherwise><xsl:apply-templates select="perimeter" mode="sentence"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- Names but those of communes would need an article that the data lacks. -->
<xsl:template match="perimeter" mode="sentence">
  <xsl:choose>
    <xsl:when test="@scale = 'commune'"><xsl:call-template name="in-commune"/></xsl:when>
    <xsl:when test="@code = 'FRA'"> dans toute la France</xsl:when>
    <xsl:otherwise>
      <xsl:value-of select="concat(' – ', @name, ' (')"/>
      <xsl:apply-templates select="." mode="scale"/>
      <xsl:text>)</xsl:text>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- « à Échiré », « au Mans », « aux Herbiers », « à la Rochelle ». -->
<xsl:template name="in-commune">
  <xsl:choose>
    <xsl:when test="starts-with(@name, 'Le ')"> au <xsl:value-of select="substring(@name, 4)"/></xsl:when>
    <xsl:when test="starts-with(@name, 'Les ')"> aux <xsl:value-of select="substring(@name, 5)"/></xsl:when>
    <xsl:otherwise> à <xsl:value-of select="@name"/></xsl:otherwise>
  </xsl:choose>
  <xsl:call-template name="in-department"/>
</xsl:template>

<xsl:template name="in-department">
  <xsl:choose>
    <xsl:when test="@department-name"> (<xsl:value-of select="@department-name"/>)</xsl:when>
    <xsl:when test="container[@scale = 'department']"><xsl:apply-templates select="container[@scale = 'department']" mode="sentence"/></xsl:when>
    <xsl:when test="@department"> (<xsl:value-of select="@department"/>)</xsl:when>
  </xsl:choose>
</xsl:template>
<xsl:template match="container" mode="sentence">
  <xsl:value-of select="concat(' (', @name, ')')"/>
</xsl:template>

</xsl:stylesheet>
