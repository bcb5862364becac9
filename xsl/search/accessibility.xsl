<?xml version="1.0" encoding="UTF-8"?>
<!-- accessibility.xsl - the statement that RGAA asks for. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/page.xsl"/>
<xsl:include href="../lib/operator.xsl"/>

<xsl:template match="page" mode="title">Déclaration d’accessibilité</xsl:template>

<xsl:template match="page" mode="main">
  <div class="g-text">
    <h1>Déclaration d’accessibilité</h1>
    <xsl:apply-templates select="." mode="commitment"/>
    <xsl:apply-templates select="." mode="state"/>
    <xsl:apply-templates select="operator" mode="results"/>
    <xsl:apply-templates select="operator" mode="made"/>
    <xsl:apply-templates select="operator" mode="report"/>
    <xsl:call-template name="appeal"/>
  </div>
</xsl:template>

<xsl:template match="page" mode="commitment">
  <p>
    <xsl:apply-templates select="operator" mode="name"/>
    <xsl:text> s’engage à rendre ce site accessible, conformément à l’article&#xA0;47 de la loi n°&#xA0;2005-102 du 11&#xA0;février&#xA0;2005.</xsl:text>
  </p>
</xsl:template>

<xsl:template match="page" mode="state">
  <h2>État de conformité</h2>
  <p>
    <xsl:value-of select="site/@name"/>
    <xsl:text> est </xsl:text>
    <strong>
      <xsl:value-of select="site/@accessibility"/>
      <xsl:if test="not(site/@accessibility)">non conforme</xsl:if>
    </strong>
    <xsl:text> avec le référentiel général d’amélioration de l’accessibilité (RGAA), version&#xA0;4.1.</xsl:text>
  </p>
  <xsl:if test="not(site/@accessibility) or site/@accessibility = 'non conforme'">
    <p>Aucun audit n’a encore été réalisé sur ce site. Il est construit pour respecter le RGAA&#xA0;: usage au clavier, avec un lecteur d’écran, agrandi et sans script.</p>
  </xsl:if>
</xsl:template>

<!-- What the model of the RGAA asks a statement to say. -->
<xsl:template match="operator" mode="results">
  <h2>Résultats des tests et contenus non accessibles</h2>
  <p>
    <xsl:call-template name="known">
      <xsl:with-param name="fact" select="@accessibility-results"/>
      <xsl:with-param name="what" select="'résultats de l’audit et contenus non accessibles'"/>
    </xsl:call-template>
  </p>
  <p>Les textes des aides et les liens vers les sites des financeurs viennent d’autres organismes&#xA0;: nous n’en maîtrisons pas l’accessibilité.</p>
</xsl:template>
<xsl:template match="operator" mode="made">
  <h2>Établissement de cette déclaration</h2>
  <p>
    <xsl:text>Cette déclaration a été établie le </xsl:text>
    <xsl:call-template name="known">
      <xsl:with-param name="fact" select="@accessibility-date"/>
      <xsl:with-param name="what" select="'date de la déclaration'"/>
    </xsl:call-template>
    <xsl:text>.</xsl:text>
  </p>
  <p>Le site est construit en HTML5, CSS et SVG. Il a un peu de JavaScript, dont aucune page n’a besoin.</p>
</xsl:template>

<xsl:template match="operator" mode="report">
  <h2>Signaler une difficulté</h2>
  <p>
    <xsl:text>Si une page vous est difficile d’accès, écrivez-nous&#xA0;: </xsl:text>
    <xsl:apply-templates select="." mode="contact"/>
    <xsl:text>. Nous vous donnerons l’information sous une autre forme.</xsl:text>
  </p>
</xsl:template>

<xsl:template name="appeal">
  <h2>Voies de recours</h2>
  <p>Vous avez signalé un défaut qui vous empêche d’accéder à un contenu, et vous n’avez pas reçu de réponse satisfaisante&#x202F;? Vous pouvez&#xA0;:</p>
  <ul>
    <li><a href="https://formulaire.defenseurdesdroits.fr/">écrire au Défenseur des droits</a>&#x202F;;</li>
    <li><a href="https://www.defenseurdesdroits.fr/saisir/delegues">contacter le délégué du Défenseur des droits dans votre région</a>&#x202F;;</li>
    <li>envoyer un courrier, sans timbre, à&#xA0;: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX&#xA0;07.</li>
  </ul>
</xsl:template>

</xsl:stylesheet>
