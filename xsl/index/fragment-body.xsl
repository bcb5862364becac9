<?xml version="1.0" encoding="UTF-8"?>
<!-- fragment-body.xsl - the whole text of an aid's page, made when the aid
  changes.  It answers in order: for us? how much? until when? how to apply?
  then the full text; beside it, the essentials.  What depends on the day is a
  placeholder. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:h="urn:guichet:placeholder" exclude-result-prefixes="h">

<xsl:import href="../aids/lib/apply.xsl"/>
<xsl:include href="../lib/format.xsl"/>
<xsl:include href="../aids/lib/facts.xsl"/>
<xsl:include href="../aids/lib/brief.xsl"/>
<xsl:include href="../aids/lib/source.xsl"/>

<xsl:output method="html" encoding="UTF-8" indent="no"/>
<xsl:strip-space elements="*"/>

<xsl:template match="/page"><xsl:apply-templates select="aid"/></xsl:template>

<xsl:template match="aid">
  <xsl:call-template name="acronyms">
    <xsl:with-param name="text" select="concat(name, ' ', short-title)"/>
  </xsl:call-template>
  <xsl:apply-templates select="." mode="state"/>
  <xsl:apply-templates select="." mode="actions"/>
  <div class="g-columns g-columns--right">
    <xsl:apply-templates select="." mode="brief"/>
    <div class="g-text">
      <xsl:apply-templates select="." mode="for-us"/>
      <xsl:apply-templates select="." mode="how-much"/>
      <xsl:apply-templates select="." mode="until"/>
      <xsl:apply-templates select="." mode="apply"/>
      <xsl:apply-templates select="description|project-examples"/>
      <xsl:apply-templates select="." mode="more"/>
      <xsl:apply-templates select="." mode="source"/>
    </div>
  </div>
</xsl:template>

<xsl:template match="aid" mode="for-us">
  <h2 id="pour-qui">Est-ce pour vous&#x202F;?</h2>
  <dl class="g-facts">
    <xsl:call-template name="fact"><xsl:with-param name="of" select="audience"/><xsl:with-param name="label" select="'Pour qui'"/></xsl:call-template>
    <xsl:call-template name="fact"><xsl:with-param name="of" select="perimeter"/><xsl:with-param name="label" select="'Où'"/><xsl:with-param name="term" select="'territoire'"/></xsl:call-template>
    <xsl:call-template name="fact"><xsl:with-param name="of" select="step"/><xsl:with-param name="label" select="'À quel moment du projet'"/></xsl:call-template>
    <xsl:call-template name="fact"><xsl:with-param name="of" select="destination"/><xsl:with-param name="label" select="'Pour quelles dépenses'"/></xsl:call-template>
  </dl>
  <xsl:apply-templates select="audience-other"/>
  <xsl:if test="not(perimeter) and not(perimeter-asked)">
    <p class="g-note">Le territoire de cette aide n’est pas renseigné&#xA0;: vérifiez auprès du financeur.</p>
  </xsl:if>
  <xsl:apply-templates select="perimeter-asked" mode="asked"/>
  <xsl:apply-templates select="eligibility"/>
</xsl:template>

<!-- Guessed: cgi-bin/lib/indexing/audience.h. -->
<xsl:template match="audience-other">
  <p class="g-note">À qui s’adresse cette aide n’est pas renseigné. D’après ses mots, elle semble s’adresser à d’autres que les communes et les intercommunalités&#xA0;: vérifiez auprès du financeur.</p>
</xsl:template>

<xsl:template name="fact">
  <xsl:param name="of"/>
  <xsl:param name="label"/>
  <xsl:param name="term"/>
  <xsl:if test="$of">
    <dt>
      <xsl:choose>
        <xsl:when test="$term">
          <xsl:call-template name="term"><xsl:with-param name="label" select="$label"/><xsl:with-param name="of" select="$term"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="$label"/></xsl:otherwise>
      </xsl:choose>
    </dt>
    <dd><xsl:apply-templates select="$of" mode="list"/></dd>
  </xsl:if>
</xsl:template>

<xsl:template match="financer[@slug]" mode="list">
  <xsl:if test="position() != 1">, </xsl:if>
  <a h:carry="/partenaires/{@id}-{@slug}/"><xsl:value-of select="."/></a>
</xsl:template>

<!-- Dépenses de fonctionnement (salaires, prestations…) -->
<xsl:template match="destination" mode="list">
  <xsl:if test="position() != 1">, </xsl:if>
  <xsl:value-of select="."/>
  <xsl:text> (</xsl:text>
  <xsl:apply-templates select="." mode="explain"/>
  <xsl:text>)</xsl:text>
</xsl:template>

<xsl:template match="aid" mode="how-much">
  <h2 id="combien">Combien&#x202F;?</h2>
  <ul class="g-list"><xsl:apply-templates select="type|charged" mode="how-much"/></ul>
  <xsl:apply-templates select="rate-comment|other-comment"/>
  <xsl:if test="type/@slug = 'grant' and not(rate-min or rate-max or rate-comment)">
    <p class="g-note">Le taux n’est pas renseigné&#xA0;: demandez-le au financeur.</p>
  </xsl:if>
