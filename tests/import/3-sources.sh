# Two records in the shape of each source whose feed is known, written by hand: every
# field that a person can read in them.
mkdir -p "$files/sources"
cat > "$files/sources/ademe.json" <<'JSON'
{"correlationId": "c", "success": true, "NbDispositif": 2, "ListeDispositifs": [
{"id": "a1", "date_derniere_modification": "2026-01-09T14:40:19+01:00", "titre": "Étudier un réseau de chaleur", "type": "GAG", "date_debut": "2026-01-01T00:00:00+01:00",
 "date_fin": "2026-12-31T23:59:59+01:00", "millesime": 2026, "description_longue": "<p>Une étude</p>", "cible_projet": ["SCA3", "SCA1"], "thematiques": ["RECCHA"],
 "couverture_geo": {"code": "1", "libelle": "National"}, "regions": [], "url_agir": "https://example.fr/a1"},
{"id": "a2", "date_derniere_modification": "2026-01-09T14:40:19+01:00", "titre": "Innover", "type": "AAP", "date_debut": "2026-02-01T00:00:00+01:00",
 "date_fin": "2026-06-30T15:00:00+02:00", "description_longue": "<p>Un appel</p>", "cible_projet": ["SCA4"], "thematiques": ["ECO"],
 "couverture_geo": {"code": "2", "libelle": "Régional"}, "regions": [{"code": "53", "libelle": "Bretagne"}], "url_agir": "https://example.fr/a2"}]}
JSON
cat > "$files/sources/drome.json" <<'JSON'
{"count": 2, "next": null, "previous": null, "results": [
{"id": 162, "slug": null, "name": "Manger local", "short_title": "Manger local, en court", "author": "x@example.fr", "description": "OBJET<br><p>Des repas</p>",
 "origin_url": "https://example.fr/162", "application_url": "https://example.fr/162/demande", "targeted_audiences": ["Communes", "Particuliers"], "aid_types": ["Ingénierie technique"],
 "contact": "<p>Le service<br />\n04 00 00 00 00</p>", "recurrence": "Permanente", "start_date": null, "perimeter": "Drôme", "financers": "Agence d’essai de la Drôme", "categories": ["Alimentation"]},
{"id": 163, "slug": null, "name": "Planter", "description": "Des arbres", "targeted_audiences": ["Associations"], "aid_types": [], "submission_deadline": "2026-12-31",
 "perimeter": "Drôme", "financers": "Chambre d’agriculture de la Drôme", "categories": ["Forêts", "Sols"]}]}
JSON
cat > "$files/sources/manche.json" <<'JSON'
{"count": 2, "aides": [
{"id": "36021", "name": "Créer un centre d&rsquo;accueil", "description": "Un centre", "eligibility": "Des communes", "origin_url": "https://example.fr/36021", "application_url": "https://example.fr/d",
 "categories": ["Tiers-lieux", "Mobilités"], "targeted_audiences": ["Communes", "EPCI à fiscalité propre"], "aid_types": ["Contrat de territoire"], "destinations": ["Dépenses d’investissement"],
 "recurrence": "Permanente", "date_created": "2026-08-25T09:53:55.000Z", "contact": "Le service", "contact_phone": "0200000000"},
{"id": "36027", "name": "Commémorer", "description": "Une fête", "categories": [], "targeted_audiences": ["Associations"], "submission_deadline": null, "is_call_for_project": true, "contact_phone": null}]}
JSON
cat > "$files/sources/ile-de-france.json" <<'JSON'
[{"title": "Radios locales", "tenant": "t", "reference": "Sy2", "id": "/aides/Sy2", "statut": "PUBLIEE", "documentsPublics": {"documentsInformatifs": []}, "referenceAdministrative": "3",
 "date": "2026-05-05T16:14:04.384Z", "tags": [{"href": "/121", "title": "Région solidaire"}, {"href": "/122", "title": "Radio"}], "entete": "Un soutien", "objectif": "Un but",
 "publicsBeneficiaire": [{"href": "/131", "title": "Associations"}], "publicsBeneficiairePrecision": "Des radios", "modalite": "Un taux", "demarches": "Un dossier", "notes": "Une note",
 "informationNonPubliee": "Non publié", "competences": [{"title": "Citoyenneté"}], "contact": "Le service", "deliberationCadre": "CR 2017-121", "engagementsAssocies": [{"title": "Charte"}],
 "dateOuvertureCampagne": "2026-06-02T22:00:00.000Z", "dateFinCampagne": "2026-07-07T22:00:00.000Z"},
{"title": "Sports", "reference": "S1X", "id": "/aides/S1X", "statut": "PUBLIEE", "referenceAdministrative": "9", "entete": "Un gymnase", "publicsBeneficiaire": [{"title": "Entreprises"}], "competences": [{"title": "Sport"}]}]
JSON
cat > "$files/sources/iledefrance-fr.json" <<'JSON'
[{"titre": "Trophées du numérique", "organisme": "Région Île-de-France", "date_publication": "2026-04-11", "date_limite": "2026-09-04", "url_source": "https://example.fr/aides/601",
 "resume": "Une distinction", "categories": ["culture-sport"], "tags": ["Attractivité", "Emploi"], "public_cible": ["Association - Fondation"], "perimetre_geo": "Île-de-France"},
{"titre": "Bourses", "organisme": "Région Île-de-France", "date_publication": "2026-04-11", "date_limite": "", "url_source": "https://example.fr/aides/602",
 "resume": "Une bourse", "categories": ["autre"], "tags": [], "public_cible": ["Particulier - Lycéen"], "perimetre_geo": "Île-de-France"}]
