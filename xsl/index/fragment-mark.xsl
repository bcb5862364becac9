<?xml version="1.0" encoding="UTF-8"?>
<!-- fragment-mark.xsl - a word that was asked, where it stands in a text. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:h="urn:guichet:placeholder" exclude-result-prefixes="h">

<xsl:output method="html" encoding="UTF-8" indent="no"/>

<xsl:template match="/page"><mark><h:word/></mark></xsl:template>

</xsl:stylesheet>
