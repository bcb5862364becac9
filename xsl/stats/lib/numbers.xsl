<?xml version="1.0" encoding="UTF-8"?>
<!-- numbers.xsl - a page of numbers: its period, its sentences, its chart, its tables.

  A page imports this sheet and fills, besides the places of page.xsl:
    mode="whose"    whose numbers they are, for the title
    mode="of"       the same in a sentence
    mode="numbers"  what follows the choice of a period -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../../lib/fact-page.xsl"/>
<xsl:include href="../../lib/ignored.xsl"/>
<xsl:include href="period.xsl"/>
<xsl:include href="chart.xsl"/>
<xsl:include href="months.xsl"/>

<xsl:template match="page" mode="here">Statistiques</xsl:template>
<xsl:template match="page" mode="title">
  <xsl:apply-templates select="." mode="whose"/>
  <xsl:text>&#xA0;: </xsl:text>
  <xsl:apply-templates select="asked/period" mode="name"/>
  <xsl:for-each select="asked/kind|asked/department"><xsl:value-of select="concat(', ', @name)"/></xsl:for-each>
</xsl:template>
<xsl:template match="page[not(counted/@since)]" mode="title"><xsl:apply-templates select="." mode="whose"/></xsl:template>

<xsl:template match="page" mode="main">
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <xsl:apply-templates select="asked/ignored|counted/@sample"/>
  <p class="fr-text--lead"><xsl:apply-templates select="." mode="of"/></p>
  <xsl:apply-templates select="months" mode="choose"/>
  <section>
    <h2>En bref</h2>
    <xsl:apply-templates select="asked/*|counted" mode="note"/>
    <xsl:apply-templates select="total[1]" mode="said"/>
  </section>
  <xsl:apply-templates select="." mode="numbers"/>
  <section><xsl:call-template name="how"/></section>
  <xsl:apply-templates select="request" mode="take"/>
  <xsl:apply-templates select="request/@url" mode="paper"/>
</xsl:template>
<xsl:template match="page[not(total)]" mode="main">
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <xsl:apply-templates select="asked/ignored|counted/@sample"/>
  <p class="fr-text--lead">Aucune visite n’était comptée alors.</p>
  <p>Les visites sont comptées depuis le <xsl:apply-templates select="counted/@since" mode="date"/>&#xA0;: choisissez une période qui finit plus tard.</p>
  <xsl:apply-templates select="months" mode="choose"/>
</xsl:template>
<xsl:template match="page[not(counted/@since)]" mode="main" priority="1">
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <p class="fr-text--lead">Rien n’est encore compté ici.</p>
  <p>Les visites se comptent chaque heure, d’après le journal du serveur. Revenez plus tard, ou écrivez à qui tient ce site.</p>
  <p>Si vous l’administrez&#xA0;: <code>guichet count</code> compte tout de suite, et <code>guichet check</code> dit ce qui l’empêche.</p>
</xsl:template>

<xsl:template match="counted/@sample">
  <div class="fr-alert fr-alert--warning fr-alert--sm">
    <p>Ces chiffres sont des exemples, inventés pour la démonstration&#xA0;: ils ne disent rien de vrais lecteurs.</p>
  </div>
</xsl:template>

<!-- ==== sentences -->

<xsl:template match="@*" mode="item">
  <li>
    <xsl:apply-templates select="." mode="said"/>
    <xsl:apply-templates select="." mode="name"/>
    <xsl:apply-templates select="." mode="versus"/>
  </li>
</xsl:template>
<xsl:template match="@*" mode="said">
  <strong><xsl:apply-templates select="." mode="number"/></strong>
  <xsl:text>&#xA0;</xsl:text>
</xsl:template>
<xsl:template match="@*[. = 0]" mode="said"><strong>Aucune</strong><xsl:text>&#xA0;</xsl:text></xsl:template>
<xsl:template match="@more[. = 0]|@apply[. = 0]" mode="said"><strong>Aucun</strong><xsl:text>&#xA0;</xsl:text></xsl:template>

