<?xml version="1.0" encoding="UTF-8"?>
<!-- funded.xsl - projects of the same kind that were funded near here. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="format.xsl"/>

<xsl:template match="funded-near">
  <section aria-labelledby="finances">
    <h2 class="fr-h6" id="finances">Projets déjà financés près d’ici</h2>
    <ul class="g-funded"><xsl:apply-templates select="funded"/></ul>
    <p class="g-note">D’après les subventions publiées par l’État.</p>
  </section>
</xsl:template>

<xsl:template match="funded">
  <li>
    <p><xsl:value-of select="title"/></p>
    <p class="g-note">
      <xsl:value-of select="concat(beneficiary, ' · ', scheme)"/>
      <xsl:apply-templates select="@year"/>
      <xsl:text> · </xsl:text>
      <xsl:apply-templates select="@amount" mode="euros"/>
      <xsl:apply-templates select="@rate"/>
    </p>
  </li>
</xsl:template>
<xsl:template match="funded/@year"><xsl:value-of select="concat(' ', .)"/></xsl:template>
<xsl:template match="funded/@rate">
  <xsl:value-of select="concat(', ', ., '&#xA0;% de ')"/>
  <xsl:apply-templates select="../@cost" mode="euros"/>
</xsl:template>

</xsl:stylesheet>
