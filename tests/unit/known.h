#ifndef KNOWN_H
#define KNOWN_H

#include "answers/answers.h"
#include "base.h"

/* Facts and territories for tests of what is known, and answers over them. */

#define FACTS \
	"authority.name;text;Nom;;#0;authority;\n" \
	"authority.siren;siren;SIREN;;#1;authority;\n" \
	"authority.siret;siret;SIRET;14 chiffres;#0;authority;\n" \
	"authority.kind;choice;Nature;;#0;authority;\n" \
	"authority.insee;commune;Commune;;#1;authority;\n" \
	"authority.code;text;Code;;#1;authority;\n" \
	"authority.zip;text;Code postal;;#1;authority;\n" \
	"authority.department;department;Département;;#1;authority;\n" \
	"authority.region;region;Région;;#1;authority;\n" \
	"authority.epci;epci;Intercommunalité;;#1;authority;\n" \
	"authority.epci-name;text;Intercommunalité;;#1;authority;\n" \
	"authority.population;integer;Habitants;;#1;authority;\n" \
	"authority.arrondissement;text;Arrondissement;;#1;authority;\n" \
	"authority.crte;text;CRTE;;#1;authority;\n" \
	"authority.address;text;Adresse;;#0;authority;\n" \
	"signatory.civility;civility;Civilité;;#0;signatory;\n" \
	"signatory.office;choice;Fonction;;#0;signatory;\n" \
	"signatory.email;email;Courriel;;#0;signatory;\n" \
	"signatory.phone;phone;Téléphone;;#0;signatory;\n" \
	"project.title;text;Intitulé;En une ligne;#0;project;\n" \
	"project.summary;longtext;Résumé;;#0;project;\n" \
	"project.request;choice;Demande;;#0;project;\n" \
	"project.start;date;Début des travaux;;#0;project;\n" \
	"project.end;date;Fin des travaux;;#0;project;\n" \
	"project.land;boolean;Achat de terrain;;#0;project;\n" \
	"project.cost;amount;Coût;;#0;project;\n" \
	"project.jobs;integer;Emplois;;#0;project;\n" \
	"project.contracts;choices;Contrats;;#0;project;\n" \
	"project.place;text;Lieu;;#0;project;\n" \
	"project.commune;commune;Commune;;#0;project;\n" \
	"project.department;department;Département;;#0;project;\n" \
	"project.region;region;Région;;#0;project;\n" \
	"project.epci;epci;Intercommunalité;;#0;project;\n" \
	"project.communes;list;Communes;;#1;project;\n" \
	"project.communes.commune;commune;Commune;;#1;project;\n" \
	"project.communes.department;department;Département;;#1;project;\n" \
	"plan;list;Plan de financement;Une ligne par financeur;#0;plan;\n" \
	"plan.funder;choice;Financeur;;#0;plan;\n" \
	"plan.name;text;Nom;;#0;plan;\n" \
	"plan.amount;amount;Montant;;#0;plan;\n"
#define VALUES \
	"authority.kind;commune;Commune;Mairie\n" \
	"authority.kind;epci;EPCI à fiscalité propre;" \
	"Communauté de communes | Métropole\n" \
	"authority.kind;departement;Département;Conseil départemental\n" \
	"authority.kind;region;Région;Conseil régional\n" \
	"signatory.office;maire;Maire;Madame ou monsieur le maire\n" \
	"signatory.office;president;Président;Présidente\n" \
	"project.request;nouvelle;Nouvelle demande;Nouveau dossier\n" \
	"project.contracts;acv;Action cœur de ville;ACV\n" \
	"project.contracts;crte;Contrat de relance;CRTE\n" \
	"project.contracts;pvd;Petites villes de demain;PVD\n" \
	"plan.funder;detr;DETR;Dotation d'équipement\n" \
	"plan.funder;dsil;DSIL;\n" \
	"plan.funder;region;Région;Conseil régional\n" \
	"no.such;fact;Sans fait;\n"
#define KNOWN_ANSWERS \
	{ Q_FACTS, NULL, FACTS }, { Q_FACT_VALUES, NULL, VALUES }, \
	    { Q_TERRITORY_NAMES, NULL, \
		    "#10;01;Ain\n#10;79;Deux-Sèvres\n" \
		    "#10;83;Var\n#10;2A;Corse-du-Sud\n#15;R75;Nouvelle-Aquitaine\n" }, \
	{ \
		Q_COUNTRY_NAMES, NULL, "BE;Belgique\nFR;France\n" \
	}

/* Names of places: those that the test answers, loaded once. */
static struct gazetteer_kept desk_names;

struct desk {
	struct pool *pool;
	struct facts *facts;
	struct territory *territory;
	struct answers *answers;
};

static inline struct desk
desk_open(void)
{
	struct desk d = { .pool = pool_new() };

	assert_int_equal(facts_load(NULL, &d.facts), RC_OK);
	assert_int_equal(territory_load(NULL, &desk_names, &d.territory),
	    RC_OK);
	d.answers = answers_new(d.pool, d.facts, d.territory);
	base.asked[0] = '\0';
	return d;
}

static inline void
desk_close(struct desk *d)
{
	facts_free(d->facts);
	territory_free(d->territory);
	pool_free(d->pool);
}

static inline void
desk_type(struct desk *d, const char *fact, int line, const char *typed)
{
	answers_read(d->answers, fact, line, &typed, 1);
}

static inline void
desk_drop(void *json)
{
	json_decref(json);
}

/* Freed with the desk. */
static inline json_t *
desk_json(struct desk *d, const char *text)
{
	json_error_t error;
	json_t *v = json_loads(text, JSON_DECODE_ANY | JSON_ALLOW_NUL, &error);

	if (v == NULL)
		fail_msg("%s: %s", text, error.text);
	pool_defer(d->pool, desk_drop, v);
	return v;
}

static inline const char *
desk_values(struct desk *d, const char *s, const struct fact *f, int line)
{
	const struct known *k = answers_get(d->answers, f->name, line);
	const char *mark = "=";

	if (k == NULL)
		return s;
	s = pool_printf(d->pool, "%s%s%s", s, *s != '\0' ? " ; " : "", f->name);
	if (line >= 0)
		s = pool_printf(d->pool, "%s.%d", s, line);
	for (; k != NULL; k = k->next, mark = ",")
		s = pool_printf(d->pool, "%s%s%s", s, mark, k->v);
	return s;
}

/* All that is known: "fact=value ; list.fact.0=a,b ; !fact reason typed". */
static inline const char *
desk_tell(struct desk *d)
{
	const char *s = "";
	size_t n;
	const struct fact *f = facts_all(d->facts, &n);

	for (size_t i = 0; i < n; i++) {
		s = desk_values(d, s, &f[i], -1);
		for (int line = 0; f[i].list != NULL &&
		     line < answers_lines(d->answers, f[i].list);
		     line++)
			s = desk_values(d, s, &f[i], line);
	}
	for (const struct answers_fault *x = d->answers->fault; x != NULL;
	     x = x->next) {
		s = pool_printf(d->pool, "%s%s!%s", s, *s != '\0' ? " ; " : "",
		    x->name);
		if (x->line >= 0)
			s = pool_printf(d->pool, "%s.%d", s, x->line);
		s = pool_printf(d->pool, "%s %s %s", s, x->reason, x->typed);
	}
	return s;
}

#endif
