<?xml version="1.0" encoding="UTF-8"?>
<!-- choices.xsl - a place that several bear, or that none bears: asked once. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="choices" mode="title">
  <xsl:value-of select="concat('Quel territoire pour «&#xA0;', @q, '&#xA0;»&#x202F;?')"/>
</xsl:template>
<!-- One alone: a near name, or what a number may be. -->
<xsl:template match="choices[count(perimeter) = 1]" mode="title">
  <xsl:value-of select="concat('Territoire «&#xA0;', @q, '&#xA0;»&#xA0;: est-ce ')"/>
  <xsl:apply-templates select="perimeter" mode="name"/>
  <xsl:text>&#x202F;?</xsl:text>
</xsl:template>
<xsl:template match="choices[not(perimeter)]" mode="title">
  <xsl:value-of select="concat('Territoire introuvable&#xA0;: «&#xA0;', @q, '&#xA0;»')"/>
</xsl:template>

<xsl:template match="choices">
  <p>Choisissez le vôtre&#xA0;:</p>
  <ul class="g-choices"><xsl:apply-templates select="perimeter"/></ul>
</xsl:template>
<xsl:template match="choices[count(perimeter) = 1]">
  <xsl:apply-templates select="@number"/>
  <p>Si c’est lui, choisissez-le&#x202F;; sinon, écrivez le nom du vôtre.</p>
  <ul class="g-choices"><xsl:apply-templates select="perimeter"/></ul>
</xsl:template>
<xsl:template match="choices/@number">
  <p><xsl:value-of select="concat('«&#xA0;', ../@q, '&#xA0;» est le code Insee de ce territoire. Dans une adresse d’Aides-territoires, ce peut être le numéro d’un autre.')"/></p>
</xsl:template>
<xsl:template match="choices[not(perimeter)]">
  <xsl:apply-templates select="@q" mode="siren"/>
  <p>Nous n’avons pas trouvé ce territoire. Vous pouvez&#xA0;:</p>
  <ul>
    <li>vérifier l’orthographe, ou n’écrire que le début du nom&#x202F;;</li>
    <xsl:apply-templates select="." mode="anywhere"/>
    <li>donner le code postal, le code Insee ou le numéro Siren.</li>
  </ul>
</xsl:template>
<xsl:template match="choices" mode="anywhere">
  <li>laisser «&#xA0;Où&#x202F;?&#xA0;» vide pour chercher dans toute la France&#x202F;;</li>
</xsl:template>
<!-- Whether a place is in a programme is asked of a place; a backer asks for none. -->
<xsl:template match="choices[../program or ../backer]" mode="anywhere"/>

<!-- Nine digits, however they are parted. -->
<xsl:template match="@q" mode="siren">
  <xsl:variable name="digits" select="translate(., '0123456789 .-&#xA0;&#x202F;', '0000000000')"/>
  <xsl:if test="$digits = '000000000' or $digits = '00000000000000'">
    <p>Ce numéro n’est celui d’aucune collectivité que nous connaissons. Un Siren a 9&#xA0;chiffres et désigne un organisme, au répertoire de l’Insee&#x202F;; un Siret en a 5 de plus et désigne un de ses lieux.</p>
  </xsl:if>
</xsl:template>

<xsl:template match="choices/perimeter">
  <li>
    <a href="{@href}"><xsl:apply-templates select="." mode="name"/></a>
    <xsl:apply-templates select="." mode="detail"/>
  </li>
</xsl:template>

<!-- A name alone tells nothing to who goes from link to link. -->
<xsl:template match="perimeter|choice" mode="name">
  <xsl:value-of select="@name"/>
  <xsl:if test="@department-name and @department-name != @name">
    <xsl:value-of select="concat(' (', @department-name, ')')"/>
  </xsl:if>
</xsl:template>

<!-- What tells two places of the same name apart. -->
<xsl:template match="perimeter" mode="detail">
  <span class="g-note">
    <xsl:apply-templates select="." mode="scale"/>
    <xsl:apply-templates select="." mode="facts"/>
  </span>
</xsl:template>
<xsl:template match="perimeter" mode="facts">
  <xsl:apply-templates select="@department-name"/>
  <xsl:apply-templates select="@zips"/>
  <xsl:apply-templates select="@population"/>
  <xsl:apply-templates select="@matched"/>
</xsl:template>
<xsl:template match="@department-name">
  <xsl:value-of select="concat(' · ', .)"/>
</xsl:template>
<xsl:template match="@zips"><xsl:value-of select="concat(' · ', .)"/></xsl:template>
<xsl:template match="@population">
  <xsl:text> · </xsl:text>
  <xsl:apply-templates select="." mode="number"/>
  <xsl:text>&#xA0;habitant</xsl:text>
  <xsl:apply-templates select="." mode="s"/>
</xsl:template>
<xsl:template match="@matched">
  <xsl:value-of select="concat(' · comprend ', .)"/>
</xsl:template>

</xsl:stylesheet>
