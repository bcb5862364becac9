<?xml version="1.0" encoding="UTF-8"?>
<!-- words.xsl - what each address of the API is for: its title, what it answers, and what
  its {slug} is.  tests/api/ finds an address without words, and words without one. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="route[@path = '/api/aids/']" mode="summary">Chercher des aides</xsl:template>
<xsl:template match="route[@path = '/api/aids/']" mode="description">Les aides que trouverait le site, dans le même ordre. Sans paramètre : toutes. « updated_after » donne ce qui a changé, et les aides retirées. Avec un territoire, seules les aides dont le territoire est connu.</xsl:template>

<xsl:template match="route[@path = '/api/aids/all/']" mode="summary">Toutes les aides</xsl:template>
<xsl:template match="route[@path = '/api/aids/all/']" mode="description">Toutes les aides ouvertes ou à venir, la plus récente d’abord. Les filtres sont laissés de côté. Le catalogue entier en un fichier : /api/aids.json.</xsl:template>

<xsl:template match="route[@path = '/api/aids/audiences/']" mode="summary">Bénéficiaires</xsl:template>
<xsl:template match="route[@path = '/api/aids/audiences/']" mode="description">À qui les aides s’adressent. L’id est le slug, que prend le paramètre organization_type_slugs.</xsl:template>

<xsl:template match="route[@path = '/api/aids/types/']" mode="summary">Types d’aide</xsl:template>
<xsl:template match="route[@path = '/api/aids/types/']" mode="description">Subvention, prêt, ingénierie… L’id est le slug, que prend le paramètre aid_type_slugs.</xsl:template>

<xsl:template match="route[@path = '/api/aids/steps/']" mode="summary">Avancement du projet</xsl:template>
<xsl:template match="route[@path = '/api/aids/steps/']" mode="description">Les étapes d’un projet qu’une aide accompagne. L’id est le slug, que prend le paramètre aid_step_slugs.</xsl:template>

<xsl:template match="route[@path = '/api/aids/recurrences/']" mode="summary">Récurrences</xsl:template>
<xsl:template match="route[@path = '/api/aids/recurrences/']" mode="description">Ponctuelle, permanente, récurrente. L’id est le slug, que prend le paramètre aid_recurrence_slug.</xsl:template>

<xsl:template match="route[@path = '/api/aids/destinations/']" mode="summary">Types de dépenses</xsl:template>
<xsl:template match="route[@path = '/api/aids/destinations/']" mode="description">Fonctionnement ou investissement. L’id est le slug, que prend le paramètre aid_destination_slugs.</xsl:template>

<xsl:template match="route[@path = '/api/aids/by-id/{slug}/']" mode="summary">Une aide par son numéro</xsl:template>
<xsl:template match="route[@path = '/api/aids/by-id/{slug}/']" mode="description">La même chose que /api/aids/{slug}/, pour qui appelle l’ancienne adresse.</xsl:template>
<xsl:template match="route[@path = '/api/aids/by-id/{slug}/']" mode="slug">Le numéro de l’aide, ou son slug.</xsl:template>

<xsl:template match="route[@path = '/api/aids/{slug}/']" mode="summary">Une aide</xsl:template>
<xsl:template match="route[@path = '/api/aids/{slug}/']" mode="description">L’aide seule, sans enveloppe. Une aide close ou à venir est servie, avec is_live à false ; une aide retirée est une erreur 404.</xsl:template>
<xsl:template match="route[@path = '/api/aids/{slug}/']" mode="slug">Le slug de l’aide, d’aujourd’hui ou d’hier, ou son numéro.</xsl:template>

<xsl:template match="route[@path = '/api/aids/{slug}/history/']" mode="summary">L’histoire d’une aide</xsl:template>
<xsl:template match="route[@path = '/api/aids/{slug}/history/']" mode="description">Ses versions, par pages, la dernière d’abord. « on » sur /api/aids/{slug}/ donne celle d’un jour.</xsl:template>
<xsl:template match="route[@path = '/api/aids/{slug}/history/']" mode="slug">Le slug de l’aide, ou son numéro.</xsl:template>

