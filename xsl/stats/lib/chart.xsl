<?xml version="1.0" encoding="UTF-8"?>
<!-- chart.xsl - a bar a day, or a week, and the table of the same facts.

  The picture is stretched to the width of the page, and so has no letters: those are
  around it.  To who does not see it, its title and its description say what it shows. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="@days" mode="by">par jour</xsl:template>
<xsl:template match="@days[. = 7]" mode="by">par semaine</xsl:template>
<xsl:template match="@days" mode="unit">Jour</xsl:template>
<xsl:template match="@days[. = 7]" mode="unit">Semaine</xsl:template>

<!-- A day, or the first one of a week. -->
<xsl:template match="step" mode="days"><xsl:apply-templates select="@from" mode="date"/></xsl:template>
<xsl:template match="step[../@days = 7]" mode="days">du <xsl:apply-templates select="@from" mode="date"/></xsl:template>

<xsl:template match="steps" mode="chart">
  <xsl:param name="of"/>
  <xsl:param name="id"/>
  <xsl:param name="what"/>
  <xsl:variable name="most"><xsl:apply-templates select="$of" mode="most"><xsl:sort data-type="number" order="descending"/></xsl:apply-templates></xsl:variable>
  <xsl:if test="$most &gt; 0">
    <figure class="g-chart">
      <p aria-hidden="true"><xsl:value-of select="format-number($most, '#&#x202F;##0', 'fr')"/></p>
      <svg viewBox="0 0 {10 * count(step)} 1000" preserveAspectRatio="none" role="img" aria-labelledby="{$id}-titre {$id}-texte">
        <title id="{$id}-titre">Nombre de <xsl:value-of select="$what"/><xsl:text> </xsl:text><xsl:apply-templates select="@days" mode="by"/></title>
        <desc id="{$id}-texte"><xsl:apply-templates select="$of[. = $most][1]" mode="highest"/></desc>
        <path>
          <xsl:attribute name="d"><xsl:apply-templates select="$of" mode="bar"><xsl:with-param name="most" select="$most"/></xsl:apply-templates></xsl:attribute>
        </path>
      </svg>
      <figcaption>
        <span><xsl:apply-templates select="step[1]/@from" mode="date"/></span>
        <span><xsl:apply-templates select="step[last()]/@to" mode="date"/></span>
      </figcaption>
    </figure>
  </xsl:if>
</xsl:template>
<xsl:template match="@*" mode="highest">
  <xsl:text>Le plus haut&#xA0;: </xsl:text>
  <xsl:apply-templates select="." mode="number"/>
  <xsl:text>, </xsl:text>
  <xsl:apply-templates select=".." mode="when"/>
  <xsl:text>. Le tableau qui suit donne chaque nombre.</xsl:text>
</xsl:template>
<xsl:template match="step" mode="when">le <xsl:apply-templates select="@from" mode="date"/></xsl:template>
<xsl:template match="step[../@days = 7]" mode="when">la semaine du <xsl:apply-templates select="@from" mode="date"/></xsl:template>
<xsl:template match="@*" mode="most"><xsl:if test="position() = 1"><xsl:value-of select="."/></xsl:if></xsl:template>
<xsl:template match="@*" mode="bar">
  <xsl:param name="most"/>
  <xsl:value-of select="concat('M', position() * 10 - 9, ' 1000v-', round(1000 * . div $most), 'h8V1000z')"/>
</xsl:template>
<xsl:template match="@*[. = 0]" mode="bar"/>

<!-- ==== a chart, and its table -->

<xsl:template match="steps" mode="views">
  <xsl:apply-templates select="." mode="chart">
    <xsl:with-param name="of" select="step/@views"/>
    <xsl:with-param name="id">lectures</xsl:with-param>
    <xsl:with-param name="what">lectures d’aides</xsl:with-param>
  </xsl:apply-templates>
  <details class="g-away g-figures">
    <summary>Les mêmes chiffres, <xsl:apply-templates select="@days" mode="by"/></summary>
    <table class="g-table g-numbers">
      <caption>Lectures d’aides <xsl:apply-templates select="@days" mode="by"/></caption>
      <thead>
        <tr><th scope="col"><xsl:apply-templates select="@days" mode="unit"/></th><th scope="col">Lectures</th></tr>
      </thead>
      <tbody><xsl:apply-templates select="step" mode="views"/></tbody>
    </table>
  </details>
</xsl:template>
<xsl:template match="step" mode="views">
  <tr><th scope="row"><xsl:apply-templates select="." mode="days"/></th><td><xsl:apply-templates select="@views" mode="number"/></td></tr>
</xsl:template>

</xsl:stylesheet>
