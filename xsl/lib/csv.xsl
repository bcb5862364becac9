<?xml version="1.0" encoding="UTF-8"?>
<!-- csv.xsl - cells for a spreadsheet (RFC 4180, parted by
  ";" as spreadsheets in French expect).  Every cell is quoted, on one
  line, and none can start a formula, even in the wide signs of some
  keyboards or after a blank. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="str">

<xsl:output method="text" encoding="UTF-8" media-type="text/csv"/>
<xsl:strip-space elements="*"/>

<!-- A cell after another one; several facts are parted by " ; ". -->
<xsl:template name="cell">
  <xsl:param name="of" select="/.."/>
  <xsl:variable name="raw"><xsl:apply-templates select="$of" mode="cell"/></xsl:variable>
  <xsl:variable name="text" select="normalize-space($raw)"/>
  <xsl:text>;"</xsl:text>
  <xsl:if test="$text != '' and contains('=+-@＝＋－＠', substring(translate($text, ' &#xA0;&#x202F;', ''), 1, 1))">'</xsl:if>
  <xsl:value-of select="str:replace($text, '&quot;', '&quot;&quot;')"/>
  <xsl:text>"</xsl:text>
</xsl:template>

<xsl:template match="*" mode="cell">
  <xsl:if test="position() != 1"> ; </xsl:if>
  <xsl:value-of select="."/>
</xsl:template>

</xsl:stylesheet>
