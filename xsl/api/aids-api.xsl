<?xml version="1.0" encoding="UTF-8"?>
<!-- aids-api.xsl - aids, which come ready made (fragment-record.xsl), and what is
  gone of a copy. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="lib/answer.xsl"/>

<xsl:template match="page" mode="results">
  <xsl:for-each select="answer/ready|answer/gone">
    <xsl:if test="position() != 1">,</xsl:if>
    <xsl:apply-templates select="."/>
  </xsl:for-each>
</xsl:template>

<xsl:template match="gone">
  <xsl:value-of select="concat('{&quot;id&quot;:', @id, ',&quot;slug&quot;:&quot;', @slug, '&quot;,&quot;status&quot;:&quot;', @status, '&quot;,&quot;date_withdrawn&quot;:&quot;', @date, '+00:00&quot;,&quot;replaced_by&quot;:null}')"/>
</xsl:template>

</xsl:stylesheet>
