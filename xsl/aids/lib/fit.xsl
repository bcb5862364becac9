<?xml version="1.0" encoding="UTF-8"?>
<!-- fit.xsl - on the page of an aid: whether it is for the place and the structure
  that were said in the results, and the way back to them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="back">
  <p><a class="fr-link" href="{@href}">Retour aux résultats</a></p>
</xsl:template>

<xsl:template match="fit"><xsl:apply-templates select="ignored"/></xsl:template>
<xsl:template match="fit[place|structure]">
  <xsl:apply-templates select="ignored"/>
  <div class="fr-callout" id="votre-cas">
    <h2 class="fr-callout__title">Est-ce pour vous&#x202F;?</h2>
    <ul><xsl:apply-templates select="place|structure"/></ul>
    <xsl:if test="*/@says = 'no' and (@perimeter or @structure)"><xsl:apply-templates select="." mode="others"/></xsl:if>
  </div>
</xsl:template>
<!-- What is for them instead. -->
<xsl:template match="fit" mode="others">
  <p>
    <a class="fr-btn">
      <xsl:attribute name="href">
        <xsl:text>/aides/?</xsl:text>
        <xsl:if test="@perimeter"><xsl:value-of select="concat('perimeter_id=', @perimeter)"/></xsl:if>
        <xsl:if test="@perimeter and @structure">&amp;</xsl:if>
        <xsl:if test="@structure"><xsl:value-of select="concat('organization_type_slugs=', @structure)"/></xsl:if>
      </xsl:attribute>
      <xsl:text>Voir les aides pour </xsl:text>
      <xsl:if test="@perimeter"><xsl:value-of select="place/@name"/></xsl:if>
      <xsl:if test="@perimeter and @structure">, </xsl:if>
      <xsl:if test="@structure"><xsl:value-of select="concat('«&#xA0;', structure/@name, '&#xA0;»')"/></xsl:if>
    </a>
  </p>
</xsl:template>
<xsl:template match="fit/ignored[@param = 'perimeter_q']">
  <div class="fr-alert fr-alert--warning fr-alert--sm">
    <p>
      <xsl:value-of select="concat('Où&#xA0;: «&#xA0;', @value, '&#xA0;» n’est pas connu, ou dit plusieurs territoires&#xA0;: laissé de côté. ')"/>
      <a href="{/page/back/@href}">Choisir le territoire</a>
    </p>
  </div>
</xsl:template>
<xsl:template match="fit/place|fit/structure">
  <li>
    <xsl:apply-templates select="." mode="whose"/>
    <xsl:text>&#xA0;: </xsl:text>
    <xsl:apply-templates select="." mode="says"/>
    <xsl:text>.</xsl:text>
  </li>
</xsl:template>
<xsl:template match="place" mode="whose">Pour <xsl:value-of select="@name"/></xsl:template>
<xsl:template match="structure" mode="whose">
  <xsl:value-of select="concat('Pour «&#xA0;', @name, '&#xA0;»')"/>
</xsl:template>

<xsl:template match="place" mode="says">
  <strong>à vérifier</strong>
  <xsl:text>, parce que son territoire n’est pas renseigné à coup sûr. Demandez au financeur</xsl:text>
</xsl:template>
<xsl:template match="place[@says = 'yes']" mode="says">
  <strong>oui</strong>
  <xsl:text>, parce qu’elle vaut pour tout ce territoire</xsl:text>
  <xsl:if test="@perimeter != @name"><xsl:value-of select="concat(' (', @perimeter, ')')"/></xsl:if>
</xsl:template>
<xsl:template match="place[@says = 'part']" mode="says">
  <strong>sur une partie du territoire</strong>
  <xsl:value-of select="concat(', parce qu’elle vaut pour «&#xA0;', @perimeter, '&#xA0;»')"/>
</xsl:template>
<xsl:template match="place[@says = 'no']" mode="says">
  <strong>non</strong>
  <xsl:value-of select="concat(', parce qu’elle ne vaut que pour «&#xA0;', @perimeter, '&#xA0;»')"/>
</xsl:template>

<xsl:template match="structure" mode="says">
  <strong>à vérifier</strong>
  <xsl:text>, parce qu’elle ne dit pas à qui elle s’adresse</xsl:text>
</xsl:template>
<xsl:template match="structure[@says = 'yes']" mode="says">
  <strong>oui</strong>
  <xsl:text>, parce que cette structure est parmi les bénéficiaires</xsl:text>
</xsl:template>
<xsl:template match="structure[@says = 'no']" mode="says">
  <strong>non</strong>
  <xsl:text>, parce que cette structure n’est pas parmi les </xsl:text>
  <a href="#pour-qui">bénéficiaires</a>
</xsl:template>

</xsl:stylesheet>
