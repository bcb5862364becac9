<?xml version="1.0" encoding="UTF-8"?>
<!-- ics.xsl - text in a calendar (RFC 5545): \ ; , and ends of line escaped.
  Lines end by CR LF; those over 75 octets are folded by the program, in one
  place (ics_fold.h). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="str">

<xsl:output method="text" encoding="UTF-8" media-type="text/calendar"/>
<xsl:strip-space elements="*"/>

<xsl:template match="@*|*" mode="ics"><xsl:call-template name="ics"/></xsl:template>
<xsl:template name="ics">
  <xsl:param name="text" select="string(.)"/>
  <xsl:variable name="a" select="str:replace($text, '\', '\\')"/>
  <xsl:variable name="b" select="str:replace($a, ';', '\;')"/>
  <xsl:variable name="c" select="str:replace($b, ',', '\,')"/>
  <xsl:value-of select="str:replace(translate($c, '&#13;', ''), '&#10;', '\n')"/>
</xsl:template>

</xsl:stylesheet>
