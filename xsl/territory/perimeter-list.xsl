<?xml version="1.0" encoding="UTF-8"?>
<!-- perimeter-list.xsl - the territories that bear a name or a code. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/fact-page.xsl"/>
<xsl:include href="lib/choices.xsl"/>

<xsl:template match="page" mode="title">Trouver un territoire</xsl:template>
<xsl:template match="page[asked/q]" mode="title">
  <xsl:value-of select="concat('Territoires pour «&#xA0;', asked/q, '&#xA0;»')"/>
</xsl:template>
<xsl:template match="page" mode="here">Territoires</xsl:template>

<xsl:template match="page" mode="main">
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <form class="g-search g-search--short" role="search" aria-label="Territoires" action="/territoires/">
    <div class="fr-input-group">
      <label class="fr-label" for="lieu">
        <xsl:text>Nom ou code</xsl:text>
        <span class="fr-hint-text">Commune, intercommunalité, département, code postal, code Insee ou Siren</span>
      </label>
      <input class="fr-input" id="lieu" name="q" maxlength="100" value="{asked/q}"/>
    </div>
    <button class="fr-btn">Chercher</button>
  </form>
  <xsl:apply-templates select="perimeters[../asked/q]"/>
</xsl:template>

<xsl:template match="perimeters">
  <ul class="g-choices"><xsl:apply-templates select="perimeter"/></ul>
</xsl:template>
<xsl:template match="perimeters[not(perimeter)]">
  <p>Aucun territoire ne porte ce nom. Vérifiez l’orthographe, ou donnez un code postal.</p>
</xsl:template>
<xsl:template match="perimeters/perimeter">
  <li>
    <a href="/aides/?perimeter_id={@id}"><xsl:apply-templates select="." mode="name"/></a>
    <xsl:apply-templates select="." mode="detail"/>
  </li>
</xsl:template>

</xsl:stylesheet>
