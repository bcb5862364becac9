<?xml version="1.0" encoding="UTF-8"?>
<!-- report.xsl - the report of imports: what waits for somebody, and each source. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="lib/report.xsl"/>

<xsl:template match="page" mode="title">Imports d’aides</xsl:template>
<xsl:template match="page" mode="path"/>
<xsl:template match="page" mode="main">
  <h2>À regarder</h2>
  <ul>
    <li><xsl:apply-templates select="waiting/@reviews"/></li>
    <li><xsl:apply-templates select="waiting/@duplicates"/></li>
    <li><xsl:apply-templates select="waiting/@links"/></li>
  </ul>
  <h2>Sources</h2>
  <xsl:apply-templates select="sources/source"/>
  <xsl:if test="not(sources)"><p>Aucun flux, et aucun import. Un flux s’ajoute par <code>guichet feed add</code>.</p></xsl:if>
</xsl:template>

<xsl:template match="@reviews">
  <a href="relectures.html">Aides à relire et différences avec les flux</a>
  <xsl:apply-templates select="." mode="many"/>
</xsl:template>
<xsl:template match="@duplicates">
  <a href="doublons.html">Aides qui se ressemblent</a>
  <xsl:apply-templates select="." mode="many"/>
</xsl:template>
<xsl:template match="@links">
  <a href="liens.html">Liens morts ou déplacés</a>
  <xsl:apply-templates select="." mode="many"/>
</xsl:template>
<xsl:template match="waiting/@*" mode="many">&#xA0;: <xsl:apply-templates select="." mode="number"/></xsl:template>
<xsl:template match="waiting/@*[. = 0]" mode="many">&#xA0;: rien</xsl:template>

<xsl:template match="source">
  <h3><a href="source-{@name}.html"><xsl:value-of select="@name"/></a></h3>
  <p>
    <xsl:apply-templates select="@aids" mode="aids"/>
    <xsl:text> au catalogue.</xsl:text>
    <xsl:if test="@paused"> Flux en pause.</xsl:if>
  </p>
  <xsl:apply-templates select="run"/>
  <xsl:if test="not(run)"><p>Pas encore lu.</p></xsl:if>
</xsl:template>
<xsl:template match="source/run">
  <p>Dernier import le <xsl:apply-templates select="." mode="named"/>&#xA0;: <xsl:apply-templates select="." mode="counts"/></p>
  <xsl:apply-templates select="." mode="why"/>
</xsl:template>
<xsl:template match="source/run[@failed]" priority="1">
  <p>Dernier import le <xsl:apply-templates select="." mode="named"/>.</p>
  <xsl:apply-templates select="." mode="why"/>
</xsl:template>

</xsl:stylesheet>
