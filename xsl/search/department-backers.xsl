<?xml version="1.0" encoding="UTF-8"?>
<!-- department-backers.xsl - who finances the aids of a department: how many each,
  by filters. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/fact-page.xsl"/>
<xsl:include href="../lib/ignored.xsl"/>
<xsl:include href="lib/backer-kinds.xsl"/>

<xsl:variable name="place" select="concat('?perimeter_id=', /page/department/@id)"/>
<xsl:variable name="group" select="/page/asked/filter[@param = 'aid_type_group_slug']/@value"/>
<xsl:variable name="scale" select="/page/asked/scale-group"/>
<xsl:variable name="filters"><xsl:apply-templates select="/page/asked/filter" mode="query"/></xsl:variable>

<xsl:template match="page" mode="title">
  <xsl:value-of select="concat('Porteurs d’aides&#xA0;: ', department/@name, ' (', department/@code, ')')"/>
</xsl:template>
<xsl:template match="page" mode="here">Porteurs d’aides</xsl:template>
<xsl:template match="page" mode="description">
  <xsl:value-of select="concat('Les organismes qui financent des aides pour les collectivités de ce département (', department/@name, '), et combien chacun.')"/>
</xsl:template>
<xsl:template match="page" mode="crumbs">
  <li><a class="fr-breadcrumb__link" href="/cartographie/">Carte</a></li>
  <li><a class="fr-breadcrumb__link" href="{department/@href}"><xsl:value-of select="department/@name"/></a></li>
</xsl:template>

<xsl:template match="page" mode="main">
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <xsl:apply-templates select="asked/ignored"/>
  <form class="g-filter-row" action="{department/@href}porteurs/">
    <xsl:call-template name="who"/>
    <xsl:call-template name="nature"/>
    <xsl:apply-templates select="themes"/>
    <xsl:call-template name="scale"/>
    <xsl:apply-templates select="groups"/>
    <button class="fr-btn">Filtrer</button>
  </form>
  <xsl:apply-templates select="backers"/>
  <p><a class="fr-link" href="{department/@href}">Retour au département</a></p>
</xsl:template>

<!-- A filter, for the addresses of lists of aids. -->
<xsl:template match="filter" mode="query"><xsl:value-of select="concat('&amp;', @param, '=', @value)"/></xsl:template>

<!-- ==== filters -->

<xsl:template name="who">
  <div class="fr-select-group">
    <label class="fr-label" for="qui">Vous êtes</label>
    <select class="fr-select" id="qui" name="organization_type_slugs">
      <option value="">Toutes les structures</option>
      <xsl:copy-of select="form/audiences/text()"/>
    </select>
  </div>
</xsl:template>

<xsl:template name="nature">
  <div class="fr-select-group">
    <label class="fr-label" for="nature">Nature des aides</label>
    <select class="fr-select" id="nature" name="aid_type_group_slug">
      <option value="">Toutes</option>
      <xsl:call-template name="choice">
        <xsl:with-param name="value">financial-group</xsl:with-param>
        <xsl:with-param name="label">Aides financières</xsl:with-param>
        <xsl:with-param name="chosen" select="$group"/>
      </xsl:call-template>
      <xsl:call-template name="choice">
        <xsl:with-param name="value">technical-group</xsl:with-param>
        <xsl:with-param name="label">Aides en ingénierie</xsl:with-param>
        <xsl:with-param name="chosen" select="$group"/>
      </xsl:call-template>
    </select>
  </div>
</xsl:template>

<xsl:template match="themes">
  <div class="fr-select-group">
    <label class="fr-label" for="theme">Thème</label>
    <select class="fr-select" id="theme" name="category_slugs">
      <option value="">Tous</option>
      <xsl:apply-templates select="theme"/>
    </select>
  </div>
</xsl:template>
<xsl:template match="theme">
  <optgroup label="{@name}">
    <xsl:call-template name="choice">
      <xsl:with-param name="value" select="@slug"/>
      <xsl:with-param name="label" select="concat('Tout&#xA0;: ', @name)"/>
      <xsl:with-param name="chosen" select="/page/asked/filter[@param = 'category_slugs']/@value"/>
    </xsl:call-template>
    <xsl:apply-templates select="category"/>
  </optgroup>
