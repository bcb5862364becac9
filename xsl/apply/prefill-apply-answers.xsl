<?xml version="1.0" encoding="UTF-8"?>
<!-- prefill-apply-answers.xsl - the answers of an application as a file to keep, by
  the grammar of answers.rng; answers_file.c reads it again. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:output method="xml" encoding="UTF-8" indent="yes" media-type="application/xml"/>

<xsl:template match="/page">
  <answers version="1">
    <xsl:attribute name="aid"><xsl:value-of select="aid/@slug"/></xsl:attribute>
    <xsl:attribute name="demarche"><xsl:value-of select="demarche/@number"/></xsl:attribute>
    <xsl:copy-of select="apply/@siren|apply/@perimeter|apply/@made"/>
    <xsl:attribute name="saved"><xsl:value-of select="request/@today"/></xsl:attribute>
    <xsl:attribute name="page"><xsl:value-of select="concat(site/@base, request/@path)"/></xsl:attribute>
    <xsl:comment> Pour reprendre ces réponses, ouvrez l’adresse ci-dessus et choisissez ce fichier sous « Reprendre des réponses gardées ». </xsl:comment>
    <xsl:apply-templates select="apply/typed"/>
  </answers>
</xsl:template>

<xsl:template match="typed">
  <answer name="{@name}"><xsl:value-of select="."/></answer>
</xsl:template>

</xsl:stylesheet>
