/* authority.c - which local authority asks. */

#include <assert.h>
#include <string.h>

#include "answers/authority.h"
#include "base/str.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/answers.h"
#include "gen/queries/territory.h"
#include "text/normalize.h"

/* What the queries that find a territory begin with, all of them alike. */
enum {
	ROW_ID = PERIMETER_BY_CODE_ID,
	ROW_SCALE = PERIMETER_BY_CODE_SCALE_ID,
	ROW_NAME = PERIMETER_BY_CODE_NAME
};
static_assert((int)ROW_ID == PERIMETER_BY_ZIP_ID &&
	(int)ROW_ID == PERIMETER_SUGGEST_ID &&
	(int)ROW_ID == AUTHORITY_BY_SIREN_ID &&
	(int)ROW_SCALE == PERIMETER_BY_ZIP_SCALE_ID &&
	(int)ROW_SCALE == PERIMETER_SUGGEST_SCALE_ID &&
	(int)ROW_SCALE == AUTHORITY_BY_SIREN_SCALE_ID &&
	(int)ROW_NAME == PERIMETER_BY_ZIP_NAME &&
	(int)ROW_NAME == PERIMETER_SUGGEST_NAME &&
	(int)ROW_NAME == AUTHORITY_BY_SIREN_NAME,
    "columns of territories");

static const char from[] = "territory";

/* ---- its facts ---- */

/* A value of a choice, with the wordings that the choice has. */
static void
put_choice(struct answers *s, const char *name, const char *value,
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
is_here(const struct answers *s, const struct value *row)
{
	const struct known *k = answers_get(s, "project.commune", -1);

	return k == NULL ||
	    strcmp(k->v, value_text(&row[AUTHORITY_OF_CODE])) == 0;
}

static const char *
epci_wordings(struct answers *s, const char *siren, const char *name)
{
	return pool_printf(s->pool, "%s | %s - %s", name, siren, name);
}

static void
put_epci(struct answers *s, const char *siren, const char *name,
    const char *department)
{
	const struct known *k;

	answers_put(s, "authority.epci", -1, siren,
	    epci_wordings(s, siren, name), department, from);
	k = answers_get(s, "authority.epci", -1);
	if (k != NULL && strcmp(k->v, siren) == 0)
		answers_put(s, "authority.epci-name", -1, name, NULL, NULL,
		    from);
}

static void
put_around(struct answers *s, const struct value *row)
{
	const char *dep = value_text(&row[AUTHORITY_OF_DEPARTMENT]),
		   *epci = value_text(&row[AUTHORITY_OF_EPCI]);

	answers_put(s, "authority.department", -1, dep, NULL, NULL, from);
	if (is_here(s, row))
		answers_put(s, "project.department", -1, dep, NULL, NULL, from);
	answers_put(s, "authority.region", -1,
	    value_text(&row[AUTHORITY_OF_REGION]), NULL, NULL, from);
	if (epci != NULL)
		put_epci(s, epci, value_text(&row[AUTHORITY_OF_EPCI_NAME]),
		    dep);
	answers_put(s, "authority.arrondissement", -1,
	    dep == NULL ? NULL : value_text(&row[AUTHORITY_OF_ARRONDISSEMENT]),
	    NULL, NULL, from);
	if (value_text(&row[AUTHORITY_OF_CRTE]) != NULL) {
		answers_put(s, "authority.crte", -1,
		    value_text(&row[AUTHORITY_OF_CRTE]), NULL, NULL, from);
		put_choice(s, "project.contracts", "crte", from);
	}
}

/* What follows of the commune of the project. */
static void
authority_put_project(struct answers *s, const char *insee, const char *name,
    const char *zip, const char *department)
{
	answers_put(s, "project.department", -1, department, NULL, NULL, from);
	answers_put(s, "project.commune", -1, insee, name, zip, from);
	answers_put(s, "project.communes.commune", 0, insee, name, zip, from);
	answers_put(s, "project.communes.department", 0, department, NULL, NULL,
	    from);
}

/* Of Paris, Lyon and Marseille no postal code is that of the whole, and DS only
 * knows their districts (DS 1.6). */
static void
authority_put_commune(struct answers *s, const struct value *row)
{
	const char *name = value_text(&row[AUTHORITY_OF_NAME]),
		   *code = value_text(&row[AUTHORITY_OF_CODE]);
	const char *zips = value_text(&row[AUTHORITY_OF_ZIPS]), *zip, *address;

	put_choice(s, "signatory.office", "maire", from);
	if (zips == NULL)
		return;
	zip = rows_int(&row[AUTHORITY_OF_HAS_ARRONDISSEMENTS], 0) != 0
	    ? NULL
	    : pool_strndup(s->pool, zips, strcspn(zips, " "));
	address = zip != NULL ? pool_printf(s->pool, "%s %s", zip, name) : name;
	answers_put(s, "authority.zip", -1, zip, NULL, NULL, from);
	answers_put(s, "authority.address", -1, address, NULL, NULL, from);
	answers_put(s, "authority.insee", -1, code, name, zip, from);
	if (!is_here(s, row))
		return;
	answers_put(s, "project.place", -1, address, NULL, NULL, from);
	authority_put_project(s, code, name, zip,
	    value_text(&row[AUTHORITY_OF_DEPARTMENT]));
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
	};

	for (size_t i = 0; i < 4; i++) {
		if (kinds[i].scale != scale)
			continue;
		put_choice(s, "authority.kind", kinds[i].kind, from);
		if (kinds[i].office != NULL)
			put_choice(s, "signatory.office", kinds[i].office,
			    from);
	}
}

