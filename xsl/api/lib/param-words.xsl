<?xml version="1.0" encoding="UTF-8"?>
<!-- param-words.xsl - what each parameter of the API is, and a value of it to try.
  tests/api/ finds one without words, and words without one. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="param[@name = 'keyword']" mode="said">Les mots du projet, comme dans la recherche du site : guillemets pour une expression, tiret devant un mot à exclure.</xsl:template>
<xsl:template match="param[@name = 'keyword']" mode="example">rénovation école</xsl:template>
<xsl:template match="param[@name = 'perimeter_id']" mode="said">Le territoire : son id chez Aides-territoires (70956 ou 70956-france), ou un code Insee quand aucun id n’a ce numéro.</xsl:template>
<xsl:template match="param[@name = 'perimeter_id']" mode="example">70956-france</xsl:template>
<xsl:template match="param[@name = 'perimeter_codes']" mode="said">Le territoire par son code : commune (Insee), intercommunalité (Siren), département. Une région s’écrit R93, car 93 est le département. Plusieurs s’ajoutent.</xsl:template>
<xsl:template match="param[@name = 'perimeter_codes']" mode="example">79191</xsl:template>
<xsl:template match="param[@name = 'perimeter_q']" mode="said">Le territoire par son nom ou son code postal. Un nom que plusieurs portent est une erreur.</xsl:template>
<xsl:template match="param[@name = 'perimeter_q']" mode="example">Niort</xsl:template>
<xsl:template match="param[@name = 'organization_type_slugs']" mode="said">Pour qui : un slug de /api/aids/audiences/.</xsl:template>
<xsl:template match="param[@name = 'organization_type_slugs']" mode="example">commune</xsl:template>
<xsl:template match="param[@name = 'aid_type_slugs']" mode="said">Le type d’aide : un slug de /api/aids/types/.</xsl:template>
<xsl:template match="param[@name = 'aid_type_slugs']" mode="example">grant</xsl:template>
<xsl:template match="param[@name = 'aid_type_group_slug']" mode="said">Le groupe de types : financial-group ou technical-group.</xsl:template>
<xsl:template match="param[@name = 'aid_type_group_slug']" mode="example">financial-group</xsl:template>
<xsl:template match="param[@name = 'aid_step_slugs']" mode="said">L’avancement du projet : un slug de /api/aids/steps/.</xsl:template>
<xsl:template match="param[@name = 'aid_step_slugs']" mode="example">op</xsl:template>
<xsl:template match="param[@name = 'aid_destination_slugs']" mode="said">Les dépenses couvertes : un slug de /api/aids/destinations/.</xsl:template>
<xsl:template match="param[@name = 'aid_destination_slugs']" mode="example">investment</xsl:template>
<xsl:template match="param[@name = 'aid_recurrence_slug']" mode="said">La récurrence : un slug de /api/aids/recurrences/.</xsl:template>
<xsl:template match="param[@name = 'aid_recurrence_slug']" mode="example">ongoing</xsl:template>
<xsl:template match="param[@name = 'category_slugs']" mode="said">La catégorie ou la thématique : un slug ou un id de /api/categories/ ou /api/themes/.</xsl:template>
<xsl:template match="param[@name = 'category_slugs']" mode="example">culture</xsl:template>
<xsl:template match="param[@name = 'european_aid_slug']" mode="said">Les aides européennes : european, sectorial ou organizational.</xsl:template>
<xsl:template match="param[@name = 'european_aid_slug']" mode="example">european</xsl:template>
<xsl:template match="param[@name = 'perimeter_unknown']" mode="said">Seulement les aides dont le territoire n’est pas précisé.</xsl:template>
<xsl:template match="param[@name = 'call_for_projects_only']" mode="said">Seulement les appels à projets et à manifestation d’intérêt.</xsl:template>
<xsl:template match="param[@name = 'call_for_projects_only']" mode="example">true</xsl:template>
<xsl:template match="param[@name = 'is_charged']" mode="said">Les aides payantes (true), ou les autres (false).</xsl:template>
<xsl:template match="param[@name = 'is_charged']" mode="example">false</xsl:template>
<xsl:template match="param[@name = 'apply_before']" mode="said">Les aides dont le dépôt se termine avant ce jour.</xsl:template>
<xsl:template match="param[@name = 'apply_before']" mode="example">2027-06-30</xsl:template>
<xsl:template match="param[@name = 'published_after']" mode="said">Les aides publiées depuis ce jour. Pour tenir une copie à jour, prenez plutôt updated_after, qui dit aussi ce qui a changé.</xsl:template>
<xsl:template match="param[@name = 'published_after']" mode="example">2026-01-01</xsl:template>
<xsl:template match="param[@name = 'backer_ids']" mode="said">Le porteur d’aides : son id, seul ou suivi de son nom (505-mtfp).</xsl:template>
<xsl:template match="param[@name = 'backer_ids']" mode="example">505</xsl:template>
<xsl:template match="param[@name = 'programs']" mode="said">Le programme d’aides : un slug ou un id de /api/programs/.</xsl:template>
<xsl:template match="param[@name = 'programs']" mode="example">fonds-vert</xsl:template>
<xsl:template match="param[@name = 'backer_group_id']" mode="said">Le groupe de porteurs d’aides : son id.</xsl:template>
<xsl:template match="param[@name = 'backer_group_id']" mode="example">1</xsl:template>
<xsl:template match="param[@name = 'project_reference_id']" mode="said">Le type de projet : l’id ou le slug d’un projet référent.</xsl:template>
<xsl:template match="param[@name = 'orderBy']" mode="said">L’ordre : relevance, publication-date ou submission-deadline.</xsl:template>
<xsl:template match="param[@name = 'orderBy']" mode="example">publication-date</xsl:template>
<xsl:template match="param[@name = 'page']" mode="said">Le numéro de la page, à partir de 1. Au-delà de la dernière, la liste est vide.</xsl:template>
<xsl:template match="param[@name = 'page']" mode="example">1</xsl:template>
<xsl:template match="param[@name = 'itemsPerPage']" mode="said">Combien de résultats par page : 50, ou jusqu’à 100.</xsl:template>
<xsl:template match="param[@name = 'itemsPerPage']" mode="example">50</xsl:template>
<xsl:template match="param[@name = 'size']" mode="said">L’ancien nom de itemsPerPage, qui l’emporte sur lui.</xsl:template>
<xsl:template match="param[@name = 'fields']" mode="said">Les clés voulues de chaque aide, séparées par des virgules. Par défaut : toutes, sauf les textes sans mise en forme.</xsl:template>
<xsl:template match="param[@name = 'fields']" mode="example">id,name,perimeter_code,description_text</xsl:template>
<xsl:template match="param[@name = 'explain']" mode="said">Avec des mots : ajoute à chaque aide « score », ce qui la met à cette place.</xsl:template>
<xsl:template match="param[@name = 'include_unknown_perimeter']" mode="said">Avec un territoire : aussi les aides dont personne n’a dit le territoire, après les autres.</xsl:template>
<xsl:template match="param[@name = 'updated_after']" mode="said">Ce qui a changé depuis : 0 pour tout, un jour, qui commence à l’heure du site, ou le « cursor » de la réponse précédente. Les aides retirées ou closes y sont, avec leur statut.</xsl:template>
<xsl:template match="param[@name = 'updated_after']" mode="example">0</xsl:template>
<xsl:template match="param[@name = 'ids']" mode="said">Seulement ces aides, par leurs numéros séparés par des virgules : 1 000 au plus. Une liste vide ne trouve aucune aide.</xsl:template>
<xsl:template match="param[@name = 'after']" mode="said">Où la page précédente s’est arrêtée : « next » le donne, il n’y a pas à l’écrire.</xsl:template>
<xsl:template match="param[@name = 'on']" mode="said">L’aide, ou la liste, telle qu’elle était à la fin de ce jour, à l’heure du site. Sans mots : la liste d’un autre jour n’a que des filtres, et ses porteurs et programmes sont ceux d’aujourd’hui.</xsl:template>
<xsl:template match="param[@name = 'on']" mode="example">2026-11-30</xsl:template>

