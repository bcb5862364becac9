<?xml version="1.0" encoding="UTF-8"?>
<!-- fragment-row.xsl - an aid as a line of a table, made when the aid changes. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../aids/lib/columns.xsl"/>

<xsl:output method="text" encoding="UTF-8"/>

<xsl:template match="/page"><xsl:apply-templates select="aid" mode="line"/></xsl:template>

</xsl:stylesheet>
