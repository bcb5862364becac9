<?xml version="1.0" encoding="UTF-8"?>
<!-- period.xsl - the period of a page of numbers: said, compared, chosen. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<!-- The period, and the filters, as an address has them; then an address of this page to
  which a parameter is appended. -->
<xsl:variable name="period"><xsl:apply-templates select="/page/asked/period" mode="query"/></xsl:variable>
<xsl:variable name="within"><xsl:apply-templates select="/page/asked/kind|/page/asked/department" mode="query"/></xsl:variable>
<xsl:variable name="here" select="concat(/page/request/@path, '?', $period, $within)"/>

<xsl:template match="period" mode="query"/>
<xsl:template match="period[@value]" mode="query"><xsl:value-of select="concat('period=', @value, '&amp;')"/></xsl:template>
<xsl:template match="period[@kind = 'chosen']" mode="query"><xsl:value-of select="concat('from=', @from, '&amp;to=', @to, '&amp;')"/></xsl:template>
<xsl:template match="kind|department" mode="query"><xsl:value-of select="concat(name(), '=', @value, '&amp;')"/></xsl:template>
<xsl:template match="kind|department" mode="field"><input type="hidden" name="{name()}" value="{@value}"/></xsl:template>

<!-- ==== said -->

<xsl:template match="period" mode="name">
  <xsl:text>du </xsl:text>
  <xsl:apply-templates select="@from" mode="date"/>
  <xsl:text> au </xsl:text>
  <xsl:apply-templates select="@to" mode="date"/>
</xsl:template>
<xsl:template match="period[@from = @to]" mode="name">le <xsl:apply-templates select="@to" mode="date"/></xsl:template>
<xsl:template match="period[@kind = 'days']" mode="name">les 30 derniers jours</xsl:template>
<xsl:template match="period[@kind = 'month' and not(@goes-on)]" mode="name"><xsl:apply-templates select="@from" mode="month"/></xsl:template>
<xsl:template match="period[@kind = 'year' and not(@goes-on)]" mode="name"><xsl:value-of select="@value"/></xsl:template>

<xsl:template match="*" mode="note"/>
<xsl:template match="period[@kind = 'days']" mode="note">
  <p>
    <xsl:text>Du </xsl:text>
    <xsl:apply-templates select="@from" mode="date"/>
    <xsl:text> au </xsl:text>
    <xsl:apply-templates select="@to" mode="date"/>
    <xsl:text>&#xA0;; les visites d’aujourd’hui s’ajouteront demain.</xsl:text>
  </p>
</xsl:template>

<!-- The time before: "par rapport …", "contre 3 …". -->
<xsl:template match="total" mode="to"><xsl:apply-templates select="/page/asked/period" mode="to-before"/></xsl:template>
<xsl:template match="total" mode="during"><xsl:apply-templates select="/page/asked/period" mode="during-before"/></xsl:template>

<xsl:template match="period" mode="to-before">
  <xsl:text>à la période </xsl:text>
  <xsl:apply-templates select="." mode="during-before"/>
</xsl:template>
<xsl:template match="period[@from = @to]" mode="to-before">au <xsl:apply-templates select="/page/total[2]/@from" mode="date"/></xsl:template>
<xsl:template match="period[@kind = 'days']" mode="to-before">aux 30&#xA0;jours précédents</xsl:template>
<xsl:template match="period[@kind = 'month' and not(@goes-on)]" mode="to-before">à <xsl:apply-templates select="/page/total[2]/@from" mode="month"/></xsl:template>
<xsl:template match="period[@kind = 'year' and not(@goes-on)]" mode="to-before">à <xsl:value-of select="substring(/page/total[2]/@from, 1, 4)"/></xsl:template>

<xsl:template match="period" mode="during-before">
  <xsl:text>du </xsl:text>
  <xsl:apply-templates select="/page/total[2]/@from" mode="date"/>
  <xsl:text> au </xsl:text>
  <xsl:apply-templates select="/page/total[2]/@to" mode="date"/>
