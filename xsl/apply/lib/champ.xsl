<?xml version="1.0" encoding="UTF-8"?>
<!-- champ.xsl - a question of a form: its kind, and where its answer comes from. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="champ">
  <li>
    <xsl:if test="@block"><xsl:attribute name="class">g-inner</xsl:attribute></xsl:if>
    <span>
      <xsl:value-of select="label"/>
      <xsl:apply-templates select="@required"/>
      <span class="g-note">
        <xsl:apply-templates select="@type"/>
        <xsl:apply-templates select="@options|@departments|@private"/>
      </span>
    </span>
    <span><xsl:apply-templates select="." mode="from"/></span>
  </li>
</xsl:template>
<xsl:template match="champ[@type = 'Explication']"/>

<xsl:template match="@required"> <abbr title="obligatoire">*</abbr></xsl:template>
<xsl:template match="@options"><xsl:value-of select="concat(', ', ., '&#xA0;réponses')"/></xsl:template>
<xsl:template match="@options[../@departments]"/>
<xsl:template match="@departments"><xsl:value-of select="concat(', une question pour chacun de ', ., '&#xA0;départements')"/></xsl:template>
<xsl:template match="@private">, annotation privée</xsl:template>

<xsl:template match="champ" mode="from"><span class="g-note">à remplir sur Démarches simplifiées</span></xsl:template>
<xsl:template match="champ[@private]" mode="from" priority="1"><span class="g-note">rempli par l’administration</span></xsl:template>
<xsl:template match="champ[not(@prefillable)]" mode="from"><span class="g-note">ne peut pas être prérempli</span></xsl:template>
<xsl:template match="champ[@prefillable][source]" mode="from">
  <span class="g-from">prérempli</span>
  <xsl:apply-templates select="source[not(. = preceding-sibling::source)]"/>
</xsl:template>
<xsl:template match="source">
  <span class="g-note"><xsl:apply-templates select="@subject"/><xsl:value-of select="concat('&#xA0;: ', @label)"/></span>
</xsl:template>
<xsl:template match="source[not(@label)]">
  <span class="g-note"><xsl:value-of select="concat('toujours&#xA0;: ', .)"/></span>
</xsl:template>

<xsl:template match="@subject">autre</xsl:template>
<xsl:template match="@subject[. = 'authority']">collectivité</xsl:template>
<xsl:template match="@subject[. = 'signatory']">représentant</xsl:template>
<xsl:template match="@subject[. = 'contact']">personne à contacter</xsl:template>
<xsl:template match="@subject[. = 'project']">projet</xsl:template>
<xsl:template match="@subject[. = 'plan']">plan de financement</xsl:template>
<xsl:template match="@subject[. = 'aid']">aide</xsl:template>

<!-- Kinds of champs, in words. -->
<xsl:template match="@type"><xsl:value-of select="."/></xsl:template>
<xsl:template match="@type[. = 'Text']">texte</xsl:template>
<xsl:template match="@type[. = 'Textarea']">texte long</xsl:template>
<xsl:template match="@type[. = 'IntegerNumber']">nombre entier</xsl:template>
<xsl:template match="@type[. = 'DecimalNumber']">nombre</xsl:template>
<xsl:template match="@type[. = 'Formatted']">texte à un format</xsl:template>
<xsl:template match="@type[. = 'Date']">date</xsl:template>
<xsl:template match="@type[. = 'Datetime']">date et heure</xsl:template>
<xsl:template match="@type[. = 'YesNo']">oui ou non</xsl:template>
<xsl:template match="@type[. = 'Checkbox']">case à cocher</xsl:template>
<xsl:template match="@type[. = 'Civilite']">civilité</xsl:template>
<xsl:template match="@type[. = 'Email']">adresse électronique</xsl:template>
<xsl:template match="@type[. = 'Phone']">téléphone</xsl:template>
<xsl:template match="@type[. = 'Address']">adresse</xsl:template>
<xsl:template match="@type[. = 'Siret']">Siret</xsl:template>
<xsl:template match="@type[. = 'Iban']">Iban</xsl:template>
<xsl:template match="@type[. = 'RNA']">numéro d’association (RNA)</xsl:template>
<xsl:template match="@type[. = 'RNF']">numéro de fondation (RNF)</xsl:template>
<xsl:template match="@type[. = 'Commune']">commune</xsl:template>
<xsl:template match="@type[. = 'Epci']">intercommunalité</xsl:template>
<xsl:template match="@type[. = 'Departement']">département</xsl:template>
<xsl:template match="@type[. = 'Region']">région</xsl:template>
<xsl:template match="@type[. = 'Pays']">pays</xsl:template>
<xsl:template match="@type[. = 'DropDownList']">une réponse d’une liste</xsl:template>
<xsl:template match="@type[. = 'MultipleDropDownList']">plusieurs réponses d’une liste</xsl:template>
<xsl:template match="@type[. = 'LinkedDropDownList']">deux listes liées</xsl:template>
<xsl:template match="@type[. = 'Repetition']">bloc répétable</xsl:template>
<xsl:template match="@type[. = 'DossierLink']">autre dossier</xsl:template>
<xsl:template match="@type[. = 'PieceJustificative']">pièce jointe</xsl:template>
<xsl:template match="@type[. = 'TitreIdentite']">pièce d’identité</xsl:template>
<xsl:template match="@type[. = 'Carte']">carte</xsl:template>
<xsl:template match="@type[. = 'Annuaire_Education' or . = 'AnnuaireEducation']">établissement scolaire</xsl:template>

</xsl:stylesheet>
