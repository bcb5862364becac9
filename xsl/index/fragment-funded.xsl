<?xml version="1.0" encoding="UTF-8"?>
<!-- fragment-funded.xsl - the card of a funded project: what, whose, how far, how much.
  One for all, made with the index: the facts are placeholders, by their columns
  (sql/queries/funded.sql). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:h="urn:guichet:placeholder" exclude-result-prefixes="h">

<xsl:output method="html" encoding="UTF-8" indent="no"/>
<xsl:strip-space elements="*"/>

<xsl:template match="/page">
  <li>
    <p><h:fact of="title"/></p>
    <p class="g-note">
      <h:fact of="beneficiary"/>
      <h:has of="beyond"><xsl:text> (</xsl:text><h:fact of="department"/>)</h:has>
      <h:has of="km"><xsl:text> · à&#xA0;</xsl:text><h:fact of="km"/>&#xA0;km</h:has>
      <xsl:text> · </xsl:text><h:fact of="scheme"/>
      <h:has of="year"><xsl:text> </xsl:text><h:fact of="year"/></h:has>
      <xsl:text> · </xsl:text><h:number of="amount"/><xsl:text>&#xA0;€</xsl:text>
      <h:has of="rate">, <h:fact of="rate"/>&#xA0;% de <h:number of="cost"/>&#xA0;€</h:has>
    </p>
  </li>
</xsl:template>

</xsl:stylesheet>
