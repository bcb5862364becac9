<?xml version="1.0" encoding="UTF-8"?>
<!-- ignored.xsl - values of a kept address that mean nothing any more: the rest
  is answered, and this says what was not. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="param.xsl"/>

<xsl:template match="ignored">
  <div class="fr-alert fr-alert--warning fr-alert--sm">
    <p>
      <xsl:apply-templates select="@param" mode="field"/>
      <xsl:value-of select="concat('&#xA0;: «&#xA0;', @value, '&#xA0;» n’est plus connu&#xA0;: laissé de côté.')"/>
    </p>
  </div>
</xsl:template>
<!-- Fewer aids answer than when the address was kept. -->
<xsl:template match="ignored[@param = 'page']">
  <p class="fr-alert fr-alert--warning fr-alert--sm">
    <xsl:value-of select="concat('La page ', @value, ' n’existe plus&#xA0;: voici la dernière.')"/>
  </p>
</xsl:template>

</xsl:stylesheet>
