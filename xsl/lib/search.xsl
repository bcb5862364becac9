<?xml version="1.0" encoding="UTF-8"?>
<!-- search.xsl - the three questions: what, where, who.

  On home and beside the results.  A place that was understood stays known by
  its id: perimeter_id holds as long as perimeter_q is left as it was. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<!-- A portal may show some, in its order, under its names. -->
<xsl:template match="asked" mode="search-fields">
  <xsl:apply-templates select="../filters/filter" mode="search-field"/>
  <xsl:if test="not(../filters)">
    <xsl:call-template name="search-what"/>
    <xsl:call-template name="search-where"/>
    <xsl:call-template name="search-who"/>
  </xsl:if>
</xsl:template>
<xsl:template match="filter" mode="search-field"/>
<xsl:template match="filter[@param = 'keyword']" mode="search-field"><xsl:apply-templates select="/page/asked" mode="search-what"/></xsl:template>
<xsl:template match="filter[@param = 'perimeter_q']" mode="search-field"><xsl:apply-templates select="/page/asked" mode="search-where"/></xsl:template>
<xsl:template match="filter[@param = 'organization_type_slugs']" mode="search-field"><xsl:apply-templates select="/page/asked" mode="search-who"/></xsl:template>
<xsl:template match="filter" mode="own-label"><xsl:value-of select="@label"/></xsl:template>

<xsl:template name="search-what" match="asked" mode="search-what">
  <div class="fr-input-group g-combo">
    <label class="fr-label" for="mots">
      <xsl:apply-templates select="../filters/filter[@param = 'keyword']" mode="own-label"/>
      <xsl:if test="not(../filters/filter[@param = 'keyword'][@label])">Votre projet</xsl:if>
      <span class="fr-hint-text">En quelques mots&#xA0;: refaire le toit de l’école</span>
    </label>
    <input class="fr-input" id="mots" name="keyword" maxlength="200"
      autocomplete="off" data-suggest="/projets-references/"
      data-label="Types de projets" data-none="Aucun type de projet proposé"
      data-one="1 type de projet proposé" data-many="# types de projets proposés"
      value="{keyword}"/>
  </div>
</xsl:template>

<xsl:template name="search-where" match="asked" mode="search-where">
  <div class="fr-input-group g-combo">
    <label class="fr-label" for="lieu">
      <xsl:apply-templates select="../filters/filter[@param = 'perimeter_q']" mode="own-label"/>
      <xsl:if test="not(../filters/filter[@param = 'perimeter_q'][@label])">Où&#x202F;?</xsl:if>
      <span class="fr-hint-text" id="lieu-aide">Commune, intercommunalité, département ou code postal</span>
    </label>
    <input class="fr-input" id="lieu" name="perimeter_q" maxlength="100"
      autocomplete="off" data-suggest="/territoires/" data-id="perimeter_id"
      data-label="Territoires" data-none="Aucun territoire trouvé"
      data-one="1 territoire proposé" data-many="# territoires proposés">
      <xsl:attribute name="value">
        <xsl:choose>
          <xsl:when test="perimeter"><xsl:value-of select="perimeter/@name"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="perimeter-q"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
    </input>
    <xsl:apply-templates select="perimeter" mode="search-where"/>
  </div>
</xsl:template>
<xsl:template match="perimeter" mode="search-where">
  <input type="hidden" name="perimeter_id" value="{@id}"/>
</xsl:template>

<xsl:template name="search-who" match="asked" mode="search-who">
  <div class="fr-select-group">
    <label class="fr-label" for="qui">
      <xsl:apply-templates select="../filters/filter[@param = 'organization_type_slugs']" mode="own-label"/>
      <xsl:if test="not(../filters/filter[@param = 'organization_type_slugs'][@label])">Vous êtes</xsl:if>
      <span class="fr-hint-text">La structure qui porte le projet</span>
    </label>
    <select class="fr-select" id="qui" name="organization_type_slug">
      <option value="">Toutes les structures</option>
      <xsl:copy-of select="../form/audiences/text()"/>
    </select>
  </div>
</xsl:template>

</xsl:stylesheet>
