<?xml version="1.0" encoding="UTF-8"?>
<!-- fact-page.xsl - the frame of a page that shows dates, numbers or amounts.
  Imported with the frame, their patterns are not tried before a page's own. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="page.xsl"/>
<xsl:include href="format.xsl"/>

</xsl:stylesheet>
