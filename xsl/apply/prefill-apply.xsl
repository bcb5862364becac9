<?xml version="1.0" encoding="UTF-8"?>
<!-- prefill-apply.xsl - an application, in three steps: who, what, check. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/fact-page.xsl"/>
<xsl:include href="../lib/ask.xsl"/>
<xsl:include href="../lib/terms.xsl"/>
<xsl:include href="../lib/leads.xsl"/>
<xsl:include href="lib/prefill-who.xsl"/>
<xsl:include href="lib/fit.xsl"/>
<xsl:include href="lib/prefill-facts.xsl"/>
<xsl:include href="lib/prefill-keep.xsl"/>
<xsl:include href="lib/prefill-check.xsl"/>
<xsl:include href="lib/prefill-wait.xsl"/>

<xsl:variable name="in-aids" select="'true'"/>
<xsl:template match="page" mode="title">
  <xsl:if test="apply/@fault[. != 'open']|apply/brought/@fault|apply//fact/@fault|apply/draft[@end != 'sending' and @end != 'waits' and @end != 'made']">Erreur&#xA0;: </xsl:if>
  <xsl:if test="apply/fit/@stops">Impossible en l’état&#xA0;: </xsl:if>
  <xsl:apply-templates select="apply/@step" mode="title"/>
  <xsl:value-of select="concat('Préparer ma demande – ', aid/name)"/>
</xsl:template>
<xsl:template match="@step" mode="title">Étape 1 sur 3 – </xsl:template>
<xsl:template match="@step[../@fault = 'open']" mode="title">Choisir ma collectivité – </xsl:template>
<xsl:template match="@step[. = 'facts']" mode="title">Étape 2 sur 3 – </xsl:template>
<xsl:template match="@step[. = 'facts'][../facts/group]" mode="title">Étape 2 sur 3 – <xsl:apply-templates select="../facts" mode="title"/> – </xsl:template>
<xsl:template match="@step[. = 'check' or . = 'wait']" mode="title">Étape 3 sur 3 – </xsl:template>
<xsl:template match="@step[../draft/@end = 'waits']" mode="title" priority="1">En attente – </xsl:template>
<xsl:template match="page" mode="here">Préparer ma demande</xsl:template>
<xsl:template match="page" mode="crumbs">
  <li>
    <a class="fr-breadcrumb__link">
      <xsl:attribute name="href"><xsl:apply-templates select="." mode="results-href"/></xsl:attribute>
      <xsl:apply-templates select="." mode="results"/>
    </a>
  </li>
  <li>
    <a class="fr-breadcrumb__link">
      <xsl:attribute name="href"><xsl:apply-templates select="." mode="aid-href"/></xsl:attribute>
      <xsl:value-of select="aid/name"/>
    </a>
  </li>
</xsl:template>

<!-- The search that led here goes back along. -->
<xsl:template match="page" mode="results">Aides</xsl:template>
<xsl:template match="page[search]" mode="results">Résultats</xsl:template>
<xsl:template match="page" mode="results-href">/aides/<xsl:apply-templates select="search/@query"/></xsl:template>
<xsl:template match="page" mode="aid-href">
  <xsl:value-of select="concat('/aides/', aid/@slug, '/')"/>
  <xsl:apply-templates select="search/@query"/>
</xsl:template>
<xsl:template match="search/@query"><xsl:value-of select="concat('?', .)"/></xsl:template>
<xsl:template match="search" mode="hidden"><input type="hidden" name="from" value="{@query}"/></xsl:template>
<xsl:template name="header-search"/>

<xsl:template match="page" mode="main">
  <div class="g-apply">
    <h1>Préparer ma demande</h1>
    <p class="fr-text--lead"><xsl:value-of select="aid/name"/></p>
    <xsl:apply-templates select="." mode="open"/>
    <xsl:apply-templates select="site/@contact" mode="ask"/>
  </div>
</xsl:template>

<!-- The steps, as long as the form can be sent. -->
<xsl:template match="page" mode="open">
  <xsl:apply-templates select="apply"/>
</xsl:template>
<xsl:template match="page[demarche[not(@open)]]" mode="open">
  <xsl:apply-templates select="demarche" mode="closed"/>
  <xsl:apply-templates select="apply[@step != 'who']"/>
  <xsl:call-template name="other-forms"/>
