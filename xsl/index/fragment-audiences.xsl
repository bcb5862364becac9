<?xml version="1.0" encoding="UTF-8"?>
<!-- fragment-audiences.xsl - the choices of "Vous êtes", made when the lists
  change. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="../lib/option.xsl"/>

<xsl:output method="html" encoding="UTF-8" indent="no"/>
<xsl:strip-space elements="*"/>

<xsl:template match="/page">
  <xsl:apply-templates select="lists/audience" mode="option"/>
</xsl:template>

</xsl:stylesheet>