<xsl:template match="@views" mode="name">
  <xsl:text>lecture</xsl:text>
  <xsl:apply-templates select="." mode="s"/>
  <xsl:text> de la page d’une aide</xsl:text>
</xsl:template>
<xsl:template match="@more" mode="name">
  <xsl:text>clic</xsl:text>
  <xsl:apply-templates select="." mode="s"/>
  <xsl:text> vers plus d’informations, chez le financeur</xsl:text>
</xsl:template>
<xsl:template match="@apply" mode="name">
  <xsl:text>clic</xsl:text>
  <xsl:apply-templates select="." mode="s"/>
  <xsl:text> pour candidater</xsl:text>
</xsl:template>
<xsl:template match="@drafts" mode="name">
  <xsl:text>demande</xsl:text>
  <xsl:apply-templates select="." mode="s"/>
  <xsl:text> préremplie</xsl:text>
  <xsl:apply-templates select="." mode="s"/>
</xsl:template>

<!-- Of few, a share would say more than is known. -->
<xsl:template match="@*" mode="versus">
  <xsl:variable name="before" select="../../total[2]/@*[name() = name(current())]"/>
  <xsl:choose>
    <xsl:when test="not($before)"/>
    <xsl:when test="not($before &gt;= 10 and . &gt; 0)">
      <xsl:text>, contre </xsl:text>
      <xsl:apply-templates select="$before" mode="few"/>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="../../total[2]" mode="during"/>
    </xsl:when>
    <xsl:otherwise>
      <xsl:text>&#xA0;: </xsl:text>
      <xsl:apply-templates select="$before" mode="share"><xsl:with-param name="more" select="round(100 * (. - $before) div $before)"/></xsl:apply-templates>
      <xsl:text> par rapport </xsl:text>
      <xsl:apply-templates select="../../total[2]" mode="to"/>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="@*" mode="few"><xsl:apply-templates select="." mode="number"/></xsl:template>
<xsl:template match="@*[. = 0]" mode="few">aucune</xsl:template>
<xsl:template match="@more[. = 0]|@apply[. = 0]" mode="few">aucun</xsl:template>
<xsl:template match="@*" mode="share">
  <xsl:param name="more"/>
  <xsl:choose>
    <xsl:when test="$more = 0">stable</xsl:when>
    <xsl:otherwise><xsl:value-of select="concat(translate(format-number($more, '+#&#x202F;##0;-#&#x202F;##0', 'fr'), '-', '−'), '&#xA0;%')"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- ==== the end -->

<xsl:template name="how">
  <h2>Comment nous comptons</h2>
  <p class="g-text">Sans cookie et sans suivre personne, d’après le journal du serveur, dont les adresses sont abrégées. Les robots sont écartés. Une lecture est une page ouverte&#xA0;: une même personne peut en faire plusieurs. Un clic ne dit pas qu’une demande est déposée.</p>
  <xsl:apply-templates select="counted/@at" mode="how"/>
</xsl:template>
<xsl:template match="@at" mode="how">
  <p class="g-note">
    <xsl:text>Compté depuis le </xsl:text>
    <xsl:apply-templates select="../@since" mode="date"/>
    <xsl:text>, la dernière fois le </xsl:text>
    <xsl:apply-templates select="." mode="date"/>
    <xsl:value-of select="concat(' à ', number(substring(., 12, 2)), '&#xA0;h&#xA0;', substring(., 15, 2), '.')"/>
  </p>
</xsl:template>

<xsl:template match="request" mode="take">
  <xsl:variable name="to" select="concat($here, 'format=')"/>
  <ul class="g-take" aria-label="Emporter ces chiffres">
    <li><a class="fr-link" href="{$to}csv">Ouvrir dans un tableur (CSV)</a></li>
    <li><a class="fr-link" href="{$to}xlsx">Classeur Excel (XLSX)</a></li>
    <li><a class="fr-link" href="{$to}xml">Voir les données (XML)</a></li>
  </ul>
</xsl:template>

</xsl:stylesheet>
