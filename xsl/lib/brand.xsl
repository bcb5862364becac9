<?xml version="1.0" encoding="UTF-8"?>
<!-- brand.xsl - whose site this is. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="str">

<xsl:template name="brand">
  <div class="fr-header__brand fr-enlarge-link">
    <xsl:apply-templates select="site[@theme = 'state']" mode="logo"/>
    <xsl:apply-templates select="." mode="service"/>
  </div>
</xsl:template>

<!-- The State's brand: the block of text under the Marianne. -->
<xsl:template match="site" mode="logo">
  <div class="fr-header__brand-top">
    <div class="fr-header__logo">
      <xsl:apply-templates select="." mode="block"/>
    </div>
  </div>
</xsl:template>
<xsl:template match="site" mode="block">
  <p class="fr-logo">
    <xsl:for-each select="str:tokenize(@block, '&#10;')">
      <xsl:if test="position() != 1"><br/></xsl:if>
      <xsl:value-of select="."/>
    </xsl:for-each>
  </p>
</xsl:template>
<xsl:template match="site[not(@block)]" mode="block">
  <p class="fr-logo">République<br/>française</p>
</xsl:template>

<xsl:template match="page" mode="service">
  <div class="fr-header__service">
    <a href="/" title="Accueil – {site/@name}">
      <p class="fr-header__service-title"><xsl:value-of select="site/@name"/></p>
    </a>
    <p class="fr-header__service-tagline">Les aides publiques pour vos projets locaux</p>
  </div>
</xsl:template>

<!-- Nobody's: conf/constant-pages.sh. -->
<xsl:template match="page[not(site/@name)]" mode="service"/>

<!-- A portal's: its picture, its name. -->
<xsl:template match="page[portal]" mode="service">
  <xsl:apply-templates select="portal/@logo"/>
  <div class="fr-header__service">
    <a href="/" title="Accueil – {site/@name}">
      <p class="fr-header__service-title"><xsl:value-of select="site/@name"/></p>
    </a>
    <xsl:apply-templates select="portal/@tagline"/>
  </div>
</xsl:template>
<xsl:template match="portal/@tagline"><p class="fr-header__service-tagline"><xsl:value-of select="."/></p></xsl:template>
<xsl:template match="portal/@logo">
  <div class="g-logo">
    <a href="/" title="{../@logo-label}"><img src="/logo?v={.}" alt="{../@logo-label}"/></a>
  </div>
</xsl:template>
<xsl:template match="portal[@logo-href]/@logo">
  <div class="g-logo">
    <a href="{../@logo-href}" title="{../@logo-label}"><img src="/logo?v={.}" alt="{../@logo-label}"/></a>
  </div>
</xsl:template>

</xsl:stylesheet>
