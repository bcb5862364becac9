<?xml version="1.0" encoding="UTF-8"?>
<!-- report.xsl - the frame of the pages of the report: files of a folder, which lead to
  each other by their names, and to the site by its whole address.

  A page fills: mode="title", mode="main" (what follows the h1). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../../lib/format.xsl"/>

<xsl:output method="html" encoding="UTF-8" indent="no"
  doctype-system="about:legacy-compat" media-type="text/html"/>
<xsl:strip-space elements="*"/>

<xsl:template match="/page">
  <html lang="fr">
    <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="robots" content="noindex"/>
      <title>
        <xsl:apply-templates select="." mode="title"/>
        <xsl:value-of select="concat(' – ', site/@name)"/>
      </title>
      <xsl:apply-templates select="assets/@*"/>
    </head>
    <xsl:apply-templates select="." mode="body"/>
  </html>
</xsl:template>

<xsl:template match="page" mode="body">
  <body>
    <div class="fr-skiplinks">
      <nav class="fr-container" aria-label="Accès rapide">
        <ul class="fr-skiplinks__list"><li><a class="fr-link" href="#contenu">Contenu</a></li></ul>
      </nav>
    </div>
    <xsl:apply-templates select="site" mode="head"/>
    <main id="contenu" class="fr-container g-main" tabindex="-1">
      <xsl:apply-templates select="." mode="path"/>
      <div class="g-text">
        <h1><xsl:apply-templates select="." mode="title"/></h1>
        <xsl:apply-templates select="." mode="main"/>
      </div>
    </main>
    <xsl:apply-templates select="@made" mode="foot"/>
  </body>
</xsl:template>

<xsl:template match="assets/@css"><link rel="stylesheet" href="{.}"/></xsl:template>
<xsl:template match="assets/@icon"><link rel="icon" type="image/svg+xml" href="{.}"/></xsl:template>

<xsl:template match="site" mode="head">
  <header class="fr-header" role="banner">
    <div class="fr-header__body">
      <div class="fr-container">
        <div class="fr-header__body-row">
          <div class="fr-header__brand">
            <div class="fr-header__service">
              <a href="{@base}/" title="{@name}"><p class="fr-header__service-title"><xsl:value-of select="@name"/></p></a>
              <p class="fr-header__service-tagline">D’où viennent les aides</p>
            </div>
          </div>
        </div>
      </div>
    </div>
  </header>
</xsl:template>

<xsl:template match="@made" mode="foot">
  <footer class="fr-footer" role="contentinfo" id="pied">
    <div class="fr-container">
      <p class="fr-footer__content-desc">Fait le <xsl:apply-templates select="." mode="moment"/>, temps universel (UTC), par <code>guichet harvest report</code>.</p>
    </div>
  </footer>
</xsl:template>

<xsl:template match="page" mode="path">
  <nav class="fr-breadcrumb" aria-label="Vous êtes ici">
    <ol class="fr-breadcrumb__list">
      <li><a class="fr-breadcrumb__link" href="index.html">Imports</a></li>
      <xsl:apply-templates select="." mode="crumbs"/>
      <li><a class="fr-breadcrumb__link" aria-current="page"><xsl:apply-templates select="." mode="title"/></a></li>
    </ol>
  </nav>
</xsl:template>
<xsl:template match="page" mode="crumbs"/>

<!-- 2026-12-01T04:05:06: 1er décembre 2026 à 04:05 -->
<xsl:template match="@*" mode="moment">
  <xsl:apply-templates select="." mode="date"/>
  <xsl:value-of select="concat(' à ', substring(., 12, 5))"/>
</xsl:template>

<!-- ==== an import in a sentence -->

<xsl:template match="run" mode="counts">
  <xsl:variable name="some" select="@*[name() = 'added' or name() = 'changed' or name() = 'same' or name() = 'refused' or name() = 'absent' or name() = 'withdrawn'][. &gt; 0]"/>
  <xsl:apply-templates select="$some" mode="count"/>
  <xsl:if test="not($some)">aucune aide</xsl:if>
  <xsl:apply-templates select="@faults[. &gt; 0]" mode="count"/>
  <xsl:text>.</xsl:text>
</xsl:template>
<xsl:template match="run/@*" mode="count">
  <xsl:if test="position() != 1">, </xsl:if>
  <xsl:apply-templates select="." mode="number"/>
  <xsl:text>&#xA0;</xsl:text>
  <xsl:apply-templates select="." mode="word"/>
  <xsl:apply-templates select="." mode="s"/>
</xsl:template>
<xsl:template match="@faults" mode="count" priority="1">
  <xsl:text>&#x202F;; </xsl:text>
  <xsl:apply-templates select="." mode="number"/>
  <xsl:text>&#xA0;remarque</xsl:text>
  <xsl:apply-templates select="." mode="s"/>
</xsl:template>
<xsl:template match="@added" mode="word">nouvelle</xsl:template>
<xsl:template match="@changed" mode="word">changée</xsl:template>
<xsl:template match="@same" mode="word">inchangée</xsl:template>
<xsl:template match="@refused" mode="word">refusée</xsl:template>
<xsl:template match="@absent" mode="word">absente</xsl:template>
<xsl:template match="@withdrawn" mode="word">retirée</xsl:template>

<!-- What stopped it, or was not done. -->
<xsl:template match="run" mode="why"/>
<xsl:template match="run[. != '']" mode="why">
  <p class="g-note"><xsl:value-of select="."/></p>
</xsl:template>
<xsl:template match="run[@failed]" mode="why" priority="1">
  <div class="fr-alert fr-alert--warning fr-alert--sm"><p><strong>Échec&#xA0;: rien n’a été pris.</strong><xsl:value-of select="concat(' ', .)"/></p></div>
</xsl:template>

<!-- Its moment; a link where it has a page, for one that changed nothing has none. -->
<xsl:template match="run" mode="named"><xsl:apply-templates select="@ended" mode="moment"/></xsl:template>
<xsl:template match="run[@failed or @added + @changed + @refused + @withdrawn + @faults &gt; 0]" mode="named">
  <a href="import-{@id}.html"><xsl:apply-templates select="@ended" mode="moment"/></a>
</xsl:template>

<!-- ==== an aid -->

<xsl:template match="aid" mode="link"><xsl:value-of select="."/></xsl:template>
<xsl:template match="aid[@slug]" mode="link"><a href="{/page/site/@base}/aides/{@slug}/"><xsl:value-of select="."/></a></xsl:template>

</xsl:stylesheet>
