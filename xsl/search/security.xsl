<?xml version="1.0" encoding="UTF-8"?>
<!-- security.xsl - /.well-known/security.txt (RFC 9116): whom to tell of a fault.  It
  is good for half a year at least, and less than one, as the RFC advises. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:output method="text" encoding="UTF-8" media-type="text/plain"/>

<xsl:template match="/page">
  <xsl:value-of select="concat('Contact: mailto:', site/@contact, '&#10;Expires: ')"/>
  <xsl:apply-templates select="request/@today" mode="expires"/>
  <xsl:value-of select="concat('T00:00:00Z&#10;Preferred-Languages: fr, en&#10;Canonical: ', site/@base, request/@path, '&#10;')"/>
</xsl:template>

<xsl:template match="@today" mode="expires">
  <xsl:value-of select="concat(substring(., 1, 4) + 1, '-07-01')"/>
</xsl:template>
<xsl:template match="@today[substring(., 6, 2) &lt; 7]" mode="expires">
  <xsl:value-of select="concat(substring(., 1, 4) + 1, '-01-01')"/>
</xsl:template>

</xsl:stylesheet>
