<?xml version="1.0" encoding="UTF-8"?>
<!-- assets.xsl - styles, scripts, picture and fonts, by the names they have now. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template name="assets">
  <meta property="og:type" content="website"/>
  <xsl:apply-templates select="site/@name" mode="assets"/>
  <xsl:apply-templates select="assets/@*"/>
  <xsl:apply-templates select="portal[@accent or @font]" mode="style"/>
</xsl:template>
<xsl:template match="site/@name" mode="assets"><meta property="og:site_name" content="{.}"/></xsl:template>
<!-- Not deferred: the theme that was chosen is known before anything is drawn. -->
<xsl:template match="assets/@display"><script src="{.}"></script></xsl:template>
<xsl:template match="assets/@css"><link rel="stylesheet" href="{.}"/></xsl:template>
<!-- Fonts asked for at once are there before the first letter is drawn. -->
<xsl:template match="assets/@font-regular|assets/@font-bold"><link rel="preload" as="font" type="font/woff2" crossorigin="anonymous" href="{.}"/></xsl:template>
<xsl:template match="assets/@icon"><link rel="icon" type="image/svg+xml" href="{.}"/></xsl:template>
<xsl:template match="assets/@js"><script defer="defer" src="{.}"></script></xsl:template>

<!-- A portal's own colours and letters; another address when they change. -->
<xsl:template match="portal" mode="style"><link rel="stylesheet" href="/style.css?v={substring(@accent, 2)}{substring(@accent-dark, 2)}{@font}"/></xsl:template>

</xsl:stylesheet>
