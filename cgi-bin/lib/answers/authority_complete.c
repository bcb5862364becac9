/* authority_complete.c - what DS wants beside the territories that an applicant
 * named. */

#include <string.h>

#include "answers/authority_complete.h"
#include "answers/authority_facts.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/queries/answers.h"

/* Its name and postal code; of a commune of the past, today's. */
static enum rc
complete(struct db *db, struct answers *s, const char *fact, int line)
{
	struct known *k = (struct known *)(uintptr_t)answers_get(s, fact, line);
	const struct arg *args = NULL;
	const struct zips_of_commune_row *row;
	struct result res;
	enum rc rc;

	if (k == NULL || k->with != NULL)
		return RC_OK;
	arg_text(s->pool, &args, ZIPS_OF_COMMUNE_IN_INSEE, k->v);
	rc = query_run(db, s->pool, Q_ZIPS_OF_COMMUNE, args, &res);
	if (rc == RC_OK && res.rows == 0 &&
	    strcmp(k->origin, AUTHORITY_ORIGIN) != 0 &&
	    strcmp(fact, "authority.insee") != 0)
		answers_refuse(s, fact, line, k->v, "commune");
	if (rc != RC_OK || res.rows == 0)
		return rc;
	row = zips_of_commune_row(&res, 0);
	if (row->zips.type == VALUE_NULL)
		return rc;
	k->wordings = row->name.s;
	k->with = pool_strndup(s->pool, row->zips.s, strcspn(row->zips.s, " "));
	k->v = row->code.s;
	if (strcmp(fact, "project.commune") == 0)
		authority_put_project(s, k->v, k->wordings, k->with,
		    rows_text(s->pool, &row->department));
	return RC_OK;
}

/* Its name, and the department that DS wants beside it: the authority's, when
 * it has communes there. */
static enum rc
complete_epci(struct db *db, struct answers *s)
{
	static const char fact[] = "authority.epci";
	struct known *k = (struct known *)(uintptr_t)answers_get(s, fact, -1);
	const struct known *dep = answers_get(s, "authority.department", -1);
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	if (k == NULL || k->with != NULL)
		return RC_OK;
	arg_text(s->pool, &args, DEPARTMENT_OF_EPCI_IN_SIREN, k->v);
	arg_text(s->pool, &args, DEPARTMENT_OF_EPCI_IN_DEPARTMENT,
	    dep != NULL ? dep->v : "");
	rc = query_run(db, s->pool, Q_DEPARTMENT_OF_EPCI, args, &res);
	if (rc == RC_OK && res.rows == 0)
		answers_refuse(s, fact, -1, k->v, "epci");
	if (rc != RC_OK || res.rows == 0)
		return rc;
	k->with = department_of_epci_row(&res, 0)->department.s;
	k->wordings = authority_epci_wordings(s, k->v,
	    department_of_epci_row(&res, 0)->name.s);
	authority_put_epci(s, k->v, department_of_epci_row(&res, 0)->name.s,
	    k->with);
	return RC_OK;
}

/* "Niort" is "79 - Deux-Sèvres - arrondissement de Niort" in a list. */
static void
complete_arrondissement(struct answers *s)
{
	struct known *k = (struct known *)(uintptr_t)answers_get(s,
	    "authority.arrondissement", -1);
	const struct known *dep = answers_get(s, "authority.department", -1);
	const char *name = dep != NULL
	    ? territory_department_name(s->territory, dep->v)
	    : NULL;

	if (k != NULL && k->wordings == NULL && name != NULL)
		k->wordings = pool_printf(s->pool,
		    "%s | %s - %s - "
		    "arrondissement de %s | arrondissement de %s",
		    k->v, dep->v, name, k->v, k->v);
}

enum rc
authority_complete(struct db *db, struct answers *s)
{
	size_t n;
	const struct fact *f = facts_all(s->facts, &n);
	enum rc rc = complete_epci(db, s);

	complete_arrondissement(s);
	for (size_t i = 0; rc == RC_OK && i < n; i++) {
		if (f[i].type != FACT_COMMUNE)
			continue;
		if (f[i].list == NULL)
			rc = complete(db, s, f[i].name, -1);
		for (int line = 0; f[i].list != NULL && rc == RC_OK &&
		     line < answers_lines(s, f[i].list);
		     line++)
			rc = complete(db, s, f[i].name, line);
	}
	return rc;
}
