<?xml version="1.0" encoding="UTF-8"?>
<!-- field.xsl - a fact as a field: what was typed stays, its fault beside it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<!-- The keys of a telephone, by type; what the browser fills in: the one who
  types is the one who follows the dossier. -->
<xsl:variable name="keys" select="' integer=numeric siret=numeric siren=numeric amount=decimal email=email phone=tel '"/>
<xsl:variable name="filled" select="' contact.last-name=family-name contact.first-name=given-name contact.office=organization-title contact.email=email contact.phone=tel-national '"/>

<!-- One line of text. -->
<xsl:template match="fact">
  <div>
    <xsl:attribute name="class">fr-input-group<xsl:if test="@fault"> fr-input-group--error</xsl:if><xsl:apply-templates select="." mode="half"/></xsl:attribute>
    <xsl:apply-templates select="." mode="label"/>
    <input class="fr-input" id="{translate(@name, '.', '-')}" name="{@name}" maxlength="2000" value="{value}">
      <xsl:if test="contains($keys, concat(' ', @type, '='))">
        <xsl:attribute name="inputmode"><xsl:value-of select="substring-before(substring-after($keys, concat(' ', @type, '=')), ' ')"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="contains($filled, concat(' ', @name, '='))">
        <xsl:attribute name="autocomplete"><xsl:value-of select="substring-before(substring-after($filled, concat(' ', @name, '=')), ' ')"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="@fault">
        <xsl:attribute name="aria-invalid">true</xsl:attribute>
        <xsl:attribute name="aria-describedby"><xsl:apply-templates select="@fault" mode="id"/></xsl:attribute>
      </xsl:if>
    </input>
    <xsl:apply-templates select="@fault" mode="beside"/>
  </div>
</xsl:template>

<xsl:template match="fact[@type = 'longtext']">
  <div>
    <xsl:attribute name="class">fr-input-group<xsl:if test="@fault"> fr-input-group--error</xsl:if><xsl:apply-templates select="." mode="half"/></xsl:attribute>
    <xsl:apply-templates select="." mode="label"/>
    <textarea class="fr-input" id="{translate(@name, '.', '-')}" name="{@name}" rows="4" maxlength="20000">
      <xsl:if test="@fault">
        <xsl:attribute name="aria-invalid">true</xsl:attribute>
        <xsl:attribute name="aria-describedby"><xsl:apply-templates select="@fault" mode="id"/></xsl:attribute>
      </xsl:if>
      <xsl:value-of select="value"/>
    </textarea>
    <xsl:apply-templates select="@fault" mode="beside"/>
  </div>
</xsl:template>

<xsl:template match="fact[@type = 'choice']">
  <div>
    <xsl:attribute name="class">fr-select-group<xsl:if test="@fault"> fr-select-group--error</xsl:if><xsl:apply-templates select="." mode="half"/></xsl:attribute>
    <xsl:apply-templates select="." mode="label"/>
    <select class="fr-select" id="{translate(@name, '.', '-')}" name="{@name}">
      <xsl:if test="@fault">
        <xsl:attribute name="aria-invalid">true</xsl:attribute>
        <xsl:attribute name="aria-describedby"><xsl:apply-templates select="@fault" mode="id"/></xsl:attribute>
      </xsl:if>
      <option value="">Choisir</option>
      <xsl:apply-templates select="option"/>
    </select>
    <xsl:apply-templates select="@fault" mode="beside"/>
  </div>
</xsl:template>
<xsl:template match="fact/option">
  <option value="{@value}">
    <xsl:if test="@value = ../value"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
    <xsl:value-of select="@label"/>
  </option>
</xsl:template>

<!-- Several of a few, one of two. -->
<xsl:template match="fact[@type = 'choices' or @type = 'boolean' or @type = 'civility']">
  <fieldset id="{translate(@name, '.', '-')}" tabindex="-1">
    <xsl:attribute name="class">g-set<xsl:if test="@fault"> g-set--error</xsl:if><xsl:apply-templates select="." mode="half"/></xsl:attribute>
    <legend>
      <xsl:value-of select="@label"/>
      <xsl:apply-templates select="@required" mode="star"/>
      <xsl:apply-templates select="@hint|@origin" mode="hint"/>
    </legend>
    <xsl:apply-templates select="." mode="answers"/>
    <xsl:apply-templates select="@fault" mode="beside"/>
  </fieldset>
