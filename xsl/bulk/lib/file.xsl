<?xml version="1.0" encoding="UTF-8"?>
<!-- file.xsl - what each file is, in words, and the schema that it conforms to. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="licence">https://spdx.org/licenses/etalab-2.0</xsl:variable>
<xsl:variable name="title" select="concat('Aides aux collectivités : ', /page/site/@name)"/>
<xsl:variable name="description">Les aides publiques, financières et en ingénierie, que les collectivités territoriales, leurs groupements et leurs partenaires peuvent demander : ce qu’elles financent, pour qui, où, quand et avec qui. Le fichier est refait dans la minute d’un changement.</xsl:variable>

<xsl:template match="file" mode="title">Toutes les aides ouvertes ou à venir</xsl:template>
<xsl:template match="file[@name = 'aids.json']" mode="title">Toutes les aides, en JSON</xsl:template>
<xsl:template match="file[@name = 'aids.ndjson']" mode="title">Toutes les aides, un objet JSON par ligne</xsl:template>
<xsl:template match="file[@name = 'aids.csv']" mode="title">Toutes les aides, en tableau CSV</xsl:template>
<xsl:template match="file[@name = 'dispositif-aide.csv']" mode="title">Les aides au format d’échange de l’État</xsl:template>

<xsl:template match="file[@name = 'dispositif-aide-absents.csv']" mode="title">Les aides que ce format ne peut pas porter, et les colonnes qui leur manquent</xsl:template>

<xsl:template match="file[starts-with(@name, 'backers.')]" mode="title">Les porteurs d’aides</xsl:template>
<xsl:template match="file[starts-with(@name, 'perimeters.')]" mode="title">Les territoires</xsl:template>

<!-- Where what it leaves out is told, and why; or nothing. -->
<xsl:template match="file" mode="left-out"/>
<xsl:template match="file[@name = 'dispositif-aide.csv']" mode="left-out"><xsl:value-of select="concat(../site/@base, '/api/dispositif-aide-absents.csv')"/></xsl:template>

<!-- Its address, or nothing. -->
<xsl:template match="file" mode="schema"/>
<xsl:template match="file[@media = 'text/csv']" mode="schema"><xsl:value-of select="concat(../site/@base, '/api/schemas/', substring-before(@name, '.'), '.json')"/></xsl:template>
<xsl:template match="file[@name = 'dispositif-aide.csv']" mode="schema" priority="1">https://github.com/etalab/schema-dispositif-aide/raw/v0.2.0/build/dispositif-aide/schema.json</xsl:template>

<!-- Of the European list of types of files. -->
<xsl:template match="file" mode="format">JSON</xsl:template>
<xsl:template match="file[@media = 'text/csv']" mode="format">CSV</xsl:template>

</xsl:stylesheet>
