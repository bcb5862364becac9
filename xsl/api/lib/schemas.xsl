<?xml version="1.0" encoding="UTF-8"?>
<!-- schemas.xsl - the JSON Schema of what each address answers, and of an aid, whose
  keys are those of the document.  No other key may come: additionalProperties. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<!-- ==== by address: lists, whose item is said; else the whole ==== -->

<xsl:template match="route" mode="schema">
  <xsl:text>{"type":"object","properties":{"token":{"$ref":"#/components/schemas/Token"},"count":{"type":"integer","minimum":0},"previous":{"$ref":"#/components/schemas/Address"},"next":{"$ref":"#/components/schemas/Address"},"results":{"type":"array","items":</xsl:text>
  <xsl:apply-templates select="." mode="item"/>
  <xsl:text>}</xsl:text>
  <xsl:if test="param[@name = 'updated_after']">,"cursor":{"type":"string","description":"De updated_after : ce qu’il faut y mettre la fois suivante"}</xsl:if>
  <xsl:text>,"ignored":{"type":"array","items":{"type":"string"},"description":"Avec Prefer: handling=lenient : ce qui n’a pas été compris"}</xsl:text>
  <xsl:text>},"required":["count","previous","next","results"],"additionalProperties":false}</xsl:text>
</xsl:template>

<xsl:template match="route[@path = '/api/aids/' or @path = '/api/aids/all/']" mode="item">{"anyOf":[{"$ref":"#/components/schemas/Aid"},{"$ref":"#/components/schemas/AidFields"},{"$ref":"#/components/schemas/AidGone"}]}</xsl:template>
<xsl:template match="route[@path = '/api/aids/{slug}/' or @path = '/api/aids/by-id/{slug}/']" mode="schema">{"anyOf":[{"$ref":"#/components/schemas/Aid"},{"$ref":"#/components/schemas/AidFields"}]}</xsl:template>
<xsl:template match="route[@path = '/api/aids/{slug}/history/']" mode="item">{"$ref":"#/components/schemas/AidVersion"}</xsl:template>
<xsl:template match="route[@path = '/api/aids/audiences/']" mode="item">{"$ref":"#/components/schemas/Audience"}</xsl:template>
<xsl:template match="route[@path = '/api/aids/types/']" mode="item">{"$ref":"#/components/schemas/AidType"}</xsl:template>
<xsl:template match="route[@path = '/api/aids/steps/' or @path = '/api/aids/recurrences/' or @path = '/api/aids/destinations/']" mode="item">{"$ref":"#/components/schemas/Slugged"}</xsl:template>
<xsl:template match="route[@path = '/api/themes/']" mode="item">{"$ref":"#/components/schemas/Theme"}</xsl:template>
<xsl:template match="route[@path = '/api/categories/']" mode="item">{"$ref":"#/components/schemas/Category"}</xsl:template>
<xsl:template match="route[@path = '/api/programs/']" mode="item">{"$ref":"#/components/schemas/Program"}</xsl:template>
<xsl:template match="route[@path = '/api/backers/']" mode="item">{"$ref":"#/components/schemas/Backer"}</xsl:template>
<xsl:template match="route[@path = '/api/backer-groups/']" mode="item">{"$ref":"#/components/schemas/BackerGroup"}</xsl:template>
<xsl:template match="route[@path = '/api/perimeters/']" mode="item">{"$ref":"#/components/schemas/Perimeter"}</xsl:template>
<xsl:template match="route[@path = '/api/perimeters/{slug}/']" mode="schema">{"$ref":"#/components/schemas/Perimeter"}</xsl:template>
<xsl:template match="route[@path = '/api/perimeters/scales/']" mode="item">{"$ref":"#/components/schemas/Scale"}</xsl:template>
<xsl:template match="route[@path = '/api/perimeters/data/']" mode="item">{"$ref":"#/components/schemas/PerimeterFact"}</xsl:template>
<xsl:template match="route[@path = '/api/project-references/']" mode="item">{"$ref":"#/components/schemas/Project"}</xsl:template>
<xsl:template match="route[@path = '/api/project-reference-categories/']" mode="item">{"$ref":"#/components/schemas/Named"}</xsl:template>
<xsl:template match="route[@path = '/api/synonymlists/']" mode="item">{"$ref":"#/components/schemas/SynonymList"}</xsl:template>
<xsl:template match="route[@path = '/api/synonymlists/classic-list/']" mode="schema">{"type":"array","items":{"$ref":"#/components/schemas/Suggestion"}}</xsl:template>
<xsl:template match="route[@path = '/api/connexion/']" mode="schema">{"type":"object","properties":{"token":{"$ref":"#/components/schemas/Token"}},"required":["token"],"additionalProperties":false}</xsl:template>
<xsl:template match="route[@path = '/api/openapi.json' or @path = '/api/docs.jsonopenapi']" mode="schema">{"$ref":"#/components/schemas/Description"}</xsl:template>
<xsl:template match="route[@path = '/.well-known/api-catalog']" mode="schema">{"$ref":"#/components/schemas/Linkset"}</xsl:template>
<xsl:template match="route[@path = '/api/demarches/{slug}/payload/']" mode="schema">{"$ref":"#/components/schemas/Payload"}</xsl:template>

