<?xml version="1.0" encoding="UTF-8"?>
<!-- prefill-wait.xsl - it is not yet the reader's turn, or the button was pressed again
  before the draft was there: the page asks again by itself, until it leads to the
  draft. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="page" mode="head">
  <xsl:apply-templates select="apply[@step = 'wait']/draft/@end[. = 'sending' or . = 'waits']" mode="refresh"/>
</xsl:template>
<xsl:template match="@end" mode="refresh"><meta http-equiv="refresh" content="2"/></xsl:template>

<xsl:template match="apply[@step = 'wait']">
  <div class="fr-alert fr-alert--info" role="status">
    <xsl:apply-templates select="draft/@end" mode="wait-page"/>
  </div>
</xsl:template>
<xsl:template match="@end[. = 'sending']" mode="wait-page">
  <h2 class="fr-alert__title">Votre brouillon est en cours de création</h2>
  <p>Cette page mène à votre brouillon dès qu’il est prêt, en quelques secondes le plus souvent.</p>
  <p><a href="{/page/request/@url}">Voir s’il est prêt</a></p>
</xsl:template>
<xsl:template match="@end[. = 'waits']" mode="wait-page">
  <h2 class="fr-alert__title">Votre demande attend son tour&#xA0;: vous êtes <xsl:apply-templates select="../@place"/></h2>
  <p>Plusieurs demandes partent en même temps. Laissez cette page ouverte&#xA0;: elle avance d’elle-même et mène à votre brouillon dès qu’il est créé. Vos réponses sont gardées le temps de l’attente, chiffrées.</p>
  <p><a href="{/page/request/@url}">Voir où j’en suis</a></p>
</xsl:template>
<xsl:template match="@place"><xsl:value-of select="concat('le&#xA0;', .)"/><sup>e</sup></xsl:template>
<xsl:template match="@place[. = 1]">le prochain</xsl:template>
<xsl:template match="@end" mode="wait-page">
  <h2 class="fr-alert__title"><xsl:apply-templates select="." mode="title"/></h2>
  <p>
    <xsl:apply-templates select="."/>
    <xsl:text> Vos réponses sont encore à la page précédente.</xsl:text>
  </p>
</xsl:template>
<xsl:template match="@end[. = 'none']" mode="title">Le brouillon n’a pas été créé</xsl:template>

</xsl:stylesheet>
