<?xml version="1.0" encoding="UTF-8"?>
<!-- project-list.xsl - named project types, to search by what one wants to do. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/page.xsl"/>
<xsl:include href="../lib/carried.xsl"/>

<xsl:template match="page" mode="title">
  <xsl:text>Types de projets</xsl:text>
  <xsl:if test="asked/q">
    <xsl:value-of select="concat('&#xA0;: «&#xA0;', asked/q, '&#xA0;»')"/>
  </xsl:if>
</xsl:template>
<xsl:template match="page" mode="here">Types de projets</xsl:template>

<xsl:template match="page" mode="main">
  <h1>Types de projets</h1>
  <p class="fr-text--lead">Choisissez le projet qui ressemble au vôtre&#xA0;: nous cherchons les aides qui le concernent.</p>
  <form class="fr-search-bar g-search-one" role="search" aria-label="Types de projets" action="/projets-references/">
    <label class="fr-label" for="q">Chercher un type de projet</label>
    <input class="fr-input" type="search" id="q" name="q" maxlength="200" value="{asked/q}"/>
    <xsl:call-template name="asker"/>
    <button class="fr-btn">Chercher</button>
  </form>
  <xsl:apply-templates select="projects"/>
</xsl:template>

<xsl:template match="projects">
  <xsl:apply-templates select="project[not(@category = preceding-sibling::project/@category)]" mode="category"/>
</xsl:template>
<xsl:template match="projects[not(project)]">
  <p>Aucun type de projet ne porte ces mots.</p>
  <p><a class="fr-link" href="/projets-references/{$carry}">Voir tous les types de projets</a></p>
</xsl:template>

<xsl:template match="project" mode="category">
  <h2><xsl:value-of select="@category"/></h2>
  <ul><xsl:apply-templates select="../project[@category = current()/@category]"/></ul>
</xsl:template>
<xsl:template match="project">
  <li><a href="{@href}"><xsl:value-of select="@name"/></a></li>
</xsl:template>

</xsl:stylesheet>
