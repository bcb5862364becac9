<?xml version="1.0" encoding="UTF-8"?>
<!-- fragment-filters.xsl - the two long lists of the filter form, made when
  the lists change.  They add a choice: those made are tags, carried hidden. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:output method="html" encoding="UTF-8" indent="no"/>
<xsl:strip-space elements="*"/>

<xsl:template match="/page"><xsl:apply-templates select="lists"/></xsl:template>

<xsl:template match="lists">
  <xsl:if test="theme/category">
    <div class="fr-select-group">
      <label class="fr-label" for="theme">Ajouter un thème</label>
      <select class="fr-select" id="theme" name="category_slugs">
        <option value="">Choisir un thème</option>
        <xsl:apply-templates select="theme[category]"/>
      </select>
    </div>
  </xsl:if>
  <xsl:if test="program">
    <div class="fr-select-group">
      <label class="fr-label" for="programme">Ajouter un programme</label>
      <select class="fr-select" id="programme" name="programIds">
        <option value="">Choisir un programme</option>
        <xsl:apply-templates select="program"/>
      </select>
    </div>
  </xsl:if>
</xsl:template>

<xsl:template match="theme">
  <optgroup label="{@name}"><xsl:apply-templates select="category"/></optgroup>
</xsl:template>
<xsl:template match="category|program">
  <option value="{@slug}"><xsl:value-of select="@name"/></option>
</xsl:template>

</xsl:stylesheet>
