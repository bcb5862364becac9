<?xml version="1.0" encoding="UTF-8"?>
<!-- things-api.xsl - backers, places, kinds of projects, words, as AT's API gives
  each. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="lib/answer.xsl"/>
<xsl:include href="lib/place.xsl"/>
<xsl:include href="lib/synonym.xsl"/>

<xsl:template match="page" mode="results">
  <xsl:for-each select="list/*">
    <xsl:if test="position() != 1">,</xsl:if>
    <xsl:apply-templates select="." mode="result"/>
  </xsl:for-each>
</xsl:template>

<xsl:template match="perimeter" mode="result"><xsl:apply-templates select="."/></xsl:template>

<xsl:template match="backer" mode="result">
  <xsl:value-of select="concat('{&quot;id&quot;:&quot;', @id, '-', @slug, '&quot;')"/>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'slug'"/><xsl:with-param name="of" select="@slug"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'text'"/><xsl:with-param name="of" select="."/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'perimeter'"/><xsl:with-param name="of" select="@perimeter"/></xsl:call-template>
  <xsl:text>,"logo":</xsl:text>
  <xsl:apply-templates select="@logo" mode="result"/>
  <xsl:if test="not(@logo)">null</xsl:if>
  <xsl:text>,"group":</xsl:text>
  <xsl:apply-templates select="@group-id" mode="result"/>
  <xsl:if test="not(@group-id)">null</xsl:if>
  <xsl:text>}</xsl:text>
</xsl:template>

<xsl:template match="@logo" mode="result">
  <xsl:value-of select="concat('&quot;', /page/site/@base, '/partenaires/', ../@id, '-', ../@slug, '/logo?v=', ., '&quot;')"/>
</xsl:template>

<xsl:template match="backer/@group-id" mode="result">
  <xsl:value-of select="concat('{&quot;id&quot;:', .)"/>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'name'"/><xsl:with-param name="of" select="../@group"/></xsl:call-template>
  <xsl:text>}</xsl:text>
</xsl:template>

<xsl:template match="backer-group" mode="result">
  <xsl:apply-templates select="." mode="named"/>
  <!-- No source says when a group was made. -->
  <xsl:text>,"time_create":null}</xsl:text>
</xsl:template>

<xsl:template match="project-category" mode="result">
  <xsl:apply-templates select="." mode="named"/>
  <xsl:text>}</xsl:text>
</xsl:template>

<xsl:template match="project" mode="result">
  <xsl:apply-templates select="." mode="named"/>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'slug'"/><xsl:with-param name="of" select="@slug"/></xsl:call-template>
  <xsl:value-of select="concat(',&quot;project_reference_category&quot;:{&quot;id&quot;:', @category-id)"/>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'name'"/><xsl:with-param name="of" select="@category"/></xsl:call-template>
  <xsl:text>}}</xsl:text>
</xsl:template>

<xsl:template match="*" mode="named">
  <xsl:value-of select="concat('{&quot;id&quot;:', @id)"/>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'name'"/><xsl:with-param name="of" select="."/></xsl:call-template>
</xsl:template>

<!-- Here alone AT begins the names of these two with a small letter. -->
<xsl:template match="scale" mode="result">
  <xsl:value-of select="concat('{&quot;id&quot;:&quot;', @slug, '&quot;')"/>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'name'"/><xsl:with-param name="of" select="@slug[. = 'commune' or . = 'epci']|text()[../@slug != 'commune' and ../@slug != 'epci']"/></xsl:call-template>
  <xsl:text>}</xsl:text>
</xsl:template>

<xsl:template match="synonym" mode="result">
  <xsl:apply-templates select="."/>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'name'"/><xsl:with-param name="of" select="."/></xsl:call-template>
  <xsl:text>}</xsl:text>
</xsl:template>

<xsl:template match="fact" mode="result">
  <xsl:variable name="said"><xsl:apply-templates select="perimeter" mode="said"/></xsl:variable>
  <xsl:value-of select="concat('{&quot;id&quot;:', @id, ',&quot;perimeter&quot;:')"/>
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="$said"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'prop'"/><xsl:with-param name="of" select="@prop"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'value'"/><xsl:with-param name="of" select="@value"/></xsl:call-template>
  <xsl:text>}</xsl:text>
</xsl:template>

</xsl:stylesheet>
