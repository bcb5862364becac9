<?xml version="1.0" encoding="UTF-8"?>
<!-- fault.xsl - the words of errors: by status, then by fault of a parameter.  The
  commonest come last, for the last pattern is tried first. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="param.xsl"/>

<xsl:template match="error" mode="title">Une erreur est survenue</xsl:template>
<xsl:template match="error[@status = 403]" mode="title">Cette page ne vous est pas ouverte</xsl:template>
<xsl:template match="error[@status = 404][../suggestions]|error[@status = 410]" mode="title" priority="1">Cette aide n’est plus ici</xsl:template>
<xsl:template match="error[@status = 405]" mode="title">Cette page ne peut pas être appelée ainsi</xsl:template>
<xsl:template match="error[@status = 408]" mode="title">L’envoi a duré trop longtemps</xsl:template>
<xsl:template match="error[@status = 412 or @status = 416 or @status = 501 or @status = 505]" mode="title">Cette demande n’est pas comprise</xsl:template>
<xsl:template match="error[@status = 421]" mode="title">Ce nom n’est celui d’aucun site d’ici</xsl:template>
<xsl:template match="error[@status = 413]" mode="title">L’envoi est trop volumineux</xsl:template>
<xsl:template match="error[@status = 414]" mode="title">L’adresse est trop longue</xsl:template>
<xsl:template match="error[@status = 429]" mode="title">Trop de demandes en peu de temps</xsl:template>
<xsl:template match="error[@status = 503]" mode="title">Service momentanément indisponible</xsl:template>
<xsl:template match="error[@status = 404]" mode="title">Page introuvable</xsl:template>
<xsl:template match="error[@status = 400]" mode="title">Cette adresse contient une valeur que nous ne comprenons pas</xsl:template>

<xsl:template match="error" mode="what">L’erreur vient de nous et elle est enregistrée. Réessayez dans quelques minutes.</xsl:template>
<xsl:template match="error[@status = 403]" mode="what">Vérifiez l’adresse, ou demandez l’accès à la personne qui vous l’a transmise.</xsl:template>
<xsl:template match="error[@status = 410]" mode="what" priority="2">Elle a été retirée, et n’est plus proposée.</xsl:template>
<xsl:template match="error[@status = 404][../suggestions]" mode="what" priority="1">Elle a été retirée, ou son adresse a changé.</xsl:template>
<xsl:template match="error[@status = 405]" mode="what">Revenez à l’accueil et suivez les liens du site.</xsl:template>
<xsl:template match="error[@status = 408]" mode="what">La connexion est peut-être lente. Revenez à la page précédente, où ce que vous avez écrit est encore, et recommencez.</xsl:template>
<xsl:template match="error[@status = 412 or @status = 416 or @status = 501 or @status = 505]" mode="what">Votre navigateur, ou le logiciel qui demande cette page, attend ce que ce site ne fait pas. Ouvrez l’accueil dans un autre navigateur.</xsl:template>
<xsl:template match="error[@status = 421]" mode="what">L’adresse est peut-être mal copiée, ou ce site n’est plus ici.</xsl:template>
<xsl:template match="error[@status = 413]" mode="what">Revenez à la page précédente, où ce que vous avez écrit est encore, et réduisez-le.</xsl:template>
<xsl:template match="error[@status = 414]" mode="what">Retirez des critères, puis recommencez votre recherche.</xsl:template>
<xsl:template match="error[@status = 429]" mode="what">Attendez une minute, puis recommencez.</xsl:template>
<xsl:template match="error[@status = 503]" mode="what">Réessayez dans quelques minutes. Rien de ce que vous avez fait n’est perdu&#xA0;: ce que vous avez écrit est encore à la page précédente.</xsl:template>
<xsl:template match="error[@status = 404]" mode="what">L’adresse est peut-être mal copiée, ou la page a été retirée.</xsl:template>
<xsl:template match="error[@status = 400]" mode="what">Corrigez l’adresse, ou recommencez votre recherche.</xsl:template>

<xsl:template match="error/param">
  <div class="fr-alert fr-alert--error fr-alert--sm">
    <p>
      <strong><xsl:apply-templates select="." mode="name"/></strong>
      <xsl:text>&#xA0;: </xsl:text>
      <xsl:apply-templates select="@value"/>
      <xsl:apply-templates select="@reason"/>
      <xsl:text>.</xsl:text>
    </p>
  </div>