<xsl:template match="route[@path = '/api/themes/']" mode="summary">Thématiques</xsl:template>
<xsl:template match="route[@path = '/api/themes/']" mode="description">La liste entière, avec les catégories de chacune.</xsl:template>

<xsl:template match="route[@path = '/api/categories/']" mode="summary">Catégories</xsl:template>
<xsl:template match="route[@path = '/api/categories/']" mode="description">La liste entière, avec la thématique de chacune.</xsl:template>

<xsl:template match="route[@path = '/api/programs/']" mode="summary">Programmes d’aides</xsl:template>
<xsl:template match="route[@path = '/api/programs/']" mode="description">La liste entière.</xsl:template>

<xsl:template match="route[@path = '/api/backers/']" mode="summary">Porteurs d’aides</xsl:template>
<xsl:template match="route[@path = '/api/backers/']" mode="description">Qui finance ou instruit des aides, par nom. L’id est le numéro suivi du slug, que prend le paramètre backer_ids.</xsl:template>

<xsl:template match="route[@path = '/api/backer-groups/']" mode="summary">Groupes de porteurs d’aides</xsl:template>
<xsl:template match="route[@path = '/api/backer-groups/']" mode="description">Les sortes de porteurs : communes, départements, agences… Leur date de création n’est pas connue.</xsl:template>

<xsl:template match="route[@path = '/api/perimeters/']" mode="summary">Territoires</xsl:template>
<xsl:template match="route[@path = '/api/perimeters/']" mode="description">Les territoires d’aujourd’hui, avec l’id qu’ils ont chez Aides-territoires quand il est connu. Sans paramètre : tous.</xsl:template>

<xsl:template match="route[@path = '/api/perimeters/scales/']" mode="summary">Échelles de territoires</xsl:template>
<xsl:template match="route[@path = '/api/perimeters/scales/']" mode="description">De la plus étroite à la plus large.</xsl:template>

<xsl:template match="route[@path = '/api/perimeters/data/']" mode="summary">Ce que l’on sait des territoires</xsl:template>
<xsl:template match="route[@path = '/api/perimeters/data/']" mode="description">Population, Siren, nature, département, latitude et longitude du centre : un fait par ligne.</xsl:template>

<xsl:template match="route[@path = '/api/perimeters/{slug}/']" mode="summary">Un territoire</xsl:template>
<xsl:template match="route[@path = '/api/perimeters/{slug}/']" mode="description">Le territoire seul, sans enveloppe. Un numéro qui est l’id d’un territoire et le code Insee d’un autre est le premier ; le nom qui le suit peut dire le contraire.</xsl:template>
<xsl:template match="route[@path = '/api/perimeters/{slug}/']" mode="slug">L’id d’Aides-territoires, seul ou suivi d’un nom (70956-france), ou un code : insee:71043.</xsl:template>

<xsl:template match="route[@path = '/api/project-references/']" mode="summary">Types de projets</xsl:template>
<xsl:template match="route[@path = '/api/project-references/']" mode="description">Les projets référents, dont l’id ou le slug est ce que prend project_reference_id.</xsl:template>

<xsl:template match="route[@path = '/api/project-reference-categories/']" mode="summary">Catégories de types de projets</xsl:template>
<xsl:template match="route[@path = '/api/project-reference-categories/']" mode="description">L’id est celui du premier projet de la catégorie.</xsl:template>

<xsl:template match="route[@path = '/api/synonymlists/']" mode="summary">Listes de synonymes</xsl:template>
<xsl:template match="route[@path = '/api/synonymlists/']" mode="description">La liste entière, par nom. L’id peut être mis dans keyword.</xsl:template>

<xsl:template match="route[@path = '/api/synonymlists/classic-list/']" mode="summary">Listes de synonymes, pour compléter</xsl:template>
<xsl:template match="route[@path = '/api/synonymlists/classic-list/']" mode="description">Un tableau sans enveloppe.</xsl:template>

<xsl:template match="route[@path = '/api/connexion/']" mode="summary">Échanger une clé contre un jeton</xsl:template>
<xsl:template match="route[@path = '/api/connexion/']" mode="description">Pour les programmes écrits pour Aides-territoires : toute clé donne un jeton de 24 heures. Il n’ouvre rien de plus, car la lecture est ouverte. Rien n’est gardé de la clé.</xsl:template>

