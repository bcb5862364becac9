<?xml version="1.0" encoding="UTF-8"?>
<!-- theme.xsl - questions theme by theme: all are in the page, and sent; styles
  show the one that the address names by its id or a field's, else all that have
  something to mend, else the first that waits for something. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

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
    <xsl:choose>
      <xsl:when test="fact/@fault or list/line/fact/@fault"><xsl:attribute name="class">g-group g-theme g-theme--first g-theme--wrong</xsl:attribute></xsl:when>
      <xsl:when test="generate-id() = $first"><xsl:attribute name="class">g-group g-theme g-theme--first</xsl:attribute></xsl:when>
    </xsl:choose>
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
    <xsl:variable name="waits" select="$new | group[not($new)][fact[@required][not(value != '')] or
      list/line/fact[@required][not(value != '')]]"/>
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
