<?xml version="1.0" encoding="UTF-8"?>
<!-- carried.xsl - where and who asks: kept by forms, said, changed, taken off. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template name="asker"><xsl:apply-templates select="/page/asked/carried"/></xsl:template>
<xsl:template match="carried"><input type="hidden" name="{@name}" value="{@value}"/></xsl:template>

<!-- Under the title of a list whose numbers ignore it. -->
<xsl:template match="@carry" mode="everywhere">
  <p class="g-note">Nombre d’aides dans toute la France.</p>
</xsl:template>

<!-- Whom the aids are for: "change" is where another is said, "all" takes both off. -->
<xsl:template match="asked" mode="for">
  <xsl:param name="change"/>
  <xsl:param name="all"/>
  <p>
    <xsl:text>Pour </xsl:text>
    <strong><xsl:apply-templates select="." mode="who"/></strong>
    <xsl:text> — </xsl:text>
    <a href="{$change}">changer</a>
    <xsl:text> · </xsl:text>
    <a href="{$all}">toute la France, toutes les structures</a>
  </p>
</xsl:template>
<xsl:template match="asked" mode="who">
  <xsl:apply-templates select="perimeter" mode="whose"/>
  <xsl:if test="perimeter and audience">, </xsl:if>
  <xsl:apply-templates select="audience" mode="whose"/>
</xsl:template>
<xsl:template match="perimeter" mode="whose">
  <xsl:if test="position() != 1">, </xsl:if>
  <xsl:value-of select="@name"/>
</xsl:template>
<xsl:template match="audience" mode="whose">
  <xsl:if test="position() != 1">, </xsl:if>
  <xsl:value-of select="concat('«&#xA0;', @name, '&#xA0;»')"/>
</xsl:template>

</xsl:stylesheet>
