<?xml version="1.0" encoding="UTF-8"?>
<!-- legal.xsl - who publishes and who hosts (law of 21 June 2004). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/fact-page.xsl"/>
<xsl:include href="../lib/operator.xsl"/>

<xsl:template match="page" mode="title">Mentions légales</xsl:template>

<xsl:template match="page" mode="main">
  <div class="g-text">
    <h1>Mentions légales</h1>
    <xsl:apply-templates select="operator"/>
  </div>
</xsl:template>

<xsl:template match="operator">
  <h2>Éditeur</h2>
  <p>
    <xsl:apply-templates select="." mode="name"/><br/>
    <xsl:call-template name="known">
      <xsl:with-param name="fact" select="@address"/>
      <xsl:with-param name="what" select="'adresse'"/>
    </xsl:call-template>
  </p>
  <p>Contact&#xA0;: <xsl:apply-templates select="." mode="contact"/></p>
  <h2>Direction de la publication</h2>
  <p>
    <xsl:call-template name="known">
      <xsl:with-param name="fact" select="@publication-director"/>
      <xsl:with-param name="what" select="'nom et fonction'"/>
    </xsl:call-template>
  </p>
  <xsl:apply-templates select="." mode="host"/>
  <xsl:call-template name="reuse"/>
</xsl:template>

<xsl:template match="operator" mode="host">
  <h2>Hébergement</h2>
  <p>
    <xsl:call-template name="known">
      <xsl:with-param name="fact" select="@host"/>
      <xsl:with-param name="what" select="'nom de l’hébergeur'"/>
    </xsl:call-template>
    <br/>
    <xsl:call-template name="known">
      <xsl:with-param name="fact" select="@host-address"/>
      <xsl:with-param name="what" select="'adresse de l’hébergeur'"/>
    </xsl:call-template>
  </p>
</xsl:template>

<xsl:template name="reuse">
  <h2>Réutiliser nos contenus</h2>
  <p>Sauf mention contraire, les contenus de ce site sont proposés sous licence ouverte Etalab&#xA0;2.0. Vous pouvez les reprendre en citant leur source et leur date.</p>
  <p>Chaque page d’aide indique l’origine de ses informations. Seul le financeur fait foi.</p>
</xsl:template>

</xsl:stylesheet>
