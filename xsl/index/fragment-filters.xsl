<?xml version="1.0" encoding="UTF-8"?>
<!-- fragment-filters.xsl - the filters beside the results, made when the lists
  change.  Themes and programmes add a choice: those made are tags, carried
  hidden. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:h="urn:guichet:placeholder" exclude-result-prefixes="h">

<xsl:include href="../lib/option.xsl"/>

<xsl:output method="html" encoding="UTF-8" indent="no"/>
<xsl:strip-space elements="*"/>

<xsl:template match="/page">
  <h:filter of="aid_type_slugs">
    <xsl:apply-templates mode="group" select="lists/type[
      not(@group = preceding-sibling::type/@group)]"/>
  </h:filter>
  <xsl:apply-templates select="." mode="themes"/>
  <xsl:apply-templates select="." mode="programs"/>
  <xsl:apply-templates select="lists[step]|lists[destination]|lists[recurrence]" mode="select"/>
  <xsl:call-template name="switches"/>
</xsl:template>

<xsl:template match="type" mode="group">
  <fieldset class="g-set">
    <legend class="fr-label"><xsl:value-of select="@group-name"/></legend>
    <xsl:variable name="of" select="../type[@group = current()/@group]"/>
    <xsl:apply-templates select="$of" mode="useful"/>
    <h:folded>
      <xsl:attribute name="of"><xsl:apply-templates select="$of/@bit" mode="bits"/></xsl:attribute>
      <details class="g-rest">
        <summary>Autres, sans résultat ici</summary>
        <xsl:apply-templates select="$of" mode="useless"/>
      </details>
    </h:folded>
  </fieldset>
</xsl:template>
<xsl:template match="@bit" mode="bits">
  <xsl:if test="position() != 1"><xsl:text> </xsl:text></xsl:if>
  <xsl:value-of select="."/>
</xsl:template>
<!-- Of these two, one stays. -->
<xsl:template match="type" mode="useful">
  <h:useful of="{@bit}"><xsl:apply-templates select="." mode="box"/></h:useful>
</xsl:template>
<xsl:template match="type" mode="useless">
  <h:useless of="{@bit}"><xsl:apply-templates select="." mode="box"/></h:useless>
</xsl:template>

<xsl:template match="page" mode="themes"/>
<xsl:template match="page[lists/theme/category]" mode="themes">
  <h:filter of="category_slugs">
    <div class="fr-select-group">
      <label class="fr-label" for="theme"><h:label of="category_slugs">Ajouter un thème</h:label></label>
      <select class="fr-select" id="theme" name="category_slugs">
        <option value="">Choisir un thème</option>
        <xsl:apply-templates select="lists/theme[category]"/>
      </select>
    </div>
  </h:filter>
</xsl:template>
<xsl:template match="page" mode="programs"/>
<xsl:template match="page[lists/program]" mode="programs">
  <h:filter of="programs">
    <div class="fr-select-group">
      <label class="fr-label" for="programme"><h:label of="programs">Ajouter un programme</h:label></label>
      <select class="fr-select" id="programme" name="programIds">
        <option value="">Choisir un programme</option>
        <xsl:apply-templates select="lists/program"/>
      </select>
    </div>
  </h:filter>
</xsl:template>
<xsl:template match="theme">
  <optgroup label="{@name}"><xsl:apply-templates select="category"/></optgroup>
</xsl:template>
<xsl:template match="category">
  <option value="{@slug}">
    <xsl:value-of select="@name"/>
    <xsl:apply-templates select="@bit" mode="count"/>
  </option>
</xsl:template>
<xsl:template match="program">
  <option value="{@slug}">
    <xsl:value-of select="@name"/>
    <xsl:call-template name="count"><xsl:with-param name="of" select="concat('program ', @id)"/></xsl:call-template>
  </option>
</xsl:template>

<xsl:template match="lists[step]" mode="select">
  <xsl:call-template name="select">
    <xsl:with-param name="label" select="'Avancement du projet'"/>
    <xsl:with-param name="name" select="'aid_step_slugs'"/>
  </xsl:call-template>
</xsl:template>
<xsl:template match="lists[destination]" mode="select">
  <xsl:call-template name="select">
    <xsl:with-param name="label" select="'Dépenses à financer'"/>
    <xsl:with-param name="name" select="'aid_destination_slugs'"/>
  </xsl:call-template>
</xsl:template>
<xsl:template match="lists[recurrence]" mode="select">
  <xsl:call-template name="select">
    <xsl:with-param name="label" select="'Fréquence'"/>
    <xsl:with-param name="name" select="'aid_recurrence_slug'"/>
  </xsl:call-template>
</xsl:template>
<xsl:template name="select">
  <xsl:param name="label"/>
  <xsl:param name="name"/>
  <h:filter of="{$name}">
    <div class="fr-select-group">
      <label class="fr-label" for="{$name}"><h:label of="{$name}"><xsl:value-of select="$label"/></h:label></label>
      <select class="fr-select" id="{$name}" name="{$name}">
        <option value="">Indifférent</option>
        <xsl:apply-templates select="*" mode="option"/>
      </select>
    </div>
  </h:filter>
</xsl:template>

<xsl:template name="switches">
  <fieldset class="g-set">
    <legend class="fr-label">Autres critères</legend>
    <xsl:call-template name="switch">
      <xsl:with-param name="name">call_for_projects_only</xsl:with-param>
      <xsl:with-param name="of">call</xsl:with-param>
      <xsl:with-param name="value">1</xsl:with-param>
      <xsl:with-param name="label">Appels à projets seulement</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="switch">
      <xsl:with-param name="name">is_charged</xsl:with-param>
      <xsl:with-param name="of">free</xsl:with-param>
      <xsl:with-param name="value">0</xsl:with-param>
      <xsl:with-param name="label">Sans les aides payantes</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="switch">
      <xsl:with-param name="name">european_aid_slug</xsl:with-param>
      <xsl:with-param name="of">european</xsl:with-param>
      <xsl:with-param name="value">european</xsl:with-param>
      <xsl:with-param name="label">Aides européennes seulement</xsl:with-param>
    </xsl:call-template>
  </fieldset>
</xsl:template>
<xsl:template name="switch">
  <xsl:param name="name"/>
  <xsl:param name="of"/>
  <xsl:param name="value"/>
  <xsl:param name="label"/>
  <h:filter of="{$name}">
    <div class="fr-checkbox-group fr-checkbox-group--sm">
      <input type="checkbox" id="{$name}" name="{$name}" value="{$value}" h:checked="{$of}"/>
      <label class="fr-label" for="{$name}">
        <h:label of="{$name}"><xsl:value-of select="$label"/></h:label>
        <xsl:call-template name="count"><xsl:with-param name="of" select="$of"/></xsl:call-template>
      </label>
    </div>
  </h:filter>
</xsl:template>

</xsl:stylesheet>