</xsl:template>
<xsl:template match="period[@from = @to]" mode="during-before">le <xsl:apply-templates select="/page/total[2]/@from" mode="date"/></xsl:template>
<xsl:template match="period[@kind = 'days']" mode="during-before">les 30&#xA0;jours précédents</xsl:template>
<xsl:template match="period[@kind = 'month' and not(@goes-on)]" mode="during-before">en <xsl:apply-templates select="/page/total[2]/@from" mode="month"/></xsl:template>
<xsl:template match="period[@kind = 'year' and not(@goes-on)]" mode="during-before">en <xsl:value-of select="substring(/page/total[2]/@from, 1, 4)"/></xsl:template>

<!-- Under the name of the period: why nothing is compared. -->
<xsl:template match="counted" mode="note">
  <xsl:if test="not(/page/total[2])">
    <p class="g-note">
      <xsl:text>Pas encore de comparaison avec la période précédente&#xA0;: les visites sont comptées depuis le </xsl:text>
      <xsl:apply-templates select="@since" mode="date"/>
      <xsl:text>.</xsl:text>
    </p>
  </xsl:if>
</xsl:template>

<!-- ==== chosen -->

<xsl:template match="months" mode="choose">
  <form class="g-filter-row g-period" action="{../request/@path}">
    <div class="fr-select-group">
      <label class="fr-label" for="periode">Période</label>
      <select class="fr-select" id="periode" name="period">
        <option value="">Les 30 derniers jours</option>
        <optgroup label="Un mois"><xsl:apply-templates select="month"/></optgroup>
        <optgroup label="Une année"><xsl:apply-templates select="month" mode="year"/></optgroup>
      </select>
    </div>
    <xsl:apply-templates select="../asked/kind|../asked/department" mode="field"/>
    <button class="fr-btn fr-btn--secondary">Afficher</button>
  </form>
  <xsl:apply-templates select="../asked" mode="two-days"/>
</xsl:template>
<xsl:template match="asked" mode="two-days">
  <details class="g-away">
    <xsl:if test="period/@kind = 'chosen'"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
    <summary>Choisir deux dates</summary>
    <form class="g-filter-row g-period" action="{../request/@path}">
      <xsl:call-template name="day"/>
      <xsl:call-template name="day">
        <xsl:with-param name="name">to</xsl:with-param>
        <xsl:with-param name="label">Au</xsl:with-param>
        <xsl:with-param name="value" select="period[@kind = 'chosen']/@to"/>
      </xsl:call-template>
      <xsl:apply-templates select="kind|department" mode="field"/>
      <button class="fr-btn fr-btn--secondary">Afficher</button>
    </form>
  </details>
</xsl:template>
<xsl:template match="month">
  <option value="{@value}">
    <xsl:if test="@value = /page/asked/period/@value"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
    <xsl:apply-templates select="@from" mode="month"/>
  </option>
</xsl:template>
<!-- The first month of each year, of those that there are. -->
<xsl:template match="month" mode="year">
  <xsl:variable name="year" select="substring(@value, 1, 4)"/>
  <xsl:if test="not(starts-with(preceding-sibling::month[1]/@value, $year))">
    <option value="{$year}">
      <xsl:if test="$year = /page/asked/period/@value"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
      <xsl:value-of select="$year"/>
    </option>
  </xsl:if>
</xsl:template>

<xsl:template name="day">
  <xsl:param name="name">from</xsl:param>
  <xsl:param name="label">Du</xsl:param>
  <xsl:param name="value" select="period[@kind = 'chosen']/@from"/>
  <div class="fr-input-group">
    <label class="fr-label" for="{$name}"><xsl:value-of select="$label"/><span class="fr-hint-text">Par exemple 1/10/2026</span></label>
    <input class="fr-input" id="{$name}" name="{$name}">
      <xsl:if test="$value">
        <xsl:attribute name="value"><xsl:value-of select="concat(number(substring($value, 9, 2)), '/', number(substring($value, 6, 2)), '/', substring($value, 1, 4))"/></xsl:attribute>
      </xsl:if>
    </input>
  </div>
</xsl:template>

</xsl:stylesheet>
