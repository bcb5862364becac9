<?xml version="1.0" encoding="UTF-8"?>
<!-- field-words.xsl - what each key of an aid holds.  tests/api/ finds one without words,
  and words without one. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="field[@name = 'id']" mode="said">Le numéro de l’aide, le même que chez Aides-territoires</xsl:template>
<xsl:template match="field[@name = 'slug']" mode="said">Le nom de l’aide dans son adresse</xsl:template>
<xsl:template match="field[@name = 'url']" mode="said">Le chemin de sa page, sans le nom du site</xsl:template>
<xsl:template match="field[@name = 'name']" mode="said">Le nom de l’aide</xsl:template>
<xsl:template match="field[@name = 'name_initial']" mode="said">Le nom que lui donne son porteur</xsl:template>
<xsl:template match="field[@name = 'short_title']" mode="said">Un nom plus court, celui du programme</xsl:template>
<xsl:template match="field[@name = 'financers']" mode="said">Les noms de qui finance</xsl:template>
<xsl:template match="field[@name = 'financers_full']" mode="said">Qui finance : numéro, nom, logo</xsl:template>
<xsl:template match="field[@name = 'instructors']" mode="said">Les noms de qui instruit</xsl:template>
<xsl:template match="field[@name = 'instructors_full']" mode="said">Qui instruit : numéro, nom, logo</xsl:template>
<xsl:template match="field[@name = 'programs']" mode="said">Les noms des programmes dont elle fait partie</xsl:template>
<xsl:template match="field[@name = 'description']" mode="said">La description, en HTML</xsl:template>
<xsl:template match="field[@name = 'eligibility']" mode="said">Les conditions, en HTML</xsl:template>
<xsl:template match="field[@name = 'perimeter']" mode="said">Le nom du territoire où elle s’applique</xsl:template>
<xsl:template match="field[@name = 'perimeter_scale']" mode="said">L’échelle de ce territoire</xsl:template>
<xsl:template match="field[@name = 'mobilization_steps']" mode="said">Les étapes de projet qu’elle accompagne</xsl:template>
<xsl:template match="field[@name = 'origin_url']" mode="said">L’adresse de l’aide chez son porteur</xsl:template>
<xsl:template match="field[@name = 'categories']" mode="said">Ses catégories : « Thématique / Catégorie »</xsl:template>
<xsl:template match="field[@name = 'is_call_for_project']" mode="said">Si c’est un appel à projets ou à manifestation d’intérêt</xsl:template>
<xsl:template match="field[@name = 'application_url']" mode="said">L’adresse où déposer la demande</xsl:template>
<xsl:template match="field[@name = 'targeted_audiences']" mode="said">À qui elle s’adresse</xsl:template>
<xsl:template match="field[@name = 'aid_types']" mode="said">Les noms de ses types</xsl:template>
<xsl:template match="field[@name = 'aid_types_full']" mode="said">Ses types : numéro, nom, groupe</xsl:template>
<xsl:template match="field[@name = 'is_charged']" mode="said">Si elle est payante</xsl:template>
<xsl:template match="field[@name = 'destinations']" mode="said">Les dépenses qu’elle couvre</xsl:template>
<xsl:template match="field[@name = 'start_date']" mode="said">Le jour de son ouverture</xsl:template>
<xsl:template match="field[@name = 'predeposit_date']" mode="said">Le dernier jour du dépôt préalable</xsl:template>
<xsl:template match="field[@name = 'submission_deadline']" mode="said">Le dernier jour du dépôt, compris</xsl:template>
<xsl:template match="field[@name = 'subvention_rate_lower_bound']" mode="said">Le plus petit taux de subvention, en pour cent</xsl:template>
<xsl:template match="field[@name = 'subvention_rate_upper_bound']" mode="said">Le plus grand taux de subvention, en pour cent</xsl:template>
<xsl:template match="field[@name = 'subvention_comment']" mode="said">Ce qui précise ces taux</xsl:template>
<xsl:template match="field[@name = 'loan_amount']" mode="said">Le montant du prêt, en euros</xsl:template>
<xsl:template match="field[@name = 'recoverable_advance_amount']" mode="said">Le montant de l’avance récupérable, en euros</xsl:template>
<xsl:template match="field[@name = 'contact']" mode="said">Le contact que montre la page de l’aide, en HTML</xsl:template>
<xsl:template match="field[@name = 'recurrence']" mode="said">Ponctuelle, permanente ou récurrente</xsl:template>
<xsl:template match="field[@name = 'project_examples']" mode="said">Des exemples de projets, en HTML</xsl:template>
<xsl:template match="field[@name = 'import_data_url']" mode="said">L’adresse d’où l’aide a été importée</xsl:template>
<xsl:template match="field[@name = 'import_data_mention']" mode="said">Ce qu’il faut dire de cette source</xsl:template>
<xsl:template match="field[@name = 'import_share_licence']" mode="said">La licence de cette source</xsl:template>
<xsl:template match="field[@name = 'date_created']" mode="said">Quand l’aide a été créée</xsl:template>
<xsl:template match="field[@name = 'date_updated']" mode="said">Quand elle a été modifiée</xsl:template>
<xsl:template match="field[@name = 'project_references']" mode="said">Les projets référents : ici toujours vide, ils sont trouvés par les mots</xsl:template>
<xsl:template match="field[@name = 'european_aid']" mode="said">sectorial ou organizational, pour une aide européenne</xsl:template>
<xsl:template match="field[@name = 'is_live']" mode="said">Si l’on peut déposer aujourd’hui</xsl:template>
<xsl:template match="field[@name = 'perimeter_id']" mode="said">L’id du territoire chez Aides-territoires</xsl:template>
<xsl:template match="field[@name = 'perimeter_code']" mode="said">Le code du territoire : Insee, Siren, FRA…</xsl:template>
<xsl:template match="field[@name = 'region']" mode="said">Le nom de la région du territoire</xsl:template>
<xsl:template match="field[@name = 'region_code']" mode="said">Le code de cette région</xsl:template>
<xsl:template match="field[@name = 'other_financial_aid_comment']" mode="said">Ce qui précise une autre aide financière</xsl:template>
<xsl:template match="field[@name = 'targeted_audience_slugs']" mode="said">Les slugs de targeted_audiences</xsl:template>
<xsl:template match="field[@name = 'aid_type_slugs']" mode="said">Les slugs de aid_types</xsl:template>
<xsl:template match="field[@name = 'category_slugs']" mode="said">Les slugs de categories</xsl:template>
<xsl:template match="field[@name = 'category_ids']" mode="said">Les ids de categories</xsl:template>
<xsl:template match="field[@name = 'mobilization_step_slugs']" mode="said">Les slugs de mobilization_steps</xsl:template>
<xsl:template match="field[@name = 'destination_slugs']" mode="said">Les slugs de destinations</xsl:template>
<xsl:template match="field[@name = 'recurrence_slug']" mode="said">Le slug de recurrence</xsl:template>
<xsl:template match="field[@name = 'program_slugs']" mode="said">Les slugs de programs</xsl:template>
<xsl:template match="field[@name = 'absolute_url']" mode="said">L’adresse entière de sa page</xsl:template>
<xsl:template match="field[@name = 'status']" mode="said">open, upcoming ou closed</xsl:template>
<xsl:template match="field[@name = 'date_published']" mode="said">Quand elle a été publiée</xsl:template>
<xsl:template match="field[@name = 'source']" mode="said">D’où elle vient : nom, adresse, licence</xsl:template>
<xsl:template match="field[@name = 'version']" mode="said">Le numéro de cette version de l’aide</xsl:template>
<xsl:template match="field[@name = 'description_text']" mode="said">La description sans mise en forme, si fields la demande</xsl:template>
<xsl:template match="field[@name = 'eligibility_text']" mode="said">Les conditions sans mise en forme, si fields les demande</xsl:template>

</xsl:stylesheet>
