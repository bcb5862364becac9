<?xml version="1.0" encoding="UTF-8"?>
<!-- theme.xsl - questions theme by theme: all are in the page, and sent; styles
  show the one that the address names by its id or a field's, else the first that
  waits for something. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="facts" mode="themes">
  <nav class="g-themes" aria-label="Thèmes des questions">
    <ol><xsl:apply-templates select="group" mode="link"/></ol>
  </nav>
</xsl:template>
<xsl:template match="group" mode="link">
  <li>
    <a href="#{@theme}"><xsl:apply-templates select="@label"/></a>
    <span class="g-note"><xsl:apply-templates select="." mode="left"/></span>
  </li>
</xsl:template>

<xsl:template match="group">
  <xsl:param name="first"/>
  <fieldset class="g-group g-theme" id="{@theme}" tabindex="-1">
    <xsl:if test="generate-id() = $first"><xsl:attribute name="class">g-group g-theme g-theme--first</xsl:attribute></xsl:if>
    <legend>
      <span class="fr-h5"><xsl:apply-templates select="@label"/></span>
      <span class="g-note">
        <xsl:value-of select="concat('Thème ', count(preceding-sibling::group) + 1, ' sur ', count(../group), ' · ')"/>
        <xsl:apply-templates select="." mode="left"/>
      </span>
    </legend>
    <xsl:apply-templates select="fact|list"/>
    <xsl:apply-templates select="." mode="again"/>
    <p class="g-next">
      <xsl:apply-templates select="following-sibling::group[1]" mode="next">
        <xsl:with-param name="asks" select="fact[@decides] | list/line/fact[@decides]"/>
      </xsl:apply-templates>
      <button class="fr-btn" name="step" value="check">Vérifier ma demande</button>
    </p>
  </fieldset>
</xsl:template>
<xsl:template match="@label[. = '']">Autres réponses</xsl:template>
<xsl:template match="group" mode="next">
  <xsl:param name="asks"/>
  <xsl:choose>
    <xsl:when test="$asks">
      <button class="fr-btn fr-btn--secondary" name="step" value="edit">
        <xsl:apply-templates select="." mode="here"/>
        <xsl:apply-templates select="." mode="next-label"/>
      </button>
    </xsl:when>
    <xsl:otherwise>
      <a class="fr-btn fr-btn--secondary" href="#{@theme}"><xsl:apply-templates select="." mode="next-label"/></a>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="group" mode="next-label">Suite&#xA0;: <xsl:apply-templates select="@label"/></xsl:template>

<!-- Questions that depend on others: the form is asked again with what is said. -->
<xsl:template match="group" mode="again"/>
<xsl:template match="group[fact[@decides] or list/line/fact[@decides]]" mode="again">
  <p class="g-again">
    <button class="fr-btn fr-btn--tertiary fr-btn--sm" name="step" value="edit">
      <xsl:apply-templates select="." mode="here"/>
      <xsl:text>Mettre à jour les questions</xsl:text>
    </button>
    <span class="g-note">D’autres questions dépendent de ces réponses.</span>
  </p>
</xsl:template>
<xsl:template match="group" mode="here">
  <xsl:attribute name="formaction">
    <xsl:apply-templates select="/page" mode="action"/>
    <xsl:value-of select="concat('#', @theme)"/>
  </xsl:attribute>
</xsl:template>

<!-- The first that waits; with faults, the first that has some.  Looked for once,
  for all of them. -->
<xsl:template match="facts" mode="groups">
  <xsl:variable name="wrong" select="group[fact/@fault or list/line/fact/@fault]"/>
  <xsl:variable name="waits" select="$wrong | group[not($wrong)][fact[@required][not(value != '')] or
    list/line/fact[@required][not(value != '')]]"/>
  <xsl:apply-templates select="group">
    <xsl:with-param name="first" select="generate-id(($waits | group[not($waits)])[1])"/>
  </xsl:apply-templates>
</xsl:template>

<!-- What is left to do in it. -->
<xsl:template match="group" mode="left">facultatif</xsl:template>
<xsl:template match="group[fact/@required or list/line/fact/@required]" mode="left">complet</xsl:template>
<xsl:template match="group[fact[@required][not(value != '')] or list/line/fact[@required][not(value != '')]]" mode="left" priority="1">
  <xsl:variable name="n" select="count((fact | list/line/fact)[@required][not(value != '')])"/>
  <xsl:value-of select="concat('reste ', $n, '&#xA0;réponse')"/>
  <xsl:if test="$n &gt; 1">s</xsl:if>
  <xsl:text> obligatoire</xsl:text>
  <xsl:if test="$n &gt; 1">s</xsl:if>
</xsl:template>
<xsl:template match="group[fact/@fault or list/line/fact/@fault]" mode="left" priority="2">
  <xsl:variable name="n" select="count(fact/@fault | list/line/fact/@fault)"/>
  <xsl:value-of select="concat($n, '&#xA0;réponse')"/>
  <xsl:if test="$n &gt; 1">s</xsl:if>
  <xsl:text> à corriger</xsl:text>
</xsl:template>

<xsl:template match="list">
  <p class="fr-hint-text"><xsl:value-of select="@hint"/></p>
  <xsl:apply-templates select="line"/>
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
<!-- Lines that are written fold, for the last one to stay in sight. -->
<xsl:template match="line"><xsl:apply-templates select="." mode="fields"/></xsl:template>
<xsl:template match="line[following-sibling::line][fact/value != ''][not(fact/@fault)]">
  <details class="g-folded">
    <summary>
      <xsl:text>Ligne&#xA0;</xsl:text>
      <xsl:number/>
      <xsl:apply-templates select="fact[value != '']" mode="said"/>
    </summary>
    <xsl:apply-templates select="." mode="fields"/>
  </details>
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
