<?xml version="1.0" encoding="UTF-8"?>
<!-- catalog-rdf.xsl - the files as a catalogue of data (DCAT-AP 2.1), in RDF/XML, as
  data.gouv.fr harvests it.  The two other forms say the same. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#"
  xmlns:dct="http://purl.org/dc/terms/" xmlns:foaf="http://xmlns.com/foaf/0.1/"
  xmlns:vcard="http://www.w3.org/2006/vcard/ns#" xmlns:spdx="http://spdx.org/rdf/terms#">

<xsl:output method="xml" encoding="UTF-8" media-type="application/rdf+xml"/>

<xsl:include href="lib/file.xsl"/>

<xsl:variable name="api" select="concat(/page/site/@base, '/api/')"/>

<xsl:template match="/page">
  <rdf:RDF>
    <dcat:Catalog rdf:about="{$api}catalog">
      <dct:title xml:lang="fr"><xsl:value-of select="site/@name"/></dct:title>
      <dct:description xml:lang="fr">Les données ouvertes de ce site.</dct:description>
      <dct:language rdf:resource="http://publications.europa.eu/resource/authority/language/FRA"/>
      <xsl:apply-templates select="site"/>
      <xsl:apply-templates select="." mode="dataset"/>
      <xsl:apply-templates select="." mode="service"/>
    </dcat:Catalog>
  </rdf:RDF>
</xsl:template>

<xsl:template match="page" mode="dataset">
  <dcat:dataset>
    <dcat:Dataset rdf:about="{$api}catalog#aids">
      <dct:identifier><xsl:value-of select="concat($api, 'catalog#aids')"/></dct:identifier>
      <dct:title xml:lang="fr"><xsl:value-of select="$title"/></dct:title>
      <dct:description xml:lang="fr"><xsl:value-of select="$description"/></dct:description>
      <dcat:keyword xml:lang="fr">aides</dcat:keyword>
      <dcat:keyword xml:lang="fr">subventions</dcat:keyword>
      <dcat:keyword xml:lang="fr">collectivites</dcat:keyword>
      <dcat:theme rdf:resource="http://publications.europa.eu/resource/authority/data-theme/GOVE"/>
      <dct:license rdf:resource="{$licence}"/>
      <dct:accrualPeriodicity rdf:resource="http://publications.europa.eu/resource/authority/frequency/UPDATE_CONT"/>
      <dct:modified rdf:datatype="http://www.w3.org/2001/XMLSchema#dateTime"><xsl:value-of select="concat(@date, 'Z')"/></dct:modified>
      <xsl:apply-templates select="@issued"/>
      <dct:spatial rdf:resource="http://publications.europa.eu/resource/authority/country/FRA"/>
      <dct:language rdf:resource="http://publications.europa.eu/resource/authority/language/FRA"/>
      <dcat:landingPage rdf:resource="{$api}"/>
      <xsl:apply-templates select="site"/>
      <xsl:apply-templates select="file"/>
    </dcat:Dataset>
  </dcat:dataset>
</xsl:template>

<!-- Since when there are aids here; of any day since then "on" gives them as they
  were. -->
<xsl:template match="@issued">
  <dct:issued rdf:datatype="http://www.w3.org/2001/XMLSchema#dateTime"><xsl:value-of select="concat(., 'Z')"/></dct:issued>
  <dct:temporal>
    <dct:PeriodOfTime rdf:about="{$api}catalog#period">
      <dcat:startDate rdf:datatype="http://www.w3.org/2001/XMLSchema#date"><xsl:value-of select="substring(., 1, 10)"/></dcat:startDate>
      <dcat:endDate rdf:datatype="http://www.w3.org/2001/XMLSchema#date"><xsl:value-of select="substring(../@date, 1, 10)"/></dcat:endDate>
    </dct:PeriodOfTime>
  </dct:temporal>
</xsl:template>

<xsl:template match="page" mode="service">
  <dcat:service>
    <dcat:DataService rdf:about="{$api}catalog#api">
      <dct:title xml:lang="fr">API des aides</dct:title>
      <dcat:endpointURL rdf:resource="{$api}"/>
      <dcat:endpointDescription rdf:resource="{$api}openapi.json"/>
      <dcat:servesDataset rdf:resource="{$api}catalog#aids"/>
      <dct:license rdf:resource="{$licence}"/>
    </dcat:DataService>
  </dcat:service>
</xsl:template>

<xsl:template match="site">
  <dct:publisher>
    <foaf:Agent rdf:about="{@base}/"><foaf:name><xsl:value-of select="@operator"/></foaf:name></foaf:Agent>
  </dct:publisher>
  <xsl:if test="@contact and parent::page">
    <dcat:contactPoint>
      <vcard:Organization rdf:about="{@base}/mentions-legales/">
        <vcard:fn><xsl:value-of select="@operator"/></vcard:fn>
        <vcard:hasEmail rdf:resource="mailto:{@contact}"/>
      </vcard:Organization>
    </dcat:contactPoint>
  </xsl:if>
</xsl:template>

<xsl:template match="file">
  <xsl:variable name="schema"><xsl:apply-templates select="." mode="schema"/></xsl:variable>
  <xsl:variable name="format"><xsl:apply-templates select="." mode="format"/></xsl:variable>
  <dcat:distribution>
    <dcat:Distribution rdf:about="{$api}{@name}">
      <dct:title xml:lang="fr"><xsl:apply-templates select="." mode="title"/></dct:title>
      <dcat:accessURL rdf:resource="{$api}"/>
      <dcat:downloadURL rdf:resource="{$api}{@name}"/>
      <dct:format rdf:resource="http://publications.europa.eu/resource/authority/file-type/{$format}"/>
      <dcat:mediaType rdf:resource="https://www.iana.org/assignments/media-types/{@media}"/>
      <dcat:byteSize rdf:datatype="http://www.w3.org/2001/XMLSchema#decimal"><xsl:value-of select="@bytes"/></dcat:byteSize>
      <dct:license rdf:resource="{$licence}"/>
      <dct:modified rdf:datatype="http://www.w3.org/2001/XMLSchema#dateTime"><xsl:value-of select="concat(@date, 'Z')"/></dct:modified>
      <spdx:checksum>
        <spdx:Checksum>
          <spdx:algorithm rdf:resource="http://spdx.org/rdf/terms#checksumAlgorithm_sha256"/>
          <spdx:checksumValue rdf:datatype="http://www.w3.org/2001/XMLSchema#hexBinary"><xsl:value-of select="@sha256"/></spdx:checksumValue>
        </spdx:Checksum>
      </spdx:checksum>
      <xsl:if test="$schema != ''"><dct:conformsTo rdf:resource="{$schema}"/></xsl:if>
    </dcat:Distribution>
  </dcat:distribution>
</xsl:template>

</xsl:stylesheet>
