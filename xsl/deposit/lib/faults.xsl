<?xml version="1.0" encoding="UTF-8"?>
<!-- faults.xsl - what was not understood of a file, cell by cell; why it is refused. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="deposit" mode="faults"/>
<xsl:template match="deposit[@faults &gt; 0]" mode="faults">
  <h3 class="fr-h6"><xsl:apply-templates select="@faults" mode="number"/> remarque<xsl:apply-templates select="@faults" mode="s"/> sur le fichier</h3>
  <p>
    <xsl:if test="@state != 'refused'">Ce qui est dit d’une cellule n’est pas pris&#xA0;; le reste de la ligne l’est. </xsl:if>
    <xsl:if test="@remarks &gt; 0">
      <a download=""><xsl:attribute name="href"><xsl:call-template name="address"/>remarques.xlsx</xsl:attribute>Télécharger votre fichier avec les remarques (XLSX)</a>
      <xsl:text>&#xA0;: corrigez-y les cellules colorées, puis envoyez-le.</xsl:text>
    </xsl:if>
  </p>
  <ul>
    <xsl:apply-templates select="fault"/>
    <xsl:apply-templates select="@faults" mode="rest"/>
  </ul>
</xsl:template>

<xsl:template match="fault">
  <li>
    <xsl:apply-templates select="@cell"/>
    <xsl:apply-templates select="@field" mode="beside"/>
    <xsl:text>&#xA0;: </xsl:text>
    <xsl:apply-templates select="reason"/>
    <xsl:apply-templates select="value[. != '']"/>
  </li>
</xsl:template>
<xsl:template match="fault/@cell"><strong><xsl:value-of select="concat('Cellule ', .)"/></strong></xsl:template>
<xsl:template match="fault/@cell[number(.) = number(.)]"><strong><xsl:value-of select="concat('Ligne ', .)"/></strong></xsl:template>
<xsl:template match="fault/@field" mode="beside"><strong><xsl:apply-templates select="." mode="words"/></strong></xsl:template>
<xsl:template match="fault[@cell]/@field" mode="beside"> (<xsl:apply-templates select="." mode="words"/>)</xsl:template>
<xsl:template match="fault/value"><xsl:value-of select="concat(' – «&#xA0;', ., '&#xA0;»')"/></xsl:template>

<!-- Keys are words of those who make feeds. -->
<xsl:template match="fault[not(@field)]/reason[contains(., '«&#xA0;name&#xA0;»')]">cette aide n’a pas de nom, et n’est pas prise</xsl:template>
<xsl:template match="fault[not(@field)]/reason[contains(., '«&#xA0;id&#xA0;»')]">cette aide n’a pas d’identifiant, et n’est pas prise</xsl:template>

<!-- Why the whole is refused. -->
<xsl:template match="deposit" mode="why">
  <xsl:value-of select="concat('La vérification a répondu&#xA0;: ', why, '.')"/>
</xsl:template>
<xsl:template match="deposit[@fault]" mode="why"><xsl:apply-templates select="@fault" mode="why"/></xsl:template>
<xsl:template match="deposit/@fault" mode="why">Ce fichier n’a pas pu être lu. Enregistrez-le de nouveau dans votre tableur, au format XLSX ou CSV.</xsl:template>
<xsl:template match="deposit/@fault[. = 'html']" mode="why">C’est une page web, et non un tableau. Ouvrez-la dans votre tableur, puis enregistrez-la au format XLSX.</xsl:template>
<xsl:template match="deposit/@fault[. = 'json']" mode="why">Ce sont des données en JSON, et non un tableau XLSX ou CSV.</xsl:template>
<xsl:template match="deposit/@fault[. = 'xls']" mode="why">C’est un fichier d’un ancien tableur (XLS), ou protégé par un mot de passe. Enregistrez-le au format XLSX, sans mot de passe.</xsl:template>
<xsl:template match="deposit/@fault[. = 'pdf']" mode="why">C’est un document PDF. Envoyez le tableau lui-même, au format XLSX ou CSV.</xsl:template>
<xsl:template match="deposit/@fault[. = 'packed']" mode="why">C’est une archive. Sortez-en le tableau, puis envoyez-le.</xsl:template>

</xsl:stylesheet>
