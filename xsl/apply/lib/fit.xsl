<?xml version="1.0" encoding="UTF-8"?>
<!-- fit.xsl - an aid that is not for the authority, or not open: said before they
  write anything, with a way on.  What the aid does not say is for them to ask. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<!-- They may go on. -->
<xsl:template match="fit">
  <div class="fr-alert fr-alert--warning">
    <h2 class="fr-alert__title">
      <xsl:text>À vérifier</xsl:text>
      <xsl:apply-templates select="asker"/>
    </h2>
    <ul><xsl:apply-templates select="@place | @body"/></ul>
    <p>Vous pouvez continuer. <xsl:apply-templates select="/page" mode="aid-page"/> dit qui contacter.</p>
  </div>
</xsl:template>

<!-- They may not. -->
<xsl:template match="fit[@stops]">
  <div class="fr-alert fr-alert--error" role="alert" tabindex="-1" autofocus="">
    <h2 class="fr-alert__title"><xsl:apply-templates select="." mode="title"/></h2>
    <ul>
      <xsl:apply-templates select="@when[. != 'open']"/>
      <xsl:apply-templates select="@place[. = 'no'] | @body[. = 'no']"/>
    </ul>
    <ul class="fr-btns-group fr-btns-group--inline-md">
      <xsl:apply-templates select="authority[@perimeter]" mode="others"/>
      <li><xsl:apply-templates select="/page" mode="back"/></li>
    </ul>
  </div>
</xsl:template>

<!-- A structure was said that the place's authority is not: who asks is still
  to say. -->
<xsl:template match="said">
  <div class="fr-alert fr-alert--info fr-alert--sm">
    <p>
      <xsl:text>Vous avez cherché pour&#xA0;: </xsl:text>
      <xsl:apply-templates select="." mode="whom"/>
      <xsl:text>. Dites quel organisme demande.</xsl:text>
    </p>
  </div>
</xsl:template>
<xsl:template match="said[@says = 'no']">
  <div class="fr-alert fr-alert--error" role="alert" tabindex="-1">
    <xsl:if test="not(../fit/@stops)"><xsl:attribute name="autofocus"/></xsl:if>
    <h2 class="fr-alert__title">
      <xsl:value-of select="concat('Cette aide n’est pas pour «&#xA0;', @structure-name, '&#xA0;»')"/>
    </h2>
    <p>Cette structure n’est pas parmi ses bénéficiaires.</p>
    <ul class="fr-btns-group fr-btns-group--inline-md">
      <li>
        <a class="fr-btn">
          <xsl:attribute name="href">
            <xsl:value-of select="concat('/aides/?organization_type_slugs=', @structure)"/>
            <xsl:if test="@perimeter"><xsl:value-of select="concat('&amp;perimeter_id=', @perimeter)"/></xsl:if>
          </xsl:attribute>
          <xsl:text>Voir les aides pour&#xA0;: </xsl:text>
          <xsl:apply-templates select="." mode="whom"/>
        </a>
      </li>
      <li><xsl:apply-templates select="/page" mode="back"/></li>
    </ul>
  </div>
</xsl:template>
<xsl:template match="said" mode="whom">
  <xsl:value-of select="@structure-name"/>
  <xsl:if test="@place"><xsl:value-of select="concat(', ', @place)"/></xsl:if>
</xsl:template>

<xsl:template match="fit" mode="title">Cette aide n’est pas ouverte aux demandes</xsl:template>
<xsl:template match="fit[@place = 'no' or @body = 'no']" mode="title">
  <xsl:value-of select="concat('Cette aide n’est pas pour «&#xA0;', authority/@name, '&#xA0;»')"/>
</xsl:template>
<!-- Nobody knows it but by what it says of itself. -->
<xsl:template match="fit[not(authority/@name)][@body = 'no']" mode="title" priority="1">
  <xsl:value-of select="concat('Cette aide n’est pas pour «&#xA0;', authority/@scale-name, '&#xA0;»')"/>
</xsl:template>

<xsl:template match="fit/authority" mode="others">
  <li>
    <a class="fr-btn" href="/aides/?perimeter_id={@perimeter}&amp;organization_type_slugs={@scale}">
      <xsl:value-of select="concat('Voir les aides pour ', @name)"/>
    </a>
  </li>
</xsl:template>
<xsl:template match="fit/authority[not(@scale = 'commune' or @scale = 'epci' or @scale = 'department' or @scale = 'region')]" mode="others">
  <li><a class="fr-btn" href="/aides/?perimeter_id={@perimeter}"><xsl:value-of select="concat('Voir les aides pour ', @name)"/></a></li>
</xsl:template>

<xsl:template match="fit/@place | fit/@body"/>
<xsl:template match="fit/@place[. = 'no']">
  <li>
    <xsl:text>Son territoire&#xA0;: </xsl:text>
    <xsl:apply-templates select="../perimeter"/>
    <xsl:value-of select="concat('. «&#xA0;', ../authority/@name, '&#xA0;» n’en fait pas partie.')"/>
  </li>
</xsl:template>
<xsl:template match="fit/@place[. = 'part']">
  <li>
    <xsl:text>Elle est pour ce territoire&#xA0;: </xsl:text>
    <xsl:apply-templates select="../perimeter"/>
    <xsl:text>, qui ne couvre qu’une partie du vôtre.</xsl:text>
  </li>
</xsl:template>
<xsl:template match="fit/@place[. = 'unknown']"><li>Elle ne dit pas à coup sûr pour quel territoire elle est.</li></xsl:template>
<xsl:template match="fit/@body[. = 'no']">
  <li>
    <xsl:text>Pour qui&#xA0;: </xsl:text>
    <xsl:apply-templates select="../audience"/>
    <xsl:value-of select="concat('. Vous demandez pour&#xA0;: ', ../authority/@scale-name, '.')"/>
  </li>
</xsl:template>
<xsl:template match="fit/@body[. = 'unknown']"><li>Elle ne dit pas à quels organismes elle s’adresse.</li></xsl:template>
<xsl:template match="fit[audience]/@body[. = 'unknown']">
  <li>
    <xsl:text>Elle s’adresse à&#xA0;: </xsl:text>
    <xsl:apply-templates select="../audience"/>
    <xsl:text>. Votre collectivité a un statut particulier.</xsl:text>
  </li>
</xsl:template>
<xsl:template match="fit/@when">
  <li>Les demandes sont closes depuis le <xsl:apply-templates select="../@closes" mode="date"/>.</li>
</xsl:template>
<xsl:template match="fit/@when[. = 'early']">
  <li>Les demandes ouvrent le <xsl:apply-templates select="../@opens" mode="date"/>.</li>
</xsl:template>

<xsl:template match="fit/perimeter"><xsl:value-of select="concat(@name, ' (', @scale-name, ')')"/></xsl:template>
<xsl:template match="fit/audience">
  <xsl:if test="position() != 1">, </xsl:if>
  <xsl:value-of select="."/>
</xsl:template>
<xsl:template match="fit/asker">
  <xsl:choose>
    <xsl:when test="position() = 1"> auprès de&#xA0;: </xsl:when>
    <xsl:otherwise>, </xsl:otherwise>
  </xsl:choose>
  <xsl:value-of select="."/>
</xsl:template>

</xsl:stylesheet>
