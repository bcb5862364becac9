<?xml version="1.0" encoding="UTF-8"?>
<!-- aid-list.xsl - the answer: a sentence, what was understood, what can be
  taken off, then the aids.  Also: which place was meant, when unsure. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/fact-page.xsl"/>
<xsl:include href="lib/sentence.xsl"/>
<xsl:include href="lib/understood.xsl"/>
<xsl:include href="../lib/search.xsl"/>
<xsl:include href="lib/filters.xsl"/>
<xsl:include href="lib/relax.xsl"/>
<xsl:include href="lib/card.xsl"/>
<xsl:include href="lib/links.xsl"/>
<xsl:include href="../lib/ignored.xsl"/>
<xsl:include href="../lib/ask.xsl"/>
<xsl:include href="../territory/lib/choices.xsl"/>
<xsl:include href="lib/criterion.xsl"/>
<xsl:include href="../funded/lib/funded.xsl"/>

<!-- Said twice. -->
<xsl:variable name="sentence">
  <xsl:apply-templates select="/page" mode="sentence"/>
</xsl:variable>

<xsl:variable name="in-aids" select="'page'"/>
<!-- Templates that choose: a predicate of a pattern costs as much as five of them. -->
<xsl:template match="page" mode="title">
  <xsl:apply-templates select="choices" mode="title"/>
  <xsl:if test="not(choices)"><xsl:value-of select="$sentence"/></xsl:if>
  <xsl:if test="aids/@previous"> – page <xsl:value-of select="aids/@page"/></xsl:if>
</xsl:template>
<xsl:template match="page" mode="here">Aides</xsl:template>
<xsl:template name="header-search"/>
<xsl:template match="page" mode="head">
  <xsl:apply-templates select="links" mode="head"/>
</xsl:template>

<xsl:template match="page" mode="main">
  <xsl:choose>
    <xsl:when test="choices"><xsl:call-template name="which-place"/></xsl:when>
    <xsl:otherwise><xsl:call-template name="results"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template name="results">
  <h1 class="fr-h3 g-answer"><xsl:value-of select="$sentence"/></h1>
  <xsl:apply-templates select="asked" mode="understood"/>
  <div class="g-columns">
    <xsl:apply-templates select="asked" mode="filters"/>
    <section id="resultats" class="g-results" aria-label="Résultats">
      <xsl:apply-templates select="aids"/>
      <xsl:apply-templates select="funded-near"/>
    </section>
  </div>
  <xsl:apply-templates select="request/@url" mode="paper"/>
</xsl:template>

<xsl:template name="which-place">
  <h1 class="fr-h3"><xsl:apply-templates select="choices" mode="title"/></h1>
  <xsl:apply-templates select="asked/ignored"/>
  <div class="g-columns">
    <xsl:apply-templates select="asked" mode="filters"/>
    <div class="g-results"><xsl:apply-templates select="choices"/></div>
  </div>
</xsl:template>

<!-- The section of results, in its order. -->
<xsl:template match="aids">
  <xsl:apply-templates select="../shown"/>
  <xsl:if test="@late">
    <p class="fr-alert fr-alert--info fr-alert--sm">Cette recherche est longue&#xA0;: voici les meilleures aides trouvées à temps. Moins de mots en donneraient davantage.</p>
  </xsl:if>
  <xsl:apply-templates select="../projects"/>
  <xsl:choose>
    <xsl:when test="@total &gt; 0">
      <xsl:apply-templates select="../asked/order"/>
      <details class="g-away">
        <summary>Emporter ou suivre cette liste</summary>
        <xsl:apply-templates select="../links"/>
        <p><a class="fr-link" href="/calendrier/{substring-after(@base, '/aides/')}">Voir le calendrier de ces appels</a></p>
      </details>
      <xsl:call-template name="cards"/>
    </xsl:when>
    <xsl:otherwise><xsl:call-template name="none"/></xsl:otherwise>
  </xsl:choose>
  <xsl:apply-templates select="@unplaced"/>
  <xsl:apply-templates select="../relax"/>
</xsl:template>

<!-- Those of a place do not count them: they are asked apart. -->
<xsl:template match="aids/@unplaced">
  <p class="g-note">
    <xsl:apply-templates select="." mode="aids"/>
    <xsl:choose>
      <xsl:when test=". = 1"> ne dit pas son territoire&#xA0;: </xsl:when>
      <xsl:otherwise> ne disent pas leur territoire&#xA0;: </xsl:otherwise>
    </xsl:choose>
    <a href="{../@unplaced-href}">
      <xsl:choose>
        <xsl:when test=". = 1">la voir</xsl:when>
        <xsl:otherwise>les voir</xsl:otherwise>
      </xsl:choose>
    </a>
  </p>
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
  <xsl:if test="@total"> (<xsl:apply-templates select="@total" mode="aids"/>)</xsl:if>
</xsl:template>

<xsl:template match="order">
  <div class="g-sort">
    <label class="fr-label" for="tri">Trier par</label>
    <select class="fr-select" id="tri" name="orderBy" form="recherche">
      <option value="relevance">
        <xsl:if test=". = 'relevance'"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
        <xsl:text>Pertinence</xsl:text>
      </option>
      <option value="publication-date">
        <xsl:if test=". = 'publication-date'"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
        <xsl:text>Date de publication</xsl:text>
      </option>
      <option value="submission-deadline">
        <xsl:if test=". = 'submission-deadline'"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
        <xsl:text>Échéance la plus proche</xsl:text>
      </option>
    </select>
    <button class="fr-btn fr-btn--secondary" form="recherche">Trier</button>
  </div>
</xsl:template>

<xsl:template name="none">
  <p>
    <xsl:text>Aucune aide ne répond à tous ces critères aujourd’hui. Retirez un critère, ou décrivez votre projet avec d’autres mots.</xsl:text>
  </p>
  <p><a class="fr-link" href="/aides/">Voir toutes les aides</a> · <a class="fr-link" href="/projets-references/">Choisir un type de projet</a></p>
  <xsl:apply-templates select="../site/@contact" mode="ask"/>
</xsl:template>

</xsl:stylesheet>
