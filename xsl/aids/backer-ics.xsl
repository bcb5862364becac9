<?xml version="1.0" encoding="UTF-8"?>
<!-- backer-ics.xsl - the aids of a backer, as any list of aids. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="aid-list-ics.xsl"/>

</xsl:stylesheet>
