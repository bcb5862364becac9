<?xml version="1.0" encoding="UTF-8"?>
<!-- funded-one.xsl - one funded project: what, whose, how far, how much. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="format.xsl"/>

<xsl:template match="funded">
  <li>
    <p><xsl:value-of select="title"/></p>
    <p class="g-note">
      <xsl:value-of select="beneficiary"/>
      <xsl:apply-templates select="@department[. != /page/asked/perimeter/@department]|@km"/>
      <xsl:value-of select="concat(' · ', scheme)"/>
      <xsl:apply-templates select="@year"/>
      <xsl:text> · </xsl:text>
      <xsl:apply-templates select="@amount" mode="euros"/>
      <xsl:apply-templates select="@rate"/>
    </p>
  </li>
</xsl:template>
<xsl:template match="funded/@department"><xsl:value-of select="concat(' (', ., ')')"/></xsl:template>
<xsl:template match="funded/@km"><xsl:value-of select="concat(' · à&#xA0;', ., '&#xA0;km')"/></xsl:template>
<xsl:template match="funded/@year"><xsl:value-of select="concat(' ', .)"/></xsl:template>
<xsl:template match="funded/@rate">
  <xsl:value-of select="concat(', ', ., '&#xA0;% de ')"/>
  <xsl:apply-templates select="../@cost" mode="euros"/>
</xsl:template>

</xsl:stylesheet>
