<?xml version="1.0" encoding="UTF-8"?>
<!-- reason.xsl - why a value does not leave for Démarches simplifiées, or could not
  be read: what it should be. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template name="reason">
  <xsl:param name="reason"/>
  <xsl:choose>
    <xsl:when test="$reason = 'unknown-champ'">ce formulaire n’a pas ce champ</xsl:when>
    <xsl:when test="$reason = 'not-prefillable'">Démarches simplifiées ne permet pas de préremplir ce champ</xsl:when>
    <xsl:when test="$reason = 'in-block'">ce champ ne s’écrit que dans les lignes de son bloc</xsl:when>
    <xsl:when test="$reason = 'foreign'">ce champ n’est pas dans ce bloc</xsl:when>
    <xsl:when test="$reason = 'legal-person'">l’identité ne se préremplit que pour un particulier</xsl:when>
    <xsl:when test="$reason = 'empty'">rien n’est écrit</xsl:when>
    <xsl:when test="$reason = 'scalar'">il faut un seul texte ou un seul nombre</xsl:when>
    <xsl:when test="$reason = 'array'">il faut une liste de deux textes</xsl:when>
    <xsl:when test="$reason = 'integer'">il faut un nombre entier, en chiffres</xsl:when>
    <xsl:when test="$reason = 'decimal'">il faut un nombre, avec trois décimales au plus</xsl:when>
    <xsl:when test="$reason = 'amount'">il faut un montant en euros, par exemple 12&#xA0;500,50</xsl:when>
    <xsl:when test="$reason = 'boolean'">il faut oui ou non («&#xA0;true&#xA0;» ou «&#xA0;false&#xA0;»)</xsl:when>
    <xsl:when test="$reason = 'civility'">il faut «&#xA0;M.&#xA0;» ou «&#xA0;Mme&#xA0;»</xsl:when>
    <xsl:when test="$reason = 'date'">il faut une date, par exemple 3/4/2027</xsl:when>
    <xsl:when test="$reason = 'datetime'">il faut une date et une heure, par exemple 2027-04-03T10:30</xsl:when>
    <xsl:when test="$reason = 'option'">le formulaire ne propose pas cette réponse</xsl:when>
    <xsl:when test="$reason = 'title'">c’est un titre de la liste, pas une réponse</xsl:when>
    <xsl:when test="$reason = 'options-unknown'">le formulaire ne dit pas quelles réponses il accepte</xsl:when>
    <xsl:when test="$reason = 'commune'">il faut un code postal et le code Insee d’une commune qu’il dessert&#x202F;; à Paris, Lyon et Marseille, celui de l’arrondissement</xsl:when>
    <xsl:when test="$reason = 'zip'">aucune commune n’a ce code postal</xsl:when>
    <xsl:when test="$reason = 'epci'">il faut un département et le Siren d’une intercommunalité qui y a une commune</xsl:when>
    <xsl:when test="$reason = 'department'">il faut le code ou le nom exact d’un département</xsl:when>
    <xsl:when test="$reason = 'region'">il faut le code ou le nom exact d’une région</xsl:when>
    <xsl:when test="$reason = 'country'">il faut le code à deux lettres ou le nom français d’un pays</xsl:when>
    <xsl:when test="$reason = 'siren'">ces 9 chiffres ne forment pas un Siren&#x202F;; vérifiez chacun d’eux</xsl:when>
    <xsl:when test="$reason = 'siret'">ces chiffres ne forment pas un Siret de 14 chiffres&#x202F;; vérifiez chacun d’eux</xsl:when>
    <xsl:when test="$reason = 'email'">il faut une adresse électronique, par exemple mairie@commune.fr</xsl:when>
    <xsl:when test="$reason = 'phone'">il faut un numéro de téléphone, par exemple 05&#xA0;49&#xA0;25&#xA0;70&#xA0;01</xsl:when>
    <xsl:when test="$reason = 'iban'">cet Iban est faux&#x202F;; vérifiez chaque signe</xsl:when>
    <xsl:when test="$reason = 'address'">il faut une adresse de 3 à 200 signes</xsl:when>
    <xsl:when test="$reason = 'dossier'">il faut le numéro d’un dossier, en chiffres</xsl:when>
    <xsl:when test="$reason = 'choice'">ce n’est pas une des réponses possibles</xsl:when>
    <xsl:when test="$reason = 'fact'">aucune donnée ne porte ce nom</xsl:when>
    <xsl:when test="$reason = 'too-long'">c’est trop long</xsl:when>
    <xsl:when test="$reason = 'rows' or $reason = 'list'">il faut une liste de lignes, 1&#xA0;000 au plus</xsl:when>
    <xsl:when test="$reason = 'ambiguous'">plusieurs collectivités portent ce nom&#x202F;; donnez un Siren ou un code Insee</xsl:when>
    <xsl:when test="$reason = 'authority'">aucune collectivité n’est connue ainsi</xsl:when>
    <xsl:otherwise>ce texte contient des signes qui ne passent pas</xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
