<?xml version="1.0" encoding="UTF-8"?>
<!-- reason.xsl - why a value does not leave for Démarches simplifiées, or could not
  be read: what it should be, of the attribute that names the rule. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="@*" mode="reason">ce texte contient des signes qui ne passent pas</xsl:template>
<xsl:template match="@*[. = 'unknown-champ']" mode="reason">ce formulaire n’a pas ce champ</xsl:template>
<xsl:template match="@*[. = 'not-asked']" mode="reason">le formulaire ne pose pas cette question avec vos autres réponses</xsl:template>
<xsl:template match="@*[. = 'not-prefillable']" mode="reason">Démarches simplifiées ne permet pas de préremplir ce champ</xsl:template>
<xsl:template match="@*[. = 'in-block']" mode="reason">ce champ ne s’écrit que dans les lignes de son bloc</xsl:template>
<xsl:template match="@*[. = 'foreign']" mode="reason">ce champ n’est pas dans ce bloc</xsl:template>
<xsl:template match="@*[. = 'legal-person']" mode="reason">l’identité ne se préremplit que pour un particulier</xsl:template>
<xsl:template match="@*[. = 'empty']" mode="reason">rien n’est écrit</xsl:template>
<xsl:template match="@*[. = 'scalar']" mode="reason">il faut un seul texte ou un seul nombre</xsl:template>
<xsl:template match="@*[. = 'array']" mode="reason">il faut une liste de deux textes</xsl:template>
<xsl:template match="@*[. = 'integer']" mode="reason">il faut un nombre entier, en chiffres</xsl:template>
<xsl:template match="@*[. = 'decimal']" mode="reason">il faut un nombre, avec trois décimales au plus</xsl:template>
<xsl:template match="@*[. = 'amount']" mode="reason">il faut un montant en euros, par exemple 12&#xA0;500,50&#xA0;€ ou 120&#xA0;k€</xsl:template>
<xsl:template match="@*[. = 'boolean']" mode="reason">il faut oui ou non («&#xA0;true&#xA0;» ou «&#xA0;false&#xA0;»)</xsl:template>
<xsl:template match="@*[. = 'civility']" mode="reason">il faut «&#xA0;M.&#xA0;» ou «&#xA0;Mme&#xA0;»</xsl:template>
<xsl:template match="@*[. = 'date']" mode="reason">écrivez le jour, le mois et l’année, par exemple 3/4/2027 ou 3&#xA0;avril 2027&#x202F;; pour des travaux, le mois et l’année suffisent&#xA0;: avril 2027</xsl:template>
<xsl:template match="@*[. = 'no-such-day']" mode="reason">ce jour n’existe pas, ou n’est pas ce jour de la semaine</xsl:template>
<xsl:template match="@*[. = 'datetime']" mode="reason">il faut une date et une heure, par exemple 2027-04-03T10:30</xsl:template>
<xsl:template match="@*[. = 'option']" mode="reason">le formulaire ne propose pas cette réponse</xsl:template>
<xsl:template match="@*[. = 'title']" mode="reason">c’est un titre de la liste, pas une réponse</xsl:template>
<xsl:template match="@*[. = 'options-unknown']" mode="reason">le formulaire ne dit pas quelles réponses il accepte</xsl:template>
<xsl:template match="@*[. = 'commune']" mode="reason">il faut un code postal et le code Insee d’une commune qu’il dessert&#x202F;; à Paris, Lyon et Marseille, celui de l’arrondissement</xsl:template>
<xsl:template match="@*[. = 'zip']" mode="reason">aucune commune n’a ce code postal</xsl:template>
<xsl:template match="@*[. = 'epci']" mode="reason">il faut un département et le Siren d’une intercommunalité qui y a une commune</xsl:template>
<xsl:template match="@*[. = 'department']" mode="reason">il faut le code ou le nom exact d’un département</xsl:template>
<xsl:template match="@*[. = 'region']" mode="reason">il faut le code ou le nom exact d’une région</xsl:template>
<xsl:template match="@*[. = 'country']" mode="reason">il faut le code à deux lettres ou le nom français d’un pays</xsl:template>
<xsl:template match="@*[. = 'siren']" mode="reason">ces 9 chiffres ne forment pas un Siren&#x202F;; vérifiez chacun d’eux</xsl:template>
<xsl:template match="@*[. = 'siret']" mode="reason">ces chiffres ne forment pas un Siret de 14 chiffres&#x202F;; vérifiez chacun d’eux</xsl:template>
<xsl:template match="@*[. = 'email']" mode="reason">il faut une adresse électronique, par exemple mairie@commune.fr</xsl:template>
<xsl:template match="@*[. = 'phone']" mode="reason">il faut un numéro de téléphone entier, par exemple 05&#xA0;49&#xA0;25&#xA0;70&#xA0;01</xsl:template>
<xsl:template match="@*[. = 'iban']" mode="reason">cet Iban est faux&#x202F;; vérifiez chaque signe</xsl:template>
<xsl:template match="@*[. = 'address']" mode="reason">il faut une adresse de 3 à 200 signes</xsl:template>
<xsl:template match="@*[. = 'dossier']" mode="reason">il faut le numéro d’un dossier, en chiffres</xsl:template>
<xsl:template match="@*[. = 'choice']" mode="reason">ce n’est pas une des réponses possibles</xsl:template>
<xsl:template match="@*[. = 'fact']" mode="reason">aucune donnée ne porte ce nom</xsl:template>
<xsl:template match="@*[. = 'too-long']" mode="reason">c’est trop long</xsl:template>
<xsl:template match="@*[. = 'rows' or . = 'list']" mode="reason">il faut une liste de lignes, 1&#xA0;000 au plus</xsl:template>
<xsl:template match="@*[. = 'ambiguous']" mode="reason">plusieurs collectivités portent ce nom&#x202F;; donnez un Siren ou un code Insee</xsl:template>
<xsl:template match="@*[. = 'unsure']" mode="reason">aucune collectivité ne porte exactement ce nom, et rien n’est rempli d’après lui&#x202F;; donnez un Siren ou un code Insee</xsl:template>
<xsl:template match="@*[. = 'authority']" mode="reason">aucune collectivité n’est connue ainsi</xsl:template>

</xsl:stylesheet>
