<?xml version="1.0" encoding="UTF-8"?>
<!-- aid-list-csv.xsl - the list as a table.  Its lines come ready made
  (fragment-row.xsl). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="lib/columns.xsl"/>

<xsl:output method="text" encoding="UTF-8" media-type="text/csv"/>

<xsl:template match="/page">
  <xsl:apply-templates select="." mode="titles"/>
  <xsl:value-of select="aids/ready"/>
</xsl:template>

</xsl:stylesheet>
