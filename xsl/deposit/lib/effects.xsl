<?xml version="1.0" encoding="UTF-8"?>
<!-- effects.xsl - what a file changes in the catalogue, before and after. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="deposit" mode="effects">
  <ul class="g-said">
    <xsl:apply-templates select="@added[. &gt; 0]|@changed[. &gt; 0]|@withdrawn[. &gt; 0]|@same[. &gt; 0]|@refused[. &gt; 0]" mode="item"/>
  </ul>
  <xsl:apply-templates select="." mode="held"/>
  <xsl:if test="@added &gt; 0">
    <h3 class="fr-h6">Aides nouvelles</h3>
    <ul><xsl:apply-templates select="aid[@what = 'added']"/><xsl:apply-templates select="@added" mode="rest"/></ul>
  </xsl:if>
  <xsl:if test="@changed &gt; 0">
    <h3 class="fr-h6">Aides modifiées</h3>
    <xsl:apply-templates select="aid[@what = 'changed']"/>
    <xsl:if test="@changed &gt; 100"><ul><xsl:apply-templates select="@changed" mode="rest"/></ul></xsl:if>
  </xsl:if>
  <xsl:if test="@withdrawn &gt; 0">
    <h3 class="fr-h6">Aides retirées</h3>
    <ul><xsl:apply-templates select="aid[@what = 'withdrawn']"/><xsl:apply-templates select="@withdrawn" mode="rest"/></ul>
  </xsl:if>
</xsl:template>

<!-- ==== in numbers -->

<xsl:template match="deposit/@*" mode="item">
  <li>
    <strong>
      <xsl:apply-templates select="." mode="aids"/>
      <xsl:apply-templates select="." mode="word"/>
      <xsl:apply-templates select="." mode="s"/>
    </strong>
    <xsl:apply-templates select="." mode="means"/>
  </li>
</xsl:template>
<xsl:template match="@same" mode="item" priority="1"><li><xsl:apply-templates select="." mode="aids"/> inchangée<xsl:apply-templates select="." mode="s"/></li></xsl:template>
<xsl:template match="@added" mode="word"> nouvelle</xsl:template>
<xsl:template match="@changed" mode="word"> modifiée</xsl:template>
<xsl:template match="@withdrawn" mode="word"> retirée</xsl:template>
<xsl:template match="@refused" mode="word"> refusée</xsl:template>
<xsl:template match="@*" mode="means"/>
<xsl:template match="@refused" mode="means">&#xA0;: voir les remarques</xsl:template>
<xsl:template match="@withdrawn" mode="means">&#xA0;: elle<xsl:apply-templates select="." mode="s"/> n’<xsl:apply-templates select="." mode="is"/> plus dans le fichier</xsl:template>
<xsl:template match="@*" mode="is">est</xsl:template>
<xsl:template match="@*[. &gt; 1]" mode="is">sont</xsl:template>
<xsl:template match="@added[/page/link/@news = 'reviewable']" mode="means">&#xA0;: l’administrateur du site la relit avant de la publier</xsl:template>
<xsl:template match="@added[. &gt; 1][/page/link/@news = 'reviewable']" mode="means">&#xA0;: l’administrateur du site les relit avant de les publier</xsl:template>
<xsl:template match="@added[/page/link/@news = 'draft']" mode="means">&#xA0;: l’administrateur du site décide quand publier</xsl:template>

<!-- Over a tenth at once is for a person to look at. -->
<xsl:template match="deposit" mode="held"/>
<xsl:template match="deposit[@absent &gt; @withdrawn]" mode="held">
  <div class="fr-alert fr-alert--warning">
    <h3 class="fr-alert__title"><xsl:apply-templates select="@absent" mode="aids"/> de moins qu’aujourd’hui</h3>
    <p>C’est plus d’une sur dix&#xA0;: elles restent publiées jusqu’à ce que l’administrateur du site ait regardé. Si le fichier n’a pas toutes vos aides, envoyez-le de nouveau en disant qu’il contient des aides nouvelles ou modifiées.</p>
  </div>
</xsl:template>

<!-- ==== aid by aid -->

<xsl:template match="deposit/aid"><li><xsl:apply-templates select="." mode="named"/></li></xsl:template>
<xsl:template match="deposit/aid[@what = 'changed']">
  <details class="g-more-ways">
    <summary><xsl:value-of select="name"/></summary>
    <ul><xsl:apply-templates select="change"/></ul>
    <xsl:apply-templates select="../@state[. = 'taken']" mode="page"><xsl:with-param name="slug" select="@slug"/></xsl:apply-templates>
  </details>
</xsl:template>
<xsl:template match="@state" mode="page">
  <xsl:param name="slug"/>
  <p><a href="/aides/{$slug}/">Voir la page de cette aide</a></p>
</xsl:template>
<xsl:template match="aid" mode="named"><xsl:value-of select="name"/></xsl:template>
<xsl:template match="aid[../@state = 'taken'][@what = 'added'][/page/link/@news = 'published']" mode="named">
  <a href="/aides/{@slug}/"><xsl:value-of select="name"/></a>
</xsl:template>

<xsl:template match="change">
  <li>
    <xsl:apply-templates select="@field" mode="words"/>
    <xsl:text>&#xA0;: </xsl:text>
    <xsl:apply-templates select="." mode="how"/>
  </li>
</xsl:template>
<xsl:template match="change" mode="how">texte modifié</xsl:template>
<xsl:template match="change[was][becomes]" mode="how"><xsl:apply-templates select="was"/> devient <xsl:apply-templates select="becomes"/></xsl:template>
<xsl:template match="change[was][not(becomes)]" mode="how"><xsl:apply-templates select="was"/> est effacé</xsl:template>
<xsl:template match="change[not(was)][becomes]" mode="how"><xsl:apply-templates select="becomes"/> est ajouté</xsl:template>
<xsl:template match="was|becomes"><xsl:value-of select="concat('«&#xA0;', ., '&#xA0;»')"/></xsl:template>
<xsl:template match="change[contains(@field, 'date') or @field = 'submission_deadline']/*" priority="1">
  <xsl:apply-templates select="." mode="date"/>
</xsl:template>

<!-- Those that are not shown here. -->
<xsl:template match="@*" mode="rest"/>
<xsl:template match="@*[. &gt; 100]" mode="rest"><li>et <xsl:value-of select=". - 100"/> autre<xsl:if test=". &gt; 101">s</xsl:if></li></xsl:template>

</xsl:stylesheet>
