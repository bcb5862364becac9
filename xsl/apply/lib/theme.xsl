<?xml version="1.0" encoding="UTF-8"?>
<!-- theme.xsl - questions theme by theme: all are in the page, and sent; styles
  show the one that the address names by its id or a field's, else the first that
  has something to mend, else that waits for something. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="lines.xsl"/>

<xsl:template match="facts" mode="themes">
  <nav class="g-themes" aria-label="Thèmes des questions">
    <!-- The title of the page names the theme that is seen. -->
    <xsl:attribute name="data-title"><xsl:apply-templates select="." mode="title"/></xsl:attribute>
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
        <xsl:attribute name="formaction"><xsl:apply-templates select="." mode="to"/></xsl:attribute>
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
      <xsl:attribute name="formaction"><xsl:apply-templates select="." mode="to"/></xsl:attribute>
      <xsl:text>Mettre à jour les questions</xsl:text>
    </button>
    <span class="g-note">D’autres questions dépendent de ces réponses.</span>
  </p>
</xsl:template>
<xsl:template match="group" mode="to">
  <xsl:apply-templates select="/page" mode="action"/>
  <xsl:value-of select="concat('#', @theme)"/>
</xsl:template>

<!-- The first that has a new question, else that waits, unless some have faults.
  Looked for once, for all of them. -->
<xsl:variable name="shown-first">
  <xsl:for-each select="/page/apply/facts">
    <xsl:variable name="wrong" select="group[fact/@fault or list/line/fact/@fault]"/>
    <xsl:variable name="new" select="$wrong | group[not($wrong)][fact/@new or list/line/fact/@new]"/>
    <xsl:variable name="waits" select="$new | group[not($new)][key('wanted', @theme)]"/>
    <xsl:value-of select="generate-id(($waits | group[not($waits)])[1])"/>
  </xsl:for-each>
</xsl:variable>
<xsl:template match="facts" mode="groups">
  <xsl:apply-templates select="group">
    <xsl:with-param name="first" select="string($shown-first)"/>
  </xsl:apply-templates>
</xsl:template>
<xsl:template match="facts" mode="title">
  <xsl:apply-templates select="group[generate-id() = string($shown-first)]/@label"/>
</xsl:template>

<!-- What is left to do in it: what the check will say is missing. -->
<xsl:key name="wanted" match="facts/wanted" use="@theme"/>
<xsl:template match="group" mode="left">facultatif</xsl:template>
<xsl:template match="group[(fact | list/line/fact)[@required][value != '']]" mode="left">complet</xsl:template>
<xsl:template match="group[key('wanted', @theme)]" mode="left" priority="1">
  <xsl:variable name="n" select="count(key('wanted', @theme))"/>
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

</xsl:stylesheet>
