<?xml version="1.0" encoding="UTF-8"?>
<!-- fields.xsl - facts of an aid, as the titles of the model have them
  (sql/data/feed-shapes.csv). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="@field" mode="words"><xsl:value-of select="."/></xsl:template>
<xsl:template match="@field[. = 'status']" mode="words">Publication</xsl:template>
<xsl:template match="@field[. = 'id']" mode="words">Identifiant</xsl:template>
<xsl:template match="@field[. = 'name']" mode="words">Nom de l’aide</xsl:template>
<xsl:template match="@field[. = 'name_initial']" mode="words">Nom donné par le porteur</xsl:template>
<xsl:template match="@field[. = 'short_title']" mode="words">Nom court</xsl:template>
<xsl:template match="@field[. = 'slug']" mode="words">Nom dans l’adresse</xsl:template>
<xsl:template match="@field[. = 'financers']" mode="words">Financeurs</xsl:template>
<xsl:template match="@field[. = 'instructors']" mode="words">Instructeurs</xsl:template>
<xsl:template match="@field[. = 'programs']" mode="words">Programmes</xsl:template>
<xsl:template match="@field[. = 'perimeter']" mode="words">Territoire</xsl:template>
<xsl:template match="@field[. = 'perimeter_code']" mode="words">Code du territoire</xsl:template>
<xsl:template match="@field[. = 'targeted_audiences']" mode="words">Bénéficiaires</xsl:template>
<xsl:template match="@field[. = 'aid_types']" mode="words">Types d’aide</xsl:template>
<xsl:template match="@field[. = 'mobilization_steps']" mode="words">Avancement du projet</xsl:template>
<xsl:template match="@field[. = 'destinations']" mode="words">Dépenses couvertes</xsl:template>
<xsl:template match="@field[. = 'categories']" mode="words">Thématiques</xsl:template>
<xsl:template match="@field[. = 'recurrence']" mode="words">Récurrence</xsl:template>
<xsl:template match="@field[. = 'is_call_for_project']" mode="words">Appel à projets</xsl:template>
<xsl:template match="@field[. = 'is_charged']" mode="words">Aide payante</xsl:template>
<xsl:template match="@field[. = 'start_date']" mode="words">Ouverture</xsl:template>
<xsl:template match="@field[. = 'predeposit_date']" mode="words">Pré-dépôt</xsl:template>
<xsl:template match="@field[. = 'submission_deadline']" mode="words">Date limite</xsl:template>
<xsl:template match="@field[. = 'subvention_rate_lower_bound']" mode="words">Taux minimal (%)</xsl:template>
<xsl:template match="@field[. = 'subvention_rate_upper_bound']" mode="words">Taux maximal (%)</xsl:template>
<xsl:template match="@field[. = 'subvention_comment']" mode="words">Précisions sur le taux</xsl:template>
<xsl:template match="@field[. = 'loan_amount']" mode="words">Prêt maximal (€)</xsl:template>
<xsl:template match="@field[. = 'recoverable_advance_amount']" mode="words">Avance maximale (€)</xsl:template>
<xsl:template match="@field[. = 'other_financial_aid_comment']" mode="words">Autres précisions</xsl:template>
<xsl:template match="@field[. = 'description']" mode="words">Description</xsl:template>
<xsl:template match="@field[. = 'project_examples']" mode="words">Exemples de projets</xsl:template>
<xsl:template match="@field[. = 'eligibility']" mode="words">Conditions</xsl:template>
<xsl:template match="@field[. = 'contact']" mode="words">Contact</xsl:template>
<xsl:template match="@field[. = 'origin_url']" mode="words">Page chez le porteur</xsl:template>
<xsl:template match="@field[. = 'application_url']" mode="words">Demande en ligne</xsl:template>
<xsl:template match="@field[. = 'european_aid']" mode="words">Aide européenne</xsl:template>
<xsl:template match="@field[. = 'import_data_url']" mode="words">Adresse de la source</xsl:template>
<xsl:template match="@field[. = 'import_data_mention']" mode="words">Mention de la source</xsl:template>
<xsl:template match="@field[. = 'import_share_licence']" mode="words">Licence de la source</xsl:template>

</xsl:stylesheet>
