<?xml version="1.0" encoding="UTF-8"?>
<!-- lines.xsl - what to copy, to ask an address from a terminal or a program: curl, Python
  (requests), R (httr).  tests/api/lines.mjs runs each as it is shown. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="route" mode="lines">
  <h3>Dans un terminal, avec curl</h3>
  <pre class="g-code"><code class="language-sh"><xsl:apply-templates select="." mode="sh"/></code></pre>
  <h3>En Python, avec requests</h3>
  <pre class="g-code"><code class="language-python">import requests
<xsl:apply-templates select="." mode="python"/>
print(reponse.json())</code></pre>
  <h3>En R, avec httr</h3>
  <pre class="g-code"><code class="language-r">library(httr)
<xsl:apply-templates select="." mode="r"/>
print(content(reponse))</code></pre>
</xsl:template>

<!-- A file is taken as it is. -->
<xsl:template match="route[@media]" mode="lines">
  <h3>Dans un terminal, avec curl</h3>
  <pre class="g-code"><code class="language-sh"><xsl:text>curl -f --compressed '</xsl:text><xsl:apply-templates select="." mode="address"/>' -o fichier</code></pre>
  <h3>En Python, avec requests</h3>
  <pre class="g-code"><code class="language-python">import requests
<xsl:apply-templates select="." mode="python"/>
open('fichier', 'wb').write(reponse.content)</code></pre>
  <h3>En R, avec httr</h3>
  <pre class="g-code"><code class="language-r">library(httr)
<xsl:text>reponse &lt;- GET("</xsl:text><xsl:apply-templates select="." mode="address"/>", write_disk("fichier", overwrite = TRUE))</code></pre>
</xsl:template>

<xsl:template match="route" mode="address">
  <xsl:value-of select="/page/site/@base"/>
  <xsl:choose>
    <xsl:when test="contains(@path, '{slug}')">
      <xsl:value-of select="substring-before(@path, '{slug}')"/>
      <xsl:apply-templates select="." mode="slug-value"/>
      <xsl:value-of select="substring-after(@path, '{slug}')"/>
    </xsl:when>
    <xsl:otherwise><xsl:value-of select="@path"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="route" mode="slug-value"><xsl:value-of select="/page/samples/sample/@slug"/></xsl:template>
<xsl:template match="route[starts-with(@path, '/api/perimeters/')]" mode="slug-value">70956-france</xsl:template>
<xsl:template match="route[starts-with(@path, '/api/demarches/')]" mode="slug-value">900001</xsl:template>
<xsl:template match="route[starts-with(@path, '/api/perimeters/')]" mode="slug-value">70956-france</xsl:template>

<!-- ==== GET ==== -->

<xsl:template match="route" mode="sh">
  <xsl:text>curl </xsl:text>
  <xsl:if test="param">-G </xsl:if>
  <xsl:text>'</xsl:text>
  <xsl:apply-templates select="." mode="address"/>
  <xsl:text>'</xsl:text>
  <xsl:apply-templates select="." mode="shown"><xsl:with-param name="language" select="'sh'"/></xsl:apply-templates>
</xsl:template>

<xsl:template match="route" mode="python">
  <xsl:text>reponse = requests.get('</xsl:text>
  <xsl:apply-templates select="." mode="address"/>
  <xsl:text>'</xsl:text>
  <xsl:if test="param">
    <xsl:text>, params={</xsl:text>
    <xsl:apply-templates select="." mode="shown"><xsl:with-param name="language" select="'python'"/></xsl:apply-templates>
    <xsl:text>}</xsl:text>
  </xsl:if>
  <xsl:text>)</xsl:text>
</xsl:template>

<xsl:template match="route" mode="r">
  <xsl:text>reponse &lt;- GET("</xsl:text>
  <xsl:apply-templates select="." mode="address"/>
  <xsl:text>"</xsl:text>
  <xsl:if test="param">
    <xsl:text>, query = list(</xsl:text>
    <xsl:apply-templates select="." mode="shown"><xsl:with-param name="language" select="'r'"/></xsl:apply-templates>
    <xsl:text>)</xsl:text>
  </xsl:if>
  <xsl:text>)</xsl:text>
