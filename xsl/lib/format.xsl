<?xml version="1.0" encoding="UTF-8"?>
<!-- format.xsl - dates, numbers, amounts and plurals, the French way.

  Each is a mode over the node that holds the fact:
    mode="date"    2026-11-02        2 novembre 2026
    mode="month"   2026-11-02        novembre 2026
    mode="number"  1234              1 234
    mode="euros"   200000            200 000 €
    mode="s"       2                 s          (the plural of a word)
    mode="aids"    0, 1, 1234        Aucune aide, 1 aide, 1 234 aides
    mode="soon"    0, 1, 12          aujourd’hui, demain, dans 12 jours
    mode="host"    https://a.fr/b    a.fr
    mode="scale"   a perimeter       commune, intercommunalité…
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:decimal-format name="fr" decimal-separator="," grouping-separator="&#x202F;"/>

<xsl:template match="@*|*" mode="date">
  <xsl:variable name="day" select="number(substring(., 9, 2))"/>
  <xsl:value-of select="$day"/>
  <xsl:if test="$day = 1">er</xsl:if>
  <xsl:value-of select="concat('&#xA0;', normalize-space(substring(
    'janvier  février  mars     avril    mai      juin     juillet  août     septembreoctobre  novembre décembre ',
    substring(., 6, 2) * 9 - 8, 9)), '&#xA0;', substring(., 1, 4))"/>
</xsl:template>

<xsl:template match="@*|*" mode="month">
  <xsl:variable name="date"><xsl:apply-templates select="." mode="date"/></xsl:variable>
  <xsl:value-of select="translate(substring-after($date, '&#xA0;'), '&#xA0;', ' ')"/>
</xsl:template>

<!-- Of a whole number; most are small, and format-number() costs as much as five
  other expressions. -->
<xsl:template match="@*|*" mode="number">
  <xsl:choose>
    <xsl:when test=". &lt; 1000"><xsl:value-of select="."/></xsl:when>
    <xsl:otherwise><xsl:value-of select="format-number(., '#&#x202F;##0', 'fr')"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="@*|*" mode="euros">
  <xsl:value-of select="concat(format-number(., '#&#x202F;##0', 'fr'), '&#xA0;€')"/>
</xsl:template>

<xsl:template match="@*|*" mode="s">
  <xsl:if test=". &gt;= 2">s</xsl:if>
</xsl:template>

<xsl:template match="@*|*" mode="aids">
  <xsl:choose>
    <xsl:when test=". &gt; 1 and . &lt; 1000"><xsl:value-of select="concat(., '&#xA0;aides')"/></xsl:when>
    <xsl:when test=". &gt; 1"><xsl:apply-templates select="." mode="number"/>&#xA0;aides</xsl:when>
    <xsl:when test=". = 1">1&#xA0;aide</xsl:when>
    <xsl:otherwise>Aucune aide</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="@*|*" mode="soon">
  <xsl:value-of select="concat('dans ', ., '&#xA0;jours')"/>
</xsl:template>
<xsl:template match="@*[. = 0]|*[. = 0]" mode="soon">aujourd’hui</xsl:template>
<xsl:template match="@*[. = 1]|*[. = 1]" mode="soon">demain</xsl:template>

<xsl:template match="*" mode="scale">
  <xsl:value-of select="translate(@scale-name, 'ABCDMOPR', 'abcdmopr')"/>
</xsl:template>
<xsl:template match="*[@scale = 'epci']" mode="scale">intercommunalité</xsl:template>
<xsl:template match="*[@scale = 'adhoc']" mode="scale">territoire particulier</xsl:template>

<xsl:template match="@*|*" mode="host">
  <xsl:value-of select="substring-before(concat(
    substring-after(., '://'), '/'), '/')"/>
</xsl:template>

</xsl:stylesheet>
