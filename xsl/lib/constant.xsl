<?xml version="1.0" encoding="UTF-8"?>
<!-- constant.xsl - a whole error page in one go, with its frame: the pages that
  nginx sends by itself (conf/constant-pages.sh). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../web/error.xsl"/>
<xsl:include href="assets.xsl"/>
<xsl:include href="brand.xsl"/>
<xsl:include href="footer.xsl"/>

</xsl:stylesheet>
