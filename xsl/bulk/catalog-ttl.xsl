<?xml version="1.0" encoding="UTF-8"?>
<!-- catalog-ttl.xsl - the catalogue of data of catalog-rdf.xsl, in Turtle. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/json-key.xsl"/>
<xsl:include href="lib/file.xsl"/>

<xsl:output method="text" encoding="UTF-8" media-type="text/turtle"/>

<xsl:variable name="api" select="concat(/page/site/@base, '/api/')"/>

<!-- A text of JSON is one of Turtle. -->
<xsl:template name="french">
  <xsl:param name="s" select="."/>
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="$s"/></xsl:call-template>
  <xsl:text>@fr</xsl:text>
</xsl:template>

<xsl:template match="/page">
  <xsl:text>@prefix dcat: &lt;http://www.w3.org/ns/dcat#> .
@prefix dct: &lt;http://purl.org/dc/terms/> .
@prefix foaf: &lt;http://xmlns.com/foaf/0.1/> .
@prefix spdx: &lt;http://spdx.org/rdf/terms#> .
@prefix vcard: &lt;http://www.w3.org/2006/vcard/ns#> .
@prefix xsd: &lt;http://www.w3.org/2001/XMLSchema#> .

</xsl:text>
  <xsl:value-of select="concat('&lt;', $api, 'catalog> a dcat:Catalog ;&#10;  dct:title ')"/>
  <xsl:call-template name="french"><xsl:with-param name="s" select="site/@name"/></xsl:call-template>
  <xsl:text> ;&#10;  dct:description "Les données ouvertes de ce site."@fr ;&#10;  dct:language &lt;http://publications.europa.eu/resource/authority/language/FRA> ;&#10;</xsl:text>
  <xsl:apply-templates select="site"/>
  <xsl:value-of select="concat('  dcat:service &lt;', $api, 'catalog#api> ;&#10;  dcat:dataset &lt;', $api, 'catalog#aids> .&#10;&#10;')"/>
  <xsl:apply-templates select="." mode="dataset"/>
  <xsl:apply-templates select="." mode="service"/>
  <xsl:apply-templates select="file"/>
</xsl:template>

<xsl:template match="page" mode="dataset">
  <xsl:value-of select="concat('&lt;', $api, 'catalog#aids> a dcat:Dataset ;&#10;  dct:identifier &quot;', $api, 'catalog#aids&quot; ;&#10;  dct:title ')"/>
  <xsl:call-template name="french"><xsl:with-param name="s" select="$title"/></xsl:call-template>
  <xsl:text> ;&#10;  dct:description </xsl:text>
  <xsl:call-template name="french"><xsl:with-param name="s" select="$description"/></xsl:call-template>
  <xsl:value-of select="concat(' ;&#10;  dcat:keyword &quot;aides&quot;@fr, &quot;subventions&quot;@fr, &quot;collectivites&quot;@fr ;&#10;  dcat:theme &lt;http://publications.europa.eu/resource/authority/data-theme/GOVE> ;&#10;  dct:license &lt;', $licence, '> ;&#10;  dct:accrualPeriodicity &lt;http://publications.europa.eu/resource/authority/frequency/UPDATE_CONT> ;&#10;  dct:modified &quot;', @date, 'Z&quot;^^xsd:dateTime ;&#10;  dct:spatial &lt;http://publications.europa.eu/resource/authority/country/FRA> ;&#10;  dct:language &lt;http://publications.europa.eu/resource/authority/language/FRA> ;&#10;  dcat:landingPage &lt;', $api, '> ;&#10;')"/>
  <xsl:if test="@issued"><xsl:value-of select="concat('  dct:issued &quot;', @issued, 'Z&quot;^^xsd:dateTime ;&#10;  dct:temporal &lt;', $api, 'catalog#period> ;&#10;')"/></xsl:if>
  <xsl:for-each select="file"><xsl:value-of select="concat('  dcat:distribution &lt;', $api, @name, '> ;&#10;')"/></xsl:for-each>
  <xsl:apply-templates select="site"/>
  <xsl:text>  .&#10;&#10;</xsl:text>
  <xsl:if test="@issued"><xsl:value-of select="concat('&lt;', $api, 'catalog#period> a dct:PeriodOfTime ; dcat:startDate &quot;', substring(@issued, 1, 10), '&quot;^^xsd:date ; dcat:endDate &quot;', substring(@date, 1, 10), '&quot;^^xsd:date .&#10;&#10;')"/></xsl:if>
