<?xml version="1.0" encoding="UTF-8"?>
<!-- project-list-json.xsl - suggestions of project types:
  [{"id":"…","name":"Création d’une piste cyclable","detail":"Voirie et mobilité"}] -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="../lib/json.xsl"/>

<xsl:template match="/page">
  <xsl:text>[</xsl:text>
  <xsl:apply-templates select="projects/project"/>
  <xsl:text>]&#10;</xsl:text>
</xsl:template>

<xsl:template match="project">
  <xsl:if test="position() != 1">,</xsl:if>
  <xsl:text>{"id":</xsl:text>
  <xsl:call-template name="json-string"><xsl:with-param name="s" select="@slug"/></xsl:call-template>
  <xsl:text>,"name":</xsl:text>
  <xsl:call-template name="json-string"><xsl:with-param name="s" select="@name"/></xsl:call-template>
  <xsl:text>,"detail":</xsl:text>
  <xsl:call-template name="json-string"><xsl:with-param name="s" select="@category"/></xsl:call-template>
  <xsl:text>}</xsl:text>
</xsl:template>

</xsl:stylesheet>
