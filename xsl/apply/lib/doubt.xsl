<?xml version="1.0" encoding="UTF-8"?>
<!-- doubt.xsl - what a reader may want to look at again before they send. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="doubts">
  <div class="fr-alert fr-alert--warning">
    <h3 class="fr-alert__title">À vérifier avant d’envoyer</h3>
    <ul><xsl:apply-templates select="doubt"/></ul>
  </div>
</xsl:template>

<xsl:template match="doubt"><li><xsl:apply-templates select="." mode="what"/></li></xsl:template>

<xsl:template match="doubt" mode="what">La fin des travaux est avant leur début.</xsl:template>
<xsl:template match="doubt[@about = 'authority']" mode="what">
  <xsl:value-of select="concat('«&#xA0;', @name, '&#xA0;» est le nom d’une autre collectivité que celle que vous avez choisie, dont le Siren et le reste partent avec la demande. Si c’est elle qui demande, changez de collectivité&#xA0;: ')"/>
  <xsl:call-template name="change"><xsl:with-param name="form" select="'suite'"/></xsl:call-template>
</xsl:template>
<xsl:template match="doubt[@about = 'funder']" mode="what">
  <xsl:value-of select="concat('La ligne ', @line, ' du plan de financement a un montant, mais pas de financeur.')"/>
</xsl:template>
<xsl:template match="doubt[@about = 'amount']" mode="what">
  <xsl:value-of select="concat('La ligne ', @line, ' du plan de financement a un financeur, mais pas de montant.')"/>
</xsl:template>
<xsl:template match="doubt[@about = 'tax']" mode="what">
  <xsl:apply-templates select="." mode="whose"/>
  <xsl:value-of select="concat('«&#xA0;', @label, '&#xA0;» est écrit TTC, et les montants sont demandés hors taxes&#xA0;: ')"/>
  <xsl:apply-templates select="@cost" mode="cents"/>
  <xsl:text> sera envoyé tel quel. Écrivez plutôt le montant hors taxes.</xsl:text>
</xsl:template>
<xsl:template match="doubt" mode="whose"/>
<xsl:template match="doubt[@line]" mode="whose"><xsl:value-of select="concat('Ligne ', @line, ' du plan de financement, ')"/></xsl:template>
<xsl:template match="doubt[@about = 'begun']" mode="what">
  <xsl:text>Le début des travaux, le </xsl:text>
  <xsl:apply-templates select="@date" mode="date"/>
  <xsl:text>, est déjà passé&#xA0;: travaux commencés avant la demande&#x202F;?</xsl:text>
</xsl:template>
<xsl:template match="doubt[@about = 'over']" mode="what">
  <xsl:text>La fin des travaux, le </xsl:text>
  <xsl:apply-templates select="@date" mode="date"/>
  <xsl:text>, est déjà passée&#xA0;: travaux commencés avant la demande&#x202F;?</xsl:text>
</xsl:template>
<xsl:template match="doubt[@plan]" mode="what">
  <xsl:text>Votre plan de financement fait </xsl:text>
  <xsl:apply-templates select="@plan" mode="cents"/>
  <xsl:text> pour un coût de </xsl:text>
  <xsl:apply-templates select="@cost" mode="cents"/>
  <xsl:text>&#xA0;: </xsl:text>
  <xsl:apply-templates select="." mode="balance"/>
</xsl:template>
<xsl:template match="doubt" mode="balance">il manque <xsl:apply-templates select="@amount" mode="cents"/>.</xsl:template>
<xsl:template match="doubt[@about = 'surplus']" mode="balance">
  <xsl:apply-templates select="@amount" mode="cents"/>
  <xsl:text> de trop.</xsl:text>
</xsl:template>

<xsl:template match="@*|value" mode="cents"><xsl:apply-templates select="." mode="euros"/></xsl:template>
<xsl:template match="@*[contains(., '.')] | value[contains(., '.')]" mode="cents">
  <xsl:value-of select="concat(format-number(., '#&#x202F;##0,00', 'fr'), '&#xA0;€')"/>
</xsl:template>

</xsl:stylesheet>
