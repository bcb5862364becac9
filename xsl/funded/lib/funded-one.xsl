<?xml version="1.0" encoding="UTF-8"?>
<!-- funded-one.xsl - one funded project: what, whose, how far, how much. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="funded">
  <li>
    <p><xsl:value-of select="title"/></p>
    <p class="g-note">
      <xsl:value-of select="beneficiary"/>
      <xsl:if test="@beyond"><xsl:value-of select="concat(' (', @department, ')')"/></xsl:if>
      <xsl:if test="@km"><xsl:value-of select="concat(' · à&#xA0;', @km, '&#xA0;km')"/></xsl:if>
      <xsl:value-of select="concat(' · ', scheme)"/>
      <xsl:if test="@year"><xsl:value-of select="concat(' ', @year)"/></xsl:if>
      <xsl:text> · </xsl:text>
      <xsl:apply-templates select="@amount" mode="euros"/>
      <xsl:apply-templates select="@rate"/>
    </p>
  </li>
</xsl:template>
<xsl:template match="funded/@rate">
  <xsl:value-of select="concat(', ', ., '&#xA0;% de ')"/>
  <xsl:apply-templates select="../@cost" mode="euros"/>
</xsl:template>

</xsl:stylesheet>
