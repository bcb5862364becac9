<?xml version="1.0" encoding="UTF-8"?>
<!-- fragment-record-texts.xsl - the texts of an aid without markup, as more keys
  of what the API serves of it (fragment-record.xsl). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/json-key.xsl"/>

<xsl:template match="/page"><xsl:apply-templates select="aid/record[@public]"/></xsl:template>

<xsl:template match="record">
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'description_text'"/><xsl:with-param name="of" select="description-text"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'eligibility_text'"/><xsl:with-param name="of" select="eligibility-text"/></xsl:call-template>
</xsl:template>

</xsl:stylesheet>