static void
put_fact(struct answers *s, const char *name, const char *value)
{
	answers_put(s, name, -1, value, NULL, NULL, from);
}

static void
put_facts(struct answers *s, const struct value *row)
{
	long long scale = rows_int(&row[AUTHORITY_OF_SCALE], 0);
	const char *siren = value_text(&row[AUTHORITY_OF_SIREN]);
	const char *code = value_text(&row[AUTHORITY_OF_CODE]);
	const struct value *population = &row[AUTHORITY_OF_POPULATION];
	bool commune = scale == SCALE_COMMUNE;

	put_fact(s, "authority.name", value_text(&row[AUTHORITY_OF_NAME]));
	if (siren == NULL && scale == SCALE_EPCI)
		siren = code;
	put_fact(s, "authority.siren", siren);
	put_fact(s, "authority.code", commune ? code : siren);
	put_kind(s, scale);
	if (population->type != VALUE_NULL)
		put_fact(s, "authority.population",
		    rows_text(s->pool, population));
	if (commune)
		authority_put_commune(s, row);
	put_around(s, row);
	put_choice(s, "project.request", "nouvelle", "default");
}

static enum rc
found(struct db *db, struct answers *s, long long id, struct authority *to)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_int(s->pool, &args, AUTHORITY_OF_IN_ID, id);
	rc = query_run(db, s->pool, Q_AUTHORITY_OF, args, &res);
	if (rc != RC_OK)
		return rc;
	to->end = res.rows > 0 ? AUTHORITY_FOUND : AUTHORITY_NONE;
	to->id[0] = id;
	to->n = 1;
	if (res.rows > 0)
		put_facts(s, res.row[0]);
	return RC_OK;
}

enum rc
authority_of_perimeter(struct db *db, struct answers *s, long long id,
    struct authority *to)
{
	*to = (struct authority){ .end = AUTHORITY_NONE };
	return found(db, s, id, to);
}

/* ---- finding it ---- */

/* Keeps the perimeters of the rows that are authorities, once each. */
static void
authority_keep(struct authority *to, const struct result *res,
    const char *folded)
{
	char name[256];

	for (unsigned r = 0; r < res->rows && to->n < AUTHORITY_CHOICES; r++) {
		long long scale = rows_int(&res->row[r][ROW_SCALE], 0);
		long long id = rows_int(&res->row[r][ROW_ID], 0);
		bool seen = false;

		if ((scale != SCALE_COMMUNE && scale != SCALE_EPCI &&
			scale != SCALE_DEPARTMENT && scale != SCALE_REGION) ||
		    (folded != NULL &&
			strcmp(str_fold_name(name, sizeof(name),
				   res->row[r][ROW_NAME].s),
			    folded) != 0))
			continue;
		for (size_t i = 0; i < to->n; i++)
			seen |= to->id[i] == id;
		if (!seen)
			to->id[to->n++] = id;
	}
}

static enum rc
authority_ask(struct db *db, struct answers *s, enum query_id query,
    enum query_arg param, const char *value, const char *folded,
    struct authority *to)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(s->pool, &args, param, value);
	if ((rc = query_run(db, s->pool, query, args, &res)) == RC_OK)
		authority_keep(to, &res, folded);
	return rc;
}

/* By the folded name, or else its beginning, in the department of the hint when
 * it is not empty. */
