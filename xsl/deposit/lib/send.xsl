<?xml version="1.0" encoding="UTF-8"?>
<!-- send.xsl - what to fill in, and the form that sends it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="link" mode="tables">
  <h3 class="fr-h6">Un tableau à remplir</h3>
  <p>Partez du modèle, ou de vos aides telles qu’elles sont publiées. Le commentaire de chaque titre de colonne dit ce qui y est attendu.</p>
  <ul>
    <xsl:call-template name="table"><xsl:with-param name="name" select="'modele'"/><xsl:with-param name="text" select="'Le modèle, vide'"/></xsl:call-template>
    <xsl:if test="@aids"><xsl:call-template name="table"><xsl:with-param name="name" select="'aides'"/><xsl:with-param name="text" select="'Vos aides publiées'"/></xsl:call-template></xsl:if>
  </ul>
</xsl:template>
<xsl:template match="link[@ready = 0]" mode="tables">
  <h3 class="fr-h6">Un tableau à remplir</h3>
  <p>Le modèle est prêt dans quelques minutes&#xA0;: rechargez cette page. Si vous avez déjà un fichier, envoyez-le.</p>
</xsl:template>
<xsl:template name="table">
  <xsl:param name="name"/>
  <xsl:param name="text"/>
  <li>
    <xsl:value-of select="concat($text, '&#xA0;: ')"/>
    <a download=""><xsl:attribute name="href"><xsl:call-template name="address"/><xsl:value-of select="$name"/>.xlsx</xsl:attribute>tableur (XLSX)<span class="g-live"><xsl:value-of select="concat(', ', $text)"/></span></a>
    <xsl:text> ou </xsl:text>
    <a download=""><xsl:attribute name="href"><xsl:call-template name="address"/><xsl:value-of select="$name"/>.csv</xsl:attribute>texte (CSV)<span class="g-live"><xsl:value-of select="concat(', ', $text)"/></span></a>
  </li>
</xsl:template>

<xsl:template match="link" mode="send">
  <h3 class="fr-h6">Envoyer votre fichier</h3>
  <form class="g-form" method="post" enctype="multipart/form-data" novalidate="">
    <xsl:attribute name="action"><xsl:call-template name="address"/></xsl:attribute>
    <xsl:apply-templates select="." mode="upload"/>
    <xsl:call-template name="whole-file"/>
    <button class="fr-btn">Envoyer et vérifier</button>
    <p class="g-note">Rien n’est publié avant que vous ne confirmiez. Le fichier est effacé un mois après.</p>
  </form>
</xsl:template>

<xsl:template match="link" mode="upload">
  <div class="fr-upload-group">
    <xsl:if test="@fault"><xsl:attribute name="class">fr-upload-group fr-upload-group--error</xsl:attribute></xsl:if>
    <label class="fr-label" for="fichier">
      <xsl:text>Votre tableau</xsl:text>
      <span class="fr-hint-text">Un fichier XLSX ou CSV, de 8&#xA0;Mo au plus</span>
    </label>
    <input class="fr-upload" type="file" id="fichier" name="file"
      accept=".xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet">
      <xsl:if test="@fault">
        <xsl:attribute name="aria-describedby">fichier-erreur</xsl:attribute>
        <xsl:attribute name="aria-invalid">true</xsl:attribute>
      </xsl:if>
    </input>
    <xsl:apply-templates select="@fault" mode="beside"/>
  </div>
</xsl:template>

<!-- What it lacks stays, unless it is said. -->
<xsl:template name="whole-file">
  <fieldset class="fr-fieldset">
    <legend class="fr-fieldset__legend">Ce fichier contient</legend>
    <div class="fr-fieldset__element">
      <div class="fr-radio-group">
        <input type="radio" id="partie" name="whole" value="no" checked="checked"/>
        <label class="fr-label" for="partie">Des aides nouvelles ou modifiées<span class="fr-hint-text">Celles qui n’y sont pas restent publiées</span></label>
      </div>
    </div>
    <div class="fr-fieldset__element">
      <div class="fr-radio-group">
        <input type="radio" id="tout" name="whole" value="yes"/>
        <label class="fr-label" for="tout">Toutes vos aides<span class="fr-hint-text">Celles qui n’y sont plus seront retirées</span></label>
      </div>
    </div>
  </fieldset>
</xsl:template>

<!-- ==== a form that sent nothing -->

<xsl:template match="link/@fault" mode="summary">
  <div class="fr-alert fr-alert--error" role="alert" tabindex="-1" autofocus="">
    <h2 class="fr-alert__title">Le fichier n’a pas été envoyé</h2>
    <p><a href="#fichier"><xsl:apply-templates select="." mode="why"/></a></p>
  </div>
</xsl:template>
<xsl:template match="link/@fault" mode="beside">
  <p class="fr-error-text" id="fichier-erreur"><xsl:apply-templates select="." mode="why"/></p>
</xsl:template>
<xsl:template match="link/@fault" mode="why">Choisissez votre fichier, puis recommencez.</xsl:template>
<xsl:template match="link/@fault[. = 'empty']" mode="why">Ce fichier est vide. Enregistrez votre tableau, puis choisissez-le de nouveau.</xsl:template>
<xsl:template match="link/@fault[. = 'large']" mode="why">Ce fichier a plus de 8&#xA0;Mo. Retirez-en les images, ou envoyez vos aides en plusieurs fichiers.</xsl:template>

</xsl:stylesheet>