</xsl:template>
<!-- Nothing ticked says nothing: the empty value tells it from an older answer. -->
<xsl:template match="fact[@type = 'choices']" mode="answers">
  <input type="hidden" name="{@name}" value=""/>
  <xsl:apply-templates select="option" mode="box"/>
</xsl:template>
<xsl:template match="fact/option" mode="box">
  <div class="fr-checkbox-group fr-checkbox-group--sm">
    <input type="checkbox" id="{translate(../@name, '.', '-')}-{@value}" name="{../@name}" value="{@value}">
      <xsl:if test="@value = ../value"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
    </input>
    <label class="fr-label" for="{translate(../@name, '.', '-')}-{@value}"><xsl:value-of select="@label"/></label>
  </div>
</xsl:template>
<xsl:template match="fact[@type = 'boolean']" mode="answers">
  <xsl:apply-templates select="." mode="radio">
    <xsl:with-param name="value" select="'true'"/><xsl:with-param name="label" select="'Oui'"/>
  </xsl:apply-templates>
  <xsl:apply-templates select="." mode="radio">
    <xsl:with-param name="value" select="'false'"/><xsl:with-param name="label" select="'Non'"/>
  </xsl:apply-templates>
</xsl:template>
<xsl:template match="fact[@type = 'civility']" mode="answers">
  <xsl:apply-templates select="." mode="radio">
    <xsl:with-param name="value" select="'Mme'"/><xsl:with-param name="label" select="'Madame'"/>
  </xsl:apply-templates>
  <xsl:apply-templates select="." mode="radio">
    <xsl:with-param name="value" select="'M.'"/><xsl:with-param name="label" select="'Monsieur'"/>
  </xsl:apply-templates>
</xsl:template>
<xsl:template match="fact" mode="radio">
  <xsl:param name="value"/>
  <xsl:param name="label"/>
  <div class="fr-radio-group fr-radio-group--sm">
    <input type="radio" id="{translate(concat(@name, '-', $value), '.', '-')}" name="{@name}" value="{$value}">
      <xsl:if test="value = $value"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
    </input>
    <label class="fr-label" for="{translate(concat(@name, '-', $value), '.', '-')}"><xsl:value-of select="$label"/></label>
  </div>
</xsl:template>

<!-- Around a field -->
<xsl:template match="fact" mode="label">
  <label class="fr-label" for="{translate(@name, '.', '-')}">
    <xsl:value-of select="@label"/>
    <xsl:apply-templates select="@required" mode="star"/>
    <xsl:apply-templates select="@hint|@origin" mode="hint"/>
  </label>
</xsl:template>
<xsl:template match="@required" mode="star"> <abbr title="obligatoire sur Démarches simplifiées">*</abbr></xsl:template>
<xsl:template match="@hint" mode="hint"><span class="fr-hint-text"><xsl:value-of select="."/></span></xsl:template>
<xsl:template match="@origin[. = 'default']" mode="hint">
  <span class="fr-hint-text">Réponse la plus courante&#xA0;: corrigez s’il le faut</span>
</xsl:template>
<xsl:template match="@origin" mode="hint">
  <span class="fr-hint-text">Rempli d’après les données publiques&#xA0;: corrigez s’il le faut</span>
</xsl:template>

<!-- Short answers stand two by two where there is room. -->
<xsl:template match="fact" mode="half"> g-half</xsl:template>
<xsl:template match="fact[@type = 'choices']" mode="half"> g-boxes</xsl:template>
<xsl:template match="fact[@type = 'longtext'] | group[@theme = 'project']/fact[@type = 'text']" mode="half"/>

<xsl:template match="@fault" mode="id"><xsl:value-of select="concat(translate(../@name, '.', '-'), '-erreur')"/></xsl:template>
<xsl:template match="@fault" mode="beside">
  <p class="fr-error-text">
    <xsl:attribute name="id"><xsl:apply-templates select="." mode="id"/></xsl:attribute>
    <xsl:text>À corriger&#xA0;: </xsl:text>
    <xsl:apply-templates select="." mode="reason"/>
  </p>
</xsl:template>

</xsl:stylesheet>
