<?xml version="1.0" encoding="UTF-8"?>
<!-- robots.xsl - /robots.txt: read the aids, leave the endless searches.  Nothing ends
  with "?": readers that drop an empty query would leave the pages as well. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:output method="text" encoding="UTF-8" media-type="text/plain"/>

<xsl:template match="/page">
  <xsl:text>User-agent: *&#10;Allow: /partenaires/*/logo&#10;Allow: /portails/*/logo&#10;Allow: /portails/*/style.css&#10;Disallow: /aides/?*&#10;Disallow: /aides/*?*&#10;Disallow: /calendrier/?*&#10;Disallow: /programmes/*?*&#10;Disallow: /partenaires/?*&#10;Disallow: /partenaires/*?*&#10;Disallow: /cartographie/?*&#10;Disallow: /cartographie/*?*&#10;Disallow: /projets-finances/?*&#10;Disallow: /stats/?*&#10;Disallow: /aides/*/candidater/&#10;Disallow: /aides/*/vers/&#10;Disallow: /territoires/&#10;Disallow: /portails/*?*&#10;Disallow: /portails/*/candidater/&#10;Disallow: /portails/*/vers/&#10;Disallow: /portails/*/territoires/&#10;</xsl:text>
  <xsl:apply-templates select="site"/>
</xsl:template>

<xsl:template match="site"><xsl:value-of select="concat('Sitemap: ', @base, '/sitemap-index.xml&#10;')"/></xsl:template>

</xsl:stylesheet>
