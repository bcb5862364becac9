<?xml version="1.0" encoding="UTF-8"?>
<!-- privacy.xsl - what is known of readers: almost nothing, and for how long. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/page.xsl"/>
<xsl:include href="../lib/operator.xsl"/>

<xsl:template match="page" mode="title">Données personnelles</xsl:template>

<xsl:template match="page" mode="main">
  <div class="g-text">
    <h1>Données personnelles</h1>
    <xsl:call-template name="what"/>
    <xsl:apply-templates select="operator/@draft-retention"/>
    <xsl:apply-templates select="operator" mode="table"/>
    <xsl:apply-templates select="operator"/>
  </div>
</xsl:template>

<xsl:template name="what">
  <h2>Ce que nous faisons</h2>
  <p>Chercher une aide ne demande ni compte, ni nom, ni adresse. Ce site ne dépose aucun cookie et n’appelle aucun autre site. Le thème clair ou sombre que vous choisissez reste dans votre navigateur&#xA0;: il ne nous est pas envoyé.</p>
  <p>
    <xsl:text>Le serveur tient un journal technique&#xA0;: adresse IP sans sa fin, page demandée, heure. Il sert à la sécurité. Un second journal sert à compter&#xA0;: ce qui est cherché, lu ou suivi, adresse IP sans sa fin, navigateur. N’en restent que des totaux, qui ne suivent personne, pendant trois ans : les mots et les territoires que trop peu de réseaux ont demandés sont effacés une semaine après la fin du mois. Durée de conservation des journaux&#xA0;: </xsl:text>
    <xsl:call-template name="known">
      <xsl:with-param name="fact" select="operator/@log-retention"/>
      <xsl:with-param name="what" select="'durée de conservation du journal'"/>
    </xsl:call-template>
    <xsl:text>.</xsl:text>
  </p>
</xsl:template>

<!-- The journal of drafts: what sql/schema/009-prefill.sql keeps of them. -->
<xsl:template match="@draft-retention">
  <h2>Quand vous préparez une demande</h2>
  <p>Ce que vous écrivez passe d’une page à l’autre sans être gardé ici&#xA0;: votre navigateur le retient dans l’onglet le temps d’un rechargement, et vous pouvez le garder dans un fichier sur votre ordinateur. Le dernier bouton l’envoie à Démarches simplifiées, service de la direction interministérielle du numérique, qui le traite selon ses propres règles. Rien n’y part avant.</p>
  <p>
    <xsl:text>Nous notons alors, pour savoir ce que deviennent les demandes&#xA0;: le nom et le Siren de la collectivité, l’aide, le formulaire, le nombre de réponses envoyées, le numéro du dossier, son avancement et leurs dates. Aucun nom de personne, aucune de vos réponses. Ces lignes sont effacées au bout de </xsl:text>
    <xsl:value-of select="concat(., '&#xA0;jours')"/>
    <xsl:text>, ou plus tôt si vous le demandez.</xsl:text>
  </p>
  <p>L’adresse du brouillon est gardée pour qu’un second clic ne crée pas un second dossier, chiffrée par une clé que seul votre formulaire a. Elle est effacée quand nous apprenons qu’il est ouvert ou détruit, au plus tard avec la ligne. Quand plusieurs demandes partent à la fois, la vôtre attend son tour&#xA0;: elle est gardée chiffrée de même, le temps d’attendre. Une empreinte de votre réseau, qui ne dit pas lequel, sert pendant une heure à servir chacun à son tour, et est effacée dans les trois heures. Démarches simplifiées détruit un brouillon que personne n’ouvre dans les 5 jours.</p>
</xsl:template>

<!-- By purpose: what the regulation asks to say (RGPD, article 13). -->
<xsl:template match="operator" mode="table">
  <h2>En résumé, par finalité</h2>
  <h3>Sécurité du site et mesure de son usage</h3>
  <dl class="g-facts">
    <dt>Base légale</dt>
    <dd>Mission d’intérêt public (RGPD, article&#xA0;6, 1, e)</dd>
    <dt>Destinataires</dt>
    <dd>Les personnes qui exploitent ce site, et son hébergeur</dd>
    <dt>Conservation</dt>
    <dd>
      <xsl:call-template name="known">
        <xsl:with-param name="fact" select="@log-retention"/>
        <xsl:with-param name="what" select="'durée de conservation du journal'"/>
      </xsl:call-template>
    </dd>
  </dl>
  <xsl:apply-templates select="@draft-retention" mode="table"/>
</xsl:template>
<xsl:template match="@draft-retention" mode="table">
  <h3>Préparation d’une demande</h3>
  <dl class="g-facts">
    <dt>Base légale</dt>
    <dd>Mission d’intérêt public (RGPD, article&#xA0;6, 1, e)</dd>
    <dt>Destinataires</dt>
    <dd>Démarches simplifiées, quand vous l’y envoyez&#x202F;; puis le service qui instruit la demande</dd>
    <dt>Conservation</dt>
    <dd>
      <xsl:text>Vos réponses&#xA0;: aucune ici. Le suivi du dossier&#xA0;: </xsl:text>
      <xsl:value-of select="concat(., '&#xA0;jours au plus')"/>
    </dd>
  </dl>
  <p>Aucune donnée n’est vendue, ni employée pour décider sans intervention humaine.</p>
</xsl:template>

<xsl:template match="operator">
  <h2>Responsable du traitement</h2>
  <p><xsl:apply-templates select="." mode="name"/></p>
  <h2>Vos droits</h2>
  <p>
    <xsl:text>Vous pouvez demander à voir, corriger ou effacer vos données, ou vous opposer à leur usage. Écrivez à la personne déléguée à la protection des données&#xA0;: </xsl:text>
    <xsl:call-template name="mail">
      <xsl:with-param name="to" select="@dpo"/>
      <xsl:with-param name="what" select="'adresse du délégué à la protection des données'"/>
    </xsl:call-template>
    <xsl:text>.</xsl:text>
  </p>
  <p>
    <xsl:text>Si la réponse ne vous convient pas, vous pouvez saisir l’autorité de contrôle&#xA0;: </xsl:text>
    <xsl:value-of select="@supervisor"/>
    <xsl:if test="not(@supervisor)">la Commission nationale de l’informatique et des libertés (Cnil)</xsl:if>
    <xsl:text>.</xsl:text>
  </p>
</xsl:template>

</xsl:stylesheet>
