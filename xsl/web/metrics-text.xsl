<?xml version="1.0" encoding="UTF-8"?>
<!-- metrics-text.xsl - what the programs have counted, in the text format of
  Prometheus, version 0.0.4: lines of one metric stand together, after its help
  and its type; seconds are its unit of time. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:output method="text" encoding="UTF-8" media-type="text/plain; version=0.0.4"/>
<xsl:strip-space elements="*"/>

<xsl:template match="/page"><xsl:apply-templates select="metrics"/></xsl:template>

<xsl:template match="metrics">
  <xsl:call-template name="head">
    <xsl:with-param name="name">requests_total</xsl:with-param>
    <xsl:with-param name="type">counter</xsl:with-param>
    <xsl:with-param name="help">Answers by program, route and class of status; 304 apart.</xsl:with-param>
  </xsl:call-template>
  <xsl:apply-templates select="program/route/answers"/>
  <xsl:call-template name="head">
    <xsl:with-param name="name">request_duration_seconds</xsl:with-param>
    <xsl:with-param name="type">histogram</xsl:with-param>
    <xsl:with-param name="help">Time from the request to the end of its answer.</xsl:with-param>
  </xsl:call-template>
  <xsl:apply-templates select="program/route" mode="time"/>
  <xsl:apply-templates select="." mode="rows"/>
  <xsl:apply-templates select="." mode="faults"/>
  <xsl:apply-templates select="." mode="drafts"/>
  <xsl:apply-templates select="." mode="workers"/>
  <xsl:apply-templates select="." mode="base"/>
</xsl:template>

<!-- Counters without a label but the program. -->
<xsl:template match="metrics" mode="rows">
  <xsl:call-template name="counter">
    <xsl:with-param name="key">queries</xsl:with-param>
    <xsl:with-param name="name">queries_total</xsl:with-param>
    <xsl:with-param name="help">Statements that MariaDB ran.</xsl:with-param>
  </xsl:call-template>
  <xsl:call-template name="counter">
    <xsl:with-param name="key">rows-held</xsl:with-param>
    <xsl:with-param name="name">row_cache_hits_total</xsl:with-param>
    <xsl:with-param name="help">Keys found in the row cache.</xsl:with-param>
  </xsl:call-template>
  <xsl:call-template name="counter">
    <xsl:with-param name="key">rows-read</xsl:with-param>
    <xsl:with-param name="name">row_cache_misses_total</xsl:with-param>
    <xsl:with-param name="help">Keys that were not there, and were asked of MariaDB.</xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template match="metrics" mode="faults">
  <xsl:call-template name="counter">
    <xsl:with-param name="key">failures</xsl:with-param>
    <xsl:with-param name="name">log_lines_total</xsl:with-param>
    <xsl:with-param name="help">Lines of the log, each a failure.</xsl:with-param>
  </xsl:call-template>
  <xsl:call-template name="counter">
    <xsl:with-param name="key">cut</xsl:with-param>
    <xsl:with-param name="name">responses_cut_total</xsl:with-param>
    <xsl:with-param name="help">Answers that the web server did not take whole.</xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template match="metrics" mode="drafts">
  <xsl:call-template name="head">
    <xsl:with-param name="name">drafts_total</xsl:with-param>
    <xsl:with-param name="type">counter</xsl:with-param>
    <xsl:with-param name="help">Drafts of Démarches simplifiées that were asked for, by outcome; crowded: too many at once, nothing was sent.</xsl:with-param>
  </xsl:call-template>
  <xsl:for-each select="program[@name = 'prefill']/counter[starts-with(@name, 'draft-')]">
    <xsl:value-of select="concat('guichet_drafts_total{outcome=&quot;', substring-after(@name, 'draft-'), '&quot;} ', @n, '&#10;')"/>
  </xsl:for-each>
</xsl:template>

