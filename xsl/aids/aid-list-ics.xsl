<?xml version="1.0" encoding="UTF-8"?>
<!-- aid-list-ics.xsl - the deadlines of a list, for a calendar, whose name says what is
  in it, for a reader may have several.  Its events come ready made
  (fragment-event.xsl). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="../lib/ics.xsl"/>
<xsl:include href="../lib/format.xsl"/>
<xsl:include href="lib/subject.xsl"/>

<xsl:template match="/page">
  <xsl:variable name="name">
    <xsl:apply-templates select="." mode="calendar"/>
    <xsl:value-of select="concat(' – ', site/@name)"/>
  </xsl:variable>
  <xsl:text>BEGIN:VCALENDAR&#13;&#10;VERSION:2.0&#13;&#10;PRODID:-//Guichet//Aides//FR&#13;&#10;CALSCALE:GREGORIAN&#13;&#10;X-WR-CALNAME:</xsl:text>
  <xsl:call-template name="ics"><xsl:with-param name="text" select="$name"/></xsl:call-template>
  <xsl:text>&#13;&#10;</xsl:text>
  <xsl:value-of select="aids/ready"/>
  <xsl:apply-templates select="." mode="zone"/>
  <xsl:text>END:VCALENDAR&#13;&#10;</xsl:text>
</xsl:template>

<xsl:template match="page" mode="calendar">
  <xsl:text>Échéances</xsl:text>
  <xsl:apply-templates select="asked" mode="subject"/>
</xsl:template>

<!-- A calendar without a component is none (RFC 5545, 3.6): one without a deadline
  says what the time is in Paris, which no reader shows. -->
<xsl:template match="page" mode="zone"/>
<xsl:template match="page[not(aids/ready != '')]" mode="zone">
  <xsl:text>BEGIN:VTIMEZONE&#13;&#10;TZID:Europe/Paris&#13;&#10;</xsl:text>
  <xsl:text>BEGIN:STANDARD&#13;&#10;DTSTART:19961027T030000&#13;&#10;RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU&#13;&#10;TZOFFSETFROM:+0200&#13;&#10;TZOFFSETTO:+0100&#13;&#10;TZNAME:CET&#13;&#10;END:STANDARD&#13;&#10;</xsl:text>
  <xsl:text>BEGIN:DAYLIGHT&#13;&#10;DTSTART:19960331T020000&#13;&#10;RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU&#13;&#10;TZOFFSETFROM:+0100&#13;&#10;TZOFFSETTO:+0200&#13;&#10;TZNAME:CEST&#13;&#10;END:DAYLIGHT&#13;&#10;</xsl:text>
  <xsl:text>END:VTIMEZONE&#13;&#10;</xsl:text>
</xsl:template>

</xsl:stylesheet>
