<?xml version="1.0" encoding="UTF-8"?>
<!-- sitemap-page.xsl - the plan of the site, for readers. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/page.xsl"/>

<xsl:template match="page" mode="title">Plan du site</xsl:template>

<xsl:template match="page" mode="main">
  <h1>Plan du site</h1>
  <ul>
    <li><a href="/">Accueil</a></li>
    <li>
      <a href="/aides/">Toutes les aides</a>
      <ul>
        <li><a href="/aides/?orderBy=publication-date">Les plus récentes</a></li>
        <li><a href="/aides/?orderBy=submission-deadline">Celles qui se terminent bientôt</a></li>
      </ul>
    </li>
    <li><a href="/calendrier/">Calendrier des appels</a></li>
    <li><a href="/projets-references/">Types de projets</a></li>
    <li><a href="/projets-finances/">Projets déjà financés</a></li>
    <li><a href="/programmes/">Programmes</a></li>
    <li><a href="/partenaires/">Porteurs d’aides</a></li>
    <li><a href="/cartographie/">Carte des aides et de leurs porteurs</a></li>
    <li><a href="/demarches/">Formulaires à préremplir</a></li>
    <li><a href="/territoires/">Trouver un territoire</a></li>
    <xsl:apply-templates select="site[not(@portal)]" mode="api"/>
    <xsl:apply-templates select="site/@frame[not(../@framed)]|stats"/>
    <xsl:call-template name="about"/>
  </ul>
  <xsl:apply-templates select="operator/@software"/>
</xsl:template>

<xsl:template name="about">
  <li><a href="/accessibilite/">Déclaration d’accessibilité</a></li>
  <li><a href="/mentions-legales/">Mentions légales</a></li>
  <li><a href="/donnees-personnelles/">Données personnelles</a></li>
</xsl:template>
<xsl:template match="site" mode="api">
  <li>
    <a href="/api/">API et données ouvertes</a>
    <ul>
      <li><a href="/api/depuis-aides-territoires/">Venir d’Aides-territoires</a></li>
      <li><a href="/api/nouveautes/">Nouveautés de l’API</a></li>
    </ul>
  </li>
</xsl:template>
<xsl:template match="site/@frame"><li><a href="/integration/">Intégrer la recherche à votre site</a></li></xsl:template>
<xsl:template match="stats"><li><a href="/stats/">Statistiques</a></li></xsl:template>

<xsl:template match="operator/@software">
  <p>Guichet, version <xsl:value-of select="."/></p>
</xsl:template>

</xsl:stylesheet>
