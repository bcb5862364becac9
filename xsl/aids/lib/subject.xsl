<?xml version="1.0" encoding="UTF-8"?>
<!-- subject.xsl - what a list is of, for who takes it away, without a count, which
  changes:  pour « eau » à Niort (Deux-Sèvres), Commune, Prêt -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="sentence.xsl"/>
<xsl:include href="criterion.xsl"/>

<xsl:template match="asked" mode="subject">
  <xsl:apply-templates select="." mode="sentence"/>
  <xsl:apply-templates select="filter" mode="subject"/>
</xsl:template>
<xsl:template match="filter" mode="subject">
  <xsl:text>, </xsl:text>
  <xsl:apply-templates select="." mode="label"/>
</xsl:template>
<!-- Said by the sentence -->
<xsl:template match="filter[@param = 'keyword' or (starts-with(@param, 'perimeter_') and @param != 'perimeter_scale')]" mode="subject"/>

</xsl:stylesheet>
