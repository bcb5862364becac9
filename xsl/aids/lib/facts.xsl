<?xml version="1.0" encoding="UTF-8"?>
<!-- facts.xsl - what an aid is, in words: kinds with their amounts, givers,
  place, and the one-line explanations of the trade's jargon. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="../../lib/terms.xsl"/>

<!-- Subvention · 20 à 40 % -->
<xsl:template match="type" mode="kind">
  <xsl:value-of select="."/>
</xsl:template>
<xsl:template match="type[@slug = 'grant']" mode="kind">
  <xsl:value-of select="."/>
  <xsl:apply-templates select="../rate-max|../rate-min[not(../rate-max)]" mode="kind"/>
</xsl:template>
<xsl:template match="type[@slug = 'loan']" mode="kind">
  <xsl:value-of select="."/>
  <xsl:apply-templates select="../loan-amount" mode="kind"/>
</xsl:template>
<xsl:template match="type[@slug = 'recoverable-advance']" mode="kind">
  <xsl:value-of select="."/>
  <xsl:apply-templates select="../advance-amount" mode="kind"/>
</xsl:template>

<xsl:template match="rate-max" mode="kind">
  <xsl:value-of select="concat(' · jusqu’à ', ., '&#xA0;%')"/>
</xsl:template>
<xsl:template match="rate-max[../rate-min &gt; 0]" mode="kind">
  <xsl:value-of select="concat(' · ', ../rate-min, ' à ', ., '&#xA0;%')"/>
</xsl:template>
<xsl:template match="rate-max[. = ../rate-min]" mode="kind" priority="1">
  <xsl:value-of select="concat(' · ', ., '&#xA0;%')"/>
</xsl:template>
<xsl:template match="rate-min" mode="kind">
  <xsl:value-of select="concat(' · à partir de ', ., '&#xA0;%')"/>
</xsl:template>
<xsl:template match="loan-amount|advance-amount" mode="kind">
  <xsl:text> · jusqu’à </xsl:text>
  <xsl:apply-templates select="." mode="euros"/>
</xsl:template>

<!-- Jargon explained where it stands, in the same sentence. -->
<xsl:template match="*" mode="explain"/>
<xsl:template match="type[@slug = 'grant']" mode="explain">
  <xsl:call-template name="meaning"><xsl:with-param name="of" select="'subvention'"/></xsl:call-template>
</xsl:template>
<xsl:template match="type[@slug = 'loan']" mode="explain">à rembourser, souvent à taux préférentiel.</xsl:template>
<xsl:template match="type[@slug = 'recoverable-advance']" mode="explain">une somme à rembourser, en tout ou partie, si le projet réussit.</xsl:template>
<xsl:template match="type[@slug = 'cee']" mode="explain">une prime versée par un fournisseur d’énergie pour des travaux d’économie d’énergie.</xsl:template>
<xsl:template match="type[@group = 'technical-group']" mode="explain">un accompagnement par des spécialistes, pas une somme d’argent.</xsl:template>
<xsl:template match="call-for-project" mode="explain">les dossiers déposés avant la date limite sont comparés, les meilleurs sont retenus.</xsl:template>
<xsl:template match="recurrence[@slug = 'ongoing']" mode="explain">vous pouvez la demander toute l’année.</xsl:template>
<xsl:template match="recurrence[@slug = 'oneoff']" mode="explain">elle n’est proposée qu’une fois.</xsl:template>
<xsl:template match="recurrence[@slug = 'recurring']" mode="explain">elle revient régulièrement, souvent chaque année.</xsl:template>
<xsl:template match="european[. = 'sectorial']" mode="explain">demandée à l’Union européenne, pour un domaine précis (aide sectorielle).</xsl:template>
<xsl:template match="european[. = 'organizational']" mode="explain">demandée le plus souvent à la région (fonds structurel).</xsl:template>
<xsl:template match="destination[@slug = 'investment']" mode="explain">travaux, achats durables, études préalables</xsl:template>
<xsl:template match="destination[@slug = 'supply']" mode="explain">salaires, prestations, charges courantes</xsl:template>

<!-- A, B, C -->
<xsl:template match="*" mode="list">
  <xsl:if test="position() != 1">, </xsl:if>
  <xsl:value-of select="."/>
</xsl:template>

<!-- The name without capital, inside a sentence. -->
<xsl:template match="*" mode="low">
  <xsl:value-of select="concat(translate(substring(., 1, 1),
    'ABCDEFGHIJKLMNOPQRSTUVWXYZÉ', 'abcdefghijklmnopqrstuvwxyzé'), substring(., 2))"/>
</xsl:template>

</xsl:stylesheet>