</xsl:template>
<xsl:template match="page[not(demarche)]" mode="open">
  <div class="fr-alert fr-alert--info">
    <p>Nous ne savons pas préremplir la demande de cette aide&#xA0;: son formulaire n’est pas ici.</p>
  </div>
  <ul class="fr-btns-group fr-btns-group--inline-md">
    <xsl:apply-templates select="aid/application-url" mode="door"/>
    <li><xsl:apply-templates select="." mode="back"/></li>
  </ul>
</xsl:template>
<xsl:template match="application-url" mode="door">
  <li><xsl:apply-templates select="." mode="leads"><xsl:with-param name="text" select="'Déposer une demande sur le site du financeur'"/></xsl:apply-templates></li>
</xsl:template>

<xsl:template match="demarche" mode="closed">
  <div class="fr-alert fr-alert--warning">
    <h2 class="fr-alert__title"><xsl:apply-templates select="." mode="closed-title"/></h2>
    <p>
      <xsl:text>Aucun dossier ne peut être déposé pour l’instant. </xsl:text>
      <xsl:apply-templates select=".." mode="aid-page"/>
      <xsl:text> dit qui contacter pour savoir si elle doit rouvrir.</xsl:text>
    </p>
  </div>
</xsl:template>
<xsl:template match="demarche" mode="closed-title">Ce formulaire est fermé</xsl:template>
<xsl:template match="demarche[@closes]" mode="closed-title">
  <xsl:text>Ce formulaire est fermé depuis le </xsl:text>
  <xsl:apply-templates select="@closes" mode="date"/>
</xsl:template>

<!-- An aid that one asks for by several forms. -->
<xsl:template name="other-forms">
  <xsl:if test="count(offered) &gt; 1">
    <h2 class="fr-h6">Cette aide a plusieurs formulaires</h2>
    <ul><xsl:apply-templates select="offered"/></ul>
  </xsl:if>
</xsl:template>
<xsl:template match="offered">
  <li>
    <a href="/aides/{../aid/@slug}/candidater/?demarche={@number}">
      <xsl:if test="../search"><xsl:attribute name="href"><xsl:value-of select="concat('/aides/', ../aid/@slug, '/candidater/?demarche=', @number, '&amp;', ../search/@carry)"/></xsl:attribute></xsl:if>
      <xsl:value-of select="title"/>
    </a>
  </li>
</xsl:template>
<xsl:template match="offered[@number = ../demarche/@number]">
  <li><strong><xsl:value-of select="title"/></strong> (celui-ci)</li>
</xsl:template>

<xsl:template match="page" mode="back">
  <a class="fr-btn fr-btn--secondary">
    <xsl:attribute name="href"><xsl:apply-templates select="." mode="aid-href"/></xsl:attribute>
    <xsl:text>Revenir à l’aide</xsl:text>
  </a>
</xsl:template>
<xsl:template match="page" mode="aid-page">
  <a>
    <xsl:attribute name="href"><xsl:apply-templates select="." mode="aid-href"/></xsl:attribute>
    <xsl:text>La page de l’aide</xsl:text>
  </a>
</xsl:template>

<!-- Where a form goes: to the application, for the same démarche, with the
  way back; its last button has an address of its own. -->
<xsl:template match="page" mode="application"><xsl:value-of select="concat('/aides/', aid/@slug, '/candidater/')"/></xsl:template>
<xsl:template match="page" mode="action">
  <xsl:param name="below"/>
  <xsl:apply-templates select="." mode="application"/>
  <xsl:value-of select="$below"/>
  <xsl:if test="count(offered) &gt; 1">
    <xsl:value-of select="concat('?demarche=', demarche/@number)"/>
  </xsl:if>
  <xsl:apply-templates select="search/@carry"/>
</xsl:template>
<xsl:template match="search/@carry"><xsl:value-of select="concat('?', .)"/></xsl:template>
<xsl:template match="page[count(offered) &gt; 1]/search/@carry"><xsl:value-of select="concat('&amp;', .)"/></xsl:template>

</xsl:stylesheet>
