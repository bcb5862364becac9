<?xml version="1.0" encoding="UTF-8"?>
<!-- health-json.xsl - how the site is, to what watches it:
  {"status": "ok", "warn" or "fail", "program", "version", "build", "database", "schema",
   "data": {"version", "changed", "age"}, "clock": {"now", "apart"},
   "programs": {NAME: [{"pid", "started", "version", "build"}]}}
  Moments are in seconds since 1970 in UTC, "age" and "apart" in seconds. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="../lib/json.xsl"/>

<xsl:template match="/page"><xsl:apply-templates select="health"/></xsl:template>

<xsl:template match="health">
  <xsl:text>{</xsl:text>
  <xsl:apply-templates select="@status | @program | @version | @build" mode="pair"/>
  <xsl:text>"database":</xsl:text>
  <xsl:apply-templates select="database/@status" mode="string"/>
  <xsl:text>,"schema":</xsl:text>
  <xsl:apply-templates select="schema/@status" mode="string"/>
  <xsl:text>,&#10;</xsl:text>
  <xsl:apply-templates select="data | clock"/>
  <xsl:text>"programs":{</xsl:text>
  <xsl:apply-templates select="program"/>
  <xsl:text>}}&#10;</xsl:text>
</xsl:template>

<xsl:template match="data">
  <xsl:value-of select="concat('&quot;data&quot;:{&quot;version&quot;:', @version, ',&quot;changed&quot;:', @changed,
    ',&quot;age&quot;:', @age, '},&#10;')"/>
</xsl:template>
<xsl:template match="clock">
  <xsl:value-of select="concat('&quot;clock&quot;:{&quot;now&quot;:', @now, ',&quot;apart&quot;:', @apart, '},&#10;')"/>
</xsl:template>

<xsl:template match="program">
  <xsl:if test="position() != 1">,&#10;</xsl:if>
  <xsl:apply-templates select="@name" mode="string"/>
  <xsl:text>:[</xsl:text>
  <xsl:apply-templates select="worker"/>
  <xsl:text>]</xsl:text>
</xsl:template>
<xsl:template match="worker">
  <xsl:if test="position() != 1">,&#10;</xsl:if>
  <xsl:value-of select="concat('{&quot;pid&quot;:', @pid, ',&quot;started&quot;:', @started, ',')"/>
  <xsl:apply-templates select="@version" mode="pair"/>
  <xsl:text>"build":</xsl:text>
  <xsl:apply-templates select="@build" mode="string"/>
  <xsl:text>}</xsl:text>
</xsl:template>

<xsl:template match="@*" mode="string"><xsl:call-template name="json-string"/></xsl:template>
<xsl:template match="@*" mode="pair">
  <xsl:value-of select="concat('&quot;', local-name(), '&quot;:')"/>
  <xsl:call-template name="json-string"/>
  <xsl:text>,</xsl:text>
</xsl:template>

</xsl:stylesheet>
