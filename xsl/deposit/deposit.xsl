<?xml version="1.0" encoding="UTF-8"?>
<!-- deposit.xsl - a backer deposits a file: what to fill in, what it will change, done. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/fact-page.xsl"/>
<xsl:include href="../lib/ask.xsl"/>
<xsl:include href="lib/send.xsl"/>
<xsl:include href="lib/effects.xsl"/>
<xsl:include href="lib/faults.xsl"/>
<xsl:include href="lib/fields.xsl"/>

<xsl:template match="page" mode="here">Déposer vos aides</xsl:template>
<xsl:template match="page" mode="title">
  <xsl:if test="link/@fault or (not(link/@over) and deposit/@state = 'refused')">Erreur&#xA0;: </xsl:if>
  <xsl:apply-templates select="deposit/@state" mode="title"/>
  <xsl:text>Déposer vos aides</xsl:text>
</xsl:template>
<xsl:template match="@state" mode="title"/>
<xsl:template match="@state[. = 'sent']" mode="title">Vérification en cours – </xsl:template>
<xsl:template match="@state[. = 'checked'][not(../@answer)]" mode="title">Étape 2 sur 2 – </xsl:template>
<xsl:template match="@state[. = 'taken']" mode="title">C’est fait – </xsl:template>

<!-- Its address is a key: nothing names it, and no search engine shows it. -->
<xsl:template match="page" mode="meta"><meta name="robots" content="noindex"/></xsl:template>

<!-- What the job does is seen without a script. -->
<xsl:template match="page" mode="head">
  <xsl:apply-templates select="deposit[not(../link/@fault)]" mode="refresh"/>
</xsl:template>
<xsl:template match="deposit" mode="refresh"/>
<xsl:template match="deposit[@state = 'sent' or (@state = 'checked' and @answer = 1)]" mode="refresh">
  <meta http-equiv="refresh" content="5"/>
</xsl:template>
<xsl:template name="address"><xsl:value-of select="concat(substring-before(/page/request/@path, '~'), '~', substring-before(substring-after(/page/request/@path, '~'), '/'), '/')"/></xsl:template>

<xsl:template match="page" mode="main">
  <div class="g-apply">
    <h1>Déposer vos aides</h1>
    <xsl:apply-templates select="link"/>
    <xsl:apply-templates select="site/@contact" mode="ask"/>
  </div>
</xsl:template>

<xsl:template match="link[@over]">
  <div class="fr-alert fr-alert--warning">
    <h2 class="fr-alert__title">Ce lien n’est plus valable depuis le <xsl:apply-templates select="@ends" mode="date"/></h2>
    <p>Vos aides restent publiées telles qu’elles sont. Pour les mettre à jour, demandez un autre lien à la personne qui vous a donné celui-ci.</p>
  </div>
</xsl:template>
<xsl:template match="link">
  <xsl:apply-templates select="@fault" mode="summary"/>
  <xsl:apply-templates select="../deposit" mode="news"/>
  <p class="fr-text--lead">
    <xsl:text>Ce lien est personnel&#xA0;: </xsl:text><xsl:value-of select="@contact"/>
    <xsl:text>. Il met à jour les aides «&#xA0;</xsl:text><xsl:value-of select="@source"/>
    <xsl:text>&#xA0;», jusqu’au </xsl:text><xsl:apply-templates select="@ends" mode="date"/>.
  </p>
  <xsl:apply-templates select="." mode="step"/>
</xsl:template>

<!-- The first step, below what came of the file before, if any; nothing else is asked
  while the job has it in hand, but another file may take its place. -->
<xsl:template match="link" mode="step">
  <xsl:apply-templates select="../deposit" mode="told"/>
  <xsl:call-template name="deposit-step"><xsl:with-param name="step" select="1"/></xsl:call-template>
  <xsl:apply-templates select="." mode="tables"/>
  <xsl:apply-templates select="." mode="send"/>
</xsl:template>
<xsl:template match="link[../deposit[@state = 'sent' or @state = 'checked'][not(@answer) or @answer = 1]]" mode="step">
  <xsl:apply-templates select="../deposit[@state = 'checked'][not(@answer)]" mode="check"/>
  <details class="g-more-ways">
    <xsl:if test="@fault"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
    <summary><xsl:apply-templates select="../deposit" mode="another"/></summary>
    <xsl:apply-templates select="." mode="send"/>
  </details>
</xsl:template>
<xsl:template match="deposit" mode="another">Envoyer un autre fichier à la place</xsl:template>
<xsl:template match="deposit[@answer = 1]" mode="another">Envoyer un autre fichier ensuite</xsl:template>

<xsl:template name="deposit-step">
  <xsl:param name="step"/>
  <div class="fr-stepper">
    <h2 class="fr-stepper__title">
      <xsl:choose>
        <xsl:when test="$step = 1">Votre fichier</xsl:when>
        <xsl:otherwise>Vérifier et confirmer</xsl:otherwise>
      </xsl:choose>
      <span class="fr-stepper__state"><xsl:value-of select="concat('Étape ', $step, ' sur 2')"/></span>
    </h2>
    <div class="fr-stepper__steps" data-fr-current-step="{$step}" data-fr-steps="2"></div>
    <xsl:if test="$step = 1">
      <p class="fr-stepper__details"><span class="fr-text--bold">Étape suivante&#xA0;: </span>Vérifier et confirmer</p>
    </xsl:if>
  </div>