</xsl:template>

<xsl:template match="param/@value">
  <xsl:value-of select="concat('«&#xA0;', ., '&#xA0;» ')"/>
</xsl:template>

<xsl:template match="param/@reason">n’est pas une valeur acceptée</xsl:template>
<xsl:template match="param/@reason[. = 'date']">n’est pas une date&#x202F;; écrivez l’année, le mois et le jour, par exemple 2027-03-31</xsl:template>
<xsl:template match="param/@reason[. = 'day']">n’est pas une date&#x202F;; écrivez le jour, le mois et l’année, par exemple 31/3/2027</xsl:template>
<xsl:template match="param/@reason[. = 'period']">n’est ni une année ni un mois&#x202F;; écrivez 2027, ou 2027-03</xsl:template>
<xsl:template match="param/@reason[. = 'future']">commence après aujourd’hui</xsl:template>
<xsl:template match="param/@reason[. = 'to-come']">est un jour à venir</xsl:template>
<xsl:template match="param/@reason[. = 'before-history']">
  <xsl:value-of select="concat('vient avant le premier jour connu&#x202F;: ', substring(../@max, 1, 4), '-', substring(../@max, 5, 2), '-', substring(../@max, 7))"/>
</xsl:template>
<xsl:template match="param/@reason[. = 'before-from']">vient avant le premier jour de la période</xsl:template>
<xsl:template match="param/@reason[. = 'over-a-year']">est trop loin&#x202F;; une période dure un an au plus</xsl:template>
<xsl:template match="param/@reason[. = 'cursor']">n’est ni un jour, ni le «&#xA0;cursor&#xA0;» d’une réponse d’ici</xsl:template>
<xsl:template match="param/@reason[. = 'key']">n’est pas ce que dit l’adresse de la page suivante</xsl:template>
<xsl:template match="param/@reason[. = 'with-words']">ne va pas avec des mots&#x202F;: seuls les filtres se demandent d’un autre jour</xsl:template>
<xsl:template match="param/@reason[. = 'empty']">est vide</xsl:template>
<xsl:template match="param/@reason[. = 'unknown-name']">n’est le nom d’aucun paramètre de cette adresse</xsl:template>
<xsl:template match="param/@reason[. = 'integer']">n’est pas un nombre entier</xsl:template>
<xsl:template match="param/@reason[. = 'unknown-value']">n’est pas dans la liste des valeurs possibles</xsl:template>
<xsl:template match="param/@reason[. = 'unknown-format']">n’est pas un format proposé&#x202F;; choisissez csv, xlsx, atom, ics ou xml</xsl:template>
<xsl:template match="param/@reason[. = 'ambiguous']">ne suffit pas à savoir quel territoire&#x202F;; écrivez son code Insee ou Siren dans perimeter_codes</xsl:template>
<xsl:template match="param/@reason[. = 'media']">doit être application/json</xsl:template>
<xsl:template match="param/@reason[. = 'no-body']">est vide&#x202F;; envoyez un objet JSON, «&#xA0;{}&#xA0;» au moins</xsl:template>
<xsl:template match="param/@reason[. = 'json']">n’est pas un objet JSON bien formé</xsl:template>
<xsl:template match="param/@reason[. = 'boolean']">n’est ni 1 (oui) ni 0 (non)</xsl:template>
<xsl:template match="param/@reason[. = 'characters']">contient un signe qui n’est pas permis ici</xsl:template>
<xsl:template match="param/@reason[. = 'utf8']">contient des caractères illisibles&#x202F;; tapez le texte de nouveau</xsl:template>
<xsl:template match="param/@reason[. = 'too-many']">a trop de valeurs<xsl:apply-templates select="../@max" mode="bound"/></xsl:template>
<xsl:template match="param/@reason[. = 'too-long']">est trop long<xsl:apply-templates select="../@max" mode="bound"/></xsl:template>
<xsl:template match="param/@reason[. = 'range']">
  <xsl:value-of select="concat('est hors limites&#x202F;; de 1 à ', ../@max)"/>
</xsl:template>
<xsl:template match="@max" mode="bound"><xsl:value-of select="concat('&#x202F;; ', ., ' au plus')"/></xsl:template>

</xsl:stylesheet>
