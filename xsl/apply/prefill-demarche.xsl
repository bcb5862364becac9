<?xml version="1.0" encoding="UTF-8"?>
<!-- prefill-demarche.xsl - what a form asks, what of it can be filled ahead, and
  from where. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/fact-page.xsl"/>
<xsl:include href="../lib/carried.xsl"/>
<xsl:include href="lib/champ.xsl"/>

<!-- What stands under each title of the form; under none, at its top. -->
<xsl:key name="under" match="demarche/champ[@type != 'HeaderSection']"
  use="generate-id(preceding-sibling::champ[@type = 'HeaderSection'][1])"/>

<xsl:template match="page" mode="title"><xsl:value-of select="demarche/title"/></xsl:template>
<xsl:template match="page" mode="crumbs">
  <li><a class="fr-breadcrumb__link" href="/demarches/{$carry}">Formulaires à préremplir</a></li>
</xsl:template>

<xsl:template match="page" mode="main">
  <h1><xsl:value-of select="demarche/title"/></h1>
  <xsl:apply-templates select="demarche" mode="state"/>
  <xsl:apply-templates select="demarche" mode="sum"/>
  <xsl:apply-templates select="aids[aid]"/>
  <xsl:apply-templates select="demarche"/>
</xsl:template>

<xsl:template match="demarche" mode="state">
  <div class="fr-alert fr-alert--warning fr-alert--sm"><p>Ce formulaire est fermé&#xA0;: aucun dossier ne peut être déposé.</p></div>
</xsl:template>
<xsl:template match="demarche[@open]" mode="state">
  <p>
    <xsl:value-of select="concat('Démarche n°&#xA0;', @number, ' de Démarches simplifiées, ouverte')"/>
    <xsl:apply-templates select="@closes"/>
    <xsl:text>. </xsl:text>
    <xsl:apply-templates select="@href"/>
  </p>
</xsl:template>
<xsl:template match="@closes"> jusqu’au <xsl:apply-templates select="." mode="date"/></xsl:template>
<xsl:template match="demarche/@href"><a href="{.}" rel="noreferrer">Ouvrir le formulaire vide</a></xsl:template>

<xsl:template match="demarche" mode="sum">
  <xsl:variable name="asked" select="count(champ[not(@private)][@type != 'HeaderSection' and @type != 'Explication'])"/>
  <p class="fr-text--lead">
    <xsl:value-of select="$asked"/>
    <xsl:text>&#xA0;question</xsl:text>
    <xsl:if test="$asked &gt; 1">s</xsl:if>
    <xsl:text>, dont </xsl:text>
    <xsl:value-of select="count(champ[@prefillable][source][not(@private)])"/>
    <xsl:text> à préparer ici. Les autres se remplissent sur Démarches simplifiées.</xsl:text>
  </p>
  <xsl:if test="champ[@required]"><p class="g-note">Une étoile (*) marque les questions obligatoires.</p></xsl:if>
</xsl:template>

<xsl:template match="aids">
  <section aria-labelledby="aides">
    <h2 class="fr-h5" id="aides">Les aides à demander par ce formulaire</h2>
    <ul class="g-choices"><xsl:apply-templates select="aid"/></ul>
  </section>
</xsl:template>
<xsl:template match="aid">
  <li>
    <a href="/aides/{@slug}/candidater/{$carry}">Préparer ma demande</a>
    <xsl:text>&#xA0;: </xsl:text>
    <a href="/aides/{@slug}/{$carry}"><xsl:value-of select="name"/></a>
  </li>
</xsl:template>

<xsl:template match="demarche">
  <section aria-labelledby="questions">
    <h2 id="questions">Ce que le formulaire demande</h2>
    <xsl:call-template name="champs">
      <xsl:with-param name="champs" select="key('under', '')[parent::demarche]"/>
    </xsl:call-template>
    <xsl:apply-templates select="champ[@type = 'HeaderSection']" mode="section"/>
  </section>
</xsl:template>

<xsl:template match="champ" mode="section">
  <h3 class="fr-h6"><xsl:value-of select="label"/></h3>
  <xsl:call-template name="champs">
    <xsl:with-param name="champs" select="key('under', generate-id())"/>
  </xsl:call-template>
</xsl:template>
<xsl:template match="champ[@level &gt; 1]" mode="section">
  <h4 class="fr-h6 g-sub"><xsl:value-of select="label"/></h4>
  <xsl:call-template name="champs">
    <xsl:with-param name="champs" select="key('under', generate-id())"/>
  </xsl:call-template>
</xsl:template>

<xsl:template name="champs">
  <xsl:param name="champs"/>
  <xsl:if test="$champs">
    <ul class="g-champs"><xsl:apply-templates select="$champs"/></ul>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
