<?xml version="1.0" encoding="UTF-8"?>
<!-- funded.xsl - projects of the same kind that were funded near here. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="funded-near">
  <section aria-labelledby="finances">
    <h2 class="fr-h6" id="finances">Projets déjà financés près d’ici</h2>
    <ul class="g-funded"><xsl:copy-of select="cards/text()"/></ul>
    <p class="g-note">D’après les subventions publiées par l’État.</p>
    <xsl:apply-templates select="@href"/>
  </section>
</xsl:template>

<xsl:template match="funded-near/@href">
  <p>
    <a class="fr-link" href="{.}">
      <xsl:text>Voir les </xsl:text>
      <xsl:apply-templates select="../@total" mode="number"/>
      <xsl:text> projets financés près d’ici</xsl:text>
    </a>
  </p>
</xsl:template>

</xsl:stylesheet>
