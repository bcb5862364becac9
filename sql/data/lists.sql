-- Lists with the slugs, ids and wordings of AT (aides-territoires.fr, Licence
-- Ouverte 2.0).  Read again at each "guichet migrate": a changed row is put
-- right, none is removed, for aids point at them.

INSERT INTO scale (id, slug, name) VALUES
  (1, 'commune', 'Commune'),
  (5, 'epci', 'EPCI'),
  (8, 'basin', 'Bassin hydrographique'),
  (10, 'department', 'Département'),
  (15, 'region', 'Région'),
  (16, 'overseas', 'Outre-mer'),
  (17, 'mainland', 'Métropole'),
  (18, 'adhoc', 'Ad-hoc'),
  (20, 'country', 'Pays'),
  (25, 'continent', 'Continent')
ON DUPLICATE KEY UPDATE slug = VALUES(slug), name = VALUES(name);

INSERT INTO audience (id, slug, name, is_local_authority) VALUES
  (1, 'commune', 'Commune', TRUE),
  (2, 'epci', 'Intercommunalité / Pays', TRUE),
  (3, 'department', 'Département', TRUE),
  (4, 'region', 'Région', TRUE),
  (5, 'special', 'Collectivité d''outre-mer à statut particulier', TRUE),
  (6, 'public-org', 'Établissement public (école, bibliothèque…) / Service de l''État', FALSE),
  (7, 'public-cies', 'Entreprise publique locale (Sem, Spl, SemOp)', FALSE),
  (8, 'association', 'Association', FALSE),
  (9, 'private-sector', 'Entreprise privée', FALSE),
  (10, 'private-person', 'Particulier', FALSE),
  (11, 'farmer', 'Agriculteur', FALSE),
  (12, 'researcher', 'Recherche', FALSE)
ON DUPLICATE KEY UPDATE slug = VALUES(slug), name = VALUES(name), is_local_authority = VALUES(is_local_authority);

INSERT INTO aid_type_group (id, slug, name) VALUES
  (1, 'financial-group', 'Aide financière'),
  (2, 'technical-group', 'Aide en ingénierie')
ON DUPLICATE KEY UPDATE slug = VALUES(slug), name = VALUES(name);

INSERT INTO aid_type (id, group_id, slug, name) VALUES
  (1, 1, 'grant', 'Subvention'),
  (2, 1, 'loan', 'Prêt'),
  (3, 1, 'recoverable-advance', 'Avance récupérable'),
  (4, 1, 'cee', 'Certificat d''économie d''énergie (CEE)'),
  (5, 1, 'other', 'Autre aide financière'),
  (6, 2, 'technical-engineering', 'Ingénierie technique'),
  (7, 2, 'financial-engineering', 'Ingénierie financière'),
  (8, 2, 'legal-engineering', 'Ingénierie Juridique / administrative')
ON DUPLICATE KEY UPDATE group_id = VALUES(group_id), slug = VALUES(slug), name = VALUES(name);

INSERT INTO step (id, slug, name) VALUES
  (1, 'preop', 'Réflexion / conception'),
  (2, 'op', 'Mise en œuvre / réalisation'),
  (3, 'postop', 'Usage / valorisation')
ON DUPLICATE KEY UPDATE slug = VALUES(slug), name = VALUES(name);

INSERT INTO destination (id, slug, name) VALUES
  (1, 'supply', 'Dépenses de fonctionnement'),
  (2, 'investment', 'Dépenses d''investissement')
ON DUPLICATE KEY UPDATE slug = VALUES(slug), name = VALUES(name);

INSERT INTO recurrence (id, slug, name) VALUES
  (1, 'oneoff', 'Ponctuelle'),
  (2, 'ongoing', 'Permanente'),
  (3, 'recurring', 'Récurrente')
ON DUPLICATE KEY UPDATE slug = VALUES(slug), name = VALUES(name);

INSERT INTO theme (id, slug, name) VALUES
  (1, 'eau', 'Eau et milieux aquatiques'),
  (2, 'culture-patrimoine-sports-tourisme', 'Culture et identité collective / patrimoine / sports'),
  (3, 'nature-environnement-risques', 'Nature / environnement'),
  (4, 'urbanisme-logement-amenagement', 'Urbanisme / logement / aménagement'),
  (5, 'energies-dechets', 'Énergies / Déchets'),
  (6, 'solidarites-lien-social', 'Solidarités / lien social'),
  (7, 'developpement-economique', 'Développement économique / production et consommation'),
  (8, 'mobilite-transports', 'Mobilité / transports'),
  (9, 'fonctions-support', 'Fonctions support')
ON DUPLICATE KEY UPDATE slug = VALUES(slug), name = VALUES(name);

