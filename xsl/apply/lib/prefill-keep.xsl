<?xml version="1.0" encoding="UTF-8"?>
<!-- prefill-keep.xsl - answers that a reader keeps in a file, and brings back another
  day; and those that go on from a page unseen. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<!-- Of the form around it: the file has what is in it now. -->
<xsl:template name="keep">
  <div class="g-keep">
    <button class="fr-btn fr-btn--secondary fr-btn--sm" name="step" value="keep">
      <xsl:attribute name="formaction">
        <xsl:value-of select="concat('/aides/', /page/aid/@slug, '/candidater/?demarche=', /page/demarche/@number, '&amp;format=answers')"/>
      </xsl:attribute>
      <xsl:text>Garder mes réponses dans un fichier</xsl:text>
    </button>
    <p class="g-note">Cette demande le reprend un autre jour&#xA0;: «&#xA0;Reprendre des réponses gardées&#xA0;». Il contient toutes vos réponses&#xA0;: rangez-le comme un dossier.</p>
  </div>
</xsl:template>

<xsl:template match="typed"><input type="hidden" name="{@name}" value="{.}"/></xsl:template>

<!-- Back in, on either step that asks: whoever comes from a search for a place is
  known, and their page opens at the second. -->
<xsl:template match="apply" mode="bring">
  <details class="g-more-ways" name="avec">
    <xsl:if test="brought/@fault"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
    <summary>Reprendre des réponses gardées</summary>
    <form class="g-form" method="post" enctype="multipart/form-data" novalidate="">
      <xsl:attribute name="action"><xsl:apply-templates select="/page" mode="action"/></xsl:attribute>
      <div class="fr-upload-group">
        <xsl:if test="brought/@fault"><xsl:attribute name="class">fr-upload-group fr-upload-group--error</xsl:attribute></xsl:if>
        <label class="fr-label" for="fichier">
          <xsl:text>Votre fichier de réponses</xsl:text>
          <span class="fr-hint-text">Son nom commence par «&#xA0;reponses&#xA0;» et finit par «&#xA0;.xml&#xA0;»</span>
        </label>
        <input class="fr-upload" type="file" id="fichier" name="file" accept=".xml,text/xml,application/xml">
          <xsl:if test="brought/@fault">
            <xsl:attribute name="aria-describedby">fichier-erreur</xsl:attribute>
            <xsl:attribute name="aria-invalid">true</xsl:attribute>
          </xsl:if>
        </input>
        <xsl:apply-templates select="brought/@fault" mode="beside"/>
      </div>
      <xsl:apply-templates select="." mode="replaced"/>
      <button class="fr-btn fr-btn--secondary">Reprendre mes réponses</button>
    </form>
  </details>
</xsl:template>
<xsl:template match="apply" mode="replaced"/>
<xsl:template match="apply[typed or facts]" mode="replaced">
  <p class="g-note">Elles remplacent ce qui est écrit sur cette page.</p>
</xsl:template>
<xsl:template match="brought/@fault" mode="beside">
  <p class="fr-error-text" id="fichier-erreur"><xsl:apply-templates select="." mode="why"/></p>
</xsl:template>

<!-- What came of it. -->
<xsl:template match="brought[@fault]">
  <div class="fr-alert fr-alert--error" role="alert" tabindex="-1" autofocus="">
    <h2 class="fr-alert__title">Ce fichier n’a pas pu être repris</h2>
    <p><a href="#fichier"><xsl:apply-templates select="@fault" mode="why"/></a></p>
  </div>
