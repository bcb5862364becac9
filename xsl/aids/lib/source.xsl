<?xml version="1.0" encoding="UTF-8"?>
<!-- source.xsl - how to apply, where to go on searching, and where the text of
  an aid comes from (its licence asks for it). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:h="urn:guichet:placeholder" exclude-result-prefixes="h">

<xsl:template match="aid" mode="steps">
  <xsl:apply-templates select="origin-url" mode="steps"/>
  <xsl:apply-templates select="application-url" mode="steps"/>
  <xsl:if test="not(application-url or origin-url or contact)">
    <p>Aucun lien ni contact n’est renseigné&#xA0;: adressez-vous au financeur.</p>
  </xsl:if>
</xsl:template>
<xsl:template match="application-url" mode="steps">
  <p>La demande se fait en ligne, sur <xsl:apply-templates select="." mode="leads-site"/>.</p>
</xsl:template>
<xsl:template match="origin-url" mode="steps">
  <p>Le financeur décrit la marche à suivre sur <xsl:apply-templates select="." mode="leads-site"/>.</p>
</xsl:template>

<!-- Each leads to the aids that share it. -->
<xsl:template match="aid" mode="more"/>
<xsl:template match="aid[program or category]" mode="more">
  <h2 id="voisines">Voir d’autres aides</h2>
  <ul class="fr-tags-group">
    <xsl:apply-templates select="program|category" mode="more"/>
  </ul>
</xsl:template>
<xsl:template match="program" mode="more">
  <li><a class="fr-tag fr-tag--sm" h:carry="/programmes/{@slug}/">Programme&#xA0;: <xsl:value-of select="."/></a></li>
</xsl:template>
<xsl:template match="category" mode="more">
  <li><a class="fr-tag fr-tag--sm" h:carry="/aides/?category_slugs={@slug}"><xsl:value-of select="."/></a></li>
</xsl:template>

<xsl:template match="aid" mode="source">
  <footer class="g-source">
    <h2 class="fr-h6">Origine de ces informations</h2>
    <xsl:apply-templates select="name-initial" mode="source"/>
    <xsl:if test="import-mention|import-url|import-licence|updated|published">
      <p>
        <xsl:apply-templates select="import-mention" mode="source"/>
        <xsl:apply-templates select="import-url" mode="source"/>
        <xsl:apply-templates select="import-licence" mode="source"/>
        <xsl:apply-templates select="updated|published[not(../updated)]" mode="source"/>
      </p>
    </xsl:if>
    <p>Seul le financeur fait foi. Vérifiez auprès de lui avant d’engager votre projet.</p>
  </footer>
</xsl:template>
<xsl:template match="name-initial" mode="source">
  <p>Nom officiel de l’aide&#xA0;: <xsl:value-of select="."/></p>
</xsl:template>
<xsl:template match="import-mention" mode="source"><xsl:value-of select="."/>. </xsl:template>
<xsl:template match="import-licence" mode="source">Licence&#xA0;: <xsl:value-of select="."/>. </xsl:template>
<xsl:template match="import-licence[. = 'openlicence20']" mode="source">Licence ouverte&#xA0;2.0. </xsl:template>
<xsl:template match="import-licence[. = 'unknown']" mode="source"/>
<xsl:template match="import-url" mode="source">
  <xsl:text>Source&#xA0;: </xsl:text>
  <a href="{.}"><xsl:apply-templates select="." mode="host"/></a>
  <xsl:text>. </xsl:text>
</xsl:template>
<xsl:template match="updated" mode="source">Mise à jour le <xsl:apply-templates select="@day" mode="date"/>.</xsl:template>
<xsl:template match="published" mode="source">Au catalogue depuis le <xsl:apply-templates select="@day" mode="date"/>.</xsl:template>

</xsl:stylesheet>
