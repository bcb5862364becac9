<?xml version="1.0" encoding="UTF-8"?>
<!-- option.xsl - one choice of a list in a form that is made ahead: whether it
  is chosen, and how many aids it leaves, are placeholders.  @bit is its facet. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:h="urn:guichet:placeholder" exclude-result-prefixes="h">

<xsl:template match="*" mode="option">
  <option value="{@slug}" h:selected="{@bit}">
    <xsl:value-of select="@name"/>
    <xsl:apply-templates select="@bit" mode="count"/>
  </option>
</xsl:template>

<xsl:template match="*" mode="box">
  <div class="fr-checkbox-group fr-checkbox-group--sm">
    <input type="checkbox" id="t-{@slug}" name="aid_type_slugs" value="{@slug}" h:checked="{@bit}"/>
    <label class="fr-label" for="t-{@slug}">
      <xsl:value-of select="@name"/>
      <xsl:apply-templates select="@bit" mode="count"/>
    </label>
  </div>
</xsl:template>

<xsl:template match="@*" mode="count">
  <h:counted> (<h:count of="{.}"/>)</h:counted>
</xsl:template>
<xsl:template name="count">
  <xsl:param name="of"/>
  <h:counted> (<h:count of="{$of}"/>)</h:counted>
</xsl:template>

</xsl:stylesheet>
