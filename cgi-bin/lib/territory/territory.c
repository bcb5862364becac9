/* territory.c - codes of territories. */

#include <string.h>

#include "base/str.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/territory.h"
#include "territory/territory.h"

enum { SCALE_NONE }; /* of countries, which are no perimeters */

struct named {
	long long scale;
	const char *code, *name;
};

/* An answer of the database: whether it knows what was asked. */
struct asked {
	char what[24];
	bool known;
};
enum { ASKED = 512 };

struct territory {
	struct db *db;
	struct gazetteer_kept *names;
	struct pool *pool;
	struct named *named;
	size_t n;
	/* Of this version of the data, by a hash: a form asks the same of each
	 * page, and two that fall together are asked again. */
	struct asked asked[ASKED];
};

static void
add_territories(struct territory *t, const struct result *res)
{
	for (unsigned r = 0; r < res->rows; r++) {
		const struct territory_names_row *row = territory_names_row(res,
		    r);
		struct named *n = &t->named[t->n++];

		*n = (struct named){ rows_int(&row->scale, 0), row->code.s,
			row->name.s };
		n->code += n->scale == SCALE_REGION; /* "R75" */
	}
}

static void
add_countries(struct territory *t, const struct result *res)
{
	for (unsigned r = 0; r < res->rows; r++)
		t->named[t->n++] = (struct named){ SCALE_NONE,
			country_names_row(res, r)->code.s,
			country_names_row(res, r)->name.s };
}

enum rc
territory_load(struct db *db, struct gazetteer_kept *kept,
    struct territory **to)
{
	struct pool *pool = pool_new();
	struct territory *t = pool_take(pool, sizeof(*t));
	struct result names, countries = { .rows = 0 };
	enum rc rc = query_run(db, pool, Q_TERRITORY_NAMES, NULL, &names);

	if (rc == RC_OK)
		rc = query_run(db, pool, Q_COUNTRY_NAMES, NULL, &countries);
	if (rc != RC_OK) {
		pool_free(pool);
		return rc;
	}
	t->db = db;
	t->names = kept;
	t->pool = pool;
	t->named = pool_take(pool,
	    (names.rows + countries.rows + 1) * sizeof(*t->named));
	add_territories(t, &names);
	add_countries(t, &countries);
	*to = t;
	return RC_OK;
}

void
territory_free(struct territory *t)
{
	if (t != NULL)
		pool_free(t->pool);
}

static const struct named *
find_code(const struct territory *t, long long scale, const char *code)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->named[i].scale == scale &&
		    strcmp(t->named[i].code, code) == 0)
			return &t->named[i];
	return NULL;
}

/* Whether s is one of the names, separated by " | ".  The apostrophe of
 * typewriters and that of printers are one. */
static bool
is_called(const char *names, const char *s)
{
	static const char printed[] = "’";
	const char *p = names, *q = s;

	while (*p != '\0' && strncmp(p, " | ", 3) != 0) {
		size_t a = strncmp(p, printed, 3) == 0 ? 3 : 1;
		size_t b = strncmp(q, printed, 3) == 0 ? 3 : 1;

		if ((a == 3 ? '\'' : *p) != (b == 3 ? '\'' : *q))
			break;
		p += a;
		q += b;
	}
	if (*q == '\0' && (*p == '\0' || strncmp(p, " | ", 3) == 0))
		return true;
	p = strstr(p, " | ");
	return p != NULL && is_called(p + 3, s);
}

/* Codes go before names. */
static const struct named *
territory_find(const struct territory *t, long long scale, const char *s)
{
	const struct named *n = find_code(t, scale, s);

	if (n != NULL)
		return n;
	for (size_t i = 0; i < t->n; i++)
		if (t->named[i].scale == scale &&
		    is_called(t->named[i].name, s))
			return &t->named[i];
	return NULL;
}

const char *
territory_department(const struct territory *t, const char *s)
{
	const struct named *n = territory_find(t, SCALE_DEPARTMENT, s);

	/* Abroad: DS's own. */
	if (n == NULL && is_called("99 | Etranger | Étranger", s))
		return "99";
	return n != NULL ? n->code : NULL;
}

const char *
territory_region(const struct territory *t, const char *s)
{
	const struct named *n = territory_find(t, SCALE_REGION, s);

	return n != NULL ? n->code : NULL;
}

const char *
territory_country(const struct territory *t, const char *s)
{
	const struct named *n = territory_find(t, SCALE_NONE, s);

	return n != NULL ? n->code : NULL;
}

const char *
territory_department_name(const struct territory *t, const char *code)
{
	const struct named *n = find_code(t, SCALE_DEPARTMENT, code);

	return n != NULL ? n->name : NULL;
}

const char *
territory_region_name(const struct territory *t, const char *code)
{
	const struct named *n = find_code(t, SCALE_REGION, code);

	return n != NULL ? n->name : NULL;
}

static bool
territory_is_code(const char *s, size_t n)
{
	return strlen(s) == n && strspn(s, "0123456789AB") == n;
}

/* Where the answer is kept; what was asked there is another thing, or this. */
static struct asked *
asked_at(struct territory *t, const char *what)
{
	return &t->asked[str_hash(0, what) % ASKED];
}

static void
keep_asked(struct asked *a, const char *what, bool known)
{
	if (strlen(what) >= sizeof(a->what))
		return;
	memcpy(a->what, what, strlen(what) + 1);
	a->known = known;
}

enum rc
territory_commune(struct territory *t, struct pool *pool, const char *zip,
    const char *insee, bool *known)
{
	const char *what = pool_printf(pool, "%s %s", zip,
	    insee != NULL ? insee : "");
	struct asked *a = asked_at(t, what);
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	*known = false;
	if (!territory_is_code(zip, 5) ||
	    (insee != NULL && !territory_is_code(insee, 5)))
		return RC_OK;
	if (strcmp(a->what, what) == 0) {
		*known = a->known;
		return RC_OK;
	}
	arg_text(pool, &args, ZIP_CODES_IN_ZIP, zip);
	if ((rc = query_run(t->db, pool, Q_ZIP_CODES, args, &res)) != RC_OK)
		return rc;
	for (unsigned r = 0; r < res.rows; r++)
		if (insee == NULL ||
		    strcmp(zip_codes_row(&res, r)->code.s, insee) == 0)
			*known = true;
	keep_asked(a, what, *known);
	return RC_OK;
}

enum rc
territory_epci(struct territory *t, struct pool *pool, const char *department,
    const char *siren, bool *known)
{
	const char *what = pool_printf(pool, "%s %s", department, siren);
	struct asked *a = asked_at(t, what);
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	*known = false;
	if (!territory_is_code(siren, 9))
		return RC_OK;
	if (strcmp(a->what, what) == 0) {
		*known = a->known;
		return RC_OK;
	}
	arg_text(pool, &args, EPCI_IN_IN_DEPARTMENT, department);
	arg_text(pool, &args, EPCI_IN_IN_SIREN, siren);
	rc = query_run(t->db, pool, Q_EPCI_IN, args, &res);
	if (rc != RC_OK)
		return rc;
	*known = res.rows > 0;
	keep_asked(a, what, *known);
	return RC_OK;
}

enum rc
territory_resolve(struct territory *t, const char *text,
    const struct resolve_wanted *wanted, struct resolution *to)
{
	enum rc rc = gazetteer_want(t->names, t->db);

	if (rc == RC_OK)
		resolve_place(t->names->names, text, wanted, to);
	return rc;
}
