<?xml version="1.0" encoding="UTF-8"?>
<!-- param.xsl - parameters of addresses, for readers. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<!-- A parameter by the label it has in the form; the commonest last, as in
  fault.xsl. -->
<xsl:template match="param" mode="name">L’adresse</xsl:template>
<xsl:template match="param[@name]" mode="name"><xsl:apply-templates select="@name" mode="field"/></xsl:template>
<xsl:template match="@name|@param" mode="field"><xsl:value-of select="."/></xsl:template>
<xsl:template match="@name[. = 'keyword']|@param[. = 'keyword']" mode="field">Votre projet</xsl:template>
<xsl:template match="@name[starts-with(., 'perimeter_')]|@param[starts-with(., 'perimeter_')]" mode="field">Où</xsl:template>
<xsl:template match="@name[. = 'perimeter_scale']|@param[. = 'perimeter_scale']" mode="field">Portée des aides</xsl:template>
<xsl:template match="@name[. = 'count']|@param[. = 'count']" mode="field">La carte montre</xsl:template>
<xsl:template match="@name[starts-with(., 'organization_type')]|@param[starts-with(., 'organization_type')]" mode="field">Vous êtes</xsl:template>
<xsl:template match="@name[. = 'authority']|@param[. = 'authority']" mode="field">Votre collectivité</xsl:template>
<xsl:template match="@name[. = 'zip']|@param[. = 'zip']" mode="field">Code postal</xsl:template>
<xsl:template match="@name[. = 'apply_before']|@param[. = 'apply_before']" mode="field">À demander avant le</xsl:template>
<xsl:template match="@name[. = 'aid_type_slugs']|@param[. = 'aid_type_slugs']" mode="field">Type d’aide</xsl:template>
<xsl:template match="@name[. = 'orderBy']|@param[. = 'orderBy']" mode="field">Ordre</xsl:template>
<xsl:template match="@name[. = 'category_slugs']|@param[. = 'category_slugs']" mode="field">Thème</xsl:template>
<xsl:template match="@name[. = 'aid_type_group_slug']|@param[. = 'aid_type_group_slug']" mode="field">Type d’aide</xsl:template>
<xsl:template match="@name[. = 'aid_step_slugs']|@param[. = 'aid_step_slugs']" mode="field">Avancement du projet</xsl:template>
<xsl:template match="@name[. = 'aid_destination_slugs']|@param[. = 'aid_destination_slugs']" mode="field">Dépenses</xsl:template>
<xsl:template match="@name[. = 'aid_recurrence_slug']|@param[. = 'aid_recurrence_slug']" mode="field">Récurrence</xsl:template>
<xsl:template match="@name[. = 'european_aid_slug']|@param[. = 'european_aid_slug']" mode="field">Aides européennes</xsl:template>
<xsl:template match="@name[. = 'backer_ids']|@param[. = 'backer_ids']" mode="field">Porteur</xsl:template>
<xsl:template match="@name[. = 'backer_group_id']|@param[. = 'backer_group_id']" mode="field">Groupe de porteurs</xsl:template>
<xsl:template match="@name[. = 'period']|@param[. = 'period']" mode="field">Période</xsl:template>
<xsl:template match="@name[. = 'from']|@param[. = 'from']" mode="field">Du</xsl:template>
<xsl:template match="@name[. = 'to']|@param[. = 'to']" mode="field">Au</xsl:template>
<xsl:template match="@name[. = 'kind']|@param[. = 'kind']" mode="field">Type de structure</xsl:template>
<xsl:template match="@name[. = 'department']|@param[. = 'department']" mode="field">Département</xsl:template>
<xsl:template match="@name[. = 'programs']|@param[. = 'programs']" mode="field">Programme</xsl:template>
<xsl:template match="@name[. = 'project_reference_id']|@param[. = 'project_reference_id']" mode="field">Type de projet</xsl:template>
<xsl:template match="@name[. = 'page']|@param[. = 'page']" mode="field">Page</xsl:template>

</xsl:stylesheet>
