<?xml version="1.0" encoding="UTF-8"?>
<!-- prefill-who.xsl - step 1: which authority asks.  A GET, so that an agent may
  send a mayor the next page. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="../../territory/lib/choices.xsl"/>
<xsl:include href="stepper.xsl"/>

<xsl:template match="apply[@step = 'who']">
  <xsl:apply-templates select="@fault" mode="summary"/>
  <xsl:apply-templates select="brought"/>
  <xsl:apply-templates select="fit|said"/>
  <xsl:call-template name="stepper">
    <xsl:with-param name="step" select="1"/>
  </xsl:call-template>
  <!-- Enter in a field presses the first button of a form: no choice. -->
  <xsl:if test="typed"><button hidden="hidden" form="qui-demande">Continuer</button></xsl:if>
  <xsl:apply-templates select="choices[choice]"/>
  <xsl:apply-templates select="." mode="lead"/>
  <form class="g-form" novalidate="" id="qui-demande">
    <xsl:apply-templates select="." mode="way"/>
    <xsl:apply-templates select="." mode="authority"/>
    <xsl:apply-templates select="." mode="zip"/>
    <button class="fr-btn">Continuer</button>
    <xsl:if test="typed"><xsl:call-template name="keep"/></xsl:if>
  </form>
  <xsl:apply-templates select="." mode="bring"/>
  <xsl:for-each select=".."><xsl:call-template name="other-forms"/></xsl:for-each>
</xsl:template>

<!-- What will be done, and the acronyms of the aid. -->
<xsl:template match="apply" mode="lead">
  <p class="g-lead">
    <xsl:text>Nous remplissons ce que l’État sait déjà de votre collectivité, puis vous ajoutez votre projet. La demande se dépose sur Démarches simplifiées&#xA0;: «&#xA0;</xsl:text>
    <a href="/demarches/{../demarche/@number}/{$carry}"><xsl:value-of select="../demarche/title"/></a>
    <xsl:text>&#xA0;».</xsl:text>
  </p>
  <xsl:call-template name="acronyms"><xsl:with-param name="text" select="concat(../aid/name, ' ', ../demarche/title)"/></xsl:call-template>
</xsl:template>

<!-- Answers that are there already go on in what is posted. -->
<xsl:template match="apply" mode="way">
  <xsl:attribute name="method">get</xsl:attribute>
  <xsl:attribute name="action"><xsl:apply-templates select=".." mode="application"/></xsl:attribute>
  <xsl:apply-templates select="../demarche" mode="chosen"/>
  <xsl:apply-templates select="../search" mode="hidden"/>
  <input type="hidden" name="step" value="who"/>
</xsl:template>
<xsl:template match="apply[typed]" mode="way">
  <xsl:attribute name="method">post</xsl:attribute>
  <xsl:attribute name="action"><xsl:apply-templates select=".." mode="action"/></xsl:attribute>
  <xsl:if test="@form"><input type="hidden" name="form" value="{@form}"/></xsl:if>
  <xsl:apply-templates select="typed"/>
</xsl:template>

<xsl:template match="demarche" mode="chosen">
  <xsl:if test="count(../offered) &gt; 1">
    <input type="hidden" name="demarche" value="{@number}"/>
  </xsl:if>
</xsl:template>