</xsl:template>

<!-- Who publishes, and the API. -->
<xsl:template match="page" mode="service">
  <xsl:value-of select="concat('&lt;', site/@base, '/> a foaf:Agent ; foaf:name ')"/>
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="site/@operator"/></xsl:call-template>
  <xsl:text> .&#10;</xsl:text>
  <xsl:if test="site/@contact">
    <xsl:value-of select="concat('&lt;', site/@base, '/mentions-legales/> a vcard:Organization ; vcard:fn ')"/>
    <xsl:call-template name="json-text"><xsl:with-param name="s" select="site/@operator"/></xsl:call-template>
    <xsl:value-of select="concat(' ; vcard:hasEmail &lt;mailto:', site/@contact, '> .&#10;')"/>
  </xsl:if>
  <xsl:value-of select="concat('&lt;', $api, 'catalog#api> a dcat:DataService ;&#10;  dct:title &quot;API des aides&quot;@fr ;&#10;  dcat:endpointURL &lt;', $api, '> ;&#10;  dcat:endpointDescription &lt;', $api, 'openapi.json> ;&#10;  dcat:servesDataset &lt;', $api, 'catalog#aids> ;&#10;  dct:license &lt;', $licence, '> .&#10;')"/>
</xsl:template>

<xsl:template match="site">
  <xsl:value-of select="concat('  dct:publisher &lt;', @base, '/> ;&#10;')"/>
  <xsl:if test="@contact"><xsl:value-of select="concat('  dcat:contactPoint &lt;', @base, '/mentions-legales/> ;&#10;')"/></xsl:if>
</xsl:template>

<xsl:template match="file">
  <xsl:variable name="schema"><xsl:apply-templates select="." mode="schema"/></xsl:variable>
  <xsl:variable name="format"><xsl:apply-templates select="." mode="format"/></xsl:variable>
  <xsl:variable name="words"><xsl:apply-templates select="." mode="title"/></xsl:variable>
  <xsl:value-of select="concat('&#10;&lt;', $api, @name, '> a dcat:Distribution ;&#10;  dct:title ')"/>
  <xsl:call-template name="french"><xsl:with-param name="s" select="$words"/></xsl:call-template>
  <xsl:value-of select="concat(' ;&#10;  dcat:accessURL &lt;', $api, '> ;&#10;  dcat:downloadURL &lt;', $api, @name, '> ;&#10;  dct:format &lt;http://publications.europa.eu/resource/authority/file-type/', $format, '> ;&#10;  dcat:mediaType &lt;https://www.iana.org/assignments/media-types/', @media, '> ;&#10;  dcat:byteSize &quot;', @bytes, '&quot;^^xsd:decimal ;&#10;  dct:license &lt;', $licence, '> ;&#10;  dct:modified &quot;', @date, 'Z&quot;^^xsd:dateTime ;&#10;')"/>
  <xsl:if test="$schema != ''"><xsl:value-of select="concat('  dct:conformsTo &lt;', $schema, '> ;&#10;')"/></xsl:if>
  <xsl:value-of select="concat('  spdx:checksum [ a spdx:Checksum ; spdx:algorithm spdx:checksumAlgorithm_sha256 ; spdx:checksumValue &quot;', @sha256, '&quot;^^xsd:hexBinary ] .&#10;')"/>
</xsl:template>

</xsl:stylesheet>
