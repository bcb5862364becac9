<?xml version="1.0" encoding="UTF-8"?>
<!-- fragment-card.xsl - the card of an aid in a list, read in three seconds.

  Made when the aid changes: what depends on the day or on the words that were
  asked is a placeholder. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:h="urn:guichet:placeholder" exclude-result-prefixes="h">

<xsl:import href="../aids/lib/ahead.xsl"/>
<xsl:include href="../lib/format.xsl"/>
<xsl:include href="../aids/lib/facts.xsl"/>

<xsl:output method="html" encoding="UTF-8" indent="no"/>
<xsl:strip-space elements="*"/>

<xsl:template match="/page"><xsl:apply-templates select="aid"/></xsl:template>

<xsl:template match="aid">
  <li>
    <h2><a h:href="/aides/{@slug}/"><h:title/></a></h2>
    <xsl:apply-templates select="." mode="who"/>
    <xsl:apply-templates select="." mode="kinds"/>
    <xsl:apply-templates select="." mode="when"/>
    <xsl:if test="not(perimeter)"><xsl:call-template name="unplaced"/></xsl:if>
    <xsl:apply-templates select="audience-other"/>
    <h:why><p class="g-why"><h:excerpt/></p></h:why>
    <h:near><p class="g-why">Proche par le sens&#xA0;: <h:sense/></p></h:near>
    <xsl:call-template name="acronyms">
      <xsl:with-param name="ahead" select="true()"/>
      <xsl:with-param name="text"><xsl:value-of select="name"/><xsl:for-each select="financer[position() &lt;= 3]"><xsl:value-of select="concat(' ', .)"/></xsl:for-each></xsl:with-param>
    </xsl:call-template>
    <h:terms/>
    <xsl:call-template name="twins"/>
    <!-- On paper alone. -->
    <p class="g-address"><h:base/><xsl:value-of select="concat('/aides/', @slug, '/')"/></p>
  </li>
</xsl:template>

<!-- Where it applies is not in the data: who gives it knows. -->
<xsl:template name="unplaced">
  <h:unplaced>
    <p class="g-note">
      <xsl:text>Territoire à vérifier</xsl:text>
      <xsl:if test="financer"> auprès de <xsl:value-of select="financer[1]"/></xsl:if>
    </p>
  </h:unplaced>
</xsl:template>

<!-- Those of the same giver that say nearly the same: cgi-bin/lib/indexing/twins.h. -->
<xsl:template name="twins">
  <h:twins>
    <details class="g-twins">
      <summary><h:count/> aide<h:several>s</h:several> proche<h:several>s</h:several></summary>
      <ul class="g-aids"><h:behind/></ul>
    </details>
  </h:twins>
</xsl:template>

<!-- Nobody told whom it is for: its words do (cgi-bin/lib/indexing/audience.h). -->
<xsl:template match="audience-other">
  <p class="g-note">Semble s’adresser à d’autres que les communes et les intercommunalités</p>
</xsl:template>

<!-- Three givers at most. -->
<xsl:template match="aid" mode="who"/>
<xsl:template match="aid[financer]" mode="who">
  <p class="g-who">
    <xsl:apply-templates select="financer[position() &lt;= 3]" mode="list"/>
    <xsl:if test="financer[4]">
      <xsl:value-of select="concat(' et ', count(financer) - 3, '&#xA0;autre')"/>
      <xsl:if test="financer[5]">s</xsl:if>
    </xsl:if>
  </p>
</xsl:template>

<xsl:template match="aid" mode="kinds"/>
<xsl:template match="aid[type|call-for-project|charged|european|recurrence|perimeter]" mode="kinds">
  <ul class="g-kinds">
    <xsl:apply-templates select="type"/>
    <xsl:apply-templates select="call-for-project|charged|european|recurrence"/>
    <xsl:apply-templates select="perimeter"/>
  </ul>
</xsl:template>

<xsl:template match="type">
  <li><xsl:apply-templates select="." mode="kind"/></li>
</xsl:template>
<xsl:template match="call-for-project"><li class="g-kind--plain">Appel à projets</li></xsl:template>
<xsl:template match="charged"><li class="g-kind--plain">Aide payante</li></xsl:template>
<xsl:template match="european"><li class="g-kind--plain">Europe</li></xsl:template>
<xsl:template match="recurrence"/>
<xsl:template match="recurrence[@slug = 'ongoing'][not(../closes)]">
  <li class="g-kind--plain">Toute l’année</li>
</xsl:template>

<!-- The place, when it is narrower than France. -->
<xsl:template match="perimeter">
  <li class="g-kind--place">
    <xsl:value-of select="."/>
    <h:part>, sur une partie du territoire</h:part>
  </li>
</xsl:template>
<xsl:template match="perimeter[@scale = 'country' or @scale = 'continent']"/>

</xsl:stylesheet>