<xsl:template match="apply" mode="authority">
  <div class="fr-input-group g-combo">
    <xsl:if test="@fault[. != 'open']"><xsl:attribute name="class">fr-input-group fr-input-group--error g-combo</xsl:attribute></xsl:if>
    <label class="fr-label" for="qui">
      <xsl:text>Votre collectivité</xsl:text>
      <span class="fr-hint-text">Son nom, son numéro Siren (9&#xA0;chiffres) ou Siret (14&#xA0;chiffres), ou le code Insee de la commune</span>
    </label>
    <input class="fr-input" id="qui" name="authority" maxlength="200" autocomplete="organization"
      data-suggest="/territoires/" data-id="perimeter_id" data-label="Collectivités"
      data-none="Aucune collectivité trouvée" data-one="1 collectivité proposée"
      data-many="# collectivités proposées" value="{typed-authority}">
      <xsl:if test="@fault[. != 'open']">
        <xsl:attribute name="aria-describedby">qui-erreur</xsl:attribute>
        <xsl:attribute name="aria-invalid">true</xsl:attribute>
      </xsl:if>
    </input>
    <xsl:apply-templates select="@fault" mode="message"/>
  </div>
</xsl:template>

<xsl:template match="apply" mode="zip">
  <div class="fr-input-group">
    <label class="fr-label" for="code-postal">
      <xsl:text>Code postal (facultatif)</xsl:text>
      <span class="fr-hint-text">Il départage les communes de même nom</span>
    </label>
    <input class="fr-input g-short" id="code-postal" name="zip" maxlength="10" inputmode="numeric"
      autocomplete="postal-code" value="{typed-zip}"/>
  </div>
</xsl:template>

<xsl:template match="@fault" mode="message">
  <p class="fr-error-text" id="qui-erreur"><xsl:apply-templates select="." mode="what"/></p>
</xsl:template>
<xsl:template match="@fault" mode="summary">
  <div class="fr-alert fr-alert--error" role="alert" tabindex="-1" autofocus="">
    <h2 class="fr-alert__title">Nous n’avons pas reconnu votre collectivité</h2>
    <p><a href="#qui"><xsl:apply-templates select="." mode="what"/></a></p>
  </div>
</xsl:template>
<xsl:template match="@fault[. = 'open']" mode="summary">
  <div class="fr-alert fr-alert--info" tabindex="-1" autofocus="">
    <h2 class="fr-alert__title">Quelle est votre collectivité&#x202F;?</h2>
    <p><a href="#choix">Choisissez parmi celles qui correspondent</a></p>
  </div>
</xsl:template>
<xsl:template match="@fault" mode="what">Aucune collectivité n’est connue ainsi. Vérifiez l’orthographe, ou donnez un Siren ou un code postal.</xsl:template>
<xsl:template match="@fault[. = 'wrong']" mode="what">Ce numéro est faux&#xA0;: un de ses chiffres ne va pas avec les autres. Un Siren a 9&#xA0;chiffres et désigne un organisme, un Siret en a 5 de plus et désigne un de ses lieux. Relisez-le, ou donnez le nom et le code postal.</xsl:template>
<xsl:template match="@fault[. = 'empty']" mode="what">Dites qui vous êtes&#xA0;: un nom, un Siren ou un code Insee.</xsl:template>
<xsl:template match="@fault[. = 'open']" mode="what">Choisissez plus haut, ou précisez par un code postal.</xsl:template>
<xsl:template match="@fault[. = 'open']" mode="message"/>

<xsl:template match="apply/choices">
  <h3 class="fr-h6" id="choix">Laquelle est la vôtre&#x202F;?</h3>
  <ul class="g-choices"><xsl:apply-templates select="choice"/></ul>
  <p>Elle n’y est pas&#x202F;? <a href="#qui">Donnez son numéro Siren</a>.</p>
</xsl:template>
<xsl:template match="choices/choice">
  <li>
    <a>
      <xsl:attribute name="href">
        <xsl:value-of select="concat('/aides/', /page/aid/@slug, '/candidater/?perimeter_id=', @id)"/>
        <xsl:if test="count(/page/offered) &gt; 1">
          <xsl:value-of select="concat('&amp;demarche=', /page/demarche/@number)"/>
        </xsl:if>
        <xsl:if test="/page/search"><xsl:value-of select="concat('&amp;', /page/search/@carry)"/></xsl:if>
      </xsl:attribute>
      <xsl:apply-templates select="." mode="name"/>
    </a>
    <xsl:apply-templates select="." mode="detail"/>
  </li>
</xsl:template>
<xsl:template match="apply[typed]/choices/choice">
  <li>
    <button class="g-as-link" form="qui-demande" name="perimeter_id" value="{@id}"><xsl:apply-templates select="." mode="name"/></button>
    <xsl:apply-templates select="." mode="detail"/>
  </li>
</xsl:template>
<xsl:template match="choice" mode="detail">
  <span class="g-note">
    <xsl:apply-templates select="." mode="scale"/>
    <xsl:apply-templates select="@department-name"/>
    <xsl:apply-templates select="@population"/>
  </span>
</xsl:template>

</xsl:stylesheet>
