<?xml version="1.0" encoding="UTF-8"?>
<!-- prefill-check.xsl - step 3: what will be sent, what not and why, and what
  stays to be done there; then one button. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="prefill-draft.xsl"/>
<xsl:include href="doubt.xsl"/>

<xsl:template match="apply[@step = 'check']">
  <xsl:apply-templates select="draft|@again"/>
  <xsl:apply-templates select="fit"/>
  <xsl:call-template name="stepper">
    <xsl:with-param name="step" select="3"/>
  </xsl:call-template>
  <xsl:apply-templates select="doubts"/>
  <xsl:apply-templates select="payload"/>
  <form class="g-form" method="post" id="suite">
    <xsl:attribute name="action"><xsl:apply-templates select=".." mode="action"/></xsl:attribute>
    <input type="hidden" name="form" value="{@form}"/>
    <input type="hidden" name="shown" value="{@shown}"/>
    <xsl:apply-templates select="typed"/>
    <xsl:apply-templates select="." mode="send"/>
  </form>
  <xsl:apply-templates select="link[../payload/champ]"/>
</xsl:template>

<xsl:template match="payload">
  <section aria-labelledby="envoye">
    <h3 class="fr-h5" id="envoye"><xsl:apply-templates select="." mode="sent"/></h3>
    <xsl:apply-templates select="champ[generate-id() = generate-id(key('part', concat('champ', @under)))]" mode="part"/>
  </section>
  <xsl:if test="refused">
    <section aria-labelledby="refuse">
      <h3 class="fr-h5" id="refuse">Ce qui ne sera pas envoyé</h3>
      <p>Démarches simplifiées ne prendrait pas ces réponses. Corrigez-les, ou saisissez-les là-bas.</p>
      <ul><xsl:apply-templates select="refused"/></ul>
    </section>
  </xsl:if>
  <section aria-labelledby="reste">
    <h3 class="fr-h5" id="reste">
      <xsl:text>Ce qui restera à remplir sur Démarches simplifiées</xsl:text>
      <xsl:apply-templates select="missing[1]" mode="count"/>
    </h3>
    <xsl:apply-templates select="." mode="left"/>
    <p><a href="/demarches/{@demarche}/{$carry}">Voir toutes les questions du formulaire</a></p>
  </section>
  <xsl:apply-templates select="." mode="pieces"/>
</xsl:template>
<xsl:template match="payload" mode="pieces"/>
<xsl:template match="payload[attachment]" mode="pieces">
  <section aria-labelledby="pieces">
    <h3 class="fr-h5" id="pieces">Les pièces à joindre sur Démarches simplifiées</h3>
    <p>Le formulaire dit dans quel cas chacune est demandée.</p>
    <ul><xsl:apply-templates select="attachment"/></ul>
  </section>
</xsl:template>

<!-- Under the titles of the form, for "Nom" alone does not say of whom. -->
<xsl:key name="part" match="payload/champ | missing" use="concat(name(), @under)"/>
<xsl:template match="champ" mode="part">
  <xsl:apply-templates select="@under"/>
  <dl class="g-pairs"><xsl:apply-templates select="key('part', concat('champ', @under))"/></dl>
</xsl:template>
<xsl:template match="missing" mode="part">
  <xsl:apply-templates select="@under"/>
  <ul><xsl:apply-templates select="key('part', concat('missing', @under))"/></ul>
</xsl:template>
<xsl:template match="@under"><h4 class="g-part"><xsl:value-of select="."/></h4></xsl:template>

<xsl:template match="attachment"><li><xsl:value-of select="label"/></li></xsl:template>
<xsl:template match="attachment[@required]"><li><xsl:value-of select="label"/> (obligatoire)</li></xsl:template>

<xsl:template match="payload" mode="sent">
  <xsl:text>Ce qui sera envoyé&#xA0;: </xsl:text>
  <xsl:value-of select="count(champ)"/>
  <xsl:text> réponse</xsl:text>
  <xsl:if test="count(champ) &gt; 1">s</xsl:if>
</xsl:template>
<xsl:template match="payload[not(champ)]" mode="sent">Rien à envoyer pour l’instant</xsl:template>
<xsl:template match="payload" mode="left">
  <p>Aucune réponse obligatoire, hors pièces jointes.</p>
</xsl:template>
<xsl:template match="payload[missing]" mode="left">
  <p>Ces réponses sont obligatoires. Certaines dépendent des autres&#xA0;: toutes ne vous seront peut-être pas demandées.</p>
  <xsl:apply-templates select="missing[generate-id() = generate-id(key('part', concat('missing', @under)))]" mode="part"/>
</xsl:template>
<xsl:template match="missing" mode="count">
  <xsl:text>&#xA0;: </xsl:text>
  <xsl:value-of select="count(../missing)"/>
  <xsl:text> réponse</xsl:text>
  <xsl:if test="count(../missing) &gt; 1">s</xsl:if>
</xsl:template>
<xsl:template match="missing"><li><xsl:value-of select="label"/><xsl:apply-templates select="." mode="back"/></li></xsl:template>

<!-- Back to the field that the answer came from: the button posts all answers,
  the address says where. -->
<xsl:template match="champ | missing" mode="back"/>
<xsl:template match="champ[@field] | missing[@field]" mode="back">
  <xsl:text> </xsl:text>
  <button class="fr-btn fr-btn--tertiary-no-outline fr-btn--sm" form="suite" name="step" value="edit">
    <xsl:attribute name="formaction">
      <xsl:apply-templates select="/page" mode="action"/>
      <xsl:value-of select="concat('#', translate(@field, '.', '-'))"/>
    </xsl:attribute>
    <xsl:attribute name="aria-label"><xsl:value-of select="concat('Modifier&#xA0;: ', label)"/></xsl:attribute>
    <xsl:text>Modifier</xsl:text>
  </button>
