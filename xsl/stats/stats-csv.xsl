<?xml version="1.0" encoding="UTF-8"?>
<!-- stats-csv.xsl - the numbers of a page, a line each. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="../lib/csv.xsl"/>

<!-- Tables of several may be put one below the other. -->
<xsl:variable name="whose" select="/page/site/@name"/>

<xsl:template match="/page">
  <xsl:apply-templates select="." mode="titles"/>
  <xsl:apply-templates select="total|steps/step|parts/total|parts/*/*" mode="line"/>
</xsl:template>

<xsl:template match="*" mode="columns">
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Statistiques de'"/><xsl:with-param name="of" select="$whose"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Tableau'"/><xsl:with-param name="of" select="self::total|self::step|parent::*[parent::parts]"/></xsl:call-template>
  <xsl:call-template name="plain-column"><xsl:with-param name="title" select="'Du'"/><xsl:with-param name="of" select="@from|../../@from[parent::parts]"/></xsl:call-template>
  <xsl:call-template name="plain-column"><xsl:with-param name="title" select="'Au'"/><xsl:with-param name="of" select="@to|../../@to[parent::parts]"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Objet'"/><xsl:with-param name="of" select="@name|@text|name|self::kind[not(@name)]|self::department[not(@name)]"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Code'"/><xsl:with-param name="of" select="@code|@slug"/></xsl:call-template>
  <xsl:call-template name="plain-column"><xsl:with-param name="title" select="'Recherches'"/><xsl:with-param name="of" select="@searches"/></xsl:call-template>
  <xsl:call-template name="plain-column"><xsl:with-param name="title" select="'Sans résultat'"/><xsl:with-param name="of" select="@nothing"/></xsl:call-template>
  <xsl:call-template name="plain-column"><xsl:with-param name="title" select="'Visites de la page'"/><xsl:with-param name="of" select="@page"/></xsl:call-template>
  <xsl:call-template name="plain-column"><xsl:with-param name="title" select="'Lectures d’aides'"/><xsl:with-param name="of" select="@views"/></xsl:call-template>
  <xsl:call-template name="plain-column"><xsl:with-param name="title" select="'Plus d’informations'"/><xsl:with-param name="of" select="@more"/></xsl:call-template>
  <xsl:call-template name="plain-column"><xsl:with-param name="title" select="'Candidater'"/><xsl:with-param name="of" select="@apply"/></xsl:call-template>
  <xsl:call-template name="plain-column"><xsl:with-param name="title" select="'Demandes préremplies'"/><xsl:with-param name="of" select="@drafts"/></xsl:call-template>
</xsl:template>

<!-- Of whole months, each rounded. -->
<xsl:template match="parts/*//@searches[. = 'less']|parts/*//@page[. = 'less']|parts/*//@views[. = 'less']|parts/*//@more[. = 'less']|parts/*//@apply[. = 'less']|parts/*//@drafts[. = 'less']" mode="cell">
  <xsl:value-of select="concat('&quot;moins de ', ancestor::parts/@least, '&quot;')"/>
</xsl:template>

<!-- Which table a line is of, and within which filters. -->
<xsl:template match="total" mode="cell">Période</xsl:template>
<xsl:template match="total[2]" mode="cell">Période précédente</xsl:template>
<xsl:template match="parts/total" mode="cell" priority="1">Liens suivis et demandes, par mois entiers</xsl:template>
<xsl:template match="parts/total[2]" mode="cell" priority="2">Liens suivis et demandes, mois précédents</xsl:template>
<xsl:template match="step" mode="cell">Par jour</xsl:template>
<xsl:template match="step[../@days = 7]" mode="cell">Par semaine</xsl:template>
<xsl:template match="kinds|departments|places" mode="cell">
  <xsl:apply-templates select="." mode="table"/>
  <xsl:for-each select="/page/asked/kind|/page/asked/department"><xsl:value-of select="concat(', ', @name)"/></xsl:for-each>
</xsl:template>
<xsl:template match="kinds" mode="table">Par type de structure</xsl:template>
<xsl:template match="departments" mode="table">Par département</xsl:template>
<xsl:template match="places" mode="table">Territoires demandés</xsl:template>
<xsl:template match="words" mode="cell">Mots demandés</xsl:template>
<xsl:template match="missed" mode="cell">Mots sans résultat</xsl:template>
<xsl:template match="aids" mode="cell">Aides</xsl:template>

<xsl:template match="kind" mode="cell">Sans type de structure</xsl:template>
<xsl:template match="department" mode="cell">Aucun département, ou plusieurs</xsl:template>

</xsl:stylesheet>
