<?xml version="1.0" encoding="UTF-8"?>
<!-- ahead.xsl - when.xsl for a fragment made ahead: what it says seen from today,
  here for any day, in placeholders (cgi-bin/lib/xml/fragment.h). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:h="urn:guichet:placeholder" exclude-result-prefixes="h">

<xsl:import href="../../lib/when.xsl"/>

<xsl:template match="aid" mode="when">
  <xsl:apply-templates select="opens" mode="when"/>
  <xsl:apply-templates select="closes" mode="when"/>
</xsl:template>
<xsl:template match="opens" mode="when">
  <h:until date="{.}" min="1" max="30"><xsl:apply-templates select="." mode="near"/></h:until>
  <h:until date="{.}" min="31" max="-"><xsl:apply-templates select="." mode="far"/></h:until>
</xsl:template>
<!-- An aid that is not open yet says its end with its opening. -->
<xsl:template match="closes" mode="when"><xsl:call-template name="closing"/></xsl:template>
<xsl:template match="closes[../opens]" mode="when">
  <h:until date="{../opens}" min="-" max="0"><xsl:call-template name="closing"/></h:until>
</xsl:template>
<xsl:template name="closing">
  <h:until date="{.}" min="-" max="-1"><xsl:apply-templates select="." mode="past"/></h:until>
  <h:until date="{.}" min="0" max="30"><xsl:apply-templates select="." mode="near"/></h:until>
  <h:until date="{.}" min="31" max="-"><xsl:apply-templates select="." mode="far"/></h:until>
</xsl:template>

<xsl:template match="opens|closes" mode="left">
  <h:until date="{.}" min="0" max="0">aujourd’hui</h:until>
  <h:until date="{.}" min="1" max="1">demain</h:until>
  <h:until date="{.}" min="2" max="-">dans <h:days date="{.}"/>&#xA0;jours</h:until>
</xsl:template>

<!-- What is only said while one may apply: of a node, in mode "open". -->
<xsl:template match="*|@*" mode="while-open">
  <xsl:apply-templates select="." mode="before-end"/>
</xsl:template>
<xsl:template match="*[../opens]|@*[../opens]" mode="while-open">
  <h:until date="{../opens}" min="-" max="0"><xsl:apply-templates select="." mode="before-end"/></h:until>
</xsl:template>
<xsl:template match="*|@*" mode="before-end"><xsl:apply-templates select="." mode="open"/></xsl:template>
<xsl:template match="*[../closes]|@*[../closes]" mode="before-end">
  <h:until date="{../closes}" min="0" max="-"><xsl:apply-templates select="." mode="open"/></h:until>
</xsl:template>

</xsl:stylesheet>
