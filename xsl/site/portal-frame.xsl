<?xml version="1.0" encoding="UTF-8"?>
<!-- portal-frame.xsl - how another site shows the search of a portal. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/page.xsl"/>
<xsl:import href="../lib/html-text.xsl"/>

<xsl:template match="page" mode="canonical-site" priority="1"><xsl:value-of select="site/@base"/></xsl:template>
<xsl:template match="page" mode="title">Intégrer la recherche à votre site</xsl:template>
<xsl:template match="page" mode="description">Comment montrer la recherche d’aides de ce portail dans les pages d’un autre site.</xsl:template>

<xsl:template match="page" mode="main">
  <h1>Intégrer la recherche à votre site</h1>
  <xsl:apply-templates select="site" mode="frame"/>
  <h2>Un simple lien</h2>
  <pre class="g-code"><code>
    <xsl:value-of select="concat('&lt;a href=&quot;', site/@base, '/&quot;&gt;')"/>
    <xsl:apply-templates select="site/@name" mode="name"/>
    <xsl:text>&lt;/a&gt;</xsl:text>
  </code></pre>
</xsl:template>

<xsl:template match="site" mode="frame">
  <p class="fr-text--lead">Ce portail n’a encore nommé aucun site qui puisse l’afficher dans un cadre&#xA0;: demandez-le à qui le gère.</p>
</xsl:template>
<xsl:template match="site[@frame]" mode="frame">
  <p class="fr-text--lead">Copiez ces lignes dans une page de votre site&#xA0;: la recherche de ce portail s’y affiche, sans cookie ni script.</p>
  <xsl:apply-templates select="." mode="lines"/>
  <p>Pour que le cadre prenne la hauteur de son contenu, et que chaque page s’y lise depuis son début, ajoutez ces lignes à la même page. Elles sont facultatives.</p>
  <xsl:call-template name="height"/>
  <p>Seuls les sites que ce portail a nommés peuvent l’afficher ainsi. Pour en ajouter un, écrivez à qui gère ce portail.</p>
  <h2>Une seule aide</h2>
  <p>La carte d’une aide tient dans quelques lignes. Remplacez les points de suspension par la fin de l’adresse de l’aide dans ce portail.</p>
  <xsl:apply-templates select="." mode="lines">
    <xsl:with-param name="path">aides/…/carte/</xsl:with-param>
    <xsl:with-param name="height">300</xsl:with-param>
  </xsl:apply-templates>
  <p>Sans «&#xA0;carte/&#xA0;», toute la page de l’aide s’affiche.</p>
</xsl:template>

<xsl:template match="site" mode="lines">
  <xsl:param name="path"/>
  <xsl:param name="height">900</xsl:param>
  <pre class="g-code"><code>
    <xsl:value-of select="concat('&lt;iframe src=&quot;', @base, @frame, '/', $path, '&quot; title=&quot;')"/>
    <xsl:apply-templates select="@name" mode="name"/>
    <xsl:value-of select="concat('&quot; height=&quot;', $height, '&quot;')"/>
    <xsl:text> style='width:100%;border:0'&gt;&lt;/iframe&gt;</xsl:text>
  </code></pre>
</xsl:template>

<xsl:template match="@name" mode="name"><xsl:call-template name="html-text"/></xsl:template>

<xsl:template name="height">
  <pre class="g-code"><code>
    <xsl:text>&lt;script&gt;&#10;addEventListener('message', function (event) {&#10;  document.querySelectorAll('iframe').forEach(function (frame) {&#10;    if (frame.contentWindow !== event.source || !(event.data.guichet &gt; 0))&#10;      return;&#10;    frame.height = event.data.guichet;&#10;    if (event.data.page &amp;&amp; frame.getBoundingClientRect().top &lt; 0)&#10;      frame.scrollIntoView();&#10;  });&#10;});&#10;&lt;/script&gt;</xsl:text>
  </code></pre>
</xsl:template>

</xsl:stylesheet>
