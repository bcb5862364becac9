<?xml version="1.0" encoding="UTF-8"?>
<!-- html-text.xsl - a text as HTML has it, between tags and within the quotation marks
  of an attribute: for lines that a page shows to be copied. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="str">

<xsl:template name="html-text">
  <xsl:param name="s" select="."/>
  <xsl:variable name="a" select="str:replace(string($s), '&amp;', '&amp;amp;')"/>
  <xsl:variable name="b" select="str:replace($a, '&lt;', '&amp;lt;')"/>
  <xsl:variable name="c" select="str:replace($b, '&gt;', '&amp;gt;')"/>
  <xsl:value-of select="str:replace($c, '&quot;', '&amp;quot;')"/>
</xsl:template>

</xsl:stylesheet>