static enum rc
authority_suggest(struct db *db, struct answers *s, const char *folded,
    const char *hint, struct authority *to)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(s->pool, &args, PERIMETER_SUGGEST_IN_FOLDED, folded);
	if (*hint != '\0')
		arg_text(s->pool, &args, PERIMETER_SUGGEST_IN_HINT, hint);
	rc = query_run(db, s->pool, Q_PERIMETER_SUGGEST, args, &res);
	if (rc == RC_OK)
		authority_keep(to, &res, folded);
	if (rc == RC_OK && to->n == 0)
		authority_keep(to, &res, NULL);
	return rc;
}

/* One: its facts.  Several: the reader chooses. */
static enum rc
conclude(struct db *db, struct answers *s, struct authority *to)
{
	if (to->n == 1)
		return found(db, s, to->id[0], to);
	to->end = to->n == 0 ? AUTHORITY_NONE : AUTHORITY_OPEN;
	return RC_OK;
}

static enum rc
by_siren(struct db *db, struct answers *s, const char *digits,
    struct authority *to)
{
	char *siret = strlen(digits) == 14 ? normalize_siret(s->pool, digits)
					   : NULL;
	char *siren = normalize_siren(s->pool,
	    pool_strndup(s->pool, digits, 9));
	enum rc rc;

	if (siren == NULL || (strlen(digits) == 14 && siret == NULL)) {
		to->end = AUTHORITY_WRONG;
		return RC_OK;
	}
	if (siret != NULL)
		answers_put(s, "authority.siret", -1, siret, NULL, NULL,
		    "reader");
	rc = authority_ask(db, s, Q_AUTHORITY_BY_SIREN,
	    AUTHORITY_BY_SIREN_IN_SIREN, siren, NULL, to);
	if (rc == RC_OK && to->n == 0)
		rc = authority_ask(db, s, Q_PERIMETER_BY_CODE,
		    PERIMETER_BY_CODE_IN_CODE, siren, NULL, to);
	if (rc != RC_OK || to->n > 0)
		return rc == RC_OK ? conclude(db, s, to) : rc;
	/* A syndicate, a PETR: nothing but its number is known. */
	to->end = AUTHORITY_UNKNOWN;
	answers_put(s, "authority.siren", -1, siren, NULL, NULL, "reader");
	answers_put(s, "authority.code", -1, siren, NULL, NULL, "reader");
	put_choice(s, "project.request", "nouvelle", "default");
	return RC_OK;
}

/* By a code of INSEE, or of a department; zip: it may be a postal code too. */
static enum rc
by_code(struct db *db, struct answers *s, const char *code, bool zip,
    struct authority *to)
{
	enum rc rc = authority_ask(db, s, Q_PERIMETER_BY_CODE,
	    PERIMETER_BY_CODE_IN_CODE, code, NULL, to);

	if (rc == RC_OK && zip && strlen(code) == 5)
		rc = authority_ask(db, s, Q_PERIMETER_BY_ZIP,
		    PERIMETER_BY_ZIP_IN_ZIP, code, NULL, to);
	return rc == RC_OK ? conclude(db, s, to) : rc;
}

/* A name that no commune of the postal code bears: what bears it elsewhere (an
 * EPCI, say), and the communes of the code.  None is taken unasked. */
static enum rc
by_either(struct db *db, struct answers *s, const char *folded, const char *zip,
    struct authority *to)
{
	enum rc rc = authority_suggest(db, s, folded, "", to);

	if (rc == RC_OK)
		rc = authority_ask(db, s, Q_PERIMETER_BY_ZIP,
		    PERIMETER_BY_ZIP_IN_ZIP, zip, NULL, to);
	to->end = to->n == 0 ? AUTHORITY_NONE : AUTHORITY_OPEN;
	return rc;
}

/* A name, perhaps with its department ("Échiré (79)"), perhaps beside a postal
 * code. */
static enum rc
authority_by_name(struct db *db, struct answers *s, const char *typed,
    const char *zip, struct authority *to)
{
	size_t n = strcspn(typed, "(");
	char folded[256], hint[256];
	enum rc rc = RC_OK;

	str_fold_name(folded, sizeof(folded),
	    pool_strndup(s->pool, typed, n > 0 ? n : strlen(typed)));
	/* What is no postal code tells nothing. */
	if (zip != NULL && (strlen(zip) != 5 || strspn(zip, "0123456789") != 5))
		zip = NULL;
	str_fold_name(hint, sizeof(hint), n > 0 ? typed + n : "");
	if (zip != NULL)
		rc = authority_ask(db, s, Q_PERIMETER_BY_ZIP,
		    PERIMETER_BY_ZIP_IN_ZIP, zip,
		    folded[0] != '\0' ? folded : NULL, to);
	if (rc != RC_OK || to->n > 0 || folded[0] == '\0')
		return rc == RC_OK ? conclude(db, s, to) : rc;
	if (zip != NULL)
		return by_either(db, s, folded, zip, to);
	rc = authority_suggest(db, s, folded, hint, to);
	if (rc == RC_OK && to->n == 0 && hint[0] != '\0')
		rc = authority_suggest(db, s, folded, "", to);
	return rc == RC_OK ? conclude(db, s, to) : rc;
}

