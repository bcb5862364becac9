<?xml version="1.0" encoding="UTF-8"?>
<!-- prefill-facts.xsl - step 2: what the form wants to know, what is known of it
  filled in. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="reason.xsl"/>
<xsl:include href="field.xsl"/>
<xsl:include href="theme.xsl"/>

<xsl:template match="apply[@step = 'facts']">
  <!-- Enter in a field presses the first button of a form. -->
  <button hidden="hidden" form="questions" name="step" value="check">Vérifier ma demande</button>
  <div class="g-step">
    <!-- Over the questions where there are two columns: the list of themes is
      whole beside them. -->
    <div class="g-told">
      <xsl:apply-templates select="facts[.//@fault]" mode="summary"/>
      <xsl:apply-templates select="facts[not(.//@fault)][.//@new]" mode="news"/>
      <xsl:apply-templates select="brought"/>
      <xsl:apply-templates select="fit"/>
    </div>
    <div>
      <xsl:call-template name="stepper">
        <xsl:with-param name="step" select="2"/>
      </xsl:call-template>
      <xsl:apply-templates select="facts[group]" mode="themes"/>
      <xsl:apply-templates select="authority"/>
      <xsl:apply-templates select="." mode="bring"/>
    </div>
    <xsl:apply-templates select="." mode="questions"/>
  </div>
</xsl:template>

<xsl:template match="apply" mode="questions">
  <form class="g-form" method="post" novalidate="" id="questions">
    <xsl:attribute name="action"><xsl:apply-templates select=".." mode="action"/></xsl:attribute>
    <xsl:apply-templates select="." mode="bearers"/>
    <xsl:apply-templates select="typed"/>
    <!-- What is new waits to be told until nothing is to be mended. -->
    <xsl:apply-templates select="facts//fact[@depends][not(@new and ancestor::facts//@fault)]" mode="seen"/>
    <xsl:apply-templates select="facts[not(.//@fault)]" mode="first-words"/>
    <xsl:apply-templates select="facts" mode="groups"/>
    <div class="g-send">
      <xsl:if test="not(facts/group)"><button class="fr-btn" name="step" value="check">Vérifier ma demande</button></xsl:if>
      <xsl:call-template name="keep"/>
    </div>
  </form>
</xsl:template>

<!-- Said before anything is to be mended. -->
<xsl:template match="facts" mode="first-words">
  <p class="g-note">
    <xsl:apply-templates select="." mode="empty"/>
    <xsl:text> Rien n’est gardé sur ce site&#xA0;: pour finir un autre jour, gardez vos réponses dans un fichier, ou créez le brouillon.</xsl:text>
  </p>
</xsl:template>
<!-- An answer that the themes call obligatory may wait all the same. -->
<xsl:template match="facts" mode="empty">Ce que vous laissez vide ici vous sera demandé sur Démarches simplifiées.</xsl:template>
<xsl:template match="facts[.//fact[@required]]" mode="empty">Les réponses obligatoires (*) le sont pour Démarches simplifiées&#xA0;: ce que vous laissez vide ici vous y sera demandé.</xsl:template>

<!-- What goes from step to step unseen: the form's own name, and whose it is. -->
<xsl:template match="apply" mode="bearers">
  <input type="hidden" name="form" value="{@form}"/>
  <xsl:apply-templates select="authority" mode="bearer"/>
</xsl:template>
<xsl:template match="authority" mode="bearer">
  <input type="hidden" name="authority" value="{known[@name = 'authority.siren']}"/>
</xsl:template>
<xsl:template match="authority[@perimeter]" mode="bearer">
  <input type="hidden" name="perimeter_id" value="{@perimeter}"/>
</xsl:template>

<xsl:template match="facts" mode="summary">
  <div class="fr-alert fr-alert--error" role="alert" tabindex="-1" autofocus="">
    <h2 class="fr-alert__title"><xsl:apply-templates select="." mode="to-mend"/></h2>
    <ul><xsl:apply-templates select=".//fact[@fault]" mode="summary"/></ul>
  </div>