JSON
cat > "$files/sources/culture.json" <<'JSON'
[{"id": 303, "creationDate": "2026-07-28T11:40:47+02:00", "modificationDate": "2026-07-28T11:43:35+02:00", "url": "https://example.fr/303", "title": "Une œuvre", "short_title": "Œuvre", "deadline": "15 avril 2026",
 "type": ["Appels à projets & candidatures"], "eztag_theme": ["Danse"], "eztag_region": ["- France entière -"], "public": "Associations, Entreprises privées", "amount": "Min. 3.000 € par projet",
 "contact": "DGCA\r\nx@example.fr", "link": {"link": "https://example.fr/demande", "text": "Demander"}, "summary": "<p>Un r&eacute;sum&eacute;</p>", "body": "<h2>Le dispositif</h2>"},
{"id": 304, "url": "https://example.fr/304", "title": "Une résidence", "deadline": "", "type": [], "eztag_theme": [], "eztag_region": ["Mayotte"], "public": "Particuliers", "summary": "<p>Le parc</p>"}]
JSON
cat > "$files/sources/welcome-europe.json" <<'JSON'
[{"ID": "42534", "post_title": "Droits de l'homme", "permalink": "https://example.eu/42534", "banner_chapeau": "Un appel", "banner_budget": "3 530 000 euros", "deadline1": "20260112", "dates_deadline-2": "20260512",
 "dates_publication": "20251020", "dates_open-1": "20251020", "relations_programmes": "IEDDH", "filtres_sectors": "Citoyenneté", "filtres_beneficiaries": "Association &amp; ONG", "info_categorie": "Appel à proposition",
 "info_references": "EuropeAid/1   ", "info_amount": "<ul><li>Un lot</li></ul>", "info_responsible": "Commission européenne", "info_contact": "x@example.eu", "info_priories": "<strong>Objectifs</strong>"},
{"ID": "42487", "post_title": "Marché unique", "permalink": "https://example.eu/42487", "banner_chapeau": "Un autre", "deadline1": "20260214", "filtres_sectors": "Tourisme", "filtres_beneficiaries": "PME", "info_responsible": "Commission européenne"}]
JSON
cat > "$files/sources/transition-ecologique.json" <<'JSON'
[{"id": "amo-chaufferie", "type": "tee", "titre": "Chaufferie", "promesse": "Financez une chaufferie", "description": "Vous avez un **projet**.", "description longue": "Il est long.", "début de validité": "01/01/2026", "fin de validité": "31/12/2026",
 "illustration": "images/x.webp", "opérateur de contact": "ADEME", "autres opérateurs": ["Bpifrance"], "contact question": "mailto:x@example.fr", "url": "https://example.fr/amo", "nature de l'aide": "prêt", "montant du prêt": "Jusqu'à 80 %",
 "durée du prêt": "7 ans", "activable en autonomie": "oui", "ouvert aux administrations publiques": "oui", "objectifs": [{"description": "Consultez.", "liens": [{"lien": "https://example.fr/d", "texte": "Doc"}]}, {"description": "Déposez."}],
 "conditions d'éligibilité": {"taille de l'entreprise": ["Toutes tailles"], "secteur géographique": ["France"], "secteur d'activité": ["Tous secteurs"], "nombre d'années d'activité": ["Toutes"], "autres critères d'éligibilité": ["Un devis"]},
 "eligibilityData": {"company": {}, "priorityObjectives": ["energy", "waste"]}, "publicodes": {"entreprise": null}},
{"id": "en-pause", "type": "tee", "titre": "En pause", "promesse": "Attendez", "description": "Plus tard.", "opérateur de contact": "ADEME", "contact question": "https://example.fr/c", "nature de l'aide": "étude", "aide temporairement indisponible": "oui",
 "objectifs": [{"description": "Revenez."}], "conditions d'éligibilité": {"taille de l'entreprise": ["TPE"], "secteur géographique": ["Bretagne"], "secteur d'activité": ["Tous"], "nombre d'années d'activité": ["Toutes"]}, "eligibilityData": {"priorityObjectives": ["water"]}}]
