<?xml version="1.0" encoding="UTF-8"?>
<!-- aid.xsl - one aid.  Its text comes ready made (fragment-body.xsl); here is
  what depends on the day: state, deadline, and whether one may still apply. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="lib/page.xsl"/>
<xsl:include href="lib/when.xsl"/>
<xsl:include href="lib/notice.xsl"/>

<xsl:template match="page" mode="title"><xsl:value-of select="aid/name"/></xsl:template>
<xsl:template match="page" mode="head">
  <link rel="canonical" href="{site/@base}/aides/{aid/@slug}/"/>
</xsl:template>
<xsl:template match="page" mode="crumbs">
  <xsl:call-template name="crumb">
    <xsl:with-param name="href" select="'/aides/'"/>
    <xsl:with-param name="text" select="'Aides'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="page" mode="main">
  <article>
    <xsl:apply-templates select="aid"/>
    <xsl:apply-templates select="locals[aid]"/>
  </article>
</xsl:template>

<xsl:template match="aid">
  <xsl:apply-templates select="." mode="status"/>
  <xsl:apply-templates select="." mode="banner"/>
  <h1><xsl:apply-templates select="name"/></h1>
  <xsl:apply-templates select="short-title"/>
  <xsl:apply-templates select="../generic|../locals[aid]" mode="versions"/>
  <xsl:apply-templates select="self::aid[@state = 'open']" mode="when"/>
  <xsl:apply-templates select="." mode="actions"/>
  <xsl:copy-of select="body/text()"/>
</xsl:template>

<xsl:template match="short-title">
  <p class="fr-text--lead"><xsl:value-of select="."/></p>
</xsl:template>

<xsl:template match="aid" mode="status"/>
<xsl:template match="aid[@status != 'published']" mode="status">
  <xsl:call-template name="notice">
    <xsl:with-param name="text">Aperçu&#xA0;: cette aide n’est pas publiée, vous seul la voyez.</xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template match="aid" mode="banner"/>
<xsl:template match="aid[@state = 'expired']" mode="banner">
  <xsl:call-template name="notice">
    <xsl:with-param name="kind">warning</xsl:with-param>
    <xsl:with-param name="text">
      <xsl:text>Cette aide est close</xsl:text>
      <xsl:apply-templates select="closes" mode="since"/>
      <xsl:text>. Demandez au financeur si elle doit revenir.</xsl:text>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>
<xsl:template match="aid[@state = 'upcoming']" mode="banner">
  <xsl:call-template name="notice">
    <xsl:with-param name="text">
      <xsl:text>Cette aide n’est pas encore ouverte. Les demandes commencent </xsl:text>
      <xsl:apply-templates select="opens-in[. &lt;= 30]" mode="soon"/>
      <xsl:if test="opens-in &lt;= 30">, </xsl:if>
      <xsl:text>le </xsl:text>
      <xsl:apply-templates select="opens" mode="date"/>
      <xsl:text>.</xsl:text>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>
<xsl:template match="closes" mode="since">
  <xsl:text> depuis le </xsl:text>
  <xsl:apply-templates select="." mode="date"/>
</xsl:template>

<!-- An aid that is closed or not yet open has no door to push. -->
<xsl:template match="aid" mode="actions"/>
<xsl:template match="aid[application-url or origin-url]" mode="actions">
  <ul class="fr-btns-group fr-btns-group--inline-md g-actions">
    <xsl:apply-templates select="application-url[../@state = 'open']" mode="actions"/>
    <xsl:apply-templates select="origin-url" mode="actions"/>
  </ul>
</xsl:template>
<xsl:template match="application-url" mode="actions">
  <li><a class="fr-btn" href="{.}">Déposer une demande</a></li>
</xsl:template>
<xsl:template match="origin-url" mode="actions">
  <li><a class="fr-btn fr-btn--secondary" href="{.}">Lire la page du financeur</a></li>
</xsl:template>

<xsl:template match="generic" mode="versions">
  <p>
    <xsl:text>Version locale de l’aide nationale&#xA0;: </xsl:text>
    <a href="/aides/{@slug}/"><xsl:value-of select="name"/></a>
  </p>
</xsl:template>

<xsl:template match="locals" mode="versions">
  <p>Elle a des versions locales, avec leurs propres conditions&#xA0;: <a href="#locales">chercher la vôtre</a>.</p>
</xsl:template>
<xsl:template match="locals">
  <section aria-labelledby="locales">
    <h2 id="locales">Cette aide près de chez vous</h2>
    <p>Une version locale a ses propres conditions, et son propre calendrier.</p>
    <ul><xsl:apply-templates select="aid"/></ul>
  </section>
</xsl:template>
<xsl:template match="locals/aid">
  <li>
    <a href="/aides/{@slug}/"><xsl:value-of select="name"/></a>
    <xsl:apply-templates select="perimeter"/>
  </li>
</xsl:template>
<xsl:template match="locals/aid/perimeter">
  <xsl:value-of select="concat(' (', ., ')')"/>
</xsl:template>

</xsl:stylesheet>