</xsl:template>

<!-- The parameters that say most of what the address can do. -->
<xsl:template match="route" mode="shown">
  <xsl:param name="language"/>
  <xsl:apply-templates select="param[not(@name = 'page' or @name = 'itemsPerPage' or @name = 'size' or @name = 'on')][1]" mode="line"><xsl:with-param name="language" select="$language"/></xsl:apply-templates>
</xsl:template>
<xsl:template match="route[@path = '/api/aids/']" mode="shown">
  <xsl:param name="language"/>
  <xsl:apply-templates select="param[@name = 'keyword' or @name = 'perimeter_codes']" mode="line"><xsl:with-param name="language" select="$language"/></xsl:apply-templates>
</xsl:template>
<xsl:template match="route[@path = '/api/aids/all/']" mode="shown">
  <xsl:param name="language"/>
  <xsl:apply-templates select="param[@name = 'itemsPerPage']" mode="line"><xsl:with-param name="language" select="$language"/></xsl:apply-templates>
</xsl:template>

<xsl:template match="param" mode="line">
  <xsl:param name="language"/>
  <xsl:variable name="example"><xsl:apply-templates select="." mode="example"/></xsl:variable>
  <xsl:if test="position() != 1 and $language != 'sh'">, </xsl:if>
  <xsl:choose>
    <xsl:when test="$language = 'sh'"><xsl:value-of select="concat(&quot; --data-urlencode '&quot;, @name, '=', $example, &quot;'&quot;)"/></xsl:when>
    <xsl:when test="$language = 'python'"><xsl:value-of select="concat(&quot;'&quot;, @name, &quot;': '&quot;, $example, &quot;'&quot;)"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="concat(@name, ' = &quot;', $example, '&quot;')"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- ==== POST ==== -->

<xsl:template match="route[@path = '/api/connexion/']" mode="sh">
  <xsl:text>curl -X POST -H 'X-AUTH-TOKEN: ma-cle' '</xsl:text>
  <xsl:apply-templates select="." mode="address"/>
  <xsl:text>'</xsl:text>
</xsl:template>
<xsl:template match="route[@path = '/api/connexion/']" mode="python">
  <xsl:text>reponse = requests.post('</xsl:text>
  <xsl:apply-templates select="." mode="address"/>
  <xsl:text>', headers={'X-AUTH-TOKEN': 'ma-cle'})</xsl:text>
</xsl:template>
<xsl:template match="route[@path = '/api/connexion/']" mode="r">
  <xsl:text>reponse &lt;- POST("</xsl:text>
  <xsl:apply-templates select="." mode="address"/>
  <xsl:text>", add_headers("X-AUTH-TOKEN" = "ma-cle"))</xsl:text>
</xsl:template>

<xsl:template match="route[starts-with(@path, '/api/demarches/')]" mode="sh">
  <xsl:text>curl -H 'Content-Type: application/json' -d '{"siren": "217901099", "project.title": "Refaire le toit"}' '</xsl:text>
  <xsl:apply-templates select="." mode="address"/>
  <xsl:text>'</xsl:text>
</xsl:template>
<xsl:template match="route[starts-with(@path, '/api/demarches/')]" mode="python">
  <xsl:text>reponse = requests.post('</xsl:text>
  <xsl:apply-templates select="." mode="address"/>
  <xsl:text>', json={'siren': '217901099', 'project.title': 'Refaire le toit'})</xsl:text>
</xsl:template>
<xsl:template match="route[starts-with(@path, '/api/demarches/')]" mode="r">
  <xsl:text>reponse &lt;- POST("</xsl:text>
  <xsl:apply-templates select="." mode="address"/>
  <xsl:text>", body = list(siren = "217901099", project.title = "Refaire le toit"), encode = "json")</xsl:text>
</xsl:template>

</xsl:stylesheet>