INSERT INTO category (id, theme_id, slug, name) VALUES
  (1, 1, 'eau-potable', 'Eau potable'),
  (2, 1, 'eau-de-pluie', 'Eau de pluie'),
  (3, 1, 'assainissement', 'Assainissement des eaux'),
  (5, 1, 'eau-souterraine', 'Eau souterraine'),
  (6, 1, 'fleuves-et-canaux', 'Cours d''eau / canaux / plans d''eau'),
  (102, 1, 'mers', 'Mers et océans'),
  (7, 2, 'patrimoine', 'Patrimoine et monuments historiques'),
  (8, 2, 'culture', 'Culture et identité collective'),
  (9, 2, 'arts', 'Arts plastiques et photographie'),
  (10, 2, 'musee', 'Musée'),
  (11, 2, 'sport', 'Sports et loisirs'),
  (98, 2, 'spectaclevivant', 'Spectacle vivant'),
  (99, 2, 'medias', 'Médias et communication'),
  (104, 2, 'livres', 'Bibliothèques et livres'),
  (14, 3, 'forets', 'Forêts'),
  (15, 3, 'montagne', 'Montagne'),
  (17, 3, 'sols', 'Sols'),
  (60, 3, 'risques-naturels', 'Risques naturels'),
  (64, 3, 'qualite-de-lair', 'Qualité de l''air'),
  (67, 3, 'biodiversite', 'Biodiversité'),
  (108, 3, 'milieux-humides', 'Milieux humides'),
  (116, 3, 'solutions-fondees-sur-la-nature-sfn', 'Solutions d''adaptation fondées sur la nature (SafN)'),
  (18, 4, 'espaces-verts', 'Espaces verts'),
  (19, 4, 'espace-public', 'Espace public'),
  (20, 4, 'friche', 'Friche'),
  (21, 4, 'foncier', 'Foncier'),
  (22, 4, 'voirie', 'Voirie et réseaux'),
  (68, 4, 'equipement-public', 'Equipement public'),
  (69, 4, 'batiments-construction', 'Bâtiments et construction'),
  (70, 4, 'rehabilitation', 'Réhabilitation'),
  (71, 4, 'logement-habitat', 'Logement et habitat'),
  (72, 4, 'architecture', 'Architecture'),
  (73, 4, 'paysage', 'Paysage'),
  (74, 4, 'accessibilite', 'Accessibilité'),
  (112, 4, 'cimetieres', 'Cimetières et funéraire'),
  (23, 5, 'transition-energetique', 'Transition énergétique'),
  (25, 5, 'economie-denergie', 'Economie d''énergie et rénovation énergétique'),
  (26, 5, 'reseaux-de-chaleur', 'Réseaux de chaleur'),
  (28, 5, 'recyclage-valorisation', 'Recyclage et valorisation des déchets'),
  (103, 5, 'empreinte-carbone', 'Réduction de l''empreinte carbone'),
  (30, 6, 'personnes-agees', 'Personnes âgées'),
  (31, 6, 'jeunesse', 'Jeunesse'),
  (32, 6, 'famille', 'Famille et enfance'),
  (33, 6, 'handicap', 'Handicap'),
  (34, 6, 'egalite-des-chances', 'Egalité des chances'),
  (36, 6, 'acces-aux-services', 'Accès aux services'),
  (37, 6, 'cohesion-sociale', 'Cohésion sociale et inclusion'),
  (38, 6, 'citoyennete', 'Citoyenneté'),
  (39, 6, 'sante', 'Santé'),
  (40, 6, 'education', 'Education et renforcement des compétences'),
  (41, 6, 'alimentation', 'Alimentation'),
  (75, 6, 'lutte-contre-la-precarite', 'Lutte contre la précarité'),
  (109, 6, 'inclusion-numerique', 'Inclusion numérique'),
  (110, 6, 'securite', 'Sécurité'),
  (114, 6, 'protection-animale', 'Protection animale'),
  (12, 7, 'tourisme', 'Tourisme'),
  (42, 7, 'commerces-et-services', 'Commerces et services'),
  (43, 7, 'formation', 'Formation professionnelle'),
  (44, 7, 'numerique', 'Technologies numériques et numérisation'),
  (45, 7, 'tiers-lieux', 'Tiers-lieux'),
  (46, 7, 'economie-circulaire', 'Economie circulaire'),
  (47, 7, 'circuits-courts-filieres', 'Economie locale et circuits courts'),
  (48, 7, 'agriculture', 'Agriculture et agroalimentaire'),
  (49, 7, 'consommation-et-production', 'Consommation et production'),
  (50, 7, 'economie-sociale-et-solidaire', 'Economie sociale et solidaire'),
  (51, 7, 'revitalisation', 'Revitalisation'),
  (53, 7, 'innovation-et-recherche', 'Innovation, créativité et recherche'),
  (76, 7, 'emploi', 'Emploi'),
  (77, 7, 'cooperation-transfrontaliere', 'International'),
  (78, 7, 'attractivite', 'Attractivité économique'),
  (83, 7, 'artisanat', 'Artisanat'),
  (100, 7, 'industrie', 'Industrie'),
  (101, 7, 'fiscalite', 'Fiscalité des entreprises'),
  (84, 8, 'information-voyageur-billettique-multimodale', 'Information voyageur, billettique multimodale'),
  (85, 8, 'transports-collectifs-et-optimisation-des-trafics', 'Transports collectifs et optimisation des trafics routiers'),
  (86, 8, 'mobilite-partagee', 'Mobilité partagée'),
  (87, 8, 'logistique-urbaine', 'Logistique urbaine'),
  (88, 8, 'mobilite-pour-tous', 'Mobilité pour tous'),
  (89, 8, 'connaissance-de-la-mobilite', 'Connaissance de la mobilité'),
  (90, 8, 'amenagement-de-lespace-public-et-modes-actifs', 'Modes actifs : vélo, marche et aménagements associés'),
  (91, 8, 'limiter-les-deplacements-subis', 'Limiter les déplacements subis'),
  (107, 8, 'mobilite-fluviale', 'Mobilité fluviale'),
  (113, 8, 'mobilite-et-les-vehicules-autonomes', 'Mobilité et véhicules autonomes'),
  (79, 9, 'appui-methodologique', 'Appui méthodologique'),
  (80, 9, 'animation-mise-en-reseau', 'Animation et mise en réseau'),
  (81, 9, 'valorisation-dactions-de-projets', 'Valorisation d''actions'),
  (82, 9, 'prevention-des-risques', 'Prévention des risques')
