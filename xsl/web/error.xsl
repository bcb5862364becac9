<?xml version="1.0" encoding="UTF-8"?>
<!-- error.xsl - what happened, what to do. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/page.xsl"/>
<xsl:include href="../lib/fault.xsl"/>

<xsl:template match="page" mode="title"><xsl:apply-templates select="error" mode="title"/></xsl:template>
<xsl:template match="page" mode="here">Erreur</xsl:template>
<xsl:template match="page" mode="meta"/>

<xsl:template match="page" mode="main">
  <h1><xsl:apply-templates select="error" mode="title"/></h1>
  <p class="fr-text--lead"><xsl:apply-templates select="error" mode="what"/></p>
  <xsl:apply-templates select="error/param"/>
  <xsl:apply-templates select="suggestions[aid]"/>
  <ul class="fr-btns-group fr-btns-group--inline-md">
    <xsl:apply-templates select="error/param/@rest"/>
    <xsl:apply-templates select="." mode="ways"/>
  </ul>
  <p class="g-note"><xsl:apply-templates select="error" mode="reference"/></p>
</xsl:template>

<!-- In the frame of a card: no taller than one. -->
<xsl:template match="page[site/@framed][error/@status = 404][substring-after(request/@path, '/carte/') = '' and contains(request/@path, '/carte/')]" mode="main">
  <h1 class="g-live"><xsl:value-of select="concat('Une aide – ', site/@name)"/></h1>
  <p>Cette aide n’est plus proposée ici.</p>
  <p class="g-note"><a href="/"><xsl:value-of select="site/@name"/></a></p>
</xsl:template>

<xsl:template match="page" mode="ways">
  <li><a class="fr-btn" href="/">Chercher une aide</a></li>
  <li><a class="fr-btn fr-btn--secondary" href="/aides/">Voir toutes les aides</a></li>
</xsl:template>
<!-- By another name the site would refuse its own pages too. -->
<xsl:template match="page[error/@status = 421][site]" mode="ways">
  <li><a class="fr-btn" href="{site/@base}/">Chercher une aide</a></li>
</xsl:template>

<!-- What was asked besides the value at fault is not lost. -->
<xsl:template match="param/@rest">
  <li><a class="fr-btn" href="{.}">Continuer sans cette valeur</a></li>
</xsl:template>

<xsl:template match="suggestions">
  <h2>Vous cherchiez peut-être</h2>
  <ul><xsl:apply-templates select="aid"/></ul>
</xsl:template>
<xsl:template match="suggestions/aid">
  <li><a href="/aides/{@slug}/"><xsl:value-of select="name"/></a></li>
</xsl:template>

<!-- What to quote when asking for help. -->
<xsl:template match="error" mode="reference">
  <xsl:value-of select="concat('Erreur ', @status)"/>
</xsl:template>
<xsl:template match="error[@status = 500 or @status = 503][../request/@id]" mode="reference">
  <xsl:value-of select="concat('Erreur ', @status, ' – référence à donner pour obtenir de l’aide&#xA0;: ', ../request/@id)"/>
  <xsl:apply-templates select="../site/@contact"/>
</xsl:template>
<xsl:template match="@contact">
  <xsl:text> – </xsl:text>
  <a href="mailto:{.}"><xsl:value-of select="."/></a>
</xsl:template>

</xsl:stylesheet>
