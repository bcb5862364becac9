<?xml version="1.0" encoding="UTF-8"?>
<!-- fragment-event.xsl - the deadline of an aid in a calendar (RFC 5545), made when
  the aid changes: a whole day, and a reminder a week before; nothing without a
  deadline.  Its UID is that of the aid for ever; its sequence is the version of
  the data at which the aid changed, which only grows. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/base.xsl"/>
<xsl:include href="../lib/ics.xsl"/>

<xsl:template match="/page"><xsl:apply-templates select="aid[closes]"/></xsl:template>

<xsl:template match="aid">
  <xsl:variable name="changed"><xsl:apply-templates select="." mode="changed"/></xsl:variable>
  <xsl:value-of select="concat('BEGIN:VEVENT&#13;&#10;UID:', @uid,
    '&#13;&#10;SEQUENCE:', @changed-version,
    '&#13;&#10;DTSTAMP:', $changed, '&#13;&#10;LAST-MODIFIED:', $changed,
    '&#13;&#10;DTSTART;VALUE=DATE:', translate(closes, '-', ''))"/>
  <xsl:text>&#13;&#10;SUMMARY:Date limite : </xsl:text>
  <xsl:apply-templates select="name" mode="ics"/>
  <xsl:text>&#13;&#10;</xsl:text>
  <xsl:apply-templates select="summary"/>
  <xsl:value-of select="concat('URL:', $base, '/aides/', @slug, '/')"/>
  <xsl:text>&#13;&#10;TRANSP:TRANSPARENT&#13;&#10;</xsl:text>
  <xsl:text>BEGIN:VALARM&#13;&#10;ACTION:DISPLAY&#13;&#10;TRIGGER:-P7D&#13;&#10;DESCRIPTION:Date limite dans une semaine&#13;&#10;END:VALARM&#13;&#10;</xsl:text>
  <xsl:text>END:VEVENT&#13;&#10;</xsl:text>
</xsl:template>

<xsl:template match="summary">
  <xsl:text>DESCRIPTION:</xsl:text>
  <xsl:apply-templates select="." mode="ics"/>
  <xsl:text>&#13;&#10;</xsl:text>
</xsl:template>

<!-- The time of the last change, 20261101T093000Z. -->
<xsl:template match="aid" mode="changed"><xsl:value-of select="concat(translate(@changed, '-:', ''), 'Z')"/></xsl:template>

</xsl:stylesheet>
