<?xml version="1.0" encoding="UTF-8"?>
<!-- page.xsl - the frame of every HTML page.

  A page imports this sheet and fills its places:
    mode="title"   the specific part of the title, in text
    mode="crumbs"  the path back, between the home page and this one
    mode="main"    what stands in <main>, with the one h1
    mode="head"    more for <head> (nothing by default)
    mode="description"  what search engines show of it
  One that shows dates, numbers or amounts imports fact-page.xsl instead. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="header.xsl"/>

<xsl:output method="html" encoding="UTF-8" indent="no"
  doctype-system="about:legacy-compat" media-type="text/html"/>
<xsl:strip-space elements="*"/>
<xsl:preserve-space elements="name why"/>

<!-- Where and who asks, for the addresses of other pages: "?…", or nothing. -->
<xsl:variable name="carry" select="/page/asked/@carry"/>

<xsl:template match="/page">
  <xsl:choose>
    <xsl:when test="site/@framed"><xsl:call-template name="framed"/></xsl:when>
    <xsl:otherwise><xsl:call-template name="whole"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="whole">
  <html lang="fr">
    <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>
        <xsl:apply-templates select="." mode="title"/>
        <xsl:apply-templates select="site/@name" mode="title"/>
      </title>
      <xsl:apply-templates select="." mode="meta"/>
      <xsl:call-template name="assets"/>
      <xsl:apply-templates select="." mode="head"/>
    </head>
    <body>
      <xsl:call-template name="skip"/>
      <xsl:call-template name="header"/>
      <main id="contenu" class="fr-container g-main" tabindex="-1">
        <xsl:apply-templates select="site/@preview"/>
        <xsl:apply-templates select="." mode="path"/>
        <xsl:apply-templates select="." mode="main"/>
      </main>
      <xsl:call-template name="footer"/>
    </body>
  </html>
</xsl:template>

<!-- In the frame of another site, whose page has a head and a foot. -->
<xsl:template name="framed">
  <html lang="fr">
    <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="robots" content="noindex"/>
      <title>
        <xsl:apply-templates select="." mode="title"/>
        <xsl:apply-templates select="site/@name" mode="title"/>
      </title>
      <xsl:call-template name="assets"/>
    </head>
    <body class="g-framed">
      <main id="contenu" class="fr-container g-main" tabindex="-1">
        <xsl:apply-templates select="site/@preview"/>
        <xsl:apply-templates select="." mode="main"/>
      </main>
    </body>
  </html>
</xsl:template>

<xsl:template match="site/@name" mode="title"><xsl:value-of select="concat(' – ', .)"/></xsl:template>

<!-- For whoever was sent its secret address. -->
<xsl:template match="site/@preview">
  <p class="fr-alert fr-alert--info fr-alert--sm">Aperçu, pas encore public</p>
</xsl:template>

<!-- On paper alone: where the page is; the foot says how old it is. -->
<xsl:template match="request/@*" mode="paper">
  <p class="g-paper"><xsl:value-of select="concat('Imprimé depuis ', /page/site/@base, .)"/></p>
</xsl:template>

<!-- What only the settings decide is rendered once, when a program starts:
  frame-assets.xsl, frame-brand.xsl, frame-footer.xsl. -->
<xsl:template name="assets"><xsl:copy-of select="frame/assets/text()"/></xsl:template>
<xsl:template name="brand"><xsl:copy-of select="frame/brand/text()"/></xsl:template>
<xsl:template name="footer"><xsl:copy-of select="frame/footer/text()"/></xsl:template>

<!-- What search engines and messages show of a page; one address for all its
  searches.  A message takes the description and the address from here, and the
  name of the site from what is rendered once (assets.xsl). -->
<xsl:template match="page" mode="meta">
  <meta name="description">
    <xsl:attribute name="content"><xsl:apply-templates select="." mode="description"/></xsl:attribute>
  </meta>
  <link rel="canonical">
    <xsl:attribute name="href">
      <xsl:apply-templates select="." mode="canonical-site"/>
      <xsl:apply-templates select="." mode="canonical"/>
    </xsl:attribute>
  </link>
  <meta property="og:title">
    <xsl:attribute name="content"><xsl:apply-templates select="." mode="title"/></xsl:attribute>
  </meta>
</xsl:template>
<xsl:template match="page" mode="canonical"><xsl:value-of select="request/@path"/></xsl:template>
<!-- What a portal has of the site: its owner says whose page is shown. -->
<xsl:template match="page" mode="canonical-site">
  <xsl:value-of select="site/@canonical"/>
  <xsl:if test="not(site/@canonical)"><xsl:value-of select="site/@base"/></xsl:if>
</xsl:template>
<xsl:template match="page" mode="description">Trouvez les aides publiques (subventions, prêts, ingénierie) pour le projet de votre collectivité, sur votre territoire.</xsl:template>

<xsl:template match="page" mode="head"/>
<xsl:template match="page" mode="crumbs"/>

<xsl:template match="page" mode="path">
  <nav class="fr-breadcrumb" aria-label="Vous êtes ici">
    <ol class="fr-breadcrumb__list">
      <li><a class="fr-breadcrumb__link" href="/{$carry}">Accueil</a></li>
      <xsl:apply-templates select="." mode="crumbs"/>
      <li>
        <a class="fr-breadcrumb__link" aria-current="page">
          <xsl:apply-templates select="." mode="here"/>
        </a>
      </li>
    </ol>
  </nav>
</xsl:template>
<xsl:template match="page" mode="here">
  <xsl:apply-templates select="." mode="title"/>
</xsl:template>

</xsl:stylesheet>
