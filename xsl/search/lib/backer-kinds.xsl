<?xml version="1.0" encoding="UTF-8"?>
<!-- backer-kinds.xsl - which of the backers: a category, or a group of one.  Groups come
  in the order of their categories. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="groups">
  <xsl:apply-templates select="." mode="categories"/>
  <div class="fr-select-group">
    <label class="fr-label" for="groupe">Groupe de porteurs</label>
    <select class="fr-select" id="groupe" name="backer_group">
      <option value="">Tous</option>
      <xsl:for-each select="group[not(@category = preceding-sibling::group[1]/@category)]">
        <optgroup label="{@category-name}">
          <xsl:apply-templates select="../group[@category = current()/@category]"/>
        </optgroup>
      </xsl:for-each>
    </select>
  </div>
</xsl:template>
<xsl:template match="groups" mode="categories">
  <div class="fr-select-group">
    <label class="fr-label" for="categorie">Catégorie de porteurs</label>
    <select class="fr-select" id="categorie" name="backer_category">
      <option value="">Toutes</option>
      <xsl:for-each select="group[not(@category = preceding-sibling::group[1]/@category)]">
        <xsl:call-template name="choice">
          <xsl:with-param name="value" select="@category"/>
          <xsl:with-param name="label" select="@category-name"/>
          <xsl:with-param name="chosen" select="/page/asked/backer-category"/>
        </xsl:call-template>
      </xsl:for-each>
    </select>
  </div>
</xsl:template>
<xsl:template match="groups[not(group)]"/>
<xsl:template match="groups/group">
  <xsl:call-template name="choice">
    <xsl:with-param name="value" select="@name"/>
    <xsl:with-param name="label" select="@name"/>
    <xsl:with-param name="chosen" select="/page/asked/backer-group"/>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
