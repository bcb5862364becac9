<?xml version="1.0" encoding="UTF-8"?>
<!-- frame-brand.xsl - whose site this is, made once when a program
  starts: it only depends on the settings. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="../lib/brand.xsl"/>

<xsl:output method="html" encoding="UTF-8" indent="no"/>
<xsl:strip-space elements="*"/>

<xsl:template match="/page"><xsl:call-template name="brand"/></xsl:template>

</xsl:stylesheet>
