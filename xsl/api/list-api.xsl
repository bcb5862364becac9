<?xml version="1.0" encoding="UTF-8"?>
<!-- list-api.xsl - lists of names, as AT's API gives each. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="lib/answer.xsl"/>

<xsl:template match="page" mode="results">
  <xsl:for-each select="list/*">
    <xsl:if test="position() != 1">,</xsl:if>
    <xsl:apply-templates select="."/>
  </xsl:for-each>
</xsl:template>

<!-- Of the small lists of aids the id is the slug. -->
<xsl:template match="step|recurrence|destination">
  <xsl:apply-templates select="." mode="slugged"/>
  <xsl:text>}</xsl:text>
</xsl:template>

<xsl:template match="audience">
  <xsl:variable name="group">
    <xsl:choose>
      <xsl:when test="@group-id = 1">Collectivités</xsl:when>
      <xsl:otherwise>Autres bénéficiaires</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:apply-templates select="." mode="slugged"/>
  <xsl:value-of select="concat(',&quot;type&quot;:&quot;', $group, '&quot;,&quot;type_full&quot;:{&quot;id&quot;:', @group-id, ',&quot;name&quot;:&quot;', $group, '&quot;}}')"/>
</xsl:template>

<xsl:template match="type">
  <xsl:apply-templates select="." mode="slugged"/>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'type'"/><xsl:with-param name="of" select="@group-name"/></xsl:call-template>
  <xsl:value-of select="concat(',&quot;type_full&quot;:{&quot;id&quot;:', @group-id, ',&quot;slug&quot;:&quot;', @group, '&quot;')"/>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'name'"/><xsl:with-param name="of" select="@group-name"/></xsl:call-template>
  <xsl:text>}}</xsl:text>
</xsl:template>

<xsl:template match="*" mode="slugged">
  <xsl:value-of select="concat('{&quot;id&quot;:&quot;', @slug, '&quot;,&quot;slug&quot;:&quot;', @slug, '&quot;')"/>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'name'"/><xsl:with-param name="of" select="."/></xsl:call-template>
</xsl:template>

<xsl:template match="theme">
  <xsl:value-of select="concat('{&quot;id&quot;:', @id)"/>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'name'"/><xsl:with-param name="of" select="@name"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'slug'"/><xsl:with-param name="of" select="@slug"/></xsl:call-template>
  <xsl:call-template name="key-list"><xsl:with-param name="key" select="'categories'"/><xsl:with-param name="of" select="category"/></xsl:call-template>
  <xsl:text>}</xsl:text>
</xsl:template>

<xsl:template match="theme/category" mode="json">
  <xsl:apply-templates select="." mode="named"/>
  <xsl:text>}</xsl:text>
</xsl:template>

<xsl:template match="list/category">
  <xsl:apply-templates select="." mode="named"/>
  <xsl:value-of select="concat(',&quot;category_theme&quot;:{&quot;id&quot;:', @theme-id)"/>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'name'"/><xsl:with-param name="of" select="@theme"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'slug'"/><xsl:with-param name="of" select="@theme-slug"/></xsl:call-template>
  <xsl:text>}}</xsl:text>
</xsl:template>

<xsl:template match="program">
  <xsl:apply-templates select="." mode="named"/>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'perimeter'"/><xsl:with-param name="of" select="@perimeter"/></xsl:call-template>
  <xsl:text>}</xsl:text>
</xsl:template>

<xsl:template match="*" mode="named">
  <xsl:value-of select="concat('{&quot;id&quot;:', @id)"/>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'name'"/><xsl:with-param name="of" select="."/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'slug'"/><xsl:with-param name="of" select="@slug"/></xsl:call-template>
</xsl:template>

</xsl:stylesheet>
