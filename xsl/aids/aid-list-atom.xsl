<?xml version="1.0" encoding="UTF-8"?>
<!-- aid-list-atom.xsl - the list as a feed to subscribe to (RFC 4287), the newest
  first, a hundred a page (RFC 5005).  Its entries come ready made
  (fragment-entry.xsl). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns="http://www.w3.org/2005/Atom">

<xsl:include href="../lib/format.xsl"/>
<xsl:include href="../lib/param.xsl"/>
<xsl:include href="lib/subject.xsl"/>

<xsl:output method="xml" encoding="UTF-8" media-type="application/atom+xml"/>
<xsl:strip-space elements="*"/>

<!-- All its pages have one id, that of the first. -->
<xsl:template match="/page">
  <feed xml:lang="fr">
    <title>
      <xsl:apply-templates select="." mode="feed"/>
      <xsl:value-of select="concat(' – ', site/@name)"/>
    </title>
    <xsl:apply-templates select="asked[ignored]" mode="ignored"/>
    <id><xsl:value-of select="concat(site/@base, aids/@first)"/></id>
    <link rel="self" type="application/atom+xml" href="{site/@base}{request/@url}"/>
    <link rel="alternate" type="text/html" href="{site/@base}{aids/@base}"/>
    <xsl:apply-templates select="aids[@pages &gt; 1]" mode="pages"/>
    <updated><xsl:apply-templates select="." mode="latest"/></updated>
    <author><name><xsl:value-of select="site/@name"/></name></author>
    <xsl:copy-of select="aids/ready/text()"/>
  </feed>
</xsl:template>

<xsl:template match="page" mode="feed">
  <xsl:text>Aides</xsl:text>
  <xsl:apply-templates select="asked" mode="subject"/>
</xsl:template>

<!-- A subscriber to a value that is no more gets more than they asked for. -->
<xsl:template match="asked" mode="ignored">
  <subtitle>
    <xsl:for-each select="ignored">
      <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:apply-templates select="@param" mode="field"/>
      <xsl:value-of select="concat('&#xA0;: «&#xA0;', @value, '&#xA0;» n’est plus connu&#xA0;: laissé de côté.')"/>
    </xsl:for-each>
  </subtitle>
</xsl:template>

<xsl:template match="aids" mode="pages">
  <xsl:apply-templates select="@first|@previous|@next|@last" mode="page"/>
</xsl:template>
<xsl:template match="@*" mode="page">
  <link rel="{name()}" type="application/atom+xml" href="{/page/site/@base}{.}"/>
</xsl:template>

<!-- The last change of all, or today when nothing is dated. -->
<xsl:template match="page" mode="latest">
  <xsl:value-of select="concat(request/@today, 'T00:00:00Z')"/>
</xsl:template>
<xsl:template match="page[aids/@latest]" mode="latest">
  <xsl:value-of select="aids/@latest"/>
</xsl:template>

</xsl:stylesheet>
