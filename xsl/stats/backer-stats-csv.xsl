<?xml version="1.0" encoding="UTF-8"?>
<!-- backer-stats-csv.xsl - the numbers of a backer, as those of the site. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="stats-csv.xsl"/>

<xsl:variable name="whose" select="/page/backer/name"/>

</xsl:stylesheet>
