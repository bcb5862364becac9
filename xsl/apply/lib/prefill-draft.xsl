<?xml version="1.0" encoding="UTF-8"?>
<!-- prefill-draft.xsl - the last button, what it does, and what happened when no
  draft came of it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="apply" mode="send">
  <div class="g-send">
    <p>
      <xsl:text>Un brouillon sera créé sur Démarches simplifiées et s’ouvrira aussitôt. Le numéro Siret s’y demande en premier. </xsl:text>
      <strong>Ouvrez-le dans les 5 jours et connectez-vous</strong>
      <xsl:text>&#xA0;: sinon il est effacé. Rien n’est déposé tant que vous ne l’avez pas validé là-bas.</xsl:text>
    </p>
    <xsl:apply-templates select="." mode="made"/>
    <ul class="fr-btns-group fr-btns-group--inline-md">
      <li>
        <button class="fr-btn" name="step" value="send">
          <xsl:attribute name="formaction">
            <xsl:apply-templates select=".." mode="action"><xsl:with-param name="below" select="'envoi/'"/></xsl:apply-templates>
          </xsl:attribute>
          <xsl:apply-templates select="." mode="button"/>
        </button>
      </li>
      <li><xsl:call-template name="edit"/></li>
    </ul>
    <xsl:call-template name="keep"/>
    <xsl:call-template name="kept"/>
  </div>
</xsl:template>
<xsl:template match="apply[not(payload/champ) or not(../demarche/@open) or fit/@stops or
    draft/@end = 'unsure' or draft/@end = 'gone']" mode="send">
  <div class="g-send">
    <xsl:call-template name="edit"/>
    <xsl:call-template name="keep"/>
  </div>
</xsl:template>
<xsl:template match="apply" mode="button">Créer mon brouillon</xsl:template>
<!-- Back from the draft, a browser shows this page as it was: a script tells the
  reader, and gives the button its other name. -->
<xsl:template match="apply" mode="made">
  <p class="g-note">Brouillon déjà créé&#x202F;? Le même bouton le rouvre, sans en créer un autre.</p>
  <div class="fr-alert fr-alert--info" id="deja" role="alert" hidden="hidden" data-button="Ouvrir mon brouillon">
    <p>Votre brouillon a peut-être déjà été créé&#xA0;: ce bouton le rouvre, sans en créer un autre.</p>
  </div>
</xsl:template>
<xsl:template match="apply[draft/url]" mode="made"/>
<xsl:template match="apply[draft/url]" mode="button">Ouvrir mon brouillon</xsl:template>
<xsl:template match="apply[draft[not(url)]]" mode="button">Réessayer</xsl:template>

<xsl:template name="edit">
  <button class="fr-btn fr-btn--secondary" name="step" value="edit">Modifier mes réponses</button>
</xsl:template>

<!-- Personal data: what is kept, how long, and its removal. -->
<xsl:template name="kept">
  <p class="g-note">
    <xsl:text>Vos réponses partent chez Démarches simplifiées et ne sont pas gardées ici. Nous notons seulement le nom et le Siren de la collectivité, l’aide, le numéro du dossier et son avancement</xsl:text>
    <xsl:apply-templates select="@keeps"/>
    <xsl:text>. </xsl:text>
    <a href="/donnees-personnelles/">Données personnelles</a>
  </p>
</xsl:template>
<xsl:template match="@keeps"><xsl:value-of select="concat(', pendant ', ., '&#xA0;jours')"/></xsl:template>

<!-- The same by an address: DS makes the draft when it is opened. -->
<xsl:template match="apply/link">
  <details class="g-more-ways">
    <summary>Une autre personne dépose la demande&#xA0;: lui envoyer un lien</summary>
    <p>Qui ouvre ce lien trouve le formulaire avec les mêmes réponses, et crée son propre brouillon. Le lien contient toutes vos réponses&#xA0;: ne l’envoyez qu’à qui peut les lire.</p>
    <div class="fr-input-group">
      <label class="fr-label" for="lien">Lien à copier</label>
      <input class="fr-input" id="lien" readonly="" value="{.}"/>
    </div>
    <p><a class="fr-link" href="{.}" rel="noreferrer">Ouvrir le formulaire prérempli</a></p>
  </details>
</xsl:template>

