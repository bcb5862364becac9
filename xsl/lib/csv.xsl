<?xml version="1.0" encoding="UTF-8"?>
<!-- csv.xsl - a table for a spreadsheet (RFC 4180, parted by ";" as spreadsheets
  in French expect).

  A sheet lists its columns once, in mode "columns", each a call of "column": at
  the page it gives the title, at a row the cell, so that they are as many.  Text
  is quoted, on one line, and never starts a formula; what is not quoted is a
  number or a day, which the workbook (xlsx.c) has as such. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="str">

<xsl:output method="text" encoding="UTF-8" media-type="text/csv"/>
<xsl:strip-space elements="*"/>

<!-- A line.  Columns begin with their separator: the first one goes. -->
<xsl:template match="*" mode="line">
  <xsl:variable name="cells"><xsl:apply-templates select="." mode="columns"/></xsl:variable>
  <xsl:value-of select="concat(substring($cells, 2), '&#13;&#10;')"/>
</xsl:template>

<!-- The first line, after a byte order mark, which tells that it is UTF-8. -->
<xsl:template match="page" mode="titles">
  <xsl:text>&#xFEFF;</xsl:text>
  <xsl:apply-templates select="." mode="line"/>
</xsl:template>

<!-- Of text; several facts are parted by " ; ". -->
<xsl:template name="column">
  <xsl:param name="title"/>
  <xsl:param name="of" select="/.."/>
  <xsl:text>;</xsl:text>
  <xsl:choose>
    <xsl:when test="self::page"><xsl:value-of select="$title"/></xsl:when>
    <xsl:otherwise>
      <xsl:variable name="raw"><xsl:apply-templates select="$of" mode="cell"/></xsl:variable>
      <xsl:variable name="text" select="normalize-space($raw)"/>
      <xsl:text>"</xsl:text>
      <!-- Few texts begin so: the blanks of these alone are passed. -->
      <xsl:if test="$text != '' and contains('=+-@＝＋－＠&#xA0;&#x202F;', substring($text, 1, 1)) and contains('=+-@＝＋－＠', substring(translate($text, ' &#xA0;&#x202F;', ''), 1, 1))">'</xsl:if>
      <xsl:value-of select="str:replace($text, '&quot;', '&quot;&quot;')"/>
      <xsl:text>"</xsl:text>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- Of numbers, or of days (2027-03-03). -->
<xsl:template name="plain-column">
  <xsl:param name="title"/>
  <xsl:param name="of" select="/.."/>
  <xsl:text>;</xsl:text>
  <xsl:choose>
    <xsl:when test="self::page"><xsl:value-of select="$title"/></xsl:when>
    <xsl:otherwise><xsl:apply-templates select="$of[1]" mode="cell"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="*" mode="cell">
  <xsl:if test="position() != 1"> ; </xsl:if>
  <xsl:value-of select="."/>
</xsl:template>

</xsl:stylesheet>
