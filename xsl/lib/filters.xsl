<?xml version="1.0" encoding="UTF-8"?>
<!-- filters.xsl - the form beside the results: one form, one button.

  Closed on a narrow screen, always open on a wide one (guichet.css). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="page" mode="filters">
  <details class="g-filters">
    <summary class="fr-btn fr-btn--secondary">Modifier la recherche</summary>
    <form id="recherche" role="search" action="/aides/">
      <xsl:apply-templates select="." mode="search-fields"/>
      <button class="fr-btn">Chercher</button>
      <h2 class="fr-h6">Affiner</h2>
      <xsl:apply-templates select="." mode="types"/>
      <xsl:apply-templates select="." mode="before"/>
      <xsl:copy-of select="filters/text()"/>
      <xsl:apply-templates select="lists" mode="selects"/>
      <xsl:apply-templates select="." mode="switches"/>
      <xsl:apply-templates select="asked/hidden"/>
      <button class="fr-btn">Appliquer</button>
    </form>
  </details>
</xsl:template>

<xsl:template match="hidden">
  <input type="hidden" name="{@name}" value="{@value}"/>
</xsl:template>

<xsl:template match="page" mode="types">
  <xsl:apply-templates mode="type-group" select="lists/type[
    not(@group = preceding-sibling::type/@group)]"/>
</xsl:template>
<xsl:template match="type" mode="type-group">
  <fieldset class="g-set">
    <legend class="fr-label"><xsl:value-of select="@group-name"/></legend>
    <xsl:apply-templates select="../type[@group = current()/@group]" mode="box"/>
  </fieldset>
</xsl:template>
<xsl:template match="type" mode="box">
  <div class="fr-checkbox-group fr-checkbox-group--sm">
    <input type="checkbox" id="t-{@slug}" name="aid_type_slugs" value="{@slug}">
      <xsl:if test="@chosen"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
    </input>
    <label class="fr-label" for="t-{@slug}">
      <xsl:value-of select="@name"/>
      <xsl:apply-templates select="@count"/>
    </label>
  </div>
</xsl:template>

<xsl:template match="page" mode="before">
  <div class="fr-input-group">
    <label class="fr-label" for="avant">
      <xsl:text>À demander avant le</xsl:text>
      <span class="fr-hint-text">Écarte les aides ouvertes toute l’année</span>
    </label>
    <input class="fr-input" type="date" id="avant" name="apply_before"
      value="{asked/apply-before}"/>
  </div>
</xsl:template>

<xsl:template match="lists" mode="selects">
  <xsl:call-template name="select">
    <xsl:with-param name="label" select="'Avancement du projet'"/>
    <xsl:with-param name="name" select="'aid_step_slugs'"/>
    <xsl:with-param name="options" select="step"/>
  </xsl:call-template>
  <xsl:call-template name="select">
    <xsl:with-param name="label" select="'Dépenses à financer'"/>
    <xsl:with-param name="name" select="'aid_destination_slugs'"/>
    <xsl:with-param name="options" select="destination"/>
  </xsl:call-template>
  <xsl:call-template name="select">
    <xsl:with-param name="label" select="'Fréquence'"/>
    <xsl:with-param name="name" select="'aid_recurrence_slug'"/>
    <xsl:with-param name="options" select="recurrence"/>
  </xsl:call-template>
</xsl:template>
<xsl:template name="select">
  <xsl:param name="label"/>
  <xsl:param name="name"/>
  <xsl:param name="options"/>
  <div class="fr-select-group">
    <label class="fr-label" for="{$name}"><xsl:value-of select="$label"/></label>
    <select class="fr-select" id="{$name}" name="{$name}">
      <option value="">Indifférent</option>
      <xsl:apply-templates select="$options" mode="option"/>
    </select>
  </div>
</xsl:template>

<xsl:template match="page" mode="switches">
  <fieldset class="g-set">
    <legend class="fr-label">Autres critères</legend>
    <div class="fr-checkbox-group fr-checkbox-group--sm">
      <input type="checkbox" id="call_for_projects_only" name="call_for_projects_only" value="1">
        <xsl:if test="asked/call-for-projects-only"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
      </input>
      <label class="fr-label" for="call_for_projects_only">Appels à projets seulement</label>
    </div>
    <div class="fr-checkbox-group fr-checkbox-group--sm">
      <input type="checkbox" id="is_charged" name="is_charged" value="0">
        <xsl:if test="asked/is-charged[. = 0]"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
      </input>
      <label class="fr-label" for="is_charged">Sans les aides payantes</label>
    </div>
    <div class="fr-checkbox-group fr-checkbox-group--sm">
      <input type="checkbox" id="european_aid_slug" name="european_aid_slug" value="european">
        <xsl:if test="asked/european[. = 'european']"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
      </input>
      <label class="fr-label" for="european_aid_slug">Aides européennes seulement</label>
    </div>
  </fieldset>
</xsl:template>

</xsl:stylesheet>
