<?xml version="1.0" encoding="UTF-8"?>
<!-- sections.xsl - on the first page of the site or of a portal, the way to the other
  lists. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template name="sections">
  <p>
    <a class="fr-link" href="/projets-references/{$carry}">Tous les types de projets</a>
    <xsl:text> · </xsl:text>
    <a class="fr-link" href="/projets-finances/{$carry}">Projets déjà financés près de chez vous</a>
    <xsl:text> · </xsl:text>
    <a class="fr-link" href="/calendrier/{$carry}">Calendrier des appels</a>
    <xsl:text> · </xsl:text>
    <a class="fr-link" href="/programmes/{$carry}">Programmes</a>
    <xsl:text> · </xsl:text>
    <a class="fr-link" href="/partenaires/{$carry}">Porteurs d’aides</a>
    <xsl:text> · </xsl:text>
    <a class="fr-link" href="/cartographie/">Carte par département</a>
    <xsl:text> · </xsl:text>
    <a class="fr-link" href="/demarches/{$carry}">Formulaires à préremplir</a>
  </p>
</xsl:template>

</xsl:stylesheet>
