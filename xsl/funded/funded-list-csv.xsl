<?xml version="1.0" encoding="UTF-8"?>
<!-- funded-list-csv.xsl - funded projects as a table. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="../lib/csv.xsl"/>

<xsl:template match="/page">
  <xsl:apply-templates select="." mode="titles"/>
  <xsl:apply-templates select="funded-near/funded" mode="line"/>
</xsl:template>

<xsl:template match="*" mode="columns">
  <xsl:call-template name="plain-column"><xsl:with-param name="title" select="'Année'"/><xsl:with-param name="of" select="@year"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Projet'"/><xsl:with-param name="of" select="title"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Bénéficiaire'"/><xsl:with-param name="of" select="beneficiary"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Département'"/><xsl:with-param name="of" select="@department"/></xsl:call-template>
  <xsl:call-template name="plain-column"><xsl:with-param name="title" select="'Distance (km)'"/><xsl:with-param name="of" select="@km"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Dispositif'"/><xsl:with-param name="of" select="scheme"/></xsl:call-template>
  <xsl:call-template name="plain-column"><xsl:with-param name="title" select="'Coût (€)'"/><xsl:with-param name="of" select="@cost"/></xsl:call-template>
  <xsl:call-template name="plain-column"><xsl:with-param name="title" select="'Subvention (€)'"/><xsl:with-param name="of" select="@amount"/></xsl:call-template>
  <xsl:call-template name="plain-column"><xsl:with-param name="title" select="'Taux (%)'"/><xsl:with-param name="of" select="@rate"/></xsl:call-template>
</xsl:template>

</xsl:stylesheet>
