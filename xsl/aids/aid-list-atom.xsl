<?xml version="1.0" encoding="UTF-8"?>
<!-- aid-list-atom.xsl - the list as a feed to subscribe to (RFC 4287). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns="http://www.w3.org/2005/Atom">

<xsl:include href="../lib/format.xsl"/>
<xsl:include href="lib/sentence.xsl"/>

<xsl:output method="xml" encoding="UTF-8" media-type="application/atom+xml"/>
<xsl:strip-space elements="*"/>

<xsl:template match="/page">
  <feed xml:lang="fr">
    <title>
      <xsl:apply-templates select="." mode="sentence"/>
      <xsl:value-of select="concat(' – ', site/@name)"/>
    </title>
    <id><xsl:value-of select="concat(site/@base, request/@url)"/></id>
    <link rel="self" type="application/atom+xml" href="{site/@base}{request/@url}"/>
    <updated><xsl:apply-templates select="." mode="latest"/></updated>
    <author><name><xsl:value-of select="site/@name"/></name></author>
    <xsl:apply-templates select="aids/aid"/>
  </feed>
</xsl:template>

<!-- The last change of all, or today when nothing is dated. -->
<xsl:template match="page" mode="latest">
  <xsl:value-of select="concat(request/@today, 'T00:00:00Z')"/>
</xsl:template>
<xsl:template match="page[aids/aid/updated or aids/aid/published]" mode="latest">
  <xsl:for-each select="aids/aid/updated|aids/aid/published">
    <xsl:sort select="." order="descending"/>
    <xsl:if test="position() = 1"><xsl:value-of select="concat(., 'Z')"/></xsl:if>
  </xsl:for-each>
</xsl:template>

<xsl:template match="aid">
  <entry>
    <title><xsl:value-of select="name"/></title>
    <id><xsl:value-of select="concat(/page/site/@base, '/aides/', @slug, '/')"/></id>
    <link href="{/page/site/@base}/aides/{@slug}/"/>
    <xsl:apply-templates select="published"/>
    <updated><xsl:apply-templates select="." mode="changed"/></updated>
    <xsl:apply-templates select="financer|type"/>
    <summary>
      <xsl:apply-templates select="closes"/>
      <xsl:value-of select="summary"/>
    </summary>
  </entry>
</xsl:template>

<xsl:template match="published"><published><xsl:value-of select="concat(., 'Z')"/></published></xsl:template>
<xsl:template match="aid" mode="changed">
  <xsl:value-of select="concat(/page/request/@today, 'T00:00:00Z')"/>
</xsl:template>
<xsl:template match="aid[published]" mode="changed"><xsl:value-of select="concat(published, 'Z')"/></xsl:template>
<xsl:template match="aid[updated]" mode="changed" priority="1"><xsl:value-of select="concat(updated, 'Z')"/></xsl:template>

<xsl:template match="financer"><author><name><xsl:value-of select="."/></name></author></xsl:template>
<xsl:template match="type"><category term="{@slug}" label="{.}"/></xsl:template>
<xsl:template match="closes">
  <xsl:text>Jusqu’au </xsl:text>
  <xsl:apply-templates select="." mode="date"/>
  <xsl:text>. </xsl:text>
</xsl:template>

</xsl:stylesheet>