<xsl:template match="route[@path = '/api/openapi.json']" mode="summary">Cette description</xsl:template>
<xsl:template match="route[@path = '/api/openapi.json']" mode="description">OpenAPI 3.1, faite des adresses et des paramètres du programme lui-même.</xsl:template>

<xsl:template match="route[@path = '/api/docs.jsonopenapi']" mode="summary">Cette description, comme chez Aides-territoires</xsl:template>
<xsl:template match="route[@path = '/api/docs.jsonopenapi']" mode="description">L’adresse qu’elle a chez Aides-territoires.</xsl:template>

<xsl:template match="route[@path = '/.well-known/api-catalog']" mode="summary">Où est l’API</xsl:template>
<xsl:template match="route[@path = '/.well-known/api-catalog']" mode="description">Les adresses de l’API et de sa description (RFC 9727).</xsl:template>

<xsl:template match="route[@path = '/api/demarches/{slug}/payload/']" mode="summary">Préremplir une démarche</xsl:template>
<xsl:template match="route[@path = '/api/demarches/{slug}/payload/']" mode="description">Ce qui serait envoyé à Démarches simplifiées à partir de ce que l’on sait de la demande, ce qui ne peut pas l’être et pourquoi, et ce qui manque. Rien n’est envoyé ni gardé. Les clés sont celles des champs, ou les noms que montre la page de la démarche avec ?format=xml. Dans les exemples, 900001 est à remplacer par le numéro de la démarche.</xsl:template>
<xsl:template match="route[@path = '/api/demarches/{slug}/payload/']" mode="slug">Le numéro de la démarche.</xsl:template>

