<?xml version="1.0" encoding="UTF-8"?>
<!-- links.xsl - the same list to take away: csv, xlsx, atom, ics, xml. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<!-- Their addresses differ by the last word alone: five searches for one link are
  a tenth of the page of a programme. -->
<xsl:template match="links">
  <ul class="g-take" aria-label="Emporter cette liste">
    <li><a class="fr-link" href="{@to}csv">Ouvrir dans un tableur (CSV)</a></li>
    <li><a class="fr-link" href="{@to}xlsx">Classeur Excel (XLSX)</a></li>
    <li><a class="fr-link" href="{@to}atom">S’abonner aux nouveautés</a></li>
    <li><a class="fr-link" href="{@to}ics">Ajouter les échéances à mon agenda</a></li>
    <li><a class="fr-link" href="{@to}xml">Voir les données (XML)</a></li>
  </ul>
</xsl:template>

<xsl:template match="links" mode="head">
  <link rel="alternate" type="application/atom+xml" href="{@to}atom" title="Nouvelles aides pour cette recherche"/>
</xsl:template>

</xsl:stylesheet>