</xsl:template>
<!-- Asked since the page that was sent. -->
<xsl:template match="facts" mode="news">
  <div class="fr-alert fr-alert--info" tabindex="-1" autofocus="">
    <h2 class="fr-alert__title">Vos réponses en demandent d’autres</h2>
    <ul><xsl:apply-templates select=".//fact[@new]" mode="news"/></ul>
  </div>
</xsl:template>
<xsl:template match="fact" mode="news">
  <li>
    <a href="#{translate(@name, '.', '-')}">
      <xsl:apply-templates select="." mode="whose"/>
      <xsl:value-of select="@label"/>
    </a>
  </li>
</xsl:template>
<xsl:template match="fact" mode="seen"><input type="hidden" name="seen" value="{@name}"/></xsl:template>

<xsl:template match="facts" mode="to-mend">Une réponse est à corriger</xsl:template>
<xsl:template match="facts[count(.//fact[@fault]) &gt; 1]" mode="to-mend">
  <xsl:value-of select="concat(count(.//fact[@fault]), '&#xA0;réponses sont à corriger')"/>
</xsl:template>
<xsl:template match="fact" mode="summary">
  <li>
    <a href="#{translate(@name, '.', '-')}">
      <xsl:apply-templates select="." mode="whose"/>
      <xsl:value-of select="@label"/>
      <span class="g-why">
        <xsl:text>&#xA0;: </xsl:text>
        <xsl:apply-templates select="@fault" mode="reason"/>
      </span>
    </a>
  </li>
</xsl:template>
<!-- Two persons have a telephone, five lines an amount. -->
<xsl:template match="fact" mode="whose"/>
<xsl:template match="group[@subject = 'signatory' or @subject = 'contact']/fact" mode="whose">
  <xsl:value-of select="concat(../@label, ', ')"/>
</xsl:template>
<xsl:template match="line/fact" mode="whose">
  <xsl:value-of select="concat(ancestor::group/@label, ', ligne&#xA0;')"/>
  <xsl:number count="line"/>
  <xsl:text>, </xsl:text>
</xsl:template>

<!-- What Guichet found. -->
<xsl:template match="authority">
  <details class="g-known" name="avec">
    <summary>Ce que nous savons déjà</summary>
    <dl class="g-pairs" tabindex="0">
      <xsl:apply-templates select="known[not(@name = 'authority.code' or @name = 'authority.insee' or
        @name = 'authority.epci-name' or @name = 'authority.address')]"/>
    </dl>
    <p class="g-note">D’après le référentiel public des collectivités (Insee, Banatic).</p>
  </details>
  <p><xsl:call-template name="change"/></p>
</xsl:template>
<xsl:template match="authority[@unknown]">
  <div class="fr-alert fr-alert--info fr-alert--sm">
    <p>
      <xsl:value-of select="concat('Nous ne connaissons pas le Siren ', known[@name = 'authority.siren'],
        '&#xA0;: vérifiez-le, ou dites vous-même qui vous êtes. ')"/>
      <xsl:call-template name="change"/>
    </p>
  </div>
</xsl:template>
<!-- A button of the form: what is written there goes along. -->
<xsl:template name="change">
  <xsl:param name="form" select="'questions'"/>
  <button class="g-as-link" form="{$form}" name="step" value="who">Changer de collectivité</button>
</xsl:template>
<xsl:template match="known">
  <div>
    <dt><xsl:value-of select="@label"/></dt>
    <dd><xsl:apply-templates select="." mode="value"/></dd>
  </div>
</xsl:template>
<xsl:template match="known" mode="value"><xsl:value-of select="."/></xsl:template>
<xsl:template match="known[@name = 'authority.population']" mode="value">
  <xsl:apply-templates select="." mode="number"/>
</xsl:template>

</xsl:stylesheet>
