<?xml version="1.0" encoding="UTF-8"?>
<!-- report-run.xsl - one import: the aids that it brought, and what it did not take. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="lib/report.xsl"/>

<xsl:template match="page" mode="title">
  <xsl:value-of select="concat('Import de «&#xA0;', @source, '&#xA0;» du ')"/>
  <xsl:apply-templates select="run/@ended" mode="moment"/>
</xsl:template>
<xsl:template match="page" mode="crumbs">
  <li><a class="fr-breadcrumb__link" href="source-{@source}.html"><xsl:value-of select="@source"/></a></li>
</xsl:template>
<xsl:template match="page" mode="main">
  <xsl:if test="not(run/@failed)"><p class="fr-text--lead"><xsl:apply-templates select="run" mode="counts"/></p></xsl:if>
  <xsl:apply-templates select="run" mode="why"/>
  <xsl:apply-templates select="run[not(@failed)]/@added|run[not(@failed)]/@changed|run[not(@failed)]/@withdrawn"/>
  <xsl:apply-templates select="run/@refused"/>
  <xsl:call-template name="list">
    <xsl:with-param name="title">Valeurs à revoir</xsl:with-param>
    <xsl:with-param name="of" select="faults/fault[@field]"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="@added">
  <xsl:call-template name="list">
    <xsl:with-param name="title">Nouvelles aides</xsl:with-param>
    <xsl:with-param name="n" select="."/>
    <xsl:with-param name="of" select="/page/changes/aid[@now = 'added']"/>
  </xsl:call-template>
</xsl:template>
<xsl:template match="@changed">
  <xsl:call-template name="list">
    <xsl:with-param name="title">Aides changées</xsl:with-param>
    <xsl:with-param name="n" select="."/>
    <xsl:with-param name="of" select="/page/changes/aid[@now = 'changed']"/>
  </xsl:call-template>
</xsl:template>
<xsl:template match="@withdrawn">
  <xsl:call-template name="list">
    <xsl:with-param name="title">Aides retirées</xsl:with-param>
    <xsl:with-param name="n" select="."/>
    <xsl:with-param name="of" select="/page/changes/aid[@now = 'withdrawn']"/>
  </xsl:call-template>
</xsl:template>
<xsl:template match="@refused">
  <xsl:call-template name="list">
    <xsl:with-param name="title">Fiches refusées</xsl:with-param>
    <xsl:with-param name="n" select="."/>
    <xsl:with-param name="of" select="/page/faults/fault[not(@field)]"/>
  </xsl:call-template>
</xsl:template>

<!-- Nothing, when there is none; of many, the first. -->
<xsl:template name="list">
  <xsl:param name="title"/>
  <xsl:param name="n" select="0"/>
  <xsl:param name="of"/>
  <xsl:if test="$of">
    <h2><xsl:value-of select="$title"/></h2>
    <xsl:if test="$n &gt; count($of)">
      <p class="g-note"><xsl:value-of select="concat('Les ', format-number(count($of), '#&#x202F;##0', 'fr'), ' premières sur ', format-number($n, '#&#x202F;##0', 'fr'), '.')"/></p>
    </xsl:if>
    <ul><xsl:apply-templates select="$of"/></ul>
  </xsl:if>
</xsl:template>

<xsl:template match="changes/aid">
  <li>
    <xsl:apply-templates select="." mode="link"/>
    <span class="g-note"><xsl:value-of select="concat(' n°&#xA0;', @id, ', à la source ', @source-id)"/></span>
  </li>
</xsl:template>

<xsl:template match="fault">
  <li>
    <xsl:apply-templates select="value"/>
    <xsl:value-of select="reason"/>
    <xsl:apply-templates select="@near"/>
    <span class="g-note">
      <xsl:value-of select="concat(' fiche ', @record)"/>
      <xsl:apply-templates select="@source-id|@field"/>
    </span>
  </li>
</xsl:template>
<xsl:template match="value"><xsl:value-of select="concat('«&#xA0;', ., '&#xA0;»&#xA0;: ')"/></xsl:template>
<xsl:template match="@near"><xsl:value-of select="concat('&#x202F;; ressemble à&#xA0;: ', translate(., '&quot;', ''))"/></xsl:template>
<xsl:template match="@source-id"><xsl:value-of select="concat(' (', ., ')')"/></xsl:template>
<xsl:template match="@field">, champ <code><xsl:value-of select="."/></code></xsl:template>

</xsl:stylesheet>
