<?xml version="1.0" encoding="UTF-8"?>
<!-- calendar.xsl - the calls to come, month by month. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/fact-page.xsl"/>
<xsl:include href="lib/criterion.xsl"/>
<xsl:include href="../lib/carried.xsl"/>
<xsl:include href="../lib/search.xsl"/>
<xsl:include href="../lib/ignored.xsl"/>
<xsl:include href="../territory/lib/choices.xsl"/>

<xsl:template match="page" mode="title">Calendrier des appels</xsl:template>
<xsl:template match="page" mode="description">Les aides qui ouvrent et celles qui se terminent, mois par mois.</xsl:template>

<xsl:template match="page" mode="main">
  <h1>Calendrier des appels</h1>
  <p class="fr-text--lead">Les aides qui ouvrent et celles qui se terminent, mois par mois. Les aides ouvertes toute l’année n’y sont pas.</p>
  <xsl:apply-templates select="asked/ignored"/>
  <xsl:apply-templates select="asked[perimeter or audience]" mode="for">
    <xsl:with-param name="change" select="'#lieu'"/>
    <xsl:with-param name="all" select="request/@path"/>
  </xsl:apply-templates>
  <form class="g-search" role="search" action="{request/@path}" aria-label="Calendrier des appels">
    <xsl:apply-templates select="asked" mode="search-where"/>
    <button class="fr-btn">Voir pour ce territoire</button>
  </form>
  <xsl:apply-templates select="choices"/>
  <xsl:apply-templates select="calendar"/>
</xsl:template>

<xsl:template match="asked" mode="search-where"><xsl:call-template name="search-where"/></xsl:template>

<xsl:template match="calendar">
  <p>
    <a class="fr-link" href="{../links/@to}ics">Ajouter ces dates à mon agenda</a>
    <xsl:text> · </xsl:text>
    <a class="fr-link" href="/aides/{$carry}">Voir toutes les aides</a>
  </p>
  <xsl:apply-templates select="month|@more"/>
</xsl:template>
<xsl:template match="calendar[not(month)]">
  <p>Aucune aide n’ouvre ni ne se termine à une date connue. <a href="/aides/{$carry}">Voir toutes les aides</a></p>
</xsl:template>
<xsl:template match="@more">
  <p class="g-note">Seules les prochaines dates sont ici&#xA0;: précisez votre territoire ou votre projet pour voir les suivantes.</p>
</xsl:template>

<xsl:template match="month">
  <section aria-labelledby="m{@id}">
    <h2 id="m{@id}" class="g-month"><xsl:apply-templates select="@from" mode="month"/></h2>
    <ul class="g-calendar"><xsl:apply-templates select="event"/></ul>
  </section>
</xsl:template>

<xsl:template match="event">
  <li>
    <p class="g-day">
      <time datetime="{@day}"><xsl:apply-templates select="@day" mode="date"/></time>
      <br/>
      <xsl:apply-templates select="@kind"/>
    </p>
    <p>
      <a href="/aides/{@slug}/{$carry}"><xsl:value-of select="name"/></a>
      <xsl:apply-templates select="financer"/>
    </p>
  </li>
</xsl:template>
<xsl:template match="event/@kind"><span class="g-when g-when--soon">Se termine</span></xsl:template>
<xsl:template match="event/@kind[. = 'opens']"><span class="g-when g-when--later">Ouvre</span></xsl:template>
<xsl:template match="event/financer"><span class="fr-hint-text"><xsl:value-of select="."/></span></xsl:template>

</xsl:stylesheet>
