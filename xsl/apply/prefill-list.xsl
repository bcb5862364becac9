<?xml version="1.0" encoding="UTF-8"?>
<!-- prefill-list.xsl - the démarches whose forms Guichet fills. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/fact-page.xsl"/>
<xsl:include href="../lib/carried.xsl"/>

<xsl:template match="page" mode="title">Formulaires à préremplir</xsl:template>

<xsl:template match="page" mode="main">
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <p class="fr-text--lead">Ces formulaires de Démarches simplifiées se remplissent avec ce que l’État sait déjà de votre collectivité, et avec ce que vous dites une fois de votre projet.</p>
  <xsl:apply-templates select="demarches"/>
</xsl:template>

<xsl:template match="demarches"><p>Aucun formulaire n’est encore connu ici.</p></xsl:template>
<xsl:template match="demarches[demarche]">
  <ul class="g-aids"><xsl:apply-templates select="demarche"/></ul>
</xsl:template>

<xsl:template match="demarche">
  <li>
    <h2><a href="/demarches/{@number}/{$carry}"><xsl:value-of select="title"/></a></h2>
    <p>
      <xsl:apply-templates select="." mode="state"/>
      <xsl:value-of select="concat(' · démarche n°&#xA0;', @number)"/>
    </p>
    <xsl:apply-templates select="@aids[. &gt; 0]"/>
  </li>
</xsl:template>

<xsl:template match="demarche" mode="state">Fermée</xsl:template>
<xsl:template match="demarche[@open]" mode="state">Ouverte</xsl:template>
<xsl:template match="demarche[@open][@closes]" mode="state">
  <xsl:text>Ouverte jusqu’au </xsl:text>
  <xsl:apply-templates select="@closes" mode="date"/>
</xsl:template>
<xsl:template match="demarche[@open][@state = 'brouillon']" mode="state">En test</xsl:template>

<xsl:template match="@aids"><p class="g-who"><xsl:apply-templates select="." mode="aids"/> à demander ainsi</p></xsl:template>

</xsl:stylesheet>