<!-- What is now. -->
<xsl:template match="metrics" mode="workers">
  <xsl:call-template name="head">
    <xsl:with-param name="name">workers</xsl:with-param>
    <xsl:with-param name="help">Processes that are alive.</xsl:with-param>
  </xsl:call-template>
  <xsl:for-each select="program">
    <xsl:value-of select="concat('guichet_workers{program=&quot;', @name, '&quot;} ', count(worker), '&#10;')"/>
  </xsl:for-each>
  <xsl:call-template name="head">
    <xsl:with-param name="name">build_info</xsl:with-param>
    <xsl:with-param name="help">Processes that are alive, by what they were built from.</xsl:with-param>
  </xsl:call-template>
  <xsl:for-each select="program/worker[not(@build = preceding-sibling::worker/@build)]">
    <xsl:value-of select="concat('guichet_build_info{program=&quot;', ../@name, '&quot;,version=&quot;', @version,
      '&quot;,build=&quot;', @build, '&quot;} ', count(../worker[@build = current()/@build]), '&#10;')"/>
  </xsl:for-each>
</xsl:template>

<xsl:template match="metrics" mode="base">
  <xsl:call-template name="head">
    <xsl:with-param name="name">database_up</xsl:with-param>
    <xsl:with-param name="help">1 when MariaDB answered just now.</xsl:with-param>
  </xsl:call-template>
  <xsl:value-of select="concat('guichet_database_up ', number(database/@status = 'ok'), '&#10;')"/>
  <xsl:if test="data">
    <xsl:call-template name="head">
      <xsl:with-param name="name">data_version</xsl:with-param>
      <xsl:with-param name="help">Version of the data: each change adds one.</xsl:with-param>
    </xsl:call-template>
    <xsl:value-of select="concat('guichet_data_version ', data/@version, '&#10;')"/>
    <xsl:call-template name="head">
      <xsl:with-param name="name">data_changed_timestamp_seconds</xsl:with-param>
      <xsl:with-param name="help">When the data last changed.</xsl:with-param>
    </xsl:call-template>
    <xsl:value-of select="concat('guichet_data_changed_timestamp_seconds ', data/@changed, '&#10;')"/>
  </xsl:if>
</xsl:template>

<xsl:template match="answers">
  <xsl:value-of select="concat('guichet_requests_total{program=&quot;', ../../@name, '&quot;,route=&quot;', ../@path,
    '&quot;,class=&quot;', @class, '&quot;} ', @n, '&#10;')"/>
</xsl:template>

<xsl:template match="route" mode="time">
  <xsl:variable name="of" select="concat('program=&quot;', ../@name, '&quot;,route=&quot;', @path, '&quot;')"/>
  <xsl:for-each select="time">
    <xsl:value-of select="concat('guichet_request_duration_seconds_bucket{', $of, ',le=&quot;')"/>
    <xsl:choose>
      <xsl:when test="@most"><xsl:value-of select="@most div 1000000"/></xsl:when>
      <xsl:otherwise>+Inf</xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="concat('&quot;} ', @n, '&#10;')"/>
  </xsl:for-each>
  <xsl:value-of select="concat('guichet_request_duration_seconds_sum{', $of, '} ', format-number(@spent div 1000000, '0.000000'), '&#10;',
    'guichet_request_duration_seconds_count{', $of, '} ', time[last()]/@n, '&#10;')"/>
</xsl:template>

<!-- Pure functions -->

<xsl:template name="head">
  <xsl:param name="name"/>
  <xsl:param name="type">gauge</xsl:param>
  <xsl:param name="help"/>
  <xsl:value-of select="concat('# HELP guichet_', $name, ' ', $help, '&#10;# TYPE guichet_', $name, ' ', $type, '&#10;')"/>
</xsl:template>

<xsl:template name="counter">
  <xsl:param name="key"/>
  <xsl:param name="name"/>
  <xsl:param name="help"/>
  <xsl:call-template name="head">
    <xsl:with-param name="name" select="$name"/>
    <xsl:with-param name="type">counter</xsl:with-param>
    <xsl:with-param name="help" select="$help"/>
  </xsl:call-template>
  <xsl:for-each select="program/counter[@name = $key]">
    <xsl:value-of select="concat('guichet_', $name, '{program=&quot;', ../@name, '&quot;} ', @n, '&#10;')"/>
  </xsl:for-each>
</xsl:template>

</xsl:stylesheet>
