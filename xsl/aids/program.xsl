<?xml version="1.0" encoding="UTF-8"?>
<!-- program.xsl - one programme and its aids. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/fact-page.xsl"/>
<xsl:include href="../lib/carried.xsl"/>
<xsl:include href="lib/card.xsl"/>
<xsl:include href="lib/links.xsl"/>
<xsl:include href="lib/program-facts.xsl"/>
<xsl:include href="../lib/search.xsl"/>
<xsl:include href="../lib/ignored.xsl"/>
<xsl:include href="../territory/lib/choices.xsl"/>

<xsl:variable name="in-programs" select="'true'"/>
<xsl:template match="page" mode="title"><xsl:value-of select="program/name"/></xsl:template>
<xsl:template match="page[program/short-description]" mode="description"><xsl:value-of select="program/short-description"/></xsl:template>
<xsl:template match="page" mode="head">
  <xsl:apply-templates select="links" mode="head"/>
</xsl:template>
<xsl:template match="page" mode="crumbs">
  <li><a class="fr-breadcrumb__link" href="/programmes/{$carry}">Programmes</a></li>
</xsl:template>

<xsl:template match="page" mode="main">
  <xsl:apply-templates select="program|backer"/>
  <xsl:apply-templates select="asked/ignored"/>
  <p class="fr-text--lead"><xsl:apply-templates select="aids/@total" mode="aids"/></p>
  <xsl:apply-templates select="asked[perimeter or audience]" mode="for">
    <xsl:with-param name="change" select="concat(aids[not(../members)]/@search, '#lieu')"/>
    <xsl:with-param name="all" select="request/@path"/>
  </xsl:apply-templates>
  <xsl:apply-templates select="aids/@search"/>
  <xsl:apply-templates select="aids"/>
</xsl:template>
<!-- A programme whose members are known has a place for them above. -->
<xsl:template match="page[choices and members]" mode="main" priority="1"><xsl:apply-templates select="program"/></xsl:template>
<xsl:template match="page[choices]" mode="main">
  <xsl:apply-templates select="program|backer"/>
  <h2><xsl:apply-templates select="choices" mode="title"/></h2>
  <xsl:apply-templates select="choices"/>
</xsl:template>

<!-- With all the filters of the search, the place kept; among none there is no search. -->
<xsl:template match="aids/@search">
  <p>
    <a class="fr-link" href="{.}">Chercher parmi ces aides</a>
    <xsl:text> · </xsl:text>
    <a class="fr-link" href="/calendrier/{substring-after(., '/aides/')}">Calendrier de ces appels</a>
  </p>
</xsl:template>
<xsl:template match="aids[not(cards)]/@search"/>

<xsl:template match="program">
  <h1><xsl:value-of select="name"/></h1>
  <xsl:apply-templates select="short-description|description|../facts"/>
  <xsl:if test="../facts/fact or ../members"><xsl:apply-templates select=".." mode="membership"/></xsl:if>
  <xsl:if test="../aids and (../facts/fact or ../members)"><h2 id="aides">Ses aides</h2></xsl:if>
</xsl:template>
<xsl:template match="short-description">
  <p class="fr-text--lead"><xsl:value-of select="."/></p>
</xsl:template>
<xsl:template match="description">
  <div class="g-rich g-text"><xsl:copy-of select="text()"/></div>
</xsl:template>

<xsl:template match="aids">
  <xsl:call-template name="cards"/>
  <xsl:apply-templates select="../links"/>
</xsl:template>
<xsl:template match="aids[not(cards)]">
  <p>
    <xsl:choose>
      <xsl:when test="@elsewhere &gt; 0">
        <xsl:text>Aucune aide de </xsl:text>
        <xsl:apply-templates select=".." mode="this"/>
        <xsl:apply-templates select="../asked" mode="none"/>
        <xsl:text>. </xsl:text>
        <a href="{../request/@path}">Voir partout (<xsl:apply-templates select="@elsewhere" mode="aids"/>)</a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>Aucune aide ouverte de ce catalogue n’est rattachée à </xsl:text>
        <xsl:apply-templates select=".." mode="this"/>
        <xsl:text>.</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </p>
  <xsl:apply-templates select=".." mode="others"/>
</xsl:template>
<xsl:template match="asked" mode="none"> ne répond à cette recherche</xsl:template>
<xsl:template match="asked[perimeter or audience]" mode="none"> pour <xsl:apply-templates select="." mode="who"/></xsl:template>
<xsl:template match="page" mode="this">ce programme</xsl:template>
<xsl:template match="page" mode="others">
  <p><a class="fr-link" href="/aides/{$carry}">Voir toutes les aides</a></p>
</xsl:template>

</xsl:stylesheet>
