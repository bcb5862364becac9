<?xml version="1.0" encoding="UTF-8"?>
<!-- frame-footer.xsl - the foot of every page, made when a program starts, for it
  depends on the settings, and again for each date of the data. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="../lib/brand.xsl"/>
<xsl:include href="../lib/footer.xsl"/>
<xsl:include href="../lib/format.xsl"/>

<xsl:output method="html" encoding="UTF-8" indent="no"/>
<xsl:strip-space elements="*"/>

<xsl:template match="/page"><xsl:call-template name="footer"/></xsl:template>

</xsl:stylesheet>
