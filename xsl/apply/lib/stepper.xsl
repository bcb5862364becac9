<?xml version="1.0" encoding="UTF-8"?>
<!-- stepper.xsl - where one is in an application, and what comes next. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template name="stepper">
  <xsl:param name="step"/>
  <div class="fr-stepper">
    <h2 class="fr-stepper__title">
      <xsl:call-template name="step-name"><xsl:with-param name="step" select="$step"/></xsl:call-template>
      <span class="fr-stepper__state"><xsl:value-of select="concat('Étape ', $step, ' sur 3')"/></span>
    </h2>
    <div class="fr-stepper__steps" data-fr-current-step="{$step}" data-fr-steps="3"></div>
    <xsl:if test="$step &lt; 3">
      <p class="fr-stepper__details">
        <span class="fr-text--bold">Étape suivante&#xA0;: </span>
        <xsl:call-template name="step-name"><xsl:with-param name="step" select="$step + 1"/></xsl:call-template>
      </p>
    </xsl:if>
  </div>
</xsl:template>

<xsl:template name="step-name">
  <xsl:param name="step"/>
  <xsl:choose>
    <xsl:when test="$step = 1">Votre collectivité</xsl:when>
    <xsl:when test="$step = 2">Votre projet</xsl:when>
    <xsl:otherwise>Vérifier et envoyer</xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
