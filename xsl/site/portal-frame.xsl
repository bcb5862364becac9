<?xml version="1.0" encoding="UTF-8"?>
<!-- portal-frame.xsl - how another site shows the search of a portal. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/page.xsl"/>

<xsl:template match="page" mode="canonical-site" priority="1"><xsl:value-of select="site/@base"/></xsl:template>
<xsl:template match="page" mode="title">Intégrer la recherche à votre site</xsl:template>
<xsl:template match="page" mode="description">Comment montrer la recherche d’aides de ce portail dans les pages d’un autre site.</xsl:template>

<xsl:template match="page" mode="main">
  <h1>Intégrer la recherche à votre site</h1>
  <p class="fr-text--lead">Copiez ces lignes dans une page de votre site&#xA0;: la recherche de ce portail s’y affiche, sans cookie ni script.</p>
  <pre class="g-code"><code>
    <xsl:text>&lt;iframe src="</xsl:text>
    <xsl:value-of select="site/@base"/>
    <xsl:text>/cadre/" title="</xsl:text>
    <xsl:value-of select="site/@name"/>
    <xsl:text>" width="100%" height="900" frameborder="0"&gt;&lt;/iframe&gt;</xsl:text>
  </code></pre>
  <p>Seuls les sites que ce portail a nommés peuvent l’afficher ainsi. Pour en ajouter un, écrivez à qui gère ce portail.</p>
  <h2>Un simple lien</h2>
  <pre class="g-code"><code>
    <xsl:text>&lt;a href="</xsl:text>
    <xsl:value-of select="site/@base"/>
    <xsl:text>/"&gt;</xsl:text>
    <xsl:value-of select="site/@name"/>
    <xsl:text>&lt;/a&gt;</xsl:text>
  </code></pre>
</xsl:template>

</xsl:stylesheet>