enum rc
authority_find(struct db *db, struct answers *s, const char *typed,
    const char *zip, struct authority *to)
{
	/* A code may come in groups: "217 901 099". */
	const char *code = normalize_squeeze(s->pool, typed);
	size_t n = strlen(code);
	bool digits = strspn(code, "0123456789") == n;

	*to = (struct authority){ .end = AUTHORITY_NONE };
	if (digits && (n == 9 || n == 14))
		return by_siren(db, s, code, to);
	if (n >= 2 && n <= 5 && strspn(code, "0123456789ABab") == n &&
	    strpbrk(code, "0123456789") != NULL)
		return by_code(db, s, code, true, to);
	return authority_by_name(db, s, normalize_text(s->pool, typed), zip,
	    to);
}

enum rc
authority_of_facts(struct db *db, struct answers *s, struct authority *to)
{
	static const char *const names[] = { "authority.siret",
		"authority.siren", "authority.insee", "authority.code",
		"authority.name" };
	const struct known *k = NULL,
			   *zip = answers_get(s, "authority.zip", -1);
	size_t i = 0;
	enum rc rc;

	while (k == NULL && i < 5)
		k = answers_get(s, names[i++], -1);
	*to = (struct authority){ .end = AUTHORITY_NONE };
	if (k == NULL)
		return RC_OK;
	/* The code of one commune may be the postal code of others. */
	if (strlen(k->v) == 5 &&
	    (strcmp(names[i - 1], "authority.insee") == 0 ||
		strcmp(names[i - 1], "authority.code") == 0))
		rc = by_code(db, s, k->v, false, to);
	else
		rc = authority_find(db, s, k->v, zip != NULL ? zip->v : NULL,
		    to);
	to->by = names[i - 1];
	to->typed = k->v;
	return rc;
}

/* ---- territories that the reader named ---- */

/* Its name and postal code; of a commune of the past, today's. */
static enum rc
complete(struct db *db, struct answers *s, const char *fact, int line)
{
	struct known *k = (struct known *)(uintptr_t)answers_get(s, fact, line);
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	if (k == NULL || k->with != NULL)
		return RC_OK;
	arg_text(s->pool, &args, ZIPS_OF_COMMUNE_IN_INSEE, k->v);
	rc = query_run(db, s->pool, Q_ZIPS_OF_COMMUNE, args, &res);
	if (rc == RC_OK && res.rows == 0 && strcmp(k->origin, from) != 0 &&
	    strcmp(fact, "authority.insee") != 0)
		answers_refuse(s, fact, line, k->v, "commune");
	if (rc != RC_OK || res.rows == 0 ||
	    res.row[0][ZIPS_OF_COMMUNE_ZIPS].type == VALUE_NULL)
		return rc;
	k->wordings = res.row[0][ZIPS_OF_COMMUNE_NAME].s;
	k->with = pool_strndup(s->pool, res.row[0][ZIPS_OF_COMMUNE_ZIPS].s,
	    strcspn(res.row[0][ZIPS_OF_COMMUNE_ZIPS].s, " "));
	k->v = res.row[0][ZIPS_OF_COMMUNE_CODE].s;
	if (strcmp(fact, "project.commune") == 0)
		authority_put_project(s, k->v, k->wordings, k->with,
		    value_text(&res.row[0][ZIPS_OF_COMMUNE_DEPARTMENT]));
	return RC_OK;
}

/* Its name, and the department that DS wants beside it: the authority's, when it
 * has communes there. */
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
	k->with = res.row[0][DEPARTMENT_OF_EPCI_DEPARTMENT].s;
	k->wordings = epci_wordings(s, k->v,
	    res.row[0][DEPARTMENT_OF_EPCI_NAME].s);
	put_epci(s, k->v, res.row[0][DEPARTMENT_OF_EPCI_NAME].s, k->with);
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
