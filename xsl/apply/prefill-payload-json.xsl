<?xml version="1.0" encoding="UTF-8"?>
<!-- prefill-payload-json.xsl - the API's answer: what would be sent, what would not
  and why, and what the form wants that is not known.
  {"payload": {…}, "refused": [{"champ", "label", "value", "row", "candidates", "code",
   "reason"}], "unsure": [the same], "missing": [{"champ", "label"}]} -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="../lib/json.xsl"/>
<xsl:include href="lib/reason.xsl"/>

<xsl:template match="/page">
  <xsl:text>{"payload":</xsl:text>
  <xsl:apply-templates select="payload/json"/>
  <xsl:text>,&#10;"refused":[</xsl:text>
  <xsl:apply-templates select="faults/refused | payload/refused"/>
  <xsl:text>],&#10;"unsure":[</xsl:text>
  <xsl:apply-templates select="faults/unsure"/>
  <xsl:text>],&#10;"missing":[</xsl:text>
  <xsl:apply-templates select="payload/missing"/>
  <xsl:text>]}&#10;</xsl:text>
</xsl:template>

<xsl:template match="refused | unsure">
  <xsl:variable name="reason"><xsl:apply-templates select="@reason" mode="reason"/></xsl:variable>
  <xsl:if test="position() != 1">,&#10;</xsl:if>
  <xsl:text>{</xsl:text>
  <xsl:apply-templates select="." mode="champ"/>
  <xsl:apply-templates select="value"/>
  <xsl:apply-templates select="@row"/>
  <xsl:apply-templates select="choices"/>
  <xsl:text>,"code":</xsl:text>
  <xsl:call-template name="json-string"><xsl:with-param name="s" select="@reason"/></xsl:call-template>
  <xsl:text>,"reason":</xsl:text>
  <xsl:call-template name="json-string"><xsl:with-param name="s" select="$reason"/></xsl:call-template>
  <xsl:text>}</xsl:text>
</xsl:template>

<xsl:template match="refused/value | unsure/value">
  <xsl:text>,"value":</xsl:text>
  <xsl:call-template name="json-string"/>
</xsl:template>
<xsl:template match="@row"><xsl:value-of select="concat(',&quot;row&quot;:', .)"/></xsl:template>

<!-- Whom a name may mean, and the number that says it. -->
<xsl:template match="choices">
  <xsl:text>,"candidates":[</xsl:text>
  <xsl:apply-templates select="choice"/>
  <xsl:text>]</xsl:text>
</xsl:template>
<xsl:template match="choice">
  <xsl:if test="position() != 1">,</xsl:if>
  <xsl:text>{"name":</xsl:text>
  <xsl:call-template name="json-string"><xsl:with-param name="s" select="@name"/></xsl:call-template>
  <xsl:text>,"scale":</xsl:text>
  <xsl:call-template name="json-string"><xsl:with-param name="s" select="@scale-name"/></xsl:call-template>
  <xsl:text>,"siren":</xsl:text>
  <xsl:call-template name="json-string"><xsl:with-param name="s" select="@siren"/></xsl:call-template>
  <xsl:text>,"department":</xsl:text>
  <xsl:call-template name="json-string"><xsl:with-param name="s" select="@department-name"/></xsl:call-template>
  <xsl:text>}</xsl:text>
</xsl:template>

<xsl:template match="missing">
  <xsl:if test="position() != 1">,&#10;</xsl:if>
  <xsl:text>{</xsl:text>
  <xsl:apply-templates select="." mode="champ"/>
  <xsl:text>}</xsl:text>
</xsl:template>

<xsl:template match="refused | unsure | missing" mode="champ">
  <xsl:text>"champ":</xsl:text>
  <xsl:call-template name="json-string"><xsl:with-param name="s" select="@key"/></xsl:call-template>
  <xsl:text>,"label":</xsl:text>
  <xsl:call-template name="json-string"><xsl:with-param name="s" select="label"/></xsl:call-template>
</xsl:template>

</xsl:stylesheet>
