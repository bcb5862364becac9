<?xml version="1.0" encoding="UTF-8"?>
<!-- prefill-wait.xsl - the button was pressed again before the draft was there: the
  page asks again by itself, until it leads to the draft. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="page" mode="head">
  <xsl:apply-templates select="apply[@step = 'wait']/draft/@end[. = 'sending']" mode="refresh"/>
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
<xsl:template match="@end" mode="wait-page">
  <h2 class="fr-alert__title"><xsl:apply-templates select="." mode="title"/></h2>
  <p>
    <xsl:apply-templates select="."/>
    <xsl:text> Vos réponses sont encore à la page précédente.</xsl:text>
  </p>
</xsl:template>
<xsl:template match="@end[. = 'none']" mode="title">Le brouillon n’a pas été créé</xsl:template>

</xsl:stylesheet>
