<?xml version="1.0" encoding="UTF-8"?>
<!-- aid.xsl - one aid.  Its text comes ready made (fragment-body.xsl). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/fact-page.xsl"/>
<xsl:include href="lib/fit.xsl"/>
<xsl:include href="../lib/carried.xsl"/>
<xsl:include href="../lib/ask.xsl"/>
<xsl:include href="../lib/ignored.xsl"/>

<xsl:variable name="in-aids" select="'true'"/>
<xsl:template match="page" mode="title"><xsl:value-of select="aid/name"/></xsl:template>
<xsl:template match="page" mode="canonical"><xsl:value-of select="concat('/aides/', aid/@slug, '/')"/></xsl:template>
<xsl:template match="page" mode="description">
  <xsl:value-of select="concat(aid/name, '. Pour qui, combien, jusqu’à quand, et comment la demander.')"/>
</xsl:template>
<xsl:template match="page" mode="crumbs">
  <li><a class="fr-breadcrumb__link" href="/aides/{$carry}">Aides</a></li>
</xsl:template>

<xsl:template match="page" mode="main">
  <xsl:apply-templates select="back"/>
  <article>
    <xsl:apply-templates select="aid"/>
    <xsl:apply-templates select="locals[aid]"/>
  </article>
  <xsl:apply-templates select="request/@path" mode="paper"/>
</xsl:template>

<xsl:template match="aid">
  <h1><xsl:value-of select="name"/></h1>
  <xsl:apply-templates select="short-title"/>
  <xsl:apply-templates select="../generic|../locals[aid]" mode="versions"/>
  <xsl:apply-templates select="../fit"/>
  <xsl:apply-templates select="wrong-origin|wrong-application"/>
  <xsl:copy-of select="body/text()"/>
  <xsl:apply-templates select="../site/@contact" mode="ask"/>
</xsl:template>

<xsl:template match="short-title">
  <p class="fr-text--lead"><xsl:value-of select="."/></p>
</xsl:template>

<!-- Over the buttons that lead there; guichet links found it. -->
<xsl:template match="wrong-origin|wrong-application">
  <div class="fr-alert fr-alert--warning fr-alert--sm">
    <p><xsl:apply-templates select="." mode="said"/> Demandez la bonne adresse au financeur.</p>
  </div>
</xsl:template>
<xsl:template match="wrong-origin" mode="said">La page du financeur ne répond plus depuis le <xsl:apply-templates select="@since" mode="date"/>.</xsl:template>
<xsl:template match="wrong-application" mode="said">Le site des demandes ne répond plus depuis le <xsl:apply-templates select="@since" mode="date"/>.</xsl:template>
<xsl:template match="wrong-origin[@kind = 'home']" mode="said">Depuis le <xsl:apply-templates select="@since" mode="date"/>, la page du financeur n’est plus à cette adresse&#xA0;: le lien mène à la page d’accueil d’un site.</xsl:template>
<xsl:template match="wrong-application[@kind = 'home']" mode="said">Depuis le <xsl:apply-templates select="@since" mode="date"/>, le formulaire de demande n’est plus à cette adresse&#xA0;: le lien mène à la page d’accueil d’un site.</xsl:template>

<xsl:template match="generic" mode="versions">
  <p>
    <xsl:text>Version locale de l’aide nationale&#xA0;: </xsl:text>
    <a href="/aides/{@slug}/{$carry}"><xsl:value-of select="name"/></a>
  </p>
</xsl:template>

<xsl:template match="locals" mode="versions">
  <p>Elle a des versions locales, avec leurs propres conditions&#xA0;: <a href="#locales">chercher la vôtre</a>.</p>
</xsl:template>
<xsl:template match="locals">
  <section aria-labelledby="locales">
    <h2 id="locales">Cette aide près de chez vous</h2>
    <p>Une version locale a ses propres conditions, et son propre calendrier.</p>
    <ul><xsl:apply-templates select="aid"/></ul>
  </section>
</xsl:template>
<xsl:template match="locals/aid">
  <li>
    <a href="/aides/{@slug}/{$carry}"><xsl:value-of select="name"/></a>
    <xsl:apply-templates select="perimeter"/>
  </li>
</xsl:template>
<xsl:template match="locals/aid/perimeter">
  <xsl:value-of select="concat(' (', ., ')')"/>
</xsl:template>

</xsl:stylesheet>
