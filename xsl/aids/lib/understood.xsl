<?xml version="1.0" encoding="UTF-8"?>
<!-- understood.xsl - what was understood: the words with their kin, the place in
  its chain, the criteria. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="asked" mode="understood">
  <xsl:apply-templates select="ignored|mended"/>
  <xsl:if test="unread"><xsl:call-template name="unread"/></xsl:if>
  <xsl:if test="word[not(form)]">
    <p class="g-note">
      <xsl:text>Laissé de côté, car aucune aide n’en parle&#xA0;: </xsl:text>
      <xsl:apply-templates select="word[not(form)]" mode="unknown"/>
    </p>
  </xsl:if>
  <xsl:if test="foreign or word and not(word/form or project)"><xsl:call-template name="in-french"/></xsl:if>
  <xsl:choose>
    <xsl:when test="word/@kin or broad or aim or project/@kin or perimeter/container and not(perimeter-unknown)"><xsl:call-template name="about"/></xsl:when>
    <xsl:when test="word/form"><p class="g-note"><xsl:call-template name="sought"/></p></xsl:when>
  </xsl:choose>
  <xsl:apply-templates select="perimeter-unknown"/>
  <xsl:if test="filter"><xsl:call-template name="tags"/></xsl:if>
</xsl:template>
<!-- Words of another language, or that are in no aid. -->
<xsl:template name="in-french">
  <p class="fr-alert fr-alert--info fr-alert--sm">
    <xsl:if test="not(word/form)">Aucun de ces mots ne figure dans les aides. </xsl:if>
    <xsl:text>Les aides sont rédigées en français&#xA0;: décrivez votre projet en français</xsl:text>
    <xsl:if test="not(word/form)">, avec d’autres mots</xsl:if>
    <xsl:text>.</xsl:text>
  </p>
