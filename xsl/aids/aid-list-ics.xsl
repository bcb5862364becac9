<?xml version="1.0" encoding="UTF-8"?>
<!-- aid-list-ics.xsl - the deadlines of a list, for a calendar: one whole day
  for each aid that has one, and a reminder a week before. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="../lib/ics.xsl"/>

<xsl:template match="/page">
  <xsl:text>BEGIN:VCALENDAR&#13;&#10;VERSION:2.0&#13;&#10;PRODID:-//Guichet//Aides//FR&#13;&#10;CALSCALE:GREGORIAN&#13;&#10;X-WR-CALNAME:Échéances – </xsl:text>
  <xsl:apply-templates select="site/@name" mode="ics"/>
  <xsl:text>&#13;&#10;</xsl:text>
  <xsl:apply-templates select="aids/aid[closes]"/>
  <xsl:text>END:VCALENDAR&#13;&#10;</xsl:text>
</xsl:template>

<xsl:template match="aid">
  <xsl:text>BEGIN:VEVENT&#13;&#10;UID:aide-</xsl:text>
  <xsl:value-of select="concat(@id, '@', substring-after(/page/site/@base, '://'))"/>
  <xsl:text>&#13;&#10;DTSTAMP:</xsl:text>
  <xsl:value-of select="translate(/page/request/@today, '-', '')"/>
  <xsl:text>T000000Z&#13;&#10;DTSTART;VALUE=DATE:</xsl:text>
  <xsl:value-of select="translate(closes, '-', '')"/>
  <xsl:text>&#13;&#10;SUMMARY:Date limite : </xsl:text>
  <xsl:apply-templates select="name" mode="ics"/>
  <xsl:text>&#13;&#10;</xsl:text>
  <xsl:apply-templates select="summary"/>
  <xsl:value-of select="concat('URL:', /page/site/@base, '/aides/', @slug, '/')"/>
  <xsl:text>&#13;&#10;TRANSP:TRANSPARENT&#13;&#10;</xsl:text>
  <xsl:text>BEGIN:VALARM&#13;&#10;ACTION:DISPLAY&#13;&#10;TRIGGER:-P7D&#13;&#10;DESCRIPTION:Date limite dans une semaine&#13;&#10;END:VALARM&#13;&#10;</xsl:text>
  <xsl:text>END:VEVENT&#13;&#10;</xsl:text>
</xsl:template>

<xsl:template match="summary">
  <xsl:text>DESCRIPTION:</xsl:text>
  <xsl:apply-templates select="." mode="ics"/>
  <xsl:text>&#13;&#10;</xsl:text>
</xsl:template>

</xsl:stylesheet>
