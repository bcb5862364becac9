<?xml version="1.0" encoding="UTF-8"?>
<!-- funded-list-csv.xsl - funded projects as a table; see aid-list-csv.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="../lib/csv.xsl"/>

<xsl:template match="/page">
  <xsl:text>&#xFEFF;Année;Projet;Bénéficiaire;Département;Distance (km);Dispositif;Coût (€);Subvention (€);Taux (%)&#13;&#10;</xsl:text>
  <xsl:apply-templates select="funded-near/funded"/>
</xsl:template>

<xsl:template match="funded">
  <xsl:value-of select="@year"/>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="title"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="beneficiary"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="@department"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="@km"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="scheme"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="@cost"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="@amount"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="@rate"/></xsl:call-template>
  <xsl:text>&#13;&#10;</xsl:text>
</xsl:template>

</xsl:stylesheet>
