<?xml version="1.0" encoding="UTF-8"?>
<!-- program-ics.xsl - the aids of a programme, as any list of aids, under the
  programme's name. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="aid-list-ics.xsl"/>

<xsl:template match="page" mode="calendar">
  <xsl:value-of select="concat('Échéances – ', program/name)"/>
  <xsl:apply-templates select="asked" mode="subject"/>
</xsl:template>

</xsl:stylesheet>
