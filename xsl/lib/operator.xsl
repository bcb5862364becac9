<?xml version="1.0" encoding="UTF-8"?>
<!-- operator.xsl - facts that only the operator of the site knows.  One that is
  missing is said to be, in its place; the page stands. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template name="known">
  <xsl:param name="fact"/>
  <xsl:param name="what"/>
  <xsl:choose>
    <xsl:when test="$fact != ''"><xsl:value-of select="$fact"/></xsl:when>
    <xsl:otherwise>
      <span class="g-missing">[à compléter par l’exploitant du site&#xA0;: <xsl:value-of select="$what"/>]</span>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- An address to write to. -->
<xsl:template name="mail">
  <xsl:param name="to"/>
  <xsl:param name="what"/>
  <xsl:choose>
    <xsl:when test="contains($to, '@')"><a href="mailto:{$to}"><xsl:value-of select="$to"/></a></xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="known">
        <xsl:with-param name="fact" select="$to"/>
        <xsl:with-param name="what" select="$what"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="operator" mode="name">
  <xsl:call-template name="known">
    <xsl:with-param name="fact" select="@name"/>
    <xsl:with-param name="what" select="'nom de l’organisme'"/>
  </xsl:call-template>
</xsl:template>
<xsl:template match="operator" mode="contact">
  <xsl:call-template name="mail">
    <xsl:with-param name="to" select="@contact"/>
    <xsl:with-param name="what" select="'adresse électronique de contact'"/>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