</xsl:template>
<!-- "1%", or words that say nothing by themselves. -->
<xsl:template name="unread">
  <p class="fr-alert fr-alert--info fr-alert--sm">
    <xsl:text>Non lu&#xA0;: </xsl:text>
    <xsl:apply-templates select="unread"/>
    <xsl:text>. </xsl:text>
    <xsl:if test="unread/@all">La liste ne tient donc compte d’aucun mot. </xsl:if>
    <xsl:text>Sont lus les mots et les sigles d’au moins deux lettres, hors mots-outils («&#xA0;pour&#xA0;», «&#xA0;avec&#xA0;»).</xsl:text>
  </p>
</xsl:template>
<xsl:template match="unread">
  <xsl:if test="position() != 1">, </xsl:if>
  <xsl:value-of select="concat('«&#xA0;', ., '&#xA0;»')"/>
  <xsl:if test="@rest"> et la suite, car la question est trop longue</xsl:if>
</xsl:template>
<xsl:template match="mended">
  <p>
    <xsl:value-of select="concat('Résultats pour «&#xA0;', @keyword, '&#xA0;». ')"/>
    <xsl:apply-templates select="@exact"/>
  </p>
</xsl:template>
<xsl:template match="mended/@exact">
  <a href="{.}"><xsl:value-of select="concat('Chercher plutôt «&#xA0;', ../../keyword, '&#xA0;»')"/></a>
</xsl:template>
<!-- What was sought, to unfold: each word with its kin, what says them more
  broadly, the place.  Whatever is marked in the results is said here. -->
<xsl:template name="about">
  <details class="g-about">
    <summary>
      <xsl:choose>
        <xsl:when test="word/form"><xsl:call-template name="sought"/></xsl:when>
        <xsl:otherwise>Comment la recherche a été comprise</xsl:otherwise>
      </xsl:choose>
    </summary>
    <xsl:apply-templates select="word[@kin][form]" mode="kin"/>
    <xsl:apply-templates select="project[@kin]" mode="kin"/>
    <xsl:if test="aim">
      <p>
        <xsl:text>Nous avons remonté les aides proches </xsl:text>
        <xsl:apply-templates select="aim"/>
      </p>
    </xsl:if>
    <xsl:if test="broad">
      <p>
        <xsl:text>Comptent moins, car plus larges&#xA0;: </xsl:text>
        <xsl:value-of select="broad"/>
      </p>
    </xsl:if>
    <xsl:if test="not(perimeter-unknown)"><xsl:apply-templates select="perimeter[container]" mode="understood"/></xsl:if>
  </details>
</xsl:template>
<xsl:template name="sought">
  <xsl:text>Mots cherchés&#xA0;: </xsl:text>
  <xsl:apply-templates select="word[form]"/>
  <xsl:if test="word/@kin or broad or project/@kin">, et leurs proches</xsl:if>
</xsl:template>
<xsl:template match="word">
  <xsl:if test="position() != 1"> · </xsl:if>
  <xsl:if test="@out">sans </xsl:if>
  <xsl:value-of select="form"/>
</xsl:template>
<xsl:template match="word" mode="kin">
  <p>
    <xsl:value-of select="concat(form, '&#xA0;: ')"/>
    <xsl:value-of select="@kin"/>
  </p>
</xsl:template>
<xsl:template match="project" mode="kin">
  <p>
    <xsl:text>Ce type de projet cherche&#xA0;: </xsl:text>
    <xsl:value-of select="@kin"/>
  </p>
</xsl:template>
<xsl:template match="aim">
  <xsl:choose>
    <xsl:when test="position() = 1"/>
    <xsl:when test="@rest">, </xsl:when>
    <xsl:otherwise> et </xsl:otherwise>
  </xsl:choose>
  <xsl:value-of select="concat('de «&#xA0;', ., '&#xA0;»')"/>
  <xsl:choose>
    <xsl:when test="@rest">…</xsl:when>
    <xsl:when test="position() = last()">.</xsl:when>
  </xsl:choose>
</xsl:template>
<xsl:template match="word" mode="unknown">
  <xsl:if test="position() != 1">, </xsl:if>
  <xsl:value-of select="concat('«&#xA0;', @asked, '&#xA0;»')"/>
</xsl:template>

<xsl:template match="perimeter" mode="understood">
  <p>
    <xsl:value-of select="concat('Territoires pris en compte&#xA0;: ', @name)"/>
    <xsl:if test="@scale != 'commune'"> et ses communes</xsl:if>
    <xsl:apply-templates select="container[not(@scale = 'country' or @scale = 'continent')]"/>
    <xsl:text>, toute la France</xsl:text>
  </p>
</xsl:template>
<xsl:template match="container">, <xsl:value-of select="@name"/></xsl:template>

<!-- Aids that tell no territory: the place counts for none of them. -->
<xsl:template match="perimeter-unknown"/>
<xsl:template match="perimeter-unknown[../perimeter]">
  <p class="g-note">
    <a href="{../filter[@param = 'perimeter_unknown']/@without}">
      <xsl:text>Revenir aux aides pour </xsl:text>
      <xsl:choose>
        <xsl:when test="../perimeter[2]">vos territoires</xsl:when>
        <xsl:otherwise><xsl:value-of select="../perimeter/@name"/></xsl:otherwise>
      </xsl:choose>
    </a>
  </p>
</xsl:template>

<!-- Each criterion can be taken off. -->
<xsl:template name="tags">
  <ul class="fr-tags-group g-tags" aria-label="Critères, à retirer d’un clic">
    <xsl:apply-templates select="filter"/>
  </ul>
</xsl:template>
<xsl:template match="filter">
  <li>
    <a class="fr-tag fr-tag--sm fr-tag--dismiss" href="{@without}">
      <xsl:attribute name="title">
        <xsl:text>Retirer «&#xA0;</xsl:text>
        <xsl:apply-templates select="." mode="label"/>
        <xsl:text>&#xA0;»</xsl:text>
      </xsl:attribute>
      <xsl:apply-templates select="." mode="label"/>
    </a>
  </li>
</xsl:template>

</xsl:stylesheet>
