<?xml version="1.0" encoding="UTF-8"?>
<!-- history-api.xsl - the revisions of an aid, the last first; the API calls the number of
  each its version, as in an aid. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="lib/answer.xsl"/>

<xsl:template match="page" mode="results">
  <xsl:for-each select="revisions/revision">
    <xsl:if test="position() != 1">,</xsl:if>
    <xsl:value-of select="concat('{&quot;id&quot;:', /page/answer/@id, ',&quot;date&quot;:&quot;', @date, '+00:00&quot;,&quot;source&quot;:')"/>
    <xsl:call-template name="json-text"><xsl:with-param name="s" select="@source"/></xsl:call-template>
    <xsl:value-of select="concat(',&quot;status&quot;:&quot;', @status, '&quot;,&quot;slug&quot;:&quot;', @slug, '&quot;,&quot;version&quot;:&quot;', @number, '&quot;}')"/>
  </xsl:for-each>
</xsl:template>

</xsl:stylesheet>
