<?xml version="1.0" encoding="UTF-8"?>
<!-- aid-ics.xsl - the deadline of one aid, as that of any list, under its name. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="aid-list-ics.xsl"/>

<xsl:template match="page" mode="calendar"><xsl:value-of select="concat('Échéances – ', aids/@name)"/></xsl:template>

</xsl:stylesheet>
