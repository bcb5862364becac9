<?xml version="1.0" encoding="UTF-8"?>
<!-- backer-ics.xsl - the aids of a backer, as any list of aids, under its name. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="aid-list-ics.xsl"/>

<xsl:template match="page" mode="calendar">
  <xsl:value-of select="concat('Échéances – ', backer/name)"/>
  <xsl:apply-templates select="asked" mode="subject"/>
</xsl:template>

</xsl:stylesheet>
