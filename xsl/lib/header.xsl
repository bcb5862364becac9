<?xml version="1.0" encoding="UTF-8"?>
<!-- header.xsl - skip links, the sections of the site, its search. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">


<xsl:template name="skip">
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

<xsl:template name="header">
  <header class="fr-header" role="banner">
    <div class="fr-header__body">
      <div class="fr-container">
        <div class="fr-header__body-row">
          <xsl:call-template name="brand"/>
          <xsl:call-template name="header-search"/>
        </div>
      </div>
    </div>
    <xsl:call-template name="menu"/>
  </header>
</xsl:template>

<!-- A page that has the whole search form has no second one above. -->
<xsl:template name="header-search">
  <div class="fr-header__tools g-tools">
    <form class="fr-search-bar" role="search" action="/aides/">
      <label class="fr-label" for="entete-mots">Rechercher une aide</label>
      <input class="fr-input" id="entete-mots" type="search" name="keyword"
        maxlength="200" placeholder="Rechercher une aide"/>
      <!-- Who asks goes along. -->
      <xsl:call-template name="asker"/>
      <button class="fr-btn" title="Rechercher une aide">Rechercher</button>
    </form>
  </div>
</xsl:template>

<!-- A page that carries where and who asks includes carried.xsl. -->
<xsl:template name="asker"/>

<xsl:template name="menu">
  <div class="fr-header__menu g-menu">
    <div class="fr-container">
      <nav class="fr-nav" id="menu" aria-label="Menu principal">
        <ul class="fr-nav__list">
          <xsl:apply-templates select="." mode="menu"/>
        </ul>
      </nav>
    </div>
  </div>
</xsl:template>

<xsl:template name="menu-aids">
  <li class="fr-nav__item">
    <a class="fr-nav__link" href="/aides/{$carry}">
      <xsl:if test="$in-aids"><xsl:attribute name="aria-current"><xsl:value-of select="$in-aids"/></xsl:attribute></xsl:if>
      <xsl:text>Toutes les aides</xsl:text>
    </a>
  </li>
</xsl:template>
<xsl:template name="menu-programs">
  <li class="fr-nav__item">
    <a class="fr-nav__link" href="/programmes/{$carry}">
      <xsl:if test="$in-programs"><xsl:attribute name="aria-current"><xsl:value-of select="$in-programs"/></xsl:attribute></xsl:if>
      <xsl:text>Programmes</xsl:text>
    </a>
  </li>
</xsl:template>

<!-- Of a portal: its aids, then its own pages. -->
<xsl:template match="page" mode="menu">
  <xsl:call-template name="menu-aids"/>
  <xsl:if test="not(site/@portal)"><xsl:call-template name="menu-programs"/></xsl:if>
  <xsl:apply-templates select="tabs/tab" mode="menu"/>
</xsl:template>
<xsl:template match="tab" mode="menu">
  <li class="fr-nav__item">
    <a class="fr-nav__link" href="/pages/{@slug}/">
      <xsl:if test="/page/text/@slug = @slug"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>
      <xsl:value-of select="@title"/>
    </a>
  </li>
</xsl:template>

<!-- Where the page is: its sheet says "page" for the first of the section, "true" for
  others. -->
<xsl:variable name="in-aids" select="''"/>
<xsl:variable name="in-programs" select="''"/>

</xsl:stylesheet>
