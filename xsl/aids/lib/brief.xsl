<?xml version="1.0" encoding="UTF-8"?>
<!-- brief.xsl - the box that sums an aid up: stays in sight on a wide screen,
  comes first on a narrow one. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="aid" mode="brief">
  <aside class="g-brief" aria-labelledby="essentiel">
    <h2 class="fr-h6" id="essentiel">L’essentiel</h2>
    <dl>
      <xsl:call-template name="fact"><xsl:with-param name="of" select="financer"/><xsl:with-param name="label" select="'Qui finance'"/><xsl:with-param name="term" select="'porteur'"/></xsl:call-template>
      <xsl:call-template name="fact"><xsl:with-param name="of" select="instructor"/><xsl:with-param name="label" select="'Qui instruit la demande'"/><xsl:with-param name="term" select="'instructeur'"/></xsl:call-template>
      <xsl:apply-templates select="type[1]" mode="brief"/>
      <xsl:apply-templates select="." mode="brief-until"/>
      <xsl:call-template name="fact"><xsl:with-param name="of" select="perimeter"/><xsl:with-param name="label" select="'Où'"/></xsl:call-template>
    </dl>
    <nav aria-label="Sur cette page">
      <ul>
        <li><a class="fr-link" href="#pour-qui">Est-ce pour vous&#x202F;?</a></li>
        <li><a class="fr-link" href="#demander">Comment la demander&#x202F;?</a></li>
        <xsl:if test="description"><li><a class="fr-link" href="#texte">Texte complet</a></li></xsl:if>
      </ul>
    </nav>
  </aside>
</xsl:template>

<xsl:template match="type" mode="brief">
  <dt>Quelle aide</dt>
  <xsl:apply-templates select="../type" mode="brief-kind"/>
</xsl:template>
<xsl:template match="type" mode="brief-kind">
  <dd><xsl:apply-templates select="." mode="kind"/></dd>
</xsl:template>

<xsl:template match="aid" mode="brief-until"/>
<xsl:template match="aid[recurrence/@slug = 'ongoing']" mode="brief-until">
  <dt>Jusqu’à quand</dt>
  <dd>Toute l’année</dd>
</xsl:template>
<xsl:template match="aid[closes]" mode="brief-until" priority="1">
  <dt>Jusqu’à quand</dt>
  <dd>
    <xsl:apply-templates select="opens" mode="brief-from"/>
    <xsl:apply-templates select="closes" mode="date"/>
  </dd>
</xsl:template>
<xsl:template match="opens" mode="brief-from">
  <xsl:text>Du </xsl:text>
  <xsl:apply-templates select="." mode="date"/>
  <xsl:text> au </xsl:text>
</xsl:template>

</xsl:stylesheet>
