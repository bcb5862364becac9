<?xml version="1.0" encoding="UTF-8"?>
<!-- when.xsl - until when an aid can be asked for, seen from today.

  The words are relative when the day is near (30 days), the date is always
  there.  An aid without dates says nothing here: its card already does. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<!-- One template that chooses, for it is asked of each card of a page. -->
<xsl:template match="aid" mode="when">
  <xsl:choose>
    <xsl:when test="opens-in &lt;= 30"><xsl:apply-templates select="opens" mode="near"/></xsl:when>
    <xsl:when test="opens-in"><xsl:apply-templates select="opens" mode="far"/></xsl:when>
    <xsl:when test="not(closes)"/>
    <xsl:when test="closes-in &lt; 0"><xsl:apply-templates select="closes" mode="past"/></xsl:when>
    <xsl:when test="closes-in &lt;= 30"><xsl:apply-templates select="closes" mode="near"/></xsl:when>
    <xsl:otherwise><xsl:apply-templates select="closes" mode="far"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- How many days are left. -->
<xsl:template match="opens" mode="left"><xsl:apply-templates select="../opens-in" mode="soon"/></xsl:template>
<xsl:template match="closes" mode="left"><xsl:apply-templates select="../closes-in" mode="soon"/></xsl:template>

<xsl:template match="closes" mode="past">
  <p class="g-when g-when--past">
    <xsl:text>Close depuis le </xsl:text>
    <xsl:apply-templates select="." mode="date"/>
  </p>
</xsl:template>
<xsl:template match="closes" mode="near">
  <p class="g-when g-when--soon">
    <xsl:text>Clôture </xsl:text>
    <xsl:apply-templates select="." mode="left"/>
    <xsl:text> (</xsl:text>
    <xsl:apply-templates select="." mode="date"/>
    <xsl:text>)</xsl:text>
  </p>
</xsl:template>
<xsl:template match="closes" mode="far">
  <p class="g-when">
    <xsl:text>Jusqu’au </xsl:text>
    <xsl:apply-templates select="." mode="date"/>
  </p>
</xsl:template>

<xsl:template match="opens" mode="near">
  <p class="g-when g-when--later">
    <xsl:text>Ouvre </xsl:text>
    <xsl:apply-templates select="." mode="left"/>
    <xsl:text>, le </xsl:text>
    <xsl:apply-templates select="." mode="date"/>
    <xsl:apply-templates select="../closes" mode="then"/>
  </p>
</xsl:template>
<xsl:template match="opens" mode="far">
  <p class="g-when g-when--later">
    <xsl:text>Ouvre le </xsl:text>
    <xsl:apply-templates select="." mode="date"/>
    <xsl:apply-templates select="../closes" mode="then"/>
  </p>
</xsl:template>

<xsl:template match="closes" mode="then">
  <xsl:text>, clôture le </xsl:text>
  <xsl:apply-templates select="." mode="date"/>
</xsl:template>

</xsl:stylesheet>
