<?xml version="1.0" encoding="UTF-8"?>
<!-- error-api.xsl - an error of the API, as RFC 9457 says, with the members that
  AT's API has: {"type", "title", "status", "detail", "instance", "message"}, and of
  400 "errors": [{"parameter", "value", "reason"}].  The title is HTTP's own phrase. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/json-key.xsl"/>
<xsl:include href="../lib/fault.xsl"/>

<xsl:output method="text" encoding="UTF-8" media-type="application/problem+json"/>

<xsl:template match="/page">
  <xsl:variable name="detail">
    <xsl:apply-templates select="error" mode="detail"/>
  </xsl:variable>
  <xsl:variable name="title"><xsl:apply-templates select="error" mode="phrase"/></xsl:variable>
  <xsl:text>{"type":"about:blank"</xsl:text>
  <xsl:value-of select="concat(',&quot;title&quot;:&quot;', $title, '&quot;,&quot;status&quot;:', error/@status, ',&quot;detail&quot;:')"/>
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="$detail"/></xsl:call-template>
  <xsl:text>,"instance":</xsl:text>
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="request/@path"/></xsl:call-template>
  <xsl:text>,"message":</xsl:text>
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="$detail"/></xsl:call-template>
  <xsl:if test="error/param">
    <xsl:call-template name="key-list"><xsl:with-param name="key" select="'errors'"/><xsl:with-param name="of" select="error/param"/></xsl:call-template>
  </xsl:if>
  <xsl:apply-templates select="error" mode="more"/>
  <xsl:text>,"request":</xsl:text>
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="request/@id"/></xsl:call-template>
  <xsl:text>}&#10;</xsl:text>
</xsl:template>

<!-- What another sheet has besides. -->
<xsl:template match="error" mode="more"/>

<xsl:template match="error" mode="phrase">Internal Server Error</xsl:template>
<xsl:template match="error[@status = 400]" mode="phrase">Bad Request</xsl:template>
<xsl:template match="error[@status = 401]" mode="phrase">Unauthorized</xsl:template>
<xsl:template match="error[@status = 410]" mode="phrase">Gone</xsl:template>
<xsl:template match="error[@status = 404]" mode="phrase">Not Found</xsl:template>
<xsl:template match="error[@status = 405]" mode="phrase">Method Not Allowed</xsl:template>
<xsl:template match="error[@status = 408]" mode="phrase">Request Timeout</xsl:template>
<xsl:template match="error[@status = 429]" mode="phrase">Too Many Requests</xsl:template>
<xsl:template match="error[@status = 410]" mode="phrase">Gone</xsl:template>
<xsl:template match="error[@status = 412]" mode="phrase">Precondition Failed</xsl:template>
<xsl:template match="error[@status = 413]" mode="phrase">Content Too Large</xsl:template>
<xsl:template match="error[@status = 414]" mode="phrase">URI Too Long</xsl:template>
<xsl:template match="error[@status = 416]" mode="phrase">Range Not Satisfiable</xsl:template>
<xsl:template match="error[@status = 421]" mode="phrase">Misdirected Request</xsl:template>
<xsl:template match="error[@status = 501]" mode="phrase">Not Implemented</xsl:template>
<xsl:template match="error[@status = 503]" mode="phrase">Service Unavailable</xsl:template>
<xsl:template match="error[@status = 505]" mode="phrase">HTTP Version Not Supported</xsl:template>

<xsl:template match="error" mode="detail">Une erreur est survenue ici, et elle est enregistrée.</xsl:template>
<xsl:template match="error[@status = 400]" mode="detail">
  <xsl:if test="not(param)">Cette demande n’est pas comprise.</xsl:if>
  <xsl:for-each select="param[1]">
    <xsl:apply-templates select="." mode="said"/>
  </xsl:for-each>
</xsl:template>
<xsl:template match="error[@status = 401]" mode="detail">L’en-tête X-AUTH-TOKEN manque&#xA0;: toute clé donne un jeton, et la lecture n’en demande pas.</xsl:template>
<xsl:template match="error[@status = 404]" mode="detail">Cette adresse n’existe pas&#xA0;: voir /api/openapi.json</xsl:template>
<xsl:template match="error[@status = 404][starts-with(../request/@path, '/api/aids/')]" mode="detail" priority="1">Cette aide n'existe pas</xsl:template>
<xsl:template match="error[@status = 404][starts-with(../request/@path, '/api/perimeters/')]" mode="detail" priority="1">Périmètre non trouvé</xsl:template>
<xsl:template match="error[@status = 405]" mode="detail">Cette adresse ne prend pas cette méthode.</xsl:template>
<xsl:template match="error[@status = 408]" mode="detail">L’envoi a duré trop longtemps.</xsl:template>
<xsl:template match="error[@status = 429]" mode="detail">Trop de demandes en peu de temps&#xA0;: attendez ce que dit Retry-After. Tout le catalogue est un fichier, /api/aids.json.</xsl:template>
<xsl:template match="error[@status = 412]" mode="detail">Ce qui est ici n’est pas ce que l’en-tête If-Match ou If-Unmodified-Since demande.</xsl:template>
<xsl:template match="error[@status = 413]" mode="detail">L’envoi est trop volumineux.</xsl:template>
<xsl:template match="error[@status = 414]" mode="detail">L’adresse est trop longue.</xsl:template>
<xsl:template match="error[@status = 416]" mode="detail">Ce qui est ici finit avant ce que l’en-tête Range demande.</xsl:template>
<xsl:template match="error[@status = 421]" mode="detail">Ce nom n’est celui d’aucun site d’ici.</xsl:template>
<xsl:template match="error[@status = 501]" mode="detail">Cette méthode n’est pas connue ici.</xsl:template>
<xsl:template match="error[@status = 505]" mode="detail">Cette version de HTTP n’est pas connue ici.</xsl:template>
<xsl:template match="error[@status = 503]" mode="detail">Le service ne peut pas répondre maintenant&#xA0;: réessayez dans quelques secondes.</xsl:template>

<xsl:template match="error[@why = 'no-files']" mode="detail" priority="2">Ce site ne fait pas de fichiers du catalogue&#xA0;: son réglage exports_dir est vide. La même chose se lit page par page, sous /api/aids/.</xsl:template>
<xsl:template match="error[@why = 'file-to-come']" mode="detail" priority="2">Ce fichier n’est pas encore fait&#xA0;: réessayez dans une minute.</xsl:template>

<xsl:template match="param" mode="said">
  <xsl:value-of select="@name"/>
  <xsl:if test="not(@name)">L’adresse</xsl:if>
  <xsl:text>&#xA0;: </xsl:text>
  <xsl:apply-templates select="@value"/>
  <xsl:apply-templates select="@reason"/>
</xsl:template>

<xsl:template match="param" mode="json">
  <xsl:variable name="reason"><xsl:apply-templates select="@reason"/></xsl:variable>
  <xsl:text>{"parameter":</xsl:text>
  <xsl:apply-templates select="@name" mode="json"/>
  <xsl:if test="not(@name)">null</xsl:if>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'value'"/><xsl:with-param name="of" select="@value"/></xsl:call-template>
  <xsl:text>,"reason":</xsl:text>
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="$reason"/></xsl:call-template>
  <xsl:text>}</xsl:text>
</xsl:template>

</xsl:stylesheet>
