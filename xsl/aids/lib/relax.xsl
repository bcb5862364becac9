<?xml version="1.0" encoding="UTF-8"?>
<!-- relax.xsl - few or no results: what to take off, and what that gives. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="relax">
  <xsl:if test="wider or option or word">
    <div class="fr-callout">
      <h2 class="fr-callout__title">Élargir la recherche</h2>
      <ul><xsl:apply-templates select="wider|option|word"/></ul>
    </div>
  </xsl:if>
  <xsl:apply-templates select="general"/>
</xsl:template>
<!-- Apart: they do not say the words. -->
<xsl:template match="general">
  <div class="fr-callout">
    <h2 class="fr-callout__title">Des aides pour tout projet</h2>
    <p>
      <xsl:text>Les aides générales à l’investissement ne nomment pas votre projet, mais peuvent le financer&#xA0;: </xsl:text>
      <a href="{@href}"><xsl:apply-templates select="@total" mode="aids"/></a>
      <xsl:if test="@unplaced">, qui ne disent pas leur territoire</xsl:if>
      <xsl:text>.</xsl:text>
    </p>
  </div>
</xsl:template>
<xsl:template match="wider">
  <li>
    <a href="{@href}"><xsl:apply-templates select="@scale" mode="around"/><xsl:value-of select="concat(' (', @name, ')')"/></a>
    <xsl:text>&#xA0;: </xsl:text>
    <xsl:apply-templates select="@total" mode="aids"/>
  </li>
</xsl:template>
<xsl:template match="@scale" mode="around">Dans tout le département</xsl:template>
<xsl:template match="@scale[. = 'region']" mode="around">Dans toute la région</xsl:template>
<xsl:template match="relax/option">
  <li>
    <a href="{@href}">
      <xsl:apply-templates select="." mode="change"/>
      <xsl:text> «&#xA0;</xsl:text>
      <xsl:apply-templates select="." mode="label"/>
      <xsl:text>&#xA0;»</xsl:text>
    </a>
    <xsl:text>&#xA0;: </xsl:text>
    <xsl:apply-templates select="@total" mode="aids"/>
  </li>
</xsl:template>
<xsl:template match="relax/word">
  <li>
    <a href="{@href}"><xsl:value-of select="concat('Avec «&#xA0;', @name, '&#xA0;»')"/></a>
    <xsl:text>&#xA0;: </xsl:text>
    <xsl:apply-templates select="@total" mode="aids"/>
  </li>
</xsl:template>
<xsl:template match="option" mode="change">Sans</xsl:template>
<xsl:template match="option[@only]" mode="change">Seulement</xsl:template>

</xsl:stylesheet>
