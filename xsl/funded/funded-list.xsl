<?xml version="1.0" encoding="UTF-8"?>
<!-- funded-list.xsl - what was funded near a place, for a project like the
  reader's: that it is possible, and what it cost others. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/fact-page.xsl"/>
<xsl:include href="../lib/search.xsl"/>
<xsl:include href="../lib/ignored.xsl"/>
<xsl:include href="../territory/lib/choices.xsl"/>

<xsl:template match="page" mode="title">
  <xsl:text>Projets déjà financés</xsl:text>
  <xsl:apply-templates select="asked[not(unread/@all)]/keyword|asked/perimeter[1]" mode="title"/>
</xsl:template>
<xsl:template match="page[funded-near]" mode="title">
  <xsl:apply-templates select="funded-near/@total" mode="number"/>
  <xsl:text>&#xA0;projet</xsl:text>
  <xsl:apply-templates select="funded-near/@total" mode="s"/>
  <xsl:text> déjà financé</xsl:text>
  <xsl:apply-templates select="funded-near/@total" mode="s"/>
  <xsl:apply-templates select="asked[not(unread/@all)]/keyword|asked/perimeter[1]" mode="title"/>
</xsl:template>
<xsl:template match="page[choices]" mode="title">
  <xsl:apply-templates select="choices" mode="title"/>
</xsl:template>
<xsl:template match="keyword" mode="title">
  <xsl:value-of select="concat(' pour «&#xA0;', ., '&#xA0;»')"/>
</xsl:template>
<xsl:template match="perimeter" mode="title">
  <xsl:value-of select="concat(' – ', @name)"/>
  <xsl:if test="@scale-id &lt; 8"> et alentours</xsl:if>
</xsl:template>
<xsl:template match="page" mode="description">Les projets de collectivités que l’État a financés, près de chez vous, avec leur coût et leur subvention.</xsl:template>
<xsl:template match="page" mode="here">Projets déjà financés</xsl:template>

<xsl:template match="page" mode="main">
  <h1 class="fr-h3"><xsl:apply-templates select="." mode="title"/></h1>
  <form class="g-search g-search--two" role="search" action="/projets-finances/">
    <xsl:apply-templates select="asked" mode="search-two"/>
    <button class="fr-btn">Chercher</button>
  </form>
  <section id="resultats" class="g-found" aria-label="Résultats">
    <xsl:apply-templates select="." mode="answer"/>
    <xsl:apply-templates select="see-aids|links[../funded-near]"/>
  </section>
</xsl:template>

<xsl:template match="asked" mode="search-two">
  <xsl:call-template name="search-what"/>
  <xsl:call-template name="search-where"/>
</xsl:template>
<xsl:template name="header-search"/>

<!-- What was found, or what is lacking to find. -->
<xsl:template match="page" mode="answer">
  <xsl:apply-templates select="asked/ignored|asked/mended|choices|funded-near"/>
  <xsl:if test="not(choices|funded-near)">
    <p>
      <xsl:choose>
        <xsl:when test="no-words and no-place">Dites ce que vous voulez faire, et où&#xA0;: vous verrez les projets semblables que l’État a financés dans votre département et autour de vous, avec leur coût et leur subvention.</xsl:when>
        <xsl:when test="wide-place">Ce territoire est trop large, ou n’est dans aucun département. Choisissez une commune, une intercommunalité ou un département.</xsl:when>
        <xsl:when test="no-words">Dites aussi ce que vous voulez faire, en quelques mots.</xsl:when>
        <xsl:when test="no-place">Dites aussi où&#xA0;: une commune, une intercommunalité ou un département.</xsl:when>
        <xsl:otherwise>Aucun projet financé dans ce département ou autour ne porte ces mots. Essayez des mots plus courants, comme «&#xA0;toiture&#xA0;» ou «&#xA0;école&#xA0;».</xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:if>
</xsl:template>
<xsl:template match="mended">
  <p><xsl:value-of select="concat('Résultats pour «&#xA0;', @keyword, '&#xA0;».')"/></p>
</xsl:template>

<xsl:template match="funded-near">
  <p class="g-note">
    <xsl:if test="@total &gt; @shown">
      <xsl:value-of select="concat('Voici les ', @shown, ' premiers. ')"/>
    </xsl:if>
    <xsl:text>Les plus ressemblants et les plus proches d’abord. D’après les subventions publiées par l’État.</xsl:text>
  </p>
  <ul class="g-funded"><xsl:copy-of select="cards/text()"/></ul>
</xsl:template>

<!-- Without a place nothing is near: to leave it empty is no way out here. -->
<xsl:template match="choices[not(perimeter)]" priority="1">
  <p>Nous n’avons pas trouvé ce territoire. Vérifiez l’orthographe, n’écrivez que le début du nom, ou donnez le code postal.</p>
</xsl:template>

<xsl:template match="links">
  <ul class="g-take" aria-label="Emporter cette liste">
    <li><a class="fr-link" href="{@to}csv">Ouvrir dans un tableur (CSV)</a></li>
    <li><a class="fr-link" href="{@to}xlsx">Classeur Excel (XLSX)</a></li>
    <li><a class="fr-link" href="{@to}xml">Voir les données (XML)</a></li>
  </ul>
</xsl:template>

<xsl:template match="see-aids">
  <p><a class="fr-link" href="{@href}">Voir les aides pour ce projet</a></p>
</xsl:template>

</xsl:stylesheet>
