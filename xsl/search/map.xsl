<?xml version="1.0" encoding="UTF-8"?>
<!-- map.xsl - departments by their number of aids or of backers: a map, and the
  same in a table, which readers without a mouse go through. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/fact-page.xsl"/>
<xsl:include href="../lib/ignored.xsl"/>

<xsl:template match="page" mode="title">Carte des aides par département</xsl:template>
<xsl:template match="page[asked/count = 'backers']" mode="title">Carte des porteurs d’aides par département</xsl:template>
<xsl:template match="page" mode="here">Carte</xsl:template>
<xsl:template match="page" mode="description">Combien d’aides et de porteurs d’aides pour chaque département&#xA0;: une carte, un tableau, et la page de chacun.</xsl:template>

<xsl:template match="page" mode="main">
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <xsl:apply-templates select="asked/ignored"/>
  <p>Choisissez un département, sur la carte ou dans le tableau, pour voir ses aides et qui les porte.</p>
  <p>
    <xsl:text>La carte montre&#xA0;: </xsl:text>
    <xsl:apply-templates select="asked/count"/>
  </p>
  <p class="g-note">Une aide compte pour un département quand une recherche dans ce département la trouve&#xA0;: les aides de sa région et de toute la France comptent aussi.</p>
  <div class="g-map">
    <figure>
      <xsl:apply-templates select="departments" mode="map"/>
      <figcaption>
        <ul class="g-legend"><xsl:apply-templates select="classes/class"/></ul>
        <p class="g-note">Contours&#xA0;: IGN et Etalab, licence ouverte&#xA0;2.0, simplifiés. Les outre-mer, la Corse et Paris avec ses voisins sont dans des cadres, à d’autres échelles ou à une autre place.<xsl:apply-templates select="departments[department[@aids][not(@path)]]" mode="not-drawn"/></p>
      </figcaption>
    </figure>
    <xsl:apply-templates select="departments"/>
  </div>
</xsl:template>

<xsl:template match="asked/count">
  <strong>le nombre d’aides</strong> · <a href="/cartographie/?count=backers">le nombre de porteurs</a>
</xsl:template>
<xsl:template match="asked/count[. = 'backers']">
  <a href="/cartographie/">le nombre d’aides</a> · <strong>le nombre de porteurs</strong>
</xsl:template>

<!-- ==== the map: out of the way of the keyboard, for the table has the same links -->

<!-- What it shows: asked once, and not of each department. -->
<xsl:variable name="backers" select="/page/asked/count = 'backers'"/>

<xsl:template match="departments" mode="map">
  <svg viewBox="0 0 600 698" role="group" aria-label="Carte des départements">
    <xsl:apply-templates select="department[@path]" mode="map"/>
    <path class="g-frames" d="{../frames/@path}"/>
  </svg>
</xsl:template>
<xsl:template match="department" mode="map">
  <a href="{@href}" tabindex="-1">
    <title>
      <xsl:value-of select="@name"/>
      <xsl:text>&#xA0;: </xsl:text>
      <xsl:choose>
        <xsl:when test="$backers"><xsl:apply-templates select="@backers" mode="backers"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="@aids" mode="aids"/></xsl:otherwise>
      </xsl:choose>
    </title>
    <path class="g-shade-{@class}" d="{@path}"/>
  </a>
</xsl:template>

<!-- Of a portal that is for others: around them. -->
<xsl:template match="department[not(@aids)]" mode="map"><path class="g-shade-0" d="{@path}"/></xsl:template>

<xsl:template match="@backers" mode="backers">
  <xsl:apply-templates select="." mode="number"/>
  <xsl:text>&#xA0;porteur</xsl:text>
  <xsl:apply-templates select="." mode="s"/>
</xsl:template>

<xsl:template match="departments" mode="not-drawn"> Les autres territoires d’outre-mer sont dans le tableau seul.</xsl:template>

<!-- ==== its legend -->

<xsl:template match="class">
  <li>
    <svg viewBox="0 0 24 16" aria-hidden="true"><path class="g-shade-{@number}" d="M1 1h22v14h-22z"/></svg>
    <xsl:apply-templates select="." mode="range"/>
  </li>
</xsl:template>
<xsl:template match="class" mode="range">
  <xsl:text>de </xsl:text>
  <xsl:apply-templates select="@from" mode="number"/>
  <xsl:text> à </xsl:text>
  <xsl:apply-templates select="@to" mode="counted"/>
</xsl:template>
<xsl:template match="class[@from = @to]" mode="range"><xsl:apply-templates select="@to" mode="counted"/></xsl:template>
<xsl:template match="@to" mode="counted"><xsl:apply-templates select="." mode="aids"/></xsl:template>
<xsl:template match="@to[/page/asked/count = 'backers']" mode="counted">
  <xsl:apply-templates select="." mode="number"/>
  <xsl:text>&#xA0;porteur</xsl:text>
  <xsl:apply-templates select="." mode="s"/>
</xsl:template>

<!-- ==== the table -->

<xsl:template match="departments">
  <table class="g-table">
    <caption>Aides et porteurs d’aides par département</caption>
    <thead>
      <tr><th scope="col">Département</th><th scope="col">Aides</th><th scope="col">Porteurs</th></tr>
    </thead>
    <tbody><xsl:apply-templates select="department[@aids]"/></tbody>
  </table>
</xsl:template>
<xsl:template match="departments[not(department)]">
  <p>Aucun territoire n’est chargé pour l’instant.</p>
</xsl:template>
<xsl:template match="department">
  <tr>
    <th scope="row"><xsl:value-of select="@code"/>&#xA0;<a href="{@href}"><xsl:value-of select="@name"/></a></th>
    <td><xsl:apply-templates select="@aids" mode="number"/></td>
    <td><xsl:apply-templates select="@backers" mode="number"/></td>
  </tr>
</xsl:template>

</xsl:stylesheet>
