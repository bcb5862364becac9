<?xml version="1.0" encoding="UTF-8"?>
<!-- ask.xsl - whom to ask, where one hesitates. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="@contact" mode="ask">
  <p>
    <xsl:text>Une question, une erreur&#x202F;? Écrivez-nous&#xA0;: </xsl:text>
    <a href="mailto:{.}"><xsl:value-of select="."/></a>
  </p>
</xsl:template>

</xsl:stylesheet>
