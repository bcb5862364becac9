<?xml version="1.0" encoding="UTF-8"?>
<!-- home.xsl - three questions on one line, then what is new. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/fact-page.xsl"/>
<xsl:include href="../lib/search.xsl"/>
<xsl:include href="../lib/when.xsl"/>
<xsl:include href="../lib/ignored.xsl"/>
<xsl:include href="../lib/carried.xsl"/>
<xsl:include href="../lib/sections.xsl"/>
<xsl:include href="../territory/lib/choices.xsl"/>
<xsl:include href="../aids/lib/program.xsl"/>
<xsl:include href="lib/need.xsl"/>

<xsl:template match="page" mode="title">Trouver une aide publique pour un projet local</xsl:template>
<xsl:template match="page[asked/perimeter or asked/audience]" mode="title">
  <xsl:text>Trouver une aide publique pour </xsl:text>
  <xsl:apply-templates select="asked" mode="who"/>
</xsl:template>
<xsl:template match="page[choices]" mode="title" priority="1"><xsl:apply-templates select="choices" mode="title"/></xsl:template>
<xsl:template match="page" mode="path"/>
<xsl:template name="header-search"/>

<xsl:template match="page" mode="main">
  <section class="g-hero">
    <h1>Quelles aides pour votre projet&#x202F;?</h1>
    <xsl:apply-templates select="count"/>
    <form class="g-search" id="recherche" role="search" action="/aides/">
      <xsl:apply-templates select="asked" mode="search-fields"/>
      <button class="fr-btn fr-btn--lg">Chercher</button>
    </form>
  </section>
  <xsl:apply-templates select="asked/ignored"/>
  <xsl:apply-templates select="choices" mode="which"/>
  <xsl:apply-templates select="needs[node()]"/>
  <xsl:apply-templates select="aids[aid]|programs[program]"/>
</xsl:template>

<xsl:template match="count">
  <p class="fr-text--lead">
    <xsl:apply-templates select="@aids" mode="aids"/>
    <xsl:apply-templates select="@backers[. &gt; 0]"/>
    <xsl:text>, en un seul endroit. Aucun champ n’est obligatoire.</xsl:text>
  </p>
</xsl:template>
<xsl:template match="count[@aids = 0]">
  <p class="fr-text--lead">Aucune aide n’est publiée pour l’instant.</p>
</xsl:template>
<xsl:template match="count/@backers">
  <xsl:text> de </xsl:text>
  <xsl:apply-templates select="." mode="number"/>
  <xsl:text>&#xA0;financeur</xsl:text>
  <xsl:apply-templates select="." mode="s"/>
</xsl:template>

<!-- A place that several bear, or none. -->
<xsl:template match="choices" mode="which">
  <section aria-labelledby="territoire">
    <h2 id="territoire"><xsl:apply-templates select="." mode="title"/></h2>
    <xsl:apply-templates select="."/>
  </section>
</xsl:template>

<!-- Needs first, then what is new. -->
<xsl:template match="needs">
  <section aria-labelledby="besoins">
    <h2 id="besoins">Quel est votre besoin&#x202F;?</h2>
    <xsl:apply-templates select="../asked" mode="whose"/>
    <ul class="g-tiles"><xsl:copy-of select="text()"/><xsl:apply-templates select="project"/></ul>
    <xsl:call-template name="sections"/>
  </section>
</xsl:template>
<!-- Whom the numbers are for: the form above says another. -->
<xsl:template match="asked" mode="whose">
  <p>
    <xsl:text>Nombre d’aides dans toute la France. </xsl:text>
    <button class="fr-link" form="recherche" formaction="/">Compter pour mon territoire et ma structure</button>
  </p>
</xsl:template>
<xsl:template match="asked[@carry][perimeter or audience]" mode="whose">
  <xsl:apply-templates select="." mode="for">
    <xsl:with-param name="change">#lieu</xsl:with-param>
    <xsl:with-param name="all">/</xsl:with-param>
  </xsl:apply-templates>
</xsl:template>

<xsl:template match="aids">
  <section aria-labelledby="nouvelles">
    <h2 id="nouvelles">Dernières aides publiées</h2>
    <ul class="g-tiles"><xsl:apply-templates select="aid"/></ul>
    <p><a class="fr-link g-more" href="/aides/?orderBy=publication-date{substring('&amp;', 2 - count($carry))}{substring($carry, 2)}">Voir toutes les aides, les plus récentes d’abord</a></p>
  </section>
</xsl:template>

<xsl:template match="aid">
  <li>
    <h3><a href="/aides/{@slug}/{$carry}"><xsl:apply-templates select="name"/></a></h3>
    <xsl:apply-templates select="financer[1]"/>
    <xsl:apply-templates select="." mode="when"/>
    <xsl:apply-templates select="published"/>
  </li>
</xsl:template>
<xsl:template match="financer">
  <p class="g-who">
    <xsl:value-of select="."/>
    <xsl:apply-templates select="following-sibling::financer"/>
  </p>
</xsl:template>
<xsl:template match="financer[preceding-sibling::financer]">
  <xsl:value-of select="concat(', ', .)"/>
</xsl:template>
<xsl:template match="published">
  <p class="g-note">Au catalogue depuis le <xsl:apply-templates select="." mode="date"/></p>
</xsl:template>

<xsl:template match="programs">
  <section aria-labelledby="programmes">
    <h2 id="programmes">Par programme</h2>
    <xsl:apply-templates select="../asked/@carry" mode="everywhere"/>
    <ul class="g-tiles"><xsl:apply-templates select="program"/></ul>
    <p><a class="fr-link g-more" href="/programmes/{$carry}">Voir tous les programmes</a></p>
  </section>
</xsl:template>

</xsl:stylesheet>