</xsl:template>
<xsl:template match="@fault" mode="why">Ce n’est pas un fichier de réponses gardé ici.</xsl:template>
<xsl:template match="@fault[. = 'empty']" mode="why">Choisissez le fichier, puis recommencez&#xA0;: rien n’a été envoyé.</xsl:template>
<xsl:template match="@fault[. = 'utf8' or . = 'xml']" mode="why">Ce n’est pas un fichier de réponses, ou il a été abîmé. Prenez-le tel qu’il a été enregistré.</xsl:template>
<xsl:template match="@fault[. = 'version']" mode="why">Ce fichier vient d’une version plus récente du site, que celle-ci ne sait pas lire.</xsl:template>
<xsl:template match="@fault[. = 'too-many']" mode="why">Ce fichier a trop de réponses pour être celui d’une demande.</xsl:template>

<xsl:template match="brought">
  <div class="fr-alert fr-alert--success" role="status" tabindex="-1" autofocus="">
    <h2 class="fr-alert__title">Vos réponses sont reprises</h2>
    <xsl:apply-templates select="@saved"/>
  </div>
</xsl:template>
<xsl:template match="brought[other or dropped or @made]">
  <div class="fr-alert fr-alert--warning" role="status" tabindex="-1" autofocus="">
    <h2 class="fr-alert__title"><xsl:apply-templates select="." mode="title"/></h2>
    <xsl:apply-templates select="@saved"/>
    <xsl:apply-templates select="@made|other"/>
    <xsl:if test="dropped">
      <p>Ce formulaire n’a pas de place pour ces réponses, qui ne sont pas reprises&#xA0;:</p>
      <ul><xsl:apply-templates select="dropped"/></ul>
    </xsl:if>
  </div>
</xsl:template>
<xsl:template match="brought" mode="title">Vos réponses sont reprises</xsl:template>
<xsl:template match="brought[dropped]" mode="title">Vos réponses sont reprises, sauf quelques-unes</xsl:template>
<xsl:template match="brought[other]" mode="title" priority="1">Ce fichier vient d’une autre demande</xsl:template>
<xsl:template match="brought/@saved">
  <p>Réponses gardées le <xsl:apply-templates select="." mode="date"/>&#xA0;: relisez-les.</p>
</xsl:template>
<xsl:template match="brought/@made">
  <p>Un brouillon a déjà été créé avec ces réponses le <xsl:apply-templates select="." mode="date"/>&#xA0;; n’en créez un autre que si vous ne le retrouvez pas sur Démarches simplifiées.</p>
</xsl:template>
<xsl:template match="other">
  <p>Les réponses que ce formulaire demande aussi sont reprises ici.</p>
</xsl:template>
<xsl:template match="other[@slug]">
  <p>
    <xsl:text>Il a été gardé pour «&#xA0;</xsl:text>
    <a href="/aides/{@slug}/candidater/"><xsl:value-of select="."/></a>
    <xsl:text>&#xA0;». Les réponses que ce formulaire demande aussi sont reprises ici.</xsl:text>
  </p>
</xsl:template>
<xsl:template match="dropped">
  <li>
    <xsl:apply-templates select="." mode="name"/>
    <xsl:text>&#xA0;: «&#xA0;</xsl:text>
    <xsl:apply-templates select="." mode="value"/>
    <xsl:text>&#xA0;»</xsl:text>
  </li>
</xsl:template>
<xsl:template match="dropped" mode="name"><xsl:value-of select="@name"/></xsl:template>
<xsl:template match="dropped[@label]" mode="name">
  <xsl:apply-templates select="@theme[. != '']|@line" mode="dropped"/>
  <xsl:value-of select="@label"/>
</xsl:template>
<xsl:template match="@theme" mode="dropped"><xsl:value-of select="concat(., ', ')"/></xsl:template>
<xsl:template match="@line" mode="dropped"><xsl:value-of select="concat('ligne&#xA0;', ., ', ')"/></xsl:template>
<xsl:template match="dropped" mode="value"><xsl:value-of select="."/></xsl:template>
<xsl:template match="dropped[@type = 'boolean'][. = 'true']" mode="value">Oui</xsl:template>
<xsl:template match="dropped[@type = 'boolean'][. = 'false']" mode="value">Non</xsl:template>

</xsl:stylesheet>
