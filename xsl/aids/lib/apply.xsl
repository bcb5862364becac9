<?xml version="1.0" encoding="UTF-8"?>
<!-- apply.xsl - on the page of an aid, whether one may apply today, and the doors
  to push.  Made ahead, for any day. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:h="urn:guichet:placeholder" exclude-result-prefixes="h">

<xsl:import href="ahead.xsl"/>
<xsl:include href="../../lib/leads.xsl"/>

<xsl:template match="aid" mode="state">
  <xsl:apply-templates select="opens|closes" mode="banner"/>
  <xsl:apply-templates select="closes" mode="while-open"/>
</xsl:template>

<xsl:template match="closes" mode="banner">
  <h:until date="{.}" min="-" max="-1">
    <div class="fr-alert fr-alert--warning fr-alert--sm">
      <p>Cette aide est close depuis le <xsl:apply-templates select="." mode="date"/>. Demandez au financeur si elle doit revenir.</p>
    </div>
  </h:until>
</xsl:template>
<xsl:template match="opens" mode="banner">
  <h:until date="{.}" min="1" max="-">
    <div class="fr-alert fr-alert--info fr-alert--sm">
      <p>
        <xsl:text>Cette aide n’est pas encore ouverte. Les demandes commencent </xsl:text>
        <h:until date="{.}" min="1" max="30"><xsl:apply-templates select="." mode="left"/>, </h:until>
        <xsl:text>le </xsl:text>
        <xsl:apply-templates select="." mode="date"/>
        <xsl:text>.</xsl:text>
      </p>
    </div>
  </h:until>
</xsl:template>

<xsl:template match="closes" mode="open">
  <h:until date="{.}" min="-" max="30"><xsl:apply-templates select="." mode="near"/></h:until>
  <h:until date="{.}" min="31" max="-"><xsl:apply-templates select="." mode="far"/></h:until>
</xsl:template>

<!-- An aid that is closed or not yet open has no door to push. -->
<xsl:template match="aid" mode="actions">
  <h:prefilled><xsl:apply-templates select="@slug" mode="while-open"/></h:prefilled>
  <xsl:apply-templates select="application-url[not(../origin-url)]" mode="while-open"/>
</xsl:template>
<xsl:template match="aid[origin-url]" mode="actions">
  <h:prefilled><xsl:apply-templates select="@slug" mode="while-open"/></h:prefilled>
  <ul class="fr-btns-group fr-btns-group--inline-md g-actions">
    <xsl:apply-templates select="application-url" mode="while-open"/>
    <li><xsl:apply-templates select="origin-url" mode="leads"><xsl:with-param name="text" select="'Lire la page du financeur'"/><xsl:with-param name="class" select="'fr-btn fr-btn--secondary'"/></xsl:apply-templates></li>
  </ul>
</xsl:template>
<xsl:template match="@slug" mode="open">
  <p class="g-actions">
    <h:fits><a class="fr-btn fr-btn--lg" h:href="/aides/{.}/candidater/">Préparer ma demande</a></h:fits>
    <h:unfit><a class="fr-btn fr-btn--secondary" h:href="/aides/{.}/candidater/">Préparer ma demande</a></h:unfit>
    <span class="g-note">Le formulaire s’ouvre déjà rempli avec ce que nous savons de votre collectivité.</span>
  </p>
</xsl:template>
<xsl:template match="application-url" mode="open"><xsl:apply-templates select="." mode="door"/></xsl:template>
<xsl:template match="application-url[not(../origin-url)]" mode="open">
  <ul class="fr-btns-group fr-btns-group--inline-md g-actions"><xsl:apply-templates select="." mode="door"/></ul>
</xsl:template>
<xsl:template match="application-url" mode="door">
  <li>
    <h:prefilled><xsl:apply-templates select="." mode="leads"><xsl:with-param name="text" select="'Ouvrir le formulaire vide'"/><xsl:with-param name="class" select="'fr-btn fr-btn--secondary'"/></xsl:apply-templates></h:prefilled>
    <h:plain>
      <h:fits><xsl:apply-templates select="." mode="leads"><xsl:with-param name="text" select="'Déposer une demande'"/></xsl:apply-templates></h:fits>
      <h:unfit><xsl:apply-templates select="." mode="leads"><xsl:with-param name="text" select="'Déposer une demande'"/><xsl:with-param name="class" select="'fr-btn fr-btn--secondary'"/></xsl:apply-templates></h:unfit>
    </h:plain>
  </li>
</xsl:template>

</xsl:stylesheet>
