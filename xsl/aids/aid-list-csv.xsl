<?xml version="1.0" encoding="UTF-8"?>
<!-- aid-list-csv.xsl - the list as a table.  A byte order mark tells the
  spreadsheet that the text is UTF-8. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="../lib/csv.xsl"/>

<xsl:template match="/page">
  <xsl:text>&#xFEFF;Numéro;Nom;Nom court;Financeurs;Instructeurs;Programmes;Territoire;Code du territoire;Bénéficiaires;Types d’aide;Avancement du projet;Dépenses;Thèmes;Fréquence;Appel à projets;Aide payante;</xsl:text>
  <xsl:text>Ouverture;Pré-dépôt;Date limite;Taux minimal (%);Taux maximal (%);Précisions;Prêt maximal (€);Avance maximale (€);Autres précisions;</xsl:text>
  <xsl:text>Résumé;Page;Page du financeur;Demande en ligne;Publiée le;Mise à jour le&#13;&#10;</xsl:text>
  <xsl:apply-templates select="aids/aid"/>
</xsl:template>

<xsl:template match="aid">
  <xsl:value-of select="@id"/>
  <xsl:apply-templates select="." mode="what"/>
  <xsl:apply-templates select="." mode="how-much"/>
  <xsl:apply-templates select="." mode="more"/>
  <xsl:text>&#13;&#10;</xsl:text>
</xsl:template>

<xsl:template match="aid" mode="what">
  <xsl:call-template name="cell"><xsl:with-param name="of" select="name"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="short-title"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="financer"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="instructor"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="program"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="perimeter"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="perimeter/@code"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="audience"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="type"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="step"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="destination"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="category"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="recurrence"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="call-for-project"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="charged"/></xsl:call-template>
</xsl:template>

<xsl:template match="aid" mode="how-much">
  <xsl:call-template name="cell"><xsl:with-param name="of" select="opens"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="predeposit"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="closes"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="rate-min"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="rate-max"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="rate-comment"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="loan-amount"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="advance-amount"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="other-comment"/></xsl:call-template>
</xsl:template>

<xsl:template match="aid" mode="more">
  <xsl:call-template name="cell"><xsl:with-param name="of" select="summary"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="@slug"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="origin-url"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="application-url"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="published"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="of" select="updated"/></xsl:call-template>
</xsl:template>

<xsl:template match="call-for-project|charged" mode="cell">oui</xsl:template>
<xsl:template match="published|updated" mode="cell">
  <xsl:value-of select="substring(., 1, 10)"/>
</xsl:template>
<xsl:template match="aid/@slug" mode="cell">
  <xsl:value-of select="concat(/page/site/@base, '/aides/', ., '/')"/>
</xsl:template>

</xsl:stylesheet>
