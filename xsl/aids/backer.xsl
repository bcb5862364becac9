<?xml version="1.0" encoding="UTF-8"?>
<!-- backer.xsl - one backer and the aids that it finances, as a programme's. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="program.xsl"/>

<xsl:variable name="in-programs" select="''"/>
<xsl:template match="page" mode="title"><xsl:value-of select="backer/name"/></xsl:template>
<xsl:template match="page" mode="canonical"><xsl:value-of select="concat('/partenaires/', backer/@id, '-', backer/@slug, '/')"/></xsl:template>
<xsl:template match="page" mode="description">
  <xsl:value-of select="concat('Les aides de «&#xA0;', backer/name, '&#xA0;» ouvertes aux collectivités&#xA0;: pour qui, combien, jusqu’à quand.')"/>
</xsl:template>
<xsl:template match="page" mode="crumbs">
  <li><a class="fr-breadcrumb__link" href="/partenaires/{$carry}">Porteurs d’aides</a></li>
</xsl:template>

<xsl:template match="backer">
  <h1><xsl:value-of select="name"/></h1>
  <xsl:apply-templates select="logo|description"/>
  <xsl:if test="category or perimeter or website or contact">
    <dl class="g-facts"><xsl:apply-templates select="category|perimeter|website|contact"/></dl>
  </xsl:if>
  <xsl:if test="not(../asked/perimeter or ../asked/audience)">
    <xsl:apply-templates select="../themes[theme]|../types[type]|../programs[program]"/>
  </xsl:if>
  <xsl:apply-templates select="../sections/section"/>
  <xsl:if test="../sections/section"><h2>Ses aides</h2></xsl:if>
</xsl:template>

<!-- What an administrator wrote -->
<xsl:template match="backer/logo">
  <p class="g-logo">
    <img src="/partenaires/{../@id}-{../@slug}/logo?v={@stamp}" alt="{.}"/>
  </p>
</xsl:template>
<xsl:template match="section">
  <h2><xsl:value-of select="@title"/></h2>
  <div class="g-rich g-text"><xsl:copy-of select="text()"/></div>
</xsl:template>

<!-- Who it is -->
<xsl:template match="backer/category">
  <dt>Catégorie</dt>
  <dd>
    <a href="/partenaires/?backer_category={@slug}"><xsl:value-of select="."/></a>
    <xsl:for-each select="../part|../group"><xsl:value-of select="concat(' · ', .)"/></xsl:for-each>
  </dd>
</xsl:template>
<xsl:template match="backer/perimeter"><dt>Territoire</dt><dd><xsl:value-of select="."/></dd></xsl:template>
<xsl:template match="backer/website"><dt>Site internet</dt><dd><a href="{.}" rel="noopener external"><xsl:value-of select="."/></a></dd></xsl:template>
<xsl:template match="backer/contact"><dt>Contact</dt><dd><xsl:value-of select="."/></dd></xsl:template>

<!-- What its aids are: each leads to the search within them. -->
<xsl:template match="themes|types|programs">
  <p>
    <strong><xsl:apply-templates select="." mode="label"/></strong>
    <xsl:text>&#xA0;: </xsl:text>
    <xsl:apply-templates select="theme|type|program"/>
  </p>
</xsl:template>
<xsl:template match="themes" mode="label">Ses aides par thème</xsl:template>
<xsl:template match="types" mode="label">Ses aides par nature</xsl:template>
<xsl:template match="programs" mode="label">Ses programmes</xsl:template>
<xsl:template match="themes/theme">
  <xsl:call-template name="counted"><xsl:with-param name="param" select="'category_slugs'"/></xsl:call-template>
</xsl:template>
<xsl:template match="types/type">
  <xsl:call-template name="counted"><xsl:with-param name="param" select="'aid_type_slugs'"/></xsl:call-template>
</xsl:template>
<xsl:template name="counted">
  <xsl:param name="param"/>
  <xsl:if test="position() != 1"> · </xsl:if>
  <a href="/aides/?{/page/backer/@search}&amp;{$param}={@slug}"><xsl:value-of select="."/></a>
  <xsl:value-of select="concat(' (', @aids, ')')"/>
</xsl:template>
<xsl:template match="programs/program">
  <xsl:if test="position() != 1"> · </xsl:if>
  <a href="/programmes/{@slug}/"><xsl:value-of select="."/></a>
</xsl:template>
<xsl:template match="stats"> · <a class="fr-link" href="/partenaires/{../backer/@id}-{../backer/@slug}/stats/">Ses statistiques</a></xsl:template>
<xsl:template match="page" mode="this">ce porteur</xsl:template>
<xsl:template match="page" mode="others">
  <p><a class="fr-link" href="/partenaires/{$carry}">Voir les porteurs d’aides</a><xsl:apply-templates select="stats"/></p>
</xsl:template>

</xsl:stylesheet>
