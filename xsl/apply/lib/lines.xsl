<?xml version="1.0" encoding="UTF-8"?>
<!-- lines.xsl - a fact of many lines, a plan of who pays: its lines, those that are
  wanted, and the button for one more. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="list">
  <p class="fr-hint-text"><xsl:value-of select="@hint"/></p>
  <xsl:apply-templates select="key('wanted', ../@theme)[@lines][not(@lines = preceding-sibling::wanted/@lines)]"/>
  <xsl:apply-templates select="." mode="lines"/>
  <p>
    <button class="fr-btn fr-btn--secondary fr-btn--sm" name="step" value="add.{@name}">
      <xsl:attribute name="formaction">
        <xsl:apply-templates select="/page" mode="action"/>
        <!-- To the first field of the new line. -->
        <xsl:value-of select="concat('#', @name, '-', count(line), '-', substring-after(substring-after(line/fact/@name, '.'), '.'))"/>
      </xsl:attribute>
      <xsl:text>Ajouter une ligne</xsl:text>
      <xsl:if test="@name = 'plan'"> (un financeur)</xsl:if>
    </button>
  </p>
</xsl:template>
<!-- Answers that only the line of some funders gives, and that the form wants. -->
<xsl:key name="of-lines" match="facts/wanted" use="@lines"/>
<xsl:template match="wanted">
  <p class="g-wanted">
    <xsl:text>Le formulaire attend la ligne de l’aide demandée, dont le financeur est </xsl:text>
    <xsl:apply-templates select="line"/>
    <xsl:text>, pour répondre à&#xA0;: </xsl:text>
    <xsl:apply-templates select="key('of-lines', @lines)" mode="label"/>
    <xsl:text>.</xsl:text>
  </p>
</xsl:template>
<xsl:template match="wanted/line">
  <xsl:if test="position() != 1"> ou </xsl:if>
  <xsl:value-of select="concat('«&#xA0;', ., '&#xA0;»')"/>
</xsl:template>
<xsl:template match="wanted" mode="label">
  <xsl:if test="position() != 1"> · </xsl:if>
  <xsl:value-of select="@label"/>
</xsl:template>
<!-- Lines fold, one is open at a time, at first the last or the first to mend, and
  many fold together: however many there are, the screen is no longer. -->
<xsl:variable name="fold" select="10"/>
<xsl:template match="list" mode="lines"><xsl:apply-templates select="line"/></xsl:template>
<xsl:template match="list[count(line) = 1]" mode="lines"><xsl:apply-templates select="line" mode="fields"/></xsl:template>
<xsl:template match="list[count(line) &gt; 5]" mode="lines">
  <div class="g-lots"><xsl:apply-templates select="line[following-sibling::line][position() mod $fold = 1]" mode="together"/></div>
  <xsl:apply-templates select="line[last()]"/>
</xsl:template>
<xsl:template match="line" mode="together">
  <xsl:variable name="some" select="(. | following-sibling::line[position() &lt; $fold])[following-sibling::line]"/>
  <xsl:variable name="from" select="count(preceding-sibling::line) + 1"/>
  <details class="g-folded" name="{../@name}-lignes">
    <xsl:if test="$some/fact/@fault and not(preceding-sibling::line/fact/@fault)"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
    <summary>
      <xsl:value-of select="concat('Lignes&#xA0;', $from, ' à&#xA0;', $from + count($some) - 1)"/>
      <xsl:apply-templates select="$some/fact/@fault" mode="count"/>
    </summary>
    <div class="g-lot"><xsl:apply-templates select="$some"/></div>
  </details>
</xsl:template>
<xsl:template match="line">
  <details class="g-folded" name="{../@name}-ligne">
    <xsl:if test="(fact/@fault and not(preceding-sibling::line/fact/@fault)) or not(following-sibling::line or ../line/fact/@fault)">
      <xsl:attribute name="open">open</xsl:attribute>
    </xsl:if>
    <summary>
      <xsl:text>Ligne&#xA0;</xsl:text>
      <xsl:number/>
      <xsl:if test="not(fact/value != '')"> · vide</xsl:if>
      <xsl:apply-templates select="fact[value != '']" mode="said"/>
      <xsl:apply-templates select="fact/@fault" mode="count"/>
    </summary>
    <xsl:apply-templates select="." mode="fields"/>
  </details>
</xsl:template>
<!-- Once, of all that it is applied to. -->
<xsl:template match="@fault" mode="count">
  <xsl:if test="position() = 1">
    <strong>
      <xsl:value-of select="concat(' · ', last(), '&#xA0;réponse')"/>
      <xsl:if test="last() &gt; 1">s</xsl:if>
      <xsl:text> à corriger</xsl:text>
    </strong>
  </xsl:if>
</xsl:template>
<xsl:template match="line" mode="fields">
  <fieldset class="g-line">
    <legend>Ligne&#xA0;<xsl:number/></legend>
    <xsl:apply-templates select="fact"/>
  </fieldset>
</xsl:template>
<xsl:template match="fact" mode="said"><xsl:value-of select="concat(' · ', value)"/></xsl:template>
<xsl:template match="fact[option]" mode="said"><xsl:value-of select="concat(' · ', option[@value = ../value]/@label)"/></xsl:template>

</xsl:stylesheet>
