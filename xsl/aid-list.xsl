<?xml version="1.0" encoding="UTF-8"?>
<!-- aid-list.xsl - the answer: a sentence, what was understood, what can be
  taken off, then the aids.  Also: which place was meant, when unsure. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="lib/fact-page.xsl"/>
<xsl:include href="lib/sentence.xsl"/>
<xsl:include href="lib/search.xsl"/>
<xsl:include href="lib/filters.xsl"/>
<xsl:include href="lib/card.xsl"/>
<xsl:include href="lib/links.xsl"/>
<xsl:include href="lib/choices.xsl"/>
<xsl:include href="lib/criterion.xsl"/>
<xsl:include href="lib/funded.xsl"/>

<xsl:template match="page" mode="title">
  <xsl:apply-templates select="." mode="sentence"/>
  <xsl:if test="aids/@page &gt; 1"> – page <xsl:value-of select="aids/@page"/></xsl:if>
</xsl:template>
<xsl:template match="page[choices]" mode="title">
  <xsl:apply-templates select="choices" mode="title"/>
</xsl:template>
<xsl:template match="page" mode="here">Aides</xsl:template>
<xsl:template match="page" mode="head">
  <xsl:apply-templates select="links/link" mode="head"/>
</xsl:template>

<xsl:template match="page" mode="main">
  <h1 class="fr-h3"><xsl:apply-templates select="." mode="sentence"/></h1>
  <xsl:apply-templates select="asked" mode="understood"/>
  <xsl:apply-templates select="asked[filter]" mode="tags"/>
  <div class="g-columns">
    <xsl:apply-templates select="." mode="filters"/>
    <section id="resultats" class="g-results" aria-label="Résultats">
      <xsl:apply-templates select="aids/@late"/>
      <xsl:apply-templates select="projects"/>
      <xsl:apply-templates select="aids[cards]" mode="sort"/>
      <xsl:apply-templates select="aids"/>
      <xsl:apply-templates select="relax|links[../aids/cards]"/>
      <xsl:apply-templates select="funded-near"/>
    </section>
  </div>
</xsl:template>

<xsl:template match="page[choices]" mode="main">
  <h1 class="fr-h3"><xsl:apply-templates select="choices" mode="title"/></h1>
  <div class="g-columns">
    <xsl:apply-templates select="." mode="filters"/>
    <div class="g-results"><xsl:apply-templates select="choices"/></div>
  </div>
</xsl:template>

<!-- What was understood: the words with their kin, the place in its chain. -->
<xsl:template match="asked" mode="understood">
  <xsl:apply-templates select="mended"/>
  <xsl:if test="word/form">
    <p class="g-note">
      <xsl:text>Mots cherchés&#xA0;: </xsl:text>
      <xsl:apply-templates select="word[form]"/>
    </p>
  </xsl:if>
  <xsl:if test="word[not(form)]">
    <p class="g-note">
      <xsl:text>Laissé de côté, car aucune aide n’en parle&#xA0;: </xsl:text>
      <xsl:apply-templates select="word[not(form)]"/>
    </p>
  </xsl:if>
  <xsl:apply-templates select="perimeter[container]" mode="understood"/>
</xsl:template>
<xsl:template match="mended">
  <p>
    <xsl:value-of select="concat('Résultats pour «&#xA0;', @keyword, '&#xA0;». ')"/>
    <xsl:apply-templates select="@exact"/>
  </p>
</xsl:template>
<xsl:template match="mended/@exact">
  <a href="{.}"><xsl:value-of select="concat('Chercher plutôt «&#xA0;', ../../keyword, '&#xA0;»')"/></a>
</xsl:template>
<xsl:template match="word[@out][form]">
  <xsl:if test="position() != 1"> · </xsl:if>
  <xsl:text>sans </xsl:text>
  <xsl:value-of select="form"/>
</xsl:template>
<xsl:template match="word">
  <xsl:if test="position() != 1"> · </xsl:if>
  <xsl:apply-templates select="form"/>
</xsl:template>
<xsl:template match="word[not(form)]">
  <xsl:if test="position() != 1">, </xsl:if>
  <xsl:value-of select="concat('«&#xA0;', @asked, '&#xA0;»')"/>
</xsl:template>
<xsl:template match="form">
  <xsl:if test="position() != 1">, </xsl:if>
  <xsl:value-of select="."/>
</xsl:template>

