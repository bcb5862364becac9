<?xml version="1.0" encoding="UTF-8"?>
<!-- terms.xsl - the words of the trade, and what they mean: a line each.  "term"
  writes a word with a button that opens its meaning: the browser does it, without a
  script, by keyboard too; where it cannot, the meaning is there from the start.
  "acronyms" writes those that a text holds, each with its meaning. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template name="meaning">
  <xsl:param name="of"/>
  <xsl:choose>
    <xsl:when test="$of = 'ADEME'">l’Agence de la transition écologique, un établissement de l’État</xsl:when>
    <xsl:when test="$of = 'AMI'">appel à manifestation d’intérêt&#xA0;: le financeur cherche d’abord les projets qui existent, et en choisit ensuite</xsl:when>
    <xsl:when test="$of = 'ANCT'">l’Agence nationale de la cohésion des territoires, un établissement de l’État</xsl:when>
    <xsl:when test="$of = 'CEE'">certificats d’économies d’énergie&#xA0;: une prime qu’un fournisseur d’énergie verse pour des travaux qui en économisent</xsl:when>
    <xsl:when test="$of = 'DETR'">dotation d’équipement des territoires ruraux&#xA0;: une subvention de l’État aux communes et intercommunalités rurales, demandée chaque année à la préfecture</xsl:when>
    <xsl:when test="$of = 'DRAC'">direction régionale des affaires culturelles, un service de l’État</xsl:when>
    <xsl:when test="$of = 'DSIL'">dotation de soutien à l’investissement local&#xA0;: une subvention de l’État aux communes et intercommunalités, demandée chaque année à la préfecture</xsl:when>
    <xsl:when test="$of = 'EPCI'">établissement public de coopération intercommunale&#xA0;: communauté de communes, d’agglomération ou urbaine, métropole</xsl:when>
    <xsl:when test="$of = 'FEADER'">fonds européen agricole pour le développement rural, confié aux régions</xsl:when>
    <xsl:when test="$of = 'FEDER'">fonds européen de développement régional, confié aux régions</xsl:when>
    <xsl:when test="$of = 'FIPD'">fonds interministériel de prévention de la délinquance, demandé à la préfecture</xsl:when>
    <xsl:when test="$of = 'FNADT'">fonds national d’aménagement et de développement du territoire, demandé à la préfecture</xsl:when>
    <xsl:when test="$of = 'instructeur'">Le service qui reçoit la demande, l’étudie et répond. Ce n’est pas toujours celui qui paie.</xsl:when>
    <xsl:when test="$of = 'territoire'">Le territoire où l’aide peut être demandée. Il peut être plus large ou plus étroit que le vôtre.</xsl:when>
    <xsl:when test="$of = 'porteur'">Le porteur de l’aide&#xA0;: l’organisme qui la propose et la paie. Plusieurs peuvent se la partager.</xsl:when>
    <xsl:when test="$of = 'subvention'">une somme que vous ne remboursez pas&#xA0;; le taux est la part du coût du projet, le plus souvent hors taxes, qu’elle peut couvrir.</xsl:when>
  </xsl:choose>
</xsl:template>

<xsl:template name="term">
  <xsl:param name="label"/>
  <xsl:param name="of"/>
  <xsl:value-of select="$label"/>
  <xsl:text> </xsl:text>
  <button class="g-ask" type="button" popovertarget="mot-{$of}" aria-label="Que veut dire «&#xA0;{$label}&#xA0;»&#x202F;?">?</button>
  <span class="g-term" id="mot-{$of}" popover="auto">
    <xsl:call-template name="meaning"><xsl:with-param name="of" select="$of"/></xsl:call-template>
  </span>
</xsl:template>

<!-- Those that stand in the text as words of their own, by the alphabet. -->
<xsl:template name="acronyms">
  <xsl:param name="text"/>
  <xsl:param name="words" select="concat(' ', translate($text, '()[],;:.·«»’&quot;/&#xA0;', '                '), ' ')"/>
  <xsl:param name="left" select="'ADEME AMI ANCT CEE DETR DRAC DSIL EPCI FEADER FEDER FIPD FNADT '"/>
  <xsl:variable name="first" select="substring-before($left, ' ')"/>
  <xsl:if test="contains($words, concat(' ', $first, ' '))">
    <p class="g-note">
      <dfn><xsl:value-of select="$first"/></dfn>
      <xsl:text>&#xA0;: </xsl:text>
      <xsl:call-template name="meaning"><xsl:with-param name="of" select="$first"/></xsl:call-template>
      <xsl:text>.</xsl:text>
    </p>
  </xsl:if>
  <xsl:if test="substring-after($left, ' ') != ''">
    <xsl:call-template name="acronyms">
      <xsl:with-param name="words" select="$words"/>
      <xsl:with-param name="left" select="substring-after($left, ' ')"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
