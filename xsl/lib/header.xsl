<?xml version="1.0" encoding="UTF-8"?>
<!-- header.xsl - skip links, the sections of the site, its search. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="page" mode="skip">
  <div class="fr-skiplinks">
    <nav class="fr-container" aria-label="Accès rapide">
      <ul class="fr-skiplinks__list">
        <li><a class="fr-link" href="#contenu">Contenu</a></li>
        <li><a class="fr-link" href="#menu">Menu</a></li>
        <li><a class="fr-link" href="#pied">Pied de page</a></li>
      </ul>
    </nav>
  </div>
</xsl:template>

<xsl:template match="page" mode="header">
  <header class="fr-header" role="banner">
    <div class="fr-header__body">
      <div class="fr-container">
        <div class="fr-header__body-row">
          <xsl:apply-templates select="." mode="brand"/>
          <xsl:apply-templates select="." mode="header-search"/>
        </div>
      </div>
    </div>
    <xsl:apply-templates select="." mode="menu"/>
  </header>
</xsl:template>

<!-- A page that has the whole search form has no second one above. -->
<xsl:template match="page" mode="header-search">
  <div class="fr-header__tools g-tools">
    <form class="fr-search-bar" role="search" action="/aides/">
      <label class="fr-label" for="entete-mots">Rechercher une aide</label>
      <input class="fr-input" id="entete-mots" type="search" name="keyword"
        maxlength="200" placeholder="Rechercher une aide"/>
      <button class="fr-btn" title="Rechercher une aide">Rechercher</button>
    </form>
  </div>
</xsl:template>
<xsl:template match="page[@name = 'home' or @name = 'aid-list' or @name = 'funded-list']" mode="header-search"/>

<xsl:template match="page" mode="menu">
  <div class="fr-header__menu g-menu">
    <div class="fr-container">
      <nav class="fr-nav" id="menu" aria-label="Menu principal">
        <ul class="fr-nav__list">
          <xsl:call-template name="menu-item">
            <xsl:with-param name="href" select="'/aides/'"/>
            <xsl:with-param name="text" select="'Toutes les aides'"/>
          </xsl:call-template>
          <xsl:call-template name="menu-item">
            <xsl:with-param name="href" select="'/programmes/'"/>
            <xsl:with-param name="text" select="'Programmes'"/>
          </xsl:call-template>
        </ul>
      </nav>
    </div>
  </div>
</xsl:template>

<xsl:template name="menu-item">
  <xsl:param name="href"/>
  <xsl:param name="text"/>
  <li class="fr-nav__item">
    <a class="fr-nav__link" href="{$href}">
      <xsl:if test="starts-with(request/@path, $href)">
        <xsl:attribute name="aria-current">
          <xsl:if test="request/@path = $href">page</xsl:if>
          <xsl:if test="request/@path != $href">true</xsl:if>
        </xsl:attribute>
      </xsl:if>
      <xsl:value-of select="$text"/>
    </a>
  </li>
</xsl:template>

</xsl:stylesheet>