</xsl:template>

<xsl:template match="refused">
  <li>
    <strong><xsl:value-of select="label"/></strong>
    <xsl:apply-templates select="value" mode="refused"/>
    <xsl:text>&#xA0;: </xsl:text>
    <xsl:apply-templates select="@reason" mode="reason"/>
    <xsl:text>.</xsl:text>
  </li>
</xsl:template>
<xsl:template match="value" mode="refused"><xsl:value-of select="concat(' («&#xA0;', ., '&#xA0;»)')"/></xsl:template>

<!-- A champ, as its reader knows it: names, not codes. -->
<xsl:template match="payload/champ">
  <div>
    <dt><xsl:value-of select="label"/></dt>
    <dd>
      <xsl:apply-templates select="." mode="shown"/>
      <xsl:apply-templates select="self::*[@money or @type = 'Date']" mode="wrote"/>
      <xsl:apply-templates select="." mode="back"/>
    </dd>
  </div>
</xsl:template>
<!-- How it was written, where it was understood, an amount, a date: more was changed
  than blanks, the comma, zeros after it and the sign.  Of a sum, each of its lines. -->
<xsl:key name="typed" match="typed[. != '']" use="@name"/>
<xsl:template match="champ" mode="wrote">
  <xsl:variable name="of" select="line | self::*[not(line)]/value"/>
  <xsl:variable name="changed"><xsl:apply-templates select="$of" mode="changed"/></xsl:variable>
  <xsl:if test="$changed != ''">
    <span class="g-note g-wrote">Vous avez écrit <xsl:apply-templates select="key('typed', ($of | $of/..)/@source)" mode="listed"/></span>
  </xsl:if>
</xsl:template>
<xsl:template match="value | line" mode="changed">
  <xsl:variable name="typed" select="key('typed', (. | ..)/@source)"/>
  <xsl:variable name="bare" select="translate($typed, ',&#x20;&#xA0;&#x2009;&#x202F;€', '.')"/>
  <xsl:if test="$typed and $bare != . and not(number($bare) = number(translate(., ',', '.')))">x</xsl:if>
</xsl:template>
<xsl:template match="typed" mode="listed">
  <xsl:if test="position() != 1">, </xsl:if>
  <xsl:value-of select="concat('«&#xA0;', ., '&#xA0;»')"/>
</xsl:template>

<xsl:template match="champ" mode="shown"><xsl:value-of select="value"/></xsl:template>
<xsl:template match="champ[@type = 'Textarea']" mode="shown"><span class="g-lines"><xsl:value-of select="value"/></span></xsl:template>
<xsl:template match="champ[@type = 'Date']" mode="shown"><xsl:apply-templates select="value" mode="date"/></xsl:template>
<xsl:template match="champ[@type = 'IntegerNumber' or @type = 'DecimalNumber']" mode="shown">
  <xsl:apply-templates select="value" mode="amount"/>
</xsl:template>
<xsl:template match="champ[@money][value]" mode="shown" priority="1">
  <xsl:apply-templates select="value" mode="cents"/>
  <xsl:apply-templates select="@exact"/>
</xsl:template>
<!-- In a text, the comma parts the cents. -->
<xsl:template match="champ[@money][contains(value, ',')]" mode="shown" priority="2"><xsl:value-of select="concat(value, '&#xA0;€')"/></xsl:template>
<xsl:template match="@exact">
  <xsl:text> (arrondi à l’euro le plus proche&#xA0;: </xsl:text>
  <xsl:apply-templates select="." mode="cents"/>
  <xsl:text>)</xsl:text>
</xsl:template>
<xsl:template match="champ[value = 'true']" mode="shown">Oui</xsl:template>
<xsl:template match="champ[value = 'false']" mode="shown">Non</xsl:template>
<xsl:template match="champ[item]" mode="shown">
  <xsl:for-each select="item">
    <xsl:if test="position() != 1">, </xsl:if>
    <xsl:value-of select="."/>
  </xsl:for-each>
</xsl:template>
<xsl:template match="champ[name]" mode="shown" priority="1">
  <xsl:value-of select="name"/>
  <xsl:apply-templates select="item[1][../@type = 'Commune']" mode="zip"/>
</xsl:template>
<xsl:template match="item" mode="zip"><xsl:value-of select="concat(' (', ., ')')"/></xsl:template>
<xsl:template match="champ[row]" mode="shown">
  <ol class="g-rows"><xsl:apply-templates select="row"/></ol>
</xsl:template>
<xsl:template match="row"><li><xsl:apply-templates select="champ"/></li></xsl:template>
<xsl:template match="row/champ">
  <xsl:if test="position() != 1"> · </xsl:if>
  <xsl:value-of select="concat(label, '&#xA0;: ')"/>
  <xsl:apply-templates select="." mode="shown"/>
  <xsl:apply-templates select="." mode="wrote"/>
</xsl:template>

<!-- Long numbers in threes; a code, a year or a number with a point as it is. -->
<xsl:template match="value" mode="amount"><xsl:value-of select="translate(., '.', ',')"/></xsl:template>
<xsl:template match="value[. &gt; 9999 and not(contains(., '.'))]" mode="amount"><xsl:apply-templates select="." mode="number"/></xsl:template>

</xsl:stylesheet>
