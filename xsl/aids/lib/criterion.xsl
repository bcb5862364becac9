<?xml version="1.0" encoding="UTF-8"?>
<!-- criterion.xsl - a criterion in words, to take off: a filter or an option of
  relax.  Most bear a name from the data; flags and dates have their own words. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<!-- One template that chooses, for it is asked of each tag of each page. -->
<xsl:template match="filter|option" mode="label">
  <xsl:choose>
    <xsl:when test="@param = 'call_for_projects_only'">Appels à projets seulement</xsl:when>
    <xsl:when test="@param = 'is_charged' and @name = 0">Sans les aides payantes</xsl:when>
    <xsl:when test="@param = 'is_charged'">Aides payantes seulement</xsl:when>
    <xsl:when test="@param = 'perimeter_unknown'">Territoire non précisé seulement</xsl:when>
    <xsl:when test="@param = 'apply_before'">À demander avant le <xsl:apply-templates select="@name" mode="date"/></xsl:when>
    <xsl:when test="@param = 'published_after'">Publiées depuis le <xsl:apply-templates select="@name" mode="date"/></xsl:when>
    <xsl:when test="@param = 'european_aid_slug'"><xsl:apply-templates select="@name" mode="european"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="@name"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="@name" mode="european">Aides européennes seulement</xsl:template>
<xsl:template match="@name[. = 'sectorial']" mode="european">Aides européennes sectorielles</xsl:template>
<xsl:template match="@name[. = 'organizational']" mode="european">Aides européennes structurelles</xsl:template>

</xsl:stylesheet>
