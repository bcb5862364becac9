<?xml version="1.0" encoding="UTF-8"?>
<!-- fragment-event.xsl - the opening of an aid and its deadline in a calendar (RFC
  5545), made when the aid changes: whole days, and a reminder a week before the
  deadline.  Their UIDs are those of the aid for ever; their sequence is the version
  of the data at which the aid changed, which only grows. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/base.xsl"/>
<xsl:include href="../lib/ics.xsl"/>

<xsl:template match="/page"><xsl:apply-templates select="aid/opens|aid/closes"/></xsl:template>

<xsl:template match="opens|closes">
  <xsl:variable name="changed"><xsl:apply-templates select=".." mode="changed"/></xsl:variable>
  <xsl:value-of select="concat('BEGIN:VEVENT&#13;&#10;UID:', ../@uid)"/>
  <xsl:apply-templates select="." mode="uid"/>
  <xsl:value-of select="concat('&#13;&#10;SEQUENCE:', ../@changed-version,
    '&#13;&#10;DTSTAMP:', $changed, '&#13;&#10;LAST-MODIFIED:', $changed,
    '&#13;&#10;DTSTART;VALUE=DATE:', translate(., '-', ''), '&#13;&#10;SUMMARY:')"/>
  <xsl:apply-templates select="." mode="what"/>
  <xsl:apply-templates select="../name" mode="ics"/>
  <xsl:text>&#13;&#10;</xsl:text>
  <xsl:apply-templates select="../summary"/>
  <xsl:value-of select="concat('URL:', $base, '/aides/', ../@slug, '/')"/>
  <xsl:text>&#13;&#10;TRANSP:TRANSPARENT&#13;&#10;</xsl:text>
  <xsl:apply-templates select="." mode="alarm"/>
  <xsl:text>END:VEVENT&#13;&#10;</xsl:text>
</xsl:template>

<xsl:template match="closes" mode="uid"/>
<xsl:template match="opens" mode="uid">-ouverture</xsl:template>
<xsl:template match="closes" mode="what">Date limite : </xsl:template>
<xsl:template match="opens" mode="what">Ouverture : </xsl:template>
<xsl:template match="opens" mode="alarm"/>
<xsl:template match="closes" mode="alarm">
  <xsl:text>BEGIN:VALARM&#13;&#10;ACTION:DISPLAY&#13;&#10;TRIGGER:-P7D&#13;&#10;DESCRIPTION:Date limite dans une semaine&#13;&#10;END:VALARM&#13;&#10;</xsl:text>
</xsl:template>

<xsl:template match="summary">
  <xsl:text>DESCRIPTION:</xsl:text>
  <xsl:apply-templates select="." mode="ics"/>
  <xsl:text>&#13;&#10;</xsl:text>
</xsl:template>

<!-- The time of the last change, 20261101T093000Z. -->
<xsl:template match="aid" mode="changed"><xsl:value-of select="concat(translate(@changed, '-:', ''), 'Z')"/></xsl:template>

</xsl:stylesheet>
