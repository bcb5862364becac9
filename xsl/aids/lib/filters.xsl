<?xml version="1.0" encoding="UTF-8"?>
<!-- filters.xsl - the form beside the results: one form, one button.

  Closed on a narrow screen, always open on a wide one (guichet.css). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="asked" mode="filters">
  <details class="g-filters">
    <summary class="fr-btn fr-btn--secondary">Modifier la recherche</summary>
    <form id="recherche" role="search" action="/aides/">
      <xsl:apply-templates select="." mode="search-fields"/>
      <button class="fr-btn">Chercher</button>
      <h2 class="fr-h6">Affiner</h2>
      <p class="g-note g-scripted" id="aussitot">Une case cochée s’applique aussitôt. Les listes attendent le bouton «&#xA0;Appliquer&#xA0;».</p>
      <xsl:copy-of select="../form/filters/text()"/>
      <xsl:if test="not(../filters) or ../filters/filter[@param = 'apply_before']"><xsl:call-template name="before"/></xsl:if>
      <xsl:apply-templates select="hidden"/>
      <button class="fr-btn">Appliquer</button>
    </form>
  </details>
</xsl:template>

<xsl:template match="hidden">
  <input type="hidden" name="{@name}" value="{@value}"/>
</xsl:template>

<xsl:template name="before">
  <div class="fr-input-group">
    <label class="fr-label" for="avant">
      <xsl:text>À demander avant le</xsl:text>
      <span class="fr-hint-text">Écarte les aides ouvertes toute l’année</span>
    </label>
    <input class="fr-input" type="date" id="avant" name="apply_before"
      value="{apply-before}"/>
  </div>
</xsl:template>

</xsl:stylesheet>