JSON
# names TABLE KEY NAME: those of a list of an aid.
names() {
	echo "IFNULL((SELECT GROUP_CONCAT(n.$3 ORDER BY n.$3) FROM $1 x JOIN $2 n ON n.id = x.$2_id WHERE x.aid_id = a.id), '-')"
}
# facts SOURCE: an aid a line; texts SOURCE likewise.
facts() {
	sql "SELECT CONCAT_WS('|', a.source_id, a.status, a.name, IFNULL(p.code, '-'), IFNULL(a.opens_on, '-'), IFNULL(a.closes_on, '-'),
	    IFNULL(a.origin_url, '-'), IFNULL(a.application_url, '-'), a.is_call_for_project, $(names aid_audience audience slug), $(names aid_category category name),
	    IFNULL((SELECT GROUP_CONCAT(t.slug) FROM aid_has_type x JOIN aid_type t ON t.id = x.type_id WHERE x.aid_id = a.id), '-'),
	    IFNULL((SELECT GROUP_CONCAT(b.name ORDER BY x.role, x.position) FROM aid_backer x JOIN backer b ON b.id = x.backer_id WHERE x.aid_id = a.id), '-'))
	    FROM aid a LEFT JOIN perimeter p ON p.id = a.perimeter_id WHERE a.source = '$1' ORDER BY a.id"
}
texts() {
	sql "SELECT REPLACE(CONCAT_WS('|', IFNULL(short_title, '-'), IFNULL(description, '-'), IFNULL(eligibility, '-'), IFNULL(contact, '-'), IFNULL(rate_comment, '-')), '\n', ' ')
	    FROM aid WHERE source = '$1' ORDER BY id"
}
while IFS= read -r line; do
	case $line in
	==*)
		name=${line#== }
		take "two-$name" "$files/sources/$name.json"
		matches "$name: both are read" "$said" '2 aids read: 2 added, 0 changed, 0 the same, 0 refused; 0 with an unknown perimeter'
		is "$name: no field is refused" "$(echo "$said" | grep -c '^  aid')" 0
		facts "two-$name" > "$work/got"
		texts "two-$name" >> "$work/got"
		at=0
		;;
	*)
		at=$((at + 1))
		is "$name: $at" "$(sed -n "${at}p" "$work/got")" "$line"
		;;
	esac
