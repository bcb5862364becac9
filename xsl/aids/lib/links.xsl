<?xml version="1.0" encoding="UTF-8"?>
<!-- links.xsl - the same list to take away: csv, xlsx, atom, ics, xml. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="links">
  <ul class="g-take" aria-label="Emporter cette liste">
    <li><a class="fr-link" href="{link[@format = 'csv']/@href}">Ouvrir dans un tableur (CSV)</a></li>
    <li><a class="fr-link" href="{link[@format = 'xlsx']/@href}">Classeur Excel (XLSX)</a></li>
    <li><a class="fr-link" href="{link[@format = 'atom']/@href}">S’abonner aux nouveautés</a></li>
    <li><a class="fr-link" href="{link[@format = 'ics']/@href}">Ajouter les échéances à mon agenda</a></li>
    <li><a class="fr-link" href="{link[@format = 'xml']/@href}">Voir les données (XML)</a></li>
  </ul>
</xsl:template>

<xsl:template match="links" mode="head">
  <link rel="alternate" type="application/atom+xml" href="{link[@format = 'atom']/@href}" title="Nouvelles aides pour cette recherche"/>
</xsl:template>

</xsl:stylesheet>