<!-- Files. -->
<xsl:template match="route[@path = '/api/exports/']" mode="summary">Les fichiers du catalogue</xsl:template>
<xsl:template match="route[@path = '/api/exports/']" mode="description">La liste des fichiers : taille, date, empreinte SHA-256, nombre de lignes, et combien un format n’en peut pas porter, avec le fichier qui les dit.</xsl:template>
<xsl:template match="route[@path = '/api/aids.json']" mode="summary">Tout le catalogue, en JSON</xsl:template>
<xsl:template match="route[@path = '/api/aids.json']" mode="description">Toutes les aides ouvertes ou à venir, avec toutes leurs clés, dans l’enveloppe des listes. Le fichier est refait dans la minute qui suit un changement.</xsl:template>
<xsl:template match="route[@path = '/api/aids.ndjson']" mode="summary">Tout le catalogue, une aide par ligne</xsl:template>
<xsl:template match="route[@path = '/api/aids.ndjson']" mode="description">Les mêmes aides, chacune en JSON sur sa ligne, pour les lire l’une après l’autre.</xsl:template>
<xsl:template match="route[@path = '/api/aids.csv']" mode="summary">Tout le catalogue, en CSV</xsl:template>
<xsl:template match="route[@path = '/api/aids.csv']" mode="description">Les mêmes aides pour un tableur, en UTF-8 et séparées par des virgules.</xsl:template>
<xsl:template match="route[@path = '/api/schemas/aids.json']" mode="summary">Le schéma du CSV des aides</xsl:template>
<xsl:template match="route[@path = '/api/schemas/aids.json']" mode="description">Le nom et le type de chaque colonne de /api/aids.csv (Table Schema).</xsl:template>
<xsl:template match="route[@path = '/api/dispositif-aide.csv']" mode="summary">Les aides qui entrent dans le format d’échange de l’État</xsl:template>
<xsl:template match="route[@path = '/api/dispositif-aide.csv']" mode="description">Les aides selon le schéma « dispositif-aide » 0.2.0. /api/exports/ dit combien n’y sont pas (rows_left_out), et /api/dispositif-aide-absents.csv lesquelles, avec ce qui leur manque.</xsl:template>
<xsl:template match="route[@path = '/api/dispositif-aide-absents.csv']" mode="summary">Les aides que ce format ne peut pas porter</xsl:template>
<xsl:template match="route[@path = '/api/dispositif-aide-absents.csv']" mode="description">L’id de chacune, son titre, et les colonnes obligatoires qui lui manquent, séparées par « | ».</xsl:template>
<xsl:template match="route[@path = '/api/schemas/dispositif-aide-absents.json']" mode="summary">Le schéma du CSV de ces aides</xsl:template>
<xsl:template match="route[@path = '/api/schemas/dispositif-aide-absents.json']" mode="description">Le nom et le type de chaque colonne de /api/dispositif-aide-absents.csv (Table Schema).</xsl:template>
<xsl:template match="route[@path = '/api/backers.json']" mode="summary">Tous les porteurs d’aides, en JSON</xsl:template>
<xsl:template match="route[@path = '/api/backers.json']" mode="description">Les porteurs que liste /api/backers/, dans l’enveloppe des listes.</xsl:template>
<xsl:template match="route[@path = '/api/backers.ndjson']" mode="summary">Tous les porteurs d’aides, un par ligne</xsl:template>
<xsl:template match="route[@path = '/api/backers.ndjson']" mode="description">Les mêmes, chacun en JSON sur sa ligne.</xsl:template>
<xsl:template match="route[@path = '/api/backers.csv']" mode="summary">Tous les porteurs d’aides, en CSV</xsl:template>
<xsl:template match="route[@path = '/api/backers.csv']" mode="description">Les mêmes pour un tableur, en UTF-8 et séparés par des virgules.</xsl:template>
<xsl:template match="route[@path = '/api/schemas/backers.json']" mode="summary">Le schéma du CSV des porteurs d’aides</xsl:template>
<xsl:template match="route[@path = '/api/schemas/backers.json']" mode="description">Le nom et le type de chaque colonne de /api/backers.csv (Table Schema).</xsl:template>
<xsl:template match="route[@path = '/api/perimeters.json']" mode="summary">Tous les territoires, en JSON</xsl:template>
<xsl:template match="route[@path = '/api/perimeters.json']" mode="description">Les territoires que liste /api/perimeters/, dans l’enveloppe des listes.</xsl:template>
<xsl:template match="route[@path = '/api/perimeters.ndjson']" mode="summary">Tous les territoires, un par ligne</xsl:template>
<xsl:template match="route[@path = '/api/perimeters.ndjson']" mode="description">Les mêmes, chacun en JSON sur sa ligne.</xsl:template>
<xsl:template match="route[@path = '/api/perimeters.csv']" mode="summary">Tous les territoires, en CSV</xsl:template>
<xsl:template match="route[@path = '/api/perimeters.csv']" mode="description">Les mêmes pour un tableur, en UTF-8 et séparés par des virgules.</xsl:template>
<xsl:template match="route[@path = '/api/schemas/perimeters.json']" mode="summary">Le schéma du CSV des territoires</xsl:template>
<xsl:template match="route[@path = '/api/schemas/perimeters.json']" mode="description">Le nom et le type de chaque colonne de /api/perimeters.csv (Table Schema).</xsl:template>
<xsl:template match="route[@path = '/api/catalog']" mode="summary">Le catalogue DCAT</xsl:template>
<xsl:template match="route[@path = '/api/catalog']" mode="description">Ce que moissonne data.gouv.fr (DCAT-AP), en Turtle, en JSON-LD ou en RDF/XML selon l’en-tête Accept.</xsl:template>
<xsl:template match="route[@path = '/api/catalog.ttl']" mode="summary">Le catalogue DCAT, en Turtle</xsl:template>
<xsl:template match="route[@path = '/api/catalog.ttl']" mode="description">Le même, à une adresse qui ne dépend pas de Accept.</xsl:template>
<xsl:template match="route[@path = '/api/catalog.jsonld']" mode="summary">Le catalogue DCAT, en JSON-LD</xsl:template>
<xsl:template match="route[@path = '/api/catalog.jsonld']" mode="description">Le même.</xsl:template>
<xsl:template match="route[@path = '/api/catalog.rdf']" mode="summary">Le catalogue DCAT, en RDF/XML</xsl:template>
<xsl:template match="route[@path = '/api/catalog.rdf']" mode="description">Le même.</xsl:template>

</xsl:stylesheet>
