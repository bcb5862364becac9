/* authority_facts.c - what the reference of territories knows of an
 * authority. */

#include <string.h>

#include "answers/authority_facts.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/answers.h"

/* A value of a choice, with the wordings that the choice has. */
void
authority_put_choice(struct answers *s, const char *name, const char *value,
    const char *origin)
{
	const struct fact *f = facts_find(s->facts, name);
	const struct fact_value *v = f != NULL ? fact_value(f, value) : NULL;

	if (v != NULL)
		answers_put(s, name, -1, v->value,
		    pool_printf(s->pool, "%s | %s", v->label, v->wordings),
		    NULL, origin);
}

static const char *
value_text(const struct value *v)
{
	return v->type == VALUE_NULL ? NULL : v->s;
}

/* Whether the project is where the authority is: no other commune is said. */
static bool
is_here(const struct answers *s, const struct authority_of_row *row)
{
	const struct known *k = answers_get(s, "project.commune", -1);

	return k == NULL || strcmp(k->v, value_text(&row->code)) == 0;
}

const char *
authority_epci_wordings(struct answers *s, const char *siren, const char *name)
{
	return pool_printf(s->pool, "%s | %s - %s", name, siren, name);
}

void
authority_put_epci(struct answers *s, const char *siren, const char *name,
    const char *department)
{
	const struct known *k;

	answers_put(s, "authority.epci", -1, siren,
	    authority_epci_wordings(s, siren, name), department,
	    AUTHORITY_ORIGIN);
	k = answers_get(s, "authority.epci", -1);
	if (k != NULL && strcmp(k->v, siren) == 0)
		answers_put(s, "authority.epci-name", -1, name, NULL, NULL,
		    AUTHORITY_ORIGIN);
}

static void
put_around(struct answers *s, const struct authority_of_row *row)
{
	const char *dep = value_text(&row->department),
		   *epci = value_text(&row->epci);

	answers_put(s, "authority.department", -1, dep, NULL, NULL,
	    AUTHORITY_ORIGIN);
	if (is_here(s, row))
		answers_put(s, "project.department", -1, dep, NULL, NULL,
		    AUTHORITY_ORIGIN);
	answers_put(s, "authority.region", -1, value_text(&row->region), NULL,
	    NULL, AUTHORITY_ORIGIN);
	if (epci != NULL)
		authority_put_epci(s, epci, value_text(&row->epci_name), dep);
	answers_put(s, "authority.arrondissement", -1,
	    dep == NULL ? NULL : value_text(&row->arrondissement), NULL, NULL,
	    AUTHORITY_ORIGIN);
	if (value_text(&row->crte) != NULL) {
		answers_put(s, "authority.crte", -1, value_text(&row->crte),
		    NULL, NULL, AUTHORITY_ORIGIN);
		authority_put_choice(s, "project.contracts", "crte",
		    AUTHORITY_ORIGIN);
	}
}

/* What follows of the commune of the project. */
void
authority_put_project(struct answers *s, const char *insee, const char *name,
    const char *zip, const char *department)
{
	answers_put(s, "project.department", -1, department, NULL, NULL,
	    AUTHORITY_ORIGIN);
	answers_put(s, "project.commune", -1, insee, name, zip,
	    AUTHORITY_ORIGIN);
	answers_put(s, "project.communes.commune", 0, insee, name, zip,
	    AUTHORITY_ORIGIN);
	answers_put(s, "project.communes.department", 0, department, NULL, NULL,
	    AUTHORITY_ORIGIN);
}

/* Of Paris, Lyon and Marseille no postal code is that of the whole, and DS only
 * knows their districts (DS 1.6). */
static void
put_commune(struct answers *s, const struct authority_of_row *row)
{
	const char *name = value_text(&row->name),
		   *code = value_text(&row->code);
	const char *zips = value_text(&row->zips), *zip, *address;

	authority_put_choice(s, "signatory.office", "maire", AUTHORITY_ORIGIN);
	if (zips == NULL)
		return;
	zip = rows_int(&row->has_arrondissements, 0) != 0
	    ? NULL
	    : pool_strndup(s->pool, zips, strcspn(zips, " "));
	address = zip != NULL ? pool_printf(s->pool, "%s %s", zip, name) : name;
	answers_put(s, "authority.zip", -1, zip, NULL, NULL, AUTHORITY_ORIGIN);
	answers_put(s, "authority.address", -1, address, NULL, NULL,
	    AUTHORITY_ORIGIN);
	answers_put(s, "authority.insee", -1, code, name, zip,
	    AUTHORITY_ORIGIN);
	if (!is_here(s, row))
		return;
	answers_put(s, "project.place", -1, address, NULL, NULL,
	    AUTHORITY_ORIGIN);
	authority_put_project(s, code, name, zip, value_text(&row->department));
}

/* What kind of authority a scale is, and what its head is called. */
static void
put_kind(struct answers *s, long long scale)
{
	static const struct {
		int scale;
		const char *kind, *office;
	} kinds[] = {
		{ SCALE_COMMUNE, "commune", "maire" },
		{ SCALE_EPCI, "epci", "president" },
		{ SCALE_DEPARTMENT, "departement", NULL },
		{ SCALE_REGION, "region", NULL },
		/* Alsace has the powers of its two departments. */
		{ SCALE_ADHOC, "departement", NULL },
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (kinds[i].scale != scale)
			continue;
		authority_put_choice(s, "authority.kind", kinds[i].kind,
		    AUTHORITY_ORIGIN);
		if (kinds[i].office != NULL)
			authority_put_choice(s, "signatory.office",
			    kinds[i].office, AUTHORITY_ORIGIN);
	}
}

static void
put_fact(struct answers *s, const char *name, const char *value)
{
	answers_put(s, name, -1, value, NULL, NULL, AUTHORITY_ORIGIN);
}

void
authority_put_facts(struct answers *s, const struct authority_of_row *row)
{
	long long scale = rows_int(&row->scale, 0);
	const char *siren = value_text(&row->siren);
	const char *code = value_text(&row->code);
	const struct value *population = &row->population;
	bool commune = scale == SCALE_COMMUNE;

	put_fact(s, "authority.name", value_text(&row->name));
	if (siren == NULL && scale == SCALE_EPCI)
		siren = code;
	put_fact(s, "authority.siren", siren);
	put_fact(s, "authority.code", commune ? code : siren);
	put_kind(s, scale);
	if (population->type != VALUE_NULL)
		put_fact(s, "authority.population",
		    rows_text(s->pool, population));
	if (commune)
		put_commune(s, row);
	put_around(s, row);
	authority_put_choice(s, "project.request", "nouvelle", "default");
}
