<?xml version="1.0" encoding="UTF-8"?>
<!-- prefill-payload-body.xsl - what is sent to Démarches simplifiées. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="lib/payload.xsl"/>

<xsl:template match="/page"><xsl:apply-templates select="payload"/></xsl:template>

</xsl:stylesheet>