</xsl:template>
<xsl:template match="aid[not(type)]" mode="how-much">
  <h2 id="combien">Combien&#x202F;?</h2>
  <p>Le montant n’est pas renseigné&#xA0;: voyez le texte complet ou le financeur.</p>
</xsl:template>
<xsl:template match="type" mode="how-much">
  <li>
    <strong><xsl:apply-templates select="." mode="kind"/></strong>
    <xsl:apply-templates select="." mode="explained"/>
  </li>
</xsl:template>
<xsl:template match="charged" mode="how-much">
  <li><strong>Aide payante</strong>&#xA0;: une participation vous est demandée.</li>
</xsl:template>
<xsl:template match="rate-comment|other-comment">
  <p><xsl:value-of select="."/></p>
</xsl:template>

<!-- « : explanation. », when there is one. -->
<xsl:template match="*" mode="explained">
  <xsl:variable name="text"><xsl:apply-templates select="." mode="explain"/></xsl:variable>
  <xsl:if test="$text != ''">
    <xsl:value-of select="concat('&#xA0;: ', $text)"/>
  </xsl:if>
</xsl:template>

<!-- What the source says, and Guichet does not understand: never passed over. -->
<xsl:template match="perimeter-asked" mode="asked">
  <p class="g-note">Territoire que dit la source&#xA0;: <xsl:apply-templates select="." mode="check"/></p>
</xsl:template>
<xsl:template match="closes-asked" mode="asked">
  <li>Date limite que dit la source&#xA0;: <xsl:apply-templates select="." mode="check"/></li>
</xsl:template>
<xsl:template match="*" mode="check">
  <xsl:value-of select="concat('«&#xA0;', ., '&#xA0;», à vérifier auprès ')"/>
  <xsl:choose>
    <xsl:when test="../financer"><xsl:value-of select="concat('de&#xA0;: ', ../financer[1], '.')"/></xsl:when>
    <xsl:otherwise>du financeur.</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="aid" mode="until">
  <h2 id="quand">Jusqu’à quand&#x202F;?</h2>
  <ul class="g-list">
    <xsl:apply-templates select="opens|predeposit|closes" mode="until"/>
    <xsl:if test="not(closes) and not(closes-asked)"><li>Aucune date limite n’est annoncée.</li></xsl:if>
    <xsl:apply-templates select="closes-asked" mode="asked"/>
    <xsl:apply-templates select="recurrence|call-for-project" mode="until"/>
  </ul>
</xsl:template>
<xsl:template match="opens" mode="until">
  <li>Ouverture des demandes&#xA0;: <xsl:apply-templates select="." mode="date"/></li>
</xsl:template>
<xsl:template match="predeposit" mode="until">
  <li>Pré-dépôt du dossier avant le <xsl:apply-templates select="." mode="date"/></li>
</xsl:template>
<xsl:template match="closes" mode="until">
  <li>
    <strong>Date limite&#xA0;: <xsl:apply-templates select="." mode="date"/></strong>
    <h:until date="{.}" min="0" max="-"><br/><a class="fr-link" href="/aides/{../@slug}/?format=ics">Ajouter l’échéance à mon agenda</a></h:until>
  </li>
</xsl:template>
<xsl:template match="recurrence" mode="until">
  <li>Aide <xsl:apply-templates select="." mode="low"/><xsl:apply-templates select="." mode="explained"/></li>
</xsl:template>
<xsl:template match="call-for-project" mode="until">
  <li>Appel à projets<xsl:apply-templates select="." mode="explained"/></li>
</xsl:template>

<xsl:template match="aid" mode="apply">
  <h2 id="demander">Comment la demander&#x202F;?</h2>
  <xsl:apply-templates select="." mode="steps"/>
  <xsl:apply-templates select="european" mode="apply"/>
  <xsl:apply-templates select="contact"/>
</xsl:template>

<xsl:template match="european" mode="apply">
  <p>Aide européenne<xsl:apply-templates select="." mode="explained"/></p>
</xsl:template>

<xsl:template match="description">
  <h2 id="texte">Texte complet</h2>
  <div class="g-rich"><xsl:apply-templates select="." mode="rich"/></div>
</xsl:template>
<xsl:template match="project-examples">
  <h2 id="exemples">Exemples de projets</h2>
  <div class="g-rich"><xsl:apply-templates select="." mode="rich"/></div>
</xsl:template>
<xsl:template match="eligibility">
  <h3>Conditions</h3>
  <div class="g-rich"><xsl:apply-templates select="." mode="rich"/></div>
</xsl:template>
<xsl:template match="contact">
  <h3>Contact</h3>
  <div class="g-rich"><xsl:apply-templates select="." mode="rich"/></div>
</xsl:template>

<!-- Sanitised when the aid came in: ready HTML in one text, or nodes. -->
<xsl:template match="*" mode="rich"><xsl:copy-of select="node()"/></xsl:template>

</xsl:stylesheet>
