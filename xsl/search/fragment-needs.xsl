<?xml version="1.0" encoding="UTF-8"?>
<!-- fragment-needs.xsl - the needs of all of France, made once a day and a version
  of the data. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="../lib/format.xsl"/>
<xsl:include href="lib/need.xsl"/>

<xsl:output method="html" encoding="UTF-8" indent="no"/>
<xsl:strip-space elements="*"/>

<xsl:template match="/page">
  <xsl:apply-templates select="needs/project"/>
</xsl:template>

</xsl:stylesheet>
