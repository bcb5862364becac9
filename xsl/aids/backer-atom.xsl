<?xml version="1.0" encoding="UTF-8"?>
<!-- backer-atom.xsl - the aids of a backer, as any list of aids, under its name. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="aid-list-atom.xsl"/>

<xsl:template match="page" mode="feed">
  <xsl:value-of select="backer/name"/>
  <xsl:apply-templates select="asked" mode="subject"/>
</xsl:template>

</xsl:stylesheet>
