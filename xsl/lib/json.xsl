<?xml version="1.0" encoding="UTF-8"?>
<!-- json.xsl - one place that quotes.  XML text holds no control character but
  TAB, LF and CR, so these replacements are all; "<" is written so that a page
  may carry the answer. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="str">

<xsl:output method="text" encoding="UTF-8" media-type="application/json"/>
<xsl:strip-space elements="*"/>

<xsl:template name="json-string">
  <xsl:param name="s" select="."/>
  <xsl:variable name="a" select="str:replace(string($s), '\', '\\')"/>
  <xsl:variable name="b" select="str:replace($a, '&quot;', '\&quot;')"/>
  <xsl:variable name="c" select="str:replace($b, '&#9;', '\t')"/>
  <xsl:variable name="d" select="str:replace($c, '&#10;', '\n')"/>
  <xsl:variable name="e" select="str:replace($d, '&#13;', '\r')"/>
  <xsl:value-of select="concat('&quot;', str:replace($e, '&lt;', '\u003c'), '&quot;')"/>
</xsl:template>

<!-- JSON that C wrote is placed as it is, "<" apart. -->
<xsl:template match="json"><xsl:value-of select="str:replace(string(.), '&lt;', '\u003c')"/></xsl:template>

</xsl:stylesheet>
