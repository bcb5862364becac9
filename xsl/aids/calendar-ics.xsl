<?xml version="1.0" encoding="UTF-8"?>
<!-- calendar-ics.xsl - the calls to come, as the deadlines of any list. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="aid-list-ics.xsl"/>

</xsl:stylesheet>
