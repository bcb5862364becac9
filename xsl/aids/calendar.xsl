<?xml version="1.0" encoding="UTF-8"?>
<!-- calendar.xsl - the calls to come, month by month. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/fact-page.xsl"/>
<xsl:include href="lib/sentence.xsl"/>
<xsl:include href="lib/understood.xsl"/>
<xsl:include href="lib/criterion.xsl"/>
<xsl:include href="../lib/search.xsl"/>
<xsl:include href="../lib/ignored.xsl"/>
<xsl:include href="../territory/lib/choices.xsl"/>

<xsl:template name="header-search"/>

<!-- Of all aids, or of those that were asked: said twice. -->
<xsl:template match="page" mode="title">
  <xsl:text>Calendrier des appels</xsl:text>
  <xsl:apply-templates select="asked" mode="sentence"/>
  <xsl:apply-templates select="asked/filter[@param = 'programs' or @param = 'backer_ids']" mode="of"/>
</xsl:template>
<xsl:template match="filter" mode="of">
  <xsl:choose>
    <xsl:when test="position() = 1"> – </xsl:when>
    <xsl:otherwise>, </xsl:otherwise>
  </xsl:choose>
  <xsl:value-of select="@name"/>
</xsl:template>
<xsl:template match="page[choices]" mode="title"><xsl:apply-templates select="choices" mode="title"/></xsl:template>
<xsl:template match="page" mode="here">Calendrier des appels</xsl:template>
<xsl:template match="page" mode="description">Les aides qui ouvrent et celles qui se terminent, mois par mois.</xsl:template>

<xsl:template match="page" mode="main">
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <p class="fr-text--lead">Les aides qui ouvrent et celles qui se terminent, mois par mois. Les aides ouvertes toute l’année n’y sont pas.</p>
  <xsl:apply-templates select="asked" mode="understood"/>
  <xsl:apply-templates select="asked" mode="form"/>
  <xsl:apply-templates select="calendar"/>
</xsl:template>
<xsl:template match="page[choices]" mode="main">
  <h1><xsl:apply-templates select="choices" mode="title"/></h1>
  <xsl:apply-templates select="asked/ignored"/>
  <xsl:apply-templates select="asked" mode="form"/>
  <xsl:apply-templates select="choices"/>
</xsl:template>

<!-- What has no field is sent again. -->
<xsl:template match="asked" mode="form">
  <form class="g-search g-search--two" role="search" action="{../request/@path}" aria-label="Calendrier des appels">
    <xsl:call-template name="search-what"/>
    <xsl:call-template name="search-where"/>
    <xsl:apply-templates select="filter[not(contains(' keyword perimeter_q perimeter_id perimeter_codes ', concat(' ', @param, ' ')))]" mode="kept"/>
    <button class="fr-btn">Voir ces dates</button>
  </form>
</xsl:template>
<xsl:template match="filter" mode="kept"><input type="hidden" name="{@param}" value="{@value}"/></xsl:template>

<xsl:template match="calendar">
  <p>
    <a class="fr-link" href="{../links/@to}ics">Ajouter ces dates à mon agenda</a>
    <xsl:text> · </xsl:text>
    <xsl:apply-templates select="@search"/>
  </p>
  <xsl:apply-templates select="month|@more"/>
</xsl:template>
<xsl:template match="calendar[not(month)]">
  <p>Aucune aide n’ouvre ni ne se termine à une date connue. <xsl:apply-templates select="@search"/></p>
</xsl:template>
<xsl:template match="calendar[not(month)][../asked/filter]" priority="1">
  <p>Aucune aide pour cette recherche n’ouvre ni ne se termine à une date connue. <xsl:apply-templates select="@search"/></p>
</xsl:template>
<xsl:template match="calendar/@search"><a class="fr-link" href="{.}">Voir toutes les aides</a></xsl:template>
<xsl:template match="calendar[../asked/filter]/@search">
  <a class="fr-link" href="{.}">Voir la liste de ces aides</a>
  <xsl:text> · </xsl:text>
  <a class="fr-link" href="{/page/request/@path}">Calendrier de toutes les aides</a>
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
