<?xml version="1.0" encoding="UTF-8"?>
<!-- carry.xsl - where and who asks, for the links of a page: "?…" after a bare
  address, "&…" after one that has a query. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="carried">
  <xsl:if test="/page/asked/@carry"><xsl:value-of select="concat('?', /page/asked/@carry)"/></xsl:if>
</xsl:variable>
<xsl:variable name="also">
  <xsl:if test="/page/asked/@carry"><xsl:value-of select="concat('&amp;', /page/asked/@carry)"/></xsl:if>
</xsl:variable>

</xsl:stylesheet>
