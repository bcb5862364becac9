<?xml version="1.0" encoding="UTF-8"?>
<!-- report-source.xsl - a source of aids: how its feed is set, its last imports. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="lib/report.xsl"/>

<xsl:template match="page" mode="title"><xsl:value-of select="source/@name"/></xsl:template>
<xsl:template match="page" mode="main">
  <xsl:apply-templates select="source"/>
  <h2>Derniers imports</h2>
  <xsl:apply-templates select="runs"/>
  <xsl:if test="not(runs)"><p>Pas encore lu.</p></xsl:if>
</xsl:template>

<xsl:template match="source">
  <dl class="g-facts">
    <dt>Aides au catalogue</dt><dd><xsl:apply-templates select="@aids" mode="number"/></dd>
    <xsl:apply-templates select="address|contact|licence|@hours|@news|@grace|@paused"/>
  </dl>
</xsl:template>
<xsl:template match="address"><dt>Adresse</dt><dd><xsl:value-of select="."/></dd></xsl:template>
<xsl:template match="contact"><dt>Qui en répond</dt><dd><xsl:value-of select="."/></dd></xsl:template>
<xsl:template match="licence"><dt>Licence</dt><dd><xsl:value-of select="."/></dd></xsl:template>
<xsl:template match="@hours"><dt>Lu</dt><dd>toutes les <xsl:value-of select="."/>&#xA0;heures</dd></xsl:template>
<xsl:template match="@hours[. = 1]"><dt>Lu</dt><dd>chaque heure</dd></xsl:template>
<xsl:template match="@news"><dt>Ses nouvelles aides</dt><dd>publiées</dd></xsl:template>
<xsl:template match="@news[. = 'reviewable']"><dt>Ses nouvelles aides</dt><dd>à relire</dd></xsl:template>
<xsl:template match="@news[. = 'draft']"><dt>Ses nouvelles aides</dt><dd>cachées</dd></xsl:template>
<xsl:template match="@grace"><dt>Une aide absente du flux est retirée après</dt><dd><xsl:value-of select="."/>&#xA0;jour<xsl:apply-templates select="." mode="s"/></dd></xsl:template>
<xsl:template match="@paused"><dt>État</dt><dd>en pause</dd></xsl:template>

<xsl:template match="runs"><ul><xsl:apply-templates select="run"/></ul></xsl:template>
<xsl:template match="runs/run">
  <li>
    <xsl:apply-templates select="." mode="named"/>
    <xsl:if test="not(@failed)">&#xA0;: <xsl:apply-templates select="." mode="counts"/></xsl:if>
    <xsl:apply-templates select="." mode="why"/>
  </li>
</xsl:template>

</xsl:stylesheet>
