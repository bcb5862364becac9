<?xml version="1.0" encoding="UTF-8"?>
<!-- synonym.xsl - a family of words, by what a search may be asked with
  ("12-synonyms-toit") and what a reader chooses; without its last brace. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="synonym">
  <xsl:value-of select="concat('{&quot;id&quot;:&quot;', @id, '-synonyms-', @slug, '&quot;,&quot;text&quot;:')"/>
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="concat('Suggestion : «', ., '» et ses synonymes')"/></xsl:call-template>
</xsl:template>

</xsl:stylesheet>
