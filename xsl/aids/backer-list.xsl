<?xml version="1.0" encoding="UTF-8"?>
<!-- backer-list.xsl - those who finance aids, the most aids first. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/fact-page.xsl"/>
<xsl:include href="../lib/carried.xsl"/>

<!-- As many as backer_list gives. -->
<xsl:variable name="most" select="200"/>

<xsl:template match="page" mode="title">
  <xsl:text>Porteurs d’aides</xsl:text>
  <xsl:if test="asked/q">
    <xsl:value-of select="concat('&#xA0;: «&#xA0;', asked/q, '&#xA0;»')"/>
  </xsl:if>
</xsl:template>
<xsl:template match="page" mode="here">Porteurs d’aides</xsl:template>
<xsl:template match="page" mode="description">Les organismes qui financent des aides pour les collectivités&#xA0;: État, régions, départements, agences, et les aides de chacun.</xsl:template>

<xsl:template match="page" mode="main">
  <h1>Porteurs d’aides</h1>
  <p class="fr-text--lead">Un porteur d’aides finance des projets, ou les accompagne. <a href="/cartographie/?count=backers">Combien par département&#x202F;?</a></p>
  <form class="fr-search-bar g-search-one" role="search" aria-label="Porteurs d’aides" action="/partenaires/">
    <label class="fr-label" for="q">Chercher un porteur par son nom</label>
    <input class="fr-input" type="search" id="q" name="q" maxlength="200" value="{asked/q}"/>
    <xsl:apply-templates select="asked/category" mode="kept"/>
    <xsl:call-template name="asker"/>
    <button class="fr-btn">Chercher</button>
  </form>
  <xsl:apply-templates select="categories[category]"/>
  <xsl:apply-templates select="backers"/>
</xsl:template>

<!-- Kinds of bodies: one of them, or all. -->
<xsl:template match="asked/category" mode="kept"><input type="hidden" name="backer_category" value="{.}"/></xsl:template>
<xsl:template match="categories">
  <p>
    <xsl:text>Catégorie&#xA0;: </xsl:text>
    <xsl:choose>
      <xsl:when test="../asked/category"><a href="/partenaires/{$carry}">toutes</a></xsl:when>
      <xsl:otherwise><strong>toutes</strong></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="category"/>
  </p>
</xsl:template>
<xsl:template match="categories/category">
  <xsl:text> · </xsl:text>
  <a href="/partenaires/?backer_category={@slug}{translate($carry, '?', '&amp;')}"><xsl:value-of select="."/></a>
  <xsl:value-of select="concat(' (', @backers, ')')"/>
</xsl:template>
<xsl:template match="categories/category[@slug = /page/asked/category]">
  <xsl:text> · </xsl:text>
  <strong><xsl:value-of select="."/></strong>
  <xsl:value-of select="concat(' (', @backers, ')')"/>
</xsl:template>

<xsl:template match="backers">
  <xsl:if test="count(backer) = $most">
    <p class="g-note">Voici les <xsl:value-of select="$most"/> qui ont le plus d’aides. Cherchez les autres par leur nom.</p>
  </xsl:if>
  <xsl:apply-templates select="../asked/@carry" mode="everywhere"/>
  <ul class="g-index"><xsl:apply-templates select="backer"/></ul>
</xsl:template>
<xsl:template match="backers[not(backer)]">
  <p>Aucun porteur d’aides ne répond à cette recherche.</p>
  <xsl:if test="../near/backer">
    <p>Vouliez-vous dire&#xA0;:</p>
    <ul class="g-index"><xsl:apply-templates select="../near/backer"/></ul>
  </xsl:if>
  <p><a class="fr-link" href="/partenaires/{$carry}">Voir les porteurs d’aides</a></p>
</xsl:template>

<xsl:template match="backer">
  <li>
    <a href="/partenaires/{@id}-{@slug}/{$carry}"><xsl:value-of select="name"/></a>
    <span class="g-note"><xsl:apply-templates select="@aids" mode="aids"/></span>
  </li>
</xsl:template>

</xsl:stylesheet>
