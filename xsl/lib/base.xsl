<?xml version="1.0" encoding="UTF-8"?>
<!-- base.xsl - what stands for the address of the site in what is rendered ahead
  for tables, feeds and calendars: a sign that no text has (U+FDD0), for which
  aid_export.c writes the address. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="base" select="'&#xFDD0;'"/>

</xsl:stylesheet>
