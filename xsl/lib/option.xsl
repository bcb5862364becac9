<?xml version="1.0" encoding="UTF-8"?>
<!-- option.xsl - one choice of a list in a form that is made ahead: whether it
  is chosen is a hole.  @bit is the facet that it chooses. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:h="urn:guichet:hole" exclude-result-prefixes="h">

<xsl:template match="*" mode="option">
  <option value="{@slug}" h:selected="{@bit}"><xsl:value-of select="@name"/></option>
</xsl:template>

<xsl:template match="*" mode="box">
  <div class="fr-checkbox-group fr-checkbox-group--sm">
    <input type="checkbox" id="t-{@slug}" name="aid_type_slugs" value="{@slug}" h:checked="{@bit}"/>
    <label class="fr-label" for="t-{@slug}"><xsl:value-of select="@name"/></label>
  </div>
</xsl:template>

</xsl:stylesheet>
