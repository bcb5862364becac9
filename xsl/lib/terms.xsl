<?xml version="1.0" encoding="UTF-8"?>
<!-- terms.xsl - the words of the trade, and what they mean: a line each.  "term"
  writes a word with a button that opens its meaning: the browser does it, without a
  script, by keyboard too; where it cannot, the meaning is there from the start.
  "acronyms" writes those that a text holds, each with its meaning. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:h="urn:guichet:placeholder" exclude-result-prefixes="h">

<!-- Acronyms by the alphabet, then words. -->
<xsl:variable name="terms">
ADEME = l’Agence de la transition écologique, un établissement de l’État
AMI = appel à manifestation d’intérêt&#xA0;: le financeur cherche d’abord les projets qui existent, et en choisit ensuite
ANCT = l’Agence nationale de la cohésion des territoires, un établissement de l’État
CEE = certificats d’économies d’énergie&#xA0;: une prime qu’un fournisseur d’énergie verse pour des travaux qui en économisent
DETR = dotation d’équipement des territoires ruraux&#xA0;: une subvention de l’État aux communes et intercommunalités rurales, demandée chaque année à la préfecture
DRAC = direction régionale des affaires culturelles, un service de l’État
DSIL = dotation de soutien à l’investissement local&#xA0;: une subvention de l’État aux communes et intercommunalités, demandée chaque année à la préfecture
EPCI = établissement public de coopération intercommunale&#xA0;: communauté de communes, d’agglomération ou urbaine, métropole
FEADER = fonds européen agricole pour le développement rural, confié aux régions
FEDER = fonds européen de développement régional, confié aux régions
FIPD = fonds interministériel de prévention de la délinquance, demandé à la préfecture
FNADT = fonds national d’aménagement et de développement du territoire, demandé à la préfecture
instructeur = Le service qui reçoit la demande, l’étudie et répond. Ce n’est pas toujours celui qui paie.
territoire = Le territoire où l’aide peut être demandée. Il peut être plus large ou plus étroit que le vôtre.
porteur = Le porteur de l’aide&#xA0;: l’organisme qui la propose et la paie. Plusieurs peuvent se la partager.
subvention = une somme que vous ne remboursez pas&#xA0;; le taux est la part du coût du projet, le plus souvent hors taxes, qu’elle peut couvrir.
</xsl:variable>

<xsl:template name="meaning">
  <xsl:param name="of"/>
  <xsl:value-of select="substring-before(substring-after($terms, concat('&#10;', $of, ' = ')), '&#10;')"/>
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

<!-- Those that stand in the text as words of their own.  In what is rendered ahead,
  ahead says that other such texts may stand before it: each is told the first time. -->
<xsl:template name="acronyms">
  <xsl:param name="text"/>
  <xsl:param name="ahead" select="false()"/>
  <xsl:param name="words" select="concat(' ', translate($text, concat('()[],;:.!?·«»’&quot;/&#xA0;&#x202F;&#10;', &quot;'&quot;), '                    '), ' ')"/>
  <xsl:param name="left" select="substring-after($terms, '&#10;')"/>
  <xsl:variable name="first" select="substring-before($left, ' = ')"/>
  <xsl:if test="contains($words, concat(' ', $first, ' '))">
    <xsl:choose>
      <xsl:when test="$ahead">
        <h:first of="{$first}"><xsl:call-template name="acronym"><xsl:with-param name="of" select="$first"/></xsl:call-template></h:first>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="acronym"><xsl:with-param name="of" select="$first"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:if>
  <!-- A word is no acronym: the end. -->
  <xsl:if test="contains('ABCDEFGHIJKLMNOPQRSTUVWXYZ', substring(substring-after($left, '&#10;'), 1, 1))">
    <xsl:call-template name="acronyms">
      <xsl:with-param name="ahead" select="$ahead"/>
      <xsl:with-param name="words" select="$words"/>
      <xsl:with-param name="left" select="substring-after($left, '&#10;')"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template name="acronym">
  <xsl:param name="of"/>
  <p class="g-note">
    <dfn><xsl:value-of select="$of"/></dfn>
    <xsl:text>&#xA0;: </xsl:text>
    <xsl:call-template name="meaning"><xsl:with-param name="of" select="$of"/></xsl:call-template>
    <xsl:text>.</xsl:text>
  </p>
</xsl:template>

</xsl:stylesheet>
