<?xml version="1.0" encoding="UTF-8"?>
<!-- fragment-exchange.xsl - an aid as a line of the State's exchange format of aids,
  etalab/schema-dispositif-aide v0.2.0, CSV.  What it does not say is not invented: an
  aid without a text, a public, a kind, a backer or a territory that the format has is
  left out, and the line is "-" and one of the table of those: its id, its name, the
  columns that it lacks. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="str">

<xsl:import href="../lib/json-key.xsl"/>

<xsl:variable name="most" select="5000"/>

<xsl:template match="/page">
  <xsl:apply-templates select="aid[record/@public]" mode="placed"/>
</xsl:template>

<xsl:template match="aid" mode="placed">
  <xsl:variable name="place"><xsl:apply-templates select="." mode="place"/></xsl:variable>
  <xsl:variable name="publics"><xsl:apply-templates select="." mode="publics"/></xsl:variable>
  <xsl:variable name="lacks">
    <xsl:if test="not(record/description-text)">|description</xsl:if>
    <xsl:if test="not(record/eligibility-text)">|eligibilite</xsl:if>
    <xsl:if test="not(type)">|types_aides</xsl:if>
    <xsl:if test="not(financer|instructor)">|porteurs</xsl:if>
    <xsl:if test="$publics = ''">|cibles</xsl:if>
    <xsl:if test="$place = ''">|eligibilite_geographique</xsl:if>
  </xsl:variable>
  <xsl:if test="$lacks = ''">
    <xsl:apply-templates select=".">
      <xsl:with-param name="place" select="string($place)"/>
      <xsl:with-param name="publics" select="substring($publics, 2)"/>
    </xsl:apply-templates>
  </xsl:if>
  <xsl:if test="$lacks != ''">
    <xsl:value-of select="concat('-', @id)"/>
    <xsl:call-template name="cell"><xsl:with-param name="s" select="name"/></xsl:call-template>
    <xsl:value-of select="concat(',', substring($lacks, 2), '&#13;&#10;')"/>
  </xsl:if>
</xsl:template>

<!-- Codes of INSEE: of a commune, a department, a region, or France.  The pattern of
  the format has no room for 2A and 2B. -->
<xsl:template match="aid" mode="place">
  <xsl:variable name="code" select="record/perimeter/@code"/>
  <xsl:choose>
    <xsl:when test="perimeter/@scale = 'country'">PAYS-99100</xsl:when>
    <xsl:when test="translate($code, '0123456789', '') != ''"/>
    <xsl:when test="perimeter/@scale = 'region'"><xsl:value-of select="concat('REG-', $code)"/></xsl:when>
    <xsl:when test="perimeter/@scale = 'department'"><xsl:value-of select="concat('DEP-', $code)"/></xsl:when>
    <xsl:when test="perimeter/@scale = 'commune'"><xsl:value-of select="concat('COM-', $code)"/></xsl:when>
  </xsl:choose>
</xsl:template>

<xsl:template match="aid" mode="publics">
  <xsl:if test="audience[@slug = 'private-sector' or @slug = 'farmer']">|professionnels</xsl:if>
  <xsl:if test="audience/@slug = 'private-person'">|particuliers</xsl:if>
  <xsl:if test="audience/@slug = 'association'">|associations</xsl:if>
  <xsl:if test="audience[@slug = 'commune' or @slug = 'epci' or @slug = 'department' or @slug = 'region' or @slug = 'special' or @slug = 'public-org' or @slug = 'public-cies']">|secteur public</xsl:if>
</xsl:template>

<xsl:template match="aid">
  <xsl:param name="place"/>
  <xsl:param name="publics"/>
  <xsl:variable name="backers"><xsl:apply-templates select="." mode="backers"/></xsl:variable>
  <xsl:variable name="kinds"><xsl:apply-templates select="." mode="kinds"/></xsl:variable>
  <xsl:variable name="programs"><xsl:apply-templates select="program" mode="piped"/></xsl:variable>
  <xsl:value-of select="@uid"/>
  <xsl:call-template name="cell"><xsl:with-param name="s" select="name"/></xsl:call-template>
  <xsl:text>,</xsl:text>
  <xsl:call-template name="cell"><xsl:with-param name="s"><xsl:call-template name="cut"><xsl:with-param name="s" select="record/description-text"/></xsl:call-template></xsl:with-param></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="s" select="record/eligibility-text"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="s" select="substring($kinds, 2)"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="s" select="$backers"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="s" select="substring($programs, 2)"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="s" select="origin-url"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="s" select="$publics"/></xsl:call-template>
  <xsl:call-template name="cell"><xsl:with-param name="s" select="$place"/></xsl:call-template>
  <xsl:apply-templates select="." mode="dates"/>
</xsl:template>

<!-- No territory is left out; then when it opens, closes, and last changed at its
  source, as AT's date_updated says it: when that is not known, when it was made. -->
<xsl:template match="aid" mode="dates">
  <xsl:text>,</xsl:text>
  <xsl:text>,</xsl:text>
  <xsl:if test="opens"><xsl:value-of select="concat(opens, 'T00:00:00Z')"/></xsl:if>
  <xsl:text>,</xsl:text>
  <xsl:if test="closes"><xsl:value-of select="concat(closes, 'T23:59:59Z')"/></xsl:if>
  <xsl:value-of select="concat(',', (updated|record[not(../updated)]/@created), 'Z', '&#13;&#10;')"/>
</xsl:template>

<xsl:template match="program" mode="piped"><xsl:value-of select="concat('|', translate(., '|', ' '))"/></xsl:template>

<xsl:template match="aid" mode="kinds">
  <xsl:if test="type/@group = 'financial-group'">|financement</xsl:if>
  <xsl:if test="type/@group = 'technical-group'">|ingénierie</xsl:if>
</xsl:template>

<!-- Their SIREN is not known, and left out. -->
<xsl:template match="aid" mode="backers">
  <xsl:text>[</xsl:text>
  <xsl:for-each select="financer|instructor">
    <xsl:if test="position() != 1">,</xsl:if>
    <xsl:text>{"nom":</xsl:text>
    <xsl:call-template name="json-text"/>
    <xsl:choose>
      <xsl:when test="self::financer">,"roles":["financeur"]}</xsl:when>
      <xsl:otherwise>,"roles":["instructeur"]}</xsl:otherwise>
    </xsl:choose>
  </xsl:for-each>
  <xsl:text>]</xsl:text>
</xsl:template>

<!-- At most as many letters as the format takes. -->
<xsl:template name="cut">
  <xsl:param name="s"/>
  <xsl:choose>
    <xsl:when test="string-length($s) &gt; $most"><xsl:value-of select="concat(substring($s, 1, $most - 1), '…')"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="$s"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- ,"text", which begins no formula of a spreadsheet. -->
<xsl:template name="cell">
  <xsl:param name="s"/>
  <xsl:variable name="guard"><xsl:if test="string($s) != '' and contains('=+-@＝＋－＠', substring($s, 1, 1))">'</xsl:if></xsl:variable>
  <xsl:if test="string($s) = ''">,</xsl:if>
  <xsl:if test="string($s) != ''"><xsl:value-of select="concat(',&quot;', $guard, str:replace(string($s), '&quot;', '&quot;&quot;'), '&quot;')"/></xsl:if>
</xsl:template>

</xsl:stylesheet>
