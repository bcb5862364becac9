<?xml version="1.0" encoding="UTF-8"?>
<!-- department.xsl - a department: its aids, who finances them, its programmes and
  its intercommunalities. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/fact-page.xsl"/>
<xsl:include href="../lib/ignored.xsl"/>

<xsl:variable name="place" select="concat('?perimeter_id=', /page/department/@id)"/>

<xsl:template match="page" mode="title">
  <xsl:value-of select="concat('Aides et porteurs d’aides&#xA0;: ', department/@name, ' (', department/@code, ')')"/>
</xsl:template>
<xsl:template match="page" mode="here"><xsl:value-of select="department/@name"/></xsl:template>
<xsl:template match="page" mode="description">
  <xsl:value-of select="concat('Les aides pour les collectivités de ce département (', department/@name, '), les organismes qui les financent, les programmes et les intercommunalités.')"/>
</xsl:template>
<xsl:template match="page" mode="crumbs">
  <li><a class="fr-breadcrumb__link" href="/cartographie/">Carte</a></li>
</xsl:template>

<xsl:template match="page" mode="main">
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <xsl:apply-templates select="department"/>
  <xsl:apply-templates select="backers[backer]|programs[program]|epcis[epci]"/>
  <p><a class="fr-link" href="/cartographie/">Choisir un autre département</a></p>
</xsl:template>

<xsl:template match="department">
  <p class="fr-text--lead">
    <xsl:apply-templates select="@aids" mode="aids"/>
    <xsl:apply-templates select="@local[. &gt; 0]"/>
    <xsl:text>.</xsl:text>
  </p>
  <p><a class="fr-btn" href="/aides/{$place}">Chercher parmi ces aides</a></p>
</xsl:template>
<xsl:template match="department[@aids = 0]">
  <p class="fr-text--lead">Aucune aide n’est publiée pour ce département aujourd’hui.</p>
</xsl:template>
<xsl:template match="@local">
  <xsl:text>, dont </xsl:text>
  <xsl:apply-templates select="." mode="number"/>
  <xsl:text> pour la région, le département ou moins</xsl:text>
</xsl:template>

<xsl:template match="backers">
  <section aria-labelledby="porteurs">
    <h2 id="porteurs">Porteurs d’aides</h2>
    <ul class="g-index"><xsl:apply-templates select="backer[position() &lt;= 12]"/></ul>
    <p>
      <a class="fr-link" href="{../department/@href}porteurs/">
        <xsl:apply-templates select="." mode="all"/>
      </a>
    </p>
  </section>
</xsl:template>
<xsl:template match="backers" mode="all">Voir leurs aides par nature et par thème</xsl:template>
<xsl:template match="backers[count(backer) &gt; 12]" mode="all">
  <xsl:value-of select="concat('Voir les ', count(backer), ' porteurs')"/>
</xsl:template>
<xsl:template match="backer">
  <li>
    <a href="/partenaires/{@id}-{@slug}/{$place}"><xsl:value-of select="@name"/></a>
    <span class="g-note"><xsl:apply-templates select="@aids" mode="aids"/></span>
  </li>
</xsl:template>

<xsl:template match="programs">
  <section aria-labelledby="programmes">
    <h2 id="programmes">Programmes</h2>
    <ul class="g-index"><xsl:apply-templates select="program"/></ul>
  </section>
</xsl:template>
<xsl:template match="program">
  <li>
    <a href="/programmes/{@slug}/{$place}"><xsl:value-of select="@name"/></a>
    <span class="g-note"><xsl:apply-templates select="@aids" mode="aids"/></span>
  </li>
</xsl:template>

<xsl:template match="epcis">
  <section aria-labelledby="intercommunalites">
    <h2 id="intercommunalites">Intercommunalités</h2>
    <p>Les aides de chacune&#xA0;:</p>
    <ul class="g-index"><xsl:apply-templates select="epci"/></ul>
  </section>
</xsl:template>
<xsl:template match="epci">
  <li>
    <a href="/aides/?perimeter_id={@id}"><xsl:value-of select="@name"/></a>
    <xsl:apply-templates select="@part"/>
  </li>
</xsl:template>
<xsl:template match="@part"><span class="g-note">sur plusieurs départements</span></xsl:template>

</xsl:stylesheet>
