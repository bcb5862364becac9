<?xml version="1.0" encoding="UTF-8"?>
<!-- columns.xsl - the columns of the table of aids, their titles and cells. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="../../lib/base.xsl"/>
<xsl:include href="../../lib/csv.xsl"/>

<xsl:template match="*" mode="columns">
  <xsl:apply-templates select="." mode="what"/>
  <xsl:apply-templates select="." mode="how-much"/>
  <xsl:apply-templates select="." mode="more"/>
</xsl:template>

<xsl:template match="*" mode="what">
  <xsl:call-template name="plain-column"><xsl:with-param name="title" select="'Numéro'"/><xsl:with-param name="of" select="@id"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Nom'"/><xsl:with-param name="of" select="name"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Nom court'"/><xsl:with-param name="of" select="short-title"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Financeurs'"/><xsl:with-param name="of" select="financer"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Instructeurs'"/><xsl:with-param name="of" select="instructor"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Programmes'"/><xsl:with-param name="of" select="program"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Territoire'"/><xsl:with-param name="of" select="perimeter"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Code du territoire'"/><xsl:with-param name="of" select="perimeter/@code"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Bénéficiaires'"/><xsl:with-param name="of" select="audience"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Types d’aide'"/><xsl:with-param name="of" select="type"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Avancement du projet'"/><xsl:with-param name="of" select="step"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Dépenses'"/><xsl:with-param name="of" select="destination"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Thèmes'"/><xsl:with-param name="of" select="category"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Fréquence'"/><xsl:with-param name="of" select="recurrence"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Appel à projets'"/><xsl:with-param name="of" select="call-for-project"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Aide payante'"/><xsl:with-param name="of" select="charged"/></xsl:call-template>
</xsl:template>

<xsl:template match="*" mode="how-much">
  <xsl:call-template name="plain-column"><xsl:with-param name="title" select="'Ouverture'"/><xsl:with-param name="of" select="opens"/></xsl:call-template>
  <xsl:call-template name="plain-column"><xsl:with-param name="title" select="'Pré-dépôt'"/><xsl:with-param name="of" select="predeposit"/></xsl:call-template>
  <xsl:call-template name="plain-column"><xsl:with-param name="title" select="'Date limite'"/><xsl:with-param name="of" select="closes"/></xsl:call-template>
  <xsl:call-template name="plain-column"><xsl:with-param name="title" select="'Taux minimal (%)'"/><xsl:with-param name="of" select="rate-min"/></xsl:call-template>
  <xsl:call-template name="plain-column"><xsl:with-param name="title" select="'Taux maximal (%)'"/><xsl:with-param name="of" select="rate-max"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Précisions'"/><xsl:with-param name="of" select="rate-comment"/></xsl:call-template>
  <xsl:call-template name="plain-column"><xsl:with-param name="title" select="'Prêt maximal (€)'"/><xsl:with-param name="of" select="loan-amount"/></xsl:call-template>
  <xsl:call-template name="plain-column"><xsl:with-param name="title" select="'Avance maximale (€)'"/><xsl:with-param name="of" select="advance-amount"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Autres précisions'"/><xsl:with-param name="of" select="other-comment"/></xsl:call-template>
</xsl:template>

<xsl:template match="*" mode="more">
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Résumé'"/><xsl:with-param name="of" select="summary"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Page'"/><xsl:with-param name="of" select="@slug"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Page du financeur'"/><xsl:with-param name="of" select="origin-url"/></xsl:call-template>
  <xsl:call-template name="column"><xsl:with-param name="title" select="'Demande en ligne'"/><xsl:with-param name="of" select="application-url"/></xsl:call-template>
  <xsl:call-template name="plain-column"><xsl:with-param name="title" select="'Publiée le'"/><xsl:with-param name="of" select="published"/></xsl:call-template>
  <xsl:call-template name="plain-column"><xsl:with-param name="title" select="'Mise à jour le'"/><xsl:with-param name="of" select="updated"/></xsl:call-template>
</xsl:template>

<xsl:template match="call-for-project|charged" mode="cell">oui</xsl:template>
<xsl:template match="published|updated" mode="cell">
  <xsl:value-of select="@day"/>
</xsl:template>
<xsl:template match="aid/@slug" mode="cell">
  <xsl:value-of select="concat($base, '/aides/', ., '/')"/>
</xsl:template>

</xsl:stylesheet>
