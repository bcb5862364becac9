<?xml version="1.0" encoding="UTF-8"?>
<!-- report-links.xsl - links of aids that are dead, moved, or lead to a home page. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="lib/report.xsl"/>

<xsl:template match="page" mode="title">Liens morts ou déplacés</xsl:template>
<xsl:template match="page[not(links/link)]" mode="main"><p>Aucun lien n’est connu pour faux.</p></xsl:template>
<xsl:template match="page" mode="main">
  <p>Trouvés tels trois jours différents. Les lecteurs en sont avertis après deux semaines, sauf d’un déplacement.</p>
  <xsl:call-template name="kind"><xsl:with-param name="title">Liens morts</xsl:with-param><xsl:with-param name="of" select="links/link[@wrong = 'dead']"/></xsl:call-template>
  <xsl:call-template name="kind"><xsl:with-param name="title">Mènent à la page d’accueil d’un site</xsl:with-param><xsl:with-param name="of" select="links/link[@wrong = 'home']"/></xsl:call-template>
  <xsl:call-template name="kind"><xsl:with-param name="title">Déplacés</xsl:with-param><xsl:with-param name="of" select="links/link[@wrong = 'moved']"/></xsl:call-template>
</xsl:template>

<xsl:template name="kind">
  <xsl:param name="title"/>
  <xsl:param name="of"/>
  <xsl:if test="$of">
    <h2><xsl:value-of select="$title"/></h2>
    <ul><xsl:apply-templates select="$of"/></ul>
  </xsl:if>
</xsl:template>

<!-- The address is not always one to follow. -->
<xsl:template match="link">
  <li>
    <xsl:value-of select="@address"/>
    <p class="g-note">
      <xsl:text>Depuis le </xsl:text>
      <xsl:apply-templates select="@since" mode="date"/>
      <xsl:apply-templates select="@why"/>
      <xsl:apply-templates select="@leads-to"/>
      <xsl:apply-templates select="@told"/>
      <xsl:text>.</xsl:text>
    </p>
    <ul><xsl:apply-templates select="aid[position() &lt;= 20]"/></ul>
    <xsl:if test="count(aid) &gt; 20"><p class="g-note">Et <xsl:value-of select="count(aid) - 20"/> de plus&#xA0;: <code>guichet export links</code>.</p></xsl:if>
  </li>
</xsl:template>
<xsl:template match="@why"><xsl:value-of select="concat('&#xA0;: ', .)"/></xsl:template>
<xsl:template match="@leads-to"><xsl:value-of select="concat(', mène à ', .)"/></xsl:template>
<xsl:template match="@told">, dit aux lecteurs</xsl:template>
<xsl:template match="link/aid">
  <li>
    <a href="{/page/site/@base}/aides/{@slug}/"><xsl:value-of select="@slug"/></a>
    <span class="g-note">
      <xsl:value-of select="concat(' n°&#xA0;', @id, ', source ', @source)"/>
      <xsl:apply-templates select="@contact"/>
    </span>
  </li>
</xsl:template>
<xsl:template match="@contact"><xsl:value-of select="concat(' (', ., ')')"/></xsl:template>

</xsl:stylesheet>
