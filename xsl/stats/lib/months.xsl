<?xml version="1.0" encoding="UTF-8"?>
<!-- months.xsl - what is told by whole months, each rounded down: links that were
  followed, drafts, aids. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<!-- ==== "De septembre à octobre 2026", "En octobre 2026" -->

<xsl:template match="parts" mode="when">
  <xsl:variable name="when"><xsl:apply-templates select="." mode="during"/></xsl:variable>
  <xsl:value-of select="concat(translate(substring($when, 1, 1), 'de', 'DE'), substring($when, 2))"/>
</xsl:template>
<xsl:template match="parts|parts/total" mode="during" priority="1">
  <xsl:variable name="from"><xsl:apply-templates select="@from" mode="month"/></xsl:variable>
  <xsl:value-of select="substring('d’', 1, 2 * contains('ao', substring($from, 1, 1)))"/>
  <xsl:value-of select="substring('de ', 1, 3 * not(contains('ao', substring($from, 1, 1))))"/>
  <xsl:choose>
    <xsl:when test="substring(@from, 1, 4) = substring(@to, 1, 4)"><xsl:value-of select="substring-before($from, ' ')"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="$from"/></xsl:otherwise>
  </xsl:choose>
  <xsl:text> à </xsl:text>
  <xsl:apply-templates select="@to" mode="month"/>
</xsl:template>
<xsl:template match="parts[substring(@from, 1, 7) = substring(@to, 1, 7)]|parts/total[substring(@from, 1, 7) = substring(@to, 1, 7)]" mode="during" priority="2">
  <xsl:text>en </xsl:text>
  <xsl:apply-templates select="@to" mode="month"/>
</xsl:template>
<xsl:template match="parts/total" mode="to" priority="1">à la période <xsl:apply-templates select="." mode="during"/></xsl:template>
<xsl:template match="parts/total[substring(@from, 1, 7) = substring(@to, 1, 7)]" mode="to" priority="2">à <xsl:apply-templates select="@to" mode="month"/></xsl:template>

<!-- ==== what is less than the least that is told -->

<xsl:template match="parts/*//@searches[. = 'less']|parts/*//@page[. = 'less']|parts/*//@views[. = 'less']|parts/*//@more[. = 'less']|parts/*//@apply[. = 'less']|parts/*//@drafts[. = 'less']" mode="number" priority="1">
  <xsl:value-of select="concat('moins de&#xA0;', ancestor::parts/@least)"/>
</xsl:template>
<xsl:template match="parts/total/@*[. = 'less']" mode="said" priority="1">
  <strong><xsl:value-of select="concat('Moins de&#xA0;', ancestor::parts/@least)"/></strong>
  <xsl:text>&#xA0;</xsl:text>
</xsl:template>
<xsl:template match="parts/total[substring(@from, 1, 7) != substring(@to, 1, 7)]/@*[. = 'less']" mode="said" priority="2">
  <strong><xsl:value-of select="concat('Chaque mois moins de&#xA0;', ancestor::parts/@least)"/></strong>
  <xsl:text>&#xA0;</xsl:text>
</xsl:template>
<xsl:template match="parts/total/@*[. = 'less']" mode="few" priority="1"><xsl:apply-templates select="." mode="number"/></xsl:template>
<xsl:template match="parts/total/@*" mode="s">s</xsl:template>

<!-- ==== links and drafts -->

<xsl:template match="parts" mode="done">
  <p><xsl:apply-templates select="." mode="when"/>&#xA0;:</p>
  <ul class="g-said"><xsl:apply-templates select="total[1]/@page|total[1]/@more|total[1]/@apply|total[1]/@drafts" mode="item"/></ul>
  <xsl:apply-templates select="." mode="rounded"/>
  <xsl:apply-templates select="aids"/>
</xsl:template>

<xsl:template match="parts" mode="rounded">
  <p class="g-note">
    <xsl:text>Pour que personne ne soit reconnu, ces nombres vont par mois entiers, et chaque mois est arrondi en dessous, au multiple de&#xA0;</xsl:text>
    <xsl:value-of select="concat(@least, '. Ce qui n’atteint pas&#xA0;', @least, ' dans un mois, ou vient de moins de&#xA0;', @least)"/>
    <xsl:value-of select="concat(' réseaux (une mairie, un foyer), reste caché&#xA0;: «&#xA0;moins de&#xA0;', @least, '&#xA0;» s’entend par mois.')"/>
  </p>
</xsl:template>

<!-- ==== aids -->

<xsl:template match="aids">
  <table class="g-table g-numbers">
    <caption>Les aides les plus lues</caption>
    <thead>
      <tr>
        <th scope="col">Aide</th>
        <th scope="col">Lec&#xAD;tures</th>
        <th scope="col">Plus d’infor&#xAD;mations</th>
        <th scope="col">Candi&#xAD;dater</th>
        <th scope="col">Prérem&#xAD;plies</th>
      </tr>
    </thead>
    <tbody><xsl:apply-templates select="aid[position() &lt;= 20]"/></tbody>
  </table>
  <xsl:apply-templates select="aid[21]" mode="more"/>
</xsl:template>
<xsl:template match="aids[not(aid)]"/>
<xsl:template match="aid">
  <tr>
    <th scope="row"><xsl:apply-templates select="." mode="label"/></th>
    <td><xsl:apply-templates select="@views" mode="number"/></td>
    <td><xsl:apply-templates select="@more" mode="number"/></td>
    <td><xsl:apply-templates select="@apply" mode="number"/></td>
    <td><xsl:apply-templates select="@drafts" mode="number"/></td>
  </tr>
</xsl:template>
<xsl:template match="aid" mode="label"><xsl:value-of select="name"/><xsl:text> </xsl:text><span class="g-note">n’est plus ici</span></xsl:template>
<xsl:template match="aid[@slug]" mode="label"><a href="/aides/{@slug}/"><xsl:value-of select="name"/></a></xsl:template>
<xsl:template match="*" mode="more">
  <p class="g-note">Voici les vingt premiers. Les suivants sont dans le tableau à télécharger, plus bas.</p>
</xsl:template>
<xsl:template match="aid" mode="more">
  <p class="g-note">Voici les vingt premières. Les suivantes sont dans le tableau à télécharger, plus bas.</p>
</xsl:template>

</xsl:stylesheet>
