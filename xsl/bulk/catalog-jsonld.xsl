<?xml version="1.0" encoding="UTF-8"?>
<!-- catalog-jsonld.xsl - the catalogue of data of catalog-rdf.xsl, in JSON-LD. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/json-key.xsl"/>
<xsl:include href="lib/file.xsl"/>

<xsl:output method="text" encoding="UTF-8" media-type="application/ld+json"/>

<xsl:variable name="api" select="concat(/page/site/@base, '/api/')"/>

<xsl:template name="french">
  <xsl:param name="key"/>
  <xsl:param name="s" select="."/>
  <xsl:value-of select="concat(',&quot;', $key, '&quot;:{&quot;@language&quot;:&quot;fr&quot;,&quot;@value&quot;:')"/>
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="$s"/></xsl:call-template>
  <xsl:text>}</xsl:text>
</xsl:template>

<!-- ,"key":{"@id":"address"} -->
<xsl:template name="link">
  <xsl:param name="key"/>
  <xsl:param name="to"/>
  <xsl:value-of select="concat(',&quot;', $key, '&quot;:{&quot;@id&quot;:&quot;', $to, '&quot;}')"/>
</xsl:template>

<xsl:template match="/page">
  <xsl:text>{"@context":{"dcat":"http://www.w3.org/ns/dcat#","dct":"http://purl.org/dc/terms/","foaf":"http://xmlns.com/foaf/0.1/","vcard":"http://www.w3.org/2006/vcard/ns#","spdx":"http://spdx.org/rdf/terms#","xsd":"http://www.w3.org/2001/XMLSchema#"},</xsl:text>
  <xsl:value-of select="concat('&quot;@id&quot;:&quot;', $api, 'catalog&quot;,&quot;@type&quot;:&quot;dcat:Catalog&quot;')"/>
  <xsl:call-template name="french"><xsl:with-param name="key" select="'dct:title'"/><xsl:with-param name="s" select="site/@name"/></xsl:call-template>
  <xsl:call-template name="french"><xsl:with-param name="key" select="'dct:description'"/><xsl:with-param name="s" select="'Les données ouvertes de ce site.'"/></xsl:call-template>
  <xsl:call-template name="link"><xsl:with-param name="key" select="'dct:language'"/><xsl:with-param name="to" select="'http://publications.europa.eu/resource/authority/language/FRA'"/></xsl:call-template>
  <xsl:apply-templates select="site"/>
  <xsl:apply-templates select="." mode="service"/>
  <xsl:apply-templates select="." mode="dataset"/>
  <xsl:text>,"dcat:distribution":[</xsl:text>
  <xsl:for-each select="file">
    <xsl:if test="position() != 1">,</xsl:if>
    <xsl:apply-templates select="."/>
  </xsl:for-each>
  <xsl:text>]}}&#10;</xsl:text>
</xsl:template>

<xsl:template match="page" mode="service">
  <xsl:value-of select="concat(',&quot;dcat:service&quot;:{&quot;@id&quot;:&quot;', $api, 'catalog#api&quot;,&quot;@type&quot;:&quot;dcat:DataService&quot;')"/>
  <xsl:call-template name="french"><xsl:with-param name="key" select="'dct:title'"/><xsl:with-param name="s" select="'API des aides'"/></xsl:call-template>
  <xsl:call-template name="link"><xsl:with-param name="key" select="'dcat:endpointURL'"/><xsl:with-param name="to" select="$api"/></xsl:call-template>
  <xsl:call-template name="link"><xsl:with-param name="key" select="'dcat:endpointDescription'"/><xsl:with-param name="to" select="concat($api, 'openapi.json')"/></xsl:call-template>
  <xsl:call-template name="link"><xsl:with-param name="key" select="'dcat:servesDataset'"/><xsl:with-param name="to" select="concat($api, 'catalog#aids')"/></xsl:call-template>
  <xsl:call-template name="link"><xsl:with-param name="key" select="'dct:license'"/><xsl:with-param name="to" select="$licence"/></xsl:call-template>
</xsl:template>

<xsl:template match="page" mode="dataset">
  <xsl:value-of select="concat('},&quot;dcat:dataset&quot;:{&quot;@id&quot;:&quot;', $api, 'catalog#aids&quot;,&quot;@type&quot;:&quot;dcat:Dataset&quot;,&quot;dct:identifier&quot;:&quot;', $api, 'catalog#aids&quot;')"/>
  <xsl:call-template name="french"><xsl:with-param name="key" select="'dct:title'"/><xsl:with-param name="s" select="$title"/></xsl:call-template>
  <xsl:call-template name="french"><xsl:with-param name="key" select="'dct:description'"/><xsl:with-param name="s" select="$description"/></xsl:call-template>
  <xsl:text>,"dcat:keyword":[{"@language":"fr","@value":"aides"},{"@language":"fr","@value":"subventions"},{"@language":"fr","@value":"collectivites"}]</xsl:text>
  <xsl:call-template name="link"><xsl:with-param name="key" select="'dcat:theme'"/><xsl:with-param name="to" select="'http://publications.europa.eu/resource/authority/data-theme/GOVE'"/></xsl:call-template>
  <xsl:call-template name="link"><xsl:with-param name="key" select="'dct:license'"/><xsl:with-param name="to" select="$licence"/></xsl:call-template>
  <xsl:call-template name="link"><xsl:with-param name="key" select="'dct:accrualPeriodicity'"/><xsl:with-param name="to" select="'http://publications.europa.eu/resource/authority/frequency/UPDATE_CONT'"/></xsl:call-template>
  <xsl:value-of select="concat(',&quot;dct:modified&quot;:{&quot;@type&quot;:&quot;xsd:dateTime&quot;,&quot;@value&quot;:&quot;', @date, 'Z&quot;}')"/>
  <xsl:apply-templates select="@issued"/>
  <xsl:call-template name="link"><xsl:with-param name="key" select="'dct:spatial'"/><xsl:with-param name="to" select="'http://publications.europa.eu/resource/authority/country/FRA'"/></xsl:call-template>
  <xsl:call-template name="link"><xsl:with-param name="key" select="'dct:language'"/><xsl:with-param name="to" select="'http://publications.europa.eu/resource/authority/language/FRA'"/></xsl:call-template>
  <xsl:call-template name="link"><xsl:with-param name="key" select="'dcat:landingPage'"/><xsl:with-param name="to" select="$api"/></xsl:call-template>
  <xsl:apply-templates select="site"/>