done <<'WANT'
== ademe
a1|published|Étudier un réseau de chaleur|FRA|2026-01-01|2026-12-31|https://example.fr/a1|-|0|association,private-sector|Réseaux de chaleur|-|ADEME
a2|published|Innover|R53|2026-02-01|2026-06-30|https://example.fr/a2|-|1|researcher|Innovation, créativité et recherche|-|ADEME
-|<p>Une étude</p>|-|-|-
-|<p>Un appel</p>|-|-|-
== drome
162|published|Manger local|26|-|-|https://example.fr/162|https://example.fr/162/demande|0|commune,private-person|Alimentation|technical-engineering|Agence d’essai de la Drôme
163|published|Planter|26|-|2026-12-31|-|-|0|association|Forêts,Sols|-|Chambre d’agriculture de la Drôme
Manger local, en court|<p>OBJET</p><p>Des repas</p>|-|<p>Le service<br/> <a href="tel:0400000000" class="g-bare">04 00 00 00 00</a></p>|-
-|<p>Des arbres</p>|-|-|-
== manche
36021|published|Créer un centre d’accueil|50|-|-|https://example.fr/36021|https://example.fr/d|0|commune,epci|Modes actifs : vélo, marche et aménagements associés,Tiers-lieux|-|Conseil départemental de la Manche
36027|published|Commémorer|50|-|-|-|-|1|association|-|-|Conseil départemental de la Manche
-|<p>Un centre</p>|<p>Des communes</p>|<p>Le service</p><p><a href="tel:0200000000" class="g-bare">0200000000</a></p>|-
-|<p>Une fête</p>|-|-|-
== ile-de-france
Sy2|published|Radios locales|R11|2026-06-03|2026-07-08|-|-|0|association|Citoyenneté|-|Région Île-de-France
S1X|published|Sports|R11|-|-|-|-|0|private-sector|Sports et loisirs|-|Région Île-de-France
-|<p>Un soutien</p><p>Un but</p><h3>Modalités</h3><p>Un taux</p><h3>Démarches</h3><p>Un dossier</p><h3>Notes</h3><p>Une note</p><h3>Délibération</h3><p>CR 2017-121</p><h3>Mots-clés</h3><p>Région solidaire, Radio</p>|<p>Des radios</p><h3>Engagements</h3><p>Charte</p>|<p>Le service</p>|-
-|<p>Un gymnase</p>|-|-|-
== iledefrance-fr
601|published|Trophées du numérique|R11|-|2026-09-04|https://example.fr/aides/601|-|0|association|Culture et identité collective,Sports et loisirs|-|Région Île-de-France
602|published|Bourses|R11|-|-|https://example.fr/aides/602|-|0|private-person|-|-|Région Île-de-France
-|<p>Une distinction</p><p>Mots-clés : Attractivité, Emploi</p>|-|-|-
-|<p>Une bourse</p>|-|-|-
== culture
303|published|Une œuvre|FRA|-|2026-04-15|https://example.fr/303|https://example.fr/demande|1|association,private-sector|Spectacle vivant|-|Ministère de la Culture
304|published|Une résidence|R06|-|-|https://example.fr/304|-|0|private-person|-|-|Ministère de la Culture
Œuvre|<p>Un résumé</p><h3>Le dispositif</h3>|-|<p>DGCA<br/> <a href="mailto:x@example.fr" class="g-bare">x@example.fr</a></p>|Min. 3.000 € par projet
-|<p>Le parc</p>|-|-|-
== welcome-europe
42534|published|Droits de l'homme|EU|2025-10-20|2026-01-12|https://example.eu/42534|-|1|association|Citoyenneté|-|Commission européenne
42487|published|Marché unique|EU|-|2026-02-14|https://example.eu/42487|-|0|private-sector|Tourisme|-|Commission européenne
-|<p>Un appel</p><p><strong>Objectifs</strong></p><h3>Montants</h3><ul><li><p>Un lot</p></li></ul><p>Référence : EuropeAid/1</p><p>Autre échéance : 20260512</p>|-|<p><a href="mailto:x@example.eu" class="g-bare">x@example.eu</a></p>|3 530 000 euros
-|<p>Un autre</p>|-|-|-
== transition-ecologique
amo-chaufferie|published|Chaufferie|FRA|2026-01-01|2026-12-31|https://example.fr/amo|-|0|commune,department,epci,private-sector,public-org,region|Recyclage et valorisation des déchets,Transition énergétique|loan|ADEME,Bpifrance
en-pause|draft|En pause|R53|-|-|-|-|0|private-sector|Eau potable|technical-engineering|ADEME
Financez une chaufferie|<p>Vous avez un <strong>projet</strong>.</p><p>Il est long.</p><p>Prêt : Jusqu'à 80 %</p><p>Durée du prêt : 7 ans</p><p>Activable en autonomie : oui</p><h3>Démarches</h3><p>Consultez.</p><p>Déposez.</p>|<p>Toutes tailles</p><p>Tous secteurs</p><p>Toutes</p><p>Un devis</p>|<p><a href="mailto:x@example.fr" class="g-bare">x@example.fr</a></p>|-
Attendez|<p>Plus tard.</p><h3>Démarches</h3><p>Revenez.</p>|<p>TPE</p><p>Tous</p><p>Toutes</p>|<p><a href="https://example.fr/c" rel="nofollow noopener" class="g-bare">https://example.fr/c</a></p>|-
WANT