</xsl:template>
<xsl:template match="category">
  <xsl:call-template name="choice">
    <xsl:with-param name="value" select="@slug"/>
    <xsl:with-param name="label" select="@name"/>
    <xsl:with-param name="chosen" select="/page/asked/filter[@param = 'category_slugs']/@value"/>
  </xsl:call-template>
</xsl:template>

<xsl:template name="scale">
  <div class="fr-select-group">
    <label class="fr-label" for="portee">Portée des aides</label>
    <select class="fr-select" id="portee" name="perimeter_scale">
      <option value="">Toutes</option>
      <xsl:call-template name="choice">
        <xsl:with-param name="value">local-group</xsl:with-param>
        <xsl:with-param name="label">Région, département ou moins</xsl:with-param>
        <xsl:with-param name="chosen" select="$scale"/>
      </xsl:call-template>
      <xsl:call-template name="choice">
        <xsl:with-param name="value">national-group</xsl:with-param>
        <xsl:with-param name="label">France ou Europe</xsl:with-param>
        <xsl:with-param name="chosen" select="$scale"/>
      </xsl:call-template>
    </select>
  </div>
</xsl:template>

<xsl:template name="choice">
  <xsl:param name="value"/>
  <xsl:param name="label"/>
  <xsl:param name="chosen"/>
  <option value="{$value}">
    <xsl:if test="$chosen = $value"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
    <xsl:value-of select="$label"/>
  </option>
</xsl:template>

<!-- ==== the table: by nature, unless one was chosen -->

<xsl:template match="backers">
  <table class="g-table">
    <caption>
      <xsl:value-of select="concat(count(backer), '&#xA0;porteur', substring('s', 1, count(backer[2])), '&#xA0;d’aides')"/>
    </caption>
    <thead>
      <tr>
        <th scope="col">Porteur</th>
        <th scope="col">Aides</th>
        <!-- Broken on a phone. -->
        <xsl:if test="not($group)">
          <th scope="col">Finan&#xAD;cières</th>
          <th scope="col">Ingé&#xAD;nierie</th>
        </xsl:if>
      </tr>
    </thead>
    <tbody><xsl:apply-templates select="backer"/></tbody>
  </table>
</xsl:template>
<xsl:template match="backers[not(backer)]">
  <p>Aucun porteur n’a d’aide qui réponde à ces critères.</p>
</xsl:template>

<xsl:template match="backer">
  <tr>
    <th scope="row"><a href="/partenaires/{@id}-{@slug}/{$place}{$filters}"><xsl:value-of select="@name"/></a></th>
    <xsl:apply-templates select="@aids" mode="cell"/>
    <xsl:if test="not($group)">
      <xsl:apply-templates select="@financial|@technical" mode="cell"/>
    </xsl:if>
  </tr>
</xsl:template>
<xsl:template match="@*" mode="cell"><td><xsl:apply-templates select="." mode="number"/></td></xsl:template>
<!-- A search cannot say the scale of perimeters: its answer would be longer. -->
<xsl:template match="@financial[. &gt; 0][not(/page/asked/scale-group)]" mode="cell">
  <xsl:call-template name="linked">
    <xsl:with-param name="group">financial-group</xsl:with-param>
    <xsl:with-param name="title">Financières</xsl:with-param>
  </xsl:call-template>
</xsl:template>
<xsl:template match="@technical[. &gt; 0][not(/page/asked/scale-group)]" mode="cell">
  <xsl:call-template name="linked">
    <xsl:with-param name="group">technical-group</xsl:with-param>
    <xsl:with-param name="title">Ingénierie</xsl:with-param>
  </xsl:call-template>
</xsl:template>
<!-- Its number alone would name many links. -->
<xsl:template name="linked">
  <xsl:param name="group"/>
  <xsl:param name="title"/>
  <xsl:variable name="number"><xsl:apply-templates select="." mode="number"/></xsl:variable>
  <td>
    <a aria-label="{$number} – {$title} – {../@name}" href="/partenaires/{../@id}-{../@slug}/{$place}{$filters}&amp;aid_type_group_slug={$group}">
      <xsl:value-of select="$number"/>
    </a>
  </td>
</xsl:template>

</xsl:stylesheet>