ON DUPLICATE KEY UPDATE theme_id = VALUES(theme_id), slug = VALUES(slug), name = VALUES(name);

INSERT INTO list_alias (list, name, id) VALUES
  ('audience', 'Etablissement public dont services de l''Etat', 6),
  ('audience', 'Etablissements publics (écoles, bibliothèques…) / Services de l''État', 6),
  ('audience', 'Établissement public dont services de l''État', 6),
  ('audience', 'EPCI à fiscalité propre', 2),
  ('audience', 'Communes', 1),
  ('audience', 'EPCI', 2),
  ('audience', 'Intercommunalité', 2),
  ('audience', 'Départements', 3),
  ('audience', 'Régions', 4),
  ('audience', 'Collectivité d’outre-mer à statut particulier', 5),
  ('audience', 'Collectivités d''outre-mer à statuts particuliers', 5),
  ('audience', 'Collectivités d''outre-mer à statut particulier', 5),
  ('audience', 'Entreprises publiques locales (Sem, Spl, SemOp)', 7),
  ('audience', 'Entreprises publiques locales', 7),
  ('audience', 'Associations', 8),
  ('audience', 'Entreprises privées', 9),
  ('audience', 'Particuliers', 10),
  ('audience', 'Agriculteurs', 11),
  ('audience', 'Intercommunalités', 2),
  ('audience', 'Intercommunalités / Pays', 2),
  ('audience', 'Établissement public', 6),
  ('audience', 'Chercheurs', 12),
  ('aid_type', 'Certificat d''économie d''énergie', 4),
  ('aid_type', 'CEE', 4),
  ('aid_type', 'Autre', 5),
  ('category', 'Cimetières', 112),
  ('category', 'Eau pluviale', 2),
  ('category', 'Solutions d''adaptation fondées sur la nature (SafN)', 116),
  ('category', 'Economie locale et circuits courts / filières', 47),
  ('scale', 'Bassin', 8),
  ('scale', 'Ad-hoc', 18),
  ('scale', 'Adhoc', 18),
  -- What the name of a body begins with, and so the kind of its territory.
  ('scale', 'Mairie', 1),
  ('scale', 'Ville', 1),
  ('scale', 'Communauté de communes', 5),
  ('scale', 'Communauté d''agglomération', 5),
  ('scale', 'Communauté urbaine', 5),
  ('scale', 'CC', 5),
  ('scale', 'CA', 5),
  ('scale', 'CU', 5),
  ('scale', 'EPT', 5),
  ('scale', 'Agence de l''eau', 8),
  ('scale', 'Conseil départemental', 10),
  ('scale', 'Conseil général', 10),
  ('scale', 'Conseil régional', 15)
ON DUPLICATE KEY UPDATE list = VALUES(list), name = VALUES(name);

-- As AT's API words them, of 2024 and later, where the site says it otherwise.
UPDATE audience SET label = 'Collectivité d’outre-mer à statut particulier' WHERE id = 5;
UPDATE audience SET label = 'Etablissement public dont services de l''Etat' WHERE id = 6;
UPDATE destination SET label = 'Dépenses d’investissement' WHERE id = 2;
UPDATE category SET label = 'Eau pluviale' WHERE id = 2;