<!-- Files. -->
<xsl:template match="route[@media]" mode="schema">{"type":"string"}</xsl:template>
<xsl:template match="route[@media = 'application/json' or @media = 'application/ld+json']" mode="schema">{"type":"object"}</xsl:template>
<xsl:template match="route[@path = '/api/exports/']" mode="schema" priority="1">{"type":"object","properties":{"count":{"type":"integer"},"previous":{"type":"null"},"next":{"type":"null"},"results":{"type":"array","items":{"$ref":"#/components/schemas/ExportFile"}}},"required":["count","previous","next","results"],"additionalProperties":false}</xsl:template>
<xsl:template match="route[@path = '/api/aids.json']" mode="schema" priority="1">{"type":"object","properties":{"count":{"type":"integer"},"previous":{"type":"null"},"next":{"type":"null"},"results":{"type":"array","items":{"$ref":"#/components/schemas/Aid"}}},"required":["count","previous","next","results"],"additionalProperties":false}</xsl:template>
<xsl:template match="route[@path = '/api/backers.json']" mode="schema" priority="1">{"type":"object","properties":{"count":{"type":"integer"},"previous":{"type":"null"},"next":{"type":"null"},"results":{"type":"array","items":{"$ref":"#/components/schemas/Backer"}}},"required":["count","previous","next","results"],"additionalProperties":false}</xsl:template>
<xsl:template match="route[@path = '/api/perimeters.json']" mode="schema" priority="1">{"type":"object","properties":{"count":{"type":"integer"},"previous":{"type":"null"},"next":{"type":"null"},"results":{"type":"array","items":{"$ref":"#/components/schemas/Perimeter"}}},"required":["count","previous","next","results"],"additionalProperties":false}</xsl:template>

<!-- ==== an aid ==== -->

<xsl:template match="api" mode="aid-schemas">
  <xsl:text>"Aid":{"type":"object","description":"Une aide, avec toutes ses clés : d’abord celles d’Aides-territoires, dans leur ordre","properties":{</xsl:text>
  <xsl:apply-templates select="field" mode="schema"/>
  <xsl:text>,"score":{"$ref":"#/components/schemas/Score","description":"Avec explain : pourquoi l’aide est à cette place"}},"required":[</xsl:text>
  <xsl:apply-templates select="field[not(@plain)]" mode="required"/>
  <xsl:text>],"additionalProperties":false},&#10;"AidFields":{"type":"object","description":"Une aide, avec les clés que demande « fields »","properties":{</xsl:text>
  <xsl:apply-templates select="field" mode="same"/>
  <xsl:text>,"score":{"$ref":"#/components/schemas/Score","description":"Avec explain : pourquoi l’aide est à cette place"}},"additionalProperties":false},&#10;</xsl:text>
</xsl:template>

<xsl:template match="field" mode="schema">
  <xsl:if test="position() != 1">,</xsl:if>
  <xsl:value-of select="concat('&#10;&quot;', @name, '&quot;:{')"/>
  <xsl:apply-templates select="@type" mode="field"/>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'description'"/><xsl:with-param name="of"><xsl:apply-templates select="." mode="said"/></xsl:with-param></xsl:call-template>
  <xsl:text>}</xsl:text>
</xsl:template>
<xsl:template match="field" mode="required">
  <xsl:if test="position() != 1">,</xsl:if>
  <xsl:value-of select="concat('&quot;', @name, '&quot;')"/>
</xsl:template>
<xsl:template match="field" mode="same">
  <xsl:if test="position() != 1">,</xsl:if>
  <xsl:value-of select="concat('&quot;', @name, '&quot;:{&quot;$ref&quot;:&quot;#/components/schemas/Aid/properties/', @name, '&quot;}')"/>
</xsl:template>

<xsl:template match="@type" mode="field">"type":["string","null"]</xsl:template>
<xsl:template match="field[@never-null]/@type[. = 'text']" mode="field">"type":"string"</xsl:template>
<xsl:template match="field[@name = 'status']/@type" mode="field" priority="1">"enum":["open","upcoming","closed","withdrawn"]</xsl:template>
<xsl:template match="field[@name = 'european_aid']/@type" mode="field" priority="1">"enum":[null,"sectorial","organizational"]</xsl:template>
<xsl:template match="@type[. = 'number']" mode="field">"type":["integer","null"]</xsl:template>
<xsl:template match="field[@never-null]/@type[. = 'number']" mode="field" priority="1">"type":"integer"</xsl:template>
<xsl:template match="@type[. = 'flag']" mode="field">"type":"boolean"</xsl:template>
<xsl:template match="@type[. = 'texts']" mode="field">"type":"array","items":{"type":"string"}</xsl:template>
<xsl:template match="@type[. = 'numbers']" mode="field">"type":"array","items":{"type":"integer"}</xsl:template>
<xsl:template match="@type[. = 'backers']" mode="field">"type":"array","items":{"$ref":"#/components/schemas/AidBacker"}</xsl:template>
<xsl:template match="@type[. = 'types']" mode="field">"type":"array","items":{"$ref":"#/components/schemas/AidTypeFull"}</xsl:template>
<xsl:template match="@type[. = 'day']" mode="field">"type":["string","null"],"format":"date"</xsl:template>
<xsl:template match="@type[. = 'moment']" mode="field">"type":["string","null"],"format":"date-time"</xsl:template>
<xsl:template match="field[@never-null]/@type[. = 'moment']" mode="field" priority="1">"type":"string","format":"date-time"</xsl:template>
<xsl:template match="@type[. = 'source']" mode="field">"$ref":"#/components/schemas/AidSource"</xsl:template>

</xsl:stylesheet>