<!-- Pressed, and shown again -->
<xsl:template match="@again">
  <div class="fr-alert fr-alert--warning" role="status" tabindex="-1" autofocus="">
    <h2 class="fr-alert__title">Relisez avant d’envoyer</h2>
    <p>Vous avez ouvert cette page il y a plus de deux jours, ou le formulaire a changé depuis. Toutes vos réponses sont là&#xA0;: voici ce qui sera envoyé maintenant.</p>
  </div>
</xsl:template>
<xsl:template match="@again[. = 'soon']">
  <div class="fr-alert fr-alert--info" role="status" tabindex="-1" autofocus="">
    <h2 class="fr-alert__title">Relisez avant d’envoyer</h2>
    <p>Cette demande vient d’être ouverte. Voici ce qui sera envoyé&#xA0;: vérifiez-le, puis appuyez de nouveau.</p>
  </div>
</xsl:template>
<xsl:template match="@again[../draft]" priority="1"/>

<!-- No draft -->
<xsl:template match="draft">
  <div class="fr-alert fr-alert--error" role="alert" tabindex="-1" autofocus="">
    <h2 class="fr-alert__title"><xsl:apply-templates select="@end" mode="title"/></h2>
    <p>
      <xsl:apply-templates select="@end"/>
      <xsl:text> Rien de ce que vous avez écrit n’est perdu.</xsl:text>
    </p>
    <xsl:apply-templates select="../link[not(current()/@end = 'gone')]" mode="instead"/>
    <xsl:apply-templates select="/page/demarche/@href"/>
  </div>
</xsl:template>
<!-- The way that needs no answer of DS's: it makes the draft when it is opened. -->
<xsl:template match="link" mode="instead">
  <p><a href="{.}" rel="noreferrer"><strong>Ouvrir le formulaire avec mes réponses</strong></a></p>
</xsl:template>
<xsl:template match="demarche/@href">
  <p><a href="{.}" rel="noreferrer">Ouvrir le formulaire sans réponses préremplies</a></p>
</xsl:template>

<!-- These answers are a draft already. -->
<xsl:template match="draft[url]">
  <div class="fr-alert fr-alert--success" role="status" tabindex="-1" autofocus="">
    <h2 class="fr-alert__title">Votre brouillon a déjà été créé</h2>
    <p><a href="{url}" rel="noreferrer">Ouvrir mon brouillon sur Démarches simplifiées</a></p>
    <p>Modifier une réponse ici fera un autre brouillon.</p>
  </div>
</xsl:template>

<xsl:template match="@end" mode="title">Démarches simplifiées ne répond pas</xsl:template>
<xsl:template match="@end[. = 'refused']" mode="title">Démarches simplifiées a refusé le brouillon</xsl:template>
<xsl:template match="@end[. = 'gone']" mode="title">Ce formulaire n’est plus ouvert sur Démarches simplifiées</xsl:template>
<xsl:template match="@end[. = 'busy']" mode="title">Trop de demandes partent en ce moment</xsl:template>
<xsl:template match="@end[. = 'unsure']" mode="title">Nous ne savons pas si le brouillon a été créé</xsl:template>

<xsl:template match="@end">Aucun brouillon n’a été créé. Réessayez dans quelques minutes.</xsl:template>
<xsl:template match="@end[. = 'refused']">Aucun brouillon n’a été créé. Vérifiez vos réponses, ou ouvrez vous-même le formulaire.</xsl:template>
<xsl:template match="@end[. = 'crowded']" mode="title">Trop de demandes attendent déjà</xsl:template>
<xsl:template match="@end[. = 'gone']">Aucun brouillon n’a été créé. Demandez au financeur si le formulaire doit rouvrir.</xsl:template>
<xsl:template match="@end[. = 'busy' or . = 'crowded']">
  <xsl:text>Aucun brouillon n’a été créé. Attendez </xsl:text>
  <xsl:apply-templates select="." mode="wait"/>
  <xsl:text>, puis réessayez.</xsl:text>
</xsl:template>
<xsl:template match="@end" mode="wait">une minute</xsl:template>
<xsl:template match="@end[../@retry-after &gt; 60]" mode="wait">
  <xsl:value-of select="concat(ceiling(../@retry-after div 60), '&#xA0;minutes')"/>
</xsl:template>
<xsl:template match="@end[. = 'unsure']">La réponse de Démarches simplifiées s’est perdue en chemin. Pour ne pas en créer deux, nous ne renvoyons pas les mêmes réponses. Ouvrez vous-même le formulaire, ou modifiez une réponse et envoyez de nouveau&#xA0;: un brouillon que personne n’ouvre s’efface seul en 5 jours.</xsl:template>

</xsl:stylesheet>