<!-- Those whose name says other things elsewhere. -->
<xsl:template match="route[@path = '/api/categories/']/param[@name = 'q']" mode="said">Les mots que porte le nom de la catégorie.</xsl:template>
<xsl:template match="route[@path = '/api/categories/']/param[@name = 'q']" mode="example">eau</xsl:template>
<xsl:template match="route[@path = '/api/categories/']/param[@name = 'category_theme_id']" mode="said">L’id d’une thématique de /api/themes/.</xsl:template>
<xsl:template match="route[@path = '/api/categories/']/param[@name = 'category_theme_id']" mode="example">1</xsl:template>

<xsl:template match="route[@path = '/api/backers/']/param[@name = 'q']" mode="said">Les mots que porte le nom du porteur.</xsl:template>
<xsl:template match="route[@path = '/api/backers/']/param[@name = 'q']" mode="example">région</xsl:template>
<xsl:template match="route[@path = '/api/backers/']/param[@name = 'has_financed_aids']" mode="said">Ceux qui financent une aide, ouverte ou non (true).</xsl:template>
<xsl:template match="route[@path = '/api/backers/']/param[@name = 'has_financed_aids']" mode="example">true</xsl:template>
<xsl:template match="route[@path = '/api/backers/']/param[@name = 'has_published_financed_aids']" mode="said">Ceux qui financent une aide que l’on trouve aujourd’hui (true).</xsl:template>
<xsl:template match="route[@path = '/api/backers/']/param[@name = 'has_published_financed_aids']" mode="example">true</xsl:template>
<xsl:template match="route[@path = '/api/project-references/']/param[@name = 'q']" mode="said">Les mots que porte le nom du type de projet.</xsl:template>
<xsl:template match="route[@path = '/api/project-references/']/param[@name = 'q']" mode="example">école</xsl:template>
<xsl:template match="route[@path = '/api/project-references/']/param[@name = 'project_reference_category_id']" mode="said">L’id d’une catégorie de /api/project-reference-categories/.</xsl:template>
<xsl:template match="route[@path = '/api/project-references/']/param[@name = 'project_reference_category_id']" mode="example">1</xsl:template>
<xsl:template match="route[@path = '/api/perimeters/']/param[@name = 'q']" mode="said">Un code postal, ou une partie du nom : ceux qui commencent ainsi viennent d’abord.</xsl:template>
<xsl:template match="route[@path = '/api/perimeters/']/param[@name = 'q']" mode="example">niort</xsl:template>
<xsl:template match="route[@path = '/api/perimeters/']/param[@name = 'scale']" mode="said">L’échelle : un slug de /api/perimeters/scales/.</xsl:template>
<xsl:template match="route[@path = '/api/perimeters/']/param[@name = 'scale']" mode="example">department</xsl:template>
<xsl:template match="route[@path = '/api/perimeters/']/param[@name = 'insees']" mode="said">Les communes de ces codes Insee, d’aujourd’hui ou d’hier.</xsl:template>
<xsl:template match="route[@path = '/api/perimeters/']/param[@name = 'insees']" mode="example">79191</xsl:template>
<xsl:template match="route[@path = '/api/perimeters/']/param[@name = 'zipcodes']" mode="said">Les communes de ces codes postaux.</xsl:template>
<xsl:template match="route[@path = '/api/perimeters/']/param[@name = 'zipcodes']" mode="example">79000</xsl:template>
<xsl:template match="route[@path = '/api/perimeters/']/param[@name = 'is_visible_to_users']" mode="said">Accepté et sans effet : tous ceux de la liste sont visibles.</xsl:template>
<xsl:template match="route[@path = '/api/perimeters/']/param[@name = 'is_non_obsolete']" mode="said">Accepté et sans effet : la liste n’a que ceux d’aujourd’hui.</xsl:template>
<xsl:template match="route[@path = '/api/perimeters/data/']/param[@name = 'perimeter_id']" mode="said">Le territoire : id d’Aides-territoires ou code. Sans lui : tous.</xsl:template>
<xsl:template match="route[@path = '/api/perimeters/data/']/param[@name = 'perimeter_id']" mode="example">insee:79191</xsl:template>

<xsl:template match="param" mode="example"/>

</xsl:stylesheet>
