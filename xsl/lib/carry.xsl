<?xml version="1.0" encoding="UTF-8"?>
<!-- carry.xsl - where and who asks, for the links of a page: "?…" after a bare
  address, "&…" after one that has a query.  Strings, for every page makes them:
  "?" from its first letter on, or its second, when nothing is carried. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="carried" select="concat(substring('?', 2 - count(/page/asked/@carry)), /page/asked/@carry)"/>
<xsl:variable name="also" select="translate($carried, '?', '&amp;')"/>

</xsl:stylesheet>
