<?xml version="1.0" encoding="UTF-8"?>
<!-- program-facts.xsl - what a programme is for, and whether a territory is in it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="facts">
  <nav class="g-note" aria-label="Dans cette page">
    <xsl:apply-templates select="fact[not(@kind = 'contact' or @kind = 'question')]" mode="link"/>
    <xsl:if test="fact[@kind = 'question']"><a href="#questions">Questions fréquentes</a> · </xsl:if>
    <a href="#territoire">Mon territoire y est-il&#x202F;?</a> · <a href="#demander">Comment demander</a>
    <xsl:if test="../aids"> · <a href="#aides">Ses aides</a></xsl:if>
  </nav>
  <xsl:apply-templates select="fact[not(@kind = 'contact' or @kind = 'question')]"/>
  <xsl:if test="fact[@kind = 'question']">
    <h2 id="questions">Questions fréquentes</h2>
    <xsl:apply-templates select="fact[@kind = 'question']"/>
  </xsl:if>
</xsl:template>
<xsl:template match="facts[not(fact)]"/>
<xsl:template match="fact" mode="link">
  <a><xsl:attribute name="href">#<xsl:apply-templates select="." mode="id"/></xsl:attribute><xsl:apply-templates select="." mode="title"/></a>
  <xsl:text> · </xsl:text>
</xsl:template>
<xsl:template match="fact">
  <h2><xsl:attribute name="id"><xsl:apply-templates select="." mode="id"/></xsl:attribute><xsl:apply-templates select="." mode="title"/></h2>
  <xsl:apply-templates select="." mode="said"/>
</xsl:template>
<xsl:template match="fact[@kind = 'question']">
  <details class="g-question">
    <summary><xsl:value-of select="@title"/></summary>
    <xsl:apply-templates select="." mode="said"/>
  </details>
</xsl:template>
<xsl:template match="fact" mode="said">
  <div class="g-rich g-text"><xsl:copy-of select="text()"/></div>
  <p class="g-note"><xsl:value-of select="concat('Source&#xA0;: ', @source, ', ', @vintage, '.')"/></p>
</xsl:template>
<xsl:template match="fact" mode="id"><xsl:value-of select="@kind"/></xsl:template>
<xsl:template match="fact[@kind = 'tab']" mode="id">
  <xsl:value-of select="concat('onglet-', 1 + count(preceding-sibling::fact[@kind = 'tab']))"/>
</xsl:template>
<xsl:template match="fact" mode="title"><xsl:apply-templates select="@kind"/></xsl:template>
<xsl:template match="fact[@kind = 'tab']" mode="title"><xsl:value-of select="@title"/></xsl:template>
<xsl:template match="@kind[. = 'aim']">But</xsl:template>
<xsl:template match="@kind[. = 'public']">Pour qui</xsl:template>
<xsl:template match="@kind[. = 'offer']">Ce qui est proposé</xsl:template>
<xsl:template match="@kind[. = 'partners']">Partenaires</xsl:template>

<!-- Mon territoire y est-il ? -->
<xsl:template match="page" mode="membership">
  <h2 id="territoire">Mon territoire y est-il&#x202F;?</h2>
  <xsl:if test="not(members)"><p>Liste non chargée&#xA0;: demandez à la préfecture.</p></xsl:if>
  <xsl:apply-templates select="members"/>
  <xsl:apply-templates select="facts[fact]" mode="ask"/>
</xsl:template>
<xsl:template match="facts" mode="ask">
  <h2 id="demander">Comment demander</h2>
  <p>L’interlocuteur est le préfet de votre département&#xA0;: adressez-vous à la préfecture ou à la sous-préfecture.</p>
</xsl:template>
<xsl:template match="facts[fact/@kind = 'contact']" mode="ask">
  <h2 id="demander">Comment demander</h2>
  <xsl:apply-templates select="fact[@kind = 'contact']" mode="said"/>
</xsl:template>
<!-- The answer, or what was asked and is not clear; then the question. -->
<xsl:template match="members">
  <xsl:apply-templates select="../matches"/>
  <xsl:apply-templates select="../choices" mode="asked"/>
  <form class="g-search" action="{../request/@path}#territoire" aria-label="Mon territoire">
    <xsl:apply-templates select="../asked" mode="search-where"/>
    <xsl:apply-templates select="../asked/audience" mode="field"/>
    <button class="fr-btn">Voir pour ce territoire</button>
  </form>
  <p class="g-note"><xsl:value-of select="concat('Liste&#xA0;: ', @source, ', ', @vintage, '.')"/></p>
</xsl:template>
<xsl:template match="audience" mode="field"><input type="hidden" name="organization_type_slugs" value="{@slug}"/></xsl:template>
<xsl:template match="choices" mode="asked">
  <h3 class="fr-h6"><xsl:apply-templates select="." mode="title"/></h3>
  <xsl:apply-templates select="."/>
</xsl:template>
<xsl:template match="matches">
  <p><xsl:apply-templates select="." mode="answer"/></p>
</xsl:template>
<xsl:template match="matches" mode="answer">
  <strong>Non</strong>
  <xsl:text>, </xsl:text>
  <xsl:apply-templates select="../asked" mode="who"/>
  <xsl:text> n’est pas dans cette liste. En cas de doute, demandez à la préfecture.</xsl:text>
</xsl:template>
<xsl:template match="matches[match]" mode="answer">
  <strong>Oui</strong>
  <xsl:text>&#xA0;: </xsl:text>
  <xsl:for-each select="match">
    <xsl:if test="position() != 1"> · </xsl:if>
    <xsl:value-of select="."/>
    <xsl:if test="@contract"><xsl:value-of select="concat(' (', @contract, ')')"/></xsl:if>
  </xsl:for-each>
  <xsl:text>.</xsl:text>
</xsl:template>
<xsl:template match="matches[match[@how = 'holds'] and not(match[@how != 'holds'])]" mode="answer">
  <strong>En partie</strong>
  <xsl:text>&#xA0;: </xsl:text>
  <xsl:for-each select="match">
    <xsl:if test="position() != 1"> · </xsl:if>
    <xsl:value-of select="."/>
  </xsl:for-each>
  <xsl:text>.</xsl:text>
</xsl:template>

</xsl:stylesheet>