<xsl:template match="perimeter" mode="understood">
  <p class="g-note">
    <xsl:value-of select="concat('Territoires pris en compte&#xA0;: ', @name)"/>
    <xsl:if test="@scale != 'commune'"> et ses communes</xsl:if>
    <xsl:apply-templates select="container[not(@scale = 'country' or @scale = 'continent')]"/>
    <xsl:text>, toute la France</xsl:text>
  </p>
</xsl:template>
<xsl:template match="container">, <xsl:value-of select="@name"/></xsl:template>

<xsl:template match="aids/@late">
  <p class="fr-alert fr-alert--info fr-alert--sm">Cette recherche est longue&#xA0;: voici les meilleures aides trouvées à temps. Moins de mots en donneraient davantage.</p>
</xsl:template>

<!-- Kinds of projects that the words may mean. -->
<xsl:template match="projects">
  <p class="g-note">
    <xsl:text>Précisez votre projet&#xA0;: </xsl:text>
    <xsl:apply-templates select="project"/>
  </p>
</xsl:template>
<xsl:template match="project">
  <xsl:if test="position() != 1"> · </xsl:if>
  <a href="{@href}"><xsl:value-of select="@name"/></a>
</xsl:template>

<!-- Each criterion can be taken off. -->
<xsl:template match="asked" mode="tags">
  <ul class="fr-tags-group g-tags" aria-label="Critères, à retirer d’un clic">
    <xsl:apply-templates select="filter"/>
  </ul>
</xsl:template>
<xsl:template match="filter">
  <xsl:variable name="label"><xsl:apply-templates select="." mode="label"/></xsl:variable>
  <li>
    <a class="fr-tag fr-tag--sm fr-tag--dismiss" href="{@without}" title="Retirer «&#xA0;{$label}&#xA0;»">
      <xsl:value-of select="$label"/>
    </a>
  </li>
</xsl:template>

<xsl:template match="aids" mode="sort">
  <div class="g-sort">
    <label class="fr-label" for="tri">Trier par</label>
    <select class="fr-select" id="tri" name="orderBy" form="recherche">
      <xsl:call-template name="order"><xsl:with-param name="value" select="'relevance'"/><xsl:with-param name="text" select="'Pertinence'"/></xsl:call-template>
      <xsl:call-template name="order"><xsl:with-param name="value" select="'publication-date'"/><xsl:with-param name="text" select="'Date de publication'"/></xsl:call-template>
      <xsl:call-template name="order"><xsl:with-param name="value" select="'submission-deadline'"/><xsl:with-param name="text" select="'Échéance la plus proche'"/></xsl:call-template>
    </select>
    <button class="fr-btn fr-btn--secondary" form="recherche">Trier</button>
  </div>
</xsl:template>
<xsl:template name="order">
  <xsl:param name="value"/>
  <xsl:param name="text"/>
  <option value="{$value}">
    <xsl:if test="../asked/order = $value">
      <xsl:attribute name="selected">selected</xsl:attribute>
    </xsl:if>
    <xsl:value-of select="$text"/>
  </option>
</xsl:template>

<!-- Few or no results: what to relax, and what that gives. -->
<xsl:template match="relax"/>
<xsl:template match="relax[*]">
  <div class="fr-callout">
    <h2 class="fr-callout__title">Élargir la recherche</h2>
    <ul><xsl:apply-templates select="wider|option"/></ul>
  </div>
</xsl:template>
<xsl:template match="wider">
  <li>
    <a href="{@href}"><xsl:value-of select="concat('Dans tout le département (', @name, ')')"/></a>
    <xsl:text>&#xA0;: </xsl:text>
    <xsl:apply-templates select="@total" mode="aids"/>
  </li>
</xsl:template>
<xsl:template match="relax/option">
  <li>
    <a href="{@href}">
      <xsl:apply-templates select="." mode="change"/>
      <xsl:text> «&#xA0;</xsl:text>
      <xsl:apply-templates select="." mode="label"/>
      <xsl:text>&#xA0;»</xsl:text>
    </a>
    <xsl:text>&#xA0;: </xsl:text>
    <xsl:apply-templates select="@total" mode="aids"/>
  </li>
</xsl:template>
<xsl:template match="option" mode="change">Sans</xsl:template>
<xsl:template match="option[@only]" mode="change">Seulement</xsl:template>

<xsl:template match="aids[not(cards)]">
  <p>
    <xsl:text>Aucune aide ne répond à tous ces critères aujourd’hui. Retirez un critère, ou décrivez votre projet avec d’autres mots.</xsl:text>
  </p>
  <p><a class="fr-link" href="/aides/">Voir toutes les aides</a></p>
</xsl:template>

</xsl:stylesheet>
