<?xml version="1.0" encoding="UTF-8"?>
<!-- fragment-record.xsl - an aid as the API serves it, made when the aid changes:
  the keys of AT's API in their order, then ours; without its last brace, for
  more keys follow (fragment-record-texts.xsl).  Nothing of an aid that is not
  public.  What time changes is filled in when it is served, in place of signs
  that no text has (cgi-bin/lib/aids/aid_served.h). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/json-key.xsl"/>
<xsl:include href="../lib/base.xsl"/>

<xsl:variable name="live" select="'&#xFDD1;'"/>
<xsl:variable name="status" select="'&#xFDD2;'"/>
<xsl:variable name="number" select="'&#xFDD3;'"/>

<xsl:template match="/page"><xsl:apply-templates select="aid[record/@public]"/></xsl:template>

<xsl:template match="aid">
  <xsl:text>{"id":</xsl:text>
  <xsl:value-of select="@id"/>
  <xsl:apply-templates select="." mode="who"/>
  <xsl:apply-templates select="." mode="what"/>
  <xsl:apply-templates select="." mode="how-much"/>
  <xsl:apply-templates select="." mode="rest"/>
  <xsl:apply-templates select="." mode="ours"/>
</xsl:template>

<xsl:template match="aid" mode="who">
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'slug'"/><xsl:with-param name="of" select="@slug"/></xsl:call-template>
  <xsl:value-of select="concat(',&quot;url&quot;:&quot;/aides/', @slug, '/&quot;')"/>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'name'"/><xsl:with-param name="of" select="name"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'name_initial'"/><xsl:with-param name="of" select="name-initial"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'short_title'"/><xsl:with-param name="of" select="short-title"/></xsl:call-template>
  <xsl:call-template name="key-list"><xsl:with-param name="key" select="'financers'"/><xsl:with-param name="of" select="financer/text()"/></xsl:call-template>
  <xsl:call-template name="key-list"><xsl:with-param name="key" select="'financers_full'"/><xsl:with-param name="of" select="financer"/></xsl:call-template>
  <xsl:call-template name="key-list"><xsl:with-param name="key" select="'instructors'"/><xsl:with-param name="of" select="instructor/text()"/></xsl:call-template>
  <xsl:call-template name="key-list"><xsl:with-param name="key" select="'instructors_full'"/><xsl:with-param name="of" select="instructor"/></xsl:call-template>
  <xsl:call-template name="key-list"><xsl:with-param name="key" select="'programs'"/><xsl:with-param name="of" select="program"/></xsl:call-template>
</xsl:template>

<xsl:template match="aid" mode="what">
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'description'"/><xsl:with-param name="of" select="record/description"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'eligibility'"/><xsl:with-param name="of" select="record/eligibility"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'perimeter'"/><xsl:with-param name="of" select="perimeter"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'perimeter_scale'"/><xsl:with-param name="of" select="record/perimeter/@scale"/></xsl:call-template>
  <xsl:call-template name="key-list"><xsl:with-param name="key" select="'mobilization_steps'"/><xsl:with-param name="of" select="step"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'origin_url'"/><xsl:with-param name="of" select="origin-url"/></xsl:call-template>
  <xsl:call-template name="key-list"><xsl:with-param name="key" select="'categories'"/><xsl:with-param name="of" select="category"/></xsl:call-template>
  <xsl:call-template name="key-flag"><xsl:with-param name="key" select="'is_call_for_project'"/><xsl:with-param name="of" select="call-for-project"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'application_url'"/><xsl:with-param name="of" select="application-url"/></xsl:call-template>
  <xsl:call-template name="key-list"><xsl:with-param name="key" select="'targeted_audiences'"/><xsl:with-param name="of" select="audience"/></xsl:call-template>
  <xsl:call-template name="key-list"><xsl:with-param name="key" select="'aid_types'"/><xsl:with-param name="of" select="type/text()"/></xsl:call-template>
  <xsl:call-template name="key-list"><xsl:with-param name="key" select="'aid_types_full'"/><xsl:with-param name="of" select="type"/></xsl:call-template>
</xsl:template>

<xsl:template match="aid" mode="how-much">
  <xsl:call-template name="key-flag"><xsl:with-param name="key" select="'is_charged'"/><xsl:with-param name="of" select="charged"/></xsl:call-template>
  <xsl:call-template name="key-list"><xsl:with-param name="key" select="'destinations'"/><xsl:with-param name="of" select="destination"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'start_date'"/><xsl:with-param name="of" select="opens"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'predeposit_date'"/><xsl:with-param name="of" select="predeposit"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'submission_deadline'"/><xsl:with-param name="of" select="closes"/></xsl:call-template>
  <xsl:call-template name="key-number"><xsl:with-param name="key" select="'subvention_rate_lower_bound'"/><xsl:with-param name="of" select="rate-min"/></xsl:call-template>
  <xsl:call-template name="key-number"><xsl:with-param name="key" select="'subvention_rate_upper_bound'"/><xsl:with-param name="of" select="rate-max"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'subvention_comment'"/><xsl:with-param name="of" select="rate-comment"/></xsl:call-template>
  <xsl:call-template name="key-number"><xsl:with-param name="key" select="'loan_amount'"/><xsl:with-param name="of" select="loan-amount"/></xsl:call-template>
  <xsl:call-template name="key-number"><xsl:with-param name="key" select="'recoverable_advance_amount'"/><xsl:with-param name="of" select="advance-amount"/></xsl:call-template>
</xsl:template>

<xsl:template match="aid" mode="rest">
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'contact'"/><xsl:with-param name="of" select="record/contact"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'recurrence'"/><xsl:with-param name="of" select="recurrence"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'project_examples'"/><xsl:with-param name="of" select="record/project-examples"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'import_data_url'"/><xsl:with-param name="of" select="import-url"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'import_data_mention'"/><xsl:with-param name="of" select="import-mention"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'import_share_licence'"/><xsl:with-param name="of" select="import-licence"/></xsl:call-template>
  <xsl:apply-templates select="record/@created" mode="moment"><xsl:with-param name="key" select="'date_created'"/></xsl:apply-templates>
  <xsl:call-template name="moment"><xsl:with-param name="key" select="'date_updated'"/><xsl:with-param name="of" select="updated"/></xsl:call-template>
  <!-- Here project types are found by words, and no aid lists its own. -->
  <xsl:text>,"project_references":[]</xsl:text>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'european_aid'"/><xsl:with-param name="of" select="european"/></xsl:call-template>
  <xsl:value-of select="concat(',&quot;is_live&quot;:', $live)"/>
</xsl:template>

<xsl:template match="aid" mode="ours">
  <xsl:call-template name="key-number"><xsl:with-param name="key" select="'perimeter_id'"/><xsl:with-param name="of" select="record/perimeter/@id"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'perimeter_code'"/><xsl:with-param name="of" select="record/perimeter/@code"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'region'"/><xsl:with-param name="of" select="record/region"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'region_code'"/><xsl:with-param name="of" select="record/region/@code"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'other_financial_aid_comment'"/><xsl:with-param name="of" select="other-comment"/></xsl:call-template>
  <xsl:call-template name="key-list"><xsl:with-param name="key" select="'targeted_audience_slugs'"/><xsl:with-param name="of" select="audience/@slug"/></xsl:call-template>
  <xsl:call-template name="key-list"><xsl:with-param name="key" select="'aid_type_slugs'"/><xsl:with-param name="of" select="type/@slug"/></xsl:call-template>
  <xsl:call-template name="key-list"><xsl:with-param name="key" select="'category_slugs'"/><xsl:with-param name="of" select="category/@slug"/></xsl:call-template>
  <xsl:call-template name="key-list"><xsl:with-param name="key" select="'category_ids'"/><xsl:with-param name="of" select="category/@id"/></xsl:call-template>
  <xsl:call-template name="key-list"><xsl:with-param name="key" select="'mobilization_step_slugs'"/><xsl:with-param name="of" select="step/@slug"/></xsl:call-template>
  <xsl:call-template name="key-list"><xsl:with-param name="key" select="'destination_slugs'"/><xsl:with-param name="of" select="destination/@slug"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'recurrence_slug'"/><xsl:with-param name="of" select="recurrence/@slug"/></xsl:call-template>
  <xsl:call-template name="key-list"><xsl:with-param name="key" select="'program_slugs'"/><xsl:with-param name="of" select="program/@slug"/></xsl:call-template>
  <xsl:value-of select="concat(',&quot;absolute_url&quot;:&quot;', $base, '/aides/', @slug, '/&quot;,&quot;status&quot;:&quot;', $status, '&quot;')"/>
  <xsl:call-template name="moment"><xsl:with-param name="key" select="'date_published'"/><xsl:with-param name="of" select="published"/></xsl:call-template>
  <xsl:apply-templates select="record" mode="source"/>
  <xsl:value-of select="concat(',&quot;version&quot;:&quot;', $number, '&quot;')"/>
</xsl:template>

<xsl:template match="record" mode="source">
  <xsl:text>,"source":{"name":</xsl:text>
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="@source"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'url'"/><xsl:with-param name="of" select="../import-url"/></xsl:call-template>
  <xsl:call-template name="key-text"><xsl:with-param name="key" select="'licence'"/><xsl:with-param name="of" select="../import-licence"/></xsl:call-template>
  <xsl:text>}</xsl:text>
</xsl:template>

<!-- ,"key":"2024-06-18T14:52:00+00:00" of a moment in UTC, or null. -->
<xsl:template name="moment">
  <xsl:param name="key"/>
  <xsl:param name="of" select="."/>
  <xsl:value-of select="concat(',&quot;', $key, '&quot;:')"/>
  <xsl:choose>
    <xsl:when test="$of"><xsl:value-of select="concat('&quot;', $of, '+00:00&quot;')"/></xsl:when>
    <xsl:otherwise>null</xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="@*" mode="moment">
  <xsl:param name="key"/>
  <xsl:call-template name="moment"><xsl:with-param name="key" select="$key"/></xsl:call-template>
</xsl:template>

<!-- Members of lists. -->

<xsl:template match="text()" mode="json"><xsl:call-template name="json-text"/></xsl:template>

<xsl:template match="financer|instructor" mode="json">
  <xsl:value-of select="concat('{&quot;id&quot;:', @id, ',&quot;name&quot;:')"/>
  <xsl:call-template name="json-text"/>
  <xsl:text>,"logo":</xsl:text>
  <xsl:choose>
    <xsl:when test="@logo"><xsl:value-of select="concat('&quot;', $base, '/partenaires/', @id, '-', @slug, '/logo?v=', @logo, '&quot;')"/></xsl:when>
    <xsl:otherwise>null</xsl:otherwise>
  </xsl:choose>
  <xsl:text>}</xsl:text>
</xsl:template>

<xsl:template match="type" mode="json">
  <xsl:value-of select="concat('{&quot;id&quot;:', @id, ',&quot;name&quot;:')"/>
  <xsl:call-template name="json-text"/>
  <xsl:value-of select="concat(',&quot;group&quot;:{&quot;id&quot;:', @group-id, ',&quot;name&quot;:')"/>
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="@group-name"/></xsl:call-template>
  <xsl:text>}}</xsl:text>
</xsl:template>

<xsl:template match="audience[@label]|destination[@label]" mode="json">
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="@label"/></xsl:call-template>
</xsl:template>

<xsl:template match="category" mode="json">
  <xsl:variable name="name" select="@label|text()[not(../@label)]"/>
  <xsl:call-template name="json-text"><xsl:with-param name="s" select="concat(@theme, ' / ', $name)"/></xsl:call-template>
</xsl:template>

<xsl:template match="category/@id" mode="json"><xsl:value-of select="."/></xsl:template>

</xsl:stylesheet>