</xsl:template>

<xsl:template match="@issued">
  <xsl:value-of select="concat(',&quot;dct:issued&quot;:{&quot;@type&quot;:&quot;xsd:dateTime&quot;,&quot;@value&quot;:&quot;', ., 'Z&quot;}')"/>
  <xsl:value-of select="concat(',&quot;dct:temporal&quot;:{&quot;@id&quot;:&quot;', $api, 'catalog#period&quot;,&quot;@type&quot;:&quot;dct:PeriodOfTime&quot;')"/>
  <xsl:value-of select="concat(',&quot;dcat:startDate&quot;:{&quot;@type&quot;:&quot;xsd:date&quot;,&quot;@value&quot;:&quot;', substring(., 1, 10), '&quot;}')"/>
  <xsl:value-of select="concat(',&quot;dcat:endDate&quot;:{&quot;@type&quot;:&quot;xsd:date&quot;,&quot;@value&quot;:&quot;', substring(../@date, 1, 10), '&quot;}}')"/>
</xsl:template>

<xsl:template match="site">
  <xsl:value-of select="concat(',&quot;dct:publisher&quot;:{&quot;@id&quot;:&quot;', @base, '/&quot;,&quot;@type&quot;:&quot;foaf:Agent&quot;,&quot;foaf:name&quot;:')"/>
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="@operator"/></xsl:call-template>
  <xsl:text>}</xsl:text>
  <xsl:if test="@contact">
    <xsl:value-of select="concat(',&quot;dcat:contactPoint&quot;:{&quot;@id&quot;:&quot;', @base, '/mentions-legales/&quot;,&quot;@type&quot;:&quot;vcard:Organization&quot;,&quot;vcard:fn&quot;:')"/>
    <xsl:call-template name="json-text"><xsl:with-param name="s" select="@operator"/></xsl:call-template>
    <xsl:value-of select="concat(',&quot;vcard:hasEmail&quot;:{&quot;@id&quot;:&quot;mailto:', @contact, '&quot;}}')"/>
  </xsl:if>
</xsl:template>

<xsl:template match="file">
  <xsl:variable name="schema"><xsl:apply-templates select="." mode="schema"/></xsl:variable>
  <xsl:variable name="format"><xsl:apply-templates select="." mode="format"/></xsl:variable>
  <xsl:variable name="words"><xsl:apply-templates select="." mode="title"/></xsl:variable>
  <xsl:value-of select="concat('{&quot;@id&quot;:&quot;', $api, @name, '&quot;,&quot;@type&quot;:&quot;dcat:Distribution&quot;')"/>
  <xsl:call-template name="french"><xsl:with-param name="key" select="'dct:title'"/><xsl:with-param name="s" select="$words"/></xsl:call-template>
  <xsl:call-template name="link"><xsl:with-param name="key" select="'dcat:accessURL'"/><xsl:with-param name="to" select="$api"/></xsl:call-template>
  <xsl:call-template name="link"><xsl:with-param name="key" select="'dcat:downloadURL'"/><xsl:with-param name="to" select="concat($api, @name)"/></xsl:call-template>
  <xsl:call-template name="link"><xsl:with-param name="key" select="'dct:format'"/><xsl:with-param name="to" select="concat('http://publications.europa.eu/resource/authority/file-type/', $format)"/></xsl:call-template>
  <xsl:call-template name="link"><xsl:with-param name="key" select="'dcat:mediaType'"/><xsl:with-param name="to" select="concat('https://www.iana.org/assignments/media-types/', @media)"/></xsl:call-template>
  <xsl:value-of select="concat(',&quot;dcat:byteSize&quot;:{&quot;@type&quot;:&quot;xsd:decimal&quot;,&quot;@value&quot;:&quot;', @bytes, '&quot;}')"/>
  <xsl:call-template name="link"><xsl:with-param name="key" select="'dct:license'"/><xsl:with-param name="to" select="$licence"/></xsl:call-template>
  <xsl:value-of select="concat(',&quot;dct:modified&quot;:{&quot;@type&quot;:&quot;xsd:dateTime&quot;,&quot;@value&quot;:&quot;', @date, 'Z&quot;},&quot;spdx:checksum&quot;:{&quot;@type&quot;:&quot;spdx:Checksum&quot;,&quot;spdx:algorithm&quot;:{&quot;@id&quot;:&quot;spdx:checksumAlgorithm_sha256&quot;},&quot;spdx:checksumValue&quot;:{&quot;@type&quot;:&quot;xsd:hexBinary&quot;,&quot;@value&quot;:&quot;', @sha256, '&quot;}}')"/>
  <xsl:if test="$schema != ''"><xsl:call-template name="link"><xsl:with-param name="key" select="'dct:conformsTo'"/><xsl:with-param name="to" select="$schema"/></xsl:call-template></xsl:if>
  <xsl:text>}</xsl:text>
</xsl:template>

</xsl:stylesheet>