</xsl:template>

<!-- ==== how the last file stands, first of all -->

<xsl:template match="deposit" mode="news"/>
<xsl:template match="deposit[@state = 'sent']" mode="news">
  <div class="fr-alert fr-alert--info" role="status">
    <h2 class="fr-alert__title">Votre fichier est arrivé, sa vérification commence dans la minute</h2>
    <p><xsl:apply-templates select="@name" mode="quoted"/>Cette page se met à jour d’elle-même, et montre bientôt ce qui changera. Rien n’est publié avant que vous ne confirmiez.</p>
    <p><a><xsl:attribute name="href"><xsl:call-template name="address"/></xsl:attribute>Voir si c’est prêt</a></p>
  </div>
</xsl:template>
<xsl:template match="deposit[@state = 'checked'][@answer = 1]" mode="news">
  <div class="fr-alert fr-alert--info" role="status">
    <h2 class="fr-alert__title">Votre confirmation est enregistrée</h2>
    <p>Vos aides sont mises à jour dans la minute. Cette page se met à jour d’elle-même&#xA0;; vous pouvez aussi la fermer.</p>
    <p><a><xsl:attribute name="href"><xsl:call-template name="address"/></xsl:attribute>Voir si c’est fait</a></p>
  </div>
</xsl:template>
<xsl:template match="deposit[@state = 'dropped' or (@state = 'checked' and @answer = 0)]" mode="news">
  <div class="fr-alert fr-alert--info" role="status">
    <h2 class="fr-alert__title">Ce fichier est annulé</h2>
    <p><xsl:apply-templates select="@name" mode="quoted"/>Rien n’a changé dans le catalogue.</p>
  </div>
</xsl:template>
<xsl:template match="deposit[@state = 'refused']" mode="news">
  <div class="fr-alert fr-alert--error" role="alert">
    <h2 class="fr-alert__title">Ce fichier ne peut pas être pris</h2>
    <p><xsl:apply-templates select="@name" mode="quoted"/><xsl:apply-templates select="." mode="why"/></p>
    <p>Rien n’a changé dans le catalogue. Corrigez le fichier, puis envoyez-le de nouveau.</p>
  </div>
</xsl:template>
<xsl:template match="deposit[@state = 'same']" mode="news">
  <div class="fr-alert fr-alert--info" role="status">
    <h2 class="fr-alert__title">Il n’y a rien à changer</h2>
    <p><xsl:apply-templates select="@name" mode="quoted"/>Vos aides sont déjà comme dans ce fichier.</p>
  </div>
</xsl:template>
<xsl:template match="deposit[@state = 'taken']" mode="news">
  <div class="fr-alert fr-alert--success" role="status">
    <h2 class="fr-alert__title">C’est fait&#xA0;: vos aides sont à jour</h2>
    <p><xsl:apply-templates select="@name" mode="quoted"/>Voici ce qui a changé.</p>
  </div>
</xsl:template>
<xsl:template match="deposit[@state = 'checked'][not(@answer)][@round &gt; 1]" mode="news">
  <div class="fr-alert fr-alert--warning" role="status">
    <h2 class="fr-alert__title">Le catalogue a changé entre-temps</h2>
    <p>Ce que vous aviez confirmé ne correspond plus à ce qui se passerait. Rien n’a été fait. Relisez ce qui changera maintenant, puis confirmez de nouveau.</p>
  </div>
</xsl:template>

<xsl:template match="@name" mode="quoted"><xsl:value-of select="concat('Fichier «&#xA0;', ., '&#xA0;». ')"/></xsl:template>
<xsl:template match="@name[. = '']" mode="quoted"/>

<!-- What is told of a file that waits for nobody. -->
<xsl:template match="deposit" mode="told"/>
<xsl:template match="deposit[@state = 'taken']" mode="told">
  <xsl:apply-templates select="." mode="effects"/>
  <xsl:apply-templates select="." mode="faults"/>
</xsl:template>
<xsl:template match="deposit[@state = 'refused' or @state = 'same']" mode="told">
  <xsl:apply-templates select="." mode="held"/>
  <xsl:apply-templates select="." mode="faults"/>
</xsl:template>

<!-- ==== the second step -->

<xsl:template match="deposit" mode="check">
  <xsl:call-template name="deposit-step"><xsl:with-param name="step" select="2"/></xsl:call-template>
  <p><xsl:apply-templates select="@name" mode="quoted"/>Il est vérifié. Voici ce qui changera si vous confirmez.</p>
  <xsl:apply-templates select="." mode="effects"/>
  <xsl:apply-templates select="." mode="faults"/>
  <form class="g-form" method="post">
    <xsl:attribute name="action"><xsl:call-template name="address"/>reponse/</xsl:attribute>
    <input type="hidden" name="deposit" value="{@id}"/>
    <input type="hidden" name="round" value="{@round}"/>
    <ul class="fr-btns-group fr-btns-group--inline-md">
      <li><button class="fr-btn" name="step" value="confirm">Confirmer</button></li>
      <li><button class="fr-btn fr-btn--secondary" name="step" value="cancel">Annuler</button></li>
    </ul>
  </form>
</xsl:template>

</xsl:stylesheet>
